//! The laws of every step, and the judgement of an opening.

use super::{Opening, Record, Role, Stamp, roles::Holders, steps::A_REGION};
use crate::{
    body::{Actor, Body, Party},
    catalogue::{Edition, EditionId, Key},
    law::{Bench, Fact, Refusal, Rule},
    route::{Core, NoRoute, Offer, Route},
    text::Mark,
};

/// What holds for every step, whatever its stage: time runs forward, and the actor acts for the body that holds the role.
pub(super) fn every_step(record: &Record, stamp: &Stamp, role: Role, bench: &mut Bench) {
    let last = record.last_at();
    bench.require(last <= stamp.at, Rule::TimeRunsForward, || (last, stamp.at));
    let route = record.route();
    actor(&route, &record.file().applicant, role, &stamp.by, bench);
}

fn actor(route: &Route<'_>, applicant: &Mark, role: Role, by: &Actor, bench: &mut Bench) {
    let holders = Holders::of(route, role);
    let holds = match (&holders, by) {
        (Holders::Applicant, Actor::Applicant(it)) => it == applicant,
        (Holders::Anybody, Actor::Official { .. }) => true,
        (Holders::Bodies(bodies), Actor::Official { body, .. }) => bodies.iter().flatten().any(|it| it.is(body)),
        _ => false,
    };
    bench.require(holds, Rule::ActorHoldsRole, || (holders.told(role), by));
}

/// The rules of filing: everything that must hold before a case comes to be. What it proves is the core of the route.
pub(super) fn opening(opening: &Opening) -> Result<Core, Refusal> {
    let mut bench = Bench::new();
    let Opening { stamp, step, found, .. } = opening;
    let day = stamp.at.day();
    bench.require(found.edition.from <= day, Rule::EditionInForce, || (found.edition.from, day));

    let Some((region, confidence)) = step.place.managing_region() else {
        bench.require(false, Rule::PlaceHasRegion, || (A_REGION, step.place));
        return Err(bench.refusal());
    };
    catalogue_agrees(opening, region, &mut bench);

    let undertaking = found.undertaking.view();
    let route = match Route::new(found.item, region, step.scope, Some(undertaking)) {
        Ok(route) => route,
        Err(none) => {
            let rule = match none {
                NoRoute::RegionMustChoose { .. } => Rule::RegionHasChosen,
                NoRoute::Unresolved { .. } => Rule::CrossingResolved,
                NoRoute::NoDepartment => Rule::CatalogueAgrees,
            };
            bench.require(false, rule, || (region, none));
            return Err(bench.refusal());
        }
    };
    bench.require(!matches!(route.acceptance().is, Party::Undertaker(_)), Rule::HandlerNamed, || {
        (region, Fact::Nothing)
    });

    let offer = found.admission.as_ref().map_or(Offer::NotRecorded, Offer::Running);
    let route = route.known(confidence).at(&step.venue, offer);
    bench.require(route.access().is_open(), Rule::VenueOpen, || {
        let gap = route.why().is.gap.map(Fact::from);
        let counter = [Fact::from(route.counter())].into_iter().chain(gap);
        (Fact::List(counter.collect()), Fact::List(vec![(&step.venue).into(), route.access().told()]))
    });
    actor(&route, &step.applicant, Role::Intake, &stamp.by, &mut bench);

    bench.once(&step.materials);
    bench.require(step.follows.as_ref() != Some(&step.case), Rule::NewCase, || (Fact::Nothing, &step.case));
    bench.rise().map(|_| route.core())
}

/// A lie about the built-in lists is caught here, without any office. A service's own items are compared when a live step vouches.
fn catalogue_agrees(opening: &Opening, region: crate::place::Region, bench: &mut Bench) {
    let (key, found) = (&opening.step.item, &opening.found);
    if found.edition.number != EditionId::BUILT_IN.number {
        return;
    }
    bench.require(found.edition == EditionId::BUILT_IN, Rule::CatalogueAgrees, || {
        (EditionId::BUILT_IN.from, found.edition.from)
    });
    if matches!(key, Key::Own(_)) {
        return;
    }
    match Edition::built_in().find(key) {
        None => bench.require(false, Rule::ItemInForce, || (Fact::Nothing, key)),
        Some(item) => {
            let told = item.facts(region);
            bench.require(told == found.item, Rule::CatalogueAgrees, || (told.told(), found.item.told()));
        }
    }
}

impl crate::catalogue::ItemFacts {
    fn told(&self) -> Fact {
        let standing = self.cell.standing;
        Fact::List(vec![
            self.department.map(Body::from).as_ref().map_or(Fact::Nothing, Fact::from),
            self.kind.into(),
            standing.into(),
        ])
    }
}
