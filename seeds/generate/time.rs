//! `src/time/table.rs`: the days that the State Council's notices take out of the week's rhythm.

use std::{fmt::Write as _, path::Path};

use super::{
    day::Day,
    head, rows,
    tsv::{self, Fault, ascending, required, word},
};

/// Writes the table.
pub(crate) fn table(root: &Path, fault: &mut Fault) -> Option<String> {
    let lines = tsv::read(root, "calendar.tsv", ["date", "kind", "name", "source"], fault)?;
    let before = fault.count();
    let (mut first, mut last) = (None, None);
    let mut exceptions = Vec::new();
    for tsv::Line { at, cells: [date, kind, name, source] } in lines {
        let day = Day::read(&date, at, fault);
        let kind = word(&kind, "kind", &[("holiday", "Holiday"), ("makeup_workday", "MakeupWorkday")], at, fault);
        required(&name, "name", at, fault);
        required(&source, "source", at, fault);
        let (Some(day), Some(kind)) = (day, kind) else { continue };
        if last.is_some_and(|last: Day| day.year > last.year + 1) {
            fault.add(at, format_args!("the year before {} has no days", day.year));
        }
        ascending(&mut last, day, at, fault);
        first = first.or(Some(day));
        if kind == "MakeupWorkday" && !day.is_weekend() {
            fault.add(at, format_args!("{day} is no weekend day, so there is nothing to make up"));
        }
        exceptions.push(format!("Exception {{ date: {}, kind: ExceptionKind::{kind}, name: {name:?} }}", day.code()));
    }
    let (first, last) = first.zip(last).filter(|_| fault.count() == before)?;
    let mut out = head("calendar");
    out.push_str("use super::{Exception, ExceptionKind, day};\n\n");
    let _ = writeln!(out, "pub(super) const FIRST_YEAR: i32 = {};", first.year);
    let _ = writeln!(out, "pub(super) const LAST_YEAR: i32 = {};", last.year);
    rows(&mut out, "EXCEPTIONS", "Exception", &exceptions);
    Some(out)
}
