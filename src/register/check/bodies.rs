//! Bodies are on record before rows name them, of the region or tier that is needed.

use std::collections::{HashMap, HashSet};

use super::super::{Choice, Plan, Revision};
use crate::{
    body::{BodyRef, UnitKind},
    law::{Fact, Faults, Rule},
    place::Region,
    route::{Handling, Supervision, Tier},
    text::{Mark, nearest},
};

/// What a body is, whatever its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Unit(Region, UnitKind),
    City,
    Partner,
}

impl From<What> for Fact {
    fn from(it: What) -> Self {
        match it {
            What::Unit(region, kind) => Self::List(vec![region.into(), kind.into()]),
            What::City => Self::Term { zh: "市级机构", en: "a city body" },
            What::Partner => Self::Term { zh: "合作方", en: "a partner" },
        }
    }
}

const LEFT_OUT: Fact = Fact::Term { zh: "从略", en: "left out" };

type Known<'r> = HashMap<&'r Mark, What>;

pub(super) fn check(revisions: &[Revision], faults: &mut Faults) {
    let mut known = Known::new();
    for (at, revision) in revisions.iter().enumerate() {
        register(at, revision, &mut known, faults);
        for (row, plan) in revision.plans.iter().enumerate() {
            self::plan(&format!("[{at}].plans[{row}]"), plan, &known, faults);
        }
        for (row, it) in revision.choices.iter().enumerate() {
            choice(&format!("[{at}].choices[{row}]"), it, &known, faults);
        }
        for (row, it) in revision.permissions.iter().enumerate() {
            let path = || format!("[{at}].permissions[{row}].gives.operator");
            let what = named(path, &it.gives.operator, &known, faults);
            // neither a partner nor a city body that is no department decides anything
            let decides = matches!(it.gives.handling, Handling::Decide(_));
            let department = matches!(it.gives.operator, BodyRef::Department(_));
            let none = decides && !department && matches!(what, Some(What::Partner | What::City));
            faults.require(!none, Rule::AuthorityOfTier, || (path(), Fact::Nothing, &it.gives.operator));
        }
    }
}

/// A body that is recorded again has a new name and is what it was.
fn register<'r>(at: usize, revision: &'r Revision, known: &mut Known<'r>, faults: &mut Faults) {
    let units = revision.units.iter().map(|it| (&it.id, What::Unit(it.region, it.kind)));
    let agencies = revision.agencies.iter().map(|it| (&it.id, What::City));
    let partners = revision.partners.iter().map(|it| (&it.id, What::Partner));
    let lists = [
        ("units", units.enumerate().collect::<Vec<_>>()),
        ("agencies", agencies.enumerate().collect()),
        ("partners", partners.enumerate().collect()),
    ];
    let mut here = HashSet::new();
    for (list, rows) in lists {
        for (row, (id, what)) in rows {
            let path = || format!("[{at}].{list}[{row}].id");
            faults.require(here.insert(id), Rule::NumberUnused, || (path(), Fact::Nothing, id));
            let before = known.insert(id, what);
            faults.require(before.is_none_or(|before| before == what), Rule::BodyKept, || {
                (path(), before.map(Fact::from), Fact::from(what))
            });
        }
    }
}

fn plan(path: &str, plan: &Plan, known: &Known<'_>, faults: &mut Faults) {
    for (at, it) in plan.undertakes.iter().enumerate() {
        let path = format!("{path}.undertakes[{at}]");
        let handler = unit_of(plan.region, || format!("{path}.handler"), &it.handler, known, faults);
        let bureau = (handler == Some(UnitKind::ApprovalBureau)).then_some(&it.handler);
        supervised(&path, &it.supervision, plan.region, bureau, known, faults);
    }
}

/// In each township a township unit of the region, and for the county a unit that is none.
fn choice(path: &str, choice: &Choice, known: &Known<'_>, faults: &mut Faults) {
    for (at, desk) in choice.townships.iter().enumerate() {
        let path = || format!("{path}.townships[{at}].body");
        let kind = unit_of(choice.region, path, &desk.body, known, faults);
        faults.require(kind.is_none_or(|it| it == UnitKind::Township), Rule::AuthorityOfTier, || {
            (path(), UnitKind::Township, &desk.body)
        });
    }
    let county = choice.way.county();
    let kind = county.and_then(|county| {
        let path = || format!("{path}.way");
        let kind = unit_of(choice.region, path, county, known, faults);
        let decides = kind.is_none_or(|it| matches!(it, UnitKind::ApprovalBureau | UnitKind::Sector));
        faults.require(decides, Rule::AuthorityOfTier, || (path(), A_COUNTY_BODY, county));
        kind
    });
    let bureau = county.filter(|_| kind == Some(UnitKind::ApprovalBureau));
    supervised(path, &choice.supervision, choice.region, bureau, known, faults);
}

const A_COUNTY_BODY: Fact = Fact::Term {
    zh: "县级行政审批服务局或行业主管部门",
    en: "the county's approval bureau or a sector department",
};

/// The kind of the unit of a region that a row names.
fn unit_of(
    region: Region,
    path: impl Fn() -> String,
    id: &Mark,
    known: &Known<'_>,
    faults: &mut Faults,
) -> Option<UnitKind> {
    let (body, crowded) = (known.get(id), faults.is_crowded());
    faults.require(body.is_some(), Rule::BodyKnown, || (path(), like(id, known, crowded), id));
    let kind = if let Some(What::Unit(of, kind)) = body { Some(*kind).filter(|_| *of == region) } else { None };
    faults.require(body.is_none() || kind.is_some(), Rule::BodyOfRegion, || (path(), region, id));
    kind
}

/// The seats are taken by authorities of their tier, and what a bureau decides is not watched over by itself.
fn supervised(
    path: &str,
    supervision: &Supervision<BodyRef>,
    of: Region,
    bureau: Option<&Mark>,
    known: &Known<'_>,
    faults: &mut Faults,
) {
    for tier in Tier::ALL {
        let Some(body) = supervision.named(tier) else { continue };
        let path = || format!("{path}.supervision.{}", tier.field());
        let Some(what) = named(path, body, known, faults) else { continue };
        let fits = match what {
            What::Unit(region, _) => !tier.is_city() && region == of,
            What::City => tier.is_city(),
            What::Partner => false,
        };
        let itself = bureau.is_some_and(|bureau| *body == BodyRef::Body(bureau.clone()));
        faults.require(fits && !itself, Rule::AuthorityOfTier, || (path(), tier, body));
    }
}

/// What a row names, where that is on record.
fn named(path: impl FnOnce() -> String, body: &BodyRef, known: &Known<'_>, faults: &mut Faults) -> Option<What> {
    let BodyRef::Body(id) = body else { return Some(What::City) };
    let (what, crowded) = (known.get(id).copied(), faults.is_crowded());
    faults.require(what.is_some(), Rule::BodyKnown, || (path(), like(id, known, crowded), id));
    what
}

/// The ids on record that are nearest to one.
fn like(id: &Mark, known: &Known<'_>, crowded: bool) -> Fact {
    if crowded {
        return LEFT_OUT;
    }
    Fact::near(("已登记的单位", "a body on record"), &nearest(id.as_str(), known.keys().map(|it| it.as_str())))
}
