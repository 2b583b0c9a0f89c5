//! Every route, against the independent model: 76 items × 15 regions × scopes × plans × venues × recorded starts.

use chrono::{Days, NaiveDate};
use tongquan::{
    Body, Edition, Item, Key, Party, Place, Question, Region, Route, Scope, Seal, Unit, UnitKind, Venue,
    body::{Agency, BodyRef},
    catalogue::{NoItem, Why},
    place::{Centre, Township, Village},
    register::{Items, Permission, Plan, Posting, Revision, Undertaken, Uses},
    route::{
        Access, Admission, AskError, Bearer, Closed, Handling, NoRoute, Offer, Supervision, Supervisors, Undertaking,
    },
};

use crate::{
    model::{self, Record},
    support::{OFFICE, day, filing_day},
};

pub(crate) mod offices;
mod whole;
mod why;
mod windows;
use offices::office_of;

const ANOTHER: &str = "somebody else";

fn part(party: Party<'_>, region: Region, item: Item<'_>) -> &'static str {
    match party {
        Party::Posted { department, region: at } if Some(department) == item.department() && at == region => {
            "city_staff_at_region"
        }
        Party::Department(department) if Some(department) == item.department() => "city",
        Party::Undertaker(it) if it == region => "region",
        Party::Unit(it) if it.region == region => "region",
        _ => ANOTHER,
    }
}

/// What the window is, or why it is closed.
pub(crate) const fn access(access: Access) -> &'static str {
    match access {
        Access::Competent => "competent",
        Access::Outpost => "outpost",
        Access::PassOn => "pass_on",
        Access::Direct(_) => "direct",
        Access::NotAsked => "not asked",
        Access::Closed(closed) => match closed {
            Closed::NotRecorded => "closed: not recorded",
            Closed::NotBegun(_) => "closed: not begun",
            Closed::Ended(_) => "closed: ended",
            Closed::SealNo2 => "closed: Seal No. 2",
            Closed::NoBearer => "closed: no seal of its own",
            Closed::NotTheBureaus => "closed: not the bureau's",
            Closed::NotForVillages => "closed: no public service",
            Closed::NoAuthority => "closed: no authority",
        },
    }
}

const fn seal(seal: Seal) -> &'static str {
    match seal {
        Seal::Region => "region_own",
        Seal::Township => "township_own",
        Seal::Department => "city_own",
        Seal::No2 => "no2",
    }
}

fn number(item: Item<'_>) -> (u8, u8) {
    match item.key() {
        Key::Annex1(number) => (1, *number),
        Key::Annex2(number) => (2, *number),
        Key::Own(_) => panic!("not of an annex"),
    }
}

/// A region's window is the region's body at its own counter.
fn expected(part: &'static str) -> &'static str {
    if part == "region_window" { "region" } else { part }
}

#[track_caller]
pub(crate) fn agrees(route: &Route<'_>, item: Item<'_>, region: Region, model: &model::Answer) {
    assert_eq!(part(route.intake().is, region, item), expected(model.intake));
    agrees_beyond_intake(route, item, region, model);
}

/// As the model, whoever takes the papers in.
#[track_caller]
fn agrees_beyond_intake(route: &Route<'_>, item: Item<'_>, region: Region, model: &model::Answer) {
    let told = |party| part(party, region, item);
    assert_eq!(route.standing().label(), model.modality);
    assert_eq!(told(route.acceptance().is), expected(model.accepts));
    assert_eq!(told(route.decision().is), model.decides);
    assert_eq!(seal(route.seal().is), model.seal);
    let mut answers = vec![told(route.answers().is)];
    if let Some(intake) = route.answers_for_intake() {
        assert_eq!(told(intake.is), "region");
        answers.push("region_for_intake");
    }
    assert_eq!(answers, model.answers);
    assert_eq!(told(route.respondent().who()), model.respondent);
    assert_eq!(route.respondent().is_contested(), model.contested);
    assert_eq!(route.reports_to().is_some(), model.reports);
    let cited: Vec<&str> = route.why().basis.iter().map(|it| it.id()).collect();
    // the document's list is not what speaks where an amendment does, or a service's own record
    let listed = matches!(route.why().is.why, Why::Column | Why::Remark | Why::Note);
    for source in model.basis.iter().filter(|it| listed || **it != "A1") {
        assert!(cited.contains(source), "{item} in {region}: {source} is not among {cited:?}");
    }
    for answer in [route.intake(), route.acceptance(), route.decision(), route.answers()] {
        assert!(!answer.basis.is_empty());
    }
    assert!(!route.seal().basis.is_empty());
    let answered: Vec<&str> = route
        .answers()
        .basis
        .iter()
        .chain(route.answers_for_intake().map_or(&[][..], |it| it.basis))
        .map(|it| it.id())
        .collect();
    let owed = model::answers_basis(model.modality);
    assert!(owed.is_empty() || owed.iter().any(|it| answered.contains(it)), "{item} in {region}: {answered:?}");
}

/// The city's, under its old authority, for want of a body or of staff (S11).
#[track_caller]
fn agrees_fallen_back(route: &Route<'_>, item: Item<'_>, region: Region) {
    for party in [route.acceptance().is, route.decision().is, route.answers().is, route.respondent().who()] {
        assert_eq!(part(party, region, item), "city");
    }
    assert_eq!((route.seal().is, route.reports_to()), (Seal::Department, None));
}

fn crossing(home: Region) -> Scope {
    Scope::touching(Region::all().filter(|it| *it != home).take(1))
}

/// Nothing but the region itself, each other alone and beside it, and all others, so told and with it.
fn scopes(home: Region) -> Vec<(Scope, bool)> {
    let others = || Region::all().filter(move |it| *it != home);
    let within = [Scope::WITHIN, Scope::touching([home])].map(|it| (it, false));
    let each = others().flat_map(|it| [Scope::touching([it]), Scope::touching([home, it])]);
    let all = [Scope::touching(others()), Scope::touching(Region::all())];
    within.into_iter().chain(each.chain(all).map(|it| (it, true))).collect()
}

#[test]
fn the_catalogue_alone_answers_as_the_model_for_every_item_region_and_scope() {
    let mut compared = 0;
    for item in Edition::built_in().items() {
        let (annex, number) = number(item);
        assert_eq!(item.kind().label(), model::kind(annex, number));
        if annex == 1 {
            assert_eq!(item.department().unwrap().label(), model::department(number));
            assert_eq!(item.column().unwrap().label(), model::base(number));
        }
        for region in Region::all() {
            for (scope, crosses) in scopes(region) {
                let model = model::answer(annex, number, region.label(), crosses);
                match Route::of(item, region, scope) {
                    Ok(route) => agrees(&route, item, region, &model),
                    Err(none) => {
                        assert_eq!(none.standing().unwrap().label(), model.modality);
                        assert_eq!(model.decides, "nobody");
                        let cited: Vec<&str> = none.basis().iter().map(|it| it.id()).collect();
                        assert!(model.basis.iter().all(|it| cited.contains(it)));
                        assert!(!none.zh().is_empty() && !none.to_string().is_empty());
                    }
                }
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 76 * 15 * (2 + 14 * 2 + 2));
}

#[test]
fn a_matter_crosses_only_when_it_touches_a_second_region() {
    let regions: Vec<Region> = Region::all().collect();
    let mut asked = 0;
    for touched in 0_u32..1 << regions.len() {
        let touches = |at: usize| touched >> at & 1 == 1;
        let scope = Scope::touching((0..regions.len()).filter(|at| touches(*at)).map(|at| regions[at]));
        for (home, region) in regions.iter().enumerate() {
            assert_eq!(scope.crosses(*region), touched & !(1 << home) != 0);
            asked += 1;
        }
    }
    assert_eq!(asked, 32_768 * 15);
}

#[test]
fn what_a_plan_lacks_makes_a_devolved_item_the_citys_and_says_so() {
    for handler in [None, Some(UnitKind::ApprovalBureau), Some(UnitKind::Sector)] {
        for posted in [false, true] {
            let office = office_of(handler, posted);
            for item in Edition::built_in().items().filter(|it| it.department().is_some()) {
                for region in Region::all() {
                    for (scope, crosses) in [(Scope::WITHIN, false), (crossing(region), true)] {
                        let (annex, number) = number(item);
                        let model = model::answer(annex, number, region.label(), crosses);
                        let venue = Venue::Online;
                        let place = Place::Region(region);
                        let asked = Question { item: item.key(), place, scope, venue: Some(&venue), day: filing_day() };
                        let route = office.route(&asked).unwrap();
                        let falls = model::fallback(model.modality, handler.is_some(), posted);
                        assert_eq!(route.why().is.gap.is_some(), falls);
                        if falls {
                            assert_eq!(part(route.decision().is, region, item), "city");
                            assert_eq!(part(route.intake().is, region, item), "city");
                            assert_eq!(route.seal().is, Seal::Department);
                            assert_eq!(route.counter(), Some(Centre::CITY.into()));
                            assert!(route.why().basis.iter().any(|it| it.id() == "S11"));
                            assert_eq!(route.reports_to(), None);
                        } else {
                            agrees(&route, item, region, &model);
                        }
                        let bureau = handler == Some(UnitKind::ApprovalBureau);
                        let decides = !falls && model.decides == "region";
                        assert_eq!(route.owes_pushes(), model::pushes(model.modality, decides, bureau));
                        let watched = match route.supervisors() {
                            Supervisors::Seats(_) => "seats",
                            Supervisors::Department(_) => "department",
                            Supervisors::None => "none",
                            Supervisors::Own | Supervisors::PlanNotAsked(_) => "never here",
                        };
                        let expected = if !decides {
                            "none"
                        } else if bureau {
                            "seats"
                        } else {
                            "department"
                        };
                        assert_eq!(watched, expected);
                    }
                }
            }
        }
    }
}

/// One venue of each kind, in a region and away from it.
fn venues(region: Region) -> Vec<(&'static str, Venue, bool)> {
    let elsewhere = Region::all().find(|it| *it != region && it.centre().is_some()).unwrap();
    let township = |at: Region| Township::all().find(|it| it.managing_region().0 == at);
    let village = |at: Region| Village::all().find(|it| it.managing_region().0 == at);
    let name = || "某处（虚构）".parse().unwrap();
    let mut venues = vec![("city_centre", Venue::Centre(Centre::CITY), false)];
    for (at, same) in [(region, true), (elsewhere, false)] {
        let own = at.centre().or_else(|| Region::Qufu.centre()).unwrap();
        venues.push(("county_centre", own.into(), same));
        if let (Some(township), Some(village)) = (township(at), village(at)) {
            venues.push(("township_station", Venue::TownshipStation(township), same));
            venues.push(("township_centre", Venue::TownshipCentre(township), same));
            venues.push(("village_station", Venue::VillageStation(village), same));
        }
        venues.push(("joint_centre", Venue::JointCentre(name()), same));
        venues.push(("bank", Venue::BankOutlet(name()), same));
        venues.push(("kiosk", Venue::Kiosk(name()), same));
        venues.push(("online", Venue::Online, same));
    }
    venues
}

#[test]
fn a_venue_asked_after_another_is_answered_as_if_it_alone_were_asked() {
    let item = Edition::built_in().annex_1(36).unwrap(); // under Seal No. 2
    let gives = |handling| Admission { operator: item.department().unwrap().into(), handling };
    let [directly, passed_on] = [gives(Handling::Decide(Bearer::Department)), gives(Handling::PassOn)];
    for region in Region::all() {
        let listed = Route::of(item, region, Scope::WITHIN).unwrap();
        let first = listed.at(&Venue::Online, Offer::Running(&directly));
        assert_eq!(first.seal().is, Seal::Department);
        for venue in [Venue::Online, Venue::Centre(Centre::CITY)].into_iter().chain(listed.counter()) {
            for offer in [Offer::NotRecorded, Offer::Running(&passed_on), Offer::Running(&directly)] {
                let (again, alone) = (first.at(&venue, offer), listed.at(&venue, offer));
                assert_eq!(again, alone, "{venue} in {region}");
            }
        }
    }
}

static NOBODY: Supervision = Supervision::NOBODY;

#[test]
fn what_has_no_route_says_which_part_of_the_question_failed() {
    let office = &*OFFICE;
    let venue = Venue::Online;
    let (known, place, scope) = (Key::Annex1(36), Place::Region(Region::Wenshang), Scope::WITHIN);
    let asked = Question { item: &known, place, scope, venue: Some(&venue), day: day(2021, 6, 14) };
    let first = day(2021, 6, 15);
    assert_eq!(office.route(&asked).unwrap_err(), AskError::NoItem(NoItem::NotInForce { day: asked.day, first }));
    assert!(office.route(&Question { day: first, ..asked }).is_ok());

    let asked = Question { day: filing_day(), ..asked };
    let item = Key::Annex1(62);
    let unknown = office.route(&Question { item: &item, ..asked }).unwrap_err();
    assert!(
        matches!(&unknown, AskError::NoItem(NoItem::NoSuch(it)) if it.input == "A1-62" && !it.nearest.is_empty()),
        "{unknown}"
    );
    let nowhere = office.route(&Question { place: Place::City, ..asked }).unwrap_err();
    assert_eq!(nowhere, AskError::NoRegion { place: Place::City });
    let item = Key::Annex2(3);
    let region = Region::Wenshang;
    let choose = office.route(&Question { item: &item, ..asked }).unwrap_err();
    assert_eq!(choose, AskError::NoRoute(NoRoute::RegionMustChoose { region }));
    for error in [unknown, nowhere, choose] {
        assert!(!error.to_string().is_empty() && !error.zh().is_empty());
    }
}

#[test]
fn a_question_without_a_venue_is_answered_as_the_competent_counter_answers_it() {
    let mut asked_of = 0;
    for (item, region) in Edition::built_in().items().flat_map(|item| Region::all().map(move |it| (item, it))) {
        let asked =
            Question { item: item.key(), place: region.into(), scope: Scope::WITHIN, venue: None, day: filing_day() };
        let Ok(route) = OFFICE.route(&asked) else { continue };
        assert_eq!((route.access(), route.access_basis()), (Access::NotAsked, &[][..]), "{item} in {region}");
        let Some(counter) = route.counter() else { continue };
        let there = OFFICE.route(&Question { venue: Some(&counter), ..asked }).unwrap();
        assert_ne!(route, there);
        assert_eq!((route.at(&counter, Offer::NotRecorded), there.access()), (there, Access::Competent));
        asked_of += 1;
    }
    assert_eq!(asked_of, 61 * 15);
}

#[test]
fn outward_law_is_told_for_days_that_its_version_covers_and_refused_for_others() {
    for item in Edition::built_in().items().filter(|it| it.department().is_some()) {
        for region in Region::all() {
            let respondent = Route::of(item, region, Scope::WITHIN).unwrap().respondent();
            assert!(respondent.in_reconsideration(day(2023, 12, 31)).is_err(), "{item} in {region}");
            assert!(respondent.in_reconsideration(day(2024, 1, 1)).is_ok());
            assert!(respondent.in_litigation(day(2021, 6, 15)).is_ok());
            assert!(respondent.in_litigation(day(2017, 6, 30)).is_err());
            assert!(respondent.litigation().next().is_some() && respondent.reconsideration().next().is_some());
        }
    }
}
