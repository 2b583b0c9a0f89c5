//! Who puts right what is found against a case, and who returns, closes or withdraws it.

use std::collections::BTreeSet;

use tongquan::{
    Modality, Moment,
    case::{
        Role, StepKind,
        steps::{PassOn, Transfer},
    },
    catalogue::{Amendment, Ground, ItemChange},
    register::Revision,
};

use super::*;
use crate::{
    matters::{OFFICES, Told, everybody_asks, told},
    model::beside,
};

const SHOTS: [&str; 4] = ["filed", "decided, sent", "turned away", "closed"];

fn asked() -> impl Iterator<Item = &'static Told> {
    told().iter().filter(|it| SHOTS.contains(&it.shot))
}

fn made(it: &Told, by: &Actor) -> Dossier<Finding> {
    let stamp = Stamp { at: next_day(it.case), by: by.clone() };
    opened(&of_case(it.case), &stamp, within(it.case, it.office)).unwrap()
}

#[test]
fn what_is_found_against_a_case_is_put_right_by_those_who_took_it_in_accepted_or_decided_it() {
    let (mut asked_of, mut hands) = (0, BTreeSet::new());
    for it in asked() {
        let made = made(it, &official(Department::ApprovalService));
        let of = &it.hands;
        let may = [of.takes_in.clone(), of.accepts.clone(), of.decides.clone()];
        asked_of += everybody_asks(it, &may, Rule::MatterActor, |by| {
            let stamp = Stamp { at: made.last_at(), by: by.clone() };
            taken(&made, &correct(), &stamp, within(it.case, it.office)).map(drop)
        });
        hands.insert((of.route, BTreeSet::from(may).len()));
    }
    assert_eq!(hands.iter().map(|it| it.0).collect::<BTreeSet<_>>(), BTreeSet::from(beside::ROUTES));
    assert_eq!(hands.iter().map(|it| it.1).collect::<BTreeSet<_>>(), BTreeSet::from([1, 2, 3]));
    assert!(asked_of > 200_000, "{asked_of}");
}

#[test]
fn it_is_returned_closed_and_withdrawn_by_the_body_that_made_it_and_no_other() {
    let mut asked_of = 0;
    for it in asked().filter(|it| it.shot == "closed") {
        let beside = within(it.case, it.office);
        let makers = city(&OFFICES).into_iter().chain(it.hands.seats.first().cloned());
        for maker in makers {
            let made = made(it, &official(maker.clone()));
            let stamp = |by: &Actor| Stamp { at: made.last_at(), by: by.clone() };
            let corrected = taken(&made, &correct(), &stamp(&official(it.hands.decides.clone())), beside).unwrap();
            let by_maker = [
                (&made, FindingStepKind::Withdraw),
                (&corrected, FindingStepKind::Withdraw),
                (&corrected, FindingStepKind::Return),
                (&corrected, FindingStepKind::Close),
            ];
            for (dossier, kind) in by_maker {
                asked_of += everybody_asks(it, std::slice::from_ref(&maker), Rule::MatterActor, |by| {
                    taken(dossier, &step(kind), &stamp(by), beside).map(drop)
                });
            }
        }
    }
    assert!(asked_of > 300_000, "{asked_of}");
}

/// An item of the list that an amendment gives another modality from 6 May 2024.
fn amended(item: Key, modality: Modality) -> Office {
    let from = day(2024, 5, 6);
    let changes = vec![ItemChange { modality: Some(modality), ..ItemChange::of(item) }];
    let amendment =
        Amendment { changes, ..Amendment::new(mark("TZ-1"), from, Ground::Law(text("（虚构）某法"))) };
    OFFICE.record(&Revision { amendments: vec![amendment], ..Revision::on(from) }).unwrap()
}

#[track_caller]
fn take(case: AnyCase, step: impl Into<tongquan::AnyStep>, on: NaiveDate, office: &Office) -> AnyCase {
    let step = step.into();
    let by = match step.kind() {
        StepKind::PassOn => case.papers_with().unwrap().to_body(),
        _ => case.record().holders(Role::Deciding).next().unwrap().to_body(),
    };
    let stamp = Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by: official(by.unwrap()) };
    case.apply(step, stamp, office).unwrap()
}

/// Who took it in and accepted it did so whatever came after.
#[test]
fn who_had_a_hand_in_a_case_before_it_moved_on_puts_right_what_is_found_too() {
    let transfer = || Transfer { reason: text("清单调整") };
    let bureau = OFFICE.now().body(&mark("wenshang-bureau")).unwrap().clone();
    let moves = [
        // by the region, and then by the department, which has posted no staff there
        (Key::Annex1(36), Modality::Window, bureau.clone(), Body::from(Department::Transport)),
        // by the department's staff at the region's centre, and then by the region
        (Key::Annex1(24), Modality::Direct, Body::from(Department::Ecology), bureau),
    ];
    for (item, modality, before, after) in moves {
        let office = amended(item.clone(), modality);
        for stage in [StageKind::Filed, StageKind::Accepted] {
            let case = case_at(&office, &item.to_string(), Region::Wenshang, stage);
            let moved = take(case.clone(), transfer(), day(2024, 5, 7), &office);
            let passed = take(moved.clone(), PassOn {}, day(2024, 5, 8), &office);
            let told = [(&case, vec![before.clone()]), (&moved, vec![before.clone(), after.clone()])];
            for (case, may) in told.into_iter().chain([(&passed, vec![before.clone(), after.clone()])]) {
                let stamp = |by: &Actor| Stamp { at: next_day(&passed), by: by.clone() };
                let beside = within(case, &office);
                let made = opened(&of_case(case), &stamp(&official(Department::ApprovalService)), beside).unwrap();
                all_ask(&office, &may, &format!("{item} {stage}"), |by| {
                    taken::<Finding>(&made, &correct(), &stamp(by), beside).map(drop)
                });
            }
        }
    }
}
