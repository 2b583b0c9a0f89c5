use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Audit, Broken, PlainCase, PlainEvent};
use crate::{
    law::{Rule, Source},
    version::Version,
};

/// 合规统计: what was held against many journals, or against the cases of a plain log, by rule and by source. It grows with the rules that there are, never
/// with the cases; tallies of shards add up, in any order.
///
/// ```
/// use tongquan::{Clause, Journal, Rule, Source, oversight::{Audit, Conformance}};
/// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut tally = Conformance::default();
/// tally.add(&Audit::of(journal.clone()));
/// journal.entries.remove(2); // the acceptance
/// tally.add(&Audit::of(journal));
/// assert_eq!((tally.cases(), tally.clean()), (2, 1));
/// assert_eq!(tally.by_rule().map(|(rule, found)| (rule, found.cases)).collect::<Vec<_>>(), [(Rule::StepHasPlace, 1)]);
/// assert_eq!(tally.by_source().next().map(|(source, _)| source), Some(Source::Clause(Clause::C7)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It is written for shards made in other processes, and read back the same; what contradicts itself is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, try_from = "Unchecked")]
pub struct Conformance {
    v: Version,
    cases: u64,
    clean: u64,
    entries: u64,
    unshown: Unshown,
    rules: BTreeMap<Rule, Found>,
    sources: BTreeMap<Source, Found>,
}

/// As it was read.
#[derive(Deserialize)]
#[serde(rename = "Conformance", deny_unknown_fields)]
struct Unchecked {
    v: Version,
    cases: u64,
    clean: u64,
    entries: u64,
    unshown: Unshown,
    rules: BTreeMap<Rule, Found>,
    sources: BTreeMap<Source, Found>,
}

/// Counts that no cases can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{clean} clean of {cases} cases with {entries} entries, and {found:?} of one rule or source（件次相互矛盾）")]
struct Contradicted {
    cases: u64,
    clean: u64,
    entries: u64,
    found: Found,
}

impl TryFrom<Unchecked> for Conformance {
    type Error = Contradicted;
    fn try_from(read: Unchecked) -> Result<Self, Contradicted> {
        let Unchecked { v, cases, clean, entries, unshown, rules, sources } = read;
        let all = || rules.values().chain(sources.values());
        let least = Found { cases: 1, entries: 1 };
        let fits = |it: &&Found| {
            (1..=cases.saturating_sub(clean)).contains(&it.cases) && it.cases <= it.entries && it.entries <= entries
        };
        let amiss = all().find(|it| !fits(it)).or((clean > cases || cases > entries).then_some(&least));
        if let Some(found) = amiss {
            return Err(Contradicted { cases, clean, entries, found: *found });
        }
        Ok(Self { v, cases, clean, entries, unshown, rules, sources })
    }
}

/// 件次: how often something was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// 件: in how many cases.
    pub cases: u64,
    /// 次: in how many entries or events.
    pub entries: u64,
}

/// 无从核查: what could not be checked, and was not passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unshown {
    /// Entries of journals whose opening makes no route.
    pub unjudged: u64,
    /// Events of a plain log whose actor's role was not checked: it does not say who it was, or the case had moved on to a later edition.
    pub hands: u64,
    /// Events of a plain log on no known route: their modality was not checked.
    pub routes: u64,
}

impl Found {
    const fn add(&mut self, other: Self) {
        more(&mut self.cases, other.cases);
        more(&mut self.entries, other.entries);
    }
}

impl Conformance {
    /// Counts a journal.
    pub fn add(&mut self, audit: &Audit) {
        more(&mut self.cases, 1);
        more(&mut self.entries, 1 + audit.entries().len() as u64);
        more(&mut self.unshown.unjudged, audit.unjudged() as u64);
        more(&mut self.clean, u64::from(audit.breaches().is_empty()));
        let mut before = BTreeSet::new();
        for breach in audit.breaches() {
            let rules: BTreeSet<Rule> = breach.why.objections().iter().map(|it| it.rule).collect();
            self.found(&rules, &before);
            before.extend(rules);
        }
    }

    /// Takes an event of a plain log in its case, and counts it.
    ///
    /// ```
    /// use tongquan::{Moment, Rule, oversight::{Activity, Conformance, Hand, PlainCase, PlainEvent, Terms}};
    /// let (mut tally, mut case) = (Conformance::default(), PlainCase::of(Terms::UNKNOWN));
    /// let at = Moment::new("2024-03-04".parse()?, 9, 0, 0)?;
    /// tally.follow(&mut case, &PlainEvent { activity: Activity::File, at, hand: Hand::UNKNOWN });
    /// tally.follow(&mut case, &PlainEvent { activity: Activity::named("会签"), at, hand: Hand::UNKNOWN });
    /// assert_eq!(tally.by_rule().map(|(rule, _)| rule).collect::<Vec<_>>(), [Rule::StepHasPlace]);
    /// assert_eq!((tally.cases(), tally.clean(), tally.unshown().routes, tally.unshown().hands), (1, 0, 2, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn follow(&mut self, case: &mut PlainCase, event: &PlainEvent) -> Broken {
        let (begun, before, routed) = (case.is_begun(), case.broken(), case.is_routed());
        let acted = event.hand.is_known() && !case.is_moved();
        let broken = case.take(event);
        more(&mut self.entries, 1);
        more(&mut self.unshown.hands, u64::from(!acted));
        more(&mut self.unshown.routes, u64::from(!routed));
        more(&mut self.cases, u64::from(!begun));
        more(&mut self.clean, u64::from(!begun));
        if !broken.is_empty() {
            self.clean = self.clean.saturating_sub(u64::from(before.is_empty()));
            self.found(&broken.rules().collect(), &before.rules().collect());
        }
        broken
    }

    /// What one entry breaks, of a case whose entries before it broke these.
    fn found(&mut self, rules: &BTreeSet<Rule>, before: &BTreeSet<Rule>) {
        let sources =
            |of: &BTreeSet<Rule>| of.iter().flat_map(|it| it.sources()).copied().collect::<BTreeSet<Source>>();
        let cited_before = sources(before);
        for rule in rules {
            self.rules.entry(*rule).or_default().add(Found { cases: u64::from(!before.contains(rule)), entries: 1 });
        }
        for source in sources(rules) {
            let cases = u64::from(!cited_before.contains(&source));
            self.sources.entry(source).or_default().add(Found { cases, entries: 1 });
        }
    }

    /// Adds another tally's counts. The empty tally changes nothing.
    pub fn merge(&mut self, other: Self) {
        more(&mut self.cases, other.cases);
        more(&mut self.clean, other.clean);
        more(&mut self.entries, other.entries);
        more(&mut self.unshown.unjudged, other.unshown.unjudged);
        more(&mut self.unshown.hands, other.unshown.hands);
        more(&mut self.unshown.routes, other.unshown.routes);
        for (rule, found) in other.rules {
            self.rules.entry(rule).or_default().add(found);
        }
        for (source, found) in other.sources {
            self.sources.entry(source).or_default().add(found);
        }
    }

    /// 件数: how many cases were checked.
    pub const fn cases(&self) -> u64 {
        self.cases
    }
    /// How many of them nothing was found in.
    pub const fn clean(&self) -> u64 {
        self.clean
    }
    /// How many entries or events they had.
    pub const fn entries(&self) -> u64 {
        self.entries
    }
    /// 无从核查: what could not be checked.
    pub const fn unshown(&self) -> Unshown {
        self.unshown
    }
    /// 按规则: every rule that was broken, in the order of the rules.
    pub fn by_rule(&self) -> impl ExactSizeIterator<Item = (Rule, Found)> {
        self.rules.iter().map(|(rule, found)| (*rule, *found))
    }
    /// 按条款: every clause, article and silence that a broken rule rests on. A rule that rests on several counts under each.
    pub fn by_source(&self) -> impl ExactSizeIterator<Item = (Source, Found)> {
        self.sources.iter().map(|(source, found)| (*source, *found))
    }
}

const fn more(count: &mut u64, by: u64) {
    *count = count.saturating_add(by);
}
