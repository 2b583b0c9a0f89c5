use std::collections::BTreeMap;

use chrono::Datelike;
use tongquan::{
    Modality, Region, Standing,
    case::Period,
    law::Fact,
    oversight::{Facet, FacetKind, Measures, Month, Ratio, Span},
};

use crate::{
    Fallible,
    boxes::Boxes,
    columns::Columns,
    dots::Dots,
    figure::{Figure, Mark, Table, TableRow},
    mix::Mix,
    sign::Sign,
    words::Words,
    year::Year,
};

/// The charts of a year; every number is one that the statistics tell.
pub(crate) fn figures(year: &Year) -> Fallible<Vec<Figure>> {
    Ok(vec![volumes(year)?, on_time(year)?, days(year)?, mix(year)?])
}

fn volumes(year: &Year) -> Fallible<Figure> {
    let mut months: BTreeMap<Month, [u64; 2]> = BTreeMap::new();
    for (facet, measures) in year.all.by(FacetKind::Month) {
        if let Facet::Month(month) = facet {
            months.entry(*month).or_default()[0] = measures.cases();
        }
    }
    for (month, measures) in year.decided.groups() {
        months.entry(*month).or_default()[1] = measures.cases();
    }
    let [filed, decided] = [0, 1].map(|at| months.values().filter_map(|it| it.get(at)).sum::<u64>());
    let columns: Vec<(String, [u64; 2])> =
        months.iter().map(|(month, counts)| (month.month().to_string(), *counts)).collect();
    let day = year.all.day();
    let rows = months
        .iter()
        .map(|(month, counts)| TableRow { of: Words::of(*month), cells: counts.iter().map(u64::to_string).collect() });
    let total = TableRow { of: Words::new("合计", "total"), cells: [filed, decided].map(|it| it.to_string()).into() };
    let [first, second] = [Words::new("收件", "filed"), Words::new("决定", "decided")];
    Ok(Figure {
        id: "volumes",
        title: Words::new("每月收件和决定", "filed and decided by month"),
        caption: Words::new(
            format!("每月收件的和作出决定的办件数，截至{day}。收件{filed}件，其中{decided}件已作出准予或不予决定。"),
            format!(
                "Cases filed in each month, and cases decided in it either way, as of {day}: {filed} filed, {decided} of them decided."
            ),
        ),
        chart: askama::Template::render(&Columns::of(day.year(), &columns))?,
        keys: vec![
            Mark { class: "first", letter: "", words: first.clone() },
            Mark { class: "second", letter: "", words: second.clone() },
        ],
        table: Table { heads: vec![Words::new("月份", "month"), first, second], rows: rows.chain([total]).collect() },
        wide: false,
    })
}

fn on_time(year: &Year) -> Fallible<Figure> {
    let all = year.all.by(FacetKind::All).map(|(_, it)| (Words::new("全部", "all"), it));
    let told: Vec<(Words, &Measures)> =
        year.all.by(FacetKind::Region).map(|(facet, it)| (Words::of(facet.value()), it)).chain(all).collect();
    let share = |it: &Measures, period| it.on_time(period).value().map(|it| it * 100.0);
    let rows: Vec<_> = told
        .iter()
        .map(|(of, it)| (of.zh.clone(), share(it, Period::Promised), share(it, Period::Statutory)))
        .collect();
    let (chart, begins) = Dots::of(&rows);
    let cells = |it: &Measures| {
        let [promised, statutory] = [Period::Promised, Period::Statutory].map(|period| it.on_time(period));
        vec![of_all(promised), per_cent(promised), of_all(statutory), per_cent(statutory)]
    };
    let day = year.all.day();
    Ok(Figure {
        id: "on-time",
        title: Words::new("各区域按期率", "on-time share by region"),
        caption: Words::new(
            format!("截至{day}已完成或已逾期的办件中，按期的占比；期限内的不计。横轴自{begins:.0}%起。"),
            format!(
                "Of the periods met, in time or late, or overdue as of {day}, the share met in time; running ones are in neither. The axis begins at {begins:.0}%."
            ),
        ),
        chart: askama::Template::render(&chart)?,
        keys: vec![
            Mark { class: "disc", letter: "●", words: Words::of(Period::Promised) },
            Mark { class: "diamond", letter: "◇", words: Words::of(Period::Statutory) },
        ],
        table: Table {
            heads: vec![
                Words::of(FacetKind::Region),
                Words::new("承诺：按期／件", "promised: in time/of"),
                Words::new("%", ""),
                Words::new("法定：按期／件", "statutory: in time/of"),
                Words::new("%", ""),
            ],
            rows: told.into_iter().map(|(of, it)| TableRow { of, cells: cells(it) }).collect(),
        },
        wide: false,
    })
}

fn of_all(it: Ratio) -> String {
    format!("{}/{}", it.part(), it.whole())
}

fn per_cent(it: Ratio) -> String {
    it.value().map_or_else(|| "—".to_owned(), |it| format!("{:.1}", it * 100.0))
}

const PERCENTS: [u8; 5] = [10, 25, 50, 75, 90];

fn days(year: &Year) -> Fallible<Figure> {
    let mut rows: Vec<(String, Sign, [u32; 5])> = Vec::new();
    let mut told = Vec::new();
    for (facet, measures) in year.all.by(FacetKind::Standing) {
        let Facet::Standing(standing) = facet else { continue };
        let span = measures.span(Span::FilingToDecision);
        let mut days = [0; 5];
        for (slot, percent) in days.iter_mut().zip(PERCENTS) {
            *slot = span.percentile(percent).unwrap_or_default();
        }
        if span.count() > 0 {
            rows.push((standing.label().to_owned(), Sign::of(*standing), days));
            let cells = [span.count().to_string()].into_iter().chain(days.iter().map(u32::to_string)).collect();
            told.push(TableRow { of: Words::of(*standing), cells });
        }
    }
    let day = year.all.day();
    let heads = [Words::of(FacetKind::Standing), Words::new("件", "cases")];
    let percents = PERCENTS.map(|it| Words::new(format!("{it}%"), ""));
    Ok(Figure {
        id: "days",
        title: Words::new("收件至决定的日数", "days from filing to decision"),
        caption: Words::new(
            format!(
                "截至{day}已作出决定的办件自收件至决定的日数，收件当日不计。盒为中间一半，粗线和其上的数为中位数，须为第10至第90百分位。"
            ),
            format!(
                "Days from filing to decision of the cases decided as of {day}, the first day not counted. The box holds the middle half; the thick line, and the number above it, is the median; whiskers reach from the 10th to the 90th percentile."
            ),
        ),
        chart: askama::Template::render(&Boxes::of(&rows))?,
        keys: Vec::new(),
        table: Table { heads: heads.into_iter().chain(percents).collect(), rows: told },
        wide: false,
    })
}

/// In the order of the parts of a bar. The chart parts them by letters, and chosen ones have one letter, whichever way was chosen.
const PARTS: [Standing; 8] = [
    Standing::Devolved(Modality::Direct),
    Standing::Devolved(Modality::Window),
    Standing::Devolved(Modality::Review),
    Standing::Devolved(Modality::Intake),
    Standing::NotDevolved,
    Standing::Reserved,
    Standing::Chosen(Modality::Direct),
    Standing::Original,
];

fn mix(year: &Year) -> Fallible<Figure> {
    let mut counts: BTreeMap<Region, BTreeMap<&str, u64>> = BTreeMap::new();
    let mut words: BTreeMap<&str, Words> = BTreeMap::new();
    for ((region, standing), measures) in year.mix.groups() {
        let sign = Sign::of(*standing);
        *counts.entry(*region).or_default().entry(sign.letter).or_default() += measures.cases();
        words.entry(sign.letter).or_insert_with(|| named(*standing));
    }
    let parts = || PARTS.into_iter().map(Sign::of).filter(|it| words.contains_key(it.letter));
    let of = |region: &BTreeMap<&str, u64>, letter: &str| region.get(letter).copied().unwrap_or_default();
    let bars: Vec<_> = counts
        .iter()
        .map(|(region, has)| {
            let parts = parts().map(|sign| (sign, of(has, sign.letter)));
            (region.label().to_owned(), parts.collect())
        })
        .collect();
    let row = |of_row: Words, has: &dyn Fn(&str) -> u64| {
        let each: Vec<u64> = parts().map(|sign| has(sign.letter)).collect();
        let total = each.iter().sum::<u64>();
        TableRow { of: of_row, cells: each.iter().chain([&total]).map(u64::to_string).collect() }
    };
    let regions = counts.iter().map(|(region, has)| row(Words::of(*region), &|letter| of(has, letter)));
    let all = row(Words::new("合计", "total"), &|letter| counts.values().map(|has| of(has, letter)).sum());
    let rows: Vec<TableRow> = regions.chain([all]).collect();
    let day = year.mix.day();
    let heads = parts().filter_map(|it| words.get(it.letter).cloned());
    let keys =
        parts().filter_map(|Sign { letter, class }| Some(Mark { class, letter, words: words.get(letter)?.clone() }));
    Ok(Figure {
        id: "mix",
        title: Words::new("各区域办件量", "volumes by region"),
        caption: Words::new(
            format!("截至{day}收件的办件，按区域和该件的归属；条后为合计。"),
            format!("Cases filed as of {day}, by region and by how the matter stands; after the bar its total."),
        ),
        chart: askama::Template::render(&Mix::of(&bars))?,
        keys: keys.collect(),
        table: Table {
            heads: [Words::of(FacetKind::Region)]
                .into_iter()
                .chain(heads)
                .chain([Words::new("合计", "total")])
                .collect(),
            rows,
        },
        wide: true,
    })
}

fn named(standing: Standing) -> Words {
    match standing {
        Standing::Chosen(_) => Words::new("三级同权，区域已选", "three-tier, as chosen"),
        Standing::Devolved(_)
        | Standing::NotDevolved
        | Standing::RegionChooses
        | Standing::Original
        | Standing::Reserved
        | Standing::Unresolved => Words::of(Fact::from(standing)),
    }
}
