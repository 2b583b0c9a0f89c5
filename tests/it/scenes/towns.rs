//! Three-tier items in a township, under every way that a region may choose.

use tongquan::{
    Department, Region, UnitKind, Venue,
    place::Centre,
    register::{Choice, Items, Revision},
};

use super::{
    Scene,
    cast::unit,
    list::{Cast, online, station},
    offices::{Kept, kiosk},
};
use crate::{
    choices::{FIRST, WAYS, chosen, nanwang, town},
    model::{beside, township::Way},
};

/// One for each way.
const SERVICES: [&str; 8] = ["A2-8", "A2-9", "A2-10", "A2-11", "A2-12", "A2-13", "A2-14", "A2-15"];
/// One for each, but for the seal of a sector department: there are seven.
const LICENCES: [(&str, usize); 7] =
    [("A2-1", 0), ("A2-2", 1), ("A2-3", 2), ("A2-4", 3), ("A2-5", 4), ("A2-6", 6), ("A2-7", 7)];

pub(super) fn is_three_tier(key: &str) -> bool {
    key.starts_with("A2-")
}

/// The items, each with its place among the ways.
pub(super) fn items() -> impl Iterator<Item = (&'static str, usize)> {
    LICENCES.into_iter().chain(SERVICES.into_iter().zip(0..))
}

pub(super) fn way(key: &str) -> (Way, Option<UnitKind>) {
    let (_, at) = items().find(|it| it.0 == key).unwrap();
    WAYS[at]
}

pub(super) fn standing(key: &str) -> &'static str {
    match way(key).0 {
        Way::Direct => beside::TOWN_DIRECT,
        Way::Window => beside::TOWN_WINDOW,
        Way::Review(Some("township")) => beside::TOWN_REVIEW,
        Way::Review(_) => beside::TOWN_REVIEW_COUNTY,
        Way::Intake => beside::TOWN_INTAKE,
    }
}

/// What 汶上县 chose for its 南旺镇.
pub(super) fn choose(rows: &mut Revision) {
    rows.units.push(town("nanwang"));
    rows.choices.extend(items().map(|(key, at)| {
        let (way, county) = WAYS[at];
        Choice { items: Items::Only(vec![key.parse().unwrap()]), ..chosen(way, county, FIRST) }
    }));
}

impl Cast<'_> {
    /// The counter in the township.
    pub(super) fn in_town(&mut self) {
        self.at(Venue::TownshipCentre(nanwang()), "competent", None);
    }
}

/// At the counter, and at windows that pass on; of the county's centre, the body that runs it may be the one that accepts, or that decides.
fn passing_on(cast: &mut Cast<'_>) {
    let bureau = unit("wenshang-bureau");
    let accepts = way(cast.key) == (Way::Window, Some(UnitKind::ApprovalBureau));
    cast.in_town();
    cast.at(Centre::CITY, "pass_on", Some(Department::ApprovalService.into()));
    cast.at(Venue::Online, "pass_on", Some(online()));
    let own = if accepts { "competent" } else { "pass_on" };
    cast.at(Region::Wenshang.centre().unwrap(), own, Some(bureau.clone().into()));
    if accepts {
        cast.at(station(), "competent", Some(bureau.into()));
    }
}

/// In the county body's name, where it decides.
fn deciding(cast: &mut Cast<'_>) {
    if matches!(way(cast.key).0, Way::Window | Way::Intake) {
        cast.at(Centre::CITY, "direct", Some(Department::ApprovalService.into()));
        let kiosk = Venue::Kiosk(kiosk(Region::Wenshang).parse().unwrap());
        cast.at(kiosk, "direct", Some(unit("wenshang-supervisor").into()));
    }
}

pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (key, _) in items() {
        for (kept, cast) in [(Kept::Whole, passing_on as fn(&mut Cast<'_>)), (Kept::Deciding, deciding)] {
            let region = Region::Wenshang;
            cast(&mut Cast { scenes: &mut scenes, kept, key, region, crossing: false, fallen_back: false });
        }
    }
    scenes
}
