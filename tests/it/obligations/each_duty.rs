//! Every duty: a unit that has not done it, which is told as due or as overdue, and the same unit that has, alike but for what shows it.

use std::{collections::BTreeSet, sync::LazyLock};

use tongquan::register::{Due, Electronic, ElectronicMeans, Items, Rhythm};

use super::*;
use crate::support::{changed, marks};

/// What running the story of a duty and a unit showed: where it stands without what shows that it was done, and where with it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) duty: Obligation,
    pub(crate) by: Responsible,
    pub(crate) without: ObligationState,
    pub(crate) with: ObligationState,
}

impl Asked {
    fn of(duty: Obligation, by: Responsible, on: NaiveDate, [without, with]: [&Office; 2]) -> Self {
        let [without, with] = [without, with].map(|it| state(it, duty, by, on).unwrap());
        Self { duty, by, without, with }
    }
}

/// The day on which somebody is asked whether it was done, and the days on which it was.
fn days(due: Due) -> (NaiveDate, Vec<NaiveDate>) {
    match due {
        Due::By(due) => (due.succ_opt().unwrap(), vec![due]),
        Due::Every(rhythm) => {
            // the first cycle and the one that runs
            let last = Rhythm::first(rhythm).last();
            let next = last.succ_opt().unwrap();
            (next, vec![last, next])
        }
        Due::Open => (day(2021, 9, 1), vec![day(2021, 7, 1)]),
    }
}

fn shown_by_evidence() -> Vec<Asked> {
    let nothing = told_of(vec![]);
    let of = |(duty, _): (Obligation, plain::Duty)| {
        let (on, done) = days(duty.due());
        let bound = nothing.now().bound(duty, on);
        let rows = bound.iter().flat_map(|by| done.iter().map(|on| evidence(duty, *by, *on, None)));
        let told = told_of(rows.collect());
        bound.into_iter().map(|by| Asked::of(duty, by, on, [&nothing, &told])).collect::<Vec<_>>()
    };
    by_evidence().flat_map(of).collect()
}

/// 梁山县 has chosen for every three-tier item, and every plan uses an electronic seal for one that regions decide, which is there.
pub(super) fn full(rows: &mut Revision) {
    let chosen = rows.choices.iter_mut().find(|it| it.region == Region::Liangshan).unwrap();
    chosen.items = Items::All;
    for plan in &mut rows.plans {
        let mut sealed = plan.undertakes.last().unwrap().clone();
        (sealed.items, sealed.uses.seal) = (Items::Only(marks(&["A1-1"])), true);
        plan.undertakes.insert(0, sealed);
    }
    let seal = |region| Electronic { what: ElectronicMeans::Seal, region, items: Items::All, from: rows.recorded };
    rows.electronics.extend(Region::all().map(seal));
}

/// Takes away the rows that show a duty done.
type Lacks = fn(&mut Revision);

/// Without which rows a duty is not done that the registers show.
const ROWS: [(Obligation, Lacks); 10] = [
    (Obligation::PostStaff, |it| it.postings.clear()),
    (Obligation::IssuePlan, |it| it.plans.clear()),
    (Obligation::StationItems, |it| it.stationings.clear()),
    (Obligation::BringOntoPlatform, |it| it.on_platform.clear()),
    (Obligation::MakeElectronicSeals, |it| it.electronics.retain(|it| it.what != ElectronicMeans::Seal)),
    (Obligation::ConnectLicenceSystems, |it| it.electronics.retain(|it| it.what == ElectronicMeans::Seal)),
    (Obligation::HandOverSeals, |it| it.seals.clear()),
    (Obligation::WriteHandbooks, |it| it.standards.clear()),
    (Obligation::NameAdvisers, |it| it.advisers.clear()),
    (Obligation::ShareFirstItems, |it| it.choices.clear()),
];

fn shown_by_rows() -> Vec<Asked> {
    let (on, with) = (day(2024, 3, 4), changed(full));
    let of = |(duty, lacks): (Obligation, Lacks)| {
        let without = changed(|rows| {
            full(rows);
            lacks(rows);
        });
        let bound = with.now().bound(duty, on).into_iter();
        let met = bound.filter(|by| state(&with, duty, *by, on) == Some(ObligationState::Met));
        met.map(|by| Asked::of(duty, by, on, [&without, &with])).collect::<Vec<_>>()
    };
    ROWS.into_iter().flat_map(of).collect()
}

static ASKED: LazyLock<Vec<Asked>> = LazyLock::new(|| [shown_by_evidence(), shown_by_rows()].concat());

pub(crate) fn asked() -> &'static [Asked] {
    &ASKED
}

#[test]
fn each_duty_is_due_or_overdue_without_what_shows_it_and_met_with_it() {
    for it in asked() {
        assert_ne!(it.without, ObligationState::Met, "{it:?}");
        assert_eq!(it.with, ObligationState::Met, "{it:?}");
        let dated = it.duty.due() != Due::Open;
        assert_eq!(it.without == ObligationState::Overdue, dated, "what has a day is late after it: {it:?}");
    }
    let pairs: BTreeSet<(Obligation, Responsible)> = asked().iter().map(|it| (it.duty, it.by)).collect();
    assert_eq!(pairs.len(), asked().len(), "a unit is asked once");
    let without: Vec<Obligation> =
        Obligation::iter().filter(|duty| asked().iter().all(|it| it.duty != *duty)).collect();
    assert_eq!(without, []);
    assert_eq!(asked().len(), 460);
}
