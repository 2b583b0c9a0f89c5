//! casbin: it says yes or no. The policy is the matcher: a line for each item and region would be walked one after the other. For the modality a matcher for
//! each standing is asked after another, the commonest first.

use casbin::{CachedApi, CachedEnforcer, CoreApi, DefaultCache, DefaultModel, Enforcer};
use futures::executor::block_on;
use tongquan::Standing;

use super::given::{Asked, DIRECT, INTAKE, REVIEW, WINDOW, asked, id};

pub struct Request {
    item: i64,
    region: String,
    zone: bool,
    crosses: bool,
}

fn requests() -> Vec<Request> {
    let request = |it: &Asked| Request {
        item: i64::try_from(it.number + 1).expect("61"),
        region: id(it.region),
        zone: it.region.is_zone(),
        crosses: it.crosses,
    };
    asked().iter().map(request).collect()
}

fn ask(enforcer: &impl CoreApi, it: &Request) -> bool {
    enforcer.enforce((it.item, it.region.as_str(), it.zone, it.crosses)).expect("an answer")
}

/// Items in review everywhere are asked first, for they are the most.
const IN_REVIEW: &str = "!r.crosses && (\
    r.item >= 33 && r.item <= 60 && r.item != 53 && r.item != 59 && r.item != 60 || !r.zone && \
    (r.item == 31 || r.item == 32 || r.item == 53 || r.item == 59 || r.item == 60 || \
    r.item >= 20 && r.item <= 23 && r.region != \"Rencheng\"))";

const MATCHERS: [(Standing, &str); 5] = [
    (Standing::Reserved, "r.crosses"),
    (REVIEW, IN_REVIEW),
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

/// May Seal No. 2 be affixed, asked anew each time.
pub fn seal() -> (Vec<Request>, impl FnMut(&Request) -> bool) {
    let enforcer = block_on(Enforcer::new(model(IN_REVIEW), ())).expect("an enforcer");
    (requests(), move |it| ask(&enforcer, it))
}

/// The same, out of a cache that has seen every question.
pub fn seal_warm() -> (Vec<Request>, impl FnMut(&Request) -> bool) {
    let requests = requests();
    let enforcer = warmed(IN_REVIEW, &requests);
    (requests, move |it| ask(&enforcer, it))
}

/// One whose cache has seen every request: its own of 200 answers would hold a ninth.
fn warmed(matcher: &str, requests: &[Request]) -> CachedEnforcer {
    let mut enforcer = block_on(CachedEnforcer::new(model(matcher), ())).expect("an enforcer");
    enforcer.set_cache(Box::new(DefaultCache::new(2 * requests.len())));
    for it in requests {
        ask(&enforcer, it);
    }
    enforcer
}

fn model(matcher: &str) -> DefaultModel {
    let text = format!(
        "
[request_definition]
r = item, region, zone, crosses

[policy_definition]
p = none

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = {matcher}
"
    );
    block_on(DefaultModel::from_str(&text)).expect("a model")
}
