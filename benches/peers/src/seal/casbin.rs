//! casbin: one matcher, asked anew each time, or out of a cache that has seen every question.

use crate::casbin::{Request, ask, enforcer, requests, warmed};

/// Items in review everywhere are asked first, for they are the most.
pub const MATCHER: &str = "!r.crosses && (\
    r.item >= 33 && r.item <= 60 && r.item != 53 && r.item != 59 && r.item != 60 || !r.zone && \
    (r.item == 31 || r.item == 32 || r.item == 53 || r.item == 59 || r.item == 60 || \
    r.item >= 20 && r.item <= 23 && r.region != \"Rencheng\"))";

pub fn plain() -> (Vec<Request>, impl FnMut(&Request) -> bool) {
    let enforcer = enforcer(MATCHER);
    (requests(), move |it| ask(&enforcer, it))
}

pub fn warm() -> (Vec<Request>, impl FnMut(&Request) -> bool) {
    let requests = requests();
    let enforcer = warmed(MATCHER, &requests);
    (requests, move |it| ask(&enforcer, it))
}
