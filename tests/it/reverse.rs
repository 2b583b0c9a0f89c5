//! 反查: every question asked from the other end, enumerated whole against the forward one.

mod changes;
mod known;
mod offices;
mod powers;
mod seals;

pub(crate) use offices::CHOSEN;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Department, Key, Office, Party, Place, Question, Region, Route, Scope, Seal, Standing, Venue,
    catalogue::Origin,
    place::Township,
    register::Registers,
    route::{Access, AskError, Gap, Supervisors, Whys},
};

/// Every key that any edition ever had, and one that none has.
fn keys(office: &Office) -> BTreeSet<Key> {
    let ever = office.catalogue().editions().iter().flat_map(|it| it.items().map(|item| item.key().clone()));
    ever.chain(["NEVER".parse().unwrap()]).collect()
}

/// The registers as each revision left them; those of an empty office.
fn known(office: &Office) -> Vec<Registers<'_>> {
    let each = office.revisions().iter().map(|it| office.on(it.recorded));
    if office.revisions().is_empty() { vec![office.now()] } else { each.collect() }
}

/// A venue for which nothing is ever recorded: the answers there are those of the item.
fn nowhere() -> Venue {
    Venue::Kiosk("（虚构）无登记".parse().unwrap())
}

fn ask<'o>(
    registers: Registers<'o>,
    item: &Key,
    place: Place,
    venue: &Venue,
    day: NaiveDate,
) -> Result<Route<'o>, AskError> {
    registers.route(&Question { item, place, scope: Scope::WITHIN, venue: Some(venue), day })
}

/// Whether an item is on the list on a day, asked forward.
fn is_listed(registers: Registers<'_>, item: &Key, region: Region, day: NaiveDate) -> bool {
    let asked = ask(registers, item, Place::Region(region), &nowhere(), day);
    !matches!(asked, Err(AskError::NoItem(_)))
}

/// How it stands there, asked forward; none where it is not on the list.
fn stands(registers: Registers<'_>, key: &Key, region: Region, day: NaiveDate) -> Option<Standing> {
    if !is_listed(registers, key, region, day) {
        return None;
    }
    let item = registers.item_on(key, day).unwrap();
    let chosen = registers.chosen(item, region, day).next().map(|it| Standing::Chosen(it.way.modality()));
    Some(chosen.unwrap_or(item.cell(region).standing))
}

/// Where an item's matter may lie, as the reverse questions tell it: in the region, and a three-tier one in each of its townships.
fn places(registers: Registers<'_>, key: &Key, region: Region, day: NaiveDate) -> Vec<Place> {
    let three_tier = registers.item_on(key, day).is_ok_and(|it| it.origin() == Origin::ThreeTier);
    let of_region = Township::all().filter(|it| it.managing_region().0 == region);
    let townships = of_region.filter(|_| three_tier).map(Place::Township);
    [Place::Region(region)].into_iter().chain(townships).collect()
}

/// Every route of an item within a region, asked forward at a venue.
fn routes<'o>(
    registers: Registers<'o>,
    key: &Key,
    region: Region,
    venue: &Venue,
    day: NaiveDate,
) -> Vec<(Place, Route<'o>)> {
    if !is_listed(registers, key, region, day) {
        return Vec::new();
    }
    let places = places(registers, key, region, day).into_iter();
    places.filter_map(|place| Some((place, ask(registers, key, place, venue, day).ok()?))).collect()
}

/// What a route answers, whatever the venue.
type Answers<'a> = (Standing, [Party<'a>; 4], (Seal, bool), Supervisors<'a>, Owed, Option<Venue>, Option<Gap>);
/// To whom it is reported, whether it is pushed, and whose item it was.
type Owed = (Option<Department>, bool, Option<Department>);

pub(crate) fn answers<'a>(it: &Route<'a>) -> Answers<'a> {
    let respondent = it.respondent();
    let parties = [it.acceptance().is, it.decision().is, it.answers().is, respondent.who()];
    let owed = (it.reports_to(), it.owes_pushes(), it.department());
    let seal = (it.seal().is, respondent.is_contested());
    (it.standing(), parties, seal, it.supervisors(), owed, it.counter(), it.why().is.gap)
}

/// The same, with the reasons.
fn told<'a>(it: &Route<'a>) -> (Answers<'a>, Whys) {
    (answers(it), it.why().is)
}

/// The same, with what the venue is to it.
fn told_there<'a>(it: &Route<'a>) -> (Answers<'a>, Whys, Access, Party<'a>, Option<Party<'a>>) {
    (answers(it), it.why().is, it.access(), it.intake().is, it.acts().map(|it| it.is))
}
