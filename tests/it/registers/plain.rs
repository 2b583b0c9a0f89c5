//! What the registers answer, found by walking every row: no index, no look-up, nothing but the revisions.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Body, Department, Item, Key, Kind, Region, Unit, Venue,
    body::BodyRef,
    place::Centre,
    register::{
        AgreementState, Ends, Items, Own, Permission, Plan, Posting, Revision, SealEvent, SealId, SealState, SealStep,
        Standard,
    },
    route::{Admission, Offer, Supervision},
    text::Mark,
};

/// The revisions known.
#[derive(Clone, Copy)]
pub(super) struct Plain<'r>(pub(super) &'r [Revision]);

/// An offer that borrows nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told {
    NotRecorded,
    NotBegun(NaiveDate),
    Ended(NaiveDate),
    Running(Admission),
}

impl From<Offer<'_>> for Told {
    fn from(it: Offer<'_>) -> Self {
        match it {
            Offer::NotRecorded => Self::NotRecorded,
            Offer::NotBegun(from) => Self::NotBegun(from),
            Offer::Ended(until) => Self::Ended(until),
            Offer::Running(it) => Self::Running(it.clone()),
        }
    }
}

/// What a plan says of an item: its handler, its centre, its supervision.
pub(super) type Undertaken = (Option<Unit>, Option<Centre>, Supervision);

pub(super) fn covers(items: &Items, key: &Key, kind: Kind) -> bool {
    match items {
        Items::All => true,
        Items::OfKind(it) => *it == kind,
        Items::Only(keys) => keys.contains(key),
    }
}

/// How many of these revisions were known on a day; the first always was.
pub(super) fn known_by(revisions: &[Revision], on: NaiveDate) -> usize {
    revisions.iter().filter(|it| it.recorded <= on).count().max(revisions.len().min(1))
}

impl<'r> Plain<'r> {
    /// Every row of a list, in the order of recording, with its revision.
    pub(super) fn rows<T: 'r>(self, list: impl Fn(&'r Revision) -> &'r Vec<T>) -> impl Iterator<Item = (usize, &'r T)> {
        self.0.iter().enumerate().flat_map(move |(at, it)| list(it).iter().map(move |row| (at, row)))
    }

    /// The row that counts on a day: of those begun the one that began last, of several of one day the one recorded last.
    pub(super) fn last<T: 'r>(
        self,
        list: impl Fn(&'r Revision) -> &'r Vec<T>,
        speaks: impl Fn(&T) -> bool,
        from: impl Fn(&T) -> NaiveDate,
        on: NaiveDate,
    ) -> Option<(usize, &'r T)> {
        let mut best: Option<(usize, &T)> = None;
        for (at, row) in self.rows(list).filter(|(_, row)| speaks(row) && from(row) <= on) {
            if best.is_none_or(|(_, it)| from(it) <= from(row)) {
                best = Some((at, row));
            }
        }
        best
    }

    /// The last day of a row: the earliest that was ever told.
    fn last_day(self, until: Option<NaiveDate>, ended: impl Fn(usize, &Ends, NaiveDate) -> bool) -> Option<NaiveDate> {
        let endings = self.rows(|it| &it.endings).filter(|(at, it)| ended(*at, &it.ends, it.last));
        endings.map(|(_, it)| it.last).chain(until).min()
    }

    pub(super) fn body(self, id: &Mark) -> Option<Body> {
        let units = self.rows(|it| &it.units).filter(|(_, it)| it.id == *id).map(|(_, it)| Body::Unit(it.clone()));
        let cities = self.rows(|it| &it.agencies).filter(|(_, it)| it.id == *id).map(|(_, it)| Body::City(it.clone()));
        let partners =
            self.rows(|it| &it.partners).filter(|(_, it)| it.id == *id).map(|(_, it)| Body::Partner(it.clone()));
        units.chain(cities).chain(partners).last()
    }

    /// The body that a row of a revision names, under the name that it had then.
    fn named(self, at: usize, named: &BodyRef) -> Option<Body> {
        match named {
            BodyRef::Department(it) => Some(Body::Department(*it)),
            BodyRef::Body(id) => Self(&self.0[..=at]).body(id),
        }
    }

    pub(super) fn undertaking(self, item: Item<'_>, region: Region, on: NaiveDate) -> Undertaken {
        let plan = self.last(|it| &it.plans, |it: &Plan| it.region == region, |it| it.from, on);
        let Some((at, plan)) = plan else { return (None, None, Supervision::NOBODY) };
        let row = plan.undertakes.iter().find(|it| covers(&it.items, item.key(), item.kind()));
        let Some(row) = row else { return (None, plan.centre, Supervision::NOBODY) };
        let Some(Body::Unit(handler)) = self.named(at, &BodyRef::Body(row.handler.clone())) else { panic!("no unit") };
        let Supervision { county_supervisor, county_enforcement, city_supervisor, city_enforcement } = &row.supervision;
        let seat = |it: &Option<BodyRef>| it.as_ref().map(|it| self.named(at, it).unwrap());
        let supervision = Supervision {
            county_supervisor: seat(county_supervisor),
            county_enforcement: seat(county_enforcement),
            city_supervisor: seat(city_supervisor),
            city_enforcement: seat(city_enforcement),
        };
        (Some(handler), plan.centre, supervision)
    }

    pub(super) fn posted(self, department: Department, region: Region, on: NaiveDate) -> bool {
        let speaks = |it: &Posting| it.department == department && it.region == region;
        let counts = |known: Self, on| known.last(|it| &it.postings, speaks, |it| it.from, on);
        let Some((_, row)) = counts(self, on) else { return false };
        // an ending ends the row that counted on its last day, as far as was known
        let until = self.last_day(row.until, |at, ends, last| {
            *ends == Ends::Posting { department, region }
                && counts(Self(&self.0[..=at]), last).is_some_and(|(_, it)| std::ptr::eq(it, row))
        });
        until.is_none_or(|until| on <= until)
    }

    /// Every permission that speaks of an item of a region at a venue, with its last day.
    fn speaking(
        self,
        item: Item<'_>,
        region: Region,
        venue: &Venue,
    ) -> Vec<(usize, &'r Permission, Option<NaiveDate>)> {
        let rows = self.rows(|it| &it.permissions).filter(|(_, it)| {
            it.venue == *venue && it.regions.contains(region) && covers(&it.items, item.key(), item.kind())
        });
        let ended = |number: &Mark, ends: &Ends| *ends == Ends::Permission(number.clone());
        rows.map(|(at, it)| (at, it, self.last_day(it.until, |_, ends, _| ended(&it.number, ends)))).collect()
    }

    pub(super) fn offer(self, item: Item<'_>, region: Region, venue: &Venue, on: NaiveDate) -> Told {
        let speaking = self.speaking(item, region, venue);
        let mut running: Option<(usize, &Permission)> = None;
        for (at, it, until) in &speaking {
            let runs = it.from <= on && until.is_none_or(|until| on <= until);
            if runs && running.is_none_or(|(_, before)| before.from <= it.from) {
                running = Some((*at, it));
            }
        }
        if let Some((at, it)) = running {
            let operator = self.named(at, &it.gives.operator).unwrap();
            return Told::Running(Admission { operator, handling: it.gives.handling });
        }
        let next = speaking.iter().map(|(_, it, _)| it.from).filter(|from| on < *from).min();
        let ended = speaking.iter().filter_map(|(.., until)| *until).filter(|until| *until < on).max();
        next.map(Told::NotBegun).or(ended.map(Told::Ended)).unwrap_or(Told::NotRecorded)
    }

    pub(super) fn stationed(self, item: Item<'_>, region: Region, on: NaiveDate) -> bool {
        self.rows(|it| &it.stationings)
            .any(|(_, it)| it.region == region && it.from <= on && covers(&it.items, item.key(), item.kind()))
    }

    pub(super) fn agreement_state(self, number: &Mark, on: NaiveDate) -> Option<AgreementState> {
        let (_, row) = self.rows(|it| &it.agreements).find(|(_, it)| it.number == *number)?;
        let until = self.last_day(row.until, |_, ends, _| *ends == Ends::Agreement(number.clone()));
        Some(match until {
            _ if on < row.from => AgreementState::NotBegun,
            Some(until) if until < on => AgreementState::RunningOff,
            _ => AgreementState::Open,
        })
    }

    /// What has happened to a seal by a day, as it was recorded.
    fn happened(self, seal: SealId, on: NaiveDate) -> impl Iterator<Item = &'r SealEvent> {
        self.rows(|it| &it.seals).map(|(_, it)| it).filter(move |it| it.seal == seal && it.on <= on)
    }

    pub(super) fn seal_state(self, seal: SealId, on: NaiveDate) -> Option<SealState> {
        let mut state = None;
        for it in self.happened(seal, on) {
            state = match &it.event {
                SealStep::Cut { .. } => Some(SealState::NotHandedOver),
                SealStep::HandedOver { .. } | SealStep::Restored { .. } => Some(SealState::InService),
                SealStep::Renewed { .. } => state,
                SealStep::Suspended { .. } => Some(SealState::Suspended),
                SealStep::Withdrawn { .. } => Some(SealState::Withdrawn),
                SealStep::Lost { .. } => return Some(SealState::Lost),
            };
        }
        state
    }

    pub(super) fn seal_holder(self, seal: SealId, on: NaiveDate) -> Option<(Region, Mark)> {
        if self.seal_state(seal, on) == Some(SealState::Withdrawn) {
            return None;
        }
        let number = self.happened(seal, on).filter_map(|it| it.event.agreement()).last()?;
        let (_, row) = self.rows(|it| &it.agreements).find(|(_, it)| it.number == *number)?;
        Some((row.region, number.clone()))
    }

    pub(super) fn seals_held(self, department: Department, region: Region, on: NaiveDate) -> BTreeSet<SealId> {
        let seals = self.rows(|it| &it.seals).map(|(_, it)| it.seal).filter(|it| it.department == department);
        seals.filter(|it| self.seal_holder(*it, on).is_some_and(|(holder, _)| holder == region)).collect()
    }

    /// `S42`: the region's own last begun of those drawn from the handbook in force, else that handbook.
    pub(super) fn standard(self, item: &Key, region: Region, on: NaiveDate) -> Option<Standard> {
        let handbook = |it: &Standard| it.item == *item && it.own.is_none();
        let (_, handbook) = self.last(|it| &it.standards, handbook, |it| it.from, on)?;
        let drawn = Some(Own { region, handbook: handbook.edition });
        let own = self.last(|it| &it.standards, |it| it.item == *item && it.own == drawn, |it| it.from, on);
        Some(own.map_or(handbook, |(_, own)| own).clone())
    }
}
