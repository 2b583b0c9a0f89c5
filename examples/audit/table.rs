//! Columns for people.

use std::io;

use super::told::Told;

/// Rows under one head, as wide as what is in them.
pub(crate) struct Table {
    sides: Vec<Side>,
    rows: Vec<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Words.
    Left,
    /// Figures.
    Right,
}

impl Table {
    /// Columns by their heads.
    pub(crate) fn of(heads: Vec<(Side, String)>) -> Self {
        let (sides, heads) = heads.into_iter().unzip();
        Self { sides, rows: vec![heads] }
    }

    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    pub(crate) fn tell(&self, told: &mut Told<'_>) -> io::Result<()> {
        let most = |at: usize| self.rows.iter().filter_map(|it| it.get(at)).map(|it| columns(it)).max();
        let widths: Vec<usize> = (0..self.sides.len()).map(|at| most(at).unwrap_or_default()).collect();
        for row in &self.rows {
            let cells = row.iter().zip(&self.sides).zip(&widths);
            let cells: Vec<String> = cells.map(|((it, side), width)| wide(it, *side, *width)).collect();
            told.line(cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}

fn wide(text: &str, side: Side, width: usize) -> String {
    let blank = " ".repeat(width.saturating_sub(columns(text)));
    if side == Side::Left { format!("{text}{blank}") } else { format!("{blank}{text}") }
}

/// Of which a Chinese character takes two.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum()
}

/// The beginning, within so many columns.
pub(crate) fn beginning(text: &str, most: usize) -> String {
    if columns(text) <= most {
        return text.to_owned();
    }
    let mut taken = 0;
    let fits = |it: &char| {
        taken += if it.is_ascii() { 1 } else { 2 };
        taken + 2 <= most
    };
    let begun: String = text.chars().take_while(fits).collect();
    format!("{}…", begun.trim_end())
}
