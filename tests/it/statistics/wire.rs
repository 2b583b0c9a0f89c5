//! Statistics on the wire: what is written is read back the same, in any format and under any key; what cannot have been written is refused with its
//! place, and whatever comes, nothing panics.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    Key, Region, Standing,
    case::{DutyStateKind, MessageKind, Period, StageKind, StepKind, Timeliness},
    oversight::{Counts, Facet, Histogram, Measures, Month, Span, Statistics},
};

use super::{CASES, POOL, by_facet, counted};
use crate::support::day;

const GOLDEN: &str = include_str!("../../golden/statistics.json");

type ByPair = Statistics<(Region, Month)>;

/// Both statistics of the golden file, as they are written.
fn golden() -> (String, String) {
    let wire: String = GOLDEN.lines().collect();
    let (first, second) = wire.split_once(r#","by_pair":"#).unwrap();
    (first.strip_prefix(r#"{"by_facet":"#).unwrap().to_owned(), second.strip_suffix('}').unwrap().to_owned())
}

#[test]
fn the_golden_file_is_read_and_written_back_byte_for_byte_and_says_what_it_said() {
    let (by_facet_told, by_pair) = golden();
    let read: Statistics = serde_json::from_str(&by_facet_told).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), by_facet_told);
    let again = by_facet(day(2024, 3, 22), &*CASES);
    assert_eq!(read, again, "if this is meant, it is another set of rules\n{}", serde_json::to_string(&again).unwrap());
    let read: ByPair = serde_json::from_str(&by_pair).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), by_pair);
    let measures = read.group(&(Region::Wenshang, "2024-03".parse().unwrap())).unwrap();
    assert_eq!((measures.cases(), measures.unproven(), measures.outstanding()), (12, 1, 6));
}

#[test]
fn every_word_stands_in_the_golden_file() {
    fn words<T: serde::Serialize>(all: impl IntoIterator<Item = T>) -> Vec<String> {
        all.into_iter().map(|it| serde_json::to_string(&it).unwrap()).collect()
    }
    let closed = [
        words(StageKind::iter()),
        words(StepKind::iter()),
        words(Period::iter()),
        words(Timeliness::iter()),
        words(Span::iter()),
        words(MessageKind::iter()),
        words(DutyStateKind::iter()),
    ];
    let facets = ["all", "region", "item", "department", "standing", "kind", "stage", "month"];
    let fields = [
        "v", "day", "unrouted", "groups", "key", "measures", "unproven", "stages", "steps", "periods", "spans",
        "messages",
    ];
    let others = facets.into_iter().chain(fields).map(|it| format!("\"{it}\""));
    for word in closed.into_iter().flatten().chain(others) {
        assert!(GOLDEN.contains(&word), "{word}");
    }
}

#[test]
fn any_key_is_written_and_read() {
    fn there_and_back<K>(statistics: &Statistics<K>)
    where
        K: Ord + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
    {
        assert!(statistics.groups().len() > 2);
        let json = serde_json::to_string(statistics).unwrap();
        assert_eq!(&serde_json::from_str::<Statistics<K>>(&json).unwrap(), statistics);
        let bytes = postcard::to_stdvec(statistics).unwrap();
        assert_eq!(&postcard::from_bytes::<Statistics<K>>(&bytes).unwrap(), statistics);
        let value = serde_json::to_value(statistics).unwrap();
        assert_eq!(&serde_json::from_value::<Statistics<K>>(value).unwrap(), statistics);
    }
    let on = day(2024, 3, 22);
    there_and_back(&by_facet(on, &*POOL));
    there_and_back(&counted(on, &*POOL, |it| [(it.item().clone(), it.region())]));
    there_and_back(&counted(on, &*POOL, |it| [(it.standing(), it.kind(), it.stage())]));
    there_and_back(&counted(on, &*POOL, |it| [it.department()]));
    there_and_back(&counted(on, &*POOL, |it| [vec![it.item().to_string()], vec![], vec![it.month().to_string()]]));
    there_and_back(&counted(on, &*POOL, |it| Period::ALL.map(|period| (period, it.month()))));
    // rows come in any order
    let statistics = by_facet(on, &*CASES);
    let mut told = serde_json::to_value(&statistics).unwrap();
    told["groups"].as_array_mut().unwrap().reverse();
    for group in told["groups"].as_array_mut().unwrap() {
        for (_, rows) in group["measures"].as_object_mut().unwrap() {
            let rows = rows.as_array_mut();
            rows.into_iter().for_each(|it| it.reverse());
        }
    }
    assert_eq!(serde_json::from_value::<Statistics>(told).unwrap(), statistics);
    let standing = Facet::Standing(Standing::Chosen(tongquan::Modality::Review));
    assert_eq!(serde_json::to_value(&standing).unwrap(), json!({"standing": {"chosen": "review"}}));
    assert_eq!(serde_json::to_value(Facet::Item("A1-33".parse().unwrap())).unwrap(), json!({"item": "A1-33"}));
    assert_eq!(serde_json::to_value(Facet::Department(None)).unwrap(), json!({"department": null}));
    assert_eq!(serde_json::to_value(Facet::All).unwrap(), json!("all"));
}

/// One group, of the golden file's.
fn one() -> Value {
    let mut told: Value = serde_json::from_str(&golden().1).unwrap();
    let groups = told["groups"].as_array_mut().unwrap();
    groups.truncate(1);
    told
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Value)) -> String {
    let mut told = one();
    change(&mut told);
    serde_json::from_value::<ByPair>(told).unwrap_err().to_string()
}

#[test]
fn what_cannot_have_been_written_is_refused() {
    assert!(serde_json::from_value::<ByPair>(one()).is_ok());
    let measures = |told: &mut Value, field: &str, value: Value| told["groups"][0]["measures"][field] = value;
    for (why, told) in [
        // whole statistics
        (refused(|it| it["v"] = json!(2)), "version 2; this crate reads version 1"),
        (refused(|it| _ = it.as_object_mut().unwrap().remove("v")), "missing field `v`"),
        (refused(|it| it["day"] = json!("2024-3-31")), "no day written YYYY-MM-DD"),
        (refused(|it| it["until"] = json!(1)), "unknown field `until`"),
        (refused(|it| it["groups"][0]["name"] = json!(1)), "unknown field `name`"),
        (refused(|it| it["groups"][0]["measures"]["cases"] = json!(12)), "unknown field `cases`"),
        (
            refused(|it| {
                let group = it["groups"][0].clone();
                it["groups"].as_array_mut().unwrap().push(group);
            }),
            "[1]: a row before has the same key",
        ),
        // groups and rows of nothing
        (
            refused(|it| {
                it["groups"][0]["measures"] =
                    json!({"unproven": 0, "stages": [], "steps": [], "periods": [], "spans": [], "messages": []})
            }),
            "[0]: of nothing there is no row",
        ),
        (refused(|it| measures(it, "steps", json!([["accept", 1], ["push", 0]]))), "[1]: of nothing there is no row"),
        (refused(|it| measures(it, "spans", json!([["filing_to_decision", []]]))), "[0]: of nothing there is no row"),
        (
            refused(|it| measures(it, "spans", json!([["filing_to_decision", [[3, 0]]]]))),
            "[0]: of nothing there is no row",
        ),
        // what stands there twice
        (
            refused(|it| measures(it, "steps", json!([["accept", 1], ["push", 2], ["accept", 1]]))),
            "[2]: a row before has the same key",
        ),
        (
            refused(|it| measures(it, "spans", json!([["filing_to_decision", [[3, 1], [3, 1]]]]))),
            "[1]: a row before has the same key",
        ),
        (
            refused(|it| {
                measures(it, "spans", json!([["filing_to_decision", [[3, 1]]], ["filing_to_decision", [[4, 1]]]]))
            }),
            "[1]: a row before has the same key",
        ),
        // more than twelve cases can have
        (refused(|it| measures(it, "unproven", json!(13))), "不能成立的: 13, of 12 cases at most 12"),
        (
            refused(|it| measures(it, "periods", json!([[["notice", "late"], 7], [["notice", "in_time"], 6]]))),
            "告知期限: 13, of 12 cases at most 12",
        ),
        (
            refused(|it| measures(it, "spans", json!([["counted_days", [[3, 12], [4, 1]]]]))),
            "承诺时限已计入的日: 13, of 12 cases at most 12",
        ),
        (
            refused(|it| measures(it, "messages", json!([[["report", "sent"], 13]]))),
            "批后报备: 13, of 12 cases at most 12",
        ),
        (
            refused(|it| measures(it, "messages", json!([[["push", "sent"], 40], [["push", "owed"], 9]]))),
            "审管信息推送: 49, of 12 cases at most 48",
        ),
        // of the wrong kind
        (refused(|it| measures(it, "steps", json!([["accept", -1]]))), "invalid value: integer `-1`"),
        (refused(|it| measures(it, "steps", json!([["accept", 1.5]]))), "invalid type: floating point"),
        (refused(|it| measures(it, "spans", json!([["filing_to_decision", [[4_294_967_296_u64, 1]]]]))), "4294967296"),
        (refused(|it| measures(it, "steps", json!([["counter_sign", 1]]))), "unknown variant `counter_sign`"),
        (refused(|it| it["groups"][0]["key"] = json!(["wenshang", "2024-3"])), "a month is written YYYY-MM"),
        (refused(|it| it["groups"] = json!({})), "invalid type: map, expected a sequence"),
    ] {
        assert!(why.contains(told), "{why}\nfor {told}");
    }
    // as much as they can have
    let mut full = one();
    measures(&mut full, "unproven", json!(12));
    measures(&mut full, "messages", json!([[["push", "sent"], 39], [["push", "owed"], 9], [["report", "owed"], 12]]));
    assert_eq!(serde_json::from_value::<ByPair>(full).unwrap().groups().next().unwrap().1.outstanding(), 60);
}

#[test]
fn months_are_written_and_read_in_one_form() {
    for (told, year, month) in
        [("0001-01", 1, 1), ("2024-12", 2024, 12), ("9999-10", 9999, 10), ("-0001-02", -1, 2), ("+12024-03", 12_024, 3)]
    {
        let read: Month = told.parse().unwrap();
        assert_eq!((read.year(), read.month(), read.to_string()), (year, month, told.to_owned()));
        assert_eq!(serde_json::to_value(read).unwrap(), json!(told));
        assert_eq!(Month::of(day(year, month, 1)), read);
    }
    for told in [
        "",
        "2024",
        "2024-0",
        "2024-00",
        "2024-13",
        "2024-3",
        "24-03",
        "2024-03-01",
        " 2024-03",
        "2024-03 ",
        "+2024-03",
        "2024/03",
        "２０２４-03",
    ] {
        let why = told.parse::<Month>().unwrap_err();
        assert_eq!(
            (why.to_string().as_str(), why.zh()),
            ("a month is written YYYY-MM", "月份应写作 YYYY-MM"),
            "{told}"
        );
        assert!(serde_json::from_value::<Month>(json!(told)).is_err());
    }
    let all: BTreeSet<Month> = (1..=12).map(|it| format!("2024-{it:02}").parse().unwrap()).collect();
    assert!(all.len() == 12 && all.iter().map(|it| it.month()).eq(1..=12));
}

/// Whatever JSON.
fn any_json() -> impl Strategy<Value = Value> {
    let words = [
        "all",
        "filed",
        "accept",
        "notice",
        "late",
        "filing_to_decision",
        "push",
        "owed",
        "wenshang",
        "2024-03",
        "A1-1",
        "",
        "key",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (0_u64..5).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        proptest::sample::select(words.to_vec()).prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec(("[a-z_]{0,8}", inner), 0..4).prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

/// Puts something else at some place of a tree.
fn replaced(told: &mut Value, at: &mut usize, other: &Value) {
    if *at == 0 {
        *told = other.clone();
    }
    *at = at.wrapping_sub(1);
    match told {
        Value::Array(all) => all.iter_mut().for_each(|it| replaced(it, at, other)),
        Value::Object(all) => all.iter_mut().for_each(|(_, it)| replaced(it, at, other)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_024, ..ProptestConfig::default() })]
    #[test]
    fn whatever_comes_it_is_read_to_what_is_written_again_or_refused(other in any_json(), at in 0_usize..2_000, keys in any::<bool>()) {
        let mut told: Value = serde_json::from_str(&if keys { golden().1 } else { golden().0 }).unwrap();
        replaced(&mut told, &mut { at % 400 }, &other);
        if let Ok(read) = serde_json::from_value::<Statistics>(told.clone()) {
            let again: Statistics = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
            prop_assert_eq!(again, read);
        }
        _ = serde_json::from_value::<ByPair>(told.clone());
        _ = serde_json::from_value::<Statistics<Key>>(other.clone());
        _ = serde_json::from_value::<Measures>(other.clone());
        _ = serde_json::from_value::<Counts<(Period, Timeliness)>>(other.clone());
        if let Ok(read) = serde_json::from_value::<Histogram>(other) {
            prop_assert!((0..=u8::MAX).filter_map(|it| read.percentile(it)).is_sorted());
        }
    }

    #[test]
    fn whatever_bytes_come_nothing_panics(bytes in vec(any::<u8>(), 0..200), cut in 0_usize..4_000) {
        _ = postcard::from_bytes::<Statistics>(&bytes);
        let whole = postcard::to_stdvec(&serde_json::from_str::<Statistics>(&golden().0).unwrap()).unwrap();
        let cut = cut % whole.len();
        prop_assert!(postcard::from_bytes::<Statistics>(&whole[..cut]).is_err());
        let mixed = [&whole[..cut], &bytes].concat();
        _ = postcard::from_bytes::<Statistics>(&mixed);
    }
}
