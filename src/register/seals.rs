//! Agreements and seals, found by number, by holder and by what is asked of a use.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    Agreement, Ends, Revision, SealId, SealRecord, SealState,
    coverage::Coverage,
    line::{AsOf, At, LastDays},
    seal_life::{Holding, SealLife},
};
use crate::{
    body::Department,
    catalogue::{Key, Kind},
    place::Region,
    text::Mark,
};

#[derive(Clone, Debug, Default)]
pub(super) struct Seals {
    pub(super) agreements: BTreeMap<Mark, Agreed>,
    ends: LastDays,
    lives: BTreeMap<SealId, SealLife>,
    /// The seals that a region was ever handed by a department.
    held: BTreeMap<(Department, Region), BTreeSet<SealId>>,
}

/// An agreement, with the items that it covers.
#[derive(Clone, Debug)]
pub(super) struct Agreed {
    pub(super) at: At,
    pub(super) region: Region,
    pub(super) from: NaiveDate,
    covers: Coverage<()>,
}

impl Agreed {
    fn of(agreement: &Agreement, at: At) -> Self {
        let mut covers = Coverage::default();
        covers.change(&agreement.items, |()| {});
        Self { at, region: agreement.region, from: agreement.from, covers }
    }
    pub(super) fn covers(&self, key: &Key, kind: Kind) -> bool {
        self.covers.of(key, kind).next().is_some()
    }
}

/// What a use is asked about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Using<'a> {
    pub(super) item: &'a Key,
    pub(super) kind: Kind,
    /// Filing day of the case.
    pub(super) filed: NaiveDate,
}

impl Seals {
    /// Adds the next revision.
    pub(super) fn add(&mut self, number: u32, revision: &Revision) {
        for (row, it) in revision.agreements.iter().enumerate() {
            let at = At { revision: number, row };
            self.agreements.insert(it.number.clone(), Agreed::of(it, at));
            if let Some(until) = it.until {
                self.ends.end(at, number, until);
            }
        }
        for it in &revision.endings {
            if let Ends::Agreement(agreement) = &it.ends
                && let Some(agreed) = self.agreements.get(agreement)
            {
                self.ends.end(agreed.at, number, it.last);
            }
        }
        for (row, it) in revision.seals.iter().enumerate() {
            let at = At { revision: number, row };
            let region = it.event.agreement().and_then(|number| self.agreements.get(number)).map(|it| it.region);
            let added = self.lives.entry(it.seal).or_default().add(it, at, region);
            if let Some(region) = region.filter(|_| added) {
                self.held.entry((it.seal.department, region)).or_default().insert(it.seal);
            }
        }
    }

    pub(super) fn life(&self, seal: SealId) -> Option<&SealLife> {
        self.lives.get(&seal)
    }

    /// The last day of an agreement, as a revision knows it.
    pub(super) fn until(&self, agreed: &Agreed, revision: u32) -> Option<NaiveDate> {
        self.ends.of(agreed.at, revision)
    }

    /// Whether an agreement carries a use on a day, for a case filed on another: it has begun, and had not closed to the case when that was
    /// filed.
    fn carries(&self, agreed: &Agreed, used: AsOf, filed: NaiveDate) -> bool {
        agreed.from <= used.day && self.until(agreed, used.revision).is_none_or(|until| filed <= until)
    }

    /// What a use finds: the agreement that carries it and the state of the seal; none where the seal was not cut by then.
    pub(super) fn record<'a>(
        &self,
        seal: SealId,
        using: Using<'_>,
        used: AsOf,
        row: impl Fn(At) -> Option<&'a Agreement>,
    ) -> Option<SealRecord> {
        let life = self.lives.get(&seal)?;
        let state = life.state(used)?;
        let under = |it: &Holding| self.agreements.get(&it.agreement);
        let carries = |it: &&Agreed| self.carries(it, used, using.filed);
        // one that carries the use and covers the item; else one that carries it, so that what it lacks is told
        let best = life.holdings_for(used, using.filed);
        let covering = life.tenure(used).iter().rev().filter_map(under);
        let covering = best.clone().filter_map(under).chain(covering);
        let covering = covering.filter(|it| it.covers(using.item, using.kind)).find(carries);
        let carried = covering.or_else(|| best.filter_map(under).find(carries));
        let agreement = carried.and_then(|it| row(it.at));
        Some(SealRecord {
            seal,
            region: life.holding(used).map(|it| it.region),
            covers_item: carried.is_some_and(|it| it.covers(using.item, using.kind)),
            agreement: agreement.map(|it| it.number.clone()),
            users: agreement.map(|it| it.users.clone()).unwrap_or_default(),
            circumstances: agreement
                .map(|it| it.circumstances.iter().map(|it| it.code.clone()).collect())
                .unwrap_or_default(),
            state,
        })
    }

    /// The seals of a department that a region holds on a day, in whatever state.
    pub(super) fn held_by(
        &self,
        department: Department,
        region: Region,
        asked: AsOf,
    ) -> impl Iterator<Item = (SealId, &SealLife)> {
        self.held.get(&(department, region)).into_iter().flatten().filter_map(move |id| {
            let life = self.lives.get(id)?;
            let back = life.state(asked) == Some(SealState::Withdrawn);
            (!back && life.holding(asked).is_some_and(|it| it.region == region)).then_some((*id, life))
        })
    }

    /// Whether a seal, or an electronic twin, is in service in a region under an agreement that takes new cases of an item.
    pub(super) fn serves(
        &self,
        department: Department,
        region: Region,
        twin: bool,
        using: Using<'_>,
        asked: AsOf,
    ) -> bool {
        self.held_by(department, region, asked).any(|(_, life)| {
            let in_service = life.is_twin == twin && life.state(asked) == Some(SealState::InService);
            let mut under = life.tenure(asked).iter().filter_map(|it| self.agreements.get(&it.agreement));
            in_service && under.any(|it| self.carries(it, asked, asked.day) && it.covers(using.item, using.kind))
        })
    }
}
