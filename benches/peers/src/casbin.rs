//! casbin: what a request brings. The policy is the matcher: a line for each item and region would be walked one after the other.

use casbin::{CachedApi, CachedEnforcer, CoreApi, DefaultCache, DefaultModel, Enforcer};
use futures::executor::block_on;

use crate::route::given::{Asked, asked, id};

pub struct Request {
    item: i64,
    region: String,
    zone: bool,
    crosses: bool,
}

pub fn requests() -> Vec<Request> {
    let request = |it: &Asked| Request {
        item: i64::try_from(it.number + 1).expect("61"),
        region: id(it.region),
        zone: it.region.is_zone(),
        crosses: it.crosses,
    };
    asked().iter().map(request).collect()
}

pub fn ask(enforcer: &impl CoreApi, it: &Request) -> bool {
    enforcer.enforce((it.item, it.region.as_str(), it.zone, it.crosses)).expect("an answer")
}

pub fn enforcer(matcher: &str) -> Enforcer {
    block_on(Enforcer::new(model(matcher), ())).expect("an enforcer")
}

/// One whose cache has seen every request: its own of 200 answers would hold a ninth.
pub fn warmed(matcher: &str, requests: &[Request]) -> CachedEnforcer {
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
