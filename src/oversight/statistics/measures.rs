use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Counts, Histogram, Ratio, Span, Subject, rows};
use crate::{
    case::{DutyStateKind, MessageKind, Period, Record, StageKind, StepKind, Timeliness},
    route::Tier,
    time::Calendar,
};

/// 指标: what was counted and measured of the cases of a group, by the end of a day. All of it adds up.
///
/// It is read back as it was written; what contradicts itself is refused: more of a period, a span or a message than the cases can have.
///
/// ```
/// use tongquan::{AnyCase, Calendar, case::{Period, StageKind, StepKind}, oversight::{Facet, Span, Statistics}};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut statistics = Statistics::on("2024-03-31".parse()?);
/// statistics.add(case.record(), Calendar::built_in(), |_| [Facet::All]);
/// let measures = statistics.group(&Facet::All).ok_or("no case")?;
/// assert_eq!((measures.cases(), measures.stages().of(&StageKind::Closed), measures.running()), (1, 1, 0));
/// assert_eq!((measures.favourable(), measures.refused(), measures.corrections_asked()), (1, 0, 1));
/// assert_eq!((measures.steps().of(&StepKind::TakeReviewStep), measures.seal_no_2_uses()), (3, 1));
/// assert_eq!(measures.on_time(Period::Promised).value(), Some(1.0));
/// assert_eq!(measures.span(Span::FilingToDecision).percentile(50), Some(9)); // from the 4th to the 13th
/// assert_eq!(measures.outstanding(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Measures {
    unproven: u64,
    /// INVARIANT (one stage a case): each case stands at one, so that they tell how many there are.
    stages: Counts<StageKind>,
    steps: Counts<StepKind>,
    periods: Counts<(Period, Timeliness)>,
    /// INVARIANT (something measured): no histogram is empty.
    #[serde(serialize_with = "rows::write")]
    spans: BTreeMap<Span, Histogram>,
    messages: Counts<(MessageKind, DutyStateKind)>,
}

static NOTHING: Histogram = Histogram::new();

impl Measures {
    /// Of one case.
    pub(super) fn of(record: &Record, subject: &Subject<'_>, day: NaiveDate, calendar: &Calendar) -> Self {
        let docket = subject.docket();
        let mut told = Self { unproven: u64::from(!subject.is_proven()), ..Self::default() };
        told.stages.add(subject.stage(), 1);
        docket.entries().iter().for_each(|it| told.steps.add(it.kind(), 1));
        docket.periods().for_each(|it| told.periods.add((it.period, it.timeliness(day, calendar)), 1));
        Span::of(docket, calendar).for_each(|(span, days)| told.spans.entry(span).or_default().add(days, 1));
        let duties = record.duties_on(day);
        duties.iter().for_each(|it| told.messages.add((it.message.kind(), it.state.kind()), 1));
        told
    }

    /// Adds what was measured elsewhere.
    pub fn merge(&mut self, other: &Self) {
        let Self { unproven, stages, steps, periods, spans, messages } = other;
        self.unproven = self.unproven.saturating_add(*unproven);
        self.stages.merge(stages);
        self.steps.merge(steps);
        self.periods.merge(periods);
        spans.iter().for_each(|(span, days)| self.spans.entry(*span).or_default().merge(days));
        self.messages.merge(messages);
    }

    /// 办件量: how many cases.
    pub fn cases(&self) -> u64 {
        self.stages.total()
    }
    /// How many of them are of journals that prove no case.
    pub const fn unproven(&self) -> u64 {
        self.unproven
    }
    /// 阶段: where the cases stand.
    pub const fn stages(&self) -> &Counts<StageKind> {
        &self.stages
    }
    /// 环节: how many times each step was taken.
    pub const fn steps(&self) -> &Counts<StepKind> {
        &self.steps
    }
    /// 期限: how each period that has begun stands.
    pub const fn periods(&self) -> &Counts<(Period, Timeliness)> {
        &self.periods
    }
    /// 用时: how long a part of the course took.
    pub fn span(&self, span: Span) -> &Histogram {
        self.spans.get(&span).unwrap_or(&NOTHING)
    }
    /// 报备和推送: how many messages there are, and how far they are; each of the pushes of a case is one.
    pub const fn messages(&self) -> &Counts<(MessageKind, DutyStateKind)> {
        &self.messages
    }

    /// 在办: cases that have not ended.
    pub fn running(&self) -> u64 {
        self.stages.among(|it| !it.is_terminal())
    }
    /// 作出准予决定: how many cases were decided favourably.
    pub fn favourable(&self) -> u64 {
        self.steps.of(&StepKind::DecideFavourably)
    }
    /// 作出不予决定: how many cases were decided unfavourably.
    pub fn unfavourable(&self) -> u64 {
        self.steps.of(&StepKind::DecideUnfavourably)
    }
    /// Decided either way.
    pub fn decided(&self) -> u64 {
        self.favourable().saturating_add(self.unfavourable())
    }
    /// 不予受理、不予决定: not accepted, or decided unfavourably.
    pub fn refused(&self) -> u64 {
        self.steps.of(&StepKind::NotAccept).saturating_add(self.unfavourable())
    }
    /// The share refused, among those that were refused or decided favourably.
    pub fn refused_share(&self) -> Ratio {
        Ratio::new(self.refused().into(), self.refused().saturating_add(self.favourable()))
    }
    /// 一次性告知: how many times corrections were asked for.
    pub fn corrections_asked(&self) -> u64 {
        self.steps.of(&StepKind::AskForCorrections)
    }
    /// 2号章用章次数: how many times a Seal No. 2 was affixed, an electronic twin included.
    pub fn seal_no_2_uses(&self) -> u64 {
        self.steps.of(&StepKind::AffixSealNo2)
    }
    /// 自有印章用章次数: of the own seal of the body that the route names.
    pub fn own_seal_uses(&self) -> u64 {
        self.steps.of(&StepKind::AffixSeal)
    }
    /// 按期率: the share of a period met in time, among those met, in time or late, and those that are overdue; what runs, or is unknown, is in
    /// neither.
    pub fn on_time(&self, period: Period) -> Ratio {
        let of = |it: Timeliness| self.periods.of(&(period, it));
        let all = of(Timeliness::InTime).saturating_add(of(Timeliness::Late)).saturating_add(of(Timeliness::Overdue));
        Ratio::new(of(Timeliness::InTime).into(), all)
    }
    /// 未签收: reports and pushes that are not acknowledged: owed, sent or rejected.
    pub fn outstanding(&self) -> u64 {
        self.messages.among(|(_, state)| *state != DutyStateKind::Acknowledged)
    }

    /// What its cases cannot have so much of.
    fn contradiction(&self) -> Option<String> {
        let cases = self.cases();
        let of_messages = |kind| self.messages.among(|(it, _)| *it == kind);
        let pushes = cases.saturating_mul(Tier::ALL.len() as u64);
        let periods = Period::ALL.map(|period| (period.label(), self.periods.among(|it| it.0 == period), cases));
        let spans = self.spans.iter().map(|(span, days)| (span.label(), days.count(), cases));
        let others = [
            ("不能成立的", self.unproven, cases),
            (MessageKind::Report.label(), of_messages(MessageKind::Report), cases),
            (MessageKind::Push.label(), of_messages(MessageKind::Push), pushes),
        ];
        let mut all = periods.into_iter().chain(spans).chain(others);
        let (what, got, most) = all.find(|(_, got, most)| got > most)?;
        Some(format!("{what}: {got}, of {cases} cases at most {most}（办件{cases}件，至多{most}）"))
    }
}

impl<'de> Deserialize<'de> for Measures {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Told { unproven, stages, steps, periods, spans: Spans(spans), messages } = Told::deserialize(from)?;
        let read = Self { unproven, stages, steps, periods, spans, messages };
        match read.contradiction() {
            None => Ok(read),
            Some(what) => Err(de::Error::custom(what)),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename = "Measures", deny_unknown_fields)]
struct Told {
    unproven: u64,
    stages: Counts<StageKind>,
    steps: Counts<StepKind>,
    periods: Counts<(Period, Timeliness)>,
    spans: Spans,
    messages: Counts<(MessageKind, DutyStateKind)>,
}

struct Spans(BTreeMap<Span, Histogram>);

impl<'de> Deserialize<'de> for Spans {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        rows::read(from, Histogram::is_empty).map(Self)
    }
}
