//! The rows of all revisions, found by what is asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Choice, ElectronicMeans, Ends, Obligation, Plan, Responsible, Revision, Uses,
    coverage::Coverage,
    line::{AsOf, At, LastDays, Line, Numbered},
    seals::Seals,
};
use crate::{
    body::{Body, BodyRef, Department, Unit},
    catalogue::{Key, Kind},
    place::{Centre, Region, Township},
    route::{Admission, Chosen, ChosenWay, Supervision, Venue},
    text::Mark,
};

/// Everything that is found by a key. It rests on revisions that were checked; what a bad row names is passed over.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    bodies: BTreeMap<Mark, Vec<(u32, Body)>>,
    plans: BTreeMap<Region, Line>,
    bound: BTreeMap<At, BoundPlan>,
    choices: BTreeMap<Region, Coverage<Line>>,
    chosen: BTreeMap<At, BoundChoice>,
    pub(super) stationings: BTreeMap<Region, Coverage<Line>>,
    postings: BTreeMap<(Department, Region), Line>,
    posting_ends: LastDays,
    pub(super) advisers: BTreeMap<Department, Coverage<Line>>,
    pub(super) on_platform: BTreeMap<Region, Coverage<Line>>,
    pub(super) electronics: BTreeMap<(ElectronicMeans, Region), Coverage<Line>>,
    pub(super) standards: BTreeMap<Key, BTreeMap<Option<Region>, Line>>,
    pub(super) experts: Numbered,
    permissions: BTreeMap<Venue, BTreeMap<Region, Coverage<Line>>>,
    granted: Numbered,
    pub(super) ceilings: Numbered,
    admissions: BTreeMap<At, Admission>,
    pub(super) seals: Seals,
    pub(super) evidence: BTreeMap<(Obligation, Responsible), Line>,
}

/// A plan with its bodies found.
#[derive(Clone, Debug)]
pub(super) struct BoundPlan {
    pub(super) centre: Option<Centre>,
    rows: Vec<BoundRow>,
    first: Coverage<Option<usize>>,
}

/// One row of it.
#[derive(Clone, Debug)]
pub(super) struct BoundRow {
    pub(super) handler: Unit,
    pub(super) supervision: Supervision,
    pub(super) uses: Uses,
}

/// A choice with its bodies found: what it says in each township.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct BoundChoice {
    pub(super) in_township: BTreeMap<Township, Chosen>,
    pub(super) way: ChosenWay,
}

/// From when until when a row speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) from: NaiveDate,
    pub(super) until: Option<NaiveDate>,
}

impl Span {
    pub(super) fn runs_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl BoundPlan {
    /// The first row that covers an item.
    pub(super) fn row(&self, key: &Key, kind: Kind) -> Option<&BoundRow> {
        let first = self.first.of(key, kind).copied().flatten().min()?;
        self.rows.get(first)
    }
}

impl Index {
    /// Adds the next revision.
    pub(super) fn add(&mut self, number: u32, revision: &Revision) {
        let at = |row| At { revision: number, row };
        self.add_bodies(number, revision);
        for (row, plan) in revision.plans.iter().enumerate() {
            if let Some(bound) = self.bind(number, plan) {
                self.plans.entry(plan.region).or_default().add(plan.from, at(row));
                self.bound.insert(at(row), bound);
            }
        }
        for (row, choice) in revision.choices.iter().enumerate() {
            if let Some(chosen) = self.choose(number, choice) {
                self.choices.entry(choice.region).or_default().add(&choice.items, choice.from, at(row));
                self.chosen.insert(at(row), chosen);
            }
        }
        for (row, it) in revision.stationings.iter().enumerate() {
            self.stationings.entry(it.region).or_default().add(&it.items, it.from, at(row));
        }
        for (row, it) in revision.advisers.iter().enumerate() {
            self.advisers.entry(it.department).or_default().add(&it.items, it.from, at(row));
        }
        for (row, it) in revision.on_platform.iter().enumerate() {
            for region in it.regions.iter() {
                self.on_platform.entry(region).or_default().add(&it.items, it.from, at(row));
            }
        }
        for (row, it) in revision.electronics.iter().enumerate() {
            self.electronics.entry((it.what, it.region)).or_default().add(&it.items, it.from, at(row));
        }
        for (row, it) in revision.standards.iter().enumerate() {
            let whose = it.own.map(|own| own.region);
            self.standards.entry(it.item.clone()).or_default().entry(whose).or_default().add(it.from, at(row));
        }
        for (row, it) in revision.evidence.iter().enumerate() {
            self.evidence.entry((it.obligation, it.by)).or_default().add(it.on, at(row));
        }
        self.add_spans(number, revision);
        self.seals.add(number, revision);
    }

    fn add_bodies(&mut self, number: u32, revision: &Revision) {
        let units = revision.units.iter().map(|it| (&it.id, Body::Unit(it.clone())));
        let agencies = revision.agencies.iter().map(|it| (&it.id, Body::City(it.clone())));
        let partners = revision.partners.iter().map(|it| (&it.id, Body::Partner(it.clone())));
        for (id, body) in units.chain(agencies).chain(partners) {
            self.bodies.entry(id.clone()).or_default().push((number, body));
        }
    }

    fn bind(&self, number: u32, plan: &Plan) -> Option<BoundPlan> {
        let mut bound = BoundPlan { centre: plan.centre, rows: Vec::new(), first: Coverage::default() };
        for (row, it) in plan.undertakes.iter().enumerate() {
            let Some(Body::Unit(handler)) = self.body(&it.handler, number) else { return None };
            let supervision = Supervision::by_seat(|tier| self.named(it.supervision.named(tier)?, number));
            bound.rows.push(BoundRow { handler: handler.clone(), supervision, uses: it.uses });
            bound.first.change(&it.items, |first| _ = first.get_or_insert(row));
        }
        Some(bound)
    }

    fn choose(&self, number: u32, choice: &Choice) -> Option<BoundChoice> {
        let unit = |id: &Mark| match self.body(id, number) {
            Some(Body::Unit(unit)) => Some(unit.clone()),
            _ => None,
        };
        let way = choice.way.told(unit)?;
        let supervision = Supervision::by_seat(|tier| self.named(choice.supervision.named(tier)?, number));
        let mut in_township = BTreeMap::new();
        for it in &choice.townships {
            let (way, body, supervision) = (way.clone(), unit(&it.body)?, supervision.clone());
            in_township.insert(it.township, Chosen { way, township: it.township, body, supervision });
        }
        Some(BoundChoice { in_township, way })
    }

    fn add_spans(&mut self, number: u32, revision: &Revision) {
        for (row, it) in revision.postings.iter().enumerate() {
            let at = At { revision: number, row };
            self.postings.entry((it.department, it.region)).or_default().add(it.from, at);
            if let Some(until) = it.until {
                self.posting_ends.end(at, number, until);
            }
        }
        for (row, it) in revision.permissions.iter().enumerate() {
            let at = At { revision: number, row };
            let Some(operator) = self.named(&it.gives.operator, number) else { continue };
            self.admissions.insert(at, Admission { operator, handling: it.gives.handling });
            let there = self.permissions.entry(it.venue.clone()).or_default();
            for region in it.regions.iter() {
                there.entry(region).or_default().add(&it.items, it.from, at);
            }
            self.granted.add(&it.number, at, it.until);
        }
        for (row, it) in revision.experts.iter().enumerate() {
            self.experts.add(&it.number, At { revision: number, row }, it.until);
        }
        for (row, it) in revision.ceilings.iter().enumerate() {
            self.ceilings.add(&it.number, At { revision: number, row }, Some(it.until));
        }
        for it in &revision.endings {
            match &it.ends {
                Ends::Posting { department, region } => {
                    let asked = AsOf { day: it.last, revision: number };
                    let line = self.postings.get(&(*department, *region));
                    if let Some((_, at)) = line.and_then(|line| line.on(asked)) {
                        self.posting_ends.end(at, number, it.last);
                    }
                }
                Ends::Permission(of) => self.granted.end(of, number, it.last),
                Ends::Expert(of) => self.experts.end(of, number, it.last),
                Ends::Ceiling(of) => self.ceilings.end(of, number, it.last),
                // with the seals
                Ends::Agreement(_) => {}
            }
        }
    }

    /// A body of an id, under the name that it had by then.
    pub(super) fn body(&self, id: &Mark, revision: u32) -> Option<&Body> {
        self.bodies.get(id)?.iter().rev().find(|(by, _)| *by <= revision).map(|(_, body)| body)
    }

    pub(super) fn named(&self, named: &BodyRef, revision: u32) -> Option<Body> {
        match named {
            BodyRef::Department(it) => Some(Body::Department(*it)),
            BodyRef::Body(id) => self.body(id, revision).cloned(),
        }
    }

    /// The plan that counts.
    pub(super) fn plan(&self, region: Region, asked: AsOf) -> Option<&BoundPlan> {
        let (_, at) = self.plans.get(&region)?.on(asked)?;
        self.bound.get(&at)
    }

    /// The choice that counts for an item.
    pub(super) fn choice(&self, region: Region, (key, kind): (&Key, Kind), asked: AsOf) -> Option<&BoundChoice> {
        let (_, at) = self.choices.get(&region)?.on(key, kind, asked)?;
        self.chosen.get(&at)
    }

    /// The first day of the choice that begins next.
    pub(super) fn next_choice(&self, region: Region, (key, kind): (&Key, Kind), asked: AsOf) -> Option<NaiveDate> {
        self.choices.get(&region)?.next(key, kind, asked).map(|(from, _)| from)
    }

    /// The posting that counts, whether it has ended or not.
    pub(super) fn posting(&self, department: Department, region: Region, asked: AsOf) -> Option<Span> {
        let (from, at) = self.postings.get(&(department, region))?.on(asked)?;
        Some(Span { from, until: self.posting_ends.of(at, asked.revision) })
    }

    /// What speaks of an item of a region at a venue: the permission that runs and began last, else the next to begin, else the last that
    /// ended.
    pub(super) fn permission(
        &self,
        venue: &Venue,
        region: Region,
        (key, kind): (&Key, Kind),
        asked: AsOf,
    ) -> Option<(Span, &Admission)> {
        let there = self.permissions.get(venue)?.get(&region)?;
        let span = |(from, at)| (Span { from, until: self.granted.until(at, asked.revision) }, at);
        let begun = || there.of(key, kind).flat_map(|line| line.begun(asked)).map(span);
        let running = begun().filter(|(it, _)| it.runs_on(asked.day)).max_by_key(|(it, at)| (it.from, *at));
        let next = || there.of(key, kind).filter_map(|line| line.next(asked)).map(span).min_by_key(|(it, _)| it.from);
        let ended = || begun().max_by_key(|(it, _)| it.until);
        let (span, at) = running.or_else(next).or_else(ended)?;
        Some((span, self.admissions.get(&at)?))
    }
}
