use chrono::NaiveDate;

use super::{Brief, Entry, Opening, Record, steps::File};
use crate::{
    catalogue::Kind,
    register::Outline,
    route::{Core, Route},
};

/// 案卷截至某一环节: a record as it stood before one of its entries, or as it stands: what a step looks at when it asks the registers. Copied freely.
#[derive(Clone, Copy, Debug)]
pub struct Docket<'r> {
    pub(super) record: &'r Record,
    pub(super) opening: &'r Opening,
    pub(super) brief: &'r Brief,
    pub(super) core: Core,
    pub(super) entries: &'r [Entry],
}

impl<'r> Docket<'r> {
    /// The first entry.
    pub const fn opening(&self) -> &'r Opening {
        self.opening
    }
    /// What was filed.
    pub const fn file(&self) -> &'r File {
        &self.opening.step
    }
    /// 收件日 (`S29`).
    pub const fn filed(&self) -> NaiveDate {
        self.opening.day()
    }
    /// What the case is handled by: the brief of its filing day, or of the day on which it moved on to a later edition (`S4`).
    pub const fn brief(&self) -> &'r Brief {
        self.brief
    }
    /// The standard, in outline.
    pub const fn standard(&self) -> Option<&'r Outline> {
        self.brief.standard.as_ref()
    }
    /// The route.
    pub fn route(&self) -> Route<'r> {
        Route::bind(self.core, self.brief.undertaking.view(), self.brief.admission.as_ref())
    }
    /// Whether it is a 行政许可, which the Licensing Law's clocks bind (`S8`).
    pub fn is_licence(&self) -> bool {
        self.brief.item.kind == Kind::Licence
    }
    /// The entries after the opening.
    pub const fn entries(&self) -> &'r [Entry] {
        self.entries
    }
    /// 告知日: when the one notice went out, if it did.
    pub fn noticed(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::AskForCorrections(_)))
    }
    /// 决定日: when it was decided.
    pub fn decided(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_)))
    }

    /// The record before the first entry of a kind.
    pub(super) fn before(&self, kind: fn(&Entry) -> bool) -> Option<Self> {
        self.entries.iter().position(kind).map(|at| self.record.before(at))
    }

    /// The day of the first entry of a kind.
    pub(super) fn day_of(&self, kind: fn(&Entry) -> bool) -> Option<NaiveDate> {
        self.entries.iter().find(|it| kind(it)).map(|it| it.stamp().at.day())
    }
}
