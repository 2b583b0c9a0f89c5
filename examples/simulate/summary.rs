//! What was written, counted.

use std::{collections::BTreeMap, fmt::Write as _};

use tongquan::{
    Journal, Region, Route, Standing,
    case::{Entry, StageKind, StepKind},
};

use super::{Fallible, lines::Line};

#[derive(Default)]
pub(crate) struct Summary {
    lines: u64,
    entries: u64,
    standings: BTreeMap<Standing, u64>,
    regions: BTreeMap<Region, u64>,
    stages: BTreeMap<StageKind, u64>,
    favourable: u64,
    unfavourable: u64,
    faults: BTreeMap<&'static str, u64>,
}

impl Summary {
    pub(crate) fn add(&mut self, line: &Line) -> Fallible<()> {
        let Line { journal, fault } = line;
        let (file, found) = (&journal.opening.step, &journal.opening.found);
        let (region, _) = file.place.managing_region().ok_or("no region")?;
        let route = Route::new(found.item, region, file.scope, Some(found.undertaking.view()));
        let standing = route.map_err(|it| it.to_string())?.standing();
        self.lines += 1;
        self.entries += 1 + journal.entries.len() as u64;
        *self.standings.entry(standing).or_default() += 1;
        *self.regions.entry(region).or_default() += 1;
        *self.stages.entry(stage(journal)).or_default() += 1;
        let decided = |kind| journal.entries.iter().any(|it| it.kind() == kind);
        self.favourable += u64::from(decided(StepKind::DecideFavourably));
        self.unfavourable += u64::from(decided(StepKind::DecideUnfavourably));
        if let Some(fault) = fault {
            *self.faults.entry(fault.kind).or_default() += 1;
        }
        Ok(())
    }

    /// For people, in Chinese and English.
    pub(crate) fn told(&self) -> Result<String, std::fmt::Error> {
        let mut told = String::new();
        let planted: u64 = self.faults.values().sum();
        writeln!(told, "办件 cases: {}  记录 entries: {}", self.lines, self.entries)?;
        writeln!(
            told,
            "准予决定 decided favourably: {}  不予决定 decided unfavourably: {}",
            self.favourable, self.unfavourable
        )?;
        head(&mut told, "同权方式 how they are handled")?;
        self.standings.iter().try_for_each(|(it, n)| row(&mut told, it.label(), &it.to_string(), *n))?;
        head(&mut told, "区域 regions")?;
        self.regions.iter().try_for_each(|(it, n)| row(&mut told, it.label(), "", *n))?;
        head(&mut told, "年末阶段 where they stand at the end of the year")?;
        self.stages.iter().try_for_each(|(it, n)| row(&mut told, it.label(), &it.to_string(), *n))?;
        head(&mut told, &format!("植入差错 faults planted: {planted}"))?;
        self.faults.iter().try_for_each(|(it, n)| row(&mut told, it, "", *n))?;
        Ok(told)
    }
}

fn head(told: &mut String, what: &str) -> std::fmt::Result {
    writeln!(told, "{what}")
}

fn row(told: &mut String, zh: &str, en: &str, count: u64) -> std::fmt::Result {
    writeln!(told, "{count:>9}  {}", format!("{zh} {en}").trim_end())
}

/// As far as the entries lead; what has no place leads nowhere.
fn stage(journal: &Journal) -> StageKind {
    let leads = |at: StageKind, it: &Entry| at.arc(it.kind()).map_or(at, |arc| arc.to);
    journal.entries.iter().fold(StageKind::Filed, leads)
}
