//! Journals, a line each.

use std::{collections::TryReserveError, io};

use chrono::NaiveDate;
use tongquan::{
    Calendar, Journal, Office,
    law::Fact,
    oversight::{Activity, Audit, Breach, Facet, FacetKind},
};

use super::{
    Outcome,
    count::Count,
    evidence,
    reading::{Missed, Reading},
    report,
    seen::{Came, Seen},
    told::{Place, Told},
};

/// Journals that are audited as they come, and counted.
pub(crate) struct Journals<'o> {
    office: Option<&'o Office>,
    calendar: &'o Calendar,
    seen: Seen,
    /// Of how many nobody knows whether they came before.
    unknown: u64,
    pub(crate) count: Count,
}

impl Reading for Journals<'_> {
    type Line = Journal;
    const NOT: (&'static str, &'static str) = ("不是流转记录", "not a journal");
    const EACH: (&'static str, &'static str) = ("一行一件流转记录", "one journal a line");
    const STRIDE: u64 = 50_000;

    fn take(&mut self, place: &Place<'_>, journal: Journal, text: &str, told: &mut Told<'_>) -> io::Result<()> {
        let case = &journal.opening.step.case;
        match self.seen.came(case.as_str(), text, place.input, place.line) {
            Came::First => {}
            Came::Unknown => self.unknown += 1,
            Came::Before { input, line, same } => {
                self.count.again += 1;
                let first = Place { input, line, ..*place };
                let (as_zh, as_en) = if same { ("相同", "the same") } else { ("不同", "another") };
                let zh = format!("办件{case}已见于{}，内容{as_zh}，不再计", first.zh());
                let en = format!("case {case} came as {}, with {as_en} text, and is not counted again", first.en());
                return told.of_line(place, &zh, &en);
            }
        }
        let audit = match self.office {
            Some(office) => Audit::against(journal, office),
            None => Audit::of(journal),
        };
        self.count.add(&audit, self.calendar);
        tell(place, &audit, told)
    }

    fn found(&self) -> u64 {
        self.count.conformance.cases() - self.count.conformance.clean()
    }
}

impl<'o> Journals<'o> {
    pub(crate) fn new(office: Option<&'o Office>, day: NaiveDate, remember: usize) -> Result<Self, TryReserveError> {
        let (calendar, seen) = (Count::calendar(office), Seen::of(remember)?);
        Ok(Self { office, calendar, seen, unknown: 0, count: Count::on(day) })
    }

    /// Tells the counts, and what the audit came to.
    pub(crate) fn close(mut self, missed: Missed, told: &mut Told<'_>) -> io::Result<Outcome> {
        self.count.unread = missed.unread;
        report::conformance(told, &self.count.conformance)?;
        let (unread, again, unknown) = (self.count.unread, self.count.again, self.unknown);
        if unread + again > 0 {
            let en = format!("{unread} lines not read, {again} cases that came before");
            told.say(&format!("未读{unread}行，重复{again}件"), &en)?;
        }
        if unknown > 0 {
            let en = format!("of {unknown} cases nobody knows whether they came before: raise --remember");
            told.say(&format!("{unknown}件是否重复无从核查：加大 --remember"), &en)?;
        }
        let outcome = Outcome::of(self.count.is_clean(), missed);
        if self.count.conformance.cases() == 0 {
            return report::nothing(told, missed).map(|()| outcome);
        }
        let registers = self.office.unwrap_or_else(|| Office::built_in()).now();
        let statistics = &self.count.statistics;
        let day = statistics.day();
        report::counted(told, &self.count)?;
        told.head(&format!("截至{day}：按区域"), &format!("as of {day}: by region"))?;
        report::statistics(told, statistics, &[FacetKind::All, FacetKind::Region], None)?;
        told.head("按事项", "by item")?;
        let name = |it: &Facet| {
            let Facet::Item(key) = it else { return None };
            registers.item_on(key, day).ok().map(|it| it.name().to_owned())
        };
        report::statistics(
            told,
            statistics,
            &[FacetKind::Item],
            Some(report::Last { head: ("事项名称", "item name"), said: &name }),
        )?;
        report::note(told)?;
        evidence::told(told, &self.count, registers)?;
        Ok(outcome)
    }
}

fn tell(place: &Place<'_>, audit: &Audit, told: &mut Told<'_>) -> io::Result<()> {
    let case = audit.case().as_str();
    for Breach { entry, step, why } in audit.breaches() {
        let step: Fact = step.map_or(Activity::File, Activity::Step).into();
        told.breach(place, case, (&format!("第{entry}条（{}）", step.zh()), &format!("entry {entry} ({step})")), why)?;
    }
    match audit.unjudged() {
        0 => Ok(()),
        many => {
            let zh = format!("办件{case}：其后{many}条无从核查");
            told.of_line(place, &zh, &format!("case {case}: the {many} entries that follow cannot be judged"))
        }
    }
}
