//! Of amendments of the list: in order, apart from one another, of items that are there, each once, and for a change.

use tongquan::catalogue::{Origin, Practice};

use super::*;

/// The list is amended once more, the day after.
pub(super) fn and_then(told: Value) -> impl Fn(&mut Value) {
    move |file| add(file, "/1/amendments", amendment("TZ-4", "2021-10-02", law(), told.clone()))
}

pub(super) fn law() -> Value {
    json!({"law": "（虚构）某法"})
}

pub(super) fn named(item: &str) -> Value {
    change(item, json!({"name": "（虚构）更名事项"}))
}

pub(super) fn in_order() -> Vec<Story> {
    let order = |set, at, told| story(Rule::AmendmentInOrder, set, at, told);
    // S52: the same day is lawful, of another item
    let apart = |set, path: &'static str, item: &str| {
        story(
            Rule::AmendmentsApart,
            set,
            ("/1/amendments/1/from", json!("2021-10-01"), json!("2021-10-02")),
            (path, NOTHING, key(item)),
        )
    };
    vec![
        order(
            as_it_is,
            ("/0/amendments/0/from", json!("2021-06-14"), json!("2021-06-15")),
            ("[0].amendments[0].from", day("2021-06-15"), day("2021-06-14")),
        ),
        order(
            |file| put(file, "/1/amendments/1/heard/1/on", json!("2021-09-20")),
            ("/1/amendments/1/from", json!("2021-09-30"), json!("2021-10-01")),
            ("[1].amendments[1].from", day("2021-10-01"), day("2021-09-30")),
        ),
        order(
            |file| put(file, "/0/amendments/0/from", json!("2021-09-15")),
            ("/1/amendments/0/from", json!("2021-09-14"), json!("2021-09-15")),
            ("[1].amendments[0].from", day("2021-09-15"), day("2021-09-14")),
        ),
        apart(|file| add(file, "/1/amendments/0/changes", named("A1-7")), "[1].amendments[1].changes[0].item", "A1-7"),
        // whichever list it stands in
        apart(
            |file| add(file, "/1/amendments/1/changes", named("SX-001")),
            "[1].amendments[1].changes[1].item",
            "SX-001",
        ),
        apart(
            |file| {
                add(file, "/1/amendments/0/changes", named("A1-6"));
                put(file, "/1/amendments/1/ground", law());
                add(file, "/1/amendments/1/removes", json!("A1-6"));
            },
            "[1].amendments[1].removes[0]",
            "A1-6",
        ),
        story(
            Rule::AmendmentsApart,
            |file| add(file, "/1/amendments/0/changes", named("A1-7")),
            ("/1/amendments/0/changes/0/item", json!("A1-7"), json!("A1-6")),
            ("[1].amendments[1].changes[0].item", NOTHING, key("A1-7")),
        ),
        // also if they were recorded on other days
        story(
            Rule::AmendmentsApart,
            |file| {
                put(file, "/0/amendments/0/from", json!("2021-10-01"));
                add(file, "/1/amendments/0/changes", change("A1-6", json!({"modality": "intake"})));
            },
            ("/1/amendments/0/changes/0/item", json!("A1-5"), json!("A1-6")),
            ("[1].amendments[0].changes[0].item", NOTHING, key("A1-5")),
        ),
    ]
}

pub(super) fn changes() -> Vec<Story> {
    let first = |broken: Value, kept: Value| {
        let (broken, kept) = (change("A1-5", broken), change("A1-5", kept));
        story(
            Rule::AmendmentChanges,
            as_it_is,
            ("/0/amendments/0/changes/0", broken, kept),
            ("[0].amendments[0].changes[0]", SOMETHING, key("A1-5")),
        )
    };
    let again = |field: &'static str, broken: Value, kept: Value| {
        let set: fn(&mut Value) = |file| and_then(json!({"changes": [change("A1-7", json!({}))]}))(file);
        story(
            Rule::AmendmentChanges,
            set,
            (field, broken, kept),
            ("[1].amendments[2].changes[0]", SOMETHING, key("A1-7")),
        )
    };
    let as_listed = "招标人自行办理招标事宜备案";
    vec![
        story(
            Rule::AmendmentChanges,
            as_it_is,
            ("/0/amendments/0/changes", json!([]), json!([named("A1-5")])),
            ("[0].amendments[0]", SOMETHING, NOTHING),
        ),
        // nothing is set
        first(json!({}), json!({"name": "（虚构）更名事项"})),
        // what is set says what was so
        first(json!({"name": as_listed}), json!({"name": "（虚构）更名事项"})),
        first(json!({"modality": "direct"}), json!({"modality": "intake"})),
        first(json!({"department": "housing"}), json!({"department": "health"})),
        first(json!({"exceptions": []}), json!({"exceptions": [{"region": "qufu", "modality": "review"}]})),
        first(json!({"not_devolved_to": []}), json!({"not_devolved_to": ["qufu"]})),
        // of several, one that differs is enough
        first(
            json!({"modality": "direct", "department": "housing", "exceptions": [], "name": as_listed}),
            json!({"modality": "direct", "department": "housing", "exceptions": [], "name": "（虚构）更名事项"}),
        ),
        // as an amendment left it
        again(
            "/1/amendments/2/changes/0/exceptions",
            json!([{"region": "qufu", "modality": "review"}]),
            json!([{"region": "qufu", "modality": "intake"}]),
        ),
        again("/1/amendments/2/changes/0/not_devolved_to", json!(["sishui"]), json!([])),
        // an amended item keeps no exception that says what the new column says
        again("/1/amendments/2/changes/0/modality", json!("direct"), json!("review")),
    ]
}

pub(super) fn fits() -> Vec<Story> {
    let of_the_city = |told: Value| {
        story(
            Rule::AmendmentFits,
            as_it_is,
            ("/0/amendments/0/changes/0", change("A2-3", told), named("A2-3")),
            ("[0].amendments[0].changes[0]", Origin::City.into(), list([key("A2-3"), Origin::ThreeTier.into()])),
        )
    };
    let county = || list([key("WS-001"), Origin::County.into()]);
    vec![
        of_the_city(json!({"modality": "direct"})),
        of_the_city(json!({"exceptions": []})),
        of_the_city(json!({"not_devolved_to": ["qufu"]})),
        of_the_city(json!({"department": "health", "name": "（虚构）更名事项"})),
        // an added one too
        story(
            Rule::AmendmentFits,
            |file| and_then(json!({"changes": [named("SJ-001")]}))(file),
            ("/1/amendments/2/changes/0", change("SJ-001", json!({"modality": "direct"})), named("SJ-001")),
            ("[1].amendments[2].changes[0]", Origin::City.into(), list([key("SJ-001"), Origin::ThreeTier.into()])),
        ),
        // a county-original item is not even renamed
        story(
            Rule::AmendmentFits,
            as_it_is,
            ("/0/amendments/0/changes/0/item", json!("WS-001"), json!("A2-3")),
            ("[0].amendments[0].changes[0].item", ON_THE_LIST, county()),
        ),
        // one of an earlier round that the service keeps is like any of the list
        story(
            Rule::AmendmentFits,
            as_it_is,
            ("/1/amendments/0/removes/0", json!("WS-001"), json!("WS-002")),
            ("[1].amendments[0].removes[0]", ON_THE_LIST, county()),
        ),
    ]
}

pub(super) fn items() -> Vec<Story> {
    let known = |set, at, told| story(Rule::ItemInForce, set, at, told);
    // a row speaks of an item that leaves the list on 2021-10-01
    let leaves = |set: fn(&mut Value), (at, path): (&'static str, &'static str), (near, item): (&[&'static str], _)| {
        known(set, (at, json!("2021-10-01"), json!("2021-09-30")), (path, names(near), key(item)))
    };
    vec![
        known(
            as_it_is,
            ("/0/amendments/0/changes/0/item", json!("A1-62"), json!("A1-6")),
            ("[0].amendments[0].changes[0].item", names(&["A1-12", "A1-2", "A1-22"]), key("A1-62")),
        ),
        known(
            as_it_is,
            ("/1/amendments/0/removes/0", json!("A2-16"), json!("A2-15")),
            ("[1].amendments[0].removes[0]", names(&["A1-16", "A2-1", "A2-10"]), key("A2-16")),
        ),
        // S39: not recorded yet
        known(
            as_it_is,
            ("/0/amendments/0/changes/0/item", json!("WS-002"), json!("A1-5")),
            ("[0].amendments[0].changes[0].item", names(&["WS-001", "A1-10", "A1-12"]), key("WS-002")),
        ),
        // added in the same amendment, it is not in the edition that is amended
        known(
            |file| {
                add(
                    file,
                    "/1/amendments/1/adds",
                    with(item_of_the_city(), json!({"key": "SX-002", "name": "（虚构）"})),
                );
                put(file, "/1/amendments/1/ground", law());
            },
            ("/1/amendments/1/removes", json!(["SX-003"]), json!(["WS-002"])),
            ("[1].amendments[1].removes[0]", names(&["SX-001", "SJ-001", "WS-001"]), key("SX-003")),
        ),
        // removed before
        known(
            |file| and_then(json!({"changes": [named("A1-10")]}))(file),
            ("/1/amendments/2/changes/0/item", json!("A1-9"), json!("A1-10")),
            ("[1].amendments[2].changes[0].item", names(&["A1-19", "A1-29", "A1-39"]), key("A1-9")),
        ),
        known(
            |file| and_then(json!({"removes": ["SX-001"]}))(file),
            ("/1/amendments/2/removes", json!(["A1-9"]), json!(["SX-001"])),
            ("[1].amendments[2].removes[0]", names(&["A1-19", "A1-29", "A1-39"]), key("A1-9")),
        ),
        leaves(
            |file| put(file, "/1/stationings/0/items/only", json!(["A1-9"])),
            ("/1/stationings/0/from", "[1].stationings[0].items"),
            (&["A1-19", "A1-29", "A1-39"], "A1-9"),
        ),
        leaves(
            |file| put(file, "/1/amendments/0/removes", json!(["A1-36"])),
            ("/1/standards/0/from", "[1].standards[0].item"),
            (&["A1-16", "A1-26", "A1-3"], "A1-36"),
        ),
        leaves(
            |file| put(file, "/1/amendments/0/removes", json!(["A2-4"])),
            ("/1/choices/2/from", "[1].choices[2].items"),
            (&["A2-14", "A1-4", "A2-1"], "A2-4"),
        ),
        // one of the service's own too
        leaves(
            |file| put(file, "/1/amendments/0/removes", json!(["WS-002"])),
            ("/1/on_platform/0/from", "[1].on_platform[0].items"),
            (&["WS-001", "SJ-001", "SX-001"], "WS-002"),
        ),
        // S39: what an amendment adds is there from its revision on, also for rows that begin before it comes to the list
        known(
            |file| {
                put(file, "/1/own_items", json!([]));
                put(file, "/1/on_platform", json!([]));
            },
            ("/0/permissions/0/items/only/0", json!("SX-001"), json!("WS-001")),
            ("[0].permissions[0].items", names(&["WS-001", "A1-1", "A1-10"]), key("SX-001")),
        ),
        known(
            as_it_is,
            ("/1/stationings/0/items/only/0", json!("SX-002"), json!("SX-001")),
            ("[1].stationings[0].items", names(&["WS-002", "WS-001", "A1-10"]), key("SX-002")),
        ),
    ]
}

pub(super) fn once() -> Vec<Story> {
    let once = |set, at: (&'static str, Value, Value), path: &'static str, got: Fact| {
        story(Rule::NamedOnce, set, at, (path, ONCE, got))
    };
    let two = |other: &str| json!([{"region": "qufu", "modality": "review"}, {"region": other, "modality": "intake"}]);
    vec![
        once(
            |file| add(file, "/0/amendments/0/changes", named("A1-6")),
            ("/0/amendments/0/changes/1/item", json!("A1-5"), json!("A1-6")),
            "[0].amendments[0].changes[1].item",
            key("A1-5"),
        ),
        once(
            as_it_is,
            ("/1/amendments/0/removes", json!(["A1-9", "A1-9"]), json!(["A1-9", "A1-10"])),
            "[1].amendments[0].removes[1]",
            key("A1-9"),
        ),
        // over the three lists together
        once(
            as_it_is,
            ("/1/amendments/0/changes", json!([named("A1-9")]), json!([named("A1-10")])),
            "[1].amendments[0].changes[0].item",
            key("A1-9"),
        ),
        once(
            |file| add(file, "/1/amendments/1/heard", opinion("wenshang", "2021-09-20")),
            ("/1/amendments/1/heard/2/region", json!("qufu"), json!("wenshang")),
            "[1].amendments[1].heard",
            Region::Qufu.into(),
        ),
        once(
            as_it_is,
            ("/1/amendments/1/ground/practice", json!(["costly", "risky", "costly"]), json!(["costly", "risky"])),
            "[1].amendments[1].ground.practice",
            Practice::Costly.into(),
        ),
        once(
            |file| put(file, "/1/amendments/1/ground", law()),
            ("/1/amendments/1/changes/0/exceptions", two("qufu"), two("wenshang")),
            "[1].amendments[1].changes[0].exceptions",
            Region::Qufu.into(),
        ),
        once(
            as_it_is,
            ("/1/amendments/0/adds/0/origin/city/exceptions", two("qufu"), two("wenshang")),
            "[1].amendments[0].adds[0].origin.city.exceptions",
            Region::Qufu.into(),
        ),
        once(
            |file| put(file, "/1/own_items/0/origin/city/not_devolved_to", json!([])),
            ("/1/own_items/0/origin/city/exceptions", two("qufu"), two("wenshang")),
            "[1].own_items[0].origin.city.exceptions",
            Region::Qufu.into(),
        ),
        story(
            Rule::NamesSomething,
            as_it_is,
            ("/1/amendments/1/ground/practice", json!([]), json!(["risky"])),
            ("[1].amendments[1].ground.practice", SOME, NOTHING),
        ),
    ]
}

const SOMETHING: Fact = Fact::Term { zh: "至少一处改变", en: "at least one change" };
const ON_THE_LIST: Fact = Fact::Term { zh: "市级清单所列事项", en: "an item of the city's list" };
