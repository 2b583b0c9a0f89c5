//! Cases of every class of route, each with who has which hand in it as the models tell, and everybody who might ask.

use std::{collections::BTreeSet, sync::LazyLock};

use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, Body, Department, Office, Region, Stamp, Unit, UnitKind,
    body::Agency,
    case::{
        Message, Role, StageKind,
        steps::{Ground, NotAccept},
    },
    route::Tier,
};

use super::mark;
use crate::{
    choices::cases::{Scene as Town, venues},
    model::{self, Situation, beside, township::Way},
    scenes::{Letters, PLAYED, Scene, Shot, next_day, stage},
    support::official,
};

/// A case at a point of its course, and who has which hand in it.
pub(crate) struct Told {
    /// Where it is, for messages.
    pub(crate) what: String,
    /// Which point of the course.
    pub(crate) shot: &'static str,
    pub(crate) stage: &'static str,
    pub(crate) office: &'static Office,
    pub(crate) case: &'static AnyCase,
    pub(crate) hands: Hands,
    /// Whom pushes were sent to.
    pub(crate) pushed_to: Vec<Body>,
}

#[derive(Clone)]
pub(crate) struct Hands {
    /// As the model calls the route.
    pub(crate) route: &'static str,
    pub(crate) takes_in: Body,
    pub(crate) accepts: Body,
    pub(crate) decides: Body,
    /// In whose name it is decided, at a window that decides directly too: who pushes.
    pub(crate) in_name_of: Body,
    /// Whose seal the decision carries.
    pub(crate) seal_of: Body,
    /// Who decides the item there, no window asked.
    pub(crate) decides_now: Body,
    pub(crate) department: Option<Department>,
    /// The four seats, where the approval bureau handles it.
    pub(crate) seats: Vec<Body>,
}

/// Every point of every course of every scene, and of three-tier items in a township.
pub(crate) fn told() -> &'static [Told] {
    static TOLD: LazyLock<Vec<Told>> = LazyLock::new(|| {
        let played = PLAYED.iter().flat_map(|it| {
            let hands = Hands::of(&it.scene);
            it.shots.iter().map(move |shot| Told::of(&it.scene, shot, hands.clone()))
        });
        played.chain(towns()).collect()
    });
    &TOLD
}

impl Told {
    fn of(scene: &'static Scene, shot: &'static Shot, hands: Hands) -> Self {
        let sent = shot.letters != Letters::Unsent;
        Self {
            what: format!("“{}” of {scene:?}", shot.told),
            shot: shot.told,
            stage: shot.stage(),
            office: scene.office(),
            case: &shot.case,
            pushed_to: if sent { hands.seats.clone() } else { Vec::new() },
            hands,
        }
    }

    /// Those whom the model's word means.
    pub(crate) fn bodies(&self, symbol: &str) -> Vec<Body> {
        let Hands { seats, department, .. } = &self.hands;
        match symbol {
            "county_supervisor" => seats[..1].to_vec(),
            "county_enforcement" => seats[1..2].to_vec(),
            "city_supervisor" => seats[2..3].to_vec(),
            "city_enforcement" => seats[3..].to_vec(),
            "department" => vec![department.unwrap().into()],
            "approval_bureau" => vec![Department::ApprovalService.into()],
            "general_office" => vec![Department::GovernmentOffice.into()],
            other => panic!("nobody is {other}"),
        }
    }
}

impl Hands {
    fn of(scene: &'static Scene) -> Self {
        let it = &scene.situation;
        // the model tells a window in the department's own name as the city's under its old authority
        let own_name = it.venue == "direct" && it.fallen_back;
        let route = if it.fallen_back && !own_name { beside::GAP } else { it.standing };
        let handler = || Body::from(scene.handler().unwrap());
        let department = || Body::from(scene.department().unwrap());
        let who = |step, stage, situation: &Situation| {
            let who = model::who_may(step, stage, situation);
            assert_eq!(who.len(), 1, "{step} of {scene:?}");
            scene.body(who.first().unwrap()).unwrap()
        };
        let by_hand = |hand: &str| if hand == "region" { handler() } else { department() };
        let decides = who("decide_favourably", "accepted", it);
        let (in_name_of, seal_of) = match it.venue {
            "direct" if own_name => (department(), department()),
            "direct" => (handler(), handler()),
            _ => (decides.clone(), by_hand(beside::hands(route).seal_of)),
        };
        let now = Situation { venue: "competent", fallen_back: it.fallen_back && !own_name, ..*it };
        let seats = Tier::ALL.into_iter().filter(|_| scene.pushes()).map(|it| scene.addressee(Message::Push(it)));
        Self {
            route,
            takes_in: who("file", "", it),
            accepts: who("accept", "filed", it),
            decides,
            in_name_of,
            seal_of,
            decides_now: who("decide_favourably", "accepted", &now),
            department: scene.department(),
            seats: seats.collect(),
        }
    }

    fn in_town(town: &Town) -> Self {
        let route = match town.way {
            Way::Direct => beside::TOWN_DIRECT,
            Way::Window => beside::TOWN_WINDOW,
            Way::Review(Some("township")) => beside::TOWN_REVIEW,
            Way::Review(_) => beside::TOWN_REVIEW_COUNTY,
            Way::Intake => beside::TOWN_INTAKE,
        };
        let hands = beside::hands(route);
        let decides = town.body(hands.decides);
        let seat = |id: &str| town.office.now().body(&mark(id)).unwrap().clone();
        let seats = ["wenshang-supervisor", "wenshang-enforcement", "city-supervisor", "city-enforcement"];
        Self {
            route,
            takes_in: town.body(hands.takes_in),
            accepts: town.body(hands.accepts),
            in_name_of: decides.clone(),
            decides_now: decides.clone(),
            decides,
            seal_of: town.body(hands.seal_of),
            department: None,
            seats: seats.into_iter().filter(|_| town.pushes()).map(seat).collect(),
        }
    }
}

/// Three-tier items, under every way to choose.
fn towns() -> Vec<Told> {
    static TOWNS: LazyLock<Vec<(Town, Vec<AnyCase>)>> = LazyLock::new(|| {
        let stages = [StageKind::Filed, StageKind::Accepted, StageKind::Decided, StageKind::Sealed, StageKind::Closed];
        let played = |town: Town| {
            let mut cases: Vec<AnyCase> = stages.into_iter().map(|stage| town.until(8, &venues()[0], stage)).collect();
            cases.push(turned_away(cases[0].clone(), &town.office));
            (town, cases)
        };
        Town::all().map(played).collect()
    });
    let all = TOWNS.iter().flat_map(|(town, cases)| {
        let hands = Hands::in_town(town);
        cases.iter().map(move |case| Told {
            what: format!("{} of {} by {:?}", case.stage(), hands.route, town.county),
            shot: match case.stage() {
                StageKind::Filed => "filed",
                StageKind::Accepted => "accepted",
                StageKind::NotAccepted => "turned away",
                StageKind::Decided => "decided",
                StageKind::Sealed => "sealed",
                _ => "closed",
            },
            stage: stage(case.stage()),
            office: &town.office,
            case,
            pushed_to: if case.stage() == StageKind::Closed { hands.seats.clone() } else { Vec::new() },
            hands: hands.clone(),
        })
    });
    all.collect()
}

fn turned_away(case: AnyCase, office: &Office) -> AnyCase {
    let by = case.record().holders(Role::Accepting).next().unwrap().to_body().unwrap();
    let stamp = Stamp { at: next_day(&case), by: official(by) };
    case.apply(NotAccept { receipt: mark("BYSL-1"), ground: Ground::NothingToApplyFor }.into(), stamp, office).unwrap()
}

/// Everybody who might ask: every department of the city, every unit on record and one of each kind that is not, in every region's name, the city's
/// agencies, partners, applicants; and under other names and in other regions those who have a hand in it.
pub(crate) fn everybody(told: &Told) -> Vec<Actor> {
    let hands = &told.hands;
    let mut bodies: BTreeSet<Body> = everybody_of(told.office);
    bodies.extend([&hands.takes_in, &hands.accepts, &hands.decides, &hands.in_name_of].map(Clone::clone));
    bodies.extend(hands.seats.iter().chain(&told.pushed_to).cloned());
    let units: Vec<Unit> =
        bodies.iter().filter_map(|it| if let Body::Unit(it) = it { Some(it.clone()) } else { None }).collect();
    let decides = units.iter().find(|it| hands.in_name_of.is(&Body::Unit((*it).clone())));
    if let Some(it) = decides {
        bodies.insert(Unit { region: Region::Yanzhou, ..it.clone() }.into());
        bodies.insert(Unit { name: "更名后的单位（虚构）".parse().unwrap(), ..it.clone() }.into());
    }
    let applicants = ["applicant-1", "applicant-2"].map(|it| Actor::Applicant(it.parse().unwrap()));
    bodies.into_iter().map(official).chain(applicants).collect()
}

/// The same, of an office.
pub(crate) fn everybody_of(office: &Office) -> BTreeSet<Body> {
    let agency = |id: &str| Agency { id: mark(id), name: "某单位（虚构）".parse().unwrap() };
    let rows = office.revisions();
    let units = rows.iter().flat_map(|it| it.units.iter().cloned().map(Body::from));
    let strangers = Region::all().flat_map(|region| {
        UnitKind::iter().map(move |kind| {
            let (id, name) = (mark(&format!("stranger-{}", kind as usize)), "某单位（虚构）".parse().unwrap());
            Body::from(Unit { id, region, kind, name })
        })
    });
    let agencies = ["city-supervisor", "city-enforcement", "online-operator"];
    let partners = ["online-operator", "bank", "city-supervisor"];
    let city = Department::all().map(Body::from);
    let all = units.chain(strangers).chain(city).chain(agencies.map(|it| Body::City(agency(it))));
    all.chain(partners.map(|it| Body::Partner(agency(it)))).collect()
}
