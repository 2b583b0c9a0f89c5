//! Of what an amendment says of regions: exceptions that say something, regions that are heard. And of checks, and of rows that are held against
//! the edition of their day.

use tongquan::{Standing, catalogue::Exception};

use super::{
    lists::{law, named},
    *,
};

fn exception(region: Region, modality: Modality) -> Fact {
    Fact::from(&Exception { region, modality })
}

pub(super) fn exceptions() -> Vec<Story> {
    let apart = |set, at, told| story(Rule::ExceptionsApart, set, at, told);
    let (added, changed) =
        ("[1].amendments[0].adds[0].origin.city.exceptions", "[1].amendments[1].changes[0].exceptions");
    let own = "[1].own_items[0].origin.city.exceptions";
    let again: fn(&mut Value) = |file| {
        let told = json!({"changes": [change("A1-7", json!({}))]});
        add(file, "/1/amendments", amendment("TZ-4", "2021-10-02", law(), told));
    };
    vec![
        apart(
            as_it_is,
            ("/1/amendments/0/adds/0/origin/city/exceptions/0/modality", json!("window"), json!("direct")),
            (added, OTHER_THAN_COLUMN, exception(Region::Qufu, Modality::Window)),
        ),
        apart(
            as_it_is,
            ("/1/amendments/0/adds/0/origin/city/exceptions/0/region", json!("culture_zone"), json!("wenshang")),
            (added, DEVOLVED_THERE, exception(Region::CultureZone, Modality::Review)),
        ),
        apart(
            as_it_is,
            ("/1/amendments/1/changes/0/exceptions/0/modality", json!("direct"), json!("intake")),
            (changed, OTHER_THAN_COLUMN, exception(Region::Qufu, Modality::Direct)),
        ),
        apart(
            as_it_is,
            ("/1/amendments/1/changes/0/exceptions/0/region", json!("sishui"), json!("qufu")),
            (changed, DEVOLVED_THERE, exception(Region::Sishui, Modality::Review)),
        ),
        // held against the column that is set with it
        apart(
            |file| put(file, "/1/amendments/1/ground", law()),
            ("/1/amendments/1/changes/0/modality", json!("review"), json!("window")),
            (changed, OTHER_THAN_COLUMN, exception(Region::Qufu, Modality::Review)),
        ),
        // and against the scope as it stands, where that is not set
        apart(
            again,
            (
                "/1/amendments/2/changes/0/exceptions",
                json!([{"region": "sishui", "modality": "intake"}]),
                json!([{"region": "qufu", "modality": "intake"}]),
            ),
            ("[1].amendments[2].changes[0].exceptions", DEVOLVED_THERE, exception(Region::Sishui, Modality::Intake)),
        ),
        apart(
            as_it_is,
            ("/1/own_items/0/origin/city/exceptions/0/modality", json!("direct"), json!("window")),
            (own, OTHER_THAN_COLUMN, exception(Region::Sishui, Modality::Direct)),
        ),
        apart(
            as_it_is,
            ("/1/own_items/0/origin/city/exceptions/0/region", json!("qufu"), json!("wenshang")),
            (own, DEVOLVED_THERE, exception(Region::Qufu, Modality::Intake)),
        ),
    ]
}

pub(super) fn hearings() -> Vec<Story> {
    let heard = |set, at, (path, unheard): (_, &[Region])| {
        story(Rule::RegionsHeard, set, at, (path, Fact::list(unheard.iter().copied()), NOT_HEARD))
    };
    let (first, second) = ("[1].amendments[0].heard", "[1].amendments[1].heard");
    let (all, counties): (Vec<Region>, Vec<Region>) =
        (Region::all().collect(), Region::all().filter(|it| !it.is_zone()).collect());
    let counties_said = || counties.iter().map(|it| opinion_of(*it)).collect::<Value>();
    let both = [Region::Sishui, Region::Qufu];
    let practice = || json!({"practice": ["specialised"]});
    vec![
        heard(
            as_it_is,
            ("/1/amendments/1/heard/1/region", json!("wenshang"), json!("sishui")),
            (second, &[Region::Sishui]),
        ),
        heard(as_it_is, ("/1/amendments/1/heard", json!([]), said(&both)), (second, &both)),
        // what is said after the day comes too late
        heard(
            as_it_is,
            ("/1/amendments/1/heard/1/on", json!("2021-10-01"), json!("2021-09-30")),
            (second, &[Region::Sishui]),
        ),
        // law and policy ask nobody
        heard(
            |file| put(file, "/1/amendments/1/heard", json!([])),
            ("/1/amendments/1/ground", practice(), json!({"policy": "（虚构）某政策"})),
            (second, &both),
        ),
        // an exception affects its region, a name nobody
        heard(
            |file| put(file, "/1/amendments/1/heard", json!([])),
            (
                "/1/amendments/1/changes/0",
                change("A1-7", json!({"exceptions": [{"region": "wenshang", "modality": "review"}]})),
                named("A1-7"),
            ),
            (second, &[Region::Wenshang]),
        ),
        // another column, those that it is devolved to and that have no exception; another department, all that it is devolved to
        heard(
            |file| put(file, "/1/amendments/1/changes/0", change("A1-31", json!({"modality": "intake"}))),
            ("/1/amendments/1/heard", json!([]), counties_said()),
            (second, &counties),
        ),
        heard(
            |file| put(file, "/1/amendments/1/changes/0", change("A1-31", json!({"department": "health"}))),
            ("/1/amendments/1/heard", json!([]), counties_said()),
            (second, &counties),
        ),
        // what is removed, those that had it
        heard(
            |file| {
                put(file, "/1/amendments/0/ground", json!({"practice": ["specialised"]}));
                put(file, "/1/amendments/0/adds", json!([]));
                put(file, "/1/amendments/0/removes", json!(["A1-31"]));
            },
            ("/1/amendments/0/heard", json!([]), counties_said()),
            (first, &counties),
        ),
        // what is added, those that come to have it
        heard(
            |file| {
                put(file, "/1/amendments/0/ground", json!({"practice": ["specialised"]}));
                put(file, "/1/amendments/0/removes", json!([]));
                put(file, "/1/amendments/0/adds", json!([item_of_the_city()]));
                let zones: Value = Region::all().filter(|it| it.is_zone()).map(told_as).collect();
                put(file, "/1/amendments/0/adds/0/origin/city/not_devolved_to", zones);
            },
            ("/1/amendments/0/heard", json!([]), counties_said()),
            (first, &counties),
        ),
        // a three-tier item, all
        heard(
            |file| {
                put(file, "/1/amendments/0/ground", json!({"practice": ["specialised"]}));
                put(file, "/1/amendments/0/removes", json!([]));
                let added = file[1]["amendments"][0]["adds"][1].clone();
                put(file, "/1/amendments/0/adds", json!([added]));
            },
            ("/1/amendments/0/heard", counties_said(), said(&all)),
            (first, &[Region::HighTechZone, Region::TaibaiLakeZone, Region::DevelopmentZone, Region::CultureZone]),
        ),
        heard(
            |file| {
                put(file, "/1/amendments/0/ground", json!({"practice": ["specialised"]}));
                put(file, "/1/amendments/0/adds", json!([]));
                put(file, "/1/amendments/0/removes", json!(["A2-15"]));
            },
            ("/1/amendments/0/heard", json!([]), said(&all)),
            (first, &all),
        ),
    ]
}

fn told_as(region: Region) -> Value {
    serde_json::to_value(region).unwrap()
}

fn opinion_of(region: Region) -> Value {
    opinion(told_as(region).as_str().unwrap(), "2021-09-30")
}

fn said(regions: &[Region]) -> Value {
    regions.iter().map(|it| opinion_of(*it)).collect()
}

pub(super) fn checks() -> Vec<Story> {
    let until = |at: &'static str, path, (broken, kept): (&str, &str), (from, until): (&str, &str)| {
        let told = (path, from_until(from, until), day(broken));
        story(Rule::ListCheckedForward, as_it_is, (at, json!(broken), json!(kept)), told)
    };
    let (first, second) = (("2021-06-15", "2021-07-31"), ("2021-07-20", "2021-09-01"));
    vec![
        // S31: nobody has looked before there was a list
        until("/0/checked/0/until", "[0].checked[0].until", ("2021-06-14", "2021-06-15"), first),
        until("/1/checked/0/until", "[1].checked[0].until", ("2021-07-19", "2021-07-20"), second),
        // nor ahead
        until("/1/checked/0/until", "[1].checked[0].until", ("2021-09-02", "2021-09-01"), second),
        story(
            Rule::ListCheckedForward,
            |file| add(file, "/1/checked", json!({"until": "2021-08-01", "against": "（虚构）市政府公报"})),
            ("/1/checked/1/until", json!("2021-07-24"), json!("2021-07-25")),
            ("[1].checked[1].until", from_until("2021-07-25", "2021-09-01"), day("2021-07-24")),
        ),
    ]
}

/// The item is what it is on the row's first day.
pub(super) fn by_edition() -> Vec<Story> {
    let days = |at: &'static str| (at, json!("2021-10-01"), json!("2021-09-30"));
    vec![
        story(
            Rule::ItemsOfDepartment,
            |file| {
                add(file, "/1/amendments/0/changes", change("A1-37", json!({"department": "ecology"})));
                put(file, "/1/advisers/0/items", json!({"only": ["A1-37"]}));
            },
            days("/1/advisers/0/from"),
            ("[1].advisers[0].items", Department::Commerce.into(), list([key("A1-37"), Department::Ecology.into()])),
        ),
        story(
            Rule::AgreementItemsInReview,
            |file| {
                add(file, "/1/amendments/0/changes", change("A1-37", json!({"modality": "direct"})));
                let agreement = agreement("XY-3", "commerce", "wenshang", json!({"only": ["A1-37"]}), "2021-09-30");
                add(file, "/1/agreements", agreement);
            },
            days("/1/agreements/1/from"),
            (
                "[1].agreements[1].items",
                Modality::Review.into(),
                list([key("A1-37"), Standing::Devolved(Modality::Direct).into()]),
            ),
        ),
        // told by kind, there is nothing left to agree on
        story(
            Rule::AgreementItemsInReview,
            |file| {
                add(file, "/1/amendments/0/changes", change("A1-31", json!({"modality": "intake"})));
                add(file, "/1/amendments/0/removes", json!("A1-32"));
                add(file, "/1/agreements", agreement("XY-3", "human_resources", "qufu", json!("all"), "2021-09-30"));
            },
            days("/1/agreements/1/from"),
            ("[1].agreements[1].items", Modality::Review.into(), NOTHING),
        ),
    ]
}

const OTHER_THAN_COLUMN: Fact =
    Fact::Term { zh: "与清单“同权方式”栏不同的方式", en: "a modality other than the column's" };
const DEVOLVED_THERE: Fact = Fact::Term { zh: "已下放的区域", en: "a region that it is devolved to" };
const NOT_HEARD: Fact = Fact::Term { zh: "未在施行之日前听取", en: "not heard before the day of effect" };
