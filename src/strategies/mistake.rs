use crate::{law::Rule, term::terms};

/// 差错: in what way an attempt is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
#[non_exhaustive]
pub enum Mistake {
    /// 办理人不符: somebody acts whom the case does not name.
    WrongActor,
    /// 此阶段没有: the stage has no such step.
    NoPlace,
    /// 过早: a period that must be over runs still.
    TooEarly,
    /// 过迟: a period in which it was to be done is over.
    TooLate,
    /// 次序不符: something that comes before it was not done.
    OutOfOrder,
    /// 漏列: something is left out that must be told.
    LeftOut,
    /// 重复列写: a list names something twice.
    NamedTwice,
    /// 重复办理: it was done before.
    Repeated,
    /// 编号不符: a code that the standard lacks, or a paper that nobody asked for.
    UnknownCode,
    /// 印章不符: a seal that the route does not name, or a Seal No. 2 that is not the right one, there, then, or in those hands.
    ForeignSeal,
    /// 时间倒退: dated before the step that it follows.
    BackwardTime,
    /// 超出限度: more or less of something than law gives.
    BeyondMeasure,
    /// 不应办理: nothing calls for it in this case, or the ground that is given does not hold.
    NotCalledFor,
}

terms!(Mistake {
    Self::WrongActor => "办理人不符", "wrong actor";
    Self::NoPlace => "此阶段没有", "no place at the stage";
    Self::TooEarly => "过早", "too early";
    Self::TooLate => "过迟", "too late";
    Self::OutOfOrder => "次序不符", "out of order";
    Self::LeftOut => "漏列", "left out";
    Self::NamedTwice => "重复列写", "named twice";
    Self::Repeated => "重复办理", "done before";
    Self::UnknownCode => "编号不符", "unknown code";
    Self::ForeignSeal => "印章不符", "foreign seal";
    Self::BackwardTime => "时间倒退", "backward time";
    Self::BeyondMeasure => "超出限度", "beyond measure";
    Self::NotCalledFor => "不应办理", "not called for";
});

impl Mistake {
    /// The rules, one of which at least the refusal of such an attempt names.
    pub const fn rules(self) -> &'static [Rule] {
        match self {
            Self::WrongActor => {
                &[Rule::ActorHoldsRole, Rule::PapersWithActor, Rule::WasAddressed, Rule::ExtensionByHead]
            }
            Self::NoPlace => &[Rule::StepHasPlace],
            Self::TooEarly => &[Rule::NoticePeriodOver, Rule::CorrectionPeriodOver, Rule::ApplicantHadTime],
            Self::TooLate => &[Rule::NotYetDeemed, Rule::ExtensionInTime],
            Self::OutOfOrder => &[
                Rule::PapersPassedOn,
                Rule::PapersComplete,
                Rule::StepAfterPrerequisites,
                Rule::RequiredStepsDone,
                Rule::LicenceIssued,
                Rule::DutiesDone,
            ],
            Self::LeftOut => &[
                Rule::NoticeComplete,
                Rule::NoticeNamesSomething,
                Rule::ConditionsAttested,
                Rule::UnmetNamed,
                Rule::RemediesTold,
                Rule::TwoOfficers,
                Rule::DocumentsListed,
            ],
            Self::NamedTwice => &[Rule::NamedOnce],
            Self::Repeated => &[Rule::StepNotRepeated, Rule::ProcedureOnce, Rule::ExtensionOnce, Rule::NotSentYet],
            Self::UnknownCode => &[
                Rule::MaterialsInStandard,
                Rule::OnlyAskedFor,
                Rule::OnSpotHandedIn,
                Rule::StepInStandard,
                Rule::ProcedureInStandard,
                Rule::ConditionsInStandard,
                Rule::AcceptanceCondition,
                Rule::StillIncomplete,
            ],
            Self::ForeignSeal => &[
                Rule::SealAsRouted,
                Rule::SealNo2FormerlyCity,
                Rule::SealNo2Review,
                Rule::SealNo2OfDepartment,
                Rule::SealNo2OnRecord,
                Rule::SealNo2HeldHere,
                Rule::SealNo2InService,
                Rule::SealNo2ForItem,
                Rule::SealNo2ForCircumstance,
                Rule::SealNo2NamedUser,
            ],
            Self::BackwardTime => &[Rule::TimeRunsForward],
            Self::BeyondMeasure => &[Rule::ExtensionWithinLaw, Rule::TimeNeededTold],
            Self::NotCalledFor => &[
                Rule::PassingCalledFor,
                Rule::ReportCalledFor,
                Rule::PushCalledFor,
                Rule::LicenceDue,
                Rule::LaterEdition,
                Rule::DeemedForLicence,
                Rule::ExtensionForLicence,
                Rule::ExtensionOfWorkingDays,
                Rule::LicenceNotTurnedAway,
                Rule::CorrectionsOutstanding,
                Rule::AnotherIsCompetent,
            ],
        }
    }
}
