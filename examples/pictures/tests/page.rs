//! The page holds what the crate tells, once each; it is well formed to other people's parsers; and it stands by itself.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails should stop where it is")]

use std::{collections::BTreeMap, sync::LazyLock};

use scraper::{ElementRef, Html, Selector};
use tongquan::{
    Edition, Region, Standing,
    oversight::{Facet, FacetKind},
};
use tongquan_pictures::{Year, page};

/// Large enough for every picture.
const CASES: u64 = 1_500;

static YEAR: LazyLock<Year> = LazyLock::new(|| Year::simulated(CASES, 7).unwrap());
static PAGE: LazyLock<String> = LazyLock::new(|| page(&YEAR).unwrap());

fn all<'p>(of: ElementRef<'p>, css: &str) -> Vec<ElementRef<'p>> {
    of.select(&Selector::parse(css).unwrap()).collect()
}

fn text(of: ElementRef<'_>) -> String {
    of.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_cell_stands_there_once_with_the_standing_that_the_crate_tells() {
    let page = Html::parse_document(&PAGE);
    let rows = all(page.root_element(), "table.matrix tr[id]");
    let items: Vec<_> = Edition::built_in().items().collect();
    assert_eq!((rows.len(), items.len()), (76, 76));
    // class and letter of each standing, as the legend has them
    let legend = all(page.root_element(), "#matrix .legend li");
    let shown: BTreeMap<String, _> = legend
        .iter()
        .map(|it| {
            let swatch = all(*it, ".swatch")[0];
            let class = swatch.value().classes().find(|it| *it != "swatch").unwrap();
            (text(all(*it, "span[lang=zh-CN]")[0]), (class, text(swatch).chars().next()))
        })
        .collect();
    let (mut cells, mut apart) = (0, 0);
    for (row, item) in rows.into_iter().zip(items) {
        assert_eq!(row.value().id(), Some(item.key().to_string().as_str()));
        assert!(text(all(row, "th.name")[0]).starts_with(item.name()));
        let told = all(row, "td.cell");
        assert_eq!(told.len(), Region::COUNT);
        for (cell, region) in told.into_iter().zip(Region::all()) {
            let standing = item.cell(region).standing;
            let title = cell.attr("title").unwrap();
            assert!(
                title.starts_with(&format!("{} {region}：{} {standing}（A", item.key(), standing.label())),
                "{title}"
            );
            let departs = item.column().is_some_and(|it| Standing::Devolved(it) != standing);
            let marked = cell.value().classes().any(|it| it == "apart") && text(cell).ends_with('*');
            assert_eq!(marked, departs, "{title}");
            let class = cell.value().classes().find(|it| !["cell", "apart"].contains(it)).unwrap();
            assert_eq!((class, text(cell).chars().next()), shown[standing.label()], "{title}");
            cells += 1;
            apart += usize::from(departs);
        }
    }
    assert_eq!(cells, 76 * 15);
    assert!(apart > 0 && PAGE.contains(&format!("{apart}&#160;格")));
}

#[test]
fn other_parsers_find_it_well_formed() {
    let page = Html::parse_document(&PAGE);
    assert_eq!(page.errors, Vec::<std::borrow::Cow<'_, str>>::new());
    let mut drawings = 0;
    for drawing in PAGE.split("<svg ").skip(1) {
        let xml = format!("<svg {}</svg>", drawing.split_once("</svg>").unwrap().0);
        roxmltree::Document::parse(&xml).unwrap_or_else(|why| panic!("{why}: {xml}"));
        drawings += 1;
    }
    assert_eq!(drawings, all(page.root_element(), "svg").len());
    // an id is given once, and what refers to one finds it
    let mut ids = BTreeMap::<&str, usize>::new();
    let ided = all(page.root_element(), "[id]");
    ided.iter().for_each(|it| *ids.entry(it.value().id().unwrap()).or_default() += 1);
    assert!(ids.values().all(|it| *it == 1), "{ids:?}");
    for it in all(page.root_element(), "[aria-labelledby], a[href]") {
        let to = it.attr("aria-labelledby").or_else(|| it.attr("href")).unwrap().trim_start_matches('#');
        assert!(ids.contains_key(to), "{to}");
    }
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for word in ["http", "url(", "@import", "<script", "<link", "<img", "src=", "javascript:", " onclick"] {
        assert!(!PAGE.contains(word), "{word}");
    }
}

#[test]
fn every_chart_and_picture_has_its_words() {
    let page = Html::parse_document(&PAGE);
    let figures = all(page.root_element(), "figure");
    assert_eq!(figures.len(), 6 + 4);
    for figure in figures {
        let drawn = all(figure, "[role=img]");
        assert!(drawn.len() == 1 && drawn[0].attr("aria-label").unwrap().len() > 30);
        assert_eq!((all(figure, "h3").len(), all(figure, "figcaption").len(), all(figure, "table").len()), (1, 1, 1));
    }
    let day = YEAR.all.day().to_string();
    let captions = all(page.root_element(), "figure.chart figcaption");
    assert!(captions.len() == 4 && captions.into_iter().all(|it| text(it).matches(&day).count() == 2));
}

/// The cells of a chart's table below its heads, row by row.
fn numbers(of: &str) -> Vec<Vec<String>> {
    let page = Html::parse_document(&PAGE);
    let rows = all(page.root_element(), &format!("#{of} .numbers tbody tr"));
    rows.into_iter().map(|row| all(row, "td").into_iter().map(text).collect()).collect()
}

fn column(rows: &[Vec<String>], at: usize) -> Vec<u64> {
    rows.iter().map(|it| it[at].parse().unwrap()).collect()
}

#[test]
fn what_is_told_sums_to_the_cases_counted() {
    let decided = YEAR.all.group(&Facet::All).unwrap().decided();
    for (of, at, whole) in [("volumes", 0, CASES), ("volumes", 1, decided), ("mix", 8, CASES)] {
        let told = column(&numbers(of), at);
        let (total, rows) = told.split_last().unwrap();
        assert_eq!((*total, rows.iter().sum::<u64>()), (whole, whole), "{of} {at}");
    }
    for row in numbers("mix") {
        let told: Vec<u64> = row.iter().map(|it| it.parse().unwrap()).collect();
        assert_eq!(told[..8].iter().sum::<u64>(), told[8]);
    }
    assert_eq!(column(&numbers("days"), 0).iter().sum::<u64>(), decided);
    let regions = YEAR.all.by(FacetKind::Region).map(|(_, it)| it.cases());
    assert_eq!(regions.collect::<Vec<_>>(), column(&numbers("mix"), 8)[..Region::COUNT]);
}

#[test]
fn what_a_chart_draws_is_what_its_table_tells() {
    let page = Html::parse_document(&PAGE);
    let drawn = |css: &str| -> Vec<u64> {
        all(page.root_element(), css).into_iter().map(|it| text(it).parse().unwrap()).collect()
    };
    let months = numbers("volumes");
    let pairs: Vec<u64> = months[..12].iter().flatten().map(|it| it.parse().unwrap()).collect();
    assert_eq!(drawn("#volumes svg .value"), pairs);
    assert_eq!(drawn("#days svg .value"), column(&numbers("days"), 3));
    assert_eq!(drawn("#mix svg .value"), column(&numbers("mix"), 8)[..Region::COUNT]);
}

#[test]
fn a_picture_lacks_what_its_route_cannot_come_to() {
    let page = Html::parse_document(&PAGE);
    let pictures = all(page.root_element(), "figure.picture");
    let steps = |it: ElementRef<'_>| -> Vec<String> { all(it, "svg .step").into_iter().map(text).collect() };
    let with = |step: &str| -> Vec<bool> { pictures.iter().map(|it| steps(*it).contains(&step.to_owned())).collect() };
    // direct, window, review, intake, county-original, review of a licence
    assert_eq!(with("加盖2号章"), [false, false, true, false, false, true]);
    assert_eq!(with("批后报备"), [true, false, true, false, false, true]);
    assert_eq!(with("转送"), [false, false, false, true, false, false]);
    assert_eq!(with("视为受理"), [false, false, false, false, false, true]);
    assert_eq!(with("受理"), [true; 6]);
    for it in pictures {
        let mut told: Vec<String> = all(it, "table.unseen tbody th span[lang=zh-CN]").into_iter().map(text).collect();
        let mut drawn = steps(it);
        told.sort();
        told.dedup();
        drawn.sort();
        assert_eq!(told, drawn);
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    assert_eq!(page(&Year::simulated(CASES, 7).unwrap()).unwrap(), *PAGE);
    assert_ne!(page(&Year::simulated(CASES, 8).unwrap()).unwrap(), *PAGE);
}
