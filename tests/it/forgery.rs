//! Whatever is changed in a journal, it proves nothing, or exactly the case that it then tells. What it tells of the registers is held
//! against them before anything moves.

pub(crate) mod changes;
mod courses;

use std::ops::RangeInclusive;

use changes::{Change, changes};
use courses::{Course, cut, live, written};
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{AnyCase, AnyStep, Journal, Office, Rule, Stamp, case::StepKind};

use crate::{
    journals::{GOLDEN, Golden, asked, proven},
    support::OFFICE_JSON,
};

#[test]
fn every_change_of_one_thing_is_refused_with_its_reason_or_makes_exactly_the_case_that_it_tells() {
    let (mut unread, mut unproven, mut lawful) = (0, 0, 0);
    for course in Course::all() {
        for (at, entry) in course.entries.iter().enumerate() {
            for change in changes(entry) {
                let told = format!("{} entry {at}{}: {}", course.name, change.field, change.to);
                let journal = match course.with(at, &change.entry) {
                    Ok(journal) => journal,
                    Err(why) => {
                        assert!(why.to_string().len() > 10, "{told}: {why}");
                        unread += 1;
                        continue;
                    }
                };
                then_read_as_it_says(&journal, at, &change, &told);
                if then_proven_whole_or_not_at_all(journal, at, &told) {
                    lawful += 1;
                } else {
                    unproven += 1;
                }
            }
        }
    }
    assert_eq!((unread, unproven, lawful), (64_280, 92_775, 21_520));
}

/// The entry is what the change made of it: an option left out is none, and only nothing is spelt in more ways than one.
#[track_caller]
fn then_read_as_it_says(journal: &Journal, at: usize, change: &Change, told: &str) {
    let mut read = written(journal, at);
    let mut meant = change.entry.clone();
    let place = change.field.split("//").next().unwrap();
    if let Some((_, key)) = change.field.split_once("//")
        && let Some(Value::Object(object)) = meant.pointer_mut(place)
    {
        object.entry(key).or_insert(Value::Null);
    }
    if read == meant {
        return;
    }
    for it in [&mut read, &mut meant] {
        let it = it.pointer_mut(place).unwrap_or_else(|| panic!("{told} is not read at all"));
        if is_nothing(it) {
            *it = Value::Null;
        }
    }
    assert_eq!(read, meant, "{told}");
}

/// An empty object or list, and an object in which nothing is named.
fn is_nothing(it: &Value) -> bool {
    match it {
        Value::Object(it) => it.values().all(Value::is_null),
        Value::Array(it) => it.is_empty(),
        _ => false,
    }
}

/// A case with exactly this journal, or the journal back, with a reason of an entry that is not before the changed one.
#[track_caller]
fn then_proven_whole_or_not_at_all(journal: Journal, from: usize, told: &str) -> bool {
    match AnyCase::replay(journal.clone()) {
        Ok(case) => {
            assert_eq!(Journal::from(case), journal, "{told}");
            true
        }
        Err(why) => {
            assert!(from <= why.at && why.at <= journal.entries.len(), "{told}: {why}");
            assert!(!why.why.objections().is_empty(), "{told}");
            assert_eq!(why.journal, journal, "{told}");
            false
        }
    }
}

#[test]
fn entries_left_out_told_again_out_of_order_renamed_or_of_another_case_prove_nothing_or_exactly_what_they_tell() {
    let (mut refused, mut lawful, mut held) = (0, 0, 0);
    let courses = Course::all();
    for Course { name, entries, office, .. } in &courses {
        let mut try_it = |from: usize, told: &str, changed: Vec<Value>| {
            let told = format!("{name}: {told} at {from}");
            match serde_json::from_value::<Journal>(Value::Array(changed)) {
                Ok(journal) if then_proven_whole_or_not_at_all(journal.clone(), from, &told) => {
                    held += then_moved_only_as_lived(office, &journal, &told);
                    lawful += 1;
                }
                Ok(_) => refused += 1,
                Err(why) => {
                    assert!(!why.to_string().is_empty(), "{told}");
                    refused += 1;
                }
            }
        };
        for at in 0..entries.len() {
            try_it(at, "left out", [&entries[..at], &entries[at + 1..]].concat());
            for to in 0..=entries.len() {
                try_it(to, "told again", [&entries[..to], &[entries[at].clone()], &entries[to..]].concat());
            }
            for to in at + 1..entries.len() {
                let mut swapped = entries.clone();
                swapped.swap(at, to);
                try_it(at, "swapped", swapped);
            }
            for kind in StepKind::iter() {
                let taken = entries[at].as_object().unwrap().values().next().unwrap();
                let renamed = json!({ serde_json::to_value(kind).unwrap().as_str().unwrap(): taken });
                if renamed != entries[at] {
                    try_it(at, kind.label(), [&entries[..at], &[renamed], &entries[at + 1..]].concat());
                }
            }
        }
        for other in courses.iter().filter(|it| it.name != *name) {
            for entry in &other.entries {
                let last = entries.len() - 1;
                try_it(last + 1, &other.name, [&entries[..], std::slice::from_ref(entry)].concat());
                try_it(last, &other.name, [&entries[..last], std::slice::from_ref(entry)].concat());
            }
        }
    }
    assert_eq!((refused, lawful, held), (22_646, 130, 5_722));
}

/// A journal is moved only if the office, asked to live it, comes to the very same: whether by each of so many steps.
#[track_caller]
fn then_moved_only_as_lived(office: &Office, journal: &Journal, told: &str) -> usize {
    let ended = AnyCase::replay(journal.clone()).unwrap().stage().is_terminal();
    let case = AnyCase::replay(cut(journal, journal.entries.len() + usize::from(!ended))).unwrap();
    let entries: Vec<Value> = serde_json::from_value(serde_json::to_value(&case).unwrap()).unwrap();
    let lived = live(&entries, office);
    assert!(!case.stage().is_terminal(), "{told}");
    // whatever is open: the record is looked at first
    let open = GOLDEN.iter().flat_map(Golden::entries).filter(|it| it.get("file").is_none()).map(|it| asked(&it));
    let asked: Vec<_> = open.filter(|(step, _)| case.steps().any(|it| it == step.kind())).collect();
    for (step, stamp) in &asked {
        let disagrees = case.check(step, stamp, office).is_err_and(|why| why.names(Rule::RecordAgrees));
        assert_eq!(disagrees, lived.as_ref() != Some(&case), "{told}");
    }
    asked.len()
}

#[test]
fn what_a_journal_tells_of_the_registers_is_held_against_them_before_it_moves() {
    let (mut lies, mut found, mut moved, mut refused) = (0, 0, 0, 0);
    for course in Course::all() {
        for (at, entry) in course.entries.iter().enumerate().take(course.entries.len() - 1) {
            for change in changes(entry) {
                let Ok(journal) = course.with(at, &change.entry) else { continue };
                let told = format!("{} entry {at}{}: {}", course.name, change.field, change.to);
                // right after the changed entry, and at the end
                let last = course.entries.len() - 1;
                for length in if at + 1 == last { vec![last] } else { vec![at + 1, last] } {
                    let Ok(read) = AnyCase::replay(cut(&journal, length)) else { continue };
                    let (step, stamp) = course.asked[length].clone();
                    if course.lived_with(at, &read, length).as_ref() == Some(&read) {
                        let same = written(&journal, at) == *entry;
                        assert!(same || !change.field.contains("/found"), "{told}: a lie under found went unseen");
                        match read.apply(step, stamp, course.office) {
                            Ok(_) => moved += 1,
                            Err(why) => {
                                assert!(!why.why.names(Rule::RecordAgrees), "{told}: {why}");
                                refused += 1;
                            }
                        }
                    } else {
                        let under_found = change.field.contains("/found");
                        let entries = if under_found { at..=at } else { at..=length };
                        then_never_moved(course.office, &read, entries, (step, stamp), &told);
                        found += usize::from(under_found);
                        lies += 1;
                    }
                }
            }
        }
    }
    assert_eq!((lies, found, moved, refused), (22_910, 22_283, 19_929, 8_958));
}

/// The first live step is refused, whatever it is, and an entry among these is named: what a later one found may hang on what an earlier one
/// said. The case comes back as it was.
#[track_caller]
fn then_never_moved(
    office: &Office,
    read: &AnyCase,
    entries: RangeInclusive<usize>,
    (step, stamp): (AnyStep, Stamp),
    told: &str,
) {
    let checked = read.check(&step, &stamp, office).unwrap_err();
    let back = read.clone().apply(step.clone(), stamp.clone(), office).unwrap_err();
    let named: Vec<Rule> = back.why.objections().iter().map(|it| it.rule).collect();
    assert_eq!(named, [Rule::RecordAgrees], "{told}");
    let lie = back.why.objections()[0].got.to_string();
    let named = |it: &str| it.parse().is_ok_and(|it| entries.contains(&it));
    assert!(lie.split(", ").any(named), "{told} is not named: {lie}");
    assert_eq!(back.why, checked, "{told}");
    assert_eq!((&back.case, &back.step, &back.stamp), (read, &step, &stamp), "{told}");
    let again = back.case.apply(step, stamp, office).unwrap_err();
    assert_eq!(again.why, checked, "{told}: a second attempt fares no better");
}

#[test]
fn what_only_people_said_is_theirs_to_say_and_moves_on_to_the_end() {
    let said = ["/case", "/follows", "/receipt", "/finding", "/person", "/documents/0", "/issue_licence/step/number"];
    let mut moved = 0;
    for course in Course::all() {
        for (at, entry) in course.entries.iter().enumerate() {
            let by_people = |it: &Change| {
                let named_user = it.field.starts_with("/affix_seal_no2/stamp");
                it.to == "x" && said.iter().any(|field| it.field.ends_with(field)) && !named_user
            };
            for change in changes(entry).iter().filter(|it| by_people(it)) {
                let journal = course.with(at, &change.entry).unwrap();
                let mut case = AnyCase::replay(cut(&journal, at + 1)).unwrap();
                for (step, stamp) in &course.asked[at + 1..] {
                    case = case.apply(step.clone(), stamp.clone(), course.office).unwrap();
                }
                assert!(case.stage().is_terminal(), "{}", change.field);
                assert_eq!(Journal::from(case), journal, "{}", change.field);
                moved += 1;
            }
        }
    }
    assert_eq!(moved, 363);
}

#[test]
fn a_true_journal_is_not_moved_by_an_office_whose_registers_tell_otherwise() {
    let each = |change: fn(&mut Value)| move |rows: &mut Vec<Value>| rows.iter_mut().for_each(change);
    then_disagrees("standards", each(|it| it["outcome"] = json!("（虚构）办成")), &GOLDEN.map(|it| (it.name, 0)));
    then_disagrees("postings", each(|it| it["from"] = json!("2024-06-01")), &[("window", 0)]);
    then_disagrees("own_items", each(|it| it["kind"] = json!("licence")), &[("county_original", 0)]);
    let choices = [("township_direct", 0), ("township_intake", 0)];
    then_disagrees("choices", each(|it| it["from"] = json!("2024-06-01")), &choices);
    then_disagrees("choices", each(|it| it["supervision"] = json!({})), &choices[1..]);
    let otherwise = each(|it| {
        if it["item"] == "WS-001" {
            it["outcome"] = json!("确认");
        }
    });
    then_disagrees("standards", otherwise, &[("county_original", 0)]);
    // lost between filing and use
    let lost = |rows: &mut Vec<Value>| {
        let of = |it: &Value| it["event"].get("cut").map(|_| it["seal"].clone());
        let lost = |seal| json!({ "seal": seal, "on": "2024-03-11", "event": { "lost": { "reason": "（虚构）" } } });
        let all: Vec<Value> = rows.iter().filter_map(of).map(lost).collect();
        rows.extend(all);
    };
    let sealed =
        |name| Golden::called(name).entries().iter().position(|it| it.get("affix_seal_no2").is_some()).unwrap();
    // three were filed after the loss, so that their readiness is told wrong first
    let later = [("unfavourable", 0), ("withdrawn", 0), ("not_accepted", 0)];
    let seals = [&[("review", sealed("review")), ("foreign_venue", sealed("foreign_venue"))][..], &later].concat();
    then_disagrees("seals", lost, &seals);
    // an agreement that ends runs off for the cases filed before
    then_disagrees("agreements", each(|it| it["until"] = json!("2024-03-04")), &later);
    // and one that had ended before could not be found open on the filing day
    let ended = each(|it| it["until"] = json!("2024-03-03"));
    let then = [("review", 0), ("foreign_venue", 0), ("lapsed", 0)];
    then_disagrees("agreements", ended, &[&then[..], &later].concat());
}

/// With these rows changed, the office moves none of these journals, for that entry, and every other.
#[track_caller]
fn then_disagrees(rows: &str, change: impl Fn(&mut Vec<Value>), lies: &[(&str, usize)]) {
    let mut office: Value = serde_json::from_str(OFFICE_JSON).unwrap();
    change(office[0][rows].as_array_mut().unwrap());
    let office: Office = serde_json::from_value(office).unwrap();
    for golden in GOLDEN {
        let entries = golden.entries();
        let (last, before) = entries.split_last().unwrap();
        let (step, stamp) = asked(last);
        let checked = proven(before).check(&step, &stamp, &office);
        match lies.iter().find(|it| it.0 == golden.name) {
            None => assert_eq!(checked, Ok(()), "{rows}: {}", golden.name),
            Some((_, at)) => {
                let why = checked.unwrap_err();
                assert!(why.names(Rule::RecordAgrees), "{rows}: {}: {why}", golden.name);
                assert!(why.objections()[0].got.to_string().starts_with(&format!("{at}, ")), "{rows}: {why}");
            }
        }
    }
}
