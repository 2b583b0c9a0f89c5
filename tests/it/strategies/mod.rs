//! What the strategies of feature `proptest` draw is what they say, is varied enough, and shrinks into nothing else.

mod audited;
mod drawn_offices;
mod lawful;
mod nearly_lawful;
mod plain;
mod shrunk;
mod walks;
#[cfg(any(feature = "canonical", feature = "exports"))]
mod written;

use std::sync::{Arc, LazyLock};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use tongquan::{Office, strategies::offices};

use crate::support::OFFICE_JSON;

/// The fictional office of the examples.
static OFFICE: LazyLock<Arc<Office>> = LazyLock::new(|| Arc::new(serde_json::from_str(OFFICE_JSON).unwrap()));

/// Offices, the same whenever they are drawn.
static DRAWN: LazyLock<Vec<Arc<Office>>> = LazyLock::new(|| draws(&offices(), 200));

/// So many draws, the same whenever they are made.
fn draws<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// The smallest value that is still of a kind, as proptest finds it, and every one that was looked at on the way.
fn shrunk<S: Strategy>(strategy: &S, still: impl Fn(&S::Value) -> bool) -> (S::Value, Vec<S::Value>) {
    shrunk_from(strategy, &still, &still)
}

/// The same, begun from a value of a narrower kind.
fn shrunk_from<S: Strategy>(
    strategy: &S,
    from: impl Fn(&S::Value) -> bool,
    still: impl Fn(&S::Value) -> bool,
) -> (S::Value, Vec<S::Value>) {
    let mut runner = TestRunner::deterministic();
    let mut drawn = std::iter::repeat_with(|| strategy.new_tree(&mut runner).unwrap());
    let mut tree = drawn.find(|it| from(&it.current())).unwrap();
    let mut seen = Vec::new();
    let mut goes_on = tree.simplify();
    while goes_on {
        let it = tree.current();
        goes_on = if still(&it) { tree.simplify() } else { tree.complicate() };
        seen.push(it);
        assert!(seen.len() < 20_000, "no end");
    }
    (tree.current(), seen)
}
