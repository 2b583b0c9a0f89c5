//! Of every row: when it is recorded, what it is numbered, how long it runs, what it lists.

use super::*;

pub(super) fn rows() -> Vec<Story> {
    use Rule::{RevisionsRunForward, RowNotBackdated, RowSaidOnce};
    vec![
        story(
            RevisionsRunForward,
            as_it_is,
            ("/1/recorded", json!("2021-07-30"), json!("2021-07-31")),
            ("[1].recorded", day("2021-07-31"), day("2021-07-30")),
        ),
        story(
            RowNotBackdated,
            as_it_is,
            ("/1/plans/0/from", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].plans[0].from", day("2021-09-01"), day("2021-08-31")),
        ),
        story(
            RowNotBackdated,
            as_it_is,
            ("/1/seals/0/on", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].seals[0].on", day("2021-09-01"), day("2021-08-31")),
        ),
        story(
            RowSaidOnce,
            |file| {
                let row = file[0]["plans"][0].clone();
                add(file, "/0/plans", row);
            },
            ("/0/plans/1/from", json!("2021-06-30"), json!("2021-07-01")),
            ("[0].plans[1]", NOTHING, list([Region::Wenshang.into(), day("2021-06-30")])),
        ),
        story(
            RowSaidOnce,
            |file| {
                let row = file[1]["postings"][0].clone();
                add(file, "/1/postings", row);
            },
            ("/1/postings/1/region", json!("wenshang"), json!("liangshan")),
            (
                "[1].postings[1]",
                NOTHING,
                list([Department::PublicSecurity.into(), Region::Wenshang.into(), day("2021-09-01")]),
            ),
        ),
    ]
}

pub(super) fn numbers() -> Vec<Story> {
    let used = |set, at, told| story(Rule::NumberUnused, set, at, told);
    vec![
        used(
            as_it_is,
            ("/1/own_items/0/name", json!("（虚构）原有事项"), json!("（虚构）前批事项")),
            ("[1].own_items[0].name", NOTHING, Fact::Text(parsed("（虚构）原有事项"))),
        ),
        // a name of annex 1
        used(
            as_it_is,
            ("/0/own_items/0/name", json!("船舶登记"), json!("（虚构）船舶登记")),
            ("[0].own_items[0].name", NOTHING, Fact::Text(parsed("船舶登记"))),
        ),
        used(
            |file| {
                let named = json!({"key": "WS-003", "name": "（虚构）又一事项", "kind": "licence", "origin": "county"});
                add(file, "/1/own_items", named);
            },
            ("/1/own_items/1/key", json!("WS-001"), json!("WS-003")),
            ("[1].own_items[1].key", NOTHING, key("WS-001")),
        ),
        used(
            |file| add(file, "/0/agencies", json!({"id": "city-other", "name": "又一市级机构（虚构）"})),
            ("/0/agencies/1/id", json!("city-law"), json!("city-other")),
            ("[0].agencies[1].id", NOTHING, the("city-law")),
        ),
        used(
            seals_rest,
            ("/1/agreements/0/number", json!("XY-1"), json!("XY-2")),
            ("[1].agreements[0].number", NOTHING, the("XY-1")),
        ),
        used(
            |file| put(file, "/1/permissions/0/until", Value::Null),
            ("/1/permissions/0/number", json!("SJ-1"), json!("SJ-2")),
            ("[1].permissions[0].number", NOTHING, the("SJ-1")),
        ),
        used(
            |file| add(file, "/1/seals", event(10, "2021-09-01", json!({"cut": {}}))),
            ("/1/seals/4/seal/number", json!(7), json!(10)),
            ("[1].seals[4].seal", NOTHING, seal(7)),
        ),
        // S40: the number of a lost seal is not used again
        used(
            |file| add(file, "/1/seals", event(10, "2021-09-01", json!({"cut": {}}))),
            ("/1/seals/4/seal/number", json!(8), json!(11)),
            ("[1].seals[4].seal", NOTHING, seal(8)),
        ),
    ]
}

pub(super) fn spans() -> Vec<Story> {
    let until = |list: &'static str, path: &'static str| {
        story(
            Rule::SpanInOrder,
            as_it_is,
            (list, json!("2021-08-31"), json!("2021-09-01")),
            (path, day("2021-09-01"), day("2021-08-31")),
        )
    };
    let last = |set, at, told| story(Rule::SpanInOrder, set, at, told);
    let runs = |set, at, told| story(Rule::EndsSomething, set, at, told);
    vec![
        until("/1/postings/0/until", "[1].postings[0].until"),
        until("/1/agreements/0/until", "[1].agreements[0].until"),
        until("/1/permissions/0/until", "[1].permissions[0].until"),
        // no later than the last day that it had, nor on it
        last(
            |file| put(file, "/0/agreements/0/until", json!("2022-07-31")),
            ("/1/endings/0/last", json!("2022-07-31"), json!("2022-07-30")),
            ("[1].endings[0].last", from_until("2021-06-25", "2022-07-31"), day("2022-07-31")),
        ),
        // not before it began
        last(
            |file| put(file, "/1/endings/0/ends", json!({"agreement": "XY-2"})),
            ("/1/endings/0/last", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].endings[0].last", from_on("2021-09-01"), day("2021-08-31")),
        ),
        last(
            |file| put(file, "/0/permissions/0/from", json!("2021-10-02")),
            ("/1/endings/1/last", json!("2021-10-01"), json!("2021-10-02")),
            ("[1].endings[1].last", from_on("2021-10-02"), day("2021-10-01")),
        ),
        // an ending can be brought forward again, not put off
        last(
            |file| {
                let again = file[1]["endings"][2].clone();
                add(file, "/1/endings", again);
            },
            ("/1/endings/3/last", json!("2021-11-01"), json!("2021-10-30")),
            ("[1].endings[3].last", from_until("2021-07-01", "2021-10-31"), day("2021-11-01")),
        ),
        runs(
            as_it_is,
            ("/1/endings/0/ends/agreement", json!("XY-9"), json!("XY-1")),
            ("[1].endings[0].ends", NOTHING, the("XY-9")),
        ),
        runs(
            as_it_is,
            ("/1/endings/1/ends/permission", json!("SJ-9"), json!("SJ-1")),
            ("[1].endings[1].ends", NOTHING, the("SJ-9")),
        ),
        runs(
            as_it_is,
            ("/1/endings/2/ends/posting/region", json!("liangshan"), json!("wenshang")),
            ("[1].endings[2].ends", NOTHING, list([Department::Ecology.into(), Region::Liangshan.into()])),
        ),
        runs(
            as_it_is,
            ("/1/endings/2/ends/posting/department", json!("transport"), json!("ecology")),
            ("[1].endings[2].ends", NOTHING, list([Department::Transport.into(), Region::Wenshang.into()])),
        ),
        // of a posting, that it has begun by then
        runs(
            |file| put(file, "/0/postings/0/from", json!("2021-09-15")),
            ("/1/endings/2/last", json!("2021-09-14"), json!("2021-09-15")),
            ("[1].endings[2].ends", NOTHING, list([Department::Ecology.into(), Region::Wenshang.into()])),
        ),
    ]
}

pub(super) fn lists() -> Vec<Story> {
    let some = |at: &'static str, kept: Value, path: &'static str| {
        story(Rule::NamesSomething, as_it_is, (at, json!([]), kept), (path, SOME, NOTHING))
    };
    let once = |set, at: &'static str, (broken, kept): (Value, Value), path: &'static str, got: Fact| {
        story(Rule::NamedOnce, set, (at, broken, kept), (path, ONCE, got))
    };
    let two = |one: &str| (json!([one, "A1-36", one]), json!([one, "A1-36"]));
    vec![
        some("/0/plans/0/undertakes/0/items/only", json!(["A1-36"]), "[0].plans[0].undertakes[0].items"),
        some("/1/stationings/0/items/only", json!(["A1-37"]), "[1].stationings[0].items"),
        some("/0/advisers/0/items/only", json!(["A1-36"]), "[0].advisers[0].items"),
        some("/0/advisers/0/persons", json!(["adviser"]), "[0].advisers[0].persons"),
        some("/1/on_platform/0/items/only", json!(["WS-002"]), "[1].on_platform[0].items"),
        some("/0/on_platform/0/regions", json!(["wenshang"]), "[0].on_platform[0].regions"),
        some("/1/agreements/0/users", json!(["keeper"]), "[1].agreements[0].users"),
        some(
            "/1/agreements/0/circumstances",
            json!([{"code": "decision", "name": "决定文书"}]),
            "[1].agreements[0].circumstances",
        ),
        some("/0/agreements/0/items/only", json!(["A1-36"]), "[0].agreements[0].items"),
        some("/0/permissions/0/items/only", json!(["A1-36"]), "[0].permissions[0].items"),
        some("/1/permissions/0/regions", json!(["wenshang", "qufu"]), "[1].permissions[0].regions"),
        once(
            as_it_is,
            "/0/plans/0/undertakes/0/items/only",
            two("A1-1"),
            "[0].plans[0].undertakes[0].items",
            key("A1-1"),
        ),
        once(as_it_is, "/1/stationings/0/items/only", two("A1-2"), "[1].stationings[0].items", key("A1-2")),
        once(as_it_is, "/0/permissions/0/items/only", two("WS-001"), "[0].permissions[0].items", key("WS-001")),
        once(
            as_it_is,
            "/0/advisers/0/persons",
            (json!(["adviser", "adviser"]), json!(["adviser", "another"])),
            "[0].advisers[0].persons",
            the("adviser"),
        ),
        once(
            as_it_is,
            "/0/agreements/0/users",
            (json!(["keeper", "keeper"]), json!(["keeper", "another"])),
            "[0].agreements[0].users",
            the("keeper"),
        ),
        once(
            |file| {
                add(file, "/0/agreements/0/circumstances", json!({"code": "licence", "name": "证照"}));
            },
            "/0/agreements/0/circumstances/1/code",
            (json!("decision"), json!("licence")),
            "[0].agreements[0].circumstances",
            the("decision"),
        ),
        // a long list is searched another way
        once(
            as_it_is,
            "/0/permissions/0/items/only",
            (many(&["A1-20", "A1-20"]), many(&["A1-20", "A1-21"])),
            "[0].permissions[0].items",
            key("A1-20"),
        ),
    ]
}

fn many(last: &[&str]) -> Value {
    (1..20).map(|it| format!("A1-{it}")).chain(last.iter().map(|it| (*it).to_owned())).collect()
}

pub(super) fn items() -> Vec<Story> {
    let known = |set, at, told| story(Rule::ItemInForce, set, at, told);
    let own = |set, at, told| story(Rule::ItemsOfDepartment, set, at, told);
    let commerce = || list([key("A1-37"), Department::Commerce.into()]);
    vec![
        known(
            |file| put(file, "/1/standards", json!([])),
            ("/0/standards/0/item", json!("A1-62"), json!("A1-36")),
            ("[0].standards[0].item", names(&["A1-12", "A1-2", "A1-22"]), key("A1-62")),
        ),
        known(
            as_it_is,
            ("/1/stationings/0/items/only/0", json!("A2-16"), json!("A2-15")),
            ("[1].stationings[0].items", names(&["A1-16", "A2-1", "A2-10"]), key("A2-16")),
        ),
        known(
            as_it_is,
            ("/1/on_platform/0/items/only/0", json!("A1-0"), json!("A1-1")),
            ("[1].on_platform[0].items", names(&["A1-10", "A1-20", "A1-30"]), key("A1-0")),
        ),
        // S39: an own item is there from its revision on
        known(
            as_it_is,
            ("/0/permissions/0/items/only/0", json!("WS-002"), json!("WS-001")),
            ("[0].permissions[0].items", names(&["WS-001", "A1-10", "A1-12"]), key("WS-002")),
        ),
        known(
            as_it_is,
            ("/0/plans/0/undertakes/0/items/only/1", json!("WS-002"), json!("WS-001")),
            ("[0].plans[0].undertakes[0].items", names(&["WS-001", "A1-10", "A1-12"]), key("WS-002")),
        ),
        own(
            as_it_is,
            ("/0/advisers/0/items/only/0", json!("A1-37"), json!("A1-36")),
            ("[0].advisers[0].items", Department::Transport.into(), commerce()),
        ),
        own(
            |file| put(file, "/1/agreements/0/items", json!({"only": [null]})),
            ("/1/agreements/0/items/only/0", json!("A1-37"), json!("A1-36")),
            ("[1].agreements[0].items", Department::Transport.into(), commerce()),
        ),
        // a county-original item is of no department
        own(
            as_it_is,
            ("/0/advisers/0/items/only/0", json!("WS-001"), json!("A1-36")),
            ("[0].advisers[0].items", Department::Transport.into(), list([key("WS-001"), NOTHING])),
        ),
    ]
}
