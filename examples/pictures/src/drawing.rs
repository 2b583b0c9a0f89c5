use std::collections::BTreeMap;

use askama::Template;
use strum::IntoEnumIterator;
use tongquan::{
    Record,
    case::{Arc, Diagram, Role, StageKind, StepKind},
};

use crate::{lifecycle::holders, words::Words};

const LANE: u32 = 206;
const LABELS: u32 = 168;
const COLUMN: u32 = 70;
const HEAD: u32 = 56;
const ROW: u32 = 30;
/// Of a line of holders, and how many characters it takes.
const LINE: u32 = 15;
const CHARACTERS: usize = 17;

/// 泳道图: a column for each stage, a lane for each role, a row for each step.
#[derive(Debug, Template)]
#[template(path = "lifecycle.svg")]
pub(crate) struct Drawing {
    width: u32,
    height: u32,
    head: u32,
    columns: Vec<Column>,
    lanes: Vec<Lane>,
}

#[derive(Debug)]
struct Column {
    x: u32,
    words: Words,
    ends: bool,
}

#[derive(Debug)]
struct Lane {
    y: u32,
    height: u32,
    role: Words,
    /// Who holds it, in lines.
    holders: Vec<String>,
    rows: Vec<Row>,
}

/// A step: where it may be taken, and where it leads.
#[derive(Debug)]
struct Row {
    y: u32,
    step: Words,
    /// Stages that it leaves as they are.
    stays: Vec<u32>,
    /// Stages that it leaves.
    from: Vec<u32>,
    arrows: Vec<Arrow>,
}

#[derive(Debug)]
struct Arrow {
    from: u32,
    to: u32,
    back: bool,
}

impl Drawing {
    pub(crate) fn of(record: &Record, diagram: &Diagram) -> Self {
        let stages: Vec<StageKind> =
            StageKind::iter().filter(|it| diagram.arcs().any(|arc| arc.from == *it || arc.to == *it)).collect();
        let place: BTreeMap<StageKind, u32> =
            (0..).zip(&stages).map(|(at, stage)| (*stage, LANE + LABELS + COLUMN * at + COLUMN / 2)).collect();
        let mut y = HEAD;
        let mut lanes = Vec::new();
        for role in Role::iter() {
            let steps: Vec<StepKind> = StepKind::iter()
                .filter(|step| diagram.arcs().any(|arc| arc.role == role && arc.step == *step))
                .collect();
            if steps.is_empty() {
                continue;
            }
            let row = |(at, step): (u32, &StepKind)| {
                let arcs = diagram.arcs().filter(|arc| arc.role == role && arc.step == *step);
                Row::of(y + 4 + ROW * at, *step, arcs, &place)
            };
            let rows: Vec<Row> = (0..).zip(&steps).map(row).collect();
            let holders: Vec<String> = holders(record, role).iter().flat_map(|it| lines(&it.zh)).collect();
            let needed = 26 + LINE * u32::try_from(holders.len()).unwrap_or_default();
            let height = (8 + ROW * u32::try_from(rows.len()).unwrap_or_default()).max(needed);
            lanes.push(Lane { y, height, role: Words::of(role), holders, rows });
            y += height;
        }
        let column = |stage: &StageKind| {
            Some(Column { x: *place.get(stage)?, words: Words::of(*stage), ends: stage.is_terminal() })
        };
        let columns: Vec<Column> = stages.iter().filter_map(column).collect();
        let across = u32::try_from(columns.len()).unwrap_or_default();
        Self { width: LANE + LABELS + COLUMN * across, height: y, head: HEAD, columns, lanes }
    }
}

impl Row {
    fn of<'a>(y: u32, step: StepKind, arcs: impl Iterator<Item = &'a Arc>, place: &BTreeMap<StageKind, u32>) -> Self {
        let mut row = Self { y, step: Words::of(step), stays: Vec::new(), from: Vec::new(), arrows: Vec::new() };
        for arc in arcs {
            let (Some(from), Some(to)) = (place.get(&arc.from), place.get(&arc.to)) else { continue };
            if from == to {
                row.stays.push(*from);
            } else {
                row.from.push(*from);
                row.lead(Arrow { from: *from, to: *to, back: to < from });
            }
        }
        row
    }

    /// Of several on one line to one stage, the longest is drawn.
    fn lead(&mut self, arrow: Arrow) {
        match self.arrows.iter_mut().find(|it| (it.to, it.back) == (arrow.to, arrow.back)) {
            Some(it) if arrow.back => it.from = it.from.max(arrow.from),
            Some(it) => it.from = it.from.min(arrow.from),
            None => self.arrows.push(arrow),
        }
    }
}

/// Broken after so many characters.
fn lines(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(CHARACTERS).map(|it| it.iter().collect()).collect()
}
