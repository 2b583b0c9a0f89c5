use chrono::NaiveDate;

use super::{
    Event, EventType, ObjectType, Qualifier, Since,
    cases::{acted, case_id},
    log::Log,
    types,
};
use crate::{
    case::Stamp,
    exports::word::Word,
    oversight::{CancelGround, Dossier, Licence, LicenceState, LicenceStep, Term},
    text::Mark,
};

/// Tells a licence since its issue: every entry of its dossier.
pub(super) fn tell<'r>(dossier: &'r Dossier<Licence>, log: &mut Log<'r>) {
    let minutes = dossier.minutes();
    let opening = &minutes.opening;
    let case = &opening.step.case;
    let licence = licence_id(case);

    let object = log.object(ObjectType::Licence, &licence);
    object.tell(types::CASE, Since::Ever, case.as_str());
    object.tell(types::NUMBER, Since::Ever, dossier.matter().number().as_str());
    object.tell(types::STATE, Since::At(opening.stamp.at), Word(&LicenceState::Issued).to_string());
    object.tell(types::UNTIL, Since::At(opening.stamp.at), until(opening.step.until));
    if log.tells(case) {
        log.object(ObjectType::CaseFile, &case_id(case)).relate(licence.clone(), Qualifier::Licence);
    }
    let mut event = event_of(case, 1, EventType::EnterLicence, &opening.stamp);
    event.relate(licence.clone(), Qualifier::LicenceEntered);
    event.tell(types::UNTIL, until(opening.step.until));
    acted(&mut event, &opening.stamp, log);
    log.event(opening.stamp.at, case, true, 1, event);

    for (version, noted) in (2..).zip(&minutes.steps) {
        let (stamp, step) = (&noted.stamp, &noted.step);
        let (kind, qualifier) = match step {
            LicenceStep::Change { .. } => (EventType::ChangeLicence, Qualifier::LicenceChanged),
            LicenceStep::Cancel { .. } => (EventType::CancelLicence, Qualifier::LicenceCancelled),
            LicenceStep::Sync { .. } => (EventType::SyncLicence, Qualifier::LicenceSynced),
        };
        let mut event = event_of(case, version, kind, stamp);
        event.relate(licence.clone(), qualifier);
        acted(&mut event, stamp, log);
        tell_step(&mut event, step, stamp, &licence, log);
        log.event(stamp.at, case, true, version, event);
    }
}

/// A case issues one licence; numbers need not be unique between kinds of licences.
pub(super) fn licence_id(case: &Mark) -> String {
    format!("licence:{case}")
}

fn event_of(case: &Mark, version: usize, kind: EventType, stamp: &Stamp) -> Event {
    let mut event = Event::new(format!("licence-act:{case}:{version}"), kind, stamp.at);
    event.tell(types::VERSION, version);
    event
}

fn tell_step(event: &mut Event, step: &LicenceStep, stamp: &Stamp, licence: &str, log: &mut Log<'_>) {
    let since = Since::At(stamp.at);
    match step {
        LicenceStep::Change { until: term, by_case, .. } => {
            let day = match term {
                Term::Kept => None,
                Term::Day(day) => Some(until(Some(*day))),
                Term::Endless => Some(until(None)),
            };
            if let Some(day) = day {
                event.tell(types::UNTIL, day.clone());
                log.object(ObjectType::Licence, licence).tell(types::UNTIL, since, day);
            }
            if let Some(by_case) = by_case {
                event.tell(types::BY_CASE, by_case.as_str());
                if log.tells(by_case) {
                    event.relate(case_id(by_case), Qualifier::AppliedForBy);
                    log.object(ObjectType::Licence, licence).relate(case_id(by_case), Qualifier::AppliedForBy);
                }
            }
        }
        LicenceStep::Cancel { ground } => {
            event.tell(types::GROUND, cancelled_for(ground));
            let object = log.object(ObjectType::Licence, licence);
            object.tell(types::STATE, since, Word(&LicenceState::Cancelled).to_string());
        }
        LicenceStep::Sync { act, with } => {
            event.tell(types::ACT, *act);
            event.tell(types::REPOSITORY, Word(with).to_string());
        }
    }
}

fn until(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "endless".to_owned(), |it| it.to_string())
}

const fn cancelled_for(it: &CancelGround) -> &'static str {
    match it {
        CancelGround::Holder => "holder",
        CancelGround::Expired => "expired",
        CancelGround::Revoked(_) => "revoked",
        CancelGround::Other(_) => "other",
    }
}
