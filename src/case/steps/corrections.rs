use serde::{Deserialize, Serialize};

use super::{asks_a_period, asks_nothing, deem_accepted::not_yet_deemed, pass_on::papers_are_there};
use crate::{
    among::Among,
    case::{
        Case, Draft, PeriodState, Record, Said, Stamp, Step,
        stage::{Correcting, Filed},
    },
    law::{Bench, Fact, Permit, Rule},
    register::{Outline, Registers},
    text::{Mark, Text},
};

/// 一次性告知补正: the one notice, with everything that is missing or not in form. There is no second one: no arc leads to it. For a licence it
/// goes out within five working days (`APL32d`); what is no licence has the standard's period, and a late notice is shown as late (`S8`, `S47`).
///
/// Rules: [`CalendarCovers`](crate::law::Rule::CalendarCovers), [`NotYetDeemed`](crate::law::Rule::NotYetDeemed),
/// [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`NoticeNamesSomething`](crate::law::Rule::NoticeNamesSomething),
/// [`NamedOnce`](crate::law::Rule::NamedOnce), [`MaterialsInStandard`](crate::law::Rule::MaterialsInStandard),
/// [`NoticeComplete`](crate::law::Rule::NoticeComplete).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::AskForCorrections}};
/// let (case, stamp, office) = before("review", StepKind::AskForCorrections)?;
/// let nothing = AskForCorrections { materials: vec![] };
/// let refused = case.apply(nothing.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::NoticeNamesSomething) && refused.why.names(Rule::NoticeComplete)); // "form" is missing
///
/// let whole = AskForCorrections { materials: vec!["form".parse()?] };
/// let case = refused.case.apply(whole.into(), refused.stamp, &office)?;
/// assert_eq!(case.stage(), StageKind::Correcting);
/// assert!(!case.steps().any(|it| it == StepKind::AskForCorrections)); // there is no second notice
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AskForCorrections {
    /// 补正材料: what is to be handed in, by the standard's codes.
    pub materials: Vec<Mark>,
}

/// 当场更正: a slip in a paper that was handed in is put right at the window; the one notice is not used up by it (`APL32c`).
///
/// Rules: [`OnSpotHandedIn`](crate::law::Rule::OnSpotHandedIn).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::CorrectOnSpot}};
/// let (case, stamp, office) = before("withdrawn", StepKind::CorrectOnSpot)?;
/// let never_handed_in = CorrectOnSpot { material: "map".parse()?, what: "补填日期".parse()? };
/// let refused = case.apply(never_handed_in.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::OnSpotHandedIn));
///
/// let slip = CorrectOnSpot { material: "form".parse()?, what: "补填日期".parse()? };
/// let case = refused.case.apply(slip.into(), refused.stamp, &office)?;
/// assert!(case.steps().any(|it| it == StepKind::AskForCorrections)); // the one notice is still to be used
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectOnSpot {
    /// 材料: in which of the papers handed in.
    pub material: Mark,
    /// 更正内容: what was put right.
    pub what: Text,
}

/// 提交补正: the applicant hands in what was asked for, at once or in parts.
///
/// Rules: [`NamedOnce`](crate::law::Rule::NamedOnce), [`OnlyAskedFor`](crate::law::Rule::OnlyAskedFor).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::HandInCorrections}};
/// let (case, stamp, office) = before("review", StepKind::HandInCorrections)?;
/// let refused = case.apply(HandInCorrections { materials: vec!["subject".parse()?] }.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::OnlyAskedFor));
///
/// let case = refused.case.apply(HandInCorrections { materials: vec!["form".parse()?] }.into(), refused.stamp, &office)?;
/// assert!(case.steps().any(|it| it == StepKind::Accept));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HandInCorrections {
    /// 所交材料: what is handed in.
    pub materials: Vec<Mark>,
}

asks_a_period!(AskForCorrections: unanswered);
asks_nothing!(CorrectOnSpot, HandInCorrections);

/// The required materials of the standard that are neither among these nor were filed.
pub(in crate::case) fn missing<'a>(record: &'a Record, supplied: &'a [Mark]) -> impl Iterator<Item = &'a Mark> {
    let required = record.standard().map_or(&[][..], |it| &it.required);
    let there: Among<'_, Mark> = record.file().materials.iter().chain(supplied).collect();
    required.iter().filter(move |it| !there.has(it))
}

impl Case<Correcting> {
    /// 待补材料: what the notice asks for and was not handed in yet, as far as the standard requires it. A paper that it leaves to the applicant, or that
    /// a later edition has dropped, is not waited for (`S48`, `S51`).
    pub fn outstanding(&self) -> Vec<&Mark> {
        self.awaited().collect()
    }

    /// The same, one by one.
    pub(in crate::case) fn awaited(&self) -> impl Iterator<Item = &Mark> {
        let given: Among<'_, Mark> = self.stage().supplied.iter().collect();
        self.due().filter(move |it| !given.has(it))
    }

    /// The same, whether it was handed in since or not: what an application can be turned away for as still incomplete.
    pub(super) fn due(&self) -> impl Iterator<Item = &Mark> {
        self.record().brief().needed(self.stage().asked.iter())
    }
}

/// Every material that the standard names, those required first.
fn named(record: &Record) -> impl Iterator<Item = &Mark> {
    record.standard().into_iter().flat_map(Outline::every_material)
}

impl Step<Filed> for AskForCorrections {
    type To = Correcting;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        let record = case.record();
        not_yet_deemed(found.said, bench);
        papers_are_there(case, bench);
        bench.require(!self.materials.is_empty(), Rule::NoticeNamesSomething, || {
            (Fact::List(vec![MATERIALS, Fact::list(missing(record, &[]))]), Fact::Nothing)
        });
        bench.once(&self.materials);
        // without a handbook, papers are those of law and policy (S37)
        if record.standard().is_some() {
            let known: Among<'_, Mark> = named(record).collect();
            let unknown = self.materials.iter().filter(|it| !known.has(it));
            bench.none(unknown, Rule::MaterialsInStandard, |unknown| (Fact::list(named(record)), unknown));
        }
        // law allows one notice, so what it leaves out can never be asked for
        let left_out = missing(record, &self.materials);
        bench.none(left_out, Rule::NoticeComplete, |left_out| (left_out, Fact::list(&self.materials)));
    }

    fn drafts(case: &Case<Filed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let record = case.record();
        let mut materials: Vec<Mark> = missing(record, &[]).cloned().collect();
        if materials.is_empty() {
            materials.extend(named(record).take(1).cloned());
        }
        // without a handbook, a code of one's own
        Draft::one(Self { materials: if materials.is_empty() { vec![Mark::blank(1)] } else { materials } })
    }

    fn enter(&self, from: Filed, _: &Record, stamp: &Stamp, _: &Said<PeriodState>, _: Permit) -> Correcting {
        Correcting { since: stamp.at, desk: from.desk, asked: self.materials.clone(), supplied: Vec::new() }
    }
}

impl Step<Filed> for CorrectOnSpot {
    type To = Filed;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let filed = &case.record().file().materials;
        bench.require(filed.contains(&self.material), Rule::OnSpotHandedIn, || (Fact::list(filed), &self.material));
    }

    fn drafts(case: &Case<Filed>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let material = case.record().file().materials.first().cloned();
        Draft::one(Self { material: material.unwrap_or_else(|| Mark::blank(1)), what: Text::blank(1) })
    }

    fn enter(&self, from: Filed, _: &Record, _: &Stamp, (): &(), _: Permit) -> Filed {
        from
    }
}

impl Step<Correcting> for HandInCorrections {
    type To = Correcting;

    fn judge(&self, case: &Case<Correcting>, _: &Stamp, (): &(), bench: &mut Bench) {
        bench.once(&self.materials);
        let asked: Among<'_, Mark> = case.stage().asked.iter().collect();
        let asked_for = |it: &&Mark| asked.has(it);
        bench.require(
            !self.materials.is_empty() && self.materials.iter().all(|it| asked_for(&it)),
            Rule::OnlyAskedFor,
            || (Fact::list(&case.stage().asked), Fact::list(self.materials.iter().filter(|it| !asked_for(it)))),
        );
    }

    fn drafts(case: &Case<Correcting>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let awaited: Vec<Mark> = case.awaited().cloned().collect();
        Draft::one(Self { materials: if awaited.is_empty() { case.stage().asked.clone() } else { awaited } })
    }

    fn enter(&self, mut from: Correcting, _: &Record, _: &Stamp, (): &(), _: Permit) -> Correcting {
        let known: Among<'_, Mark> = from.supplied.iter().collect();
        let new: Vec<Mark> = self.materials.iter().filter(|it| !known.has(it)).cloned().collect();
        from.supplied.extend(new);
        from
    }
}

const MATERIALS: Fact =
    Fact::Term { zh: "需补正的材料，仍缺", en: "materials to be corrected; still missing" };
