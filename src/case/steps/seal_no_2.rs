use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    body::Department,
    case::{
        Act, Case, Docket, Draft, Record, Said, Stamp, Step, Subject,
        stage::{Decided, Imprint, SealUse, Sealed},
    },
    catalogue::{Key, Modality, Origin},
    law::{Bench, Fact, Permit, Rule},
    register::{Registers, SealId, SealRecord, SealState},
    route::{Route, Seal},
    text::{Mark, Person, Text},
};

/// 加盖2号章: the region affixes the numbered seal of the city department on what it decided (`C6`).
///
/// Rules: [`SealNo2FormerlyCity`](crate::law::Rule::SealNo2FormerlyCity), [`SealNo2Review`](crate::law::Rule::SealNo2Review),
/// [`SealNo2OfDepartment`](crate::law::Rule::SealNo2OfDepartment), [`DocumentsListed`](crate::law::Rule::DocumentsListed),
/// [`NamedOnce`](crate::law::Rule::NamedOnce), [`SealNo2OnRecord`](crate::law::Rule::SealNo2OnRecord),
/// [`SealNo2HeldHere`](crate::law::Rule::SealNo2HeldHere), [`SealNo2InService`](crate::law::Rule::SealNo2InService),
/// [`SealNo2ForItem`](crate::law::Rule::SealNo2ForItem), [`SealNo2ForCircumstance`](crate::law::Rule::SealNo2ForCircumstance),
/// [`SealNo2NamedUser`](crate::law::Rule::SealNo2NamedUser).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{AnyStep, StageKind, StepKind}};
/// let step: AnyStep = serde_json::from_str(
///     r#"{"affix_seal_no2": {"seal": {"department": "natural_resources", "number": 7}, "circumstance": "decision", "documents": ["决定书"]}}"#,
/// )?;
/// let (case, stamp, office) = before("direct", StepKind::AffixSeal)?; // 直接下放: the county's own seal, never No. 2
/// assert!(case.check(&step, &stamp, &office).unwrap_err().names(Rule::SealNo2Review));
///
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // never before the decision
/// assert!(case.check(&step, &stamp, &office).unwrap_err().names(Rule::StepHasPlace));
///
/// let (case, stamp, office) = before("review", StepKind::AffixSealNo2)?;
/// assert_eq!(case.apply(step, stamp, &office)?.stage(), StageKind::Sealed);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AffixSealNo2 {
    /// 印章: which numbered seal, by its department and number.
    pub seal: SealId,
    /// 使用情形, by the agreement's code.
    pub circumstance: Mark,
    /// 文书: the documents sealed.
    pub documents: Vec<Text>,
}

impl Act for AffixSealNo2 {
    type Grounds = Box<Said<Option<SealRecord>>>;

    fn look_up(&self, docket: Docket<'_>, stamp: &Stamp, registers: Registers<'_>) -> Box<Said<Option<SealRecord>>> {
        let said = docket.seal_record(self.seal, stamp.at.day(), registers);
        Box::new(Said { revision: registers.revision(), said })
    }
}

impl Step<Decided> for AffixSealNo2 {
    type To = Sealed;

    /// Every condition of `C6`. That the case is decided and not yet sealed, its stage says.
    fn judge(&self, case: &Case<Decided>, stamp: &Stamp, found: &Box<Said<Option<SealRecord>>>, bench: &mut Bench) {
        let record = case.record();
        self.judge_use(&record.route(), &record.file().item, stamp.by.person(), found.said.as_ref(), bench);
    }

    /// The seals of the item's department that the region holds that day.
    fn drafts(case: &Case<Decided>, stamp: &Stamp, registers: Registers<'_>) -> Vec<Draft<Self>> {
        let (docket, route) = (case.record().docket(), case.record().route());
        let day = stamp.at.day();
        let department = route.department();
        let held: Vec<SealId> =
            department.into_iter().flat_map(|it| registers.seals_held(it, route.region(), day)).collect();
        let circumstance = |seal: SealId| {
            let found = docket.seal_record(seal, day, registers);
            found.and_then(|it| it.circumstances.first().cloned())
        };
        let none = SealId { department: department.unwrap_or(Department::ApprovalService), number: 0 };
        Draft::each(
            &held,
            |it| Subject::Seal(*it),
            |it| Self {
                seal: it.copied().unwrap_or(none),
                circumstance: it.and_then(|it| circumstance(*it)).unwrap_or_else(|| Mark::blank(1)),
                documents: vec![Text::blank(1)],
            },
        )
    }

    fn enter(&self, from: Decided, _: &Record, stamp: &Stamp, _: &Box<Said<Option<SealRecord>>>, _: Permit) -> Sealed {
        let Self { seal, circumstance, documents } = self.clone();
        let user = stamp.by.person().clone();
        let proof = SealUse { seal, user, decision: from.decision, at: stamp.at, circumstance, documents };
        Sealed { decision: from.decision, imprint: Imprint::No2(Arc::new(proof)) }
    }
}

impl AffixSealNo2 {
    /// The conditions of `C6` for one use on a case of a route, whoever asks: the step, or the ledger of uses.
    pub(crate) fn judge_use(
        &self,
        route: &Route<'_>,
        item: &Key,
        person: &Person,
        found: Option<&SealRecord>,
        bench: &mut Bench,
    ) {
        let origin = route.facts().cell.origin();
        bench.require(origin == Origin::City, Rule::SealNo2FormerlyCity, || (Origin::City, origin));
        let review = route.seal().is == Seal::No2;
        bench.require(review, Rule::SealNo2Review, || {
            // in review, and yet decided by the department itself, at the window asked
            let at_window = route.acts().is_some().then(|| route.access().told());
            (Modality::Review, at_window.unwrap_or_else(|| route.why().is.handled_as().into()))
        });
        let department = route.department();
        let of_it = department.is_none_or(|it| it == self.seal.department);
        bench.require(of_it, Rule::SealNo2OfDepartment, || (department, self.seal.department));
        bench.require(!self.documents.is_empty(), Rule::DocumentsListed, || (A_DOCUMENT, Fact::Nothing));
        bench.once(&self.documents);

        // grounds of another seal are no grounds for this one
        let found = found.filter(|it| it.seal == self.seal);
        let on_record = found.is_some_and(|it| it.agreement.is_some());
        bench.require(on_record, Rule::SealNo2OnRecord, || (self.seal, found.map_or(Fact::Nothing, |_| NO_AGREEMENT)));
        let Some(found) = found else { return };
        bench.require(found.region == Some(route.region()), Rule::SealNo2HeldHere, || (route.region(), found.region));
        let in_service = found.state == SealState::InService;
        bench.require(in_service, Rule::SealNo2InService, || (SealState::InService, found.state));
        if !on_record {
            return;
        }
        let covered = found.covers_item || origin != Origin::City;
        bench.require(covered, Rule::SealNo2ForItem, || {
            let expected = Fact::List(vec![AN_ITEM_OF, found.agreement.clone().into()]);
            (expected, item)
        });
        let circumstances = &found.circumstances;
        bench.require(circumstances.contains(&self.circumstance), Rule::SealNo2ForCircumstance, || {
            (Fact::list(circumstances), &self.circumstance)
        });
        bench.require(found.users.contains(person), Rule::SealNo2NamedUser, || (Fact::list(&found.users), person));
    }
}

const A_DOCUMENT: Fact = Fact::Term { zh: "至少一份文书", en: "at least one document" };
const NO_AGREEMENT: Fact = Fact::Term {
    zh: "已编号登记，但没有可用于本办件的协议",
    en: "numbered and on record, but under no agreement that carries this case",
};
const AN_ITEM_OF: Fact = Fact::Term { zh: "协议使用范围内的事项", en: "an item within the agreement" };
