//! Readiness of three-tier items: whether the region chose, and of each way to choose what it needs and lacks.

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Department, Modality, Moment, Office, Place, Question, Region, Scope, Stamp, Standing, Unit,
    UnitKind, Venue,
    body::BodyRef,
    case::steps::File,
    place::Township,
    register::{Choice, Items, Missing, Revision, TownshipDesk},
    route::{AskError, ChosenWay, Effect, Gap, NoRoute, Owes, ReviewSeal, Supervision, Tier},
    text::Mark,
};

use crate::support::{day, filing_day, mark, rows};

const REGION: Region = Region::Wenshang;
const ITEM: &str = "A2-3";

fn from() -> NaiveDate {
    day(2021, 7, 31)
}

/// 南旺镇
fn there() -> Township {
    Township::with_code(370_830_102).unwrap()
}

/// Every way to choose, and whether the county's approval bureau decides by it.
fn ways() -> [(ChosenWay<Mark>, bool); 9] {
    let [bureau, sector] = ["bureau", "sector"].map(mark);
    let review = |seal| ChosenWay::Review { seal };
    [
        (ChosenWay::Direct, false),
        (ChosenWay::Window { county: bureau.clone() }, true),
        (ChosenWay::Window { county: sector.clone() }, false),
        (review(None), false),
        (review(Some(ReviewSeal::Township)), false),
        // the township decides, whosever seal it affixes
        (review(Some(ReviewSeal::County(bureau.clone()))), false),
        (review(Some(ReviewSeal::County(sector.clone()))), false),
        (ChosenWay::Intake { county: bureau }, true),
        (ChosenWay::Intake { county: sector }, false),
    ]
}

fn choice(way: ChosenWay<Mark>, from: NaiveDate, supervision: Supervision<BodyRef>) -> Choice {
    Choice {
        region: REGION,
        items: Items::Only(vec![ITEM.parse().unwrap()]),
        from,
        way,
        townships: vec![TownshipDesk { township: there(), body: mark("nanwang") }],
        supervision,
    }
}

/// Units of the region, and the handbook of the item where there is one.
fn bare(handbook: bool) -> Revision {
    let unit = |id, kind| Unit { id: mark(id), region: REGION, kind, name: "（虚构）".parse().unwrap() };
    let known = rows().standards.iter().filter(|it| handbook && it.item.to_string() == ITEM);
    Revision {
        units: vec![
            unit("bureau", UnitKind::ApprovalBureau),
            unit("sector", UnitKind::Sector),
            unit("police", UnitKind::Enforcement),
            unit("nanwang", UnitKind::Township),
        ],
        standards: known.cloned().collect(),
        ..Revision::on(from())
    }
}

#[track_caller]
fn office(choices: Vec<Choice>, handbook: bool) -> Office {
    Office::new(vec![Revision { choices, ..bare(handbook) }]).unwrap()
}

/// The region chose review, and named no seal.
pub(super) fn without_a_seal() -> Office {
    office(vec![choice(ChosenWay::Review { seal: None }, from(), Supervision::NOBODY)], true)
}

/// Of the four seats, those of which a bit is set are taken.
fn seats(taken: u8) -> Supervision<BodyRef> {
    Supervision::by_seat(|tier| {
        let who = match tier {
            Tier::CountySupervisor => BodyRef::Body(mark("sector")),
            Tier::CountyEnforcement => BodyRef::Body(mark("police")),
            Tier::CitySupervisor | Tier::CityEnforcement => BodyRef::Department(Department::Housing),
        };
        (taken >> tier as u8 & 1 == 1).then_some(who)
    })
}

#[track_caller]
fn missing(office: &Office, region: Region, on: NaiveDate) -> Vec<Missing> {
    let item = office.catalogue().latest().look_up(ITEM).unwrap();
    let readiness = office.readiness(item, region, on);
    assert_eq!(readiness.seals(), []);
    assert_eq!(readiness.findings().count(), 0, "no city department owes anything of it");
    let missing: Vec<Missing> = readiness.missing().collect();
    assert!(missing.iter().map(|it| &it.gap).eq(readiness.gaps()));
    missing
}

#[track_caller]
fn gaps(office: &Office, region: Region, on: NaiveDate) -> Vec<Gap> {
    missing(office, region, on).iter().map(|it| it.gap).collect()
}

/// What must be missing: said without the registers.
fn expected(way: Option<&(ChosenWay<Mark>, bool)>, handbook: bool, taken: u8) -> Vec<Gap> {
    let unsealed = way.is_some_and(|(way, _)| *way == ChosenWay::Review { seal: None });
    let bureau = way.is_some_and(|(_, bureau)| *bureau);
    let empty = Tier::ALL.into_iter().filter(|tier| bureau && taken >> *tier as u8 & 1 == 0);
    let mut gaps = Vec::new();
    gaps.extend(way.is_none().then_some(Gap::NotChosen));
    gaps.extend(unsealed.then_some(Gap::SealNotNamed));
    gaps.extend((!handbook).then_some(Gap::NoStandard));
    gaps.extend(empty.map(Gap::EmptySeat));
    gaps
}

/// Nobody but the region owes it, and of all that only to choose has a day in the document; without a choice or its seal there is no route.
#[track_caller]
fn then_the_region_owes_it(it: &Missing) {
    let barred = matches!(it.gap, Gap::NotChosen | Gap::SealNotNamed);
    assert_eq!(it.effect, if barred { Effect::NoRoute } else { Effect::Told }, "{it}");
    assert_eq!((it.owes, it.department, it.region), (Owes::Region, None, REGION), "{it}");
    // C15: 第一批15项于7月31日前实现三级同权
    let due = (it.gap == Gap::NotChosen).then_some(day(2021, 7, 31));
    assert_eq!((it.due, it.overdue), (due, due.is_some()), "{it}");
    let basis: Vec<&str> = it.basis.iter().map(|it| it.id()).collect();
    let asked_by: &[&str] = match it.gap {
        Gap::NotChosen => &["A2", "C15", "S10"],
        Gap::SealNotNamed => &["A2", "S20"],
        Gap::NoStandard => &["C7"],
        _ => &["C12", "C11", "S5", "S43"],
    };
    assert_eq!(basis, asked_by);
}

/// Papers taken in at the township's centre by whoever is to.
#[track_caller]
fn filed(office: &Office) -> Option<AnyCase> {
    let (item, venue, day) = (ITEM.parse().unwrap(), Venue::TownshipCentre(there()), filing_day());
    let place = Place::Township(there());
    let route = office.route(&Question { item: &item, place, scope: Scope::WITHIN, venue: Some(&venue), day }).ok()?;
    let by = Actor::Official { body: route.intake().is.to_body().unwrap(), person: "clerk".parse().unwrap() };
    let case = mark("C-1");
    let applicant = "applicant-1".parse().unwrap();
    let file = File { case, item, place, scope: Scope::WITHIN, venue, applicant, materials: vec![], follows: None };
    Some(AnyCase::file(file, Stamp { at: Moment::new(day, 9, 0, 0).unwrap(), by }, office).unwrap())
}

#[test]
fn of_every_way_to_choose_exactly_what_it_needs_and_lacks_is_told() {
    let (mut compared, mut ready, mut routes, mut most) = (0, 0, 0, 0);
    let ways = ways();
    for way in [None].into_iter().chain(ways.iter().map(Some)) {
        for (handbook, taken) in [false, true].into_iter().flat_map(|it| (0..16).map(move |taken| (it, taken))) {
            let chosen = way.map(|(way, _)| choice(way.clone(), from(), seats(taken)));
            let office = office(chosen.into_iter().collect(), handbook);
            let missing = missing(&office, REGION, filing_day());
            let gaps: Vec<Gap> = missing.iter().map(|it| it.gap).collect();
            assert_eq!(gaps, expected(way, handbook, taken), "{way:?} {handbook} {taken:04b}");
            missing.iter().for_each(then_the_region_owes_it);

            let item = office.catalogue().latest().look_up(ITEM).unwrap();
            let readiness = office.readiness(item, REGION, filing_day());
            let standing = way.map_or(Standing::RegionChooses, |(way, _)| Standing::Chosen(way.modality()));
            assert_eq!((readiness.standing(), readiness.is_ready()), (standing, gaps.is_empty()), "{way:?}");

            // a case keeps what was missing, and there is one unless that bars the route
            let case = filed(&office);
            assert_eq!(case.is_none(), missing.iter().any(|it| it.effect == Effect::NoRoute), "{way:?}");
            if let Some(case) = case {
                assert_eq!(case.record().gaps(), gaps);
                let bureau = way.is_some_and(|(_, bureau)| *bureau);
                assert_eq!(case.record().route().owes_pushes(), bureau, "{way:?}");
                routes += 1;
            }
            compared += 1;
            ready += usize::from(gaps.is_empty());
            most = most.max(gaps.len());
        }
    }
    // all but none and an unsealed review have a route; two of them ask for the four seats, the other six for the handbook alone
    assert_eq!((compared, routes), (10 * 32, 8 * 32));
    assert_eq!((ready, most), (6 * 16 + 2, 5));
}

#[track_caller]
fn refused(office: &Office, place: impl Into<Place>, on: NaiveDate) -> NoRoute {
    let (item, venue) = (ITEM.parse().unwrap(), Venue::TownshipCentre(there()));
    let asked = Question { item: &item, place: place.into(), scope: Scope::WITHIN, venue: Some(&venue), day: on };
    let Err(AskError::NoRoute(why)) = office.route(&asked) else { panic!("there is a route, or no such item") };
    why
}

#[test]
fn a_choice_counts_from_its_first_day_until_a_later_one_takes_its_place_whole() {
    let (second, third) = (day(2024, 5, 1), day(2024, 6, 1));
    let eve = |it: NaiveDate| it.pred_opt().unwrap();
    let intake = ChosenWay::Intake { county: mark("bureau") };
    let choices = vec![
        choice(ChosenWay::Review { seal: None }, day(2024, 4, 1), Supervision::NOBODY),
        choice(intake, second, seats(0b0111)),
        choice(ChosenWay::Direct, third, Supervision::NOBODY),
    ];
    let office = office(choices, true);
    let last_seat = Gap::EmptySeat(Tier::CityEnforcement);
    for (on, gap, modality) in [
        (day(2024, 3, 31), Some(Gap::NotChosen), None),
        (day(2024, 4, 1), Some(Gap::SealNotNamed), Some(Modality::Review)),
        (eve(second), Some(Gap::SealNotNamed), Some(Modality::Review)),
        (second, Some(last_seat), Some(Modality::Intake)),
        (eve(third), Some(last_seat), Some(Modality::Intake)),
        (third, None, Some(Modality::Direct)),
    ] {
        assert_eq!(gaps(&office, REGION, on), gap.into_iter().collect::<Vec<_>>(), "{on}");
        let item = office.catalogue().latest().look_up(ITEM).unwrap();
        let standing = modality.map_or(Standing::RegionChooses, Standing::Chosen);
        assert_eq!(office.readiness(item, REGION, on).standing(), standing, "{on}");
    }
    // and the route says the same
    let from = day(2024, 4, 1);
    assert_eq!(refused(&office, there(), eve(from)), NoRoute::ChosenFrom { region: REGION, from });
    assert_eq!(refused(&office, there(), eve(second)), NoRoute::SealNotNamed { region: REGION });
    assert_eq!(refused(&office, REGION, third), NoRoute::NotChosenThere { region: REGION, township: None });
    let other = Township::with_code(370_830_103).unwrap();
    let township = Some(other);
    assert_eq!(refused(&office, other, third), NoRoute::NotChosenThere { region: REGION, township });
}

#[test]
fn one_region_chooses_for_itself_and_for_the_items_that_it_names() {
    let ours = office(vec![choice(ChosenWay::Direct, from(), Supervision::NOBODY)], true);
    for region in Region::all() {
        let lacks = if region == REGION { vec![] } else { vec![Gap::NotChosen] };
        assert_eq!(gaps(&ours, region, filing_day()), lacks, "{region}");
    }
    let (mut chosen, mut to_choose) = (0, 0);
    for item in ours.catalogue().latest().items().filter(|it| it.cell(REGION).standing == Standing::RegionChooses) {
        let gaps = ours.readiness(item, REGION, filing_day()).gaps().to_vec();
        if item.key().to_string() == ITEM {
            assert_eq!(gaps, []);
            chosen += 1;
        } else {
            assert_eq!(gaps, [Gap::NotChosen, Gap::NoStandard], "{item}");
            to_choose += 1;
        }
    }
    assert_eq!((chosen, to_choose), (1, 14));
    // a choice is no more than that: what is devolved or the region's own is as it was
    let all = Choice { items: Items::All, ..choice(ChosenWay::Direct, from(), Supervision::NOBODY) };
    let (with, without) = (office(vec![all], true), office(vec![], true));
    let mut same = 0;
    for item in with.catalogue().latest().items() {
        let [with, without] = [&with, &without].map(|it| it.readiness(item, REGION, filing_day()));
        if with.standing() == Standing::Chosen(Modality::Direct) {
            assert!(!with.gaps().contains(&Gap::NotChosen) && without.gaps()[0] == Gap::NotChosen, "{item}");
        } else {
            assert_eq!(with, without, "{item}");
            same += 1;
        }
    }
    assert_eq!(same, 61);
}

#[test]
fn a_zone_chooses_for_the_townships_that_it_runs_and_the_district_does_not() {
    // 许庄街道 is 任城区's by law, and run by 太白湖新区
    let township = Township::with_code(370_811_002).unwrap();
    let zone = Region::TaibaiLakeZone;
    let desk = |region, township, id: &str| {
        let unit = Unit { id: mark(id), region, kind: UnitKind::Township, name: "（虚构）".parse().unwrap() };
        let townships = vec![TownshipDesk { township, body: mark(id) }];
        (unit, Choice { region, townships, ..choice(ChosenWay::Direct, from(), Supervision::NOBODY) })
    };
    let (unit, district) = desk(Region::Rencheng, Township::with_code(370_811_005).unwrap(), "liying");
    let mut rows = bare(true);
    rows.units.push(unit);
    rows.choices.push(district);
    let before = Office::new(vec![rows.clone()]).unwrap();
    assert_eq!(gaps(&before, Region::Rencheng, filing_day()), []);
    assert_eq!(gaps(&before, zone, filing_day()), [Gap::NotChosen]);
    assert_eq!(refused(&before, township, filing_day()), NoRoute::RegionMustChoose { region: zone });

    let (unit, own) = desk(zone, township, "xuzhuang");
    rows.units.push(unit);
    rows.choices.push(own);
    let after = Office::new(vec![rows]).unwrap();
    assert_eq!([Region::Rencheng, zone].map(|it| gaps(&after, it, filing_day())), [vec![], vec![]]);
    let (item, venue) = (ITEM.parse().unwrap(), Venue::TownshipCentre(township));
    let place = township.into();
    let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: Some(&venue), day: filing_day() };
    assert_eq!(after.route(&asked).unwrap().standing(), Standing::Chosen(Modality::Direct));
}
