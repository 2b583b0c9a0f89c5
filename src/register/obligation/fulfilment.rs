use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Cycle, Evidence, Obligation, Responsible};
use crate::{
    catalogue::Key,
    place::Region,
    route::Gap,
    term::{named, terms},
};

/// 履责状态: how a duty of a unit stands on a day. Closed: it is one of these three.
///
/// See the example of [`Fulfilment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObligationState {
    /// 已履行: it was done; of what is owed every year or half-year, for the one that runs, and none is missed.
    Met,
    /// 待履行: it is owed, and no day has passed by which it was.
    Due,
    /// 逾期: its day has passed without it, or a year or half-year has ended without it.
    Overdue,
}

terms!(ObligationState {
    Self::Met => "已履行", "met";
    Self::Due => "待履行", "due";
    Self::Overdue => "逾期", "overdue";
});
named!(word: ObligationState);

/// 履责情况: what a unit did of one duty by a day, and what it did not.
///
/// ```
/// use tongquan::{Department, Office, register::{Obligation, ObligationState}, route::Gap};
/// let transport = Department::Transport.into();
/// let told = Office::built_in().now().fulfilment(Obligation::NameAdvisers, transport, "2021-07-01".parse()?).ok_or("not bound")?;
/// assert_eq!((told.state, told.state.label(), told.due), (ObligationState::Overdue, "逾期", Some("2021-06-30".parse()?)));
/// // the registers themselves tell it: for which item, where, and what is missing
/// let lacking = told.lacking.first().ok_or("nothing is missing")?;
/// assert_eq!((lacking.item.to_string(), lacking.region.label(), lacking.gap), ("A1-36".into(), "任城区", Gap::NoAdviser));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fulfilment<'o> {
    /// The duty, as its clause asks it.
    pub obligation: Obligation,
    /// The body that bears the duty.
    pub by: Responsible,
    /// The day that was asked about.
    pub day: NaiveDate,
    /// Met, due or overdue.
    pub state: ObligationState,
    /// The day by which it is owed: of what recurs, the last day of the first cycle that was missed, or of the one that runs; of what the registers tell,
    /// the earliest that is meant for what is missing. None where the document names no day, or named it before the unit was bound.
    pub due: Option<NaiveDate>,
    /// Whether what was done was done after its day, or after the year or half-year for which it counts. What the registers tell has no day on which it
    /// was done.
    pub late: bool,
    /// The evidence that counts, in the order of days.
    pub evidence: Vec<&'o Evidence>,
    /// The years or half-years that have ended without evidence.
    pub missed: Vec<Cycle>,
    /// Of what the registers tell, what is missing.
    pub lacking: Vec<Lacking<'o>>,
}

/// 所缺: what is missing of an item in a region.
///
/// See the example of [`Fulfilment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lacking<'o> {
    /// The item for which something is missing.
    pub item: &'o Key,
    /// The region in which it is missing.
    pub region: Region,
    /// What is missing of it there.
    pub gap: Gap,
    /// The day by which the document wanted it, if it is meant for the item: see [`Missing::due`](crate::register::Missing::due).
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub overdue: bool,
}

impl<'o> Fulfilment<'o> {
    /// One of which nothing is known yet.
    pub(super) const fn begun(obligation: Obligation, by: Responsible, day: NaiveDate) -> Self {
        Self {
            obligation,
            by,
            day,
            state: ObligationState::Due,
            due: None,
            late: false,
            evidence: Vec::new(),
            missed: Vec::new(),
            lacking: Vec::new(),
        }
    }

    /// The same in Chinese; of many things the first three are told, and how many there are.
    pub fn zh(&self) -> String {
        let mut told = format!(
            "{}〔{}〕由{}负责：{}",
            self.obligation.zh().trim_end_matches('。'),
            self.obligation.clause(),
            self.by.label(),
            self.state.label()
        );
        if let Some(due) = self.due {
            told += &format!("，期限{due}");
        }
        if self.late {
            told += "，曾迟延";
        }
        let lacking = self.lacking.iter().map(|it| format!("{}（{}）{}", it.item, it.region, it.gap.label()));
        let missed = self.missed.iter().map(|it| it.zh());
        let evidence = self.evidence.iter().map(|it| it.on.to_string());
        let lists =
            [("所缺", lacking.collect::<Vec<_>>()), ("缺证据的周期", missed.collect()), ("证据", evidence.collect())];
        for (what, all) in lists.into_iter().filter(|(_, all)| !all.is_empty()) {
            let more = if all.len() > TOLD { format!("等{}项", all.len()) } else { String::new() };
            told += &format!("；{what}：{}{more}", first(all, "、"));
        }
        told
    }
}

/// The first few of what may be many.
fn first(all: Vec<String>, between: &str) -> String {
    all.into_iter().take(TOLD).collect::<Vec<_>>().join(between)
}

const TOLD: usize = 3;

impl fmt::Display for Fulfilment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sentence, clause) = (self.obligation.en().trim_end_matches('.'), self.obligation.clause());
        write!(f, "{sentence} [{clause}], owed by {}: {}", self.by, self.state)?;
        if let Some(due) = self.due {
            write!(f, ", due {due}")?;
        }
        if self.late {
            f.write_str(", once late")?;
        }
        let lacking = self.lacking.iter().map(|it| format!("{} in {}, {}", it.item, it.region, it.gap));
        let missed = self.missed.iter().map(ToString::to_string);
        let evidence = self.evidence.iter().map(|it| it.on.to_string());
        let lists =
            [("missing", lacking.collect::<Vec<_>>()), ("missed", missed.collect()), ("evidence", evidence.collect())];
        for (what, all) in lists.into_iter().filter(|(_, all)| !all.is_empty()) {
            let more = all.len().saturating_sub(TOLD);
            write!(f, "; {what}: {}", first(all, ", "))?;
            if more > 0 {
                write!(f, " and {more} more")?;
            }
        }
        Ok(())
    }
}
