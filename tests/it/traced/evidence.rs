//! What was found by running everything: of each rule its stories and who refuses by it, of each duty the units asked, of each source who answers on it.

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    Clause, Rule, Source,
    law::{Article, Silence},
    register::{Obligation, ObligationState},
};

use super::{
    Call, Shown,
    answers::{Answers, answers},
    bodies::Body,
    reasons::Reason,
};
use crate::obligations::{Asked, asked};

/// What cannot be broken without breaking the other: what was never the city's is in no substantive review either.
const NEVER_ALONE: [(Rule, Rule); 1] = [(Rule::SealNo2FormerlyCity, Rule::SealNo2Review)];

/// The other rule that breaking this one always breaks.
pub(crate) fn company(rule: Rule) -> Option<Rule> {
    NEVER_ALONE.iter().find(|it| it.0 == rule).map(|it| it.1)
}

/// How many stories break a rule, and how many of their twins keep it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) broken: usize,
    pub(super) kept: usize,
}

impl Count {
    pub(super) const fn is_whole(self) -> bool {
        self.broken > 0 && self.kept > 0
    }
}

/// Of one rule.
#[derive(Debug, Default)]
pub(super) struct OfRule {
    /// By the body of stories, in their order.
    pub(super) counts: BTreeMap<usize, Count>,
    pub(super) calls: BTreeSet<Call>,
    /// Whether some story breaks it and nothing else.
    alone: bool,
}

impl OfRule {
    pub(super) fn count(&self) -> Count {
        let add = |sum: Count, it: &Count| Count { broken: sum.broken + it.broken, kept: sum.kept + it.kept };
        self.counts.values().fold(Count::default(), add)
    }
}

/// Of one duty: how it stood with how many units without what shows it, and with how many it was met with it.
#[derive(Debug, Default)]
pub(super) struct OfDuty {
    pub(super) due: usize,
    pub(super) overdue: usize,
    pub(super) met: usize,
}

pub(super) struct Evidence {
    rules: BTreeMap<Rule, OfRule>,
    duties: BTreeMap<Obligation, OfDuty>,
    pub(super) answers: Answers,
}

pub(super) fn sources() -> impl Iterator<Item = Source> {
    let beside = Silence::iter().map(Source::Silence).chain(Article::iter().map(Source::Article));
    Clause::iter().map(Source::Clause).chain(beside)
}

pub(super) fn rules_on(source: Source) -> impl Iterator<Item = Rule> {
    Rule::iter().filter(move |it| it.sources().contains(&source))
}

pub(super) fn duties_of(clause: Clause) -> impl Iterator<Item = Obligation> {
    Obligation::iter().filter(move |it| it.clause() == clause)
}

impl Evidence {
    pub(super) fn of(bodies: &[Body]) -> Self {
        let mut all = Self { rules: BTreeMap::new(), duties: BTreeMap::new(), answers: answers() };
        for (at, body) in bodies.iter().enumerate() {
            (body.shown)().into_iter().for_each(|it| all.add_story(at, it));
        }
        asked().iter().for_each(|it| all.add_unit(it));
        all
    }

    fn add_story(&mut self, body: usize, Shown { rule, by, broken, kept }: Shown) {
        let alone = !broken.is_empty() && broken.iter().all(|it| *it == rule);
        let with_company = company(rule).is_some_and(|other| broken == [rule, other]);
        if alone || with_company {
            let of = self.rules.entry(rule).or_default();
            let count = of.counts.entry(body).or_default();
            count.broken += 1;
            count.kept += usize::from(kept);
            of.alone |= alone;
            of.calls.extend(by);
        }
    }

    fn add_unit(&mut self, it: &Asked) {
        let of = self.duties.entry(it.duty).or_default();
        of.due += usize::from(it.without == ObligationState::Due);
        of.overdue += usize::from(it.without == ObligationState::Overdue);
        of.met += usize::from(it.with == ObligationState::Met);
    }

    pub(super) fn of_rule(&self, rule: Rule) -> Option<&OfRule> {
        self.rules.get(&rule)
    }

    pub(super) fn of_duty(&self, duty: Obligation) -> Option<&OfDuty> {
        self.duties.get(&duty)
    }

    /// What is not traced, or is said to have no need to be and is.
    pub(super) fn faults(&self, reasons: &[Reason]) -> Vec<String> {
        let mut faults = Vec::new();
        for rule in Rule::iter() {
            let of = self.of_rule(rule);
            if !of.is_some_and(|it| it.count().is_whole()) {
                faults.push(format!("{}: no story breaks it alone, or none keeps it", rule.id()));
            }
            if of.is_some_and(|it| it.alone) && company(rule).is_some() {
                faults.push(format!("{}: a story breaks it alone, which is said to be impossible", rule.id()));
            }
        }
        for duty in Obligation::iter() {
            if !self.of_duty(duty).is_some_and(|it| it.due + it.overdue > 0 && it.met > 0) {
                faults.push(format!("{}: no unit was asked that had not done it, or none that had", duty.id()));
            }
        }
        for source in sources() {
            let traced = match source {
                Source::Clause(clause) => rules_on(source).next().is_some() || duties_of(clause).next().is_some(),
                _ => rules_on(source).next().is_some() || self.answers.on(source).next().is_some(),
            };
            match (traced, reasons.iter().filter(|it| it.source == source.id()).count()) {
                (true, 0) | (false, 1) => {}
                (true, _) => faults.push(format!("{source}: a reason why nothing rests on it, and something does")),
                (false, 0) => faults.push(format!("{source}: nothing rests on it, and no reason is stated")),
                (false, _) => faults.push(format!("{source}: two reasons")),
            }
        }
        let unknown = reasons.iter().filter(|it| sources().all(|source| source.id() != it.source));
        faults.extend(unknown.map(|it| format!("{}: a reason for what is no source", it.source)));
        faults
    }
}
