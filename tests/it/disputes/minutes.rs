//! A dispute as it is stored: read back and proven; and every single change of what was stored, of which none makes anything but a lawful
//! dispute that says exactly so.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tongquan::oversight::Minutes;

use super::*;

/// A lawsuit with every kind of step, and everything in it.
fn whole() -> (Told, Dossier<Dispute>) {
    let told = Told::at("A1-33", StageKind::Closed);
    let mut lodge = told.lodge(DisputeKind::Litigation, DisputedAct::Decision);
    lodge.claim = Some("撤销该决定".parse().unwrap());
    let it = Dossier::open(lodge, Stamp { at: told.after(1), by: told.applicant() }, told.beside()).unwrap();
    let steps = [
        (DisputeStep::TakeUp {}, told.handler()),
        (DisputeStep::Appear {}, told.department()),
        (concluded(award(AwardKind::StateCompensation, 100)), told.handler()),
        (DisputeStep::Pay { amount: fen(60) }, told.department()),
        (DisputeStep::Reimburse { amount: fen(60) }, told.handler()),
        (DisputeStep::Pay { amount: fen(40) }, told.department()),
    ];
    let hours = 10..;
    let it = steps.into_iter().zip(hours).fold(it, |it, ((step, by), hour)| {
        let at = Moment::new(told.after(2).day(), hour, 0, 0).unwrap();
        it.take(step, Stamp { at, by: official(by) }, told.beside()).unwrap()
    });
    (told, it)
}

/// What comes of minutes that were changed.
fn verdict(told: &Told, stored: &Value, original: &Dossier<Dispute>) -> &'static str {
    let Ok(minutes) = serde_json::from_value::<Minutes<Dispute>>(stored.clone()) else { return "unreadable" };
    match Dossier::prove(minutes.clone(), told.beside()) {
        Err(unfounded) => {
            // the minutes come back, and up to the entry that is named they hold
            assert_eq!(unfounded.minutes, minutes);
            assert!(unfounded.at <= minutes.steps.len() && !unfounded.zh().is_empty());
            if unfounded.at > 0 {
                let mut sound = minutes;
                sound.steps.truncate(unfounded.at - 1);
                assert!(Dossier::prove(sound, told.beside()).is_ok());
            }
            "refused"
        }
        Ok(proven) => {
            // what was written is what it says, and nothing else
            assert_eq!(*proven.minutes(), minutes);
            assert_ne!(proven, *original);
            "lawful"
        }
    }
}

#[test]
fn a_dispute_is_read_back_as_it_was_written_and_so_is_each_part_of_it() {
    let (told, it) = whole();
    let stored = serde_json::to_value(&it).unwrap();
    assert_eq!(stored[0]["v"], json!(1));
    let entries = stored.as_array().unwrap();
    assert_eq!(entries.len(), it.version());
    for length in 1..=entries.len() {
        let minutes = serde_json::from_value(entries[..length].to_vec().into()).unwrap();
        let part = Dossier::<Dispute>::prove(minutes, told.beside()).unwrap();
        assert_eq!(part.version(), length);
        // the next entry makes it what the next prefix proves
        if let Some(next) = entries.get(length) {
            let stamp: Stamp = serde_json::from_value(next["stamp"].clone()).unwrap();
            let step: DisputeStep = serde_json::from_value(next["step"].clone()).unwrap();
            let more = part.take(step, stamp, told.beside()).unwrap();
            assert_eq!(serde_json::to_value(&more).unwrap(), json!(entries[..=length]));
        } else {
            assert_eq!(part, it);
        }
    }
    let bytes = postcard::to_allocvec(&it).unwrap();
    let minutes: Minutes<Dispute> = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(Dossier::prove(minutes, told.beside()).unwrap(), it);
    for wrong in [json!([]), json!({}), json!([entries[1]]), json!(null), json!([entries[0], entries[0]])] {
        assert!(serde_json::from_value::<Minutes<Dispute>>(wrong).is_err());
    }
}

/// Every place in a value, by its pointer.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, it)| places(it, &format!("{at}/{name}"), all)),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, it)| places(it, &format!("{at}/{n}"), all)),
        _ => {}
    }
    if !at.is_empty() {
        all.push(at.to_owned());
    }
}

/// What else might stand at a place.
fn others(value: &Value, pool: &[Value]) -> Vec<Value> {
    let mut others = match value {
        Value::Number(it) => {
            let it = it.as_u64().unwrap();
            vec![json!(it + 1), json!(it.saturating_sub(1)), json!(0), json!(u64::MAX), json!(-1), json!("1")]
        }
        _ => vec![Value::Null, json!(""), json!(0), json!([]), json!({}), json!({"v": 2})],
    };
    // whatever stands elsewhere in it, and each word that the types have
    others.extend(pool.iter().cloned());
    others.retain(|it| it != value);
    others
}

const WORDS: [&str; 17] = [
    "petition",
    "complaint",
    "reconsideration",
    "litigation",
    "intake",
    "non_acceptance",
    "decision",
    "delay",
    "upheld",
    "overturned",
    "settled",
    "withdrawn",
    "compensation",
    "state_compensation",
    "2024-03-04",
    "2030-01-01",
    "finance",
];

#[test]
fn no_single_change_of_a_field_passes_unseen() {
    let (told, it) = whole();
    let stored = serde_json::to_value(&it).unwrap();
    let mut all = Vec::new();
    places(&stored, "", &mut all);
    let mut pool: Vec<Value> = all.iter().map(|at| stored.pointer(at).unwrap().clone()).collect();
    pool.extend(WORDS.map(Value::from));
    let mut known: Vec<Value> = Vec::new();
    pool.retain(|value| {
        !known.contains(value) && {
            known.push(value.clone());
            true
        }
    });
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for at in &all {
        for other in others(stored.pointer(at).unwrap(), &pool) {
            let mut changed = stored.clone();
            *changed.pointer_mut(at).unwrap() = other;
            // what is read as if nothing had been changed, an own way to write it, is no change
            let same =
                serde_json::from_value::<Minutes<Dispute>>(changed.clone()).is_ok_and(|read| read == *it.minutes());
            assert!(!same, "{at}: {changed}");
            *counted.entry(verdict(&told, &changed, &it)).or_default() += 1;
        }
        // left out, and with something beside it
        let (parent, name) = at.rsplit_once('/').unwrap();
        let mut changed = stored.clone();
        if let Some(fields) = changed.pointer_mut(parent).and_then(Value::as_object_mut) {
            fields.remove(name);
            *counted.entry(verdict(&told, &changed, &it)).or_default() += 1;
            let mut changed = stored.clone();
            changed.pointer_mut(parent).unwrap()["beside"] = json!(1);
            assert_eq!(verdict(&told, &changed, &it), "unreadable", "{at}");
        }
    }
    let of = |verdict| counted.get(verdict).copied().unwrap_or(0);
    assert!(of("unreadable") > 8_000 && of("refused") > 400 && of("lawful") > 400, "{counted:?}");
}

#[test]
fn no_entry_is_lost_doubled_or_put_elsewhere_unseen() {
    let (told, it) = whole();
    let entries = serde_json::to_value(&it).unwrap().as_array().unwrap().clone();
    let mut counted: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut count =
        |how, changed: Vec<Value>| *counted.entry((how, verdict(&told, &changed.into(), &it))).or_default() += 1;
    for one in 0..entries.len() {
        let mut lost = entries.clone();
        lost.remove(one);
        count("lost", lost);
        for other in 0..=entries.len() {
            let mut doubled = entries.clone();
            doubled.insert(other, entries[one].clone());
            count("doubled", doubled);
        }
        for other in one + 1..entries.len() {
            let mut swapped = entries.clone();
            swapped.swap(one, other);
            count("swapped", swapped);
        }
    }
    for length in 1..entries.len() {
        count("cut", entries[..length].to_vec());
    }
    // what was left out lawfully: that the department appeared, that it was paid back, and the last part that was paid
    let expected = [
        (("cut", "lawful"), 6),
        (("doubled", "refused"), 42),
        (("doubled", "unreadable"), 14),
        (("lost", "lawful"), 3),
        (("lost", "refused"), 3),
        (("lost", "unreadable"), 1),
        (("swapped", "refused"), 15),
        (("swapped", "unreadable"), 6),
    ];
    assert_eq!(counted, BTreeMap::from(expected));
}

/// Whatever the ruling, what is to be paid with it; where the act stands, that is compensation.
#[test]
fn each_ruling_tells_what_is_to_be_paid() {
    for award in [None, award(AwardKind::Compensation, 100), award(AwardKind::StateCompensation, 100)] {
        assert_eq!(Ruling::Overturned { award }.award(), award);
        assert_eq!(Ruling::Settled { award }.award(), award);
        let upheld = Ruling::Upheld { compensation: award.map(|it| it.amount) }.award();
        assert_eq!(upheld, award.map(|it| Award { kind: AwardKind::Compensation, ..it }));
    }
}
