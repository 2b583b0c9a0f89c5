//! What time allows and bars, day by day, against the model: notices, deemed acceptance, corrections, extensions; two officers; receipts; lateness.

mod corrections;
mod extension;
mod lateness;
mod notice;
mod officers;
mod receipts;
mod uncovered;

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::json;
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Place, Region, Rule, Scope, Stamp,
    case::{Role, steps::File},
    register::{Limit, Limits, Standard, TimeUnit},
};

use crate::support::{changed, day, marks, official, rows};

const HOME: Region = Region::Wenshang;

/// What the fictional handbooks require, in their order.
const PAPERS: [&str; 3] = ["form", "subject", "proof"];

pub(super) const fn limit(amount: u16, unit: TimeUnit) -> Limit {
    Limit { amount, unit }
}

const fn working(amount: u16) -> Limit {
    limit(amount, TimeUnit::WorkingDay)
}

const fn days(amount: u16) -> Limit {
    limit(amount, TimeUnit::Day)
}

/// An item of the region's own, and what its handbook says of time.
#[derive(Clone, Copy, Debug)]
struct Kept {
    key: &'static str,
    licence: bool,
    notice: Option<Limit>,
    corrections: Option<Limit>,
    limits: Option<Limits>,
}

impl Kept {
    const fn other(key: &'static str) -> Self {
        Self { key, licence: false, notice: None, corrections: None, limits: None }
    }
    const fn licence(key: &'static str) -> Self {
        Self { licence: true, ..Self::other(key) }
    }
    const fn corrections(self, limit: Limit) -> Self {
        Self { corrections: Some(limit), ..self }
    }
    const fn notice(self, limit: Limit) -> Self {
        Self { notice: Some(limit), ..self }
    }
    const fn limits(self, promised: Limit, statutory: Option<Limit>) -> Self {
        Self { limits: Some(Limits { promised, statutory }), ..self }
    }

    fn standard(&self) -> Standard {
        let fourth = "XK-004".parse().unwrap();
        let like = rows().standards.iter().find(|it| it.item == fourth).unwrap();
        let Self { notice, corrections, limits, .. } = *self;
        Standard { item: self.key.parse().unwrap(), notice, corrections, limits, ..like.clone() }
    }
}

static ITEMS: [Kept; 23] = [
    Kept::other("Q-0"),
    Kept::other("Q-1w").corrections(working(1)),
    Kept::other("Q-5w").corrections(working(5)),
    Kept::other("Q-15w").corrections(working(15)),
    Kept::other("Q-1d").corrections(days(1)),
    Kept::other("Q-5d").corrections(days(5)),
    Kept::other("Q-15d").corrections(days(15)),
    Kept::licence("L-0"),
    Kept::licence("L-1w").corrections(working(1)),
    Kept::licence("L-5w").corrections(working(5)),
    Kept::licence("L-15w").corrections(working(15)),
    Kept::licence("L-1d").corrections(days(1)),
    Kept::licence("L-5d").corrections(days(5)),
    Kept::licence("L-15d").corrections(days(15)),
    // the standard's period for the notice
    Kept::other("Q-n3w").notice(working(3)),
    Kept::other("Q-n6w").notice(working(6)),
    Kept::other("Q-n4d").notice(days(4)),
    Kept::licence("L-n3w").notice(working(3)),
    // limits to decide
    Kept::other("Q-5-20w").limits(working(5), Some(working(20))),
    Kept::other("Q-10d").limits(days(10), None),
    Kept::licence("L-8-15w").limits(working(8), Some(working(15))),
    Kept::licence("L-10w").limits(working(10), None),
    Kept::licence("L-10-20d").limits(days(10), Some(days(20))),
];

/// The fictional office, with those items.
static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    changed(|rows| {
        for it in &ITEMS {
            let kind = if it.licence { "licence" } else { "other_power" };
            let name = format!("（虚构）{}", it.key);
            let item = json!({"key": it.key, "name": name, "kind": kind, "origin": "county"});
            rows.own_items.push(serde_json::from_value(item).unwrap());
            rows.standards.push(it.standard());
        }
    })
});

/// Papers handed in at the region's centre on a day, those that are missing left out.
#[track_caller]
fn filed(office: &Office, key: &str, on: NaiveDate, missing: usize) -> AnyCase {
    filed_with(office, key, on, &PAPERS[missing..])
}

fn filed_with(office: &Office, key: &str, on: NaiveDate, papers: &[&str]) -> AnyCase {
    let file = File {
        case: "2024-1".parse().unwrap(),
        item: key.parse().unwrap(),
        place: Place::Region(HOME),
        scope: Scope::WITHIN,
        venue: HOME.centre().unwrap().into(),
        applicant: "applicant-1".parse().unwrap(),
        materials: marks(papers),
        follows: None,
    };
    let bureau = official(crate::scenes::unit("wenshang-bureau"));
    AnyCase::file(file, Stamp { at: nine(on), by: bureau }, office).unwrap()
}

fn nine(on: NaiveDate) -> Moment {
    Moment::new(on, 9, 0, 0).unwrap()
}

/// Whoever has the step, on a day.
#[track_caller]
fn stamp(case: &AnyCase, step: &AnyStep, on: NaiveDate) -> Stamp {
    let role = case.stage().arc(step.kind()).map_or(Role::Deciding, |it| it.role);
    let by = match role {
        Role::Applicant => Actor::Applicant(case.record().file().applicant.clone()),
        Role::Anyone => official(crate::support::stranger(HOME)),
        _ => official(case.record().holders(role).next().unwrap().to_body().unwrap()),
    };
    Stamp { at: nine(on), by }
}

/// The rules that a step would break.
#[track_caller]
fn broken(office: &Office, case: &AnyCase, step: impl Into<AnyStep>, on: NaiveDate) -> Vec<Rule> {
    let step = step.into();
    let why = case.check(&step, &stamp(case, &step, on), office).err();
    why.iter().flat_map(|it| it.objections()).map(|it| it.rule).collect()
}

/// The case a step on.
#[track_caller]
fn taken(office: &Office, case: &AnyCase, step: impl Into<AnyStep>, on: NaiveDate) -> AnyCase {
    let step = step.into();
    let stamp = stamp(case, &step, on);
    case.clone().apply(step, stamp, office).unwrap_or_else(|it| panic!("on {on}: {it}"))
}

/// Rules, each where it is broken, in the order in which they are told.
fn rules(told: &[(bool, Rule)]) -> Vec<Rule> {
    told.iter().filter(|(is, _)| *is).map(|(_, rule)| *rule).collect()
}
