//! Values that are drawn whole and made smaller by edits, each of which is judged before it counts: what comes of it is what was promised of the value,
//! or it is passed over.

use std::fmt::{self, Debug};

use proptest::{
    strategy::{NewTree, Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::luck::Luck;

/// What an edit makes of a value.
pub(super) enum Smaller<T> {
    One(T),
    /// Nothing that may be, or nothing smaller.
    NotSo,
    NoMore,
}

impl<T> From<Option<T>> for Smaller<T> {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::NotSo, Self::One)
    }
}

pub(super) trait Shrinks: Clone + Debug {
    /// The nth edit, those that take most away first.
    fn smaller(&self, nth: usize) -> Smaller<Self>;
}

/// Draws with a function; it is rarely asked a second time.
pub(super) struct Drawn<F> {
    what: &'static str,
    draw: F,
}

pub(super) const fn drawn<T, F>(what: &'static str, draw: F) -> Drawn<F>
where
    T: Shrinks,
    F: Fn(&mut Luck) -> Option<T>,
{
    Drawn { what, draw }
}

impl<F> Debug for Drawn<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

/// How often a draw is tried again.
const TRIES: usize = 100;

impl<T, F> Strategy for Drawn<F>
where
    T: Shrinks,
    F: Fn(&mut Luck) -> Option<T>,
{
    type Tree = Tree<T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut luck = Luck::of(runner.new_rng());
        let found = (0..TRIES).find_map(|_| (self.draw)(&mut luck));
        found.map(Tree::of).ok_or_else(|| format!("{}: there are none", self.what).into())
    }
}

/// A value, the one before it, and the edit that is tried next.
#[derive(Clone, Debug)]
pub(super) struct Tree<T> {
    now: T,
    before: Option<T>,
    next: usize,
    /// Whether this round of edits has taken something away.
    moved: bool,
}

impl<T> Tree<T> {
    const fn of(now: T) -> Self {
        Self { now, before: None, next: 0, moved: false }
    }
}

impl<T: Shrinks> ValueTree for Tree<T> {
    type Value = T;

    fn current(&self) -> T {
        self.now.clone()
    }

    fn simplify(&mut self) -> bool {
        // the last edit was kept
        self.moved |= self.before.take().is_some();
        loop {
            match self.now.smaller(self.next) {
                Smaller::One(smaller) => {
                    self.before = Some(std::mem::replace(&mut self.now, smaller));
                    return true;
                }
                Smaller::NotSo => self.next += 1,
                Smaller::NoMore if self.moved => (self.next, self.moved) = (0, false),
                Smaller::NoMore => return false,
            }
        }
    }

    fn complicate(&mut self) -> bool {
        let Some(before) = self.before.take() else { return false };
        self.now = before;
        self.next += 1;
        true
    }
}
