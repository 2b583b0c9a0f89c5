//! The list and the choices, found by walking: what amendments made of an item by a day, one after the other.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tongquan::{
    Body, Department, Edition, Key, Kind, Modality, Region, Standing, Unit,
    body::BodyRef,
    catalogue::{Amendment, EditionId, Entry, ItemChange, NewOrigin, Origin, OwnOrigin},
    place::Township,
    register::Choice,
    route::{Chosen, ChosenWay, ReviewSeal, Supervision},
    text::Mark,
};

use super::plain::{Plain, covers};

/// What the list says of an item on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) department: Option<Department>,
    pub(super) column: Option<Modality>,
    pub(super) origin: Origin,
    pub(super) standing: BTreeMap<Region, Standing>,
}

impl Listed {
    fn new(name: &str, kind: Kind, list: Option<&NewOrigin>) -> Self {
        let city = if let Some(NewOrigin::City(it)) = list { Some(it) } else { None };
        let (origin, standing) = match list {
            None => (Origin::County, Standing::Original),
            Some(NewOrigin::ThreeTier) => (Origin::ThreeTier, Standing::RegionChooses),
            Some(NewOrigin::City(it)) => (Origin::City, Standing::Devolved(it.modality)),
        };
        let mut standing: BTreeMap<Region, Standing> = Region::all().map(|it| (it, standing)).collect();
        if let Some(it) = city {
            standing.extend(it.exceptions.iter().map(|it| (it.region, Standing::Devolved(it.modality))));
            standing.extend(it.not_devolved_to.iter().map(|it| (it, Standing::NotDevolved)));
        }
        let (department, column) = (city.map(|it| it.department), city.map(|it| it.modality));
        Self { name: name.to_owned(), kind, department, column, origin, standing }
    }

    /// As the annexes have it.
    fn built_in(key: &Key) -> Option<Self> {
        let item = Edition::built_in().item(key).ok()?;
        Some(Self {
            name: item.name().to_owned(),
            kind: item.kind(),
            department: item.department(),
            column: item.column(),
            origin: item.origin(),
            standing: Region::all().map(|it| (it, item.cell(it).standing)).collect(),
        })
    }

    fn change(&mut self, it: &ItemChange) {
        if let Some(name) = &it.name {
            self.name = name.to_string();
        }
        self.department = it.department.or(self.department);
        let Some(column) = self.column else { return };
        if let Some(to) = it.modality {
            for standing in self.standing.values_mut().filter(|it| **it == Standing::Devolved(column)) {
                *standing = Standing::Devolved(to);
            }
            self.column = Some(to);
        }
        let column = Standing::Devolved(it.modality.unwrap_or(column));
        if let Some(exceptions) = &it.exceptions {
            for standing in self.standing.values_mut().filter(|it| matches!(it, Standing::Devolved(_))) {
                *standing = column;
            }
            self.standing.extend(exceptions.iter().map(|it| (it.region, Standing::Devolved(it.modality))));
        }
        if let Some(not) = it.not_devolved_to {
            for (region, standing) in &mut self.standing {
                *standing = match (not.contains(*region), *standing) {
                    (true, _) => Standing::NotDevolved,
                    // what had none has the column's
                    (false, Standing::NotDevolved) => column,
                    (false, kept) => kept,
                };
            }
        }
    }
}

impl<'r> Plain<'r> {
    /// Every amendment that has begun, in the order of recording, which is that of their days.
    fn amended(self, on: NaiveDate) -> impl Iterator<Item = &'r Amendment> {
        self.0.iter().flat_map(|it| &it.amendments).filter(move |it| it.from <= on)
    }

    pub(super) fn edition(self, on: NaiveDate) -> EditionId {
        let last = self.amended(on).last();
        let number = 1 + u16::try_from(self.amended(on).count()).unwrap();
        EditionId { number, from: last.map_or(EditionId::BUILT_IN.from, |it| it.from) }
    }

    pub(super) fn checked_until(self) -> NaiveDate {
        self.0.iter().flat_map(|it| &it.checked).last().map_or(EditionId::BUILT_IN.from, |it| it.until)
    }

    /// A service's own item is on the list from the day on which it is recorded.
    fn own(self, key: &Key, on: NaiveDate) -> Option<Listed> {
        let Key::Own(key) = key else { return None };
        let has = |it: &usize| self.0[*it].own_items.iter().any(|it| it.key == *key);
        let at = (0..self.0.len()).find(has)?;
        let since = if at == 0 { EditionId::BUILT_IN.from } else { self.0[at].recorded };
        let item = self.0[at].own_items.iter().find(|it| it.key == *key)?;
        assert_eq!(item.origin, OwnOrigin::County, "this universe has no other");
        (since <= on).then(|| Listed::new(item.name.as_str(), item.kind, None))
    }

    pub(super) fn listed(self, key: &Key, on: NaiveDate) -> Option<Listed> {
        let mut listed = Listed::built_in(key).or_else(|| self.own(key, on));
        for it in self.amended(on) {
            if it.removes.contains(key) {
                listed = None;
            }
            for change in it.changes.iter().filter(|it| it.item == *key) {
                listed.as_mut().unwrap().change(change);
            }
            for new in it.adds.iter().filter(|it| Key::Own(it.key.clone()) == *key) {
                listed = Some(Listed::new(new.name.as_str(), new.kind, Some(&new.origin)));
            }
        }
        listed
    }

    /// The choice of a region for a three-tier item, with the revision that has it.
    fn choice(self, (key, item): (&Key, &Listed), region: Region, on: NaiveDate) -> Option<(usize, &'r Choice)> {
        let speaks = |it: &Choice| it.region == region && covers(&it.items, key, item.kind);
        (item.origin == Origin::ThreeTier).then(|| self.last(|it| &it.choices, speaks, |it| it.from, on)).flatten()
    }

    /// The first day of the next choice of an item, as far as it is known.
    pub(super) fn next_choice(self, (key, item): (&Key, &Listed), region: Region, on: NaiveDate) -> Option<NaiveDate> {
        let later = |it: &Choice| it.region == region && covers(&it.items, key, item.kind) && on < it.from;
        self.rows(|it| &it.choices).map(|(_, it)| it).filter(|it| later(it)).map(|it| it.from).min()
    }

    /// How a three-tier item stands in a region by its choice.
    pub(super) fn chosen_by(self, of: (&Key, &Listed), region: Region, on: NaiveDate) -> Option<Modality> {
        self.choice(of, region, on).map(|(_, it)| match &it.way {
            ChosenWay::Direct => Modality::Direct,
            ChosenWay::Window { .. } => Modality::Window,
            ChosenWay::Review { .. } => Modality::Review,
            ChosenWay::Intake { .. } => Modality::Intake,
        })
    }

    /// What it says in a township, with its bodies under the names that they had when it was recorded.
    pub(super) fn chosen(
        self,
        of: (&Key, &Listed),
        region: Region,
        township: Township,
        on: NaiveDate,
    ) -> Option<Chosen> {
        let (at, choice) = self.choice(of, region, on)?;
        let desk = choice.townships.iter().find(|it| it.township == township)?;
        let known = Plain(&self.0[..=at]);
        let unit = |id: &Mark| -> Unit {
            let Some(Body::Unit(it)) = known.body(id) else { panic!("no unit") };
            it
        };
        let way = match &choice.way {
            ChosenWay::Direct => ChosenWay::Direct,
            ChosenWay::Window { county } => ChosenWay::Window { county: unit(county) },
            ChosenWay::Review { seal: None } => ChosenWay::Review { seal: None },
            ChosenWay::Review { seal: Some(ReviewSeal::Township) } => {
                ChosenWay::Review { seal: Some(ReviewSeal::Township) }
            }
            ChosenWay::Review { seal: Some(ReviewSeal::County(county)) } => {
                ChosenWay::Review { seal: Some(ReviewSeal::County(unit(county))) }
            }
            ChosenWay::Intake { county } => ChosenWay::Intake { county: unit(county) },
        };
        let seat = |it: &Option<BodyRef>| match it {
            None => None,
            Some(BodyRef::Department(it)) => Some(Body::Department(*it)),
            Some(BodyRef::Body(id)) => known.body(id),
        };
        let it = &choice.supervision;
        let supervision = Supervision {
            county_supervisor: seat(&it.county_supervisor),
            county_enforcement: seat(&it.county_enforcement),
            city_supervisor: seat(&it.city_supervisor),
            city_enforcement: seat(&it.city_enforcement),
        };
        Some(Chosen { way, township, body: unit(&desk.body), supervision })
    }

    /// What the catalogue of all that is known was made from.
    pub(super) fn history(self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (at, it) in self.0.iter().enumerate() {
            if !it.own_items.is_empty() {
                let from = if at == 0 { EditionId::BUILT_IN.from } else { it.recorded };
                entries.push(Entry::OwnItems { from, items: it.own_items.clone() });
            }
            entries.extend(it.amendments.iter().cloned().map(Entry::Amendment));
            entries.extend(it.checked.iter().cloned().map(Entry::Checked));
        }
        entries
    }
}
