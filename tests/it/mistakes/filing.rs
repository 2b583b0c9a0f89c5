//! Every mix of mistakes of a filing.

use std::{collections::BTreeSet, sync::LazyLock};

use tongquan::{
    Actor, AnyCase, Moment, Office, Place, Region, Rule, Scope, Stamp, Unit, UnitKind, Venue,
    case::{StageKind, steps::File},
    place::Township,
    register::{Choice, Items, Revision, TownshipDesk},
    route::{ChosenWay, Supervision},
};

use super::{
    Mistake,
    attempt::{CLERK, HOME, mark},
    broken_by, mistake, mixes, rules, then_told_whole,
};
use crate::support::{OFFICE, changed, day, marks, official, stranger};

#[derive(Clone)]
pub(super) struct Filing {
    pub(super) step: File,
    pub(super) stamp: Stamp,
    /// Whether plans are on record.
    pub(super) planned: bool,
}

pub(super) fn good() -> Filing {
    let step = File {
        case: mark("C-1"),
        item: "WS-001".parse().unwrap(),
        place: Place::Region(HOME),
        scope: Scope::WITHIN,
        venue: HOME.centre().unwrap().into(),
        applicant: "applicant-1".parse().unwrap(),
        materials: marks(&["form", "subject", "proof"]),
        follows: Some(mark("C-0")),
    };
    let body = OFFICE.now().body(&mark("wenshang-bureau")).unwrap().clone();
    let by = Actor::Official { body, person: CLERK.parse().unwrap() };
    Filing { step, stamp: Stamp { at: nine(day(2024, 3, 4)), by }, planned: true }
}

/// 南旺镇
const NANWANG: u32 = 370_830_102;

/// Each is of another item, or of another place.
const THREE_TIER: [&str; 3] = [
    "of an item that nobody has chosen for",
    "of an item chosen for by townships, in none",
    "of an item whose review has no seal",
];

/// The region chose that 南旺镇 reviews A2-4, and not under whose seal.
fn choose(rows: &mut Revision) {
    let id = mark("nanwang");
    rows.units.push(Unit {
        id: id.clone(),
        region: HOME,
        kind: UnitKind::Township,
        name: "南旺某办（虚构）".parse().unwrap(),
    });
    rows.choices.push(Choice {
        region: HOME,
        items: Items::Only(vec!["A2-4".parse().unwrap()]),
        from: rows.recorded,
        way: ChosenWay::Review { seal: None },
        townships: vec![TownshipDesk { township: Township::with_code(NANWANG).unwrap(), body: id }],
        supervision: Supervision::default(),
    });
}

/// What a filing is refused for whatever the registers have.
const OF_ITSELF: [Rule; 3] = [Rule::PlaceHasRegion, Rule::NamedOnce, Rule::NewCase];

pub(super) fn mistakes() -> Vec<Mistake<Filing>> {
    vec![
        // what there is nothing of is told first, and of the others what the filing says by itself
        mistake("before the first edition", Rule::EditionInForce, |it: &mut Filing| {
            it.stamp.at = nine(day(2021, 6, 14))
        })
        .alone_but_for(&OF_ITSELF),
        mistake("of no item", Rule::ItemInForce, |it: &mut Filing| it.step.item = "A1-62".parse().unwrap())
            .alone_but_for(&OF_ITSELF)
            .never_with(&THREE_TIER),
        mistake("of no region", Rule::PlaceHasRegion, |it: &mut Filing| it.step.place = Place::City)
            .alone_but_for(&OF_ITSELF[1..]),
        mistake("across regions", Rule::CrossingResolved, |it: &mut Filing| {
            it.step.scope = Scope::touching([Region::Qufu]);
        })
        .alone_but_for(&OF_ITSELF[1..]),
        mistake("of an item that nobody has chosen for", Rule::RegionHasChosen, |it: &mut Filing| {
            it.step.item = "A2-3".parse().unwrap();
        })
        .alone_but_for(&OF_ITSELF[1..])
        .never_with(&THREE_TIER[1..]),
        mistake("of an item chosen for by townships, in none", Rule::RegionHasChosen, |it: &mut Filing| {
            it.step.item = "A2-4".parse().unwrap();
        })
        .alone_but_for(&OF_ITSELF[1..])
        .never_with(&THREE_TIER[2..]),
        mistake("of an item whose review has no seal", Rule::ReviewSealNamed, |it: &mut Filing| {
            it.step.item = "A2-4".parse().unwrap();
            if it.step.place != Place::City {
                it.step.place = Township::with_code(NANWANG).unwrap().into();
            }
        })
        .alone_but_for(&OF_ITSELF[1..]),
        // nobody holds a role that nobody was named for
        mistake("where no plan names anybody", Rule::HandlerNamed, |it: &mut Filing| it.planned = false)
            .also(&[Rule::ActorHoldsRole]),
        mistake("at a kiosk of no permission", Rule::VenueOpen, |it: &mut Filing| {
            it.step.venue = Venue::Kiosk("某处（虚构）".parse().unwrap());
        }),
        mistake("by a body of no role", Rule::ActorHoldsRole, |it: &mut Filing| it.stamp.by = official(stranger(HOME)))
            .never_with(&["by the applicant"]),
        mistake("by the applicant", Rule::ActorHoldsRole, |it: &mut Filing| {
            it.stamp.by = Actor::Applicant(it.step.applicant.clone());
        }),
        mistake("a paper twice", Rule::NamedOnce, |it: &mut Filing| it.step.materials.push(mark("form"))),
        mistake("after itself", Rule::NewCase, |it: &mut Filing| it.step.follows = Some(it.step.case.clone())),
    ]
}

fn nine(on: chrono::NaiveDate) -> Moment {
    Moment::new(on, 9, 0, 0).unwrap()
}

/// The office in which 汶上县 chose, with plans or without.
pub(super) fn office(planned: bool) -> &'static Office {
    static PLANNED: LazyLock<Office> = LazyLock::new(|| changed(choose));
    static UNPLANNED: LazyLock<Office> = LazyLock::new(|| {
        changed(|rows| {
            choose(rows);
            rows.plans.clear();
        })
    });
    if planned { &PLANNED } else { &UNPLANNED }
}

#[test]
fn every_mix_of_mistakes_of_a_filing_is_refused_by_exactly_its_rules_and_everything_comes_back() {
    let mistakes = mistakes();
    let (mut mixed, mut seen) = (0, BTreeSet::new());
    for chosen in mixes(&mistakes) {
        let mut filing = good();
        chosen.iter().for_each(|it| (it.does)(&mut filing));
        let Filing { step, stamp, planned } = filing;
        let office = office(planned);
        let names: Vec<&str> = chosen.iter().map(|it| it.name).collect();
        let expected = broken_by(&mistakes, &chosen);
        match AnyCase::file(step.clone(), stamp.clone(), office) {
            Ok(case) => {
                assert_eq!(expected, [], "{names:?}: accepted");
                assert_eq!((case.stage(), case.record().version()), (StageKind::Filed, 1));
            }
            Err(back) => {
                assert_eq!(rules(&back.why), expected, "{names:?}: {}", back.why);
                assert_eq!((&back.step, &back.stamp), (&step, &stamp), "{names:?}");
                then_told_whole(&back.why);
                seen.extend(expected);
            }
        }
        mixed += 1;
    }
    assert_eq!((mixed, seen.len()), (1_920, 11));
}
