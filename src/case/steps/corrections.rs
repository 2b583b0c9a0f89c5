use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{asks_nothing, pass_on::papers_are_there};
use crate::{
    case::{
        Case, Record, Stamp, Step,
        stage::{Correcting, Filed},
    },
    law::{Bench, Fact, Permit, Rule},
    text::{Mark, Text},
};

/// 一次性告知补正: the one notice, with everything that is missing or not in form. There is no second one: no arc leads to it.
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`NoticeNamesSomething`](crate::law::Rule::NoticeNamesSomething),
/// [`NamedOnce`](crate::law::Rule::NamedOnce), [`MaterialsInStandard`](crate::law::Rule::MaterialsInStandard),
/// [`NoticeComplete`](crate::law::Rule::NoticeComplete).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskForCorrections {
    /// What is to be handed in, by the standard's codes.
    pub materials: Vec<Mark>,
}

/// 当场更正: a slip in a paper that was handed in is put right at the window; the one notice is not used up by it (`APL32c`).
///
/// Rules: [`OnSpotHandedIn`](crate::law::Rule::OnSpotHandedIn).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectOnSpot {
    /// In which of the papers handed in.
    pub material: Mark,
    /// What was put right.
    pub what: Text,
}

/// 提交补正: the applicant hands in what was asked for, at once or in parts.
///
/// Rules: [`NamedOnce`](crate::law::Rule::NamedOnce), [`OnlyAskedFor`](crate::law::Rule::OnlyAskedFor).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandInCorrections {
    /// What is handed in.
    pub materials: Vec<Mark>,
}

asks_nothing!(AskForCorrections, CorrectOnSpot, HandInCorrections);

/// The required materials of the standard that are neither among these nor were filed.
pub(super) fn missing<'a>(record: &'a Record, supplied: &'a [Mark]) -> impl Iterator<Item = &'a Mark> + Clone {
    let required = record.standard().map_or(&[][..], |it| &it.required);
    required.iter().filter(|it| !record.file().materials.contains(it) && !supplied.contains(it))
}

impl Step<Filed> for AskForCorrections {
    type To = Correcting;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let record = case.record();
        papers_are_there(case, bench);
        bench.require(!self.materials.is_empty(), Rule::NoticeNamesSomething, || {
            (Fact::List(vec![MATERIALS, Fact::list(missing(record, &[]))]), Fact::Nothing)
        });
        bench.once(&self.materials);
        // without a handbook, papers are those of law and policy (S37)
        let named = |it: &&Mark| record.standard().is_none_or(|standard| standard.names_material(it));
        bench.require(self.materials.iter().all(|it| named(&it)), Rule::MaterialsInStandard, || {
            let known = record.standard().into_iter().flat_map(|it| it.required.iter().chain(&it.optional));
            (Fact::list(known), Fact::list(self.materials.iter().filter(|it| !named(it))))
        });
        // law allows one notice, so what it leaves out can never be asked for
        let left_out = missing(record, &self.materials);
        bench.require(left_out.clone().next().is_none(), Rule::NoticeComplete, || {
            (Fact::list(left_out), Fact::list(&self.materials))
        });
    }

    fn enter(&self, _: Filed, _: &Stamp, (): &(), _: Permit) -> Correcting {
        Correcting { asked: self.materials.clone(), supplied: Vec::new() }
    }
}

impl Step<Filed> for CorrectOnSpot {
    type To = Filed;

    fn judge(&self, case: &Case<Filed>, _: &Stamp, (): &(), bench: &mut Bench) {
        let filed = &case.record().file().materials;
        bench.require(filed.contains(&self.material), Rule::OnSpotHandedIn, || (Fact::list(filed), &self.material));
    }

    fn enter(&self, from: Filed, _: &Stamp, (): &(), _: Permit) -> Filed {
        from
    }
}

impl Step<Correcting> for HandInCorrections {
    type To = Correcting;

    fn judge(&self, case: &Case<Correcting>, _: &Stamp, (): &(), bench: &mut Bench) {
        bench.once(&self.materials);
        let asked: HashSet<&Mark> = case.stage().asked.iter().collect();
        let asked_for = |it: &&Mark| asked.contains(it);
        bench.require(
            !self.materials.is_empty() && self.materials.iter().all(|it| asked_for(&it)),
            Rule::OnlyAskedFor,
            || (Fact::list(&case.stage().asked), Fact::list(self.materials.iter().filter(|it| !asked_for(it)))),
        );
    }

    fn enter(&self, mut from: Correcting, _: &Stamp, (): &(), _: Permit) -> Correcting {
        let known: HashSet<Mark> = from.supplied.iter().cloned().collect();
        from.supplied.extend(self.materials.iter().filter(|it| !known.contains(*it)).cloned());
        from
    }
}

const MATERIALS: Fact =
    Fact::Term { zh: "需补正的材料，仍缺", en: "materials to be corrected; still missing" };
