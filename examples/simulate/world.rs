//! What cases are drawn from: the office, the items with their volumes, the places with their sizes.

use rand::distr::weighted::WeightedIndex;
use tongquan::{
    Department, Key, Kind, Modality, Office, Region, Venue,
    catalogue::Origin,
    place::{Centre, Township, Village},
    text::Person,
};

use super::{
    Fallible,
    days::{Days, YEAR},
    luck::Luck,
    office::office,
    shares::{NO_VILLAGES, RARE, VOLUMES},
    windows,
};

pub(crate) struct World {
    pub(crate) office: Office,
    pub(crate) days: Days,
    items: Vec<Listed>,
    volumes: WeightedIndex<u32>,
    regions: Vec<Places>,
    sizes: WeightedIndex<u32>,
    centres: Vec<Venue>,
    clerks: Vec<Person>,
}

/// An item of the list.
pub(crate) struct Listed {
    pub(crate) key: Key,
    pub(crate) kind: Kind,
    pub(crate) origin: Origin,
    pub(crate) department: Option<Department>,
    pub(crate) column: Option<Modality>,
    /// Where it is chosen, for a three-tier one.
    pub(crate) chosen: Vec<Township>,
}

/// A region with its villages, and the windows there.
pub(crate) struct Places {
    pub(crate) region: Region,
    pub(crate) villages: Vec<Village>,
    pub(crate) windows: Vec<Venue>,
}

impl World {
    pub(crate) fn new() -> Fallible<Self> {
        let office = office()?;
        let days = Days::of(office.now().calendar())?;
        let end = chrono::NaiveDate::from_ymd_opt(YEAR, 12, 31).ok_or("no such day")?;
        let list = office.catalogue().latest();
        let listed = |it: tongquan::Item<'_>| Listed {
            key: it.key().clone(),
            kind: it.kind(),
            origin: it.origin(),
            department: it.department(),
            column: it.column(),
            chosen: Region::all().flat_map(|at| office.now().chosen(it, at, end)).map(|it| it.township).collect(),
        };
        let items: Vec<Listed> = list.items().map(listed).collect();
        let volume = |it: &Listed| {
            let key = it.key.to_string();
            // nothing comes in where no township may take it
            let nowhere = it.origin == Origin::ThreeTier && it.chosen.is_empty();
            if nowhere { 0 } else { VOLUMES.iter().find(|(of, _)| *of == key).map_or(RARE, |(_, volume)| *volume) }
        };
        let volumes = WeightedIndex::new(items.iter().map(volume))?;
        let places = |region: Region| {
            let villages = Village::all().filter(|it| it.managing_region().0 == region).collect();
            Fallible::Ok(Places { region, villages, windows: windows::nearby(region)? })
        };
        let regions: Vec<Places> = Region::all().map(places).collect::<Fallible<_>>()?;
        let size = |it: &Places| u32::try_from(it.villages.len()).map_or(NO_VILLAGES, |it| it.max(NO_VILLAGES));
        let sizes = WeightedIndex::new(regions.iter().map(size))?;
        let centres = Centre::all().map(Venue::from).collect();
        let clerks = (1..=24).map(|it| Ok(format!("clerk-{it:02}").parse()?)).collect::<Fallible<_>>()?;
        Ok(Self { office, days, items, volumes, regions, sizes, centres, clerks })
    }

    /// By how much comes in of it.
    pub(crate) fn item(&self, luck: &mut Luck) -> Fallible<&Listed> {
        self.items.get(luck.weighed(&self.volumes)).ok_or_else(|| "no such item".into())
    }

    /// By its size.
    pub(crate) fn region(&self, luck: &mut Luck) -> Fallible<&Places> {
        self.regions.get(luck.weighed(&self.sizes)).ok_or_else(|| "no such region".into())
    }

    pub(crate) fn places(&self, region: Region) -> Fallible<&Places> {
        self.regions.iter().find(|it| it.region == region).ok_or_else(|| "no such region".into())
    }

    /// A window that takes in business of other places: online, the city's centre, another region's, one nearby.
    pub(crate) fn elsewhere(&self, at: &Places, luck: &mut Luck) -> Venue {
        let found = match luck.between(0, 99) {
            0..40 => None,
            40..65 => self.centres.first(),
            65..80 => luck.pick(&self.centres),
            _ => luck.pick(&at.windows),
        };
        found.cloned().unwrap_or(Venue::Online)
    }

    pub(crate) fn clerk(&self, luck: &mut Luck) -> Fallible<Person> {
        luck.pick(&self.clerks).cloned().ok_or_else(|| "no clerk".into())
    }
}

/// A department that acts in no case.
pub(crate) const BYSTANDER: Department = Department::Finance;
