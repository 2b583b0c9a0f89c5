//! 约束指标: what is counted under every ceiling, on every day, against a plain recount of journals; and that none bars a step.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Department, Item, Kind, Office, Region, Stamp,
    case::{Role, StageKind, steps::Transfer},
    catalogue::{Amendment, Ground, ItemChange},
    oversight::{CeilingCount, ceilings},
    place::Regions,
    register::{Ceiling, CeilingEffect, Ending, Ends, Indicator, Items, Revision, Shared},
};

use crate::{
    scenes::PLAYED,
    support::{OFFICE, case_at, changed, counter, day, official},
    walk::Walk,
};

/// A case under a number of its own.
#[track_caller]
fn renamed(case: &AnyCase, number: usize) -> Value {
    let mut told = serde_json::to_value(case).unwrap();
    told[0]["file"]["step"]["case"] = json!(format!("2024-{:06}", number * 7_919 % 100_003));
    told
}

/// Cases of every kind of item in three regions, at many points of their courses; and the same from a later day on.
static POOL: LazyLock<Vec<(Value, AnyCase)>> = LazyLock::new(|| {
    let played = PLAYED.iter().filter(|it| it.scene.situation.venue == "competent").step_by(2);
    let shots = played.flat_map(|it| it.shots.iter().step_by(3)).map(|it| &it.case);
    let mut cases: Vec<AnyCase> = shots.cloned().collect();
    for (at, key) in ["A1-36", "A1-33", "A1-24", "A1-61", "A1-46", "XK-003"].into_iter().enumerate() {
        for (of, region) in [Region::Qufu, Region::Wenshang, Region::Yanzhou].into_iter().enumerate() {
            let item = OFFICE.catalogue().latest().look_up(key).unwrap();
            let filed = day(2024, 3, 4) + Days::new((11 * at + 5 * of) as u64 % 40);
            let venue = counter(&OFFICE, item, region);
            cases.push(Walk::new(&OFFICE, filed, None).until(StageKind::Closed, item, region, &venue).unwrap());
        }
    }
    let told = cases.iter().enumerate().map(|(at, case)| renamed(case, at));
    told.map(|told| (told.clone(), serde_json::from_value(told).unwrap())).collect()
});

/// What a reader of a journal sees of what happened in a case.
#[derive(Clone, Debug)]
struct Seen {
    on: String,
    case: String,
    entered: String,
    what: &'static str,
    department: Value,
    kind: Value,
    item: String,
    region: Value,
}

fn seen(told: &Value) -> Vec<Seen> {
    let day = |it: &Value| it["stamp"]["at"].as_str().unwrap()[..10].to_owned();
    let opening = &told[0]["file"];
    let (file, item) = (&opening["step"], &opening["found"]["item"]);
    let mut all = Vec::new();
    for entry in told.as_array().unwrap() {
        let (tag, taken) = entry.as_object().unwrap().iter().next().unwrap();
        assert_ne!(tag, "transfer");
        let what = match tag.as_str() {
            "file" => "filed",
            "accept" | "deem_accepted" => "accepted",
            "not_accept" => "not_accepted",
            "decide_favourably" => "favourable",
            "decide_unfavourably" => "unfavourable",
            "affix_seal_no2" => "seal_no2",
            "issue_licence" => "licence",
            _ => continue,
        };
        all.push(Seen {
            on: if tag == "deem_accepted" { day(opening) } else { day(taken) },
            case: file["case"].as_str().unwrap().to_owned(),
            entered: day(taken),
            what,
            department: item["department"].clone(),
            kind: item["kind"].clone(),
            item: file["item"].as_str().unwrap().to_owned(),
            region: file["place"]["region"].clone(),
        });
    }
    all
}

/// Those that a ceiling speaks of, whenever they happened and wherever.
fn under<'s>(it: &Ceiling, events: &[&'s Seen]) -> Vec<&'s Seen> {
    let row = serde_json::to_value(it).unwrap();
    let named = |seen: &Seen| match &row["items"] {
        Value::String(all) => all == "all",
        items if items.get("of_kind").is_some() => items["of_kind"] == seen.kind,
        items => items["only"].as_array().unwrap().contains(&json!(seen.item)),
    };
    let events = events.iter().filter(|seen| row["counts"] == seen.what && row["department"] == seen.department);
    events.filter(|seen| named(seen)).copied().collect()
}

fn region_set(regions: &[Region]) -> Regions {
    regions.iter().copied().collect()
}

const DEPARTMENTS: [(Department, &[&str]); 5] = [
    (Department::Transport, &["A1-36", "XK-003"]),
    (Department::Ecology, &["A1-24"]),
    (Department::NaturalResources, &["A1-33", "A1-1"]),
    (Department::HumanResources, &["A1-31"]),
    (Department::ApprovalService, &["A1-46", "A1-13"]),
];

/// Every indicator of five departments, over every kind of items and regions, in several spans.
fn every_ceiling() -> Vec<Ceiling> {
    let regions = [
        region_set(&[Region::Wenshang]),
        region_set(&[Region::Liangshan, Region::Qufu, Region::HighTechZone, Region::Sishui]),
        Regions::ALL,
    ];
    let spans =
        [(day(2024, 3, 4), day(2024, 3, 4)), (day(2024, 3, 5), day(2024, 3, 20)), (day(2024, 3, 12), day(2024, 7, 31))];
    let mut all = Vec::new();
    for (department, keys) in DEPARTMENTS {
        let only = Items::Only(keys.iter().map(|it| it.parse().unwrap()).collect());
        let items = [Items::All, only].into_iter().chain(Kind::iter().map(Items::OfKind));
        for (items, counts) in items.flat_map(|items| Indicator::iter().map(move |counts| (items.clone(), counts))) {
            for (regions, (from, until)) in regions.iter().flat_map(|it| spans.map(|span| (*it, span))) {
                for shared in Shared::iter() {
                    let at = all.len();
                    let number = format!("ZB-{at}").parse().unwrap();
                    let (at_most, effect) =
                        ([0, 1, 2, 5, 1_000][at % 5], [CeilingEffect::Flag, CeilingEffect::Finding][at % 2]);
                    let items = items.clone();
                    all.push(Ceiling {
                        number,
                        department,
                        counts,
                        items,
                        regions,
                        shared,
                        from,
                        until,
                        at_most,
                        effect,
                    });
                }
            }
        }
    }
    all
}

#[track_caller]
fn with(rows: Vec<Ceiling>) -> Office {
    OFFICE.record(&Revision { ceilings: rows, ..Revision::on(day(2024, 1, 2)) }).unwrap_or_else(|why| panic!("{why}"))
}

/// The day and the case of each, as the recount has them and as they were told.
fn told(it: &CeilingCount<'_, '_>) -> Vec<(String, String)> {
    it.counted.iter().map(|it| (it.on.to_string(), it.case.to_string())).collect()
}

#[test]
fn every_ceiling_counts_what_a_plain_recount_counts_on_every_day() {
    let rows = every_ceiling();
    let office = with(rows.clone());
    let events: Vec<Seen> = POOL.iter().flat_map(|(told, _)| seen(told)).collect();
    let words: BTreeSet<&str> = events.iter().map(|it| it.what).collect();
    assert_eq!(words.len(), Indicator::iter().count());
    let (mut compared, mut counted, mut exceeded, mut findings) = (0, 0, 0, 0);
    let days = [(3, 4), (3, 5), (3, 11), (3, 12), (3, 15), (3, 20), (3, 21), (4, 19), (7, 31)]
        .map(|(month, on)| day(2024, month, on));
    for on in days {
        let ours = ceilings(POOL.iter().map(|(_, case)| case.record()), office.now(), on);
        let mut ours = ours.iter();
        let known: Vec<&Seen> = events.iter().filter(|it| it.entered <= on.to_string()).collect();
        for it in rows.iter().filter(|it| it.from <= on && on <= it.until) {
            let from = it.from.to_string();
            let under: Vec<&Seen> = under(it, &known).into_iter().filter(|seen| from <= seen.on).collect();
            let each = match it.shared {
                Shared::Together => vec![(None, it.regions)],
                Shared::Each => it.regions.iter().map(|region| (Some(region), region_set(&[region]))).collect(),
            };
            for (region, among) in each {
                let here = under.iter().filter(|seen| among.iter().any(|region| json!(region) == seen.region));
                let mut plain: Vec<(String, String)> = here.map(|it| (it.on.clone(), it.case.clone())).collect();
                plain.sort();
                let count = ours.next().unwrap();
                assert_eq!((&count.ceiling.number, count.region, count.last), (&it.number, region, it.until));
                assert_eq!(told(count), plain, "{it:?} on {on}");
                let beyond = plain.len().saturating_sub(it.at_most as usize);
                assert_eq!((count.count(), count.excess(), count.is_exceeded()), (plain.len(), beyond, beyond > 0));
                let last: Vec<_> = count.beyond().iter().map(|it| (it.on.to_string(), it.case.to_string())).collect();
                assert_eq!(last, plain[plain.len() - beyond..]);
                assert_eq!(count.calls_for_finding(), beyond > 0 && it.effect == CeilingEffect::Finding);
                compared += 1;
                counted += plain.len();
                exceeded += usize::from(count.is_exceeded());
                findings += usize::from(count.calls_for_finding());
            }
        }
        assert_eq!(ours.next(), None);
    }
    assert_eq!((rows.len(), POOL.len() > 500, events.len() > 1_300), (3_780, true, true));
    assert!(
        compared > 50_000 && counted > 30_000 && exceeded > 2_000 && findings > 1_000,
        "{compared} {counted} {exceeded} {findings}"
    );
}

#[test]
fn cases_count_the_same_in_any_order_and_twice() {
    let office = with(every_ceiling());
    let on = day(2024, 3, 20);
    let records = || POOL.iter().map(|(_, case)| case.record());
    let once = ceilings(records(), office.now(), on);
    assert_eq!(ceilings(records().rev(), office.now(), on), once);
    assert_eq!(ceilings(records().chain(records()), office.now(), on), once);
    let none = ceilings([], office.now(), on);
    assert_eq!(none.len(), once.len());
    assert!(none.iter().all(|it| it.count() == 0 && !it.is_exceeded()));
    assert_eq!(ceilings(records(), OFFICE.now(), on), []);
}

fn ceiling(counts: Indicator, department: Department) -> Ceiling {
    Ceiling {
        number: "ZB-1".parse().unwrap(),
        department,
        counts,
        items: Items::All,
        regions: Regions::ALL,
        shared: Shared::default(),
        from: day(2024, 1, 2),
        until: day(2024, 12, 31),
        at_most: 0,
        effect: CeilingEffect::default(),
    }
}

#[test]
fn a_ceiling_is_in_force_from_its_first_day_to_its_last_and_an_ending_is_known_once_it_is_recorded() {
    let office = with(vec![Ceiling {
        from: day(2024, 3, 4),
        until: day(2024, 3, 29),
        ..ceiling(Indicator::Filed, Department::Transport)
    }]);
    let case = case_at(&OFFICE, "A1-36", Region::Wenshang, StageKind::Filed);
    let ending = |last: NaiveDate| Ending {
        ends: Ends::Ceiling("ZB-1".parse().unwrap()),
        last,
        reason: "（虚构）".parse().unwrap(),
    };
    let ended = |office: &Office, recorded: NaiveDate, last: NaiveDate| {
        office.record(&Revision { endings: vec![ending(last)], ..Revision::on(recorded) }).unwrap()
    };
    let once = ended(&office, day(2024, 3, 11), day(2024, 3, 20));
    let twice = ended(&once, day(2024, 3, 18), day(2024, 3, 17));
    for on in day(2024, 3, 1).iter_days().take(35) {
        for (office, last) in [(&office, day(2024, 3, 29)), (&once, day(2024, 3, 20)), (&twice, day(2024, 3, 17))] {
            let told = ceilings([case.record()], office.now(), on);
            let expected = (day(2024, 3, 4) <= on && on <= last).then_some((last, 1));
            assert_eq!(told.first().map(|it| (it.last, it.count())), expected, "{on}");
        }
        // as of a day, what was recorded by then
        let last = match on {
            _ if on < day(2024, 3, 11) => day(2024, 3, 29),
            _ if on < day(2024, 3, 18) => day(2024, 3, 20),
            _ => day(2024, 3, 17),
        };
        let told: Vec<NaiveDate> = twice.on(on).ceilings(day(2024, 3, 17)).map(|(_, last)| last).collect();
        assert_eq!(told, [last]);
    }
}

/// An edition that gives the item to another department.
fn passed_on() -> Office {
    let change = ItemChange { department: Some(Department::Ecology), ..ItemChange::of("A1-36".parse().unwrap()) };
    let ground = Ground::Law("（虚构）某法".parse().unwrap());
    let amendment = Amendment {
        changes: vec![change],
        ..Amendment::new("（虚构）1号".parse().unwrap(), day(2024, 3, 8), ground)
    };
    OFFICE.record(&Revision { amendments: vec![amendment], ..Revision::on(day(2024, 3, 1)) }).unwrap()
}

#[test]
fn what_happens_counts_for_the_department_that_the_case_has_then() {
    let office = passed_on();
    let item = |on| office.now().item_on(&"A1-36".parse().unwrap(), on).map(Item::department);
    assert_eq!(
        [day(2024, 3, 7), day(2024, 3, 8)].map(|on| item(on).unwrap()),
        [Some(Department::Transport), Some(Department::Ecology)]
    );
    // S4: filed before, it keeps its edition
    let kept = case_at(&office, "A1-36", Region::Wenshang, StageKind::Accepted);
    let by = kept.record().holders(Role::Deciding).next().unwrap().to_body().unwrap();
    let at = |it: u32| tongquan::Moment::new(day(2024, 3, it), 9, 0, 0).unwrap();
    let moved = kept
        .clone()
        .apply(Transfer { reason: "（虚构）".parse().unwrap() }.into(), Stamp { at: at(11), by: official(by) }, &office)
        .unwrap();
    let decided = |case: AnyCase| Walk::new(&office, day(2024, 3, 11), None).on(case, StageKind::Decided).unwrap();
    let rows = Indicator::iter().flat_map(|counts| [Department::Transport, Department::Ecology].map(|it| (counts, it)));
    for (counts, department) in rows {
        let row = Ceiling { from: day(2024, 3, 4), ..ceiling(counts, department) };
        let office = with(vec![row]);
        let count = |case: &AnyCase| ceilings([case.record()], office.now(), day(2024, 6, 3))[0].count();
        let (kept, moved) = (decided(kept.clone()), decided(moved.clone()));
        let expected = match (counts, department) {
            (Indicator::Filed | Indicator::Accepted, Department::Transport) => [1, 1],
            (Indicator::Favourable, Department::Transport) => [1, 0],
            (Indicator::Favourable, Department::Ecology) => [0, 1],
            _ => [0, 0],
        };
        assert_eq!([count(&kept), count(&moved)], expected, "{counts} of the {department}");
    }
}

#[test]
fn no_ceiling_bars_a_step() {
    let rows: Vec<Ceiling> = DEPARTMENTS
        .into_iter()
        .flat_map(|(department, _)| Indicator::iter().map(move |counts| (department, counts)))
        .enumerate()
        .map(|(at, (department, counts))| Ceiling {
            number: format!("ZB-{at}").parse().unwrap(),
            effect: CeilingEffect::Finding,
            ..ceiling(counts, department)
        })
        .collect();
    let capped = changed(|it| it.ceilings = rows);
    for (department, keys) in DEPARTMENTS {
        for key in keys {
            let [free, case] = [&*OFFICE, &capped].map(|it| case_at(it, key, Region::Wenshang, StageKind::Closed));
            assert_eq!(case, free);
            let told = ceilings([case.record()], capped.now(), day(2024, 12, 31));
            let told = told.iter().filter(|it| it.calls_for_finding() && it.ceiling.department == department);
            assert!(told.count() >= 3, "filed, accepted and decided");
        }
    }
}
