use chrono::NaiveDate;
use strum::IntoEnumIterator;

use crate::{
    body::{BodyRef, Department},
    catalogue::{Edition, Key, Kind},
    place::{Region, Township},
    register::Items,
    route::{Supervision, Tier},
    strategies::{luck::Luck, word::mark},
    text::Mark,
};

/// Whose registers are kept.
pub(super) struct Cast {
    /// When the first revision was recorded.
    pub(super) recorded: NaiveDate,
    pub(super) regions: Vec<Region>,
    pub(super) townships: Vec<Township>,
    /// Of a hundred rows that could be there, how many are.
    pub(super) share: u32,
}

impl Cast {
    pub(super) fn draw(recorded: NaiveDate, luck: &mut Luck) -> Self {
        let all: Vec<Region> = Region::all().collect();
        let most = 1 + luck.below(4);
        let regions = luck.some(&all, most);
        let mut townships = Vec::new();
        for region in &regions {
            let run: Vec<Township> = Township::all().filter(|it| it.managing_region().0 == *region).collect();
            let most = luck.below(3);
            townships.extend(luck.some(&run, most));
        }
        let share = luck.one(&[35, 65, 80, 95, 100], 100);
        Self { recorded, regions, townships, share }
    }

    pub(super) fn townships_of(&self, region: Region) -> Vec<Township> {
        self.townships.iter().filter(|it| it.managing_region().0 == region).copied().collect()
    }

    /// Whether a row is there.
    pub(super) fn has(&self, luck: &mut Luck) -> bool {
        luck.chance(self.share)
    }

    /// Who sits in each seat, or nobody.
    pub(super) fn supervision(&self, region: Region, luck: &mut Luck) -> Supervision<BodyRef> {
        Supervision::by_seat(|tier| {
            let body = |what: &str| BodyRef::Body(unit(region, what));
            let named = match tier {
                Tier::CountySupervisor => body("supervisor"),
                Tier::CountyEnforcement => body("enforcement"),
                Tier::CitySupervisor if luck.chance(50) => BodyRef::Department(Department::Transport),
                Tier::CitySupervisor => BodyRef::Body(mark("city-supervisor")),
                Tier::CityEnforcement => BodyRef::Body(mark("city-enforcement")),
            };
            self.has(luck).then_some(named)
        })
    }
}

/// A unit of a region, by what it does there.
pub(super) fn unit(region: Region, what: &str) -> Mark {
    mark(&format!("{region:?}-{what}").to_lowercase())
}

pub(super) fn township(it: Township) -> Mark {
    mark(&format!("township-{}", it.code()))
}

/// All items, those of a kind, or a few.
pub(super) fn items(known: &Edition, luck: &mut Luck) -> Items {
    match luck.between(0, 5) {
        0..=2 => Items::All,
        3 => Items::OfKind(luck.one(&Kind::iter().collect::<Vec<_>>(), Kind::Confirmation)),
        _ => Items::Only(some(known, 6, luck)),
    }
}

/// A few items of the list.
pub(super) fn some(known: &Edition, most: usize, luck: &mut Luck) -> Vec<Key> {
    let keys: Vec<Key> = known.items().map(|it| it.key().clone()).collect();
    let most = 1 + luck.below(most);
    luck.some(&keys, most)
}
