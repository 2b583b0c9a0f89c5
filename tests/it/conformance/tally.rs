//! What was found, counted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use tongquan::{
    AnyCase, Clause, Journal, Rule, Source,
    oversight::{Audit, Conformance, Found, PlainCase, Terms},
};

use super::{edits, golden, golden_journals, plain::plain};
use crate::support::OFFICE;

fn audits() -> Vec<Audit> {
    let golden: Vec<Journal> = golden_journals();
    let edited = golden.iter().flat_map(|it| edits(it).map(|it| it.1).collect::<Vec<_>>());
    edited.chain(golden.iter().cloned()).map(|it| Audit::against(it, &OFFICE)).collect()
}

fn tally<'a>(audits: impl IntoIterator<Item = &'a Audit>) -> Conformance {
    let mut tally = Conformance::default();
    audits.into_iter().for_each(|it| tally.add(it));
    tally
}

#[test]
fn it_counts_cases_and_entries_by_rule_and_by_source() {
    let audits = audits();
    let told = tally(&audits);
    let (mut rules, mut sources) = (BTreeMap::<Rule, Found>::new(), BTreeMap::<Source, Found>::new());
    for audit in &audits {
        let entries: Vec<BTreeSet<Rule>> =
            audit.breaches().iter().map(|it| it.why.objections().iter().map(|it| it.rule).collect()).collect();
        for rule in entries.iter().flatten().collect::<BTreeSet<_>>() {
            let found = rules.entry(*rule).or_default();
            found.cases += 1;
            found.entries += entries.iter().filter(|it| it.contains(rule)).count() as u64;
        }
        let cites = |it: &BTreeSet<Rule>, source| it.iter().any(|it| it.sources().contains(source));
        for source in entries.iter().flatten().flat_map(|it| it.sources()).collect::<BTreeSet<_>>() {
            let found = sources.entry(*source).or_default();
            found.cases += 1;
            found.entries += entries.iter().filter(|it| cites(it, source)).count() as u64;
        }
    }
    assert!(rules.len() > 12 && told.by_rule().eq(rules), "{told:?}");
    assert!(told.by_source().eq(sources));
    assert_eq!(told.cases(), audits.len() as u64);
    assert_eq!(told.clean(), audits.iter().filter(|it| it.breaches().is_empty()).count() as u64);
}

#[test]
fn shards_add_up_and_are_read_back() {
    let audits = audits();
    let whole = tally(&audits);
    for shards in [1, 2, 3, 7] {
        let mut merged = Conformance::default();
        for shard in (0..shards).rev() {
            let part = tally(audits.iter().skip(shard).step_by(shards));
            merged.merge(serde_json::from_str(&serde_json::to_string(&part).unwrap()).unwrap());
        }
        assert_eq!(merged, whole);
    }
    let bytes = postcard::to_allocvec(&whole).unwrap();
    assert_eq!(postcard::from_bytes::<Conformance>(&bytes).unwrap(), whole);
    // what no cases can have is refused
    let read = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut told = serde_json::to_value(&whole).unwrap();
        change(&mut told);
        serde_json::from_value::<Conformance>(told)
    };
    assert_eq!(read(&|_| {}).unwrap(), whole);
    for (field, value) in [("clean", whole.cases() + 1), ("entries", 1), ("cases", 1), ("v", 2)] {
        assert!(read(&|it| it[field] = value.into()).is_err(), "{field}");
    }
    // no entry is unchecked twice in one way
    for unshown in ["unjudged", "hands", "routes"] {
        let told = read(&|it| it["unshown"][unshown] = (whole.entries() + 1).into()).unwrap_err().to_string();
        assert!(told.contains(&format!("at most {} entries unchecked", whole.entries() + 1)), "{told}");
    }
    assert!(read(&|it| it["rules"]["step_has_place"]["cases"] = 0.into()).is_err());
    assert!(read(&|it| it["sources"] = serde_json::json!({})).is_err());
    assert!(read(&|it| it["rules"]["no_such_rule"] = serde_json::json!({"cases": 1, "entries": 1})).is_err());
    assert!(read(&|it| it["more"] = 1.into()).is_err());
    // upon what a rule rests may be read otherwise later: what was counted stays as it was counted
    let otherwise = read(&|it| {
        let sources = it["sources"].as_object_mut().unwrap();
        let found = sources.remove("C7").unwrap();
        sources.insert("S45".into(), found);
    });
    assert!(otherwise.unwrap().by_source().all(|(source, _)| source != Source::Clause(Clause::C7)));
}

#[test]
fn a_plain_log_is_counted_event_by_event_with_what_it_does_not_say() {
    let record = AnyCase::replay(golden("review")).unwrap();
    let record = record.record();
    let (journal, route) = (record.to_journal(), record.route());
    let mut journal_twice = journal.clone();
    journal_twice.entries.insert(0, journal.entries[0].clone());
    let mut tally = Conformance::default();
    for (journal, terms) in [(&journal, Terms::of(&route)), (&journal_twice, Terms::UNKNOWN)] {
        let mut case = PlainCase::of(terms);
        for event in plain(journal, &route) {
            case.take(&event);
        }
        tally.add_plain(&case);
    }
    assert_eq!((tally.cases(), tally.clean()), (2, 1));
    assert_eq!(tally.entries(), 2 * journal.entries.len() as u64 + 3);
    assert_eq!(tally.unshown().routes, journal.entries.len() as u64 + 2);
    assert_eq!(tally.by_rule().collect::<Vec<_>>(), [(Rule::StepHasPlace, Found { cases: 1, entries: 1 })]);
}

/// Found by fuzzing: at the most that can be counted, the clean and the broken cases are more than all cases together.
#[test]
fn tallies_of_more_cases_than_can_be_counted_add_up_to_one_that_is_read_back() {
    let most = u64::MAX;
    let read = |clean: u64, found: u64| -> Conformance {
        let found: Vec<(&str, Value)> = ["papers_complete", "C7", "OBE36"]
            .map(|it| (it, json!({"cases": found, "entries": found})))
            .into_iter()
            .filter(|_| found > 0)
            .collect();
        let named = |are: fn(&str) -> bool| {
            Value::Object(
                found.iter().filter(|it| are(it.0)).map(|(name, it)| ((*name).to_owned(), it.clone())).collect(),
            )
        };
        let tally = json!({
            "v": 1, "cases": most, "held": 0, "clean": clean, "entries": most,
            "unshown": {"unjudged": 0, "hands": 0, "routes": 0},
            "rules": named(|it| it == "papers_complete"), "sources": named(|it| it != "papers_complete"),
        });
        serde_json::from_value(tally).unwrap()
    };
    let mut merged = read(0, most);
    merged.merge(read(most, 0));
    assert_eq!((merged.cases(), merged.clean(), merged.by_rule().count()), (most, most, 1));
    assert_eq!(serde_json::from_str::<Conformance>(&serde_json::to_string(&merged).unwrap()).unwrap(), merged);
}
