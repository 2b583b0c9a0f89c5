use super::Broken;
use crate::{law::Rule, term::terms};

/// 可否核查: whether a plain log, which knows case, activity, time and actor, can show that a rule is broken.
///
/// ```
/// use tongquan::{IntoEnumIterator, Rule, oversight::Shows};
/// // every rule of the steps of a case is told apart; what such a log cannot show is listed, and never passed over
/// let unshown: Vec<Rule> = Rule::iter().filter(|it| Shows::of(*it).is_some_and(|it| !it.is_checked())).collect();
/// assert!(unshown.contains(&Rule::PapersComplete) && !unshown.contains(&Rule::StepHasPlace));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shows {
    /// 全部: wherever it is broken, given the case's route.
    Always,
    /// 部分: where it is broken whatever the rest may be: a body is known by its id, and not as the applicant or addressee of this very case; how many
    /// answers came, and not which.
    InPart,
    /// 内容不载: what was asked, attested or handed in stands in the entries of a journal alone.
    NotContents,
    /// 登记不载: what the registers said stands in a journal alone.
    NotRegisters,
    /// 期限不载: what a calendar and a standard made of the days stands in a journal alone.
    NotPeriods,
    /// 立案不载: what was filed, where and for whom stands in a journal alone; a route that is given is taken as it is.
    NotFiling,
    /// 操作不载: neither ids of actions nor versions.
    NotActions,
}

terms!(Shows {
    Self::Always => "可核查", "shown";
    Self::InPart => "可部分核查", "shown in part";
    Self::NotContents => "不可核查：日志不载所办内容", "not checkable: the log has no contents of steps";
    Self::NotRegisters => "不可核查：日志不载登记所示", "not checkable: the log has nothing of the registers";
    Self::NotPeriods => "不可核查：日志不载期限", "not checkable: the log has no periods";
    Self::NotFiling => "不可核查：日志不载所立事项", "not checkable: the log does not have what was filed";
    Self::NotActions => "不可核查：日志不载操作编号", "not checkable: the log has no ids of actions";
});

impl Shows {
    /// Of a rule; none where it is none of a case's steps.
    #[expect(clippy::wildcard_enum_match_arm, reason = "a test holds that the rest is of registers and matters alone")]
    pub const fn of(rule: Rule) -> Option<Self> {
        Some(match rule {
            Rule::StepHasPlace
            | Rule::TimeRunsForward
            | Rule::DeemedForLicence
            | Rule::ExtensionForLicence
            | Rule::ExtensionOnce
            | Rule::SealAsRouted
            | Rule::SealNo2FormerlyCity
            | Rule::SealNo2Review
            | Rule::ReportCalledFor
            | Rule::PushCalledFor => Self::Always,

            Rule::ActorHoldsRole
            | Rule::PapersPassedOn
            | Rule::PassingCalledFor
            | Rule::PapersWithActor
            | Rule::LicenceDue
            | Rule::NotSentYet
            | Rule::WasAddressed
            | Rule::DutiesDone => Self::InPart,

            Rule::ActionOnce | Rule::VersionAsExpected => Self::NotActions,

            Rule::EditionInForce
            | Rule::ItemInForce
            | Rule::CatalogueAgrees
            | Rule::PlaceHasRegion
            | Rule::RegionHasChosen
            | Rule::ReviewSealNamed
            | Rule::CrossingResolved
            | Rule::HandlerNamed
            | Rule::VenueOpen
            | Rule::NewCase
            | Rule::LaterEdition => Self::NotFiling,

            Rule::NotYetDeemed
            | Rule::NoticePeriodOver
            | Rule::ApplicantHadTime
            | Rule::CorrectionPeriodOver
            | Rule::ExtensionInTime
            | Rule::ExtensionOfWorkingDays
            | Rule::CalendarCovers => Self::NotPeriods,

            Rule::RecordAgrees
            | Rule::SealNo2OnRecord
            | Rule::SealNo2OfDepartment
            | Rule::SealNo2HeldHere
            | Rule::SealNo2ForItem
            | Rule::SealNo2ForCircumstance
            | Rule::SealNo2NamedUser
            | Rule::SealNo2InService
            | Rule::AddresseesNamed => Self::NotRegisters,

            Rule::NamedOnce
            | Rule::MaterialsInStandard
            | Rule::NoticeComplete
            | Rule::NoticeNamesSomething
            | Rule::OnSpotHandedIn
            | Rule::AnotherIsCompetent
            | Rule::LicenceNotTurnedAway
            | Rule::AcceptanceCondition
            | Rule::StillIncomplete
            | Rule::CorrectionsOutstanding
            | Rule::OnlyAskedFor
            | Rule::PapersComplete
            | Rule::ProcedureInStandard
            | Rule::TimeNeededTold
            | Rule::StepInStandard
            | Rule::StepAfterPrerequisites
            | Rule::StepNotRepeated
            | Rule::ProcedureOnce
            | Rule::TwoOfficers
            | Rule::ExtensionWithinLaw
            | Rule::ExtensionByHead
            | Rule::RequiredStepsDone
            | Rule::ConditionsAttested
            | Rule::ConditionsInStandard
            | Rule::UnmetNamed
            | Rule::RemediesTold
            | Rule::DocumentsListed
            | Rule::LicenceIssued => Self::NotContents,

            _ => return None,
        })
    }

    /// Whether a plain log is held against it.
    pub const fn is_checked(self) -> bool {
        matches!(self, Self::Always | Self::InPart)
    }
}

// what is checked is checked, and nothing else is said to be
#[expect(clippy::indexing_slicing, reason = "the compiler would stop")]
const _: () = {
    let mut at = 0;
    while at < Broken::RULES.len() {
        assert!(matches!(Shows::of(Broken::RULES[at]), Some(Shows::Always | Shows::InPart)));
        at += 1;
    }
};
