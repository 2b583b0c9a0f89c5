//! Seals and licences.

use tongquan::{
    Actor, Department, Journal, Region, Rule, Seal, Stamp,
    case::{
        Entry, StepKind, Taken,
        steps::{AffixSeal, AffixSealNo2, IssueLicence},
    },
    register::{SealId, SealRecord, SealState},
};

use super::{
    super::{Fallible, course},
    Planted,
    edit::{Scene, entry, planted, some},
};

const fn is_no2(it: &Entry) -> bool {
    matches!(it, Entry::AffixSealNo2(_))
}

pub(super) fn own_seal_for_seal_no2(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(is_no2));
    let taken = it.taken(at, it.stamp(at)?, AffixSeal {})?;
    let mut journal = it.journal();
    *some!(journal.entries.get_mut(at)) = Entry::AffixSeal(taken);
    planted(journal, at, &[Rule::SealAsRouted])
}

/// The department's seal is there, for what the region reviews.
pub(super) fn seal_no2_on_direct(it: &mut Scene<'_>) -> Fallible<Planted> {
    let route = it.record().route();
    let department = some!(route.department());
    if route.seal().is != Seal::Region {
        return Ok(None);
    }
    no2_instead(it, &[department], |found| {
        // an agreement from when the item was in review
        if found.covers_item { vec![Rule::SealNo2Review] } else { vec![Rule::SealNo2Review, Rule::SealNo2ForItem] }
    })
}

pub(super) fn seal_no2_on_original(it: &mut Scene<'_>) -> Fallible<Planted> {
    let departments: Vec<Department> = Department::all().collect();
    no2_instead(it, &departments, |_| vec![Rule::SealNo2FormerlyCity, Rule::SealNo2Review])
}

/// In place of the own seal one that the region holds, by its named user.
fn no2_instead(it: &mut Scene<'_>, of: &[Department], rules: fn(&SealRecord) -> Vec<Rule>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::AffixSeal));
    let stamp = it.stamp(at)?;
    let (day, region) = (stamp.at.day(), it.record().region());
    let registers = it.world.office.on(day);
    let held: Vec<SealId> = of.iter().flat_map(|department| registers.seals_held(*department, region, day)).collect();
    let seal = *some!(it.luck.pick(&held));
    let taken = some!(used(it, at, seal, &stamp)?);
    let rules = rules(some!(taken.found.said.as_ref()));
    let mut journal = it.journal();
    *some!(journal.entries.get_mut(at)) = Entry::AffixSealNo2(taken);
    planted(journal, at, &rules)
}

/// A use of a seal in service, by a user of its agreement, with what the registers say.
fn used(it: &Scene<'_>, at: usize, seal: SealId, stamp: &Stamp) -> Fallible<Option<Taken<AffixSealNo2>>> {
    let step =
        AffixSealNo2 { seal, circumstance: "decision".parse()?, documents: vec!["（虚构）决定书".parse()?] };
    let taken = it.taken(at, stamp.clone(), step)?;
    let found: &SealRecord = some!(taken.found.said.as_ref());
    let lost = it.world.office.now().seal_state(seal, stamp.at.day()) != Some(SealState::InService);
    if found.state != SealState::InService || lost {
        return Ok(None);
    }
    let (person, body) = (some!(found.users.first()).clone(), some!(stamp.by.body()).clone());
    let stamp = Stamp { by: Actor::Official { body, person }, ..taken.stamp.clone() };
    Ok(Some(Taken { stamp, ..taken }))
}

pub(super) fn seal_no2_by_unnamed_user(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(is_no2));
    let mut journal = it.journal();
    let stamp = &mut entry!(journal, at, AffixSealNo2).stamp;
    let body = some!(stamp.by.body()).clone();
    stamp.by = Actor::Official { body, person: course::stranger()? };
    planted(journal, at, &[Rule::SealNo2NamedUser])
}

/// A seal of the same department that another region holds, lent by a user there.
pub(super) fn seal_no2_of_another_region(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(is_no2));
    let stamp = it.stamp(at)?;
    let (department, home) = (some!(it.record().route().department()), it.record().region());
    let (day, registers) = (stamp.at.day(), it.world.office.on(stamp.at.day()));
    let others = Region::all().filter(|region| *region != home);
    let held: Vec<SealId> = others.flat_map(|region| registers.seals_held(department, region, day)).collect();
    let seal = *some!(it.luck.pick(&held));
    let taken = some!(used(it, at, seal, &stamp)?);
    if !taken.found.said.as_ref().is_some_and(|it| it.covers_item) {
        return Ok(None);
    }
    let mut journal = it.journal();
    *some!(journal.entries.get_mut(at)) = Entry::AffixSealNo2(taken);
    planted(journal, at, &[Rule::SealNo2HeldHere])
}

pub(super) fn seal_no2_without_documents(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(is_no2));
    let mut journal = it.journal();
    entry!(journal, at, AffixSealNo2).step.documents.clear();
    planted(journal, at, &[Rule::DocumentsListed])
}

pub(super) fn seal_no2_out_of_circumstance(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(is_no2));
    let mut journal = it.journal();
    entry!(journal, at, AffixSealNo2).step.circumstance = "contract".parse()?;
    planted(journal, at, &[Rule::SealNo2ForCircumstance])
}

/// Handed over without the licence that was granted.
pub(super) fn licence_not_issued(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| it.kind() == StepKind::IssueLicence));
    let delivered = some!(it.first(|it| it.kind() == StepKind::Deliver));
    let mut journal: Journal = it.journal();
    journal.entries.remove(at);
    planted(journal, delivered - 1, &[Rule::LicenceIssued])
}

/// On an item that yields none, or against the decision.
pub(super) fn licence_not_due(it: &mut Scene<'_>) -> Fallible<Planted> {
    let at = some!(it.first(|it| matches!(it, Entry::AffixSeal(_) | Entry::AffixSealNo2(_))));
    let decided = some!(it.first(|it| matches!(it, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_))));
    let due = it.record().standard().is_some_and(|it| it.licence.is_some())
        && it.entries().iter().any(|it| it.kind() == StepKind::DecideFavourably);
    if due {
        return Ok(None);
    }
    let stamp = Stamp { at: it.stamp(at)?.at, by: it.stamp(decided)?.by };
    let taken = it.taken(at + 1, stamp, IssueLicence { number: "ZZ-0".parse()? })?;
    let mut journal = it.journal();
    journal.entries.insert(at + 1, Entry::IssueLicence(taken));
    planted(journal, at + 1, &[Rule::LicenceDue])
}
