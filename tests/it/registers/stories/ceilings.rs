//! Of ceilings: each with a number, days in order, items of its department; and of the ending that brings one's last day forward.

use super::*;

/// One of 市交通运输局 is brought forward.
fn ended(file: &mut Value) {
    add(file, "/1/endings", json!({"ends": {"ceiling": "ZB-1"}, "last": "2021-11-30", "reason": "虚构"}));
}

pub(super) fn ceilings() -> Vec<Story> {
    use Rule::{ItemInForce, ItemsOfDepartment, NamedOnce, NamesSomething, NumberUnused, RowNotBackdated, SpanInOrder};
    let (items, regions) = ("[0].ceilings[0].items", "[1].ceilings[0].regions");
    let only = "/0/ceilings/0/items/only";
    vec![
        story(
            RowNotBackdated,
            as_it_is,
            ("/1/ceilings/0/from", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].ceilings[0].from", day("2021-09-01"), day("2021-08-31")),
        ),
        story(
            NumberUnused,
            as_it_is,
            ("/1/ceilings/0/number", json!("ZB-1"), json!("ZB-3")),
            ("[1].ceilings[0].number", NOTHING, the("ZB-1")),
        ),
        // one that has ended keeps its number
        story(
            NumberUnused,
            ended,
            ("/1/ceilings/0/number", json!("ZB-1"), json!("ZB-3")),
            ("[1].ceilings[0].number", NOTHING, the("ZB-1")),
        ),
        // a single day is a span
        story(
            SpanInOrder,
            as_it_is,
            ("/1/ceilings/0/until", json!("2021-08-31"), json!("2021-09-01")),
            ("[1].ceilings[0].until", day("2021-09-01"), day("2021-08-31")),
        ),
        story(NamesSomething, as_it_is, (only, json!([]), json!(["A1-36"])), (items, SOME, NOTHING)),
        story(
            NamesSomething,
            as_it_is,
            ("/1/ceilings/0/regions", json!([]), json!(["qufu"])),
            (regions, SOME, NOTHING),
        ),
        story(NamedOnce, as_it_is, (only, json!(["A1-36", "A1-36"]), json!(["A1-36"])), (items, ONCE, key("A1-36"))),
        story(
            ItemInForce,
            as_it_is,
            (only, json!(["A1-62"]), json!(["A1-36"])),
            (items, names(&["A1-12", "A1-2", "A1-22"]), key("A1-62")),
        ),
        story(
            ItemsOfDepartment,
            as_it_is,
            (only, json!(["A1-37"]), json!(["A1-36"])),
            (items, Department::Transport.into(), list([key("A1-37"), Department::Commerce.into()])),
        ),
        // a county-original item is of no department
        story(
            ItemsOfDepartment,
            as_it_is,
            (only, json!(["WS-001"]), json!(["A1-36"])),
            (items, Department::Transport.into(), list([key("WS-001"), NOTHING])),
        ),
    ]
}

pub(super) fn endings() -> Vec<Story> {
    let last = |broken: &str, kept: &str, (from, until): (&str, &str)| {
        let told = ("[1].endings[3].last", from_until(from, until), day(broken));
        story(Rule::SpanInOrder, ended, ("/1/endings/3/last", json!(broken), json!(kept)), told)
    };
    vec![
        story(
            Rule::EndsSomething,
            ended,
            ("/1/endings/3/ends/ceiling", json!("ZB-9"), json!("ZB-1")),
            ("[1].endings[3].ends", NOTHING, the("ZB-9")),
        ),
        // a permission's number is no ceiling's
        story(
            Rule::EndsSomething,
            ended,
            ("/1/endings/3/ends", json!({"ceiling": "SJ-1"}), json!({"ceiling": "ZB-2"})),
            ("[1].endings[3].ends", NOTHING, the("SJ-1")),
        ),
        // sooner than it ends anyway
        last("2021-12-31", "2021-12-30", ("2021-07-01", "2021-12-31")),
        story(
            Rule::SpanInOrder,
            |file| {
                ended(file);
                put(file, "/0/ceilings/0/from", json!("2021-12-01"));
            },
            ("/1/endings/3/last", json!("2021-11-30"), json!("2021-12-01")),
            ("[1].endings[3].last", from_until("2021-12-01", "2021-12-31"), day("2021-11-30")),
        ),
        // brought forward again, not put off
        story(
            Rule::SpanInOrder,
            |file| {
                ended(file);
                ended(file);
            },
            ("/1/endings/4/last", json!("2021-11-30"), json!("2021-11-29")),
            ("[1].endings[4].last", from_until("2021-07-01", "2021-11-30"), day("2021-11-30")),
        ),
        story(
            Rule::RowNotBackdated,
            ended,
            ("/1/endings/3/last", json!("2021-08-30"), json!("2021-08-31")),
            ("[1].endings[3].last", day("2021-08-31"), day("2021-08-30")),
        ),
    ]
}
