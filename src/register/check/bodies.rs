//! Bodies are on record before rows name them, of the region or tier that is needed.

use std::collections::{HashMap, HashSet};

use super::super::{Faults, Plan, Revision};
use crate::{
    body::{BodyRef, UnitKind},
    law::{Fact, Rule},
    place::Region,
    route::{Handling, Tier},
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
    let (mut known, mut numbers) = (Known::new(), HashSet::new());
    for (at, revision) in revisions.iter().enumerate() {
        register(at, revision, &mut known, faults);
        for (row, plan) in revision.plans.iter().enumerate() {
            self::plan(&format!("[{at}].plans[{row}]"), plan, &known, faults);
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
        for (row, it) in revision.permissions.iter().enumerate() {
            faults.require(numbers.insert(&it.number), Rule::NumberUnused, || {
                (format!("[{at}].permissions[{row}].number"), Fact::Nothing, &it.number)
            });
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
        let (handler, crowded) = (known.get(&it.handler), faults.is_crowded());
        faults.require(handler.is_some(), Rule::BodyKnown, || {
            (format!("{path}.handler"), like(&it.handler, known, crowded), &it.handler)
        });
        let own = handler.is_none_or(|it| matches!(it, What::Unit(region, _) if *region == plan.region));
        faults.require(own, Rule::BodyOfRegion, || (format!("{path}.handler"), plan.region, &it.handler));
        for tier in Tier::ALL {
            let Some(body) = it.supervision.named(tier) else { continue };
            let path = || format!("{path}.supervision.{}", tier.field());
            let Some(what) = named(path, body, known, faults) else { continue };
            let fits = match what {
                What::Unit(region, _) => !tier.is_city() && region == plan.region,
                What::City => tier.is_city(),
                What::Partner => false,
            };
            // what the bureau decides is not watched over by itself
            let bureau = matches!(handler, Some(What::Unit(_, UnitKind::ApprovalBureau)));
            let itself = bureau && *body == BodyRef::Body(it.handler.clone());
            faults.require(fits && !itself, Rule::AuthorityOfTier, || (path(), tier, body));
        }
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
    let ids = nearest(id.as_str(), known.keys().map(|it| it.as_str()));
    Fact::list(ids.into_iter().map(|it| Fact::Name(it.into())))
}
