//! Entries before a move are held against what held before it, those after it against what holds since, each told by its number.

use serde_json::{Value, json};
use tongquan::{
    AnyCase, AnyStep, Journal, Rule,
    case::{
        Message, Role, StepKind,
        steps::{Acknowledge, AffixSealNo2, Close, DecideFavourably, Deliver, IssueLicence, Push, Reply, Report},
    },
    law::Fact,
    register::SealId,
    route::Tier,
};

use super::{
    HOME,
    later::{LATER, accept, filed, review, taken, transfer},
};
use crate::support::{day, extend, marks, official};

/// A licence under Seal No. 2, moved on twice, to its end.
fn closed() -> AnyCase {
    let case = filed("XK-003", HOME, HOME.centre().unwrap().into(), day(2024, 3, 4), &["form", "subject", "proof"]);
    let case = taken(case, day(2024, 3, 5), accept());
    let case = taken(case, day(2024, 3, 6), review("desk"));
    // in time by the limit of then, too late by that of the later standard
    let head = case.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
    let case = taken(case, day(2024, 3, 29), extend(official(head)));
    let case = taken(case, day(2024, 4, 1), transfer());
    let case = taken(case, day(2024, 4, 2), review("site"));
    let case = taken(case, day(2024, 5, 6), transfer());
    let seal = SealId { department: tongquan::Department::Transport, number: 7 };
    let documents = marks(&["决定书"]);
    let messages = [Message::Report].into_iter().chain(Tier::ALL.map(Message::Push));
    let steps: Vec<AnyStep> = [
        review("opinion").into(),
        DecideFavourably { attested: marks(&["scope", "eligible", "true"]) }.into(),
        AffixSealNo2 { seal, circumstance: "decision".parse().unwrap(), documents }.into(),
        IssueLicence { number: "ZZ-1".parse().unwrap() }.into(),
        Deliver {}.into(),
        Report {}.into(),
        Push {}.into(),
    ]
    .into_iter()
    .chain(messages.map(|message| Acknowledge { message, reply: Reply::Acknowledged }.into()))
    .chain([Close {}.into()])
    .collect();
    steps.into_iter().fold(case, |case, step| taken(case, day(2024, 5, 7), step))
}

fn read(entries: &[Value]) -> AnyCase {
    serde_json::from_value(Value::Array(entries.to_vec())).unwrap()
}

/// What an entry says was found.
fn found(entry: &mut Value) -> Option<&mut Value> {
    entry.as_object_mut()?.values_mut().next()?.get_mut("found")
}

#[test]
fn every_prefix_of_a_case_that_moved_on_is_a_case_that_lived_in_the_office() {
    let case = closed();
    let journal = serde_json::to_value(&case).unwrap();
    let entries = journal.as_array().unwrap();
    let lives = [case.clone(), postcard::from_bytes(&postcard::to_stdvec(&case).unwrap()).unwrap()];
    for length in 1..=entries.len() {
        let prefix = read(&entries[..length]);
        assert_eq!(prefix.record().hold_against(&LATER), Ok(()), "{length}");
    }
    for it in lives {
        assert_eq!(it, case);
        assert_eq!(it.record().hold_against(&LATER), Ok(()));
        assert_eq!(it.record().brief(), case.record().brief());
        assert_eq!(it.record().standard().unwrap().edition, 3);
        assert_eq!(it.record().duties(), case.record().duties());
        assert!(it.record().periods().eq(case.record().periods()));
    }
}

/// Lies that are lawful by themselves: what was found may have been so, and was not.
fn lies(entry: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    let mut lie = |change: &dyn Fn(&mut Value)| {
        let mut changed = entry.clone();
        change(found(&mut changed).unwrap());
        assert_ne!(changed, *entry);
        all.push(changed);
    };
    lie(&|it| it["revision"] = json!(99));
    lie(&|it| it["revision"] = json!(0));
    let said = |it: &Value| it.as_object().unwrap().values().next().unwrap()["found"]["said"].clone();
    match entry.as_object().unwrap().keys().next().unwrap().as_str() {
        "file" | "transfer" => {
            lie(&|it| it["gaps"] = json!(["no_centre", "not_stationed"]));
            lie(&|it| it["undertaking"]["posted"] = json!(!it["undertaking"]["posted"].as_bool().unwrap()));
            lie(&|it| it["undertaking"]["centre"] = json!("city"));
            lie(&|it| it["standard"]["outcome"] = json!("批准（虚构）"));
            lie(&|it| it["standard"]["limits"] = Value::Null);
            lie(&|it| it["standard"]["edition"] = json!(7));
        }
        "accept" | "extend" => {
            assert_eq!(said(entry), json!("running"));
            lie(&|it| it["said"] = json!("unset"));
        }
        "affix_seal_no2" => lie(&|it| it["said"]["circumstances"] = json!(["decision", "whatever"])),
        "push" => {
            let other = json!({ "department": "commerce" });
            lie(&|it| {
                let seats = it["said"].as_object_mut().unwrap();
                *seats.values_mut().next().unwrap() = other.clone();
            });
        }
        other => panic!("{other}"),
    }
    all
}

/// The numbers of the entries that are told, with their kinds.
fn told(case: &AnyCase) -> Vec<(Fact, Fact)> {
    let why = case.record().hold_against(&LATER).unwrap_err();
    let [objection] = why.objections() else { panic!("{why}") };
    assert_eq!(objection.rule, Rule::RecordAgrees);
    let Fact::List(lies) = &objection.got else { panic!("{why}") };
    lies.iter()
        .map(|it| match it {
            Fact::List(parts) => (parts[0].clone(), parts[1].clone()),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn entry_told(case: &AnyCase, at: usize) -> (Fact, Fact) {
    let file = Fact::Term { zh: "收件", en: "file" };
    let kind = at.checked_sub(1).map_or(file, |it| case.record().entries()[it].kind().into());
    (Fact::Number(at as u64), kind)
}

#[test]
fn a_lie_before_or_after_a_move_is_told_by_the_number_of_its_entry_and_several_are_told_together() {
    let case = closed();
    let journal = serde_json::to_value(&case).unwrap();
    let entries = journal.as_array().unwrap();
    let mut looked_up: Vec<(usize, Vec<Value>)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if found(&mut entry.clone()).is_some() {
            looked_up.push((at, lies(entry)));
        }
    }
    let kinds: Vec<StepKind> = looked_up.iter().skip(1).map(|(at, _)| case.record().entries()[at - 1].kind()).collect();
    assert_eq!(
        kinds,
        [
            StepKind::Accept,
            StepKind::Extend,
            StepKind::Transfer,
            StepKind::Transfer,
            StepKind::AffixSealNo2,
            StepKind::Push
        ]
    );
    let (mut alone, mut unlawful, mut together) = (0, 0, 0);
    for (at, lies) in &looked_up {
        for lie in lies {
            let mut changed = entries.clone();
            changed[*at] = lie.clone();
            match serde_json::from_value::<AnyCase>(Value::Array(changed)) {
                Ok(read) => {
                    assert_eq!(told(&read), [entry_told(&case, *at)], "{lie}");
                    alone += 1;
                }
                // a lie about a standard may make a later entry unlawful
                Err(_) => unlawful += 1,
            }
        }
    }
    for (n, (one, lies)) in looked_up.iter().enumerate() {
        for (other, more) in &looked_up[n + 1..] {
            let mut changed = entries.clone();
            (changed[*one], changed[*other]) = (lies[0].clone(), more[1].clone());
            assert_eq!(told(&read(&changed)), [entry_told(&case, *one), entry_told(&case, *other)]);
            together += 1;
        }
    }
    assert_eq!((alone, unlawful, together), (32, 4, 21));
}

#[test]
fn what_was_in_time_by_the_limit_of_then_is_not_in_time_once_the_case_has_moved_on() {
    let case = closed();
    let mut journal = serde_json::to_value(&case).unwrap();
    let entries = journal.as_array_mut().unwrap();
    let extension = entries.iter().position(|it| it.get("extend").is_some()).unwrap();
    // told after the move, the same extension would be told of another limit
    let mut moved = entries[..=extension + 1].to_vec();
    moved.swap(extension, extension + 1);
    let at = moved[extension]["transfer"]["stamp"]["at"].clone();
    moved[extension + 1]["extend"]["stamp"]["at"] = at;
    moved[extension + 1]["extend"]["found"]["revision"] = json!(2);
    let read: AnyCase = serde_json::from_value(Value::Array(moved)).unwrap();
    assert_eq!(told(&read), [entry_told(&read, extension + 1)]);
}

#[test]
fn a_move_that_tells_of_no_later_edition_proves_no_case() {
    let journal = Journal::from(closed());
    for at in [4, 6] {
        let mut same = serde_json::to_value(&journal).unwrap();
        let before = if at == 4 { same[0]["file"]["found"].clone() } else { same[4]["transfer"]["found"].clone() };
        same[at]["transfer"]["found"] = before;
        let same: Journal = serde_json::from_value(same).unwrap();
        let unproven = AnyCase::replay(same).unwrap_err();
        assert_eq!(unproven.at, at);
        assert!(unproven.why.names(Rule::LaterEdition), "{unproven}");
    }
}
