use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use strum::IntoEnumIterator;

use super::{
    Binds, Responsible, Rhythm,
    roll::Modalities,
    table::{OBLIGATIONS, Obligation},
};
use crate::{
    body::Department,
    catalogue::EditionId,
    law::{Clause, Fact},
    route::Gap,
    term::rows,
    text::{Sought, Unknown, named_in},
};

#[derive(Debug)]
pub(crate) struct ObligationRow {
    pub(crate) obligation: Obligation,
    pub(crate) id: &'static str,
    pub(crate) clause: Clause,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) binds: &'static [Binds],
    pub(crate) due: Due,
    pub(crate) proof: Proof,
}

rows!(Obligation, ObligationRow, OBLIGATIONS, obligation);

/// 期限: by when something is owed, as its clause says. The document knows these, so the list is closed.
///
/// See the examples of [`Obligation`] and [`Rhythm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// 限期: by the end of a day.
    By(NaiveDate),
    /// 按年、按半年: once in each.
    Every(Rhythm),
    /// 未定: no day is named: it is never overdue.
    Open,
}

/// 证明方式: how it is told that something was done (`S55`). Closed for one version of the crate.
///
/// ```
/// use tongquan::{register::{Obligation, Proof}, route::Gap};
/// assert_eq!(Obligation::NameAdvisers.proof(), Proof::Registers(&[Gap::NoAdviser])); // who records advisers is done with it
/// assert_eq!(Obligation::PublishAdvisers.proof(), Proof::Evidence); // that they were published, somebody has to record
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// 凭证据: by [`Evidence`](super::Evidence) on record.
    Evidence,
    /// 凭登记: by the registers themselves: no item of the unit has one of these gaps, in any region that is concerned.
    Registers(&'static [Gap]),
}

impl Obligation {
    /// The day on which all of them arose: that of the document's signature (`S14`).
    pub const ARISES: NaiveDate = EditionId::BUILT_IN.from;

    /// The identifier under which it is written.
    pub const fn id(self) -> &'static str {
        self.row().id
    }
    /// The clause that asks for it.
    pub const fn clause(self) -> Clause {
        self.row().clause
    }
    /// What is asked, in our words, in Chinese.
    pub const fn zh(self) -> &'static str {
        self.row().zh
    }
    /// What is asked, in our words.
    pub const fn en(self) -> &'static str {
        self.row().en
    }
    /// 责任单位: whom it binds. Whom of them on a day, [`Registers::bound`](crate::register::Registers::bound) says.
    pub const fn binds(self) -> &'static [Binds] {
        self.row().binds
    }
    /// By when, or how often.
    pub const fn due(self) -> Due {
        self.row().due
    }
    /// How it is told that it was done.
    pub const fn proof(self) -> Proof {
        self.row().proof
    }

    /// Whether it binds a unit, for a department by what it has on the list of the day.
    pub(in crate::register) fn is_borne(
        self,
        by: Responsible,
        devolved: impl FnOnce(Department) -> Modalities,
    ) -> bool {
        if self.binds().iter().any(|it| it.names(by)) {
            return true;
        }
        let Responsible::Department(department) = by else { return false };
        let by_its_items = |it: &Binds| matches!(it, Binds::Departments | Binds::DepartmentsWith(_));
        if !self.binds().iter().any(by_its_items) {
            return false;
        }
        let devolved = devolved(department);
        self.binds().iter().any(|it| it.is_of_department_with(devolved))
    }
}

/// By its [`id`](Self::id).
///
/// ```
/// use tongquan::register::Obligation;
/// assert_eq!("station_items".parse(), Ok(Obligation::StationItems));
/// assert_eq!("station_item".parse::<Obligation>().unwrap_err().nearest[0], "station_items");
/// ```
///
/// # Errors
///
/// [`Unknown`] with the nearest identifiers.
impl FromStr for Obligation {
    type Err = Unknown;

    fn from_str(id: &str) -> Result<Self, Unknown> {
        named_in(Sought::Word, id, Self::iter(), Self::id)
    }
}

impl fmt::Display for Obligation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.en())
    }
}

impl From<Obligation> for Fact {
    fn from(it: Obligation) -> Self {
        // within a sentence it has no full stop of its own
        Self::Term { zh: it.zh().trim_end_matches('。'), en: it.en().trim_end_matches('.') }
    }
}
