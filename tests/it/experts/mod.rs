//! Experts: who is in the pools, who pays for one, who cannot be one of a case, and the dossier of each call, against the model.

use std::sync::{Arc, LazyLock};

use tongquan::{
    Actor, AnyCase, Body, Department, Moment, Office, Region, Rule, Stamp,
    case::StageKind,
    oversight::{
        CallExpert, Dossier, Engagement, EngagementState, EngagementStep, OnCase, PaidOtherwise, Payer, Unopened,
        Untaken,
    },
    register::{Ending, Ends, Expert, ExpertWork, Revision},
};

use crate::support::{case_at, changed, day, marks, official};

mod calls;
mod conflicts;
mod payers;
mod pools;
mod stages;

pub(crate) use calls::stories;

const HOME: Region = Region::Wenshang;

/// An expert of the ecology department's pool, for appraisals and surveys.
fn expert(number: &str, reference: &str) -> Expert {
    Expert {
        number: number.parse().unwrap(),
        department: Department::Ecology,
        reference: reference.parse().unwrap(),
        organisation: None,
        qualifications: vec!["（虚构）资质".parse().unwrap()],
        works: vec![ExpertWork::Appraisal, ExpertWork::Survey],
        from: day(2021, 7, 31),
        until: None,
    }
}

/// The fictional office, with two experts in the pools: a person and an organisation.
fn office() -> Arc<Office> {
    static OFFICE: LazyLock<Arc<Office>> = LazyLock::new(|| Arc::new(changed(with_experts)));
    OFFICE.clone()
}

fn with_experts(rows: &mut Revision) {
    let organisation = Some("（虚构）鉴定机构".parse().unwrap());
    rows.experts = vec![
        expert("ZJ-1", "expert-1"),
        Expert { organisation, works: vec![ExpertWork::Monitoring], ..expert("ZJ-2", "institute-2") },
    ];
}

/// A case, and the office that it stands in.
struct Told {
    office: Arc<Office>,
    case: AnyCase,
}

impl Told {
    fn at(key: &str, stage: StageKind) -> Self {
        let office = office();
        let case = case_at(&office, key, HOME, stage);
        Self { office, case }
    }

    fn beside(&self) -> OnCase<'_> {
        OnCase { record: self.case.record(), office: &self.office }
    }

    /// The deciding body, the day after the case's last step.
    fn stamp(&self) -> Stamp {
        let body = self.case.record().route().decision().is.to_body().unwrap();
        self.by(body)
    }

    fn by(&self, body: impl Into<Body>) -> Stamp {
        let at = Moment::new(self.case.record().last_at().day().succ_opt().unwrap(), 9, 0, 0).unwrap();
        Stamp { at, by: official(body) }
    }

    fn call(&self) -> CallExpert {
        CallExpert {
            number: "DY-1".parse().unwrap(),
            case: self.case.record().id().clone(),
            expert: "ZJ-1".parse().unwrap(),
            persons: Vec::new(),
            work: ExpertWork::Appraisal,
            procedure: None,
            otherwise: None,
        }
    }

    fn open(&self, call: CallExpert, stamp: Stamp) -> Result<Dossier<Engagement>, Box<Unopened<Engagement>>> {
        Dossier::open(call, stamp, self.beside())
    }
}

fn rules(why: &tongquan::Refusal) -> Vec<Rule> {
    why.objections().iter().map(|it| it.rule).collect()
}
