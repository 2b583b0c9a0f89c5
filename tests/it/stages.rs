//! What a stage tells is what its journal says: since when, of what, by which seal, how it ended.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tongquan::{
    AnyCase,
    case::{
        StageKind,
        stage::{Accepted, Decision, Imprint, Outcome},
    },
};

use crate::journals::{GOLDEN, Golden, part, proven};

/// An entry by its kind, what was asked, and when.
type Entry<'e> = (&'e str, &'e Value, &'e Value);

fn read(entry: &Value) -> Entry<'_> {
    let (kind, asked) = part(entry, "step");
    (kind, asked, &part(entry, "stamp").1["at"])
}

/// What the last entry of this kind asked, and when.
fn last<'e>(entries: &[Entry<'e>], kind: &str) -> Option<Entry<'e>> {
    entries.iter().rfind(|it| it.0 == kind).copied()
}

fn at(entries: &[Entry<'_>], kind: &str) -> Value {
    last(entries, kind).map_or(Value::Null, |it| it.2.clone())
}

/// What each of this kind asked under that name, one after the other.
fn each(entries: &[Entry<'_>], kind: &str, name: &str) -> Vec<Value> {
    let of = entries.iter().filter(|it| it.0 == kind).map(|it| it.1[name].clone());
    of.flat_map(|it| if let Value::Array(all) = it { all } else { vec![it] }).collect()
}

fn accepted_by(entries: &[Entry<'_>]) -> Value {
    // where the law accepts, it does so from the filing on
    let on = if at(entries, "accept").is_null() { "file" } else { "accept" };
    json!({
        "at": at(entries, on),
        "extended": last(entries, "extend").is_some(),
        "reviewed": each(entries, "take_review_step", "step"),
    })
}

fn decided_by(entries: &[Entry<'_>]) -> Value {
    let favourably = at(entries, "decide_favourably");
    let favourable = !favourably.is_null();
    json!({ "favourable": favourable, "at": if favourable { favourably } else { at(entries, "decide_unfavourably") } })
}

fn sealed_by(entries: &[Entry<'_>], user: &Value) -> Value {
    let imprint = last(entries, "affix_seal_no2").map_or(json!("own"), |(_, asked, at)| {
        let [seal, circumstance, documents] = ["seal", "circumstance", "documents"].map(|it| asked[it].clone());
        let on = decided_by(entries);
        json!({ "seal": seal, "circumstance": circumstance, "documents": documents, "user": user, "at": at, "on": on })
    });
    json!({ "decision": decided_by(entries), "imprint": imprint })
}

fn ended_by(entries: &[Entry<'_>], user: &Value) -> Value {
    json!({
        "sealed": sealed_by(entries, user),
        "licence": last(entries, "issue_licence").map(|it| it.1["number"].clone()),
        "delivered": at(entries, "deliver"),
    })
}

/// What a plain look at the entries tells of the stage that they lead to.
fn told_by(stage: StageKind, entries: &[Value]) -> Value {
    let user = entries.iter().find_map(|it| it["affix_seal_no2"].pointer("/stamp/by/official/person"));
    let user = user.unwrap_or(&Value::Null);
    let entries: Vec<Entry<'_>> = entries.iter().map(read).collect();
    let entries = entries.as_slice();
    match stage {
        StageKind::Filed => json!(at(entries, "file")),
        StageKind::Correcting => json!({
            "since": at(entries, "ask_for_corrections"),
            "asked": each(entries, "ask_for_corrections", "materials"),
            "supplied": each(entries, "hand_in_corrections", "materials"),
        }),
        StageKind::Accepted => accepted_by(entries),
        StageKind::Suspended => json!({
            "accepted": accepted_by(entries),
            "since": at(entries, "suspend"),
            "procedure": last(entries, "suspend").unwrap().1["procedure"],
        }),
        StageKind::Decided => decided_by(entries),
        StageKind::Sealed => sealed_by(entries, user),
        StageKind::Licensed => json!({
            "sealed": sealed_by(entries, user), "licence": last(entries, "issue_licence").unwrap().1["number"],
        }),
        StageKind::Concluded => ended_by(entries, user),
        StageKind::Closed => json!({ "ended": ended_by(entries, user), "at": at(entries, "close") }),
        StageKind::NotAccepted => {
            let (_, asked, at) = last(entries, "not_accept").unwrap();
            json!({ "at": at, "ground": asked["ground"] })
        }
        StageKind::Withdrawn => at(entries, "withdraw"),
        StageKind::Lapsed => at(entries, "lapse"),
    }
}

fn accepted(it: &Accepted) -> Value {
    json!({ "at": it.at(), "extended": it.is_extended(), "reviewed": it.reviewed() })
}

fn decision(it: Decision) -> Value {
    json!({ "favourable": it.is_favourable(), "at": it.at() })
}

fn sealed(on: Decision, imprint: &Imprint) -> Value {
    let imprint = match imprint {
        Imprint::Own => json!("own"),
        Imprint::No2(it) => json!({
            "seal": it.seal(), "circumstance": it.circumstance(), "documents": it.documents(), "user": it.user(),
            "at": it.at(), "on": decision(it.decision()),
        }),
    };
    json!({ "decision": decision(on), "imprint": imprint })
}

fn ended(it: &Outcome) -> Value {
    json!({ "sealed": sealed(it.decision(), it.imprint()), "licence": it.licence(), "delivered": it.delivered() })
}

/// What the stage tells.
fn told(case: &AnyCase) -> Value {
    match case {
        AnyCase::Filed(it) => json!(it.stage().at()),
        AnyCase::Correcting(it) => {
            let it = it.stage();
            json!({ "since": it.since(), "asked": it.asked(), "supplied": it.supplied() })
        }
        AnyCase::Accepted(it) => accepted(it.stage()),
        AnyCase::Suspended(it) => {
            let it = it.stage();
            json!({ "accepted": accepted(it.accepted()), "since": it.since(), "procedure": it.procedure() })
        }
        AnyCase::Decided(it) => decision(it.stage().decision()),
        AnyCase::Sealed(it) => sealed(it.stage().decision(), it.stage().imprint()),
        AnyCase::Licensed(it) => json!({
            "sealed": sealed(it.stage().decision(), it.stage().imprint()), "licence": it.stage().licence(),
        }),
        AnyCase::Concluded(it) => ended(it.stage().outcome()),
        AnyCase::Closed(it) => json!({ "ended": ended(it.stage().outcome()), "at": it.stage().at() }),
        AnyCase::NotAccepted(it) => json!({ "at": it.stage().at(), "ground": it.stage().ground() }),
        AnyCase::Withdrawn(it) => json!(it.stage().at()),
        AnyCase::Lapsed(it) => json!(it.stage().at()),
    }
}

#[test]
fn every_stage_tells_what_its_entries_say() {
    let mut seen = BTreeSet::new();
    for entries in GOLDEN.iter().map(Golden::entries) {
        for length in 1..=entries.len() {
            let case = proven(&entries[..length]);
            seen.insert(case.stage());
            assert_eq!(told(&case), told_by(case.stage(), &entries[..length]), "{:?}", entries[length - 1]);
        }
    }
    assert_eq!(seen.len(), 12);
}
