//! The office that the walks live in, as it grows: later handbooks, plans that change, seals that rest, postings and permissions that end.

use std::sync::LazyLock;

use chrono::NaiveDate;
use tongquan::{
    Department, Key, Modality, Office, Region, Unit, UnitKind,
    catalogue::{Amendment, Ground, ItemChange},
    register::{
        Choice, Ending, Ends, Items, Limit, Limits, Plan, Procedure, ProcedureKind, Revision, SealEvent, SealId,
        SealStep, Standard, TimeUnit, TownshipDesk, Undertaken,
    },
    route::{ChosenWay, ReviewSeal, Supervision},
};

use super::drawn::REGIONS;
use crate::{
    choices::township_of,
    support::{day, mark, marks},
};

/// Who sits at every desk and keeps every seal.
pub(super) const KEEPER: &str = "keeper";

/// All that comes to be recorded.
pub(super) static WHOLE: LazyLock<Office> = LazyLock::new(|| Office::new(revisions()).unwrap());

/// The office after each revision.
static GROWN: LazyLock<Vec<Office>> = LazyLock::new(|| {
    let all = revisions();
    (1..=all.len()).map(|known| Office::new(all[..known].to_vec()).unwrap()).collect()
});

fn revisions() -> Vec<Revision> {
    let mut all = crate::transfer::grown().revisions().to_vec();
    all.iter_mut().flat_map(|it| &mut it.standards).for_each(at_length);
    for it in &mut all[0].agreements {
        it.users = marks(&[KEEPER]);
    }
    let reason = || "（虚构）核查".parse().unwrap();
    let seals =
        [Department::Transport, Department::NaturalResources].map(|department| SealId { department, number: 7 });
    let rest = |on, event: &dyn Fn() -> SealStep| Revision {
        seals: seals.map(|seal| SealEvent { seal, on, event: event() }).into(),
        ..Revision::on(on)
    };
    let rencheng = all[0].plans.iter().find(|it| it.region == Region::Rencheng).unwrap();
    let nobody = Undertaken { items: Items::Only(marks(&["WS-001", "A1-20"])), ..rencheng.undertakes[0].clone() };
    let plan = Plan { from: day(2024, 5, 27), undertakes: vec![nobody], ..rencheng.clone() };
    let ends = Ends::Posting { department: Department::PublicSecurity, region: Region::Rencheng };
    let mut third = all[4].standards.clone();
    third.extend(all[0].standards.iter().filter(|it| matches!(it.item, Key::Annex2(1 | 8))).cloned());
    all[0].units.extend(REGIONS.map(town));
    let (chosen, chosen_anew) = (choices(&all[0], false), choices(&all[0], true));
    all[0].choices.extend(chosen);
    all.extend([
        rest(day(2024, 5, 15), &|| SealStep::Suspended { reason: reason() }),
        // two of one day
        Revision { plans: vec![plan], ..Revision::on(day(2024, 5, 27)) },
        Revision {
            standards: next_edition(&third, day(2024, 5, 27)),
            choices: chosen_anew,
            endings: vec![Ending { ends, last: day(2024, 5, 31), reason: reason() }],
            ..Revision::on(day(2024, 5, 27))
        },
        Revision { amendments: vec![amended()], ..Revision::on(day(2024, 6, 6)) },
        rest(day(2024, 6, 20), &|| SealStep::Restored { reason: reason() }),
    ]);
    // and on and on
    let mut last = all[7].standards.clone();
    for month in 7..=12 {
        let on = day(2024, month, 10);
        last = next_edition(&last, on);
        all.push(Revision { standards: last.clone(), ..Revision::on(on) });
    }
    all
}

/// Items of the list and of an earlier round come to be devolved otherwise, so that whoever moves on comes under another modality.
fn amended() -> Amendment {
    let ground = Ground::Law("（虚构）某法".parse().unwrap());
    let to = |key: &str, modality| ItemChange {
        modality: Some(modality),
        exceptions: Some(Vec::new()),
        ..ItemChange::of(key.parse().unwrap())
    };
    Amendment {
        changes: vec![
            to("A1-1", Modality::Review),
            to("A1-20", Modality::Direct),
            to("A1-33", Modality::Window),
            to("A1-61", Modality::Direct),
            to("XK-002", Modality::Intake),
            to("XK-003", Modality::Direct),
            to("XK-004", Modality::Review),
        ],
        ..Amendment::new(mark("TZ-1"), day(2024, 6, 10), ground)
    }
}

/// The body of a township of a region.
fn town(region: Region) -> Unit {
    let id = mark(&format!("town-{}", region as usize));
    Unit { id, region, kind: UnitKind::Township, name: "某镇（虚构）".parse().unwrap() }
}

/// What each region chose for its three-tier items, and what it chooses anew: then all four seats are named.
fn choices(first: &Revision, anew: bool) -> Vec<Choice> {
    let chosen = |region: Region| {
        let body = |kind| first.units.iter().find(|it| (it.region, it.kind) == (region, kind)).unwrap().id.clone();
        let (bureau, sector) = (body(UnitKind::ApprovalBureau), body(UnitKind::Sector));
        let way = match (region, anew) {
            (Region::Wenshang, false) => ChosenWay::Intake { county: bureau },
            (Region::Rencheng, false) | (Region::HighTechZone, true) => ChosenWay::Window { county: bureau },
            (Region::Rencheng, true) => ChosenWay::Intake { county: sector },
            (Region::HighTechZone, false) => ChosenWay::Review { seal: Some(ReviewSeal::County(sector)) },
            (_, false) => ChosenWay::Direct,
            (_, true) => ChosenWay::Review { seal: Some(ReviewSeal::Township) },
        };
        let plan = first.plans.iter().find(|it| it.region == region).unwrap();
        let named = plan.undertakes.iter().map(|it| it.supervision.clone());
        let named: Vec<Supervision<_>> = named.filter(|it| it.county_supervisor.is_some()).collect();
        let whole = |it: &&Supervision<_>| it.city_supervisor.is_some() == anew;
        Choice {
            region,
            items: Items::All,
            from: if anew { day(2024, 5, 27) } else { day(2021, 7, 31) },
            way,
            townships: vec![TownshipDesk { township: township_of(region).unwrap(), body: town(region).id }],
            supervision: named.iter().find(whole).unwrap().clone(),
        }
    };
    REGIONS.map(chosen).into()
}

/// A step that may be taken again, and another proceeding: what later editions may take away, and none may add. Some count days, not working days.
fn at_length(it: &mut Standard) {
    for step in &mut it.steps {
        step.repeats = step.code.as_str() == "site";
    }
    if ["A1-20", "A2-1", "XK-002"].contains(&it.item.to_string().as_str()) {
        let days = |amount| Limit { amount, unit: TimeUnit::Day };
        it.limits = Some(Limits { promised: days(5), statutory: Some(days(12)) });
    }
    it.procedures.push(Procedure {
        code: mark("hearing"),
        name: "听证（虚构）".parse().unwrap(),
        kind: Some(ProcedureKind::Hearing),
        applicant_pays: false,
    });
}

/// The next edition provides less: no second proceeding, no papers that nobody need hand in, no limit but what is promised, nothing to be taken again.
fn next_edition(last: &[Standard], from: NaiveDate) -> Vec<Standard> {
    let next = |it: &Standard| {
        let mut next = Standard { edition: it.edition + 1, from, ..it.clone() };
        match next.edition {
            4 | 5 => next.procedures.truncate(1),
            6 => next.materials.retain(|it| it.required),
            // the law counts working days where no statutory limit is told
            7 => next.limits.iter_mut().filter(|it| it.promised.unit == TimeUnit::WorkingDay).for_each(|it| {
                it.statutory = None;
            }),
            _ => next.steps.iter_mut().for_each(|it| it.repeats = false),
        }
        next
    };
    last.iter().map(next).collect()
}

/// The office after so many revisions.
pub(super) fn known(revisions: usize) -> &'static Office {
    &GROWN[revisions - 1]
}

/// How many revisions the office has on a day, or had before the last of that day.
pub(super) fn as_of(on: NaiveDate, lags: bool) -> usize {
    let by_then = WHOLE.revisions().partition_point(|it| it.recorded <= on).max(1);
    let of_the_day = by_then > 1 && WHOLE.revisions()[by_then - 1].recorded == on;
    if lags && of_the_day { by_then - 1 } else { by_then }
}
