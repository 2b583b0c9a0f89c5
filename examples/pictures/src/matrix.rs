use std::collections::BTreeMap;

use askama::Template;
use tongquan::{Catalogue, Edition, Item, Key, Region, Route, Scope, Source, Standing};

use crate::{sign::Sign, words::Words};

/// 全表: every listed item in every region.
#[derive(Debug, Template)]
#[template(path = "matrix.html")]
pub(crate) struct Matrix {
    pub(crate) begins: String,
    pub(crate) checked: String,
    pub(crate) regions: Vec<&'static str>,
    pub(crate) parts: Vec<Part>,
    pub(crate) legend: Vec<Shown>,
    pub(crate) cells: usize,
    pub(crate) apart: usize,
}

/// One annex.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) id: &'static str,
    pub(crate) title: Words,
    pub(crate) rows: Vec<Row>,
}

/// One item.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) name: &'static str,
    pub(crate) remark: &'static str,
    pub(crate) department: Option<Words>,
    /// What the list's own column says; nothing where it leaves it to the regions.
    pub(crate) column: Option<(Sign, Words)>,
    pub(crate) cells: Vec<Cell>,
}

/// One item in one region.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) sign: Sign,
    pub(crate) apart: bool,
    pub(crate) title: String,
}

/// A line of the legend.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) sign: Sign,
    pub(crate) words: Words,
    pub(crate) cells: usize,
    pub(crate) basis: String,
}

impl Matrix {
    pub(crate) fn of(edition: &'static Edition) -> Self {
        let rows = |annex: fn(&Key) -> bool| edition.items().filter(|it| annex(it.key())).map(Row::of).collect();
        let parts = vec![
            Part {
                id: "annex-1",
                title: Words::new("附件1：市县同权事项", "annex 1: items devolved by the city"),
                rows: rows(|key| matches!(key, Key::Annex1(_))),
            },
            Part {
                id: "annex-2",
                title: Words::new("附件2：市县镇三级同权事项", "annex 2: three-tier items"),
                rows: rows(|key| matches!(key, Key::Annex2(_))),
            },
        ];
        let cells = || parts.iter().flat_map(|it| &it.rows).flat_map(|it| &it.cells);
        Self {
            begins: edition.begins().to_string(),
            checked: Catalogue::built_in().checked_until().to_string(),
            regions: Region::all().map(Region::label).collect(),
            legend: legend(edition),
            cells: cells().count(),
            apart: cells().filter(|it| it.apart).count(),
            parts,
        }
    }
}

impl Row {
    fn of(item: Item<'static>) -> Self {
        let column = item.column().map(Standing::Devolved);
        Self {
            key: item.key().to_string(),
            name: item.name(),
            remark: item.remark(),
            department: item.department().map(Words::of),
            column: column.map(|it| (Sign::of(it), Words::of(it))),
            cells: Region::all().map(|region| Cell::of(item, region, column)).collect(),
        }
    }
}

impl Cell {
    fn of(item: Item<'_>, region: Region, column: Option<Standing>) -> Self {
        let stands = item.cell(region);
        let standing = stands.standing;
        let basis = told(basis(item, region));
        let mut title = format!("{} {region}：{} {standing}（{basis}）", item.key(), standing.label());
        let other = column.filter(|it| *it != standing);
        if let Some(column) = other {
            title.push_str(&format!("；{}；栏定 column: {}", stands.why.label(), column.label()));
        }
        Self { sign: Sign::of(standing), apart: other.is_some(), title }
    }
}

/// Why it stands as it does, where there is a route and where there is none.
fn basis(item: Item<'_>, region: Region) -> &'static [Source] {
    match Route::of(item, region, Scope::WITHIN) {
        Ok(route) => route.why().basis,
        Err(none) => none.basis(),
    }
}

fn told(basis: &[Source]) -> String {
    basis.iter().map(|it| it.id()).collect::<Vec<_>>().join(" ")
}

/// Each standing that occurs, how often, and by which clauses.
fn legend(edition: &Edition) -> Vec<Shown> {
    let mut found: BTreeMap<Standing, (usize, Vec<Source>)> = BTreeMap::new();
    for (item, region) in edition.items().flat_map(|item| Region::all().map(move |region| (item, region))) {
        let (cells, sources) = found.entry(item.cell(region).standing).or_default();
        *cells += 1;
        let more = basis(item, region).iter().filter(|it| !sources.contains(it)).copied().collect::<Vec<_>>();
        sources.extend(more);
    }
    let shown = |(standing, (cells, sources)): (Standing, (usize, Vec<Source>))| Shown {
        sign: Sign::of(standing),
        words: Words::of(standing),
        cells,
        basis: told(&sources),
    };
    found.into_iter().map(shown).collect()
}
