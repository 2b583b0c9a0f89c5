//! The registers of a fictional office: nothing in it is drawn, so that it is the same whatever is simulated.

use chrono::NaiveDate;
use tongquan::{
    Department, Edition, Office, Region,
    body::Agency,
    place::Regions,
    register::{Adviser, Electronic, ElectronicMeans, Items, OnPlatform, Posting, Revision, Stationing},
};

use super::{
    Fallible, bodies, catalogue,
    days::{YEAR, day},
    seals, standards, windows,
};

/// All that is on record, the first revision as it is when the year begins.
pub(crate) fn office() -> Fallible<Office> {
    let first = first()?;
    let mut revisions = Vec::new();
    let mut record = |it: Revision| revisions.push(it);
    let spring = (day(3, 4)?, day(3, 25)?);
    let autumn = (day(9, 9)?, day(9, 23)?);
    let events = |on: NaiveDate, seals| Revision { seals, ..Revision::on(on) };
    record(first.clone());
    record(events(spring.0, vec![seals::suspended(spring.0)?]));
    record(events(spring.1, vec![seals::restored(spring.1)?]));
    let (department, region) = LATE_POSTING;
    let from = day(4, 1)?;
    record(Revision { postings: vec![Posting { department, region, from, until: None }], ..Revision::on(from) });
    record(events(day(6, 3)?, seals::replaced(day(6, 3)?)?));
    let from = day(7, 1)?;
    record(Revision { standards: standards::second_editions(&first.standards, from)?, ..Revision::on(day(6, 24)?) });
    let from = day(9, 1)?;
    record(Revision { amendments: vec![catalogue::amendment(from)?], ..Revision::on(day(8, 15)?) });
    record(events(autumn.0, vec![seals::suspended(autumn.0)?]));
    record(events(autumn.1, vec![seals::restored(autumn.1)?]));
    let from = day(10, 8)?;
    let plans = vec![bodies::plan(Region::Jinxiang, from, "industry")?];
    record(Revision { plans, ..Revision::on(from) });
    record(events(day(11, 11)?, vec![seals::lost(day(10, 21)?)?]));
    Ok(Office::new(revisions)?)
}

/// A department whose staff come to a region's window later than elsewhere: until then the route is the city's.
const LATE_POSTING: (Department, Region) = (Department::Ecology, Region::Weishan);

fn first() -> Fallible<Revision> {
    let from = NaiveDate::from_ymd_opt(2021, 6, 30).ok_or("no such day")?;
    let signed = NaiveDate::from_ymd_opt(2021, 6, 25).ok_or("no such day")?;
    let began = NaiveDate::from_ymd_opt(2021, 8, 2).ok_or("no such day")?;
    let directly = NaiveDate::from_ymd_opt(YEAR - 1, 3, 1).ok_or("no such day")?;
    let own_items = catalogue::own_items()?;
    let edition = Edition::with_own(&own_items)?;
    let agency = |id: &str, name: &str| Fallible::Ok(Agency { id: id.parse()?, name: name.parse()? });
    let note =
        "虚构：单位、人员、编号、协议、手册内容均为虚构，供模拟之用。All fictional, for a simulation.".parse()?;
    let mut it = Revision::on(NaiveDate::from_ymd_opt(YEAR - 1, 12, 29).ok_or("no such day")?);
    it.note = Some(note);
    it.units = bodies::units()?;
    it.agencies =
        vec![agency("city-supervisor", "市级监管部门（虚构）")?, agency("city-enforcement", "市级执法机构（虚构）")?];
    it.partners = vec![
        agency("online-operator", "在线平台运维方（虚构）")?,
        agency("kiosk-keeper", "一体机运维方（虚构）")?,
        agency("bank", "合作银行（虚构）")?,
    ];
    it.plans = Region::all().map(|region| bodies::plan(region, from, "supervisor")).collect::<Fallible<_>>()?;
    it.choices = windows::choices(began)?;
    it.permissions = windows::permissions(began, directly)?;
    it.stationings = Region::all().map(|region| Stationing { region, items: Items::All, from }).collect();
    it.on_platform = vec![OnPlatform { items: Items::All, regions: Regions::ALL, from: began }];
    let licence = |region| Electronic { what: ElectronicMeans::Licence, region, items: Items::All, from: began };
    it.electronics = Region::all().map(licence).collect();
    for department in Department::all() {
        let of_it = edition.items().any(|it| it.department() == Some(department));
        if of_it {
            let persons = vec![format!("{}-adviser", bodies::word(department)?).parse()?];
            it.advisers.push(Adviser { department, items: Items::All, persons, from, reason: None });
        }
    }
    for department in [Department::PublicSecurity, Department::Ecology] {
        let posted = Region::all().filter(|region| (department, *region) != LATE_POSTING);
        it.postings.extend(posted.map(|region| Posting { department, region, from, until: None }));
    }
    it.standards = standards::standards(&edition, tongquan::catalogue::EditionId::BUILT_IN.from)?;
    it.own_items = own_items;
    seals::seals(&edition, signed, from, &mut it)?;
    Ok(it)
}
