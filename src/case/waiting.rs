use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{
    AnyCase, Desk, DutyState, Message, PeriodState, Record, Role, StepKind,
    stage::Sealed,
    steps::{is_due, missing},
};
use crate::{
    body::{Actor, Body, Party},
    law::Fact,
    register::{Office, Registers, SealState},
    route::Seal,
    text::Person,
    written::written,
};

/// 待办: somebody whom a case waits for, and what is to be done.
///
/// It is written with the words of who is to act; an applicant is not named.
///
/// See the example of [`AnyCase::waits_for`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Awaited<'c> {
    /// 办理方: who is to act.
    pub who: Who<'c>,
    /// 角色: the role in which they are to act.
    pub role: Role,
    /// 环节: one of these steps; none where no step of the case is to be taken, but a Seal No. 2 to be put in service (`S21`).
    pub steps: &'static [StepKind],
    /// 报备或者推送: which report or push, where it is one.
    pub message: Option<Message>,
}

/// 等待谁: whom a case waits for.
///
/// See the example of [`AnyCase::waits_for`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who<'c> {
    /// 申请人: whoever applied, by reference.
    Applicant(&'c Person),
    /// 单位: a body that the route names. Of several windows any will do.
    Body(Party<'c>),
    /// 收件单位: whom a report or push was sent to.
    Addressee(&'c Body),
    /// 任何人: what is so by law is to be recorded.
    Anyone,
}

impl Who<'_> {
    /// 办理人: whoever acts, where it is this person who does so for the body; an applicant acts by their own reference. None where anybody may act, and
    /// where no plan names the body. Seal No. 2 is affixed by a person whom the agreement names: see [`Registers::seal_holder`].
    ///
    /// ```
    /// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
    /// use tongquan::case::StepKind;
    /// let (case, _, office) = before("review", StepKind::AskForCorrections)?;
    /// let told = case.waits_for(&office, "2024-03-05".parse()?);
    /// let clerk = told[0].who.actor("clerk-7".parse()?).ok_or("nobody in particular")?;
    /// assert_eq!(clerk.zh(), "汶上县行政审批服务局（虚构）（clerk-7）");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn actor(self, person: Person) -> Option<Actor> {
        match self {
            Self::Applicant(applicant) => Some(Actor::Applicant(applicant.clone())),
            Self::Body(it) => it.to_body().map(|body| Actor::official(body, person)),
            Self::Addressee(it) => Some(Actor::official(it.clone(), person)),
            Self::Anyone => None,
        }
    }
    /// In Chinese; an applicant is not named.
    pub fn zh(&self) -> String {
        Fact::from(*self).zh()
    }
}

impl fmt::Display for Who<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Fact::from(*self).fmt(f)
    }
}

impl Serialize for Who<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut told = to.serialize_struct("Who", 2)?;
        told.serialize_field("zh", &self.zh())?;
        told.serialize_field("en", &self.to_string())?;
        told.end()
    }
}

written! {
    Who<'_> => "Who", {
        "type": "object", "additionalProperties": false, "required": ["zh", "en"],
        "description": "办理方: whom a case waits for; an applicant is not named",
        "properties": {
            "zh": { "type": "string", "description": "办理方: in Chinese" },
            "en": { "type": "string", "description": "英文: in English, names of bodies as they are on record" },
        },
    };
}

impl From<Who<'_>> for Fact {
    fn from(it: Who<'_>) -> Self {
        match it {
            Who::Applicant(_) => Role::Applicant.into(),
            Who::Body(it) => it.into(),
            Who::Addressee(it) => it.into(),
            Who::Anyone => Role::Anyone.into(),
        }
    }
}

impl AnyCase {
    /// 等待谁办理: whom a case waits for on a day. None, when it has ended; several, where reports and pushes run beside the main path, and where
    /// several windows may deliver.
    ///
    /// What is optional is not waited for: withdrawing, turning away, a correction on the spot, a step that the standard does not require. A case
    /// that cannot be sealed, since no Seal No. 2 in service covers it, waits for the city department, and the delay is the city's (`S21`).
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal, Office, case::{Role, StepKind, Who}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// journal.entries.truncate(0); // the opening alone
    /// let case = AnyCase::replay(journal)?;
    /// let told = case.waits_for(&office, "2024-03-05".parse()?);
    /// assert_eq!((told[0].role, told[0].steps), (Role::Accepting, &[StepKind::AskForCorrections][..]));
    /// let Who::Body(who) = told[0].who else { panic!("a body") };
    /// assert_eq!(who.zh(), "汶上县行政审批服务局（虚构）");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn waits_for<'c>(&'c self, office: &Office, day: NaiveDate) -> Vec<Awaited<'c>> {
        let (record, registers) = (self.record(), office.on(day));
        let mut told = Desks { record, told: Vec::new() };
        match self {
            Self::Filed(case) => told.filed(case.stage().desk(), day, registers),
            Self::Correcting(case) => {
                let clock = record.docket().correcting();
                let over = PeriodState::of(clock.as_ref(), day, registers.calendar()).is_over();
                if case.awaited().next().is_none() {
                    told.holders(Role::Accepting, &[StepKind::Accept]);
                } else if over {
                    told.holders(Role::Accepting, &[StepKind::Lapse, StepKind::NotAccept]);
                } else {
                    told.applicant(&[StepKind::HandInCorrections]);
                }
            }
            Self::Accepted(case) => told.accepted(case.stage().desk(), &case.stage().reviewed),
            Self::Suspended(_) => told.holders(Role::Deciding, &[StepKind::Resume]),
            Self::Decided(_) => told.decided(day, registers),
            Self::Sealed(case) => told.sealed(case.stage()),
            Self::Licensed(_) => told.holders(Role::Window, &[StepKind::Deliver]),
            Self::Concluded(_) if record.duties().iter().all(super::Duty::is_done) => {
                told.holders(Role::Deciding, &[StepKind::Close]);
            }
            Self::Concluded(_) | Self::Closed(_) | Self::NotAccepted(_) | Self::Withdrawn(_) | Self::Lapsed(_) => {}
        }
        told.messages();
        told.told
    }
}

struct Desks<'c> {
    record: &'c Record,
    told: Vec<Awaited<'c>>,
}

impl<'c> Desks<'c> {
    fn add(&mut self, who: Who<'c>, role: Role, steps: &'static [StepKind]) {
        self.told.push(Awaited { who, role, steps, message: None });
    }

    fn holders(&mut self, role: Role, steps: &'static [StepKind]) {
        let record = self.record;
        self.told.extend(record.holders(role).map(|it| Awaited { who: Who::Body(it), role, steps, message: None }));
    }

    fn applicant(&mut self, steps: &'static [StepKind]) {
        self.add(Who::Applicant(&self.record.file().applicant), Role::Applicant, steps);
    }

    fn filed(&mut self, desk: &'c Desk, day: NaiveDate, registers: Registers<'_>) {
        let docket = self.record.docket();
        let counts = PeriodState::of(docket.unanswered().as_ref(), day, registers.calendar()).is_over();
        if counts {
            self.add(Who::Anyone, Role::Anyone, &[StepKind::DeemAccepted]);
        }
        if desk.waits_to_be_accepted() {
            self.add(Who::Body(desk.keeper(&docket.route())), Role::Window, &[StepKind::PassOn]);
        } else if !counts {
            let complete = missing(self.record, &[]).next().is_none();
            let step: &[StepKind] = if complete { &[StepKind::Accept] } else { &[StepKind::AskForCorrections] };
            self.holders(Role::Accepting, step);
        }
    }

    fn accepted(&mut self, desk: &'c Desk, reviewed: &[crate::text::Mark]) {
        let route = self.record.route();
        if desk.waits_to_be_decided(&route) {
            self.add(Who::Body(desk.keeper(&route)), Role::Window, &[StepKind::PassOn]);
            return;
        }
        let steps = self.record.standard().map_or(&[][..], |it| &it.steps);
        let open = steps.iter().any(|it| it.required && !reviewed.contains(&it.code));
        let next: &[StepKind] = if open {
            &[StepKind::TakeReviewStep]
        } else {
            &[StepKind::DecideFavourably, StepKind::DecideUnfavourably]
        };
        self.holders(Role::Deciding, next);
    }

    fn decided(&mut self, day: NaiveDate, registers: Registers<'_>) {
        let (docket, route) = (self.record.docket(), self.record.route());
        if route.seal().is != Seal::No2 {
            return self.holders(Role::Sealing, &[StepKind::AffixSeal]);
        }
        let usable = |seal| {
            let found = docket.seal_record(seal, day, registers);
            found.is_some_and(|it| it.state == SealState::InService && it.agreement.is_some() && it.covers_item)
        };
        match route.department() {
            Some(department) if !registers.seals_held(department, route.region(), day).any(usable) => {
                self.add(Who::Body(Party::Department(department)), Role::Sealing, &[]);
            }
            _ => self.holders(Role::Sealing, &[StepKind::AffixSealNo2]),
        }
    }

    fn sealed(&mut self, stage: &Sealed) {
        if is_due(self.record, stage.decision()) {
            self.holders(Role::Deciding, &[StepKind::IssueLicence]);
        } else {
            self.holders(Role::Window, &[StepKind::Deliver]);
        }
    }

    /// Reports and pushes, from the decision on.
    fn messages(&mut self) {
        let record = self.record;
        for duty in record.duties() {
            let before = self.told.len();
            match (&duty.state, &duty.to, duty.message) {
                (DutyState::Acknowledged(_), ..) => {}
                (DutyState::Sent(_), Some(to), _) => {
                    self.add(Who::Addressee(to), Role::Addressee, &[StepKind::Acknowledge])
                }
                (_, _, Message::Report) => self.holders(Role::Reporting, &[StepKind::Report]),
                (_, _, Message::Push(_)) => self.holders(Role::Pushing, &[StepKind::Push]),
            }
            for it in self.told.iter_mut().skip(before) {
                it.message = Some(duty.message);
            }
        }
    }
}
