//! Instructions and allocations of what is budgeted, beside `../budget.csv`: they repeat on a noisy machine.

use crate::{lifecycle::courses, measure, route::answers, table::figure};

#[path = "../../given/budgeted.rs"]
pub mod budgeted;

use budgeted::{ALL, budget};

/// How far above its budget a count may be: other processors take other copies of memory.
const SLACK: f64 = 1.05;

/// Does one piece of work where callgrind looks.
pub fn count(name: &str) {
    for it in ALL.iter().filter(|it| it.name == name) {
        // what is laid out when it is first asked for is laid out by another
        (it.make)()();
        measure::count(&mut *(it.make)());
    }
}

/// The counts, and whether all are within the budget.
pub fn compare() -> (String, bool) {
    let mut told =
        "| | instructions | budget | allocations | budget |\n| --- | ---: | ---: | ---: | ---: |\n".to_owned();
    let mut within = true;
    for it in &ALL {
        let allowed = budget().find(|row| row.name == it.name);
        let [instructions, allocations] =
            [allowed.map(|it| it.instructions as f64), allowed.map(|it| it.allocations as f64)];
        let counted = measure::counted("budget", it.name).map(|count| count / it.of as f64);
        let mut work = (it.make)();
        let allocated = allocation_counter::measure(&mut work).count_total as f64;
        within &= counted.is_none_or(|counted| instructions.is_some_and(|it| counted <= it * SLACK));
        within &= allocations.is_some_and(|it| allocated <= it);
        let shown = |it: Option<f64>| it.map_or("–".to_owned(), figure);
        let cells = [shown(counted), shown(instructions), figure(allocated), shown(allocations)];
        told += &format!("| {} | {} |\n", it.name, cells.join(" | "));
    }
    (told, within)
}
