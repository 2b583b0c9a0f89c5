//! Proven again after the registers have grown and the case has gone on, be it on the same day or in the same second: the same verdict.

use serde_json::Value;
use tongquan::{oversight::Minutes, register::Revision};

use super::*;
use crate::{support::rows, walk::Walk};

fn read(value: &Value) -> Minutes<Dispute> {
    serde_json::from_value(value.clone()).unwrap()
}

/// A later plan of the region, under which a sector department handles everything.
fn another_plan(on: NaiveDate) -> Revision {
    let mut plan = rows().plans.iter().find(|it| it.region == HOME).unwrap().clone();
    plan.from = on;
    plan.undertakes.iter_mut().for_each(|it| it.handler = "wenshang-sector".parse().unwrap());
    Revision { plans: vec![plan], ..Revision::on(on) }
}

#[test]
fn a_delay_that_was_one_stays_one_when_the_case_is_decided() {
    let told = Told::at("A1-33", StageKind::Accepted);
    let by = official(told.handler());
    let lodged = told.lodged(DisputeKind::Complaint, DisputedAct::Delay);
    let up = told.take(lodged, DisputeStep::TakeUp {}, told.handler());
    let stored = serde_json::to_value(&up).unwrap();
    // the case goes on, and is decided and closed; the registers grow, on the day of the dispute and after it
    let today = up.last_at().day();
    let office = OFFICE.record(&another_plan(today)).unwrap();
    let office = office.record(&another_plan(today + chrono::Days::new(3))).unwrap();
    let closed = Walk::new(&office, today, None).on(told.case.clone(), StageKind::Closed).unwrap();
    for stage in [&told.case, &closed] {
        for office in [&*OFFICE, &office] {
            let beside = OnCase { record: stage.record(), office };
            let proven = Dossier::prove(read(&stored), beside).unwrap();
            assert_eq!((&proven, serde_json::to_value(&proven).unwrap()), (&up, stored.clone()));
            // and it goes on: whoever handled it deals with it still
            let at = closed.record().last_at();
            let end = proven.take(concluded(None), Stamp { at, by: by.clone() }, beside).unwrap();
            assert_eq!(Dossier::prove(end.minutes().clone(), beside).unwrap(), end);
        }
    }
    // a new dispute of the want of a decision is refused, and one of the decision is not
    let after = Told { office: &OFFICE, case: closed };
    let lodge = |act| {
        Dossier::<Dispute>::open(
            after.lodge(DisputeKind::Complaint, act),
            Stamp { at: after.after(1), by: after.applicant() },
            OnCase { record: after.case.record(), office: &office },
        )
    };
    assert_eq!(rules(&lodge(DisputedAct::Delay).unwrap_err().why), [Rule::DisputedActThere]);
    lodge(DisputedAct::Decision).unwrap();
    // dated back to an hour in which it was not decided yet, the want of a decision is what there was
    let hour = Moment::new(told.case.record().last_at().day(), 12, 0, 0).unwrap();
    let stamp = Stamp { at: hour, by: after.applicant() };
    let back = told.lodge(DisputeKind::Complaint, DisputedAct::Delay);
    assert!(Dossier::<Dispute>::open(back, stamp, after.beside()).is_ok());
}

#[test]
fn what_the_case_does_in_the_same_second_changes_no_dispute_before_it() {
    let told = Told::at("A1-33", StageKind::Accepted);
    let last = told.case.record().last_at();
    let stamp = Stamp { at: last, by: told.applicant() };
    let lodged =
        Dossier::<Dispute>::open(told.lodge(DisputeKind::Complaint, DisputedAct::Delay), stamp.clone(), told.beside())
            .unwrap();
    assert_eq!(lodged.minutes().opening.seen.version, Some(told.case.record().version()));
    // all the steps up to the decision in the very second of the dispute
    let mut case = told.case.clone();
    while case.stage() != StageKind::Decided {
        let next =
            Walk::new(told.office, last.day().pred_opt().unwrap(), None).on(case.clone(), StageKind::Decided).unwrap();
        let entry = &next.record().entries()[case.record().entries().len()..];
        let step: tongquan::AnyStep = crate::journals::asked(&serde_json::to_value(&entry[0]).unwrap()).0;
        let by = entry[0].stamp().by.clone();
        case = case.apply(step, Stamp { at: last, by }, told.office).unwrap();
    }
    assert!(case.record().last_at() == last && case.record().docket().decided().is_some());
    let beside = OnCase { record: case.record(), office: told.office };
    assert_eq!(Dossier::prove(lodged.minutes().clone(), beside).unwrap(), lodged);
    // a dispute of that second that saw the decision is another
    let lodge = |act| Dossier::<Dispute>::open(told.lodge(DisputeKind::Complaint, act), stamp.clone(), beside);
    assert_eq!(rules(&lodge(DisputedAct::Delay).unwrap_err().why), [Rule::DisputedActThere]);
    let decision = lodge(DisputedAct::Decision).unwrap();
    assert_eq!(decision.minutes().opening.seen.version, Some(case.record().version()));
    // no entry sees less than the one before, though both were so in that second
    let up = Stamp { at: last, by: official(told.handler()) };
    let up = decision.take(DisputeStep::TakeUp {}, up, beside).unwrap();
    let mut minutes = up.minutes().clone();
    minutes.steps[0].seen = lodged.minutes().opening.seen;
    let unfounded = Dossier::prove(minutes, beside).unwrap_err();
    assert_eq!((unfounded.at, rules(&unfounded.why)), (1, vec![Rule::RecordAgrees]));
}

#[test]
fn what_an_entry_says_that_it_saw_was_so_that_day_and_that_second_or_is_refused() {
    let told = Told::at("A1-33", StageKind::Closed);
    let lodged = told.lodged(DisputeKind::Complaint, DisputedAct::Decision);
    let seen = lodged.minutes().opening.seen;
    let version = told.case.record().version();
    assert_eq!((seen.revision, seen.version), (1, Some(version)));
    let office = OFFICE.record(&Revision::on(told.after(1).day())).unwrap();
    let office = office.record(&Revision::on(told.after(2).day())).unwrap();
    let beside = OnCase { record: told.case.record(), office: &office };
    let as_seen = |revision, version| {
        let mut minutes = lodged.minutes().clone();
        (minutes.opening.seen.revision, minutes.opening.seen.version) = (revision, version);
        Dossier::prove(minutes, beside).map(drop).map_err(|it| (it.at, rules(&it.why)))
    };
    // of the two revisions of that day either may have been the last
    for revision in [1, 2] {
        assert_eq!(as_seen(revision, Some(version)), Ok(()));
    }
    let lie = Err((0, vec![Rule::RecordAgrees]));
    for revision in [0, 3, 4, u32::MAX] {
        assert_eq!(as_seen(revision, Some(version)), lie);
    }
    for version in [None, Some(0), Some(1), Some(version - 1), Some(version + 1), Some(usize::MAX)] {
        assert_eq!(as_seen(1, version), lie);
    }
}
