//! The ledger of seal uses: its questions against a plain recount of the journals, and what it finds in journals that tell of wrong ones.

mod findings;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use tongquan::{
    AnyCase, Journal, Office, Region, Rule,
    case::StageKind,
    oversight::{Ledger, Use},
};

use crate::{
    support::{OFFICE, counter, day},
    walk::Walk,
};

/// A lawful journal up to a stage, under a number of its own.
#[track_caller]
fn journal(key: &str, region: Region, filed: NaiveDate, number: usize, stage: StageKind) -> Value {
    let item = OFFICE.catalogue().latest().look_up(key).unwrap();
    let case = Walk::new(&OFFICE, filed, None).until(stage, item, region, &counter(&OFFICE, item, region)).unwrap();
    let mut told = serde_json::to_value(&case).unwrap();
    told[0]["file"]["step"]["case"] = json!(format!("2024-{number:06}"));
    told
}

fn read(told: &Value) -> Journal {
    serde_json::from_value(told.clone()).unwrap()
}

/// A ledger of journals, in the order given.
fn ledger<'a>(journals: impl IntoIterator<Item = &'a Value>) -> Ledger {
    let mut ledger = Ledger::default();
    journals.into_iter().for_each(|it| ledger.read(&read(it)));
    ledger
}

const REGIONS: [Region; 4] = [Region::Wenshang, Region::Qufu, Region::Rencheng, Region::HighTechZone];

/// Cases of many items and regions, filed on many days, sealed or not, with a Seal No. 2 or their own.
fn journals() -> Vec<Value> {
    let items = ["A1-33", "A1-36", "A1-45", "A1-46", "A1-37", "A1-20", "A1-1", "A1-24", "A1-61", "A1-31", "WS-001"];
    let mut all = Vec::new();
    for (at, key) in items.into_iter().enumerate() {
        for (of, region) in REGIONS.into_iter().enumerate() {
            let filed = day(2024, 3, 4) + Days::new((7 * at + 3 * of) as u64 % 21);
            let stage = if (at + of) % 5 == 4 { StageKind::Decided } else { StageKind::Closed };
            all.push(journal(key, region, filed, all.len() + 1, stage));
        }
    }
    all
}

/// What a reader of the journal sees of a use: case, item, region, user, department and number of the seal, day.
type Seen = (String, String, String, String, String, u64, String);

fn seen(told: &Value) -> Vec<Seen> {
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    let file = &told[0]["file"]["step"];
    let uses = told.as_array().unwrap().iter().filter_map(|it| it.get("affix_seal_no2"));
    let used = |it: &Value| {
        let (seal, by) = (&it["step"]["seal"], &it["stamp"]["by"]["official"]);
        (
            text(&file["case"]),
            text(&file["item"]),
            text(&file["place"]["region"]),
            text(&by["person"]),
            text(&seal["department"]),
            seal["number"].as_u64().unwrap(),
            text(&it["stamp"]["at"])[..10].to_owned(),
        )
    };
    uses.map(used).collect()
}

fn told(it: &Use) -> Seen {
    let text = |it: Value| it.as_str().unwrap().to_owned();
    (
        it.case().to_string(),
        it.item().to_string(),
        text(json!(it.region().unwrap())),
        it.user().to_string(),
        text(json!(it.seal().department)),
        u64::from(it.seal().number),
        it.at().day().to_string(),
    )
}

fn set<'a>(uses: impl Iterator<Item = &'a Use>) -> BTreeSet<Seen> {
    uses.map(told).collect()
}

#[test]
fn every_question_is_answered_as_a_plain_recount_answers_it() {
    let journals = journals();
    let ledger = ledger(&journals);
    let all: BTreeSet<Seen> = journals.iter().flat_map(seen).collect();
    assert_eq!(set(ledger.uses()), all);
    assert_eq!((journals.len(), all.len(), ledger.uses().len()), (44, 20, 20));
    assert!(ledger.uses().map(Use::at).is_sorted());
    let mut asked = 0;
    let mut same = |ours: BTreeSet<Seen>, plain: &dyn Fn(&Seen) -> bool| {
        assert_eq!(ours, all.iter().filter(|it| plain(it)).cloned().collect());
        asked += 1;
    };
    for region in Region::all() {
        let name = json!(region);
        same(set(ledger.in_region(region)), &|it| it.2 == name);
    }
    for item in OFFICE.catalogue().latest().items() {
        same(set(ledger.on_item(item.key())), &|it| it.1 == item.key().to_string());
    }
    for user in OFFICE.revisions()[0].agreements.iter().flat_map(|it| &it.users) {
        same(set(ledger.by_user(user)), &|it| it.3 == user.as_str());
    }
    for seal in OFFICE.revisions()[0].seals.iter().map(|it| it.seal) {
        let department = json!(seal.department);
        same(set(ledger.of_seal(seal)), &|it| it.4 == department && it.5 == u64::from(seal.number));
    }
    for from in 0..50 {
        for until in 0..50 {
            let [from, until] = [from, until].map(|it| day(2024, 3, 4) + Days::new(it));
            let days = from.to_string()..=until.to_string();
            same(set(ledger.between(from, until)), &|it| days.contains(&it.6));
        }
    }
    assert_eq!(asked, 15 + 81 + 141 + 282 + 2_500);
    // by any mix of them
    let mut plain: BTreeMap<(String, String, String, String), usize> = BTreeMap::new();
    all.iter().for_each(|it| *plain.entry((it.2.clone(), it.1.clone(), it.3.clone(), it.6.clone())).or_default() += 1);
    let ours = ledger.count_by(|it| {
        let it = told(it);
        (it.2, it.1, it.3, it.6)
    });
    assert_eq!(ours, plain);
    assert_eq!(ledger.count_by(|_| ()).values().copied().collect::<Vec<_>>(), [all.len()]);
    // a use is bound to its case and decision
    for it in ledger.uses() {
        let journal = journals.iter().find(|told| told[0]["file"]["step"]["case"] == json!(it.case())).unwrap();
        let decided = journal.as_array().unwrap().iter().find_map(|it| it.get("decide_favourably")).unwrap();
        assert_eq!(json!(it.decided().unwrap()), decided["stamp"]["at"]);
        assert_eq!(it.step().documents.len(), 1);
    }
}

#[test]
fn the_same_journals_give_the_same_ledger_in_any_order_twice_live_or_in_shards() {
    let journals = journals();
    let whole = ledger(&journals);
    assert_eq!(ledger(journals.iter().rev()), whole);
    assert_eq!(ledger(journals.iter().chain(&journals)), whole);
    let mut live = Ledger::default();
    for told in &journals {
        let case: AnyCase = serde_json::from_value(told.clone()).unwrap();
        live.add(case.record());
    }
    assert_eq!(live, whole);
    for shards in 1..=7 {
        let shard = |of| ledger(journals.iter().skip(of).step_by(shards));
        let mut merged = Ledger::default();
        (0..shards).rev().for_each(|of| merged.extend(shard(of)));
        assert_eq!(merged, whole, "{shards}");
        // a journal that two shards read counts once
        merged.extend(shard(0));
        assert_eq!(merged, whole, "{shards}");
    }
    // as a journal grows, the ledger does
    for told in &journals {
        let entries = told.as_array().unwrap();
        let mut grown = Ledger::default();
        for length in 1..=entries.len() {
            grown.read(&read(&json!(entries[..length])));
        }
        assert_eq!(grown, ledger([told]));
    }
    assert_eq!(ledger([]), Ledger::default());
}

#[test]
fn lawful_journals_have_no_findings() {
    let ledger = ledger(&journals());
    assert_eq!(ledger.findings(&OFFICE).count(), 0);
    // the same, held against an office that knows no seal at all
    let found: Vec<_> = ledger.findings(Office::built_in()).collect();
    assert_eq!(found.len(), ledger.uses().len());
    assert!(found.iter().all(|it| it.why.names(Rule::SealNo2OnRecord)));
}
