use chrono::NaiveDate;
use strum::IntoEnumIterator;

use crate::{
    body::Department,
    catalogue::{
        Amendment, Devolution, Edition, Exception, Ground, Item, ItemChange, Key, Kind, Modality, NewItem, NewOrigin,
        OwnItem, OwnKey, OwnOrigin,
    },
    place::Region,
    strategies::{
        luck::Luck,
        word::{numbered, text},
    },
};

/// Those of every origin and kind.
pub(super) fn own_items(luck: &mut Luck) -> Vec<OwnItem> {
    let most = luck.between(0, 5);
    (1..=most).filter_map(|number| own_item(number, luck)).collect()
}

pub(super) fn own_item(number: u32, luck: &mut Luck) -> Option<OwnItem> {
    let origin = if luck.chance(30) { OwnOrigin::County } else { OwnOrigin::City(devolution(luck)) };
    Some(OwnItem { key: key(number)?, name: text(&format!("自有事项{number}")), kind: kind(luck), origin })
}

fn key(number: u32) -> Option<OwnKey> {
    format!("XK-{number}").parse().ok()
}

fn kind(luck: &mut Luck) -> Kind {
    // licences have most rules
    let kinds: Vec<Kind> = Kind::iter().chain([Kind::Licence, Kind::Licence]).collect();
    luck.one(&kinds, Kind::Licence)
}

fn modality(luck: &mut Luck) -> Modality {
    luck.one(&Modality::iter().collect::<Vec<_>>(), Modality::Review)
}

fn devolution(luck: &mut Luck) -> Devolution {
    let department = luck.one(&Department::all().collect::<Vec<_>>(), Department::Transport);
    let mut it = Devolution::new(department, modality(luck));
    for region in Region::all() {
        match luck.between(0, 9) {
            0 => it.exceptions.push(Exception { region, modality: modality(luck) }),
            1 => it.not_devolved_to = it.not_devolved_to.with(region),
            _ => {}
        }
    }
    let column = it.modality;
    it.exceptions.retain(|it| it.modality != column);
    it
}

/// The annexes and these.
pub(super) fn edition(own: &[OwnItem]) -> Edition {
    Edition::with_own(own).unwrap_or_else(|_| Edition::built_in().clone())
}

/// An item changed, one removed, one added.
pub(super) fn amendment(known: &Edition, number: usize, from: NaiveDate, luck: &mut Luck) -> Amendment {
    let mut it = Amendment::new(numbered("（虚构）调整", number), from, Ground::Policy(text("某政策")));
    let items: Vec<Item<'_>> = known.items().collect();
    let spoken_of = luck.some(&items, 3);
    for (at, item) in spoken_of.iter().enumerate() {
        let key: Key = item.key().clone();
        match at {
            0 => it.changes.push(change(*item, luck)),
            1 if luck.chance(40) => it.removes.push(key),
            _ => {}
        }
    }
    if luck.chance(40)
        && let Some(key) = key(u32::try_from(900 + number).unwrap_or(900))
    {
        let origin = if luck.chance(70) { NewOrigin::City(devolution(luck)) } else { NewOrigin::ThreeTier };
        let name = text(&format!("增列事项{number}"));
        it.adds.push(NewItem { key, name, kind: kind(luck), origin });
    }
    it
}

fn change(item: Item<'_>, luck: &mut Luck) -> ItemChange {
    let change = ItemChange::of(item.key().clone());
    if item.devolution().is_none() || luck.chance(20) {
        return ItemChange { name: Some(text(&format!("{}（更名）", item.key()))), ..change };
    }
    let other: Vec<Modality> = Modality::iter().filter(|it| Some(*it) != item.column()).collect();
    ItemChange { modality: luck.pick(&other).copied(), ..change }
}
