//! 调整影响: what an amendment would do, told before it is made, against what is so once it is made.

mod agreements;
mod bad;
mod cases;
mod duties;
mod keeping;
mod moved;
mod routes;

use std::sync::LazyLock;

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    Department, Edition, Item, Key, Modality, Office, Region, Standing,
    catalogue::{Amendment, Ground, ItemChange},
    register::Revision,
};

use crate::support::{OFFICE, changed, day};

/// The day of effect unless a test says otherwise.
fn effect() -> NaiveDate {
    day(2024, 9, 1)
}

fn law() -> Ground {
    Ground::Law("（虚构）某法".parse().unwrap())
}

fn amendment(from: NaiveDate, changes: Vec<ItemChange>) -> Amendment {
    Amendment { changes, ..Amendment::new("（虚构）9号".parse().unwrap(), from, law()) }
}

fn removal(from: NaiveDate, key: &str) -> Amendment {
    Amendment { removes: vec![key.parse().unwrap()], ..amendment(from, Vec::new()) }
}

/// Something that an amendment can do to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Single {
    To(Modality),
    Removed,
    /// Held back from one region more.
    Withheld(Region),
    Passed(Department),
    Renamed,
}

impl Single {
    fn change(self, item: Item<'_>) -> Option<ItemChange> {
        let of = ItemChange::of(item.key().clone());
        Some(match self {
            Self::To(modality) => ItemChange { modality: Some(modality), ..of },
            Self::Removed => return None,
            Self::Withheld(region) => {
                let before = item.devolution().unwrap().not_devolved_to;
                ItemChange { not_devolved_to: Some(before.with(region)), ..of }
            }
            Self::Passed(department) => ItemChange { department: Some(department), ..of },
            Self::Renamed => ItemChange { name: Some("（虚构）改名".parse().unwrap()), ..of },
        })
    }

    fn of(self, item: Item<'_>, from: NaiveDate) -> Amendment {
        match self.change(item) {
            Some(change) => amendment(from, vec![change]),
            None => removal(from, &item.key().to_string()),
        }
    }

    /// Every one of an item, held back from the region given.
    fn all(item: Item<'_>, region: Region) -> Vec<Self> {
        let others = Modality::iter().filter(|it| Some(*it) != item.column()).map(Self::To);
        let department = Department::all().find(|it| Some(*it) != item.department()).unwrap();
        let devolved = item.cell(region).standing != Standing::NotDevolved;
        let withheld = Self::Withheld(if devolved { region } else { Region::Wenshang });
        others.chain([Self::Removed, withheld, Self::Passed(department), Self::Renamed]).collect()
    }
}

/// The items of annex 1, each with a region of its own to be held back from.
fn annex_1() -> impl Iterator<Item = (Item<'static>, Region)> {
    let regions: Vec<Region> = Region::all().collect();
    (1..=61_u8).map(move |number| {
        let item = Edition::built_in().annex_1(number).unwrap();
        (item, regions[usize::from(number) % regions.len()])
    })
}

fn item(key: &str) -> Item<'static> {
    Edition::built_in().item(&key.parse().unwrap()).unwrap()
}

/// Plans and postings, and nothing else: quick to record anew.
static LEAN: LazyLock<Office> = LazyLock::new(|| {
    changed(|rows| {
        (rows.standards, rows.agreements, rows.seals) = (Vec::new(), Vec::new(), Vec::new());
        (rows.permissions, rows.stationings, rows.advisers) = (Vec::new(), Vec::new(), Vec::new());
        (rows.electronics, rows.on_platform) = (Vec::new(), Vec::new());
    })
});

/// Everything of the office of the examples, but no plan of some regions and no staff of one department.
static GAPPY: LazyLock<Office> = LazyLock::new(|| {
    changed(|rows| {
        rows.plans.retain(|it| it.region != Region::Wenshang && it.region != Region::HighTechZone);
        rows.postings.retain(|it| it.department != Department::PublicSecurity);
        (rows.agreements, rows.seals) = (Vec::new(), Vec::new());
        rows.standards.retain(|it| it.item != Key::Annex1(36));
    })
});

/// Every key that an office knows.
fn keys(office: &Office) -> Vec<Key> {
    office.catalogue().latest().items().map(|it| it.key().clone()).collect()
}

/// The office of the examples with an amendment on record before the first case.
fn amended(it: &Amendment) -> Office {
    let revision = Revision { amendments: vec![it.clone()], ..Revision::on(day(2024, 2, 1)) };
    OFFICE.record(&revision).unwrap()
}
