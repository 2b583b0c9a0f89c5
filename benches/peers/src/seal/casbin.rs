//! casbin: one matcher over what a request brings, asked anew each time, or out of a cache that has seen every question.

use casbin::{CachedApi, CachedEnforcer, CoreApi, DefaultCache, DefaultModel, Enforcer};
use futures::executor::block_on;

use crate::route::given::{Asked, asked, id};

/// The policy is the matcher: a line for each item and region would be walked one after the other.
const MODEL: &str = "
[request_definition]
r = item, region, zone, crosses

[policy_definition]
p = none

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = !r.crosses && (MATCHER)
";

/// Items in review everywhere are asked first, for they are the most.
const MATCHER: &str = "r.item >= 33 && r.item <= 60 && r.item != 53 && r.item != 59 && r.item != 60 || !r.zone && \
    (r.item == 31 || r.item == 32 || r.item == 53 || r.item == 59 || r.item == 60 || \
    r.item >= 20 && r.item <= 23 && r.region != \"Rencheng\")";

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

fn model() -> DefaultModel {
    block_on(DefaultModel::from_str(&MODEL.replace("MATCHER", MATCHER))).expect("a model")
}

fn ask(enforcer: &impl CoreApi, it: &Request) -> bool {
    enforcer.enforce((it.item, it.region.as_str(), it.zone, it.crosses)).expect("an answer")
}

pub fn plain() -> (Vec<Request>, impl FnMut(&Request) -> bool) {
    let enforcer = block_on(Enforcer::new(model(), ())).expect("an enforcer");
    (requests(), move |it| ask(&enforcer, it))
}

pub fn warm() -> (Vec<Request>, impl FnMut(&Request) -> bool) {
    let mut enforcer = block_on(CachedEnforcer::new(model(), ())).expect("an enforcer");
    let requests = requests();
    // its own cache of 200 answers would hold a ninth
    enforcer.set_cache(Box::new(DefaultCache::new(2 * requests.len())));
    for it in &requests {
        ask(&enforcer, it);
    }
    (requests, move |it| ask(&enforcer, it))
}
