use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Audit, Breach, PlainCase};
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
/// It counts whatever it is given, of whatever day: statistics of a day leave out what was filed later. It is written for shards made in other
/// processes, and read back the same; what contradicts itself is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Conformance(Counts);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Conformance", deny_unknown_fields)]
struct Counts {
    v: Version,
    cases: u64,
    held: u64,
    clean: u64,
    entries: u64,
    unshown: Unshown,
    rules: BTreeMap<Rule, Found>,
    sources: BTreeMap<Source, Found>,
}

impl Counts {
    /// What no cases can have.
    fn contradiction(&self) -> Option<String> {
        let Self { v: Version, cases, held, clean, entries, unshown, rules, sources } = self;
        // of more than can be counted, nobody knows how many were broken: at least those that are not clean, and at most all
        let broken = cases.saturating_sub(*clean);
        let most_broken = if *cases == u64::MAX { *cases } else { broken };
        let fits =
            |it: &&Found| (1..=most_broken).contains(&it.cases) && it.cases <= it.entries && it.entries <= *entries;
        let found = rules.values().chain(sources.values()).find(|it| !fits(it));
        let most = rules.values().fold(0, |sum: u64, it| sum.saturating_add(it.cases));
        let amiss = found.is_some()
            || clean.max(held) > cases
            || cases > entries
            || unshown.largest() > *entries
            || rules.is_empty() != sources.is_empty()
            || most < broken;
        amiss.then(|| {
            let (rules, sources) = (rules.len(), sources.len());
            let one =
                found.map_or_else(String::new, |it| format!(", one in {} cases, {} entries", it.cases, it.entries));
            format!(
                "of {cases} cases with {entries} entries {held} held and {clean} clean, at most {} entries unchecked, \
                 {rules} rules and {sources} sources broken{one}: these contradict each other（件次相互矛盾）",
                unshown.largest()
            )
        })
    }
}

impl<'de> Deserialize<'de> for Conformance {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let read = Counts::deserialize(from)?;
        match read.contradiction() {
            None => Ok(Self(read)),
            Some(what) => Err(de::Error::custom(what)),
        }
    }
}

/// 件次: how often something was found.
///
/// See the example of [`Conformance`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// 件: in how many cases.
    pub cases: u64,
    /// 次: in how many entries or events.
    pub entries: u64,
}

/// 无从核查: what could not be checked, and was not passed over.
///
/// ```
/// use tongquan::{Journal, oversight::{Audit, Conformance}};
/// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut tally = Conformance::default();
/// tally.add(&Audit::of(journal));
/// let unshown = tally.unshown();
/// assert_eq!((unshown.unjudged, unshown.hands, unshown.routes), (0, 0, 0)); // a journal says who acted, and on which route
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unshown {
    /// Entries of journals whose opening makes no route.
    pub unjudged: u64,
    /// Events of a plain log whose actor's role was not checked, but for applicants and officials: it does not say who acted, no route is known, or the
    /// case had moved on to a later edition.
    pub hands: u64,
    /// Events of a plain log on no known route: their modality was not checked.
    pub routes: u64,
}

impl Unshown {
    pub(super) const NOTHING: Self = Self { unjudged: 0, hands: 0, routes: 0 };

    /// An event, by whether role and modality were checked.
    pub(super) const fn count(&mut self, role: bool, modality: bool) {
        self.hands += !role as u64;
        self.routes += !modality as u64;
    }

    /// The largest of its counts: no entry is more than once in any.
    fn largest(self) -> u64 {
        self.unjudged.max(self.hands).max(self.routes)
    }

    const fn merge(&mut self, other: Self) {
        more(&mut self.unjudged, other.unjudged);
        more(&mut self.hands, other.hands);
        more(&mut self.routes, other.routes);
    }
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
        more(&mut self.0.cases, 1);
        more(&mut self.0.held, u64::from(audit.is_held()));
        more(&mut self.0.entries, 1 + audit.entries().len() as u64);
        more(&mut self.0.unshown.unjudged, audit.unjudged() as u64);
        more(&mut self.0.clean, u64::from(audit.breaches().is_empty()));
        if !audit.breaches().is_empty() {
            let rules = |it: &Breach| it.why.objections().iter().map(|it| it.rule).collect();
            self.find(audit.breaches().iter().map(|it| (rules(it), 1)));
        }
    }

    /// Counts a case of a plain log, once its events are taken.
    ///
    /// ```
    /// use tongquan::{Moment, Rule, oversight::{Activity, Conformance, Hand, PlainCase, PlainEvent, Terms}};
    /// let mut case = PlainCase::of(Terms::UNKNOWN);
    /// let at = Moment::new("2024-03-04".parse()?, 9, 0, 0)?;
    /// case.take(&PlainEvent { activity: Activity::File, at, hand: Hand::UNKNOWN });
    /// case.take(&PlainEvent { activity: Activity::named("会签"), at, hand: Hand::UNKNOWN });
    /// let mut tally = Conformance::default();
    /// tally.add_plain(&case);
    /// assert_eq!(tally.by_rule().map(|(rule, _)| rule).collect::<Vec<_>>(), [Rule::StepHasPlace]);
    /// assert_eq!((tally.cases(), tally.clean(), tally.unshown().routes, tally.unshown().hands), (1, 0, 2, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_plain(&mut self, case: &PlainCase) {
        more(&mut self.0.cases, 1);
        more(&mut self.0.clean, u64::from(case.broken().is_empty()));
        more(&mut self.0.entries, case.events());
        self.0.unshown.merge(case.unshown());
        if !case.broken().is_empty() {
            self.find(case.found().map(|(broken, events)| (broken.rules().collect(), events)));
        }
    }

    /// What so many entries of one case break, for each set of rules that they do.
    #[cold]
    fn find(&mut self, broken: impl Iterator<Item = (BTreeSet<Rule>, u64)>) {
        let mut before = BTreeSet::new();
        for (rules, entries) in broken {
            self.found(&rules, entries, &before);
            before.extend(rules);
        }
    }

    /// What so many entries break, of a case whose others broke these.
    fn found(&mut self, rules: &BTreeSet<Rule>, entries: u64, before: &BTreeSet<Rule>) {
        let sources =
            |of: &BTreeSet<Rule>| of.iter().flat_map(|it| it.sources()).copied().collect::<BTreeSet<Source>>();
        let cited_before = sources(before);
        for rule in rules {
            self.0.rules.entry(*rule).or_default().add(Found { cases: u64::from(!before.contains(rule)), entries });
        }
        for source in sources(rules) {
            let cases = u64::from(!cited_before.contains(&source));
            self.0.sources.entry(source).or_default().add(Found { cases, entries });
        }
    }

    /// Adds another tally's counts. The empty tally changes nothing.
    pub fn merge(&mut self, other: Self) {
        more(&mut self.0.cases, other.0.cases);
        more(&mut self.0.held, other.0.held);
        more(&mut self.0.clean, other.0.clean);
        more(&mut self.0.entries, other.0.entries);
        self.0.unshown.merge(other.0.unshown);
        for (rule, found) in other.0.rules {
            self.0.rules.entry(rule).or_default().add(found);
        }
        for (source, found) in other.0.sources {
            self.0.sources.entry(source).or_default().add(found);
        }
    }

    /// 件数: how many cases were checked.
    pub const fn cases(&self) -> u64 {
        self.0.cases
    }
    /// How many of them were held against an office: of the others, what journals say of the registers was taken as said.
    pub const fn held(&self) -> u64 {
        self.0.held
    }
    /// How many of them nothing was found in.
    pub const fn clean(&self) -> u64 {
        self.0.clean
    }
    /// How many entries or events they had.
    pub const fn entries(&self) -> u64 {
        self.0.entries
    }
    /// 无从核查: what could not be checked.
    pub const fn unshown(&self) -> Unshown {
        self.0.unshown
    }
    /// 按规则: every rule that was broken, in the order of the rules.
    pub fn by_rule(&self) -> impl ExactSizeIterator<Item = (Rule, Found)> {
        self.0.rules.iter().map(|(rule, found)| (*rule, *found))
    }
    /// 按条款: every clause, article and silence that a broken rule rests on. A rule that rests on several counts under each.
    pub fn by_source(&self) -> impl ExactSizeIterator<Item = (Source, Found)> {
        self.0.sources.iter().map(|(source, found)| (*source, *found))
    }
}

const fn more(count: &mut u64, by: u64) {
    *count = count.saturating_add(by);
}
