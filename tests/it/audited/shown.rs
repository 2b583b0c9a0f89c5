//! A simulated log beside what was filed: it shows of a journal's breaches what such a log can show, at the same entries, and nothing else.

use std::collections::BTreeSet;

use tongquan::{
    Rule,
    case::StepKind,
    oversight::{Audit, Broken, Conformance, Logged, Shows},
};

use crate::{
    audit::{Filed, Inputs, Missed, Plain, Told, Words, begun, read},
    simulated::{FAULTS, LAWFUL, WORLD},
    simulation::{Line, events, planted},
};

fn told<T>(make: impl FnOnce(&mut Told<'_>) -> T) -> (T, String) {
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let made = make(&mut Told::new(Words { chinese: false }, false, &mut out, &mut beside));
    (made, String::from_utf8(out).unwrap())
}

fn of(text: String) -> Inputs<'static> {
    let mut inputs = Inputs::default();
    inputs.add("cases", Box::new(std::io::Cursor::new(text.into_bytes())));
    inputs
}

/// As the simulation writes them: what was filed, a line a case.
fn filed<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Filed {
    let mut filed = Filed::default();
    let lines: Vec<String> =
        lines.into_iter().map(|it| serde_json::to_string(&it.journal.opening.step).unwrap()).collect();
    let (missed, said) = told(|it| read(&mut filed, of(lines.join("\n")), it).unwrap());
    assert_eq!((missed, said.as_str()), (Missed::default(), ""));
    filed
}

/// And its events.
fn logged(line: &Line) -> Vec<String> {
    events(&line.journal).map(|it| serde_json::to_string(&it).unwrap()).collect()
}

/// The rules that each event breaks, on the route that was filed.
fn shown(line: &Line) -> Vec<BTreeSet<Rule>> {
    let events: Vec<Logged> = logged(line).iter().map(|it| serde_json::from_str(it).unwrap()).collect();
    let mut followed = begun(&WORLD.office, &mut filed([line]), &events[0]);
    let why = events.iter().map(|it| followed.take(it));
    let rules: Vec<BTreeSet<Rule>> =
        why.map(|it| it.iter().flat_map(|it| it.objections()).map(|it| it.rule).collect()).collect();
    let mut count = Conformance::default();
    count.add_plain(&followed.case);
    assert_eq!(count.clean(), u64::from(rules.iter().all(BTreeSet::is_empty)));
    rules
}

#[test]
fn of_lawful_cases_a_log_shows_nothing_also_where_it_tells_them_by_turns() {
    let lines = planted(&WORLD, 800, LAWFUL).unwrap();
    let moved = lines.iter().filter(|it| it.journal.entries.iter().any(|it| it.kind() == StepKind::Transfer));
    assert!(moved.count() > 0);
    let mut events: Vec<(usize, String)> = lines.iter().flat_map(|it| logged(it).into_iter().enumerate()).collect();
    events.sort_by_key(|(at, _)| *at);
    let log: Vec<String> = events.into_iter().map(|(_, it)| it).collect();
    let mut plain = Plain::new(&WORLD.office, filed(&lines));
    let (missed, said) = told(|it| read(&mut plain, of(log.join("\n")), it).unwrap());
    assert_eq!((missed, said.as_str()), (Missed::default(), ""));
    assert_eq!((plain.count().cases(), plain.count().clean()), (800, 800));
    assert_eq!(plain.count().entries(), log.len() as u64);
    // every event has its actor; a case that moved on is on no known route from there
    assert!(plain.count().unshown().routes < log.len() as u64 / 20, "{:?}", plain.count().unshown());
}

#[test]
fn of_a_planted_fault_a_log_shows_what_it_can_and_nothing_without_cause() {
    let (mut held, mut shows) = (0, BTreeSet::new());
    for line in &*FAULTS {
        let audit = Audit::against(line.journal.clone(), &WORLD.office);
        let told = shown(line);
        // a lie about who is to handle it is told of the opening alone, and by the log of everybody who then did
        let lied = audit.breaches().first().is_some_and(|it| it.entry == 0 && it.why.names(Rule::RecordAgrees));
        let times = |it: usize| if lied { it.min(1) } else { it };
        let moved = line.journal.entries.iter().position(|it| it.kind() == StepKind::Transfer);
        for rule in Broken::RULES {
            let (mut plain, mut whole) = (0, 0);
            for (entry, told) in told.iter().enumerate() {
                let breach = audit.breaches().iter().find(|it| it.entry == entry);
                // of what has no place no more is told, and a log cannot look ahead to see that it came too early
                if rule != Rule::StepHasPlace && told.contains(&Rule::StepHasPlace) {
                    continue;
                }
                plain += usize::from(told.contains(&rule));
                whole += usize::from(breach.is_some_and(|it| it.why.names(rule)));
                let kind = line.fault.as_ref().unwrap().kind;
                assert!(times(plain) <= times(whole), "{kind} {entry} {rule:?} is not broken: {:?}", line.journal);
                let always = Shows::of(rule) == Some(Shows::Always) && moved.is_none_or(|it| entry <= it + 1);
                assert!(!always || times(plain) == times(whole), "{kind} {entry} {rule:?}: {:?}", line.journal);
            }
            held += whole;
            if plain > 0 {
                shows.insert(rule);
            }
        }
    }
    assert!(held > 150 && shows.len() > 12, "{held} {shows:?}");
}

#[test]
fn what_was_filed_is_told_where_it_cannot_be_read_and_where_it_differs() {
    let line = &FAULTS[0];
    let file = serde_json::to_string(&line.journal.opening.step).unwrap();
    let other = file.replacen("\"follows\":null", "\"follows\":\"2023-1\"", 1);
    assert_ne!(other, file);
    let mut filed = Filed::default();
    let lines = [file.as_str(), "{}", file.as_str(), other.as_str()].join("\n");
    let (missed, said) = told(|it| read(&mut filed, of(lines), it).unwrap());
    assert_eq!((missed, filed.again), (Missed { unread: 1, cut: 0 }, 1));
    let said: Vec<&str> = said.lines().collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("cases line 2: not a filing, from byte 2 on: missing field `case`"), "{said:?}");
    let case = &line.journal.opening.step.case;
    assert_eq!(said[1], format!("cases line 4: case {case} was filed otherwise on a line before, which stands"));
}
