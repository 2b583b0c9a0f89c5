//! What the lists themselves say of a built-in item in a region (annexes 1 and 2), in the words of the wire.

use std::{collections::BTreeMap, sync::LazyLock};

use super::brief::Item;
use crate::model::{
    items::{DIRECT, ENTRUSTED, NOT_HERE, REVIEW, WINDOW, base, department, kind, modality_here},
    statistics_seeds::{REGIONS, rows, small},
};

const DEPARTMENTS: &str = include_str!("../../../../seeds/departments.tsv");

static REGION_NAMES: LazyLock<BTreeMap<String, &str>> =
    LazyLock::new(|| rows(REGIONS).map(|row| (small(row[0]), row[2])).collect());
static DEPARTMENT_WORDS: LazyLock<BTreeMap<&str, String>> =
    LazyLock::new(|| rows(DEPARTMENTS).map(|row| (row[1], small(row[0]))).collect());

/// Annex and number; `None`: a service's own.
pub(super) fn annex(key: &str) -> Option<(u8, u8)> {
    let (annex, number) = key.strip_prefix('A')?.split_once('-')?;
    Some((annex.parse().ok()?, number.parse().ok()?))
}

pub(super) fn is_listed(annex: u8, number: u8) -> bool {
    match annex {
        1 => (1..=61).contains(&number),
        2 => (1..=15).contains(&number),
        _ => false,
    }
}

fn word(chinese: &str) -> &'static str {
    match chinese {
        "行政确认" => "confirmation",
        "其他行政权力" => "other_power",
        "公共服务" => "public_service",
        "行政许可" => "licence",
        DIRECT => "direct",
        WINDOW => "window",
        REVIEW => "review",
        ENTRUSTED => "intake",
        NOT_HERE => "not_devolved",
        other => panic!("no word for {other}"),
    }
}

/// CHOICE: of a later edition the list of 2021 tells what no amendment changes: the kind, that an item of annex 1 was the
/// city's, and all of annex 2, whose items are renamed or removed and no more (S52).
pub(super) fn agrees(key: &str, region: &str, edition: i64, item: &Item) -> bool {
    let Some((annex, number)) = annex(key).filter(|(annex, number)| is_listed(*annex, *number)) else {
        // whatever was the city's was a department's
        return item.department.is_some()
            || ["original", "region_chooses", "unresolved"].contains(&item.standing.as_str());
    };
    let kind_agrees = item.kind == word(kind(annex, number));
    if annex == 2 {
        let rest = item.department.is_none() && item.column.is_none();
        return kind_agrees && rest && item.standing == "region_chooses" && item.why == "note";
    }
    if edition != 1 {
        let sort = ["direct", "window", "review", "intake", "not_devolved"].contains(&item.standing.as_str());
        return kind_agrees && sort && item.department.is_some();
    }
    let here = word(modality_here(number, REGION_NAMES[region]));
    let column = word(base(number));
    // the remark is why an item stands otherwise than its column says, and those of 20 to 23 speak of every region
    let why = if here == column && !(20..=23).contains(&number) { "column" } else { "remark" };
    kind_agrees
        && item.department.as_ref() == Some(&DEPARTMENT_WORDS[department(number)])
        && item.column.as_deref() == Some(column)
        && item.standing == here
        && item.why == why
}
