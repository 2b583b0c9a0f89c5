use crate::words::Words;

/// A chart with its words, and the same numbers as a table.
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) id: &'static str,
    pub(crate) title: Words,
    pub(crate) caption: Words,
    /// Markup of one of the chart's own templates.
    pub(crate) chart: String,
    pub(crate) keys: Vec<Mark>,
    pub(crate) table: Table,
    /// Whether the table takes the whole width, below the chart.
    pub(crate) wide: bool,
}

/// What stands for what in a chart.
#[derive(Debug)]
pub(crate) struct Mark {
    pub(crate) class: &'static str,
    pub(crate) letter: &'static str,
    pub(crate) words: Words,
}

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) heads: Vec<Words>,
    pub(crate) rows: Vec<TableRow>,
}

#[derive(Debug)]
pub(crate) struct TableRow {
    pub(crate) of: Words,
    pub(crate) cells: Vec<String>,
}
