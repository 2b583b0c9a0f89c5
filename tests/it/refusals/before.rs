//! Stories up to the decision.

use tongquan::{
    Unit, UnitKind,
    case::{Unacted, steps::Resume},
    place::Township,
    register::{Choice, TownshipDesk},
    route::{ChosenWay, ReviewSeal},
};

use super::*;
use crate::mistakes::{Made, done_well};

pub(super) fn laws() -> Vec<(Rule, Pair)> {
    let decided = at(StageKind::Decided);
    let closed = at(StageKind::Closed);
    let good = stamp(&decided, Role::Sealing);
    let past = Moment::new(decided.record().last_at().day().pred_opt().unwrap(), 9, 0, 0).unwrap();
    let early = Stamp { at: past, ..stamp(&decided, Role::Reporting) };
    let report = || AnyStep::from(Report {});
    let stranger = Stamp { by: official(stranger(HOME)), ..stamp(&decided, Role::Reporting) };
    let kept = || tried(&decided, Report {}, stamp(&decided, Role::Reporting), &OFFICE);
    let mut forged = serde_json::to_value(&decided).unwrap();
    forged[0]["file"]["found"]["undertaking"]["posted"] = true.into();
    let forged: AnyCase = serde_json::from_value(forged).unwrap();
    let unacted = |it: Box<Unacted>| Refused::by("AnyCase::act", it.why);
    let acted = |id: &str, expected, used: bool| {
        let stamp = stamp(&decided, Role::Reporting);
        let action = |step: AnyStep, stamp| Action { id: mark(id), expected, step, stamp };
        let push = action(Push {}.into(), Stamp { ..stamp.clone() });
        let first = decided.clone().act(action(report(), stamp), &OFFICE).map_err(unacted)?;
        let Applied::New(reported) = first else { panic!("taken before") };
        let action = Action { id: if used { mark(id) } else { mark("op-9") }, ..push };
        reported.act(action, &OFFICE).map(drop).map_err(unacted)
    };
    let version = decided.record().version();
    let stale = |expected| {
        let (step, stamp) = (report(), stamp(&decided, Role::Reporting));
        let action = Action { id: mark("op-1"), expected: Some(expected), step, stamp };
        decided.clone().act(action, &OFFICE).map(drop).map_err(unacted)
    };
    vec![
        (Rule::ActionOnce, Pair { broken: acted("op-1", None, true).unwrap_err(), kept: acted("op-1", None, false) }),
        (Rule::VersionAsExpected, Pair { broken: stale(version - 1).unwrap_err(), kept: stale(version) }),
        (Rule::StepHasPlace, Pair { broken: tried(&closed, Report {}, good, &OFFICE).unwrap_err(), kept: kept() }),
        (Rule::TimeRunsForward, Pair { broken: tried(&decided, report(), early, &OFFICE).unwrap_err(), kept: kept() }),
        (
            Rule::ActorHoldsRole,
            Pair { broken: tried(&decided, report(), stranger, &OFFICE).unwrap_err(), kept: kept() },
        ),
        (
            Rule::RecordAgrees,
            Pair {
                broken: tried(&forged, report(), stamp(&decided, Role::Reporting), &OFFICE).unwrap_err(),
                kept: kept(),
            },
        ),
        (Rule::CatalogueAgrees, replayed(|it| it.opening.found.item.department = Some(tongquan::Department::Finance))),
    ]
}

/// 南旺镇
fn there() -> Township {
    Township::with_code(370_830_102).unwrap()
}

fn office_there() -> Unit {
    Unit {
        id: mark("nanwang"), region: HOME, kind: UnitKind::Township, name: "南旺某办（虚构）".parse().unwrap()
    }
}

/// The fictional office in which the region chose for A2-3 in 南旺镇.
fn chosen(way: ChosenWay<Mark>) -> Office {
    changed(|rows| {
        rows.units.push(office_there());
        rows.choices.push(Choice {
            region: HOME,
            items: Items::Only(vec!["A2-3".parse().unwrap()]),
            from: rows.recorded,
            way,
            townships: vec![TownshipDesk { township: there(), body: mark("nanwang") }],
            supervision: Supervision::default(),
        });
    })
}

/// Papers of A2-3, handed in at the township's centre and taken in by its body.
fn filed_in(place: Place, office: &Office) -> Result<(), Refused> {
    let step = File { item: "A2-3".parse().unwrap(), place, venue: Venue::TownshipCentre(there()), ..file() };
    let stamp = Stamp { at: Moment::new(filing_day(), 9, 0, 0).unwrap(), by: official(office_there()) };
    match AnyCase::file(step.clone(), stamp.clone(), office) {
        Ok(_) => Ok(()),
        Err(back) => {
            assert_eq!((back.step, back.stamp), (step, stamp));
            Err(Refused::by("case::steps::File", back.why))
        }
    }
}

/// Every step, done well where it has its place, and tried on a case that is closed.
pub(super) fn out_of_place() -> Vec<(Rule, Pair)> {
    let closed = at(StageKind::Closed);
    let story = |Made { case, step, stamp, office }: Made| {
        let last = Stamp { at: stamp.at.max(closed.record().last_at()), ..stamp.clone() };
        let broken = tried(&closed, step.clone(), last, &OFFICE).unwrap_err();
        (Rule::StepHasPlace, Pair { broken, kept: tried(&case, step, stamp, &office) })
    };
    done_well().into_iter().map(story).collect()
}

pub(super) fn filings() -> Vec<(Rule, Pair)> {
    let early = Pair {
        broken: filed(file(), day(2021, 6, 14), &OFFICE).unwrap_err(),
        kept: filed(file(), day(2021, 6, 30), &OFFICE),
    };
    let own = || File { item: "WS-001".parse().unwrap(), ..file() };
    let without_plan = changed(|rows| rows.plans.clear());
    // at the city's centre the city takes in: elsewhere nobody holds a role that nobody was named for
    let at_the_city = |office: &Office| {
        let step = File { venue: Centre::CITY.into(), ..own() };
        let stamp = Stamp {
            at: Moment::new(filing_day(), 9, 0, 0).unwrap(),
            by: official(tongquan::Department::ApprovalService),
        };
        let filed = AnyCase::file(step, stamp, office).map(drop);
        filed.map_err(|it| Refused::by("case::steps::File", it.why))
    };
    let nobody = Pair { broken: at_the_city(&without_plan).unwrap_err(), kept: at_the_city(&OFFICE) };
    let crossing = Pair {
        broken: filed(File { scope: Scope::touching([Region::Qufu]), ..own() }, filing_day(), &OFFICE).unwrap_err(),
        kept: filed(own(), filing_day(), &OFFICE),
    };
    let kiosk = Venue::Kiosk("某处（虚构）".parse().unwrap());
    let direct = chosen(ChosenWay::Direct);
    let in_place =
        |place: Place| Pair { broken: filed_in(place, &direct).unwrap_err(), kept: filed_in(there().into(), &direct) };
    let elsewhere = Township::with_code(370_830_103).unwrap();
    let reviewed = |seal| filed_in(there().into(), &chosen(ChosenWay::Review { seal }));
    let sealed = |seal| Pair { broken: reviewed(None).unwrap_err(), kept: reviewed(Some(seal)) };
    vec![
        (Rule::EditionInForce, early),
        (Rule::ItemInForce, filing(File { item: "A1-62".parse().unwrap(), ..file() })),
        (Rule::PlaceHasRegion, filing(File { place: Place::City, ..file() })),
        (Rule::RegionHasChosen, filing(File { item: "A2-3".parse().unwrap(), materials: vec![], ..file() })),
        // the choice holds in the townships that it names
        (Rule::RegionHasChosen, in_place(Place::Region(HOME))),
        (Rule::RegionHasChosen, in_place(elsewhere.into())),
        (Rule::ReviewSealNamed, sealed(ReviewSeal::Township)),
        (Rule::ReviewSealNamed, sealed(ReviewSeal::County(mark("wenshang-bureau")))),
        (Rule::CrossingResolved, crossing),
        (Rule::HandlerNamed, nobody),
        (Rule::NewCase, filing(File { follows: Some(mark("C-1")), ..file() })),
        (Rule::NamedOnce, filing(File { materials: marks(&["form", "subject", "proof", "form"]), ..file() })),
        (Rule::VenueOpen, filing(File { venue: kiosk, ..file() })),
    ]
}

pub(super) fn papers() -> Vec<(Rule, Pair)> {
    let filed = at(StageKind::Filed);
    let bare = File { materials: vec![], ..file() };
    let bare = AnyCase::file(bare, filed.record().opening().stamp.clone(), &OFFICE).unwrap();
    let ask = |codes: &[&str]| AskForCorrections { materials: marks(codes) };
    let accept = || Accept { receipt: mark("SL-1") };
    let correcting = at(StageKind::Correcting);
    let hand_in = |codes: &[&str]| HandInCorrections { materials: marks(codes) };
    let foreign = case_via(&OFFICE, "A1-33", HOME, &Venue::Centre(Centre::CITY), StageKind::Filed);
    let passed = {
        let by = stamp(&foreign, Role::Intake);
        foreign.clone().apply(PassOn {}.into(), by, &OFFICE).unwrap()
    };
    let one_notice = |case: &AnyCase| tried(case, ask(&["form"]), stamp(case, Role::Accepting), &OFFICE);
    vec![
        (Rule::MaterialsInStandard, story(&filed, Role::Accepting, ask(&["form", "blood-sample"]), ask(&["form"]))),
        (Rule::NoticeComplete, story(&bare, Role::Accepting, ask(&["form"]), ask(&["form", "subject", "proof"]))),
        (Rule::NoticeNamesSomething, story(&complete(), Role::Accepting, ask(&[]), ask(&["form"]))),
        (Rule::OnlyAskedFor, story(&correcting, Role::Applicant, hand_in(&["form", "proof"]), hand_in(&["form"]))),
        (Rule::PapersPassedOn, Pair { broken: one_notice(&foreign).unwrap_err(), kept: one_notice(&passed) }),
        (
            Rule::PassingCalledFor,
            Pair {
                broken: tried(&passed, PassOn {}, stamp(&passed, Role::Accepting), &OFFICE).unwrap_err(),
                kept: tried(&foreign, PassOn {}, stamp(&foreign, Role::Intake), &OFFICE),
            },
        ),
        (
            Rule::PapersComplete,
            Pair {
                broken: tried(&filed, accept(), stamp(&filed, Role::Accepting), &OFFICE).unwrap_err(),
                kept: tried(&complete(), accept(), stamp(&filed, Role::Accepting), &OFFICE),
            },
        ),
    ]
}

pub(super) fn turned_away() -> Vec<(Rule, Pair)> {
    let (filed, correcting) = (at(StageKind::Filed), at(StageKind::Correcting));
    let corrected = {
        let step = HandInCorrections { materials: marks(&["form"]) };
        correcting.clone().apply(step.into(), stamp(&correcting, Role::Applicant), &OFFICE).unwrap()
    };
    let not_accept = |ground| NotAccept { receipt: mark("BYSL-1"), ground };
    let still = |codes: &[&str]| not_accept(Ground::StillIncomplete(marks(codes)));
    let on_spot = |code: &str| CorrectOnSpot { material: mark(code), what: "补填日期".parse().unwrap() };
    let other = |body| not_accept(Ground::AnotherIsCompetent(body));
    let own = stamp(&filed, Role::Accepting).by.body().unwrap().clone();
    let by_condition = || not_accept(Ground::ConditionUnmet(mark("scope")));
    let licences = changed(|rows| {
        let name = "（虚构）本级许可".parse().unwrap();
        let key = "WS-LIC".parse().unwrap();
        rows.own_items.push(OwnItem { key, name, kind: Kind::Licence, origin: OwnOrigin::County });
        let full = rows.standards.iter().find(|it| it.own.is_none() && it.item.to_string() == "A1-34").unwrap();
        rows.standards.push(Standard { item: "WS-LIC".parse().unwrap(), ..full.clone() });
    });
    let conditions = |key: &str| {
        let case = case_at(&licences, key, HOME, StageKind::Filed);
        tried(&case, by_condition(), stamp(&case, Role::Accepting), &licences)
    };
    let review_condition = |key: &str| {
        let case = case_at(&licences, key, HOME, StageKind::Filed);
        let step = not_accept(Ground::ConditionUnmet(mark("eligible")));
        tried(&case, step, stamp(&case, Role::Accepting), &licences)
    };
    vec![
        (Rule::AcceptanceCondition, Pair { broken: review_condition("A1-34").unwrap_err(), kept: conditions("A1-34") }),
        (Rule::OnSpotHandedIn, story(&filed, Role::Intake, on_spot("form"), on_spot("subject"))),
        (Rule::AnotherIsCompetent, story(&filed, Role::Accepting, other(own), other(stranger(HOME)))),
        (Rule::LicenceNotTurnedAway, Pair { broken: conditions("WS-LIC").unwrap_err(), kept: conditions("A1-34") }),
        (Rule::StillIncomplete, story(&corrected, Role::Accepting, still(&["proof"]), still(&["form"]))),
        (
            Rule::StillIncomplete,
            Pair {
                broken: tried(&filed, still(&["form"]), stamp(&filed, Role::Accepting), &OFFICE).unwrap_err(),
                kept: tried(&filed, not_accept(Ground::NothingToApplyFor), stamp(&filed, Role::Accepting), &OFFICE),
            },
        ),
    ]
}

pub(super) fn reviews() -> Vec<(Rule, Pair)> {
    let accepted = at(StageKind::Accepted);
    let review = |code: &str| TakeReviewStep { step: mark(code), finding: None, officers: vec![] };
    let after_desk = accepted.clone().apply(review("desk").into(), stamp(&accepted, Role::Deciding), &OFFICE).unwrap();
    let ready = {
        let by = stamp(&after_desk, Role::Deciding);
        after_desk.clone().apply(review("opinion").into(), by, &OFFICE).unwrap()
    };
    let decide = |codes: &[&str]| DecideFavourably { attested: marks(codes) };
    let refuse =
        |codes: &[&str], remedies: &[Remedy]| DecideUnfavourably { unmet: marks(codes), remedies: remedies.into() };
    let both = [Remedy::Reconsideration, Remedy::Litigation];
    let deciding = |case: &AnyCase, step: AnyStep| tried(case, step, stamp(case, Role::Deciding), &OFFICE);
    let again = {
        let suspended = at(StageKind::Suspended);
        let stamp = stamp(&suspended, Role::Deciding);
        suspended.apply(Resume {}.into(), stamp, &OFFICE).unwrap()
    };
    let deaf = Suspend { needs: Limit { amount: 0, unit: TimeUnit::Day }, ..suspend() };
    let unknown = Suspend { procedure: mark("divination"), ..suspend() };
    vec![
        (Rule::ProcedureInStandard, story(&accepted, Role::Deciding, unknown, suspend())),
        (Rule::TimeNeededTold, story(&accepted, Role::Deciding, deaf, suspend())),
        (Rule::StepInStandard, story(&accepted, Role::Deciding, review("counter-sign"), review("desk"))),
        (
            Rule::StepAfterPrerequisites,
            Pair {
                broken: deciding(&accepted, review("opinion").into()).unwrap_err(),
                kept: deciding(&after_desk, review("opinion").into()),
            },
        ),
        (Rule::StepNotRepeated, story(&after_desk, Role::Deciding, review("desk"), review("site"))),
        (
            Rule::ProcedureOnce,
            Pair {
                broken: deciding(&again, suspend().into()).unwrap_err(),
                kept: deciding(&accepted, suspend().into()),
            },
        ),
        (
            Rule::RequiredStepsDone,
            Pair {
                broken: deciding(&after_desk, decide(&["eligible", "true"]).into()).unwrap_err(),
                kept: deciding(&ready, decide(&["eligible", "true"]).into()),
            },
        ),
        (Rule::ConditionsAttested, story(&ready, Role::Deciding, decide(&["eligible"]), decide(&["eligible", "true"]))),
        (
            Rule::ConditionsInStandard,
            story(&ready, Role::Deciding, decide(&["eligible", "true", "likeable"]), decide(&["eligible", "true"])),
        ),
        (Rule::UnmetNamed, story(&ready, Role::Deciding, refuse(&[], &both), refuse(&["true"], &both))),
        (Rule::RemediesTold, story(&ready, Role::Deciding, refuse(&["true"], &both[..1]), refuse(&["true"], &both))),
    ]
}
