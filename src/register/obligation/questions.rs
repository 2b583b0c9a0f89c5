//! 履责情况: met, due, overdue, of a unit on a day; who is bound, who is behind.

use std::{collections::BTreeMap, iter, ops::Bound};

use chrono::NaiveDate;
use strum::IntoEnumIterator;

use super::{
    Cycle, Due, Evidence, Fulfilment, Lacking, Obligation, ObligationState, Proof, Responsible, Rhythm, Rolls, Tally,
};
use crate::{
    catalogue::{Edition, Item, Standing},
    place::Region,
    register::Registers,
    route::{Gap, Owes},
};

impl<'o> Registers<'o> {
    /// 履责情况 of a unit on a day: what was done of one duty by then, and what is not; none where the duty does not bind it that day.
    ///
    /// It walks the list where the registers themselves tell, and the cycles since the signature where something is owed in each.
    ///
    /// ```
    /// use tongquan::{Department, Office, register::{Obligation, ObligationState, Revision}};
    /// let revision: Revision = serde_json::from_str(r#"{"recorded": "2022-03-01", "evidence": [
    ///   {"obligation": "train_centrally", "by": {"department": "transport"}, "on": "2021-11-05", "what": "（虚构）集中培训一期"}]}"#)?;
    /// let office = Office::new(vec![revision])?;
    /// let transport = Department::Transport.into();
    /// let on = |day: &str| office.now().fulfilment(Obligation::TrainCentrally, transport, day.parse().expect("a day"));
    /// let told = on("2022-07-01").ok_or("a department without items")?;
    /// assert_eq!((told.state, told.due), (ObligationState::Overdue, Some("2022-06-30".parse()?)));
    /// assert_eq!(told.to_string(),
    ///   "City departments hold at least one central training session each half-year [C10], owed by Municipal Bureau of Transport: \
    ///    overdue, due 2022-06-30; missed: the first half of 2022; evidence: 2021-11-05");
    /// assert_eq!(on("2022-06-30").map(|it| it.state), Some(ObligationState::Due));
    /// assert_eq!(on("2021-12-31").map(|it| it.state), Some(ObligationState::Met));
    /// // what binds the departments that have items does not bind one that has none
    /// let finance = Department::Finance.into();
    /// assert_eq!(office.now().fulfilment(Obligation::TrainCentrally, finance, "2022-07-01".parse()?), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fulfilment(self, obligation: Obligation, by: Responsible, day: NaiveDate) -> Option<Fulfilment<'o>> {
        Questions::of(self).answer(obligation, by, day)
    }

    /// 某单位的责任 on a day, in the order of the document.
    ///
    /// ```
    /// use tongquan::{Department, Office, register::Obligation};
    /// let duties = Office::built_in().now().obligations(Department::Finance.into(), "2024-03-04".parse()?);
    /// assert_eq!(duties.iter().map(|it| it.obligation).collect::<Vec<_>>(), [Obligation::CoordinateStaffing]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn obligations(self, by: Responsible, day: NaiveDate) -> Vec<Fulfilment<'o>> {
        Questions::of(self).all(by, day)
    }

    /// 责任单位: whom a duty binds on a day; nobody before the document was signed.
    ///
    /// ```
    /// use tongquan::{Department, Office, register::{Obligation, Responsible}};
    /// let bound = Office::built_in().now().bound(Obligation::PostStaff, "2024-03-04".parse()?);
    /// assert_eq!(bound, [Department::Ecology, Department::PublicSecurity].map(Responsible::Department));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bound(self, obligation: Obligation, day: NaiveDate) -> Vec<Responsible> {
        let mut questions = Questions::of(self);
        Responsible::all().filter(|by| questions.binds(obligation, *by, day)).collect()
    }

    /// 逾期: who is behind with a duty on a day, each with what is missing.
    ///
    /// ```
    /// use tongquan::{Office, register::Obligation};
    /// let behind = |day: &str| Office::built_in().now().behind(Obligation::PlanTraining, day.parse().expect("a day")).len();
    /// // the first whole year after the signature is 2022
    /// assert_eq!((behind("2022-12-31"), behind("2023-01-01")), (0, 11));
    /// ```
    pub fn behind(self, obligation: Obligation, day: NaiveDate) -> Vec<Fulfilment<'o>> {
        let mut questions = Questions::of(self);
        let told = Responsible::all().filter_map(|by| questions.answer(obligation, by, day));
        told.filter(|it| it.state == ObligationState::Overdue).collect()
    }

    /// 汇总: how many duties of each unit are met, due and overdue on a day; units that none binds are left out.
    ///
    /// ```
    /// use tongquan::{Office, Region, register::Responsible};
    /// let tallies = Office::built_in().now().tallies("2021-06-30".parse()?);
    /// let wenshang = tallies.iter().find(|it| it.by == Responsible::Region(Region::Wenshang)).ok_or("not bound")?;
    /// assert_eq!((wenshang.met, wenshang.due, wenshang.overdue), (0, 15, 0)); // nothing is on record, and nothing late yet
    /// assert_eq!(wenshang.zh(), "汶上县：已履行0项，待履行15项，逾期0项");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tallies(self, day: NaiveDate) -> Vec<Tally> {
        let mut questions = Questions::of(self);
        Responsible::all().filter_map(|by| Tally::of(by, &questions.all(by, day))).collect()
    }

    /// The evidence of one duty of a unit that was done by a day, in the order of days.
    fn evidence(self, obligation: Obligation, by: Responsible, day: NaiveDate) -> Vec<&'o Evidence> {
        let line = self.office.index.evidence.get(&(obligation, by));
        let begun = line.into_iter().flat_map(|line| line.begun(self.as_of(day)));
        let mut rows: Vec<&Evidence> = begun.filter_map(|(_, at)| self.row(at, |it| &it.evidence)).collect();
        rows.reverse();
        rows
    }
}

/// Questions of one day or many, which share what they find out about the list.
struct Questions<'o> {
    registers: Registers<'o>,
    /// The editions in force one after the other, from which day each.
    in_turn: BTreeMap<NaiveDate, &'o Edition>,
    rolls: Rolls<'o>,
}

impl<'o> Questions<'o> {
    fn of(registers: Registers<'o>) -> Self {
        // of several that begin on a day, the last counts
        let in_turn = registers.editions().iter().map(|it| (it.begins(), it)).collect();
        Self { registers, in_turn, rolls: Rolls::default() }
    }

    fn all(&mut self, by: Responsible, day: NaiveDate) -> Vec<Fulfilment<'o>> {
        Obligation::iter().filter_map(|it| self.answer(it, by, day)).collect()
    }

    fn binds(&mut self, obligation: Obligation, by: Responsible, day: NaiveDate) -> bool {
        let edition = self.in_turn.range(..=day).next_back().map(|(_, edition)| *edition);
        let rolls = &mut self.rolls;
        Obligation::ARISES <= day
            && obligation.is_borne(by, |it| edition.map(|edition| rolls.of(edition, it)).unwrap_or_default())
    }

    /// Whether a duty binds a unit on every day from one to another.
    fn binds_throughout(&mut self, obligation: Obligation, by: Responsible, from: NaiveDate, until: NaiveDate) -> bool {
        let turns = self.in_turn.range((Bound::Excluded(from), Bound::Included(until.max(from)))).map(|(day, _)| *day);
        let days: Vec<NaiveDate> = iter::once(from).chain(turns).collect();
        days.into_iter().all(|day| self.binds(obligation, by, day))
    }

    fn answer(&mut self, obligation: Obligation, by: Responsible, day: NaiveDate) -> Option<Fulfilment<'o>> {
        if !self.binds(obligation, by, day) {
            return None;
        }
        let told = Fulfilment::begun(obligation, by, day);
        Some(match (obligation.proof(), obligation.due()) {
            (Proof::Registers(gaps), _) => self.shown(gaps, told),
            (Proof::Evidence, Due::Every(rhythm)) => self.recurring(rhythm, told),
            (Proof::Evidence, due @ (Due::By(_) | Due::Open)) => self.once(due, told),
        })
    }

    /// What is done once. Its day is meant for those who were bound by then.
    fn once(&mut self, due: Due, told: Fulfilment<'o>) -> Fulfilment<'o> {
        let Fulfilment { obligation, by, day, .. } = told;
        let due = if let Due::By(due) = due { Some(due) } else { None };
        let due = due.filter(|due| self.binds(obligation, by, *due));
        let evidence = self.registers.evidence(obligation, by, day);
        let late = evidence.first().zip(due).is_some_and(|(first, due)| due < first.on);
        let state = match due {
            _ if !evidence.is_empty() => ObligationState::Met,
            Some(due) if due < day => ObligationState::Overdue,
            Some(_) | None => ObligationState::Due,
        };
        Fulfilment { state, due, late, evidence, ..told }
    }

    /// What is done in each year or half-year, of those that were whole while the unit was bound.
    fn recurring(&mut self, rhythm: Rhythm, told: Fulfilment<'o>) -> Fulfilment<'o> {
        let Fulfilment { obligation, by, day, .. } = told;
        let first = rhythm.first();
        let over = iter::successors(Some(first), |it| it.next()).take_while(|it| it.last() < day);
        let over: Vec<Cycle> = over.filter(|it| self.binds_throughout(obligation, by, it.first(), it.last())).collect();
        let now = Cycle::of(rhythm, day).max(first);
        let whole = self.binds_throughout(obligation, by, now.first(), day);
        let running = if whole { now } else { now.next().unwrap_or(now) };

        let mut evidence = self.registers.evidence(obligation, by, day);
        evidence.retain(|it| {
            let cycle = it.counts_for(rhythm);
            cycle == running || over.binary_search(&cycle).is_ok()
        });
        let mut done: BTreeMap<Cycle, NaiveDate> = BTreeMap::new();
        for it in &evidence {
            done.entry(it.counts_for(rhythm)).or_insert(it.on);
        }
        let late = over.iter().any(|it| done.get(it).is_some_and(|on| it.last() < *on));
        let missed: Vec<Cycle> = over.into_iter().filter(|it| !done.contains_key(it)).collect();
        let state = if !missed.is_empty() {
            ObligationState::Overdue
        } else if done.contains_key(&running) {
            ObligationState::Met
        } else {
            ObligationState::Due
        };
        let due = Some(missed.first().unwrap_or(&running).last());
        Fulfilment { state, due, late, evidence, missed, ..told }
    }

    /// What the registers themselves tell: it is met where nothing is missing, and overdue where something is that was to be there.
    fn shown(&mut self, gaps: &'static [Gap], told: Fulfilment<'o>) -> Fulfilment<'o> {
        let Fulfilment { obligation, by, day, .. } = told;
        let lacking = self.lacking(gaps, by, day);
        let state = if lacking.is_empty() {
            ObligationState::Met
        } else if lacking.iter().any(|it| it.overdue) {
            ObligationState::Overdue
        } else {
            ObligationState::Due
        };
        let due = match obligation.due() {
            // of what is missing, the day that is meant for it
            Due::By(_) if !lacking.is_empty() => lacking.iter().filter_map(|it| it.due).min(),
            Due::By(due) => Some(due).filter(|due| self.binds(obligation, by, *due)),
            Due::Every(_) | Due::Open => None,
        };
        Fulfilment { state, due, lacking, ..told }
    }

    /// The items of the reform that have one of the gaps, with the region, where it is for the unit to supply what is missing.
    fn lacking(&self, gaps: &'static [Gap], by: Responsible, day: NaiveDate) -> Vec<Lacking<'o>> {
        let registers = self.registers;
        let mut found = Vec::new();
        for item in registers.edition_on(day).into_iter().flat_map(Edition::items) {
            let is_own = item.department().map(Responsible::Department) == Some(by);
            for gap in gaps.iter().filter(|it| is_own || it.owes() != Owes::Department) {
                for region in Region::all().filter(|it| by.concerns(*it) && is_of_reform(item, *it)) {
                    let Some(missing) = registers.missing(*gap, item, region, day) else { continue };
                    found.push(Lacking {
                        item: item.key(),
                        region,
                        gap: *gap,
                        due: missing.due,
                        overdue: missing.overdue,
                    });
                }
            }
        }
        found
    }
}

/// Whether an item is devolved to a region, or shared with its townships.
const fn is_of_reform(item: Item<'_>, region: Region) -> bool {
    matches!(item.cell(region).standing, Standing::Devolved(_) | Standing::RegionChooses)
}
