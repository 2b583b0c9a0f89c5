use super::{Event, ObjectType, Qualifier, Since, cases::case_id, licences::licence_id, log::Log, types};
use crate::{
    case::{
        Entry, PeriodState, Record,
        steps::{Ground, Reply},
    },
    exports::word::{self, Word},
    oversight::LicenceState,
    register::SealId,
};

/// What is known of an entry.
pub(super) fn tell(event: &mut Event, entry: &Entry) {
    match entry {
        Entry::AskForCorrections(it) => {
            event.tell(types::MATERIALS, it.step.materials.len());
            event.tell(types::PERIOD, period(it.found.said));
        }
        Entry::HandInCorrections(it) => event.tell(types::MATERIALS, it.step.materials.len()),
        Entry::Accept(it) => event.tell(types::PERIOD, period(it.found.said)),
        Entry::DeemAccepted(it) => event.tell(types::PERIOD, period(it.found.said)),
        Entry::Lapse(it) => event.tell(types::PERIOD, period(it.found.said)),
        Entry::NotAccept(it) => {
            event.tell(types::GROUND, ground(&it.step.ground));
            event.tell(types::PERIOD, period(it.found.said));
        }
        Entry::TakeReviewStep(it) => {
            event.tell(types::STEP, it.step.step.as_str());
            event.tell(types::OFFICERS, it.step.officers.len());
        }
        Entry::Suspend(it) => {
            event.tell(types::PROCEDURE, it.step.procedure.as_str());
            event.tell(types::NEEDS, u32::from(it.step.needs.amount));
            event.tell(types::NEEDS_UNIT, Word(&it.step.needs.unit).to_string());
        }
        Entry::Extend(it) => {
            event.tell(types::WORKING_DAYS, u32::from(it.step.working_days));
            event.tell(types::PERIOD, period(it.found.said));
        }
        Entry::Transfer(it) => {
            event.tell(types::EDITION, u32::from(it.found.edition.number));
            event.tell(types::STANDARD, it.found.standard.as_ref().map_or(0, |it| it.edition));
        }
        Entry::DecideFavourably(it) => event.tell(types::ATTESTED, it.step.attested.len()),
        Entry::DecideUnfavourably(it) => event.tell(types::UNMET, it.step.unmet.len()),
        Entry::AffixSealNo2(it) => {
            event.tell(types::CIRCUMSTANCE, it.step.circumstance.as_str());
            event.tell(types::DOCUMENTS, it.step.documents.len());
            if let Some(agreement) = it.found.said.as_ref().and_then(|it| it.agreement.as_ref()) {
                event.tell(types::AGREEMENT, agreement.as_str());
            }
        }
        Entry::IssueLicence(it) => event.tell(types::NUMBER, it.step.number.as_str()),
        Entry::Acknowledge(it) => {
            event.tell(types::MESSAGE, word::message(it.step.message));
            event.tell(types::REJECTED, matches!(it.step.reply, Reply::Rejected(_)));
        }
        Entry::CorrectOnSpot(_)
        | Entry::PassOn(_)
        | Entry::Resume(_)
        | Entry::AffixSeal(_)
        | Entry::Deliver(_)
        | Entry::Report(_)
        | Entry::Push(_)
        | Entry::Close(_)
        | Entry::Withdraw(_) => {}
    }
}

/// The objects that an entry names beside its case and whoever acted.
pub(super) fn relate(event: &mut Event, record: &Record, entry: &Entry, log: &mut Log<'_>) {
    let (at, case) = (entry.stamp().at, case_id(record.id()));
    #[expect(clippy::wildcard_enum_match_arm, reason = "no other step names a seal, a licence or another body")]
    match entry {
        Entry::NotAccept(it) => {
            if let Ground::AnotherIsCompetent(body) = &it.step.ground {
                event.relate(log.body(body, at), Qualifier::Competent);
            }
        }
        Entry::AffixSealNo2(it) => {
            let seal = seal(it.step.seal, log);
            event.relate(seal.clone(), Qualifier::SealAffixed);
            log.object(ObjectType::CaseFile, &case).relate(seal, Qualifier::SealedWith);
        }
        Entry::IssueLicence(it) => {
            let licence = licence_id(record.id());
            let name = record.standard().and_then(|it| it.licence.as_ref());
            let object = log.object(ObjectType::Licence, &licence);
            object.tell(types::CASE, Since::Ever, record.id().as_str());
            object.tell(types::NUMBER, Since::Ever, it.step.number.as_str());
            object.tell_word(types::NAME, Since::Ever, name.map(|it| it.to_string()));
            object.tell(types::STATE, Since::At(at), Word(&LicenceState::Issued).to_string());
            event.relate(licence.clone(), Qualifier::LicenceIssued);
            log.object(ObjectType::CaseFile, &case).relate(licence, Qualifier::Licence);
        }
        Entry::Deliver(_) if record.docket().licence().is_some() => {
            event.relate(licence_id(record.id()), Qualifier::LicenceDelivered);
        }
        _ => {}
    }
}

fn seal(seal: SealId, log: &mut Log<'_>) -> String {
    let department = Word(&seal.department);
    let id = format!("seal:{department}:{}", seal.number);
    let object = log.object(ObjectType::Seal, &id);
    object.tell(types::DEPARTMENT, Since::Ever, department.to_string());
    object.tell(types::DEPARTMENT_NAME, Since::Ever, seal.department.label());
    object.tell(types::SEAL_NUMBER, Since::Ever, u32::from(seal.number));
    id
}

const fn period(it: PeriodState) -> &'static str {
    match it {
        PeriodState::Unset => "unset",
        PeriodState::Running => "running",
        PeriodState::Over { .. } => "over",
        PeriodState::Uncovered { .. } => "uncovered",
    }
}

const fn ground(it: &Ground) -> &'static str {
    match it {
        Ground::NothingToApplyFor => "nothing_to_apply_for",
        Ground::AnotherIsCompetent(_) => "another_is_competent",
        Ground::ConditionUnmet(_) => "condition_unmet",
        Ground::StillIncomplete(_) => "still_incomplete",
    }
}
