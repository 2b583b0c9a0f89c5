//! Where a choice holds: in the townships that it names and their villages, by whoever runs them, from its first day on.

use chrono::NaiveDate;
use serde_json::json;
use tongquan::{
    Key, Modality, Office, Place, Question, Region, Rule, Scope, Unit, UnitKind, Venue,
    catalogue::NoItem,
    place::{Confidence, Township, Village},
    register::{Choice, Items, Registers, Revision, TownshipDesk},
    route::{AskError, ChosenWay, Gap, NoRoute, Supervision},
};

use super::{FIRST, WAYS, mark, nanwang, office_of, regions, town, township_of};
use crate::{
    model::township::Way,
    support::{OFFICE, day, filing_day, rows},
};

fn body(township: Township, region: Region) -> Unit {
    let name = format!("{township}（虚构）").parse().unwrap();
    Unit { id: mark(&township.code().to_string()), region, kind: UnitKind::Township, name }
}

/// A choice of a region for these townships, each with a body of its own.
fn direct(rows: &mut Revision, region: Region, townships: impl IntoIterator<Item = Township>) {
    let mut desks = Vec::new();
    for township in townships {
        let body = body(township, region);
        desks.push(TownshipDesk { township, body: body.id.clone() });
        rows.units.push(body);
    }
    let (way, supervision) = (ChosenWay::Direct, Supervision::NOBODY);
    rows.choices.push(Choice { region, items: Items::All, from: FIRST, way, townships: desks, supervision });
}

fn run_by(region: Region) -> impl Iterator<Item = Township> {
    Township::all().filter(move |it| it.managing_region().0 == region)
}

#[track_caller]
fn ask<'o>(registers: Registers<'o>, place: Place, on: NaiveDate) -> Result<tongquan::Route<'o>, AskError> {
    let item = Key::Annex2(8);
    let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: Some(&Venue::Online), day: on };
    registers.route(&asked)
}

#[test]
fn every_township_and_every_village_of_it_is_decided_by_the_body_that_its_managing_region_named() {
    let mut rows = Revision::on(FIRST);
    for (region, _) in regions() {
        direct(&mut rows, region, run_by(region));
    }
    let office = Office::new(vec![rows]).unwrap();
    let places = Township::all().map(Place::from).chain(Village::all().map(Place::Village));
    let mut asked = 0;
    for place in places {
        let township = place.township().unwrap();
        let (region, confidence) = township.managing_region();
        let route = ask(office.now(), place, filing_day()).unwrap();
        assert!(route.decision().is.is(&body(township, region).into()), "{place}");
        assert_eq!((route.region(), route.confidence()), (region, confidence));
        assert_eq!(route.respondent().is_contested(), region.is_zone());
        assert_eq!(route.counter(), Some(Venue::TownshipCentre(township)));
        asked += 1;
    }
    assert_eq!(asked, Township::COUNT + Village::COUNT);
}

#[test]
fn a_zone_chooses_for_the_townships_that_it_runs_and_their_statutory_parent_never_does() {
    let zones = [Region::HighTechZone, Region::TaibaiLakeZone, Region::DevelopmentZone];
    let of_zones: Vec<Township> = zones.into_iter().flat_map(run_by).collect();
    assert_eq!(of_zones.len(), 9);
    // only the divisions by law have chosen, each for all that it runs
    let mut rows = Revision::on(FIRST);
    for (region, _) in regions().filter(|(it, _)| !it.is_zone()) {
        direct(&mut rows, region, run_by(region));
    }
    let office = Office::new(vec![rows]).unwrap();
    for township in &of_zones {
        let (region, confidence) = township.managing_region();
        assert_ne!((region, confidence), (township.statutory_parent(), Confidence::Statutory));
        let villages = Village::all().filter(|it| it.township() == *township).map(Place::Village);
        for place in villages.chain([Place::Township(*township)]) {
            let none = ask(office.now(), place, filing_day()).unwrap_err();
            assert_eq!(none, AskError::NoRoute(NoRoute::RegionMustChoose { region }), "{place}");
        }
    }
    // nor may it: the township is not its own to name
    for township in &of_zones {
        let mut rows = Revision::on(FIRST);
        direct(&mut rows, township.statutory_parent(), [*township]);
        let faults = Office::new(vec![rows]).unwrap_err();
        let told: Vec<(&str, Rule)> = faults.all().iter().map(|it| (&*it.path, it.objection.rule)).collect();
        assert_eq!(told, [("[0].choices[0].townships[0].township", Rule::TownshipOfRegion)], "{township}");
    }
    // 许庄街道 is the 太白湖新区's business, and contested as all of a zone's
    let xuzhuang = Township::with_code(370_811_002).unwrap();
    let mut rows = Revision::on(FIRST);
    direct(&mut rows, Region::Rencheng, run_by(Region::Rencheng));
    direct(&mut rows, Region::TaibaiLakeZone, [xuzhuang]);
    let office = Office::new(vec![rows]).unwrap();
    let route = ask(office.now(), xuzhuang.into(), filing_day()).unwrap();
    assert_eq!((route.region(), route.confidence()), (Region::TaibaiLakeZone, Confidence::MediumHigh));
    assert!(route.respondent().is_contested());
}

#[test]
fn the_culture_zone_runs_no_township_so_it_can_choose_for_none() {
    assert_eq!(township_of(Region::CultureZone), None);
    let mut rows = Revision::on(FIRST);
    direct(&mut rows, Region::CultureZone, Township::all());
    let faults = Office::new(vec![rows]).unwrap_err();
    assert_eq!(faults.all().len(), Township::COUNT);
    for (at, fault) in faults.all().iter().enumerate() {
        assert_eq!(fault.path, format!("[0].choices[0].townships[{at}].township"));
        assert_eq!(fault.objection.rule, Rule::TownshipOfRegion);
    }
    let mut rows = Revision::on(FIRST);
    direct(&mut rows, Region::CultureZone, []);
    let faults = Office::new(vec![rows]).unwrap_err();
    assert_eq!(faults.all()[0].objection.rule, Rule::NamesSomething);
    let none = ask(Office::built_in().now(), Region::CultureZone.into(), filing_day()).unwrap_err();
    assert_eq!(none, AskError::NoRoute(NoRoute::RegionMustChoose { region: Region::CultureZone }));
}

#[test]
fn a_place_without_a_township_is_to_be_told_more_finely_and_another_township_is_not_chosen_for() {
    let office = office_of(Way::Direct, None);
    let region = Region::Wenshang;
    let none = |place| match ask(office.now(), place, filing_day()).unwrap_err() {
        AskError::NoRoute(none) => none,
        other => panic!("{other}"),
    };
    let unnamed = none(region.into());
    assert_eq!(unnamed, NoRoute::NotChosenThere { region, township: None });
    assert!(unnamed.zh().contains("请写明乡镇（街道）") && unnamed.to_string().contains("name the township"));
    for township in run_by(region).filter(|it| *it != nanwang()) {
        let elsewhere = none(township.into());
        assert_eq!(elsewhere, NoRoute::NotChosenThere { region, township: Some(township) });
        assert!(elsewhere.zh().contains(township.name()) && elsewhere.to_string().contains("is not among them"));
    }
    assert_eq!(unnamed.basis().iter().map(|it| it.id()).collect::<Vec<_>>(), ["A2", "C15", "S53"]);
    assert_eq!(none(Region::Sishui.into()), NoRoute::RegionMustChoose { region: Region::Sishui });
    assert_eq!(ask(office.now(), Place::City, filing_day()).unwrap_err(), AskError::NoRegion { place: Place::City });
}

#[test]
fn before_its_first_day_a_choice_is_none_and_the_day_is_told() {
    for (way, county) in WAYS {
        let office = office_of(way, county);
        let item = office.catalogue().latest().annex_2(8).unwrap();
        let eve = FIRST.pred_opt().unwrap();
        for place in
            [Place::Region(Region::Wenshang), nanwang().into(), run_by(Region::Wenshang).next().unwrap().into()]
        {
            let none = ask(office.now(), place, eve).unwrap_err();
            let begins_later = NoRoute::ChosenFrom { region: Region::Wenshang, from: FIRST };
            assert_eq!(none, AskError::NoRoute(begins_later), "{place}");
            assert!(none.zh().contains("自2021-07-31起") && none.to_string().contains("from 2021-07-31 on"), "{none}");
        }
        assert!(ask(office.now(), nanwang().into(), FIRST).is_ok());
        let missing = |on| office.readiness(item, Region::Wenshang, on).gaps().contains(&Gap::NotChosen);
        assert_eq!((missing(eve), missing(FIRST)), (true, false));
    }
}

#[test]
fn a_choice_recorded_later_is_not_known_to_the_registers_of_before() {
    let mut first = rows().clone();
    first.units.extend([town("nanwang"), town("later")]);
    first.choices.push(super::chosen(Way::Direct, None, FIRST));
    let office = Office::new(vec![first]).unwrap();
    let recorded = day(2024, 3, 6);
    let mut second = Revision::on(recorded);
    let mut choice = super::chosen(Way::Intake, Some(UnitKind::ApprovalBureau), day(2024, 3, 8));
    choice.townships[0].body = mark("later");
    second.choices.push(choice);
    let office = office.record(&second).unwrap();
    let modality = |registers, on| ask(registers, nanwang().into(), on).unwrap().modality();
    let (before, since) = (office.as_of(1, day(2024, 3, 5)).unwrap(), office.as_of(2, recorded).unwrap());
    for on in [day(2024, 3, 5), recorded, day(2024, 3, 7)] {
        assert_eq!((modality(before, on), modality(since, on)), (Some(Modality::Direct), Some(Modality::Direct)));
    }
    for on in [day(2024, 3, 8), day(2025, 3, 8)] {
        assert_eq!((modality(before, on), modality(since, on)), (Some(Modality::Direct), Some(Modality::Intake)));
    }
    assert_eq!(office.on(day(2024, 3, 5)).revision(), 1);
    // whole: the body, the county's body and the supervision are the later one's
    let route = ask(office.now(), nanwang().into(), day(2024, 3, 8)).unwrap();
    assert!(route.acceptance().is.is(&town("later").into()));
    assert!(route.owes_pushes());
}

#[test]
fn an_item_that_an_amendment_adds_to_the_three_tier_ones_is_chosen_for_as_they_are() {
    let office = |choice: serde_json::Value| -> Office {
        serde_json::from_value(json!([{
            "recorded": "2021-07-31",
            "amendments": [{"number": "TZ-1", "from": "2022-01-01", "ground": {"policy": "（虚构）某政策"},
                "adds": [{"key": "SJ-016", "name": "（虚构）新增事项", "kind": "public_service", "origin": "three_tier"}]}],
            "units": [{"id": "nanwang", "region": "wenshang", "kind": "township", "name": "某镇（虚构）"}],
            "choices": [{"region": "wenshang", "items": choice, "from": "2021-07-31", "way": "direct",
                "townships": [{"township": "370830102", "body": "nanwang"}]}]
        }]))
        .unwrap()
    };
    let added: Key = "SJ-016".parse().unwrap();
    for (items, covers) in [
        (json!("all"), true),
        (json!({"of_kind": "public_service"}), true),
        (json!({"only": ["SJ-016"]}), true),
        (json!({"of_kind": "licence"}), false),
        (json!({"only": ["A2-8"]}), false),
    ] {
        let office = office(items.clone());
        let ask = |on| {
            let place = Place::Township(nanwang());
            office.route(&Question { item: &added, place, scope: Scope::WITHIN, venue: Some(&Venue::Online), day: on })
        };
        let Err(AskError::NoItem(NoItem::NotListed { from, until, .. })) = ask(day(2021, 12, 31)) else {
            panic!("it comes later")
        };
        assert_eq!((from, until), (day(2022, 1, 1), None));
        match ask(day(2022, 1, 1)) {
            Ok(route) => assert!(covers && route.modality() == Some(Modality::Direct), "{items}"),
            Err(none) => {
                let region = Region::Wenshang;
                assert!(!covers, "{items}");
                assert_eq!(none, AskError::NoRoute(NoRoute::RegionMustChoose { region }));
            }
        }
    }
}

#[test]
fn the_centre_that_serves_a_zone_is_told_of_every_item_three_tier_or_not() {
    let zone = Region::CultureZone;
    let serves = rows().plans.iter().find(|it| it.region == zone).unwrap().centre;
    assert_eq!(serves, Region::Qufu.centre());
    for item in OFFICE.catalogue().latest().items() {
        assert_eq!(OFFICE.now().undertaking(item, zone, filing_day()).centre, serves, "{item:?}");
    }
}
