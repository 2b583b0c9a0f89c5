use std::hash::Hash;

use super::{Fact, Objection, Refusal, Rule};
use crate::among::Among;

/// 评判: where a step is judged: it collects every objection, so that a refusal names all of them at once. None is set up outside the crate.
///
/// See the example of [`Refusal`]: that is what it says.
#[derive(Debug)]
pub struct Bench(Vec<Objection>);

impl Bench {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds an objection where the condition does not hold; the facts are only told then.
    pub(crate) fn require<E: Into<Fact>, G: Into<Fact>>(
        &mut self,
        holds: bool,
        rule: Rule,
        facts: impl FnOnce() -> (E, G),
    ) {
        if !holds {
            let (expected, got) = facts();
            self.object(Objection { rule, expected: expected.into(), got: got.into() });
        }
    }

    /// Adds an objection where anything is left; the facts are told of the list of it.
    pub(crate) fn none<T: Into<Fact>, E: Into<Fact>, G: Into<Fact>>(
        &mut self,
        left: impl Iterator<Item = T>,
        rule: Rule,
        facts: impl FnOnce(Fact) -> (E, G),
    ) {
        let mut left = left.peekable();
        self.require(left.peek().is_none(), rule, || facts(Fact::list(left)));
    }

    /// Adds an objection.
    pub(crate) fn object(&mut self, objection: Objection) {
        self.0.push(objection);
    }

    /// Adds an objection where a list names something twice.
    pub(crate) fn once<T: Eq + Hash + Clone + Into<Fact>>(&mut self, list: &[T]) {
        let mut seen = Among::nothing();
        let mut again = list.iter().filter(|it| !seen.add(*it)).peekable();
        self.require(again.peek().is_none(), Rule::NamedOnce, || {
            let mut told = Among::nothing();
            (Fact::ONCE, Fact::list(again.filter(|it| told.add(*it)).cloned()))
        });
    }

    /// Takes over what another found, of rules that nothing is held against yet.
    pub(crate) fn join(&mut self, other: Self) {
        let named = self.0.len();
        for objection in other.0 {
            if !self.0.iter().take(named).any(|it| it.rule == objection.rule) {
                self.0.push(objection);
            }
        }
    }

    /// Every objection, where a condition without which nothing else can be asked did not hold.
    pub(crate) fn refusal(self) -> Refusal {
        Refusal::all(self.0)
    }

    /// Whether a rule is among the objections.
    pub(crate) fn names(&self, rule: Rule) -> bool {
        self.0.iter().any(|it| it.rule == rule)
    }

    /// Takes back what is held by these rules.
    pub(crate) fn leave_out(&mut self, rules: &[Rule]) {
        self.0.retain(|it| !rules.contains(&it.rule));
    }

    /// 核查: what an audit goes on by as a journal claims, whatever was found. Its cases never leave it.
    pub(crate) const fn go_on(&self) -> Permit {
        Permit(())
    }

    /// The permit, or every objection.
    pub(crate) fn rise(self) -> Result<Permit, Refusal> {
        if self.0.is_empty() { Ok(Permit(())) } else { Err(Refusal::all(self.0)) }
    }
}

/// 准予: proof that a judgement found nothing to object to, but in an audit, whose cases nobody gets. It cannot be made outside the crate,
/// and is used up by the step that it permits.
///
/// A service never holds one: a step that was permitted gives the case on, and one that was not, a [`Refusal`]. See its example.
#[derive(Debug)]
pub struct Permit(());
