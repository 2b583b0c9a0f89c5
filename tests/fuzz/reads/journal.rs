//! 流转记录: a journal proves a case or tells where it does not; nothing of it is lost either way.

use tongquan::{
    AnyCase, Calendar, Journal,
    case::Unproven,
    oversight::{Audit, Conformance, Facet, Statistics},
};

use super::{Outcome, given::OFFICE, questions, read, round_trip, told};

pub(crate) fn journal(bytes: &[u8]) -> Outcome {
    of_rows(bytes);
    let case = read::<AnyCase>(bytes);
    let Some(journal) = read::<Journal>(bytes) else {
        assert_eq!(case, None, "a case is what a journal proves");
        return Outcome::Unread;
    };
    round_trip(&journal);
    match AnyCase::replay(journal.clone()) {
        Ok(replayed) => {
            assert_eq!(case.as_ref(), Some(&replayed));
            proven(&replayed, &journal);
            Outcome::Taken
        }
        Err(unproven) => {
            assert_eq!(case, None);
            refused(&unproven, &journal);
            Outcome::Refused
        }
    }
}

fn first(journal: &Journal, entries: usize) -> Journal {
    Journal { opening: journal.opening.clone(), entries: journal.entries[..entries].to_vec() }
}

fn proven(case: &AnyCase, journal: &Journal) {
    let text = round_trip(case);
    assert_eq!(text, round_trip(journal), "a case is written as its journal");
    assert_eq!(Journal::from(case.clone()), *journal);
    assert_eq!(case.record().to_journal(), *journal);
    for entries in 0..=journal.entries.len() {
        let begun = AnyCase::replay(first(journal, entries)).unwrap_or_else(|why| panic!("a prefix: {why}"));
        assert_eq!(begun.record().version(), 1 + entries);
        assert!(entries == journal.entries.len() || !begun.stage().is_terminal(), "nothing comes after the end");
    }
    rows(case, journal, &text);
    questions::of_case(case);
    let audit = Audit::of(journal.clone());
    assert!(audit.is_proven() && audit.breaches().is_empty());
    counted(&audit);
    assert_eq!(audit.into_journal(), *journal);
    held(journal);
}

/// Whatever lies in a store as rows: the values of a list, or lines. They are a journal where the list of them is one, and else the first bad
/// one is named.
fn of_rows(bytes: &[u8]) {
    let values = read::<Vec<serde_json::Value>>(bytes);
    let rows: Vec<Vec<u8>> = match &values {
        Some(values) => values.iter().map(|it| it.to_string().into_bytes()).collect(),
        None => bytes.split(|it| *it == b'\n').map(<[u8]>::to_vec).collect(),
    };
    match Journal::from_rows(&rows) {
        Ok(journal) => {
            let list = [&b"["[..], &rows.join(&b","[..]), b"]"].concat();
            assert_eq!(serde_json::from_slice::<Journal>(&list).unwrap(), journal);
        }
        Err(why) => {
            assert!(why.at < rows.len().max(1));
            told(&why);
            assert!(values.is_none() || read::<Journal>(bytes).is_none(), "{why}");
        }
    }
}

/// Each row is an entry of the text, byte for byte, and the rows are the journal again.
fn rows(case: &AnyCase, journal: &Journal, text: &str) {
    let rows = case.record().rows_since(0).unwrap();
    assert_eq!(Journal::from_rows(&rows).unwrap(), *journal);
    let joined: Vec<&str> = rows.iter().map(|it| std::str::from_utf8(it).unwrap()).collect();
    assert_eq!(format!("[{}]", joined.join(",")), text);
    for version in 0..=rows.len() {
        assert_eq!(case.record().rows_since(version).unwrap(), rows[version..]);
    }
}

fn refused(unproven: &Unproven, journal: &Journal) {
    assert_eq!(unproven.journal, *journal, "it comes back whole");
    assert!(!unproven.why.objections().is_empty());
    told(unproven);
    assert!(!unproven.zh().is_empty() && !unproven.why.zh().is_empty());
    let at = unproven.at;
    assert!(at <= journal.entries.len());
    if at > 0 {
        // what stands before it is proven, and with it the same is refused for the same reasons
        let before = AnyCase::replay(first(journal, at - 1)).unwrap_or_else(|why| panic!("before {at}: {why}"));
        questions::of_case(&before);
        let again = AnyCase::replay(first(journal, at)).unwrap_err();
        assert_eq!((again.at, &again.why), (at, &unproven.why));
    }
    let audit = Audit::of(journal.clone());
    assert!(!audit.is_proven());
    assert_eq!(audit.breaches().first().map(|it| it.entry), Some(at), "the audit begins where the proof ends");
    breaches(&audit);
    counted(&audit);
    assert_eq!(audit.into_journal(), *journal);
    held(journal);
}

/// Held against an office, whatever it claims.
fn held(journal: &Journal) {
    let audit = Audit::against(journal.clone(), &OFFICE);
    breaches(&audit);
    counted(&audit);
    assert!(audit.is_held());
}

/// In order, an entry once, each with its reasons.
pub(super) fn breaches(audit: &Audit) {
    let entries: Vec<usize> = audit.breaches().iter().map(|it| it.entry).collect();
    assert!(entries.is_sorted_by(|one, next| one < next), "{entries:?}");
    assert!(entries.iter().all(|it| *it <= audit.entries().len()));
    for breach in audit.breaches() {
        assert!(!breach.why.objections().is_empty() && !breach.zh().is_empty());
        told(breach);
    }
}

/// One case is counted, and what was counted is read again.
pub(super) fn counted(audit: &Audit) {
    let mut tally = Conformance::default();
    tally.add(audit);
    assert_eq!((tally.cases(), tally.entries()), (1, 1 + audit.entries().len() as u64));
    assert_eq!(tally.clean() == 1, audit.breaches().is_empty());
    round_trip(&tally);
    let mut statistics = Statistics::on(audit.filed());
    statistics.add_audited(audit, Calendar::built_in(), Facet::all);
    let counted = statistics.group(&Facet::All).map_or(0, |it| it.cases()) + statistics.unrouted();
    assert_eq!(counted, 1);
    round_trip(&statistics);
    let mut later = Statistics::on("2026-12-31".parse().unwrap());
    later.add_audited(audit, OFFICE.now().calendar(), Facet::all);
    round_trip(&later);
}
