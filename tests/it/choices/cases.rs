//! Cases of three-tier items, driven to the end at the township's centre and at windows that pass on, under every way.

use serde_json::Value;
use tongquan::{
    Actor, AnyCase, AnyStep, Body, Department, Key, Office, Place, Region, Rule, Scope, Seal, Stamp, UnitKind, Venue,
    body::BodyRef,
    case::{
        Message, Role, StageKind, StepKind,
        steps::{AffixSeal, AffixSealNo2, File, PassOn, Push, Transfer},
    },
    place::Centre,
    register::{Choice, Revision, SealId},
    route::{Access, Admission, Bearer, Closed, Gap, Handling, Supervision, Tier},
};

use super::{FIRST, WAYS, chosen, county_of, mark, nanwang, office_of, town};
use crate::{
    journals::{asked, filing, proven},
    model::township::{Told, Way, told},
    support::{changed, day, filing_day, official, rows},
    walk::Walk,
};

/// An office, and how things stand there.
pub(crate) struct Scene {
    pub(crate) way: Way,
    pub(crate) county: Option<UnitKind>,
    pub(crate) office: Office,
}

impl Scene {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        WAYS.into_iter().map(|(way, county)| Self { way, county, office: office_of(way, county) })
    }

    pub(super) fn told(&self) -> Told {
        told(self.way, false).unwrap()
    }

    /// A body in the model's word.
    pub(crate) fn body(&self, part: &str) -> Body {
        match part {
            "township" | "township_own" => town("nanwang").into(),
            _ => self.office.now().body(&county_of(self.county.unwrap())).unwrap().clone(),
        }
    }

    pub(crate) fn pushes(&self) -> bool {
        self.told().pushes_if_bureau && self.county == Some(UnitKind::ApprovalBureau)
    }

    #[track_caller]
    pub(crate) fn until(&self, number: u8, venue: &Venue, stage: StageKind) -> AnyCase {
        let item = self.office.catalogue().latest().annex_2(number).unwrap();
        Walk::new(&self.office, filing_day(), None).until(stage, item, nanwang(), venue).unwrap()
    }
}

/// The counter, and windows that take in and pass on: of another county, of the city, and online.
pub(crate) fn venues() -> [Venue; 4] {
    let rencheng = Region::Rencheng.centre().unwrap();
    [Venue::TownshipCentre(nanwang()), rencheng.into(), Centre::CITY.into(), Venue::Online]
}

pub(super) fn entries(case: &AnyCase) -> Vec<Value> {
    serde_json::from_value(serde_json::to_value(case).unwrap()).unwrap()
}

pub(super) fn kinds(case: &AnyCase) -> Vec<StepKind> {
    case.record().entries().iter().map(tongquan::case::Entry::kind).collect()
}

/// Every prefix is read back as it was written, and moves on as the case did.
#[track_caller]
pub(super) fn each_prefix_is_read_back_and_moves_on(case: &AnyCase, office: &Office) {
    let entries = entries(case);
    let (file, stamp) = filing(&entries[0]);
    assert_eq!(AnyCase::file(file, stamp, office).unwrap(), proven(&entries[..1]));
    for length in 1..entries.len() {
        let read = proven(&entries[..length]);
        assert_eq!(serde_json::to_value(&read).unwrap(), Value::Array(entries[..length].to_vec()));
        assert_eq!(read.record().hold_against(office), Ok(()));
        let (step, stamp) = asked(&entries[length]);
        assert_eq!(read.apply(step, stamp, office).unwrap(), proven(&entries[..=length]));
    }
    assert_eq!(proven(&entries), *case);
    assert_eq!(postcard::from_bytes::<AnyCase>(&postcard::to_allocvec(case).unwrap()).unwrap(), *case);
}

/// Every prefix agrees with registers that have grown since, and may take the case's next step.
#[track_caller]
pub(super) fn each_prefix_may_move_on(case: &AnyCase, office: &Office) {
    let entries = entries(case);
    for length in 1..entries.len() {
        let read = proven(&entries[..length]);
        assert_eq!(read.record().hold_against(office), Ok(()));
        let (step, stamp) = asked(&entries[length]);
        assert_eq!(read.check(&step, &stamp, office), Ok(()));
    }
    assert_eq!(proven(&entries), *case);
}

#[test]
fn every_way_is_driven_from_any_window_to_the_end_by_the_bodies_that_the_model_names() {
    let mut driven = 0;
    for scene in Scene::all() {
        let model = scene.told();
        for number in [1, 8] {
            for venue in venues() {
                let case = scene.until(number, &venue, StageKind::Closed);
                let record = case.record();
                let steps = kinds(&case);
                let by = |kind| {
                    let entries = record.entries().iter().filter(move |it| it.kind() == kind);
                    entries.map(|it| it.stamp().by.body().unwrap().clone()).collect::<Vec<_>>()
                };
                assert_eq!(by(StepKind::Accept), [scene.body(model.accepts)]);
                let decider = scene.body(model.decides);
                assert!(by(StepKind::TakeReviewStep).iter().all(|it| *it == decider));
                // whoever decides affixes the seal, be it the county's (S53)
                for kind in [StepKind::DecideFavourably, StepKind::AffixSeal, StepKind::Close] {
                    assert_eq!(by(kind), std::slice::from_ref(&decider));
                }
                let foreign = venue != venues()[0];
                let intake = model.decides != model.accepts;
                let opened = record.opening().stamp.by.body().unwrap();
                let passed: Vec<Body> =
                    foreign.then(|| opened.clone()).into_iter().chain(intake.then(|| scene.body("township"))).collect();
                assert_eq!(by(StepKind::PassOn), passed);
                let own = if model.intake == "township" { "township" } else { "county" };
                assert_eq!(*opened == scene.body(own), !foreign);
                assert_eq!(record.route().access(), if foreign { Access::PassOn } else { Access::Competent });
                // nothing is reported, and pushed is what the county's approval bureau decided
                assert!(!model.reports && !steps.contains(&StepKind::Report));
                let pushed = record.duties().iter().filter(|it| matches!(it.message, Message::Push(_))).count();
                assert_eq!((pushed, record.duties().len()), if scene.pushes() { (4, 4) } else { (0, 0) });
                assert_eq!(steps.contains(&StepKind::Push), scene.pushes());
                assert_eq!(record.gaps(), []);
                each_prefix_is_read_back_and_moves_on(&case, &scene.office);
                driven += 1;
            }
        }
    }
    assert_eq!(driven, 8 * 2 * 4);
}

#[test]
fn the_seal_is_affixed_by_whoever_decides_and_seal_no_2_is_refused_whoever_asks() {
    let mut refused = 0;
    for scene in Scene::all() {
        let case = scene.until(8, &venues()[0], StageKind::Decided);
        let at = case.record().last_at();
        let route = case.record().route();
        let own = if scene.told().seal == "township_own" { Seal::Township } else { Seal::Region };
        assert_eq!(route.seal().is, own);
        let decider = scene.body(scene.told().decides);
        let held = scene.office.now().seals_held(Department::HumanResources, Region::Wenshang, filing_day()).next();
        let keeper = "wenshang-seal-keeper".parse().unwrap();
        for seal in [held.unwrap(), SealId { department: Department::ApprovalService, number: 7 }] {
            for body in [decider.clone(), scene.body("township"), seal.department.into()] {
                let holds = body == decider;
                let by = Actor::Official { body, person: "wenshang-seal-keeper".parse().unwrap() };
                let documents = vec!["决定书".parse().unwrap()];
                let step: AnyStep = AffixSealNo2 { seal, circumstance: mark("decision"), documents }.into();
                let why = case.check(&step, &Stamp { at, by }, &scene.office).unwrap_err();
                let mut rules: Vec<Rule> = why.objections().iter().map(|it| it.rule).collect();
                assert_eq!(rules[0] == Rule::ActorHoldsRole, !holds, "{why}");
                rules.retain(|it| *it != Rule::ActorHoldsRole);
                // everything else would be in order: seal, state, circumstance and user
                assert_eq!(rules, [Rule::SealNo2FormerlyCity, Rule::SealNo2Review], "{why}");
                refused += 1;
            }
        }
        let others = ["wenshang-bureau", "wenshang-sector", "wenshang-enforcement", "nanwang"];
        let others = others.map(|it| scene.office.now().body(&mark(it)).unwrap().clone());
        for body in others.into_iter().filter(|it| *it != decider) {
            let stamp = Stamp { at, by: official(body) };
            let why = case.check(&AffixSeal {}.into(), &stamp, &scene.office).unwrap_err();
            assert!(why.names(Rule::ActorHoldsRole), "{why}");
        }
        assert_eq!(case.record().holders(Role::Sealing).next().unwrap().to_body(), Some(decider.clone()));
        let by = Actor::Official { body: decider, person: keeper };
        let sealed = case.apply(AffixSeal {}.into(), Stamp { at, by }, &scene.office).unwrap();
        assert_eq!(sealed.stage(), StageKind::Sealed);
    }
    assert_eq!(refused, 8 * 6);
}

#[test]
fn the_station_of_the_bureau_takes_in_what_the_bureau_accepts_and_nothing_else() {
    // it serves the whole county: the matter may lie in any township that the choice names
    let station: Venue = "370830102行政审批服务所".parse().unwrap();
    let mut open = 0;
    for scene in Scene::all() {
        let bureaus = scene.told().accepts == "county" && scene.county == Some(UnitKind::ApprovalBureau);
        if bureaus {
            let case = scene.until(8, &station, StageKind::Closed);
            assert_eq!(case.record().route().access(), Access::Outpost);
            assert_eq!(*case.record().opening().stamp.by.body().unwrap(), scene.body("county"));
            assert!(!kinds(&case).contains(&StepKind::PassOn));
            assert_eq!(case.record().duties().len(), 4);
            each_prefix_is_read_back_and_moves_on(&case, &scene.office);
            open += 1;
            continue;
        }
        let bureau = scene.office.now().body(&mark("wenshang-bureau")).unwrap().clone();
        let stamp = Stamp { at: "2024-03-04T09:00:00+08:00".parse().unwrap(), by: official(bureau) };
        let unfiled = AnyCase::file(file(8, nanwang().into(), station.clone()), stamp, &scene.office).unwrap_err();
        let why = &unfiled.why.objections()[0];
        assert_eq!((why.rule, why.got.to_string().contains("station's bureau")), (Rule::VenueOpen, true), "{unfiled}");
    }
    assert_eq!(open, 1);
    assert_eq!(Access::Closed(Closed::NotTheBureaus).basis()[0].id(), "C14");
}

#[test]
fn a_window_that_decides_acts_in_the_name_of_the_county_body_and_with_its_own_seal() {
    let operator = "wenshang-supervisor";
    let mut driven = 0;
    for (way, county) in WAYS {
        let office = changed(|rows| {
            rows.units.push(town("nanwang"));
            rows.choices.push(chosen(way, county, FIRST));
            let online = rows.permissions.iter_mut().find(|it| it.venue == Venue::Online).unwrap();
            let handling = Handling::Decide(Bearer::Competent);
            online.gives = Admission { operator: BodyRef::Body(mark(operator)), handling };
            online.regions = [Region::Wenshang].into_iter().collect();
        });
        let scene = Scene { way, county, office };
        let runs = scene.office.now().body(&mark(operator)).unwrap().clone();
        if scene.told().decides == "township" {
            // a township's own power stays there, whatever seal it affixes
            let stamp = Stamp { at: "2024-03-04T09:00:00+08:00".parse().unwrap(), by: official(runs) };
            let unfiled = AnyCase::file(file(8, nanwang().into(), Venue::Online), stamp, &scene.office).unwrap_err();
            assert!(unfiled.why.names(Rule::VenueOpen), "{unfiled}");
            continue;
        }
        let case = scene.until(8, &Venue::Online, StageKind::Closed);
        let route = case.record().route();
        assert_eq!((route.access(), route.seal().is), (Access::Direct(Bearer::Competent), Seal::Region));
        assert!(route.decision().is.is(&scene.body("county")) && route.respondent().who().is(&scene.body("county")));
        assert!(!kinds(&case).contains(&StepKind::PassOn));
        for entry in case.record().entries() {
            let by = entry.stamp().by.body();
            match entry.kind() {
                StepKind::HandInCorrections | StepKind::Acknowledge => assert_ne!(by, Some(&scene.body("county"))),
                // what was decided in its name is the county body's to tell
                StepKind::Push => assert_eq!(by, Some(&scene.body("county"))),
                _ => assert_eq!(by, Some(&runs), "{}", entry.kind()),
            }
        }
        assert_eq!(case.record().duties().len(), if scene.pushes() { 4 } else { 0 });
        each_prefix_is_read_back_and_moves_on(&case, &scene.office);
        driven += 1;
    }
    assert_eq!(driven, 4);
}

#[test]
fn what_is_pushed_goes_to_the_seats_of_the_choice_and_waits_while_none_is_named() {
    let nobody =
        Choice { supervision: Supervision::NOBODY, ..chosen(Way::Intake, Some(UnitKind::ApprovalBureau), FIRST) };
    let office = changed(|rows| {
        rows.units.push(town("nanwang"));
        rows.choices.push(nobody);
    });
    let item = office.catalogue().latest().annex_2(8).unwrap();
    let mut walk = Walk::new(&office, filing_day(), None);
    let case = walk.until(StageKind::Concluded, item, nanwang(), &venues()[0]).unwrap();
    let empty: Vec<Gap> = Tier::ALL.map(Gap::EmptySeat).into();
    // a three-tier item has no city department that could stand in, and the plan's seats are for the plan's items
    assert_eq!(
        (case.record().gaps(), office.readiness(item, Region::Wenshang, filing_day()).gaps()),
        (&*empty, &*empty)
    );
    assert!(case.record().duties().iter().all(|it| it.to.is_none()));
    let on = case.record().last_at().day().succ_opt().unwrap();
    let bureau = official(office.now().body(&mark("wenshang-bureau")).unwrap().clone());
    let stamp = Stamp { at: tongquan::Moment::new(on, 9, 0, 0).unwrap(), by: bureau };
    let why = case.check(&Push {}.into(), &stamp, &office).unwrap_err();
    assert_eq!(why.objections().iter().map(|it| it.rule).collect::<Vec<_>>(), [Rule::AddresseesNamed]);
    let named = chosen(Way::Intake, Some(UnitKind::ApprovalBureau), on);
    let office = office.record(&Revision { choices: vec![named], ..Revision::on(on) }).unwrap();
    let closed = Walk::new(&office, on, None).on(case, StageKind::Closed).unwrap();
    let told: Vec<String> = closed.record().duties().iter().map(|it| it.to.as_ref().unwrap().to_string()).collect();
    assert_eq!(
        told,
        ["汶上县监管部门（虚构）", "汶上县执法机构（虚构）", "市级监管部门（虚构）", "市级执法机构（虚构）"]
    );
    each_prefix_may_move_on(&closed, &office);
}

pub(super) fn file(number: u8, place: Place, venue: Venue) -> File {
    File {
        case: mark("2024-000001"),
        item: Key::Annex2(number),
        place,
        scope: Scope::WITHIN,
        venue,
        applicant: "applicant-1".parse().unwrap(),
        materials: ["form", "subject", "proof"].map(mark).into(),
        follows: None,
    }
}

#[test]
fn what_has_no_choice_is_not_filed_and_the_refusal_says_what_is_missing() {
    let centre = &venues()[0];
    let filed = |office: &Office, file: File, day: &str| {
        let stamp = Stamp { at: format!("{day}T09:00:00+08:00").parse().unwrap(), by: official(town("nanwang")) };
        AnyCase::file(file, stamp, office).map_err(|it| it.why)
    };
    let direct = office_of(Way::Direct, None);
    let elsewhere = tongquan::place::Township::with_code(370_830_103).unwrap();
    let of = |place: Place| file(8, place, centre.clone());
    let crossing = File { scope: Scope::touching([Region::Liangshan]), ..of(nanwang().into()) };
    let crossing_elsewhere = File { place: Region::Wenshang.into(), ..crossing.clone() };
    let seal_less = office_of(Way::Review(None), None);
    let cases = [
        (&direct, of(nanwang().into()), "2021-07-30", Rule::RegionHasChosen),
        (&direct, of(Region::Wenshang.into()), "2021-07-31", Rule::RegionHasChosen),
        (&direct, of(elsewhere.into()), "2021-07-31", Rule::RegionHasChosen),
        (&direct, crossing, "2021-07-31", Rule::CrossingResolved),
        (&direct, crossing_elsewhere, "2021-07-31", Rule::CrossingResolved),
        (&seal_less, of(nanwang().into()), "2021-07-31", Rule::ReviewSealNamed),
        (&seal_less, of(elsewhere.into()), "2021-07-31", Rule::RegionHasChosen),
    ];
    for (office, file, on, rule) in cases {
        let why = filed(office, file, on).unwrap_err();
        assert_eq!(why.objections().iter().map(|it| it.rule).collect::<Vec<_>>(), [rule], "{why}");
        assert!(!why.zh().is_empty());
    }
    // a choice that begins later is told with its day
    let early = filed(&direct, of(nanwang().into()), "2021-07-30").unwrap_err();
    assert!(early.zh().contains("自2021-07-31起") && early.to_string().contains("from 2021-07-31 on"), "{early}");
    // where only the region is named, the townships are told; for a matter that lies in another one they are no way out
    let told = |place| filed(&direct, of(place), "2021-07-31").unwrap_err().zh();
    assert!(told(Region::Wenshang.into()).contains("应为：南旺镇"), "{}", told(Region::Wenshang.into()));
    assert!(!told(elsewhere.into()).contains("南旺镇"), "{}", told(elsewhere.into()));
    filed(&direct, of(nanwang().into()), "2021-07-31").unwrap();
    // a village is filed in its township
    let village = tongquan::place::Village::all().find(|it| it.township() == nanwang()).unwrap();
    filed(&direct, of(Place::Village(village)), "2021-07-31").unwrap();
}

#[test]
fn a_case_moves_on_to_a_later_handbook_under_what_its_region_chose_since() {
    let mut first = rows().clone();
    first.units.push(town("nanwang"));
    first.choices.push(chosen(Way::Direct, None, FIRST));
    let office = Office::new(vec![first]).unwrap();
    let case = {
        let item = office.catalogue().latest().annex_2(8).unwrap();
        Walk::new(&office, filing_day(), None).until(StageKind::Accepted, item, nanwang(), &venues()[0]).unwrap()
    };
    let on = case.record().last_at().day().succ_opt().unwrap();
    let known = rows().standards.iter().find(|it| it.item == Key::Annex2(8)).unwrap().clone();
    let second = Revision {
        choices: vec![chosen(Way::Intake, Some(UnitKind::ApprovalBureau), on)],
        standards: vec![tongquan::register::Standard { edition: 2, from: on, ..known }],
        ..Revision::on(on)
    };
    let office = office.record(&second).unwrap();
    let at = |hour| tongquan::Moment::new(on, hour, 0, 0).unwrap();
    let town = official(town("nanwang"));
    let transfer = Transfer { reason: "改用新版手册".parse().unwrap() };
    let moved = case.clone().apply(transfer.into(), Stamp { at: at(9), by: town.clone() }, &office).unwrap();
    let bureau = office.now().body(&mark("wenshang-bureau")).unwrap().clone();
    assert!(moved.record().route().decision().is.is(&bureau));
    // the papers lie with the township, which no longer decides
    let moved = moved.apply(PassOn {}.into(), Stamp { at: at(10), by: town }, &office).unwrap();
    assert!(moved.papers_with().unwrap().is(&bureau));
    let closed = Walk::new(&office, on, None).on(moved, StageKind::Closed).unwrap();
    assert_eq!(closed.record().duties().len(), 4);
    each_prefix_is_read_back_and_moves_on(&closed, &office);
    // without the move it keeps what was chosen on its filing day
    let kept = Walk::new(&office, on, None).on(case, StageKind::Closed).unwrap();
    assert_eq!(kept.record().duties(), []);
    assert_eq!(day(2024, 3, 4), kept.record().filed());
    // a choice is no edition: without a later handbook there is nothing to move on to
    let choice = chosen(Way::Intake, Some(UnitKind::ApprovalBureau), on);
    let alone = changed(|rows| {
        rows.units.push(super::town("nanwang"));
        rows.choices.push(chosen(Way::Direct, None, FIRST));
    });
    let alone = alone.record(&Revision { choices: vec![choice], ..Revision::on(on) }).unwrap();
    let transfer: AnyStep = Transfer { reason: "改用新版".parse().unwrap() }.into();
    let accepted = proven(&entries(&kept)[..=kinds(&kept).iter().position(|it| *it == StepKind::Accept).unwrap() + 1]);
    let stamp = Stamp { at: at(9), by: official(super::town("nanwang")) };
    let why = accepted.check(&transfer, &stamp, &alone).unwrap_err();
    assert!(why.names(Rule::LaterEdition), "{why}");
}
