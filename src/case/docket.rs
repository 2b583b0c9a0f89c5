use chrono::NaiveDate;

use super::{Brief, Entry, Opening, Record, StageKind, StepKind, steps::File};
use crate::{
    body::Body,
    catalogue::Kind,
    register::{Outline, Registers, SealId, SealRecord},
    route::{Core, Route},
    text::{Mark, Person},
};

/// 案卷截至某一环节: a record as it stood before one of its entries, or as it stands: what a step looks at when it asks the registers. Copied freely.
///
/// ```
/// use tongquan::{AnyCase, case::StageKind};
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let docket = case.record().docket_on("2024-03-12".parse()?); // the day before the decision
/// assert_eq!((docket.stage(), docket.decided()), (StageKind::Accepted, None));
/// assert_eq!(docket.accepted(), Some("2024-03-07".parse()?));
/// assert!(docket.version() < case.record().version());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Docket<'r> {
    pub(super) record: &'r Record,
    pub(super) opening: &'r Opening,
    pub(super) brief: &'r Brief,
    pub(super) core: Core,
    pub(super) entries: &'r [Entry],
}

impl<'r> Docket<'r> {
    /// The first entry of the journal: what was filed, and what was found that day.
    pub const fn opening(&self) -> &'r Opening {
        self.opening
    }
    /// What was filed.
    pub const fn file(&self) -> &'r File {
        &self.opening.step
    }
    /// 收件日: the day on which the first window took the papers in (`S29`).
    pub const fn filed(&self) -> NaiveDate {
        self.opening.day()
    }
    /// What the case is handled by: the brief of its filing day, or of the day on which it moved on to a later edition (`S4`).
    pub const fn brief(&self) -> &'r Brief {
        self.brief
    }
    /// The day of the brief.
    pub(crate) fn bound(&self) -> NaiveDate {
        let moved = self.entries.iter().rev().find(|it| matches!(it, Entry::Transfer(_)));
        moved.map_or(self.filed(), |it| it.stamp().at.day())
    }
    /// The standard, in outline.
    pub const fn standard(&self) -> Option<&'r Outline> {
        self.brief.standard.as_ref()
    }
    /// 路径: who holds which role, by the brief in force.
    pub fn route(&self) -> Route<'r> {
        Route::bind(self.core, self.brief.undertaking.view(), self.brief.admission.as_ref())
    }
    /// Whether it is a 行政许可, which the Licensing Law's clocks bind (`S8`).
    pub fn is_licence(&self) -> bool {
        self.brief.item.kind == Kind::Licence
    }
    /// As it was filed, before anything else was done.
    #[must_use]
    pub fn as_filed(&self) -> Self {
        self.record.before(0)
    }
    /// The entries after the opening.
    pub const fn entries(&self) -> &'r [Entry] {
        self.entries
    }
    /// How many entries it has, the opening included.
    pub const fn version(&self) -> usize {
        1 + self.entries.len()
    }
    /// 所处阶段: the stage that the entries lead to, along the arcs of the lifecycle; nothing is judged.
    ///
    /// ```
    /// use tongquan::{AnyCase, case::StageKind};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let record = case.record();
    /// assert_eq!(record.docket().stage(), case.stage());
    /// assert_eq!(record.docket_on("2024-03-05".parse()?).stage(), StageKind::Correcting);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn stage(&self) -> StageKind {
        // what a journal leaves out is passed over, and what has no place ahead leads nowhere; a case that is proven has neither
        let along = |stage: StageKind, it: &Entry| stage.along(it.kind()).unwrap_or(stage);
        self.entries.iter().fold(StageKind::Filed, along)
    }
    /// 告知日: when the one notice went out, if it did.
    pub fn noticed(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::AskForCorrections(_)))
    }
    /// 受理登记日: when acceptance was entered; what the law deems accepted is so from its filing on (`S50`), whenever that is entered.
    pub fn accepted(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::Accept(_) | Entry::DeemAccepted(_)))
    }
    /// 决定日: when it was decided.
    pub fn decided(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_)))
    }
    /// 证照编号: of the licence that was issued, if one was.
    pub fn licence(&self) -> Option<&'r Mark> {
        self.entries.iter().find_map(|it| if let Entry::IssueLicence(it) = it { Some(&it.step.number) } else { None })
    }
    /// 制证日: when the licence was issued.
    pub fn licensed(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::IssueLicence(_)))
    }
    /// 用印日: when the decision was sealed.
    pub fn sealed(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::AffixSeal(_) | Entry::AffixSealNo2(_)))
    }
    /// 送达日: when it was delivered.
    pub fn delivered(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::Deliver(_)))
    }
    /// 终结日: when it came to an end before a decision: not accepted, withdrawn or lapsed.
    pub fn ended_undecided(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::NotAccept(_) | Entry::Withdraw(_) | Entry::Lapse(_)))
    }
    /// 不予受理日: when it was not accepted.
    pub fn not_accepted(&self) -> Option<NaiveDate> {
        self.day_of(|it| matches!(it, Entry::NotAccept(_)))
    }
    /// 经手单位: the bodies for which it was taken in, accepted or not, and decided so far: those of its course, whatever edition it moved on to since.
    /// What the law deems accepted, nobody accepted.
    pub fn handled_by(&self) -> impl Iterator<Item = &'r Body> {
        let acts = self.entries.iter().filter(|it| {
            let kind = it.kind();
            matches!(
                kind,
                StepKind::Accept | StepKind::NotAccept | StepKind::DecideFavourably | StepKind::DecideUnfavourably
            )
        });
        std::iter::once(&self.opening.stamp).chain(acts.map(Entry::stamp)).filter_map(|it| it.by.body())
    }
    /// 审查、决定人员: the persons who reviewed it, who made its checks on site, and who decided it.
    pub fn reviewers(&self) -> impl Iterator<Item = &'r Person> {
        self.entries.iter().flat_map(|it| {
            #[expect(clippy::wildcard_enum_match_arm, reason = "no other step reviews or decides")]
            let (stamp, officers) = match it {
                Entry::TakeReviewStep(it) => (Some(&it.stamp), it.step.officers.as_slice()),
                Entry::DecideFavourably(it) => (Some(&it.stamp), &[][..]),
                Entry::DecideUnfavourably(it) => (Some(&it.stamp), &[][..]),
                _ => (None, &[][..]),
            };
            stamp.map(|it| it.by.person()).into_iter().chain(officers)
        })
    }

    /// What the registers say on a day of a Seal No. 2, for the item of the case and for its filing day.
    pub(super) fn seal_record(&self, seal: SealId, day: NaiveDate, registers: Registers<'_>) -> Option<SealRecord> {
        registers.seal_record(seal, &self.file().item, self.brief.item.kind, day, self.filed())
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
