//! casbin: it says yes or no, so a matcher for each standing is asked after another, the commonest first, each out of a cache that has seen every question.

use tongquan::Standing;

use super::given::{DIRECT, INTAKE, REVIEW, WINDOW};
use crate::{
    casbin::{Request, ask, requests, warmed},
    seal::casbin::MATCHER,
};

const MATCHERS: [(Standing, &str); 5] = [
    (Standing::Reserved, "r.crosses"),
    (REVIEW, MATCHER),
    (DIRECT, "r.item <= 18 || r.item == 19 && !r.zone"),
    (WINDOW, "r.item >= 20 && r.item <= 30"),
    (INTAKE, "r.item == 61 || r.zone && (r.item == 19 || r.item == 53 || r.item == 59 || r.item == 60)"),
];

/// What none of them says yes to is not devolved there.
pub fn modality() -> (Vec<Request>, impl FnMut(&Request) -> Standing) {
    let requests = requests();
    let enforcers = MATCHERS.map(|(standing, matcher)| (standing, warmed(matcher, &requests)));
    (requests, move |it| enforcers.iter().find(|(_, by)| ask(by, it)).map_or(Standing::NotDevolved, |it| it.0))
}
