//! What the statistics say for an amendment of the list (`C3`).

use std::{collections::BTreeMap, io};

use tongquan::IntoEnumIterator;
use tongquan::{
    Standing,
    oversight::{Evidence, EvidenceOf, Facet, FacetKind, Measures},
    register::Registers,
};

use super::{count::Count, told::Told};

/// How many items are told of each kind.
const FIRST: usize = 5;

pub(crate) fn told(told: &mut Told<'_>, counted: &Count, registers: Registers<'_>) -> io::Result<()> {
    let evidence = Evidence::of(&counted.evidence, registers).by_item();
    told.head("调整依据", "evidence for an amendment")?;
    reconciled(told, counted, &evidence)?;
    for of in EvidenceOf::iter() {
        told.head(&format!("调整依据：{}", of.label()), &format!("evidence for an amendment: {}", of.english()))?;
        for row in evidence.ranked(of).into_iter().take(FIRST) {
            told.say(&row.zh(), &row.to_string())?;
        }
    }
    Ok(())
}

/// Where every case of the tables is: in a row, of what is no longer devolved, or in no row, and why.
pub(crate) fn reconciled(told: &mut Told<'_>, counted: &Count, evidence: &Evidence<'_>) -> io::Result<()> {
    let cases = counted.statistics.group(&Facet::All).map_or(0, Measures::cases);
    let rows: u64 = evidence.rows().iter().map(|it| it.measures().cases()).sum();
    let not_devolved: u64 = evidence.not_devolved().iter().map(|it| it.cases).sum();
    let mut others: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for (facet, measures) in counted.statistics.by(FacetKind::Standing) {
        let Facet::Standing(standing) = facet else { continue };
        if let Some(why) = in_no_row(*standing) {
            *others.entry(why).or_default() += measures.cases();
        }
    }
    let none: u64 = others.values().sum();
    let mut zh = format!("统计{cases}件 = 各事项{rows}件 + 当日未下放{not_devolved}件 + 不入各事项{none}件");
    let mut en =
        format!("{cases} cases = {rows} in the rows + {not_devolved} not devolved on the day + {none} in no row");
    if !others.is_empty() {
        let each =
            |of: fn((&str, &str), u64) -> String| others.iter().map(|(why, many)| of(*why, *many)).collect::<Vec<_>>();
        zh += &format!("（{}）", each(|(zh, _), many| format!("{zh}{many}件")).join("、"));
        en += &format!(" ({})", each(|(_, en), many| format!("{en}: {many}")).join("; "));
    }
    told.say(&zh, &en)
}

/// Why a case is in no row; none where it is devolved, for then it is in one.
const fn in_no_row(standing: Standing) -> Option<(&'static str, &'static str)> {
    match standing {
        Standing::Devolved(_) => None,
        Standing::Reserved => Some(("跨区域而由市级保留", "crossing regions, and so the city's")),
        Standing::Unresolved => Some(("跨区域而未定", "crossing regions, and unresolved")),
        Standing::Original => Some(("县级原有", "county-original")),
        Standing::RegionChooses | Standing::Chosen(_) => Some(("三级事项", "three-tier")),
        Standing::NotDevolved => Some(("立案时暂不下放", "not devolved when filed")),
    }
}
