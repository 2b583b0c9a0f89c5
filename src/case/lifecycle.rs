//! The one table: which step, by which role, leads from which stage to which.
//!
//! Read it as the procedure. A case is *filed* at a window. What is missing is asked for **once**: after the notice there is no second one,
//! since `Correcting` has no arc for it. It is *accepted*, which starts the clock, reviewed by exactly the steps that the standard lists,
//! *decided*, and *sealed* by the holder of the seal that the route names, once: `Sealed` has no arc for a second seal, so no city seal can
//! follow the county's (the practice of 2018). A licence is *issued* where the item yields one. Delivery concludes the case; reports and
//! pushes run beside it from the decision on, and when all are acknowledged it is *closed*. `Closed` is terminal: its row is empty.
//!
//! Three ways lead out before that. The accepting body may *not accept*, on one of the four grounds of a closed list: nothing need be applied for,
//! another body is competent, a condition of acceptance is not met (never for a licence), or the papers are still incomplete after the notice.
//! The case *lapses* where the standard gives a period for corrections and it is over. And the applicant may *withdraw* until the decision, which is
//! the crate's own reading: no clause forbids it, and none makes a decision undone.
//!
//! Silence counts too. A licence application that nobody answers for five working days is *accepted by law*, from the day on which it came in;
//! anyone may record that, and from then on there is neither notice nor other acceptance.
//!
//! While a proceeding that the standard provides for is under way (a hearing, a test, an expert review), the case is *suspended*: the clock stands,
//! and nothing else changes; when it is over, review is *resumed* where it was. A licence's limit may be *extended*, once. Slips in what was
//! handed in are *corrected on the spot*, which leaves the one notice unused.
//!
//! A case keeps the catalogue and the standard of its filing day. To move on to later ones is the deciding body's choice, *transferred* before the
//! decision, with its reason; it leaves the stage as it is.
//!
//! Papers that lie with a window that neither accepts (a foreign venue) nor decides (entrusted intake) are *passed on*, each leg once, by the window
//! that has them.
//!
//! There is no arc for a counter-sign, for a second notice, for a second decision, or for a city seal after the county's: what is not in the table
//! cannot be asked of a case.
//!
//! The table knows no rule. Targets are read off the types; an arc without an implementation, and an implementation without an arc, do not
//! compile. Run-time cases, open steps and the authority check are generated from it.

use serde::{Deserialize, Serialize};

use super::{AnyRefused, Available, Case, Docket, Record, Role, Stamp, Step, Taken, stage, steps};
use crate::{
    law::{Bench, Permit, Refusal},
    register::{Office, Registers},
    term::{named, terms},
    text::Mark,
};

/// 流转表所列环节: a pair of stage and step in the lifecycle table. Only the table implements it.
///
/// ```
/// use tongquan::case::{Listed, Role, StepKind, stage::Filed, steps::Accept};
/// assert_eq!(<Accept as Listed<Filed>>::ROLE, Role::Accepting);
/// assert_eq!(<Accept as Listed<Filed>>::KIND, StepKind::Accept);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "此阶段没有这一环节: a case at `{S}` has no step `{Self}`",
    label = "no such step at this stage",
    note = "环节只减不增 (C7): the lifecycle table lists every step of every stage; see `tongquan::case::ARCS`"
)]
pub trait Listed<S: stage::Stage>: super::Act {
    /// The step of the pair.
    const KIND: StepKind;
    /// Who may take it.
    const ROLE: Role;
    #[doc(hidden)]
    fn entry(taken: Taken<Self>) -> Entry;
}

/// 流转: one arc of the lifecycle.
///
/// ```
/// use tongquan::case::{ARCS, StageKind};
/// for arc in ARCS.iter().filter(|it| it.from == StageKind::Sealed) {
///     println!("{}：{}（{}）→ {}", arc.from.label(), arc.step.label(), arc.role.label(), arc.to.label());
/// }
/// assert!(ARCS.iter().all(|it| it.to != StageKind::Filed || it.from == StageKind::Filed)); // nothing leads back to the start
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Arc {
    /// The stage that it leaves.
    pub from: StageKind,
    /// The step that is taken.
    pub step: StepKind,
    /// Who may take it.
    pub role: Role,
    /// The stage that it leads to.
    pub to: StageKind,
}

named!(StageKind; StepKind);

macro_rules! lifecycle {
    (
        stages: $($Stage:ident $zh:literal $en:literal $means:literal),+;
        steps: $($Step:ident $step_zh:literal $step_en:literal $step_means:literal),+;
        arcs: $($From:ident: $($By:ident by $Role:ident),*;)+
    ) => {
        /// 阶段: where a case is. Closed by the lifecycle table.
        ///
        /// ```
        /// use tongquan::case::{StageKind, StepKind};
        /// let stage: StageKind = "补正".parse()?;
        /// assert_eq!((stage, stage.english()), (StageKind::Correcting, "correcting"));
        /// assert!(!stage.steps().any(|it| it == StepKind::AskForCorrections)); // there is one notice, and no second
        /// assert!(StageKind::Lapsed.is_terminal());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::EnumCount)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum StageKind { $(#[doc = concat!($zh, ": ", $means)] $Stage),+ }
        terms!(StageKind { $(Self::$Stage => $zh, $en;)+ });

        /// 环节: what can be done with a case. Closed by the lifecycle table.
        ///
        /// ```
        /// use tongquan::case::{ARCS, StepKind};
        /// let step: StepKind = "视为受理".parse()?;
        /// assert_eq!((step, serde_json::to_string(&step)?.as_str()), (StepKind::DeemAccepted, r#""deem_accepted""#));
        /// let from: Vec<&str> = ARCS.iter().filter(|it| it.step == step).map(|it| it.from.label()).collect();
        /// assert_eq!(from, ["收件"]);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter, strum::EnumCount)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum StepKind { $(#[doc = concat!($step_zh, ": ", $step_means)] $Step),+ }
        terms!(StepKind { $(Self::$Step => $step_zh, $step_en;)+ });

        /// 办件: a case whose stage is known only at run time. It is written as its journal, and read by replaying one.
        ///
        /// ```
        /// use tongquan::{AnyCase, case::StageKind};
        /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
        /// assert_eq!(case.stage(), StageKind::Closed);
        /// let AnyCase::Closed(case) = case else { return Err("at another stage".into()) };
        /// assert!(case.stage().outcome().decision().is_favourable()); // what a closed case has, and no other
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum AnyCase { $(#[doc = concat!($zh, ": ", $means)] $Stage(Case<stage::$Stage>)),+ }

        /// 环节: a step known only at run time: what services take from their clients.
        ///
        /// As JSON it is an object with one field, the step's name in snake case, whose value has the fields of the step's own type.
        ///
        /// ```
        /// use tongquan::{AnyStep, case::steps::{Accept, Withdraw}};
        /// let accept: AnyStep = serde_json::from_str(r#"{"accept": {"receipt": "SL-1"}}"#)?;
        /// assert_eq!(accept, Accept { receipt: "SL-1".parse()? }.into());
        /// let withdraw: AnyStep = serde_json::from_str(r#"{"withdraw": {"reason": null}}"#)?;
        /// assert_eq!(withdraw, Withdraw { reason: None }.into());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum AnyStep { $(#[doc = concat!($step_zh, ": ", $step_means)] $Step(steps::$Step)),+ }

        /// 流转记录: an entry of a journal after the opening.
        ///
        /// ```
        /// use tongquan::{AnyCase, case::Entry};
        /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
        /// let entry = &case.record().entries()[0];
        /// assert_eq!((entry.kind().label(), entry.stamp().at.day()), ("一次性告知补正", "2024-03-05".parse()?));
        /// let Entry::AskForCorrections(notice) = entry else { return Err("another step".into()) };
        /// assert_eq!(notice.step.materials[0].as_str(), "form");
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Entry { $(#[doc = concat!($step_zh, ": ", $step_means)] $Step(Taken<steps::$Step>)),+ }

        $(
            impl From<Case<stage::$Stage>> for AnyCase {
                fn from(case: Case<stage::$Stage>) -> Self { Self::$Stage(case) }
            }
            impl TryFrom<AnyCase> for Case<stage::$Stage> {
                /// The case, at whatever stage it is instead.
                type Error = AnyCase;
                fn try_from(case: AnyCase) -> Result<Self, AnyCase> {
                    if let AnyCase::$Stage(case) = case { Ok(case) } else { Err(case) }
                }
            }
        )+
        $(
            impl super::taken::sealed::Sealed for steps::$Step {}
            impl From<steps::$Step> for AnyStep {
                fn from(step: steps::$Step) -> Self { Self::$Step(step) }
            }
        )+
        $($(
            impl Listed<stage::$From> for steps::$By {
                const KIND: StepKind = StepKind::$By;
                const ROLE: Role = Role::$Role;
                fn entry(taken: Taken<Self>) -> Entry { Entry::$By(taken) }
            }
        )*)+

        /// Every arc, stage by stage: the procedure.
        ///
        /// | stage | step | role |
        /// | --- | --- | --- |
        $($(#[doc = concat!("| ", stringify!($From), " | ", stringify!($By), " | ", stringify!($Role), " |")])*)+
        ///
        /// `Closed`, `NotAccepted`, `Withdrawn` and `Lapsed` are terminal. Which stage an arc leads to, its `to` tells.
        pub const ARCS: &[Arc] = &[$($(Arc {
            from: StageKind::$From,
            step: StepKind::$By,
            role: Role::$Role,
            to: <<steps::$By as Step<stage::$From>>::To as stage::Stage>::KIND,
        },)*)+];

        impl AnyStep {
            /// Which of the steps it is.
            pub const fn kind(&self) -> StepKind { match self { $(Self::$Step(_) => StepKind::$Step),+ } }
        }

        impl Entry {
            /// Which step was taken.
            pub const fn kind(&self) -> StepKind { match self { $(Self::$Step(_) => StepKind::$Step),+ } }
            /// When and by whom.
            pub const fn stamp(&self) -> &Stamp { match self { $(Self::$Step(taken) => &taken.stamp),+ } }
            /// 操作编号: the id that the service gave the action, where it gave one.
            pub const fn action(&self) -> Option<&Mark> { match self { $(Self::$Step(taken) => taken.action.as_ref()),+ } }
            /// Whether it says that this was asked.
            pub(super) fn asked(&self, step: &AnyStep) -> bool {
                match (self, step) {
                    $((Self::$Step(taken), AnyStep::$Step(step)) => taken.step == *step,)+
                    _ => false,
                }
            }
            /// Whether what it says was found is what the registers said, as they stood when it was taken.
            pub(super) fn agrees(&self, docket: Docket<'_>, office: &Office) -> bool {
                match self { $(Self::$Step(it) => it.agrees(docket, office)),+ }
            }
        }

        impl AnyCase {
            /// At which stage it is.
            pub const fn stage(&self) -> StageKind { match self { $(Self::$Stage(_) => StageKind::$Stage),+ } }
            /// Its journal and what follows from it.
            pub const fn record(&self) -> &Record { match self { $(Self::$Stage(case) => case.record()),+ } }
            pub(super) const fn record_mut(&mut self) -> &mut Record { match self { $(Self::$Stage(case) => case.record_mut()),+ } }
            pub(crate) fn into_record(self) -> Record { match self { $(Self::$Stage(case) => case.into_record()),+ } }

            /// Takes a step: as [`Case::apply`], with the stage looked at when it runs.
            ///
            /// ```
            /// use tongquan::{AnyCase, Office, Rule, case::steps::Close};
            /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
            /// let stamp = case.record().stamps().last().ok_or("no stamp")?.clone();
            /// assert!(case.check(&Close {}.into(), &stamp, Office::built_in()).is_err());
            /// // it is closed already: everything comes back
            /// let refused = case.clone().apply(Close {}.into(), stamp, Office::built_in()).unwrap_err();
            /// assert!(refused.why.names(Rule::StepHasPlace) && refused.case == case);
            /// # Ok::<(), Box<dyn std::error::Error>>(())
            /// ```
            ///
            /// # Errors
            ///
            /// [`AnyRefused`] gives everything back with every reason; [`StepHasPlace`](crate::law::Rule::StepHasPlace) where the
            /// lifecycle has no such step at this stage.
            pub fn apply(self, step: AnyStep, stamp: Stamp, office: &Office) -> Result<Self, Box<AnyRefused>> {
                self.apply_as(None, step, stamp, office)
            }

            pub(super) fn apply_as(
                self,
                action: Option<Mark>,
                step: AnyStep,
                stamp: Stamp,
                office: &Office,
            ) -> Result<Self, Box<AnyRefused>> {
                match (self, step) {
                    $($(
                        (Self::$From(case), AnyStep::$By(step)) => {
                            case.apply_as(action, step, stamp, office, AnyRefused::boxed).map(Self::from)
                        }
                    )*)+
                    (case, step) => {
                        let why = Self::no_place(case.stage(), step.kind());
                        Err(Box::new(AnyRefused { case, step, stamp, why }))
                    }
                }
            }

            /// Whether a step would be permitted, without taking it.
            ///
            /// ```
            /// use tongquan::{AnyCase, Journal, Office, Rule, Stamp, case::steps::{Accept, AskForCorrections}};
            /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
            /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
            /// journal.entries.truncate(0); // the opening alone
            /// let case = AnyCase::replay(journal)?;
            /// let stamp = Stamp { at: "2024-03-05T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
            /// let refused = case.check(&Accept { receipt: "SL-1".parse()? }.into(), &stamp, &office).unwrap_err();
            /// assert!(refused.names(Rule::PapersComplete));
            /// case.check(&AskForCorrections { materials: vec!["form".parse()?] }.into(), &stamp, &office)?;
            /// # Ok::<(), Box<dyn std::error::Error>>(())
            /// ```
            ///
            /// # Errors
            ///
            /// The [`Refusal`] that [`apply`](Self::apply) would give.
            pub fn check(&self, step: &AnyStep, stamp: &Stamp, office: &Office) -> Result<(), Refusal> {
                match (self, step) {
                    $($((Self::$From(case), AnyStep::$By(step)) => case.check(step, stamp, office),)*)+
                    (case, step) => Err(Self::no_place(case.stage(), step.kind())),
                }
            }

            /// Every arc out of the stage, for somebody at a moment.
            pub(super) fn offers(&self, stamp: &Stamp, registers: Registers<'_>, told: &mut Vec<Available>) {
                match self {
                    $(Self::$From(_case) => { $(_case.offer::<steps::$By>(stamp, registers, told);)* })+
                }
            }

            /// Every step of the stage, drafted for a moment: with contents that a judgement holds least against.
            #[cfg(feature = "proptest")]
            pub(crate) fn drafts(&self, stamp: &Stamp, registers: Registers<'_>, drafted: &mut Vec<AnyStep>) {
                match self {
                    $(Self::$From(_case) => {
                        $(drafted.extend(<steps::$By as Step<stage::$From>>::drafts(_case, stamp, registers).into_iter().map(|it| it.step.into()));)*
                    })+
                }
            }

            /// 核查: judges an entry of a journal that has a place here.
            pub(super) fn weigh(&self, entry: &Entry, office: Option<&Office>, bench: &mut Bench) {
                match (self, entry) {
                    $($((Self::$From(case), Entry::$By(taken)) => case.weigh(taken, office, bench),)*)+
                    _ => {}
                }
            }

            /// Goes on as the entry says that its record claims next, which has a place here.
            pub(super) fn enter(self, permit: Permit) -> Self {
                match self {
                    $(Self::$From(case) => {
                        let (record, stage) = case.into_parts();
                        match record.next() {
                            $(Some(Entry::$By(taken)) => {
                                let stage = taken.enter(stage, &record, permit);
                                Case::claimed(record.on(), stage).into()
                            })*
                            _ => Case::claimed(record, stage).into(),
                        }
                    })+
                }
            }

            /// Whether an entry of a journal is permitted here, on what it says was found.
            pub(super) fn proves(&self, entry: &Entry) -> Result<Permit, Refusal> {
                match (self, entry) {
                    $($((Self::$From(case), Entry::$By(taken)) => case.proves(taken),)*)+
                    (case, entry) => Err(Self::no_place(case.stage(), entry.kind())),
                }
            }
        }
    };
}

lifecycle! {
    stages:
        Filed "收件" "filed" "the papers are taken in; the period for the notice runs, that to decide not yet",
        Correcting "补正" "correcting" "the one notice is out, and what it asks for is awaited",
        Accepted "受理" "accepted" "accepted, so the clock runs; under review",
        Suspended "特别程序" "suspended" "the clock stands for a proceeding that the standard provides for",
        Decided "决定" "decided" "decided, not yet sealed",
        Sealed "用印" "sealed" "the document carries its seal",
        Licensed "制证" "licensed" "the licence is issued, not yet delivered",
        Concluded "办结" "concluded" "delivered; reports and pushes may still be open (`S34`)",
        Closed "归档" "closed" "every report and push is acknowledged; nothing leads out of it",
        NotAccepted "不予受理" "not accepted" "turned away, on a ground of the closed list; nothing leads out of it",
        Withdrawn "撤件" "withdrawn" "taken back by the applicant before the decision; nothing leads out of it",
        Lapsed "补正逾期" "lapsed" "what the one notice asked for did not come within the standard's period (`S3`); nothing leads out of it";
    steps:
        CorrectOnSpot "当场更正" "correct on the spot" "a slip in a paper is put right at the window; the one notice is not used up by it (`APL32c`)",
        AskForCorrections "一次性告知补正" "ask for corrections" "the one notice, with everything that is missing or not in form",
        HandInCorrections "提交补正" "hand in corrections" "the applicant hands in what the notice asked for, at once or in parts",
        Accept "受理" "accept" "the papers are complete and in form; the clock to decide starts",
        NotAccept "不予受理" "not accept" "turned away, on one of four grounds; filing again is a new case (`S9`)",
        DeemAccepted "视为受理" "deemed accepted" "a licence application that nobody answers for five working days is accepted by law (`APL32d`)",
        Lapse "补正逾期" "lapse" "the period for corrections is over, and something asked for is still missing (`S3`)",
        PassOn "转送" "pass on" "a window that does not accept, or does not decide, hands the papers on",
        TakeReviewStep "审查" "take a review step" "one review step of the standard; what it lacks is not taken (`C7`)",
        Suspend "启动特别程序" "suspend" "a proceeding that the standard provides for begins; the clock stands",
        Resume "恢复审查" "resume" "the proceeding is over, and the clock runs on",
        Extend "延期" "extend" "a licence's limit to decide is lengthened, once, before it has run out (`APL42x`)",
        Transfer "改用新版" "transfer to a later edition" "the case moves on to a later edition of catalogue or standard, with a reason (`S4`)",
        DecideFavourably "作出准予决定" "decide: favourable" "required steps are done and every condition is attested",
        DecideUnfavourably "作出不予决定" "decide: unfavourable" "names the conditions that are not met, and the remedies",
        AffixSeal "用印" "seal" "the body that the route names affixes its own seal",
        AffixSealNo2 "加盖2号章" "affix Seal No. 2" "the region affixes the city department's numbered seal (`C6`)",
        IssueLicence "制证" "issue the licence" "electronic and physical licence in one act, under one number (`C5`)",
        Deliver "送达" "deliver" "the result is handed to the applicant at any window of the route (`P2`); the case is concluded (`S34`)",
        Report "批后报备" "report" "the region tells the item's city department what it decided (`C4`)",
        Push "推送审批信息" "push" "the approval bureau tells supervisors and enforcement bodies what it decided (`C12`)",
        Acknowledge "签收反馈" "acknowledge" "an addressee acknowledges a report or push, or rejects it with a reason (`S19`)",
        Close "归档" "close" "every report and push is acknowledged",
        Withdraw "撤件" "withdraw" "the applicant takes the application back, before the decision (ours)";
    arcs:
        Filed:
            CorrectOnSpot by Intake,
            PassOn by Window,
            AskForCorrections by Accepting,
            Accept by Accepting,
            NotAccept by Accepting,
            DeemAccepted by Anyone,
            Transfer by Deciding,
            Withdraw by Applicant;
        Correcting:
            HandInCorrections by Applicant,
            Accept by Accepting,
            NotAccept by Accepting,
            Lapse by Accepting,
            Transfer by Deciding,
            Withdraw by Applicant;
        Accepted:
            PassOn by Window,
            TakeReviewStep by Deciding,
            Suspend by Deciding,
            Extend by Deciding,
            Transfer by Deciding,
            DecideFavourably by Deciding,
            DecideUnfavourably by Deciding,
            Withdraw by Applicant;
        Suspended:
            Resume by Deciding,
            Transfer by Deciding,
            Withdraw by Applicant;
        Decided:
            AffixSeal by Sealing,
            AffixSealNo2 by Sealing,
            Report by Reporting,
            Push by Pushing,
            Acknowledge by Addressee;
        Sealed:
            IssueLicence by Deciding,
            Deliver by Window,
            Report by Reporting,
            Push by Pushing,
            Acknowledge by Addressee;
        Licensed:
            Deliver by Window,
            Report by Reporting,
            Push by Pushing,
            Acknowledge by Addressee;
        Concluded:
            Report by Reporting,
            Push by Pushing,
            Acknowledge by Addressee,
            Close by Deciding;
        Closed: ;
        NotAccepted: ;
        Withdrawn: ;
        Lapsed: ;
}
