//! Where something is missing without which nobody can go on: a Seal No. 2 in service, or whoever a push is to go to.

use chrono::NaiveDate;
use tongquan::{
    AnyCase, Moment, Office, Party, Region, Rule, Stamp,
    case::{
        Message, Role, StageKind, StepKind, Who,
        steps::{Acknowledge, AffixSealNo2, Push, Reply, Report},
    },
    register::{Agreement, Ending, Ends, Items, Revision, SealEvent, SealId, SealStep},
    route::{Supervision, Tier},
};

use super::agrees;
use crate::{
    model,
    scenes::{Kept, Letters, PLAYED, Papers, Played, Scene, Shot},
    support::{case_at, changed, day, official, rows},
};

const REGIONS: [Region; 2] = [Region::Wenshang, Region::HighTechZone];
const REVIEWED: [&str; 2] = ["A1-33", "XK-003"];

/// The scene of an item at the counter of the office as it should be, whose bodies are those of every office here.
#[track_caller]
fn at_the_counter(key: &str, region: Region) -> &'static Played {
    let it = |it: &&Played| {
        let Scene { kept, situation, key: of, region: at, operator, .. } = &it.scene;
        (*kept, situation.venue, *of, *at, operator) == (Kept::Whole, "competent", key, region, &None)
    };
    PLAYED.iter().find(it).unwrap()
}

/// A case that an office had decided, with nothing told to anybody yet.
#[track_caller]
fn decided(office: &Office, key: &str, region: Region) -> Shot {
    let case = case_at(office, key, region, StageKind::Decided);
    Shot { told: "decided", case, papers: Papers::There, letters: Letters::Unsent }
}

fn seal_of(scene: &Scene) -> SealId {
    let department = scene.department().unwrap();
    scene.office().now().seals_held(department, scene.region, day(2024, 3, 4)).next().unwrap()
}

fn agreement_of(scene: &Scene) -> Agreement {
    let department = scene.department().unwrap();
    rows().agreements.iter().find(|it| (it.department, it.region) == (department, scene.region)).unwrap().clone()
}

#[track_caller]
fn recorded(office: &Office, on: NaiveDate, add: impl FnOnce(&mut Revision)) -> Office {
    let mut rows = Revision::on(on);
    add(&mut rows);
    office.record(&rows).unwrap()
}

fn april(on: u32) -> NaiveDate {
    day(2024, 4, on)
}

/// What is recorded of the region's only seal, and on which days of April it can be used then.
type Life = (&'static str, Vec<(u32, SealStep)>, fn(u32) -> bool);

fn lives(agreement: &Agreement) -> Vec<Life> {
    let reason = || "虚构".parse().unwrap();
    let suspended = || SealStep::Suspended { reason: reason() };
    let withdrawn = || SealStep::Withdrawn { reason: reason() };
    let again = SealStep::HandedOver { agreement: agreement.number.clone() };
    vec![
        ("suspended", vec![(8, suspended())], |on| on < 8),
        ("restored", vec![(8, suspended()), (15, SealStep::Restored { reason: reason() })], |on| {
            !(8..15).contains(&on)
        }),
        ("withdrawn", vec![(8, withdrawn())], |on| on < 8),
        ("handed over again", vec![(8, withdrawn()), (19, again)], |on| !(8..19).contains(&on)),
        ("lost", vec![(8, SealStep::Lost { reason: reason() })], |on| on < 8),
    ]
}

#[test]
fn while_no_seal_no_2_is_in_service_a_decided_case_waits_for_the_city_department() {
    let mut without = 0;
    for (key, region) in REVIEWED.iter().flat_map(|key| REGIONS.map(|region| (*key, region))) {
        let Played { scene, shots } = at_the_counter(key, region);
        let seal = seal_of(scene);
        for (name, events, usable) in lives(&agreement_of(scene)) {
            let mut office = changed(|rows| *rows = scene.office().revisions()[0].clone());
            for (on, event) in events {
                office = recorded(&office, april(on), |it| it.seals.push(SealEvent { seal, on: april(on), event }));
            }
            for shot in shots.iter().filter(|it| it.case.stage() == StageKind::Decided) {
                for on in (1..=30).filter(|on| april(*on) >= shot.case.record().last_at().day()) {
                    agrees(scene, shot, &office, april(on), usable(on));
                    let told = shot.case.waits_for(&office, april(on));
                    let department = Who::Body(Party::Department(scene.department().unwrap()));
                    let waits = told.iter().any(|it| (it.who, it.role) == (department, Role::Sealing));
                    assert_eq!(waits, !usable(on), "{name} on {on}");
                    without += usize::from(waits);
                }
            }
            // what is sealed, or has no need of it, waits as before
            for shot in shots.iter().filter(|it| it.case.stage() != StageKind::Decided) {
                let on = april(30).max(shot.case.record().last_at().day().succ_opt().unwrap());
                agrees(scene, shot, &office, on, false);
            }
        }
    }
    assert!(without > 800, "{without}");
}

#[test]
fn a_loss_found_out_later_is_known_from_then_on() {
    let Played { scene, shots } = at_the_counter("A1-33", Region::Wenshang);
    let event =
        SealEvent { seal: seal_of(scene), on: april(8), event: SealStep::Lost { reason: "虚构".parse().unwrap() } };
    let office = recorded(scene.office(), april(10), |it| it.seals.push(event));
    let shot = shots.iter().find(|it| it.told == "decided").unwrap();
    for (on, usable) in [(7, true), (8, true), (9, true), (10, false), (11, false)] {
        agrees(scene, shot, &office, april(on), usable);
    }
}

#[test]
fn a_seal_that_was_never_cut_or_handed_over_or_is_under_no_agreement_that_carries_the_case_will_not_do() {
    for (key, region) in REVIEWED.iter().flat_map(|key| REGIONS.map(|region| (*key, region))) {
        let scene = &at_the_counter(key, region).scene;
        let (seal, agreement) = (seal_of(scene), agreement_of(scene));
        let of_it = |it: &Agreement| it.number == agreement.number;
        let item = scene.key.parse().unwrap();
        let ended = |last: NaiveDate| Ending {
            ends: Ends::Agreement(agreement.number.clone()),
            last,
            reason: "虚构".parse().unwrap(),
        };
        let ends = |last: NaiveDate| {
            let rows = changed(|_| ());
            recorded(&rows, day(2024, 2, 1), |it| it.endings.push(ended(last)))
        };
        let without = |change: &dyn Fn(&mut Vec<SealEvent>)| changed(|rows| change(&mut rows.seals));
        let offices = [
            ("never cut", without(&|seals| seals.retain(|it| it.seal != seal)), false),
            (
                "never handed over",
                without(&|seals| {
                    seals.retain(|it| it.seal != seal || matches!(it.event, SealStep::Cut { .. }));
                }),
                false,
            ),
            // it runs off for what was filed by its last day
            ("ended before the filing", ends(day(2024, 3, 3)), false),
            ("ends on the filing day", ends(day(2024, 3, 4)), true),
            ("ends after it", ends(day(2024, 3, 20)), true),
        ];
        // for other items, where it names several
        let narrowed = |items: &mut Items| match items {
            Items::Only(keys) if keys.len() > 1 => keys.retain(|it| *it != item),
            Items::Only(_) | Items::All | Items::OfKind(_) => {}
        };
        let narrow =
            changed(|rows| rows.agreements.iter_mut().filter(|it| of_it(it)).for_each(|it| narrowed(&mut it.items)));
        let narrow = ("for other items", narrow, key != "XK-003");
        for (name, office, usable) in offices.into_iter().chain([narrow]) {
            let shot = decided(&office, key, region);
            for on in [april(1), april(30)] {
                let told = shot.case.waits_for(&office, on);
                let cannot = told.iter().any(|it| matches!(it.who, Who::Body(Party::Department(_))));
                assert_eq!(cannot, !usable, "{name}: {told:?}");
                agrees(scene, &shot, &office, on, usable);
            }
        }
    }
}

#[test]
fn of_several_seals_one_in_service_is_enough() {
    let scene = &at_the_counter("A1-33", Region::Wenshang).scene;
    let (seal, agreement) = (seal_of(scene), agreement_of(scene).number);
    let second = SealId { number: 900, ..seal };
    let event = |seal, on, event| SealEvent { seal, on: april(on), event };
    let suspended = SealStep::Suspended { reason: "虚构".parse().unwrap() };
    let office = recorded(scene.office(), april(8), |it| {
        it.seals = vec![
            event(seal, 8, suspended.clone()),
            event(second, 8, SealStep::Cut { twin_of: None }),
            event(second, 8, SealStep::HandedOver { agreement }),
        ];
    });
    let shot = decided(&office, "A1-33", Region::Wenshang);
    let told = shot.case.waits_for(&office, april(9));
    let sealing: Vec<Who<'_>> = told.iter().filter(|it| it.role == Role::Sealing).map(|it| it.who).collect();
    let [Who::Body(who)] = sealing[..] else { panic!("{told:?}") };
    let step = |seal| AffixSealNo2 {
        seal,
        circumstance: "decision".parse().unwrap(),
        documents: vec!["决定书".parse().unwrap()],
    };
    let stamp = Stamp { at: Moment::new(april(9), 9, 0, 0).unwrap(), by: scene.of(who.to_body().unwrap()) };
    assert_eq!(shot.case.check(&step(second).into(), &stamp, &office), Ok(()));
    assert!(shot.case.check(&step(seal).into(), &stamp, &office).is_err());
    // and none, when that is suspended too
    let office = recorded(&office, april(9), |it| it.seals = vec![event(second, 9, suspended)]);
    agrees(scene, &shot, &office, april(9), false);
}

/// Everything sent that can be sent and acknowledged, on a day.
fn told_all(case: AnyCase, office: &Office, on: NaiveDate) -> AnyCase {
    let stamp = |by| Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by };
    let decides = official(case.record().route().decision().is.to_body().unwrap());
    let mut case = case;
    for step in [Report {}.into(), Push {}.into()] {
        case = case.apply(step, stamp(decides.clone()), office).unwrap();
    }
    let sent: Vec<_> = case.record().duties().iter().filter(|it| !it.is_to_send()).cloned().collect();
    for it in sent {
        let step = Acknowledge { message: it.message, reply: Reply::Acknowledged };
        case = case.apply(step.into(), stamp(official(it.to.unwrap())), office).unwrap();
    }
    case
}

/// The push stays the bureau's to send, and cannot be sent until the plan names somebody: the region's own body waits for its region.
#[test]
fn a_push_whose_addressee_no_plan_names_is_awaited_from_the_bureau_and_goes_out_once_one_is_named() {
    let county = [Tier::CountySupervisor, Tier::CountyEnforcement];
    let office = changed(|rows| {
        for it in rows.plans.iter_mut().flat_map(|it| &mut it.undertakes) {
            let Supervision { county_supervisor, county_enforcement, .. } = &mut it.supervision;
            (*county_supervisor, *county_enforcement) = (None, None);
        }
    });
    let named = recorded(&office, april(15), |it| {
        let plan = rows().plans.iter().find(|it| it.region == Region::Wenshang).unwrap();
        it.plans.push(tongquan::register::Plan { from: april(15), ..plan.clone() });
    });
    for key in ["A1-13", "A1-33", "XK-002"] {
        let case = told_all(case_at(&office, key, Region::Wenshang, StageKind::Concluded), &office, april(8));
        let told = case.waits_for(&office, april(9));
        let bureau = Party::Unit(case.record().brief().undertaking.handler.as_ref().unwrap());
        let expected = county.map(|tier| (Who::Body(bureau), Role::Pushing, Some(Message::Push(tier))));
        let got: Vec<_> = told.iter().map(|it| (it.who, it.role, it.message)).collect();
        assert_eq!(got, expected, "{key}");
        let model = model::Waiting { push_unsent: true, ..model::Waiting::default() };
        assert_eq!(model::waits_for("concluded", &model), ["pushing"].into_iter().collect());
        let by = official(bureau.to_body().unwrap());
        let at = |on| Stamp { at: Moment::new(april(on), 9, 0, 0).unwrap(), by: by.clone() };
        let why = case.check(&Push {}.into(), &at(9), &office).unwrap_err();
        assert!(matches!(why.objections(), [it] if it.rule == Rule::AddresseesNamed), "{why}");
        assert!(case.steps().any(|it| it == StepKind::Push));
        // known before, named from the fifteenth
        assert!(case.check(&Push {}.into(), &at(14), &named).is_err());
        let case = case.apply(Push {}.into(), at(15), &named).unwrap();
        let told = case.waits_for(&named, april(16));
        let seats: Vec<_> = told.iter().map(|it| (it.role, it.message)).collect();
        assert_eq!(seats, county.map(|tier| (Role::Addressee, Some(Message::Push(tier)))));
    }
}
