//! Disputes over a case: who answers, appears, pays and is paid back, against the model; the last day to apply; and the dossier of each.

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Body, Moment, Office, Region, Rule, Stamp,
    case::StageKind,
    oversight::{
        Amount, Award, AwardKind, Dispute, DisputeKind, DisputeState, DisputeStep, DisputeStepKind, DisputedAct,
        Dossier, Lodge, OnCase, Ruling, Untaken,
    },
};

use crate::support::{OFFICE, case_at, official};

mod accountability;
mod known;
mod last_days;
mod later;
mod minutes;
mod paid;
mod rules;
mod sequences;

pub(crate) use rules::stories;

const HOME: Region = Region::Wenshang;

/// The model's word for what is disputed.
const fn about(act: DisputedAct) -> &'static str {
    match act {
        DisputedAct::Intake => "intake",
        DisputedAct::NonAcceptance => "non_acceptance",
        DisputedAct::Decision => "decision",
        DisputedAct::Delay => "delay",
    }
}

/// The model's word for the way.
const fn means(kind: DisputeKind) -> &'static str {
    match kind {
        DisputeKind::Petition => "petition",
        DisputeKind::Complaint => "complaint",
        DisputeKind::Reconsideration => "reconsideration",
        DisputeKind::Litigation => "litigation",
    }
}

/// A case of an item, at the stage told, and who is who in it.
struct Told {
    office: &'static Office,
    case: AnyCase,
}

impl Told {
    fn at(key: &str, stage: StageKind) -> Self {
        Self { office: &OFFICE, case: case_at(&OFFICE, key, HOME, stage) }
    }

    fn beside(&self) -> OnCase<'_> {
        OnCase { record: self.case.record(), office: self.office }
    }

    /// Nine o'clock, so many days after the case's last step.
    fn after(&self, days: u64) -> Moment {
        let last = self.case.record().last_at().day();
        Moment::new(last + chrono::Days::new(days), 9, 0, 0).unwrap()
    }

    fn applicant(&self) -> Actor {
        Actor::Applicant(self.case.record().file().applicant.clone())
    }

    /// The region's handling body, and the item's city department.
    fn handler(&self) -> Body {
        self.case.record().brief().undertaking.handler.clone().unwrap().into()
    }

    fn department(&self) -> Body {
        self.case.record().route().department().unwrap().into()
    }

    /// A dispute of what was known on the last day of the case.
    fn lodge(&self, kind: DisputeKind, about: DisputedAct) -> Lodge {
        Lodge {
            number: "ZY-1".parse().unwrap(),
            case: self.case.record().id().clone(),
            kind,
            about,
            claimant: "applicant-1".parse().unwrap(),
            known: self.case.record().last_at().day(),
            claim: None,
        }
    }

    #[track_caller]
    fn lodged(&self, kind: DisputeKind, about: DisputedAct) -> Dossier<Dispute> {
        let stamp = Stamp { at: self.after(1), by: self.applicant() };
        Dossier::open(self.lodge(kind, about), stamp, self.beside()).unwrap()
    }

    /// Taken in the hour after the last step of the dossier.
    fn try_take(
        &self,
        dossier: Dossier<Dispute>,
        step: DisputeStep,
        by: &Actor,
    ) -> Result<Dossier<Dispute>, Box<Untaken<Dispute>>> {
        let at = dossier.last_at();
        dossier.take(step, Stamp { at, by: by.clone() }, self.beside())
    }

    #[track_caller]
    fn take(&self, dossier: Dossier<Dispute>, step: DisputeStep, by: impl Into<Body>) -> Dossier<Dispute> {
        self.try_take(dossier, step, &official(by)).unwrap()
    }
}

fn fen(amount: u64) -> Amount {
    Amount::fen(amount).unwrap()
}

fn award(kind: AwardKind, amount: u64) -> Option<Award> {
    Some(Award { kind, amount: fen(amount) })
}

fn concluded(award: Option<Award>) -> DisputeStep {
    let by = Some("（虚构）某裁决机关".parse().unwrap());
    DisputeStep::Conclude { ruling: Ruling::Overturned { award }, document: "JD-1".parse().unwrap(), by }
}

fn rules(why: &tongquan::Refusal) -> Vec<Rule> {
    why.objections().iter().map(|it| it.rule).collect()
}
