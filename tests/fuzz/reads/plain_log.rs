//! 普通日志: events of a log from elsewhere, and journals, a line each: what can be read is judged, and as much is judged as was read.

use std::collections::BTreeMap;

use tongquan::{
    Journal, Office, Question, Route, Rule,
    case::steps::File,
    oversight::{Audit, Conformance, Logged, PlainCase, Terms},
    text::Mark,
};

use super::{
    Outcome,
    given::OFFICE,
    journal::{breaches, counted},
    read, round_trip,
};

/// What stands in the lines.
#[derive(Default)]
struct Lines {
    events: Vec<Logged>,
    filings: BTreeMap<Mark, File>,
    journals: Vec<Journal>,
}

pub(crate) fn plain_log(bytes: &[u8]) -> Outcome {
    let mut lines = Lines::default();
    for line in bytes.split(|it| *it == b'\n') {
        if let Some(event) = read::<Logged>(line) {
            round_trip(&event);
            lines.events.push(event);
        } else if let Some(file) = read::<File>(line) {
            round_trip(&file);
            lines.filings.entry(file.case.clone()).or_insert(file);
        } else if let Some(journal) = read::<Journal>(line) {
            lines.journals.push(journal);
        }
    }
    if lines.events.is_empty() && lines.journals.is_empty() {
        return Outcome::Unread;
    }
    let apart = lines.logged(None);
    let routed = lines.logged(Some(&OFFICE));
    assert_eq!((apart.cases(), apart.entries()), (routed.cases(), routed.entries()));
    let audited = [None, Some(&*OFFICE)].map(|it| lines.audited(it));
    assert_eq!(audited[0].entries(), audited[1].entries());
    let clean = [&apart, &routed, &audited[0], &audited[1]].into_iter().all(|it| it.clean() == it.cases());
    if clean { Outcome::Taken } else { Outcome::Refused }
}

impl Lines {
    /// The cases of the events, as they come, on their routes where an office is asked for them.
    fn logged(&self, office: Option<&Office>) -> Conformance {
        let mut cases: BTreeMap<&Mark, (PlainCase, Option<Route<'_>>)> = BTreeMap::new();
        for event in &self.events {
            let (case, route) = cases.entry(&event.case).or_insert_with(|| {
                let route = office.and_then(|it| self.route(it, event));
                (PlainCase::of(route.as_ref().map_or(Terms::UNKNOWN, Terms::of)), route)
            });
            judged(event, case, route.as_ref());
        }
        let judged: u64 = cases.values().map(|(case, _)| case.events()).sum();
        assert_eq!(judged, self.events.len() as u64, "as many are judged as were read");
        added(cases.values().map(|(case, _)| case))
    }

    fn route<'o>(&'o self, office: &'o Office, first: &Logged) -> Option<Route<'o>> {
        let File { item, place, scope, venue, .. } = self.filings.get(&first.case)?;
        let asked = Question { item, place: *place, scope: *scope, venue: Some(venue), day: first.at.day() };
        office.route(&asked).map_err(|why| assert!(!why.zh().is_empty())).ok()
    }

    fn audited(&self, office: Option<&Office>) -> Conformance {
        let mut tally = Conformance::default();
        for journal in &self.journals {
            let audit = Audit::by(journal.clone(), office);
            breaches(&audit);
            counted(&audit);
            tally.add(&audit);
            assert_eq!(audit.into_journal(), *journal);
        }
        let entries: usize = self.journals.iter().map(|it| 1 + it.entries.len()).sum();
        assert_eq!((tally.cases(), tally.entries()), (self.journals.len() as u64, entries as u64));
        round_trip(&tally);
        tally
    }
}

/// What an event breaks is what is said against it beforehand.
fn judged(event: &Logged, case: &mut PlainCase, route: Option<&Route<'_>>) {
    let plain = event.event(route);
    let why = [case.why(&plain), event.why(case, route)];
    let before = case.events();
    let broken: Vec<Rule> = case.take(&plain).rules().collect();
    assert_eq!(case.events(), before + 1);
    for why in why {
        let named: Vec<Rule> = why.iter().flat_map(|it| it.objections()).map(|it| it.rule).collect();
        assert!(named.len() == broken.len() && broken.iter().all(|it| named.contains(it)), "{broken:?} {named:?}");
        if let Some(why) = why {
            assert!(!why.zh().is_empty() && !why.to_string().is_empty());
        }
    }
}

/// Counted whole, and in two shards: it is the same.
fn added<'c>(cases: impl Iterator<Item = &'c PlainCase>) -> Conformance {
    let (mut whole, mut shards) = (Conformance::default(), [Conformance::default(), Conformance::default()]);
    for (at, case) in cases.enumerate() {
        whole.add_plain(case);
        shards[at % 2].add_plain(case);
    }
    let [mut one, other] = shards;
    one.merge(other);
    assert_eq!(one, whole);
    round_trip(&whole);
    whole
}
