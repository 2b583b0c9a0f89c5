use std::collections::HashSet;

use chrono::NaiveDate;

use crate::{
    body::{Body, Party},
    case::{Clock, Deadline, Duty, DutyState, Message, PeriodState, Record, Role},
    register::Limit,
    text::Mark,
    time::Calendar,
};

/// 未办结的报备和推送: every report and push of many cases that was not acknowledged by a day, the oldest first (`C4`, `C12`, `S19`).
///
/// It is told as of the day asked, by the entries up to it: what was decided, sent or answered later is not known on it. A case that is not decided
/// by then owes nothing, nor does one that is closed. A message's age counts from the day since which it waits for whoever must act next: that of
/// the decision where it was never sent, that of its sending while it is not answered, that of its rejection until it is sent again.
///
/// “Promptly” has no number (`S6`): nothing is late by itself. Where the service sets a limit, it runs from that same day, which is not counted.
///
/// ```
/// use tongquan::{AnyCase, Calendar, case::{Deadline, Message}, oversight::Outstanding, register::{Limit, TimeUnit}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?; // closed in the end
/// let on = |day: &str, limit| Some(Outstanding::on(day.parse().ok()?, [case.record()], limit, Calendar::built_in()));
/// let decided = on("2024-03-13", None).ok_or("no day")?;
/// let [report, pushes @ ..] = decided.rows() else { return Err("nothing is owed".into()) };
/// assert_eq!((report.duty.message, report.age, report.due, pushes.len()), (Message::Report, 0, Deadline::Unset, 4));
/// // with a limit of one working day
/// let late = on("2024-03-15", Some(Limit { amount: 1, unit: TimeUnit::WorkingDay })).ok_or("no day")?;
/// let group = late.by_body().next().ok_or("nobody")?;
/// assert_eq!((group.body.map(|it| it.label()), group.rows.len(), group.late()), (Some("汶上县行政审批服务局（虚构）"), 5, 5));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outstanding<'c> {
    day: NaiveDate,
    rows: Vec<Unacknowledged<'c>>,
}

/// 未签收: one message that was not acknowledged by the day asked.
///
/// See the example of [`Outstanding`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unacknowledged<'c> {
    /// The case whose message it is.
    pub case: &'c Mark,
    /// The message, whom it goes to, and how far it is.
    pub duty: Duty,
    /// 待办单位: who must act next: who reports or pushes while it is to be sent, the addressee once it is sent. Nobody yet, where the case knows of
    /// nobody in the seat that it is for: once the plan names somebody, it is pushed.
    pub next: Option<Body>,
    /// The day since which it waits for whoever must act next.
    pub since: NaiveDate,
    /// 已历日数: its age in days; 0 on the first.
    pub age: u32,
    /// 到期: the last day in time, by the limit that the service set; without one, [`Deadline::Unset`].
    pub due: Deadline,
    /// How that limit stands: what lies ahead may be unknown and is not late yet; where the calendar lacks a day that lies behind, nobody knows.
    pub limit: PeriodState,
}

impl Unacknowledged<'_> {
    /// Whether it is late; where the calendar cannot tell, it is not known to be.
    pub const fn is_late(&self) -> bool {
        self.limit.is_over()
    }
    /// 无法计算: the year that the calendar lacks, where whether it is late cannot be told for that.
    pub const fn unknown(&self) -> Option<i32> {
        if let PeriodState::Uncovered { year } = self.limit { Some(year) } else { None }
    }
}

/// 按单位: what one body must act on next.
///
/// See the example of [`Outstanding`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedBody<'r, 'c> {
    /// The body, under the name that its last case has; none for the seats that nobody is named for yet.
    pub body: Option<&'r Body>,
    /// Its rows, the oldest first; never empty.
    pub rows: Vec<&'r Unacknowledged<'c>>,
}

impl AwaitedBody<'_, '_> {
    /// How many are late.
    pub fn late(&self) -> usize {
        self.rows.iter().filter(|it| it.is_late()).count()
    }
    /// How many nobody knows of, since the calendar lacks a year.
    pub fn unknown(&self) -> usize {
        self.rows.iter().filter(|it| it.unknown().is_some()).count()
    }
}

impl<'c> Outstanding<'c> {
    /// Of these cases, on a day; late by a limit where the service sets one, counted by a calendar.
    pub fn on(
        day: NaiveDate,
        records: impl IntoIterator<Item = &'c Record>,
        limit: Option<Limit>,
        calendar: &Calendar,
    ) -> Self {
        let (mut rows, mut seen) = (Vec::<Unacknowledged<'c>>::new(), HashSet::new());
        for record in records {
            // one that is given twice counts once
            if !seen.insert(record.id()) {
                continue;
            }
            // what is decided later arises later, so there is a day for all that is owed
            let Some(decided) = record.docket().decided() else { continue };
            for duty in record.duties_on(day).into_iter().filter(|it| !it.is_done()) {
                let since = match duty.state {
                    DutyState::Owed => decided,
                    DutyState::Sent(at) | DutyState::Rejected(at, _) | DutyState::Acknowledged(at) => at.day(),
                };
                let clock = limit.map(|limit| Clock::new(since, limit));
                rows.push(Unacknowledged {
                    case: record.id(),
                    next: next(record, &duty),
                    since,
                    age: u32::try_from((day - since).num_days()).unwrap_or_default(),
                    due: clock.as_ref().map_or(Deadline::Unset, |it| Deadline::of(it, calendar)),
                    limit: PeriodState::of(clock.as_ref(), day, calendar),
                    duty,
                });
            }
        }
        rows.sort_by_key(|it| (it.since, it.case, it.duty.message));
        Self { day, rows }
    }

    /// The day asked.
    pub const fn day(&self) -> NaiveDate {
        self.day
    }
    /// Each, the oldest first; of one day by the case's number, then reports before pushes.
    pub fn rows(&self) -> &[Unacknowledged<'c>] {
        &self.rows
    }

    /// 按单位: the same by who must act next, in the order of the oldest that each has. A body is the [same](Body::is) under whatever name.
    pub fn by_body(&self) -> impl Iterator<Item = AwaitedBody<'_, 'c>> {
        let mut bodies: Vec<AwaitedBody<'_, 'c>> = Vec::new();
        for row in &self.rows {
            let body = row.next.as_ref();
            let same = |it: &&mut AwaitedBody<'_, 'c>| match (it.body, body) {
                (Some(it), Some(body)) => it.is(body),
                (it, body) => it.is_none() && body.is_none(),
            };
            match bodies.iter_mut().find(same) {
                Some(known) => {
                    known.body = body;
                    known.rows.push(row);
                }
                None => bodies.push(AwaitedBody { body, rows: vec![row] }),
            }
        }
        bodies.into_iter()
    }
}

/// Who must act next on a message.
fn next(record: &Record, duty: &Duty) -> Option<Body> {
    if !duty.is_to_send() {
        return duty.to.clone();
    }
    // a seat that nobody sits in
    duty.to.as_ref()?;
    let role = if duty.message == Message::Report { Role::Reporting } else { Role::Pushing };
    record.holders(role).next().and_then(Party::to_body)
}
