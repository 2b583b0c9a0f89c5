//! The laws of every step, and the judgement of an opening.

use chrono::NaiveDate;

use super::{
    Brief, Entry, Opening, Record, Role, Stamp,
    roles::Holders,
    steps::{File, Missing},
};
use crate::{
    body::{Actor, Body, Party},
    catalogue::{Edition, EditionId, Key, NoItem, ON_THE_LIST, Origin, Standing},
    law::{Bench, Fact, Objection, Refusal, Rule},
    place::Region,
    register::Office,
    route::{Access, AskError, Core, NoRoute, Offer, Route},
    text::{Mark, Person},
};

/// What holds for every step, whatever its stage: an action is taken once, time runs forward, and the actor acts for the body that holds the role.
pub(super) fn every_step(record: &Record, stamp: &Stamp, action: Option<&Mark>, role: Role, bench: &mut Bench) {
    let before = action.and_then(|id| record.action(id));
    bench.require(before.is_none(), Rule::ActionOnce, || (before.map(Entry::kind), action.cloned()));
    let last = record.last_at();
    bench.require(last <= stamp.at, Rule::TimeRunsForward, || (last, stamp.at));
    let applicant = &record.file().applicant;
    let holds = |holders: Holders<'_>| holders.has(applicant, &stamp.by);
    let held = holds(Holders::of(role, || record.route()));
    if !held && !record.former_routes(role).any(|it| holds(Holders::of(role, || it))) {
        judge_actor(&record.route(), applicant, role, &stamp.by, bench);
    }
}

pub(crate) fn judge_actor(route: &Route<'_>, applicant: &Person, role: Role, by: &Actor, bench: &mut Bench) {
    judge_holder(Rule::ActorHoldsRole, route, applicant, role, by, bench);
}

/// Somebody acts for the body that holds a role, as a rule asks it.
pub(super) fn judge_holder(
    rule: Rule,
    route: &Route<'_>,
    applicant: &Person,
    role: Role,
    by: &Actor,
    bench: &mut Bench,
) {
    let holders = Holders::of(role, || *route);
    bench.require(holders.has(applicant, by), rule, || match holders {
        Holders::Applicant => (Fact::from(&Actor::Applicant(applicant.clone())), by),
        Holders::Addressee | Holders::Anyone | Holders::Bodies(_) => (holders.told(role), by),
    });
}

/// A filing for which the registers have nothing to go by: that, and what it is refused for whatever they had.
pub(super) fn without_brief(step: &File, day: NaiveDate, what: Missing) -> Refusal {
    let mut bench = Bench::new();
    let nowhere = step.place.managing_region().is_none() && !matches!(what, Missing::Region);
    bench.object(missing(step, day, what));
    if nowhere {
        bench.object(missing(step, day, Missing::Region));
    }
    said(step, &mut bench);
    bench.refusal()
}

/// What a filing says by itself.
fn said(step: &File, bench: &mut Bench) {
    bench.once(&step.materials);
    bench.require(step.follows.as_ref() != Some(&step.case), Rule::NewCase, || (Fact::Nothing, &step.case));
}

/// The objection that there is nothing of this.
pub(super) fn missing(step: &File, day: NaiveDate, what: Missing) -> Objection {
    let (rule, expected, got) = match what {
        Missing::Item(NoItem::NotInForce { first, .. }) => (Rule::EditionInForce, first.into(), day.into()),
        Missing::Item(NoItem::NotListed { from, until, .. }) => {
            let got = Fact::List(vec![(&step.item).into(), day.into()]);
            (Rule::ItemInForce, Fact::List(vec![ON_THE_LIST_FROM, Fact::span(Some(from), until)]), got)
        }
        Missing::Item(NoItem::NoSuch(unknown)) => {
            (Rule::ItemInForce, Fact::near(ON_THE_LIST, &unknown.nearest), (&step.item).into())
        }
        Missing::Region => (Rule::PlaceHasRegion, A_REGION, step.place.into()),
        // another township is no way out for a matter that lies in this one
        Missing::Township { .. } if step.place.township().is_some() => {
            (Rule::RegionHasChosen, CHOSEN_THERE, step.place.into())
        }
        Missing::Township { chosen_in } => (Rule::RegionHasChosen, Fact::list(chosen_in), step.place.into()),
    };
    Objection { rule, expected, got }
}

const ON_THE_LIST_FROM: Fact = Fact::Term { zh: "事项在清单上的日期", en: "a day on which it is on the list" };
const CHOSEN_THERE: Fact = Fact::Term {
    zh: "本区域为该乡镇（街道）作出的选择",
    en: "a choice of the region for that township",
};
const CHOSEN: Fact = Fact::Term { zh: "区域已选定同权方式", en: "a modality that the region chose" };
const SEAL_NAMED: Fact = Fact::Term { zh: "区域已明确所用印章", en: "a seal that the region named" };
const RESOLVED: Fact = Fact::Term {
    zh: "跨区域时承办单位有定",
    en: "an item of which it is settled who handles what crosses regions",
};
const DEPARTMENT: Fact = Fact::Term { zh: "有市级实施部门", en: "an item with a city department" };
const A_REGION: Fact = Fact::Term {
    zh: "县（市、区）、功能区，或其乡镇、村",
    en: "a region, or a township or village of one",
};

/// The rules of filing: everything that must hold before a case comes to be. What it proves is the core of the route.
pub(super) fn opening(opening: &Opening) -> Result<Core, Refusal> {
    let mut bench = Bench::new();
    match judge_opening(opening, &mut bench) {
        Some(core) => bench.rise().map(|_| core),
        None => Err(bench.refusal()),
    }
}

/// The same, and the core that it claims, where it makes a route at all.
pub(super) fn judge_opening(opening: &Opening, bench: &mut Bench) -> Option<Core> {
    let Opening { stamp, step, found, .. } = opening;
    let route = brief(step, stamp.at.day(), found, bench);
    if let Some(route) = &route {
        bench.require(route.access().is_open(), Rule::VenueOpen, || (counter(route), venue(step, route.access())));
        judge_actor(route, &step.applicant, Role::Intake, &stamp.by, bench);
    }
    said(step, bench);
    route.map(|it| it.core())
}

/// The competent counter; where something is missing that makes it the city's, with that.
fn counter(route: &Route<'_>) -> Fact {
    match (route.counter(), route.why().is.gap) {
        (Some(counter), Some(gap)) => {
            Fact::Told { zh: format!("{counter}（{}）", gap.label()), en: format!("{counter} ({gap})") }
        }
        (counter, _) => counter.as_ref().into(),
    }
}

fn venue(step: &File, access: Access) -> Fact {
    Fact::List(vec![(&step.venue).into(), access.told()])
}

/// Tells a filing that was refused what the registers say of the venue and the choice that it lacks: a brief keeps none but those that run.
pub(super) fn tell_coming(why: &mut Refusal, step: &File, day: NaiveDate, office: &Office) {
    if ![Rule::VenueOpen, Rule::RegionHasChosen].into_iter().any(|it| why.names(it)) {
        return;
    }
    match office.on(day).route(&step.asked(day)) {
        Ok(route) => why.tell(Rule::VenueOpen, venue(step, route.access())),
        Err(AskError::NoRoute(none @ NoRoute::ChosenFrom { .. })) => {
            why.tell(Rule::RegionHasChosen, Fact::told_by(&none));
        }
        _ => {}
    }
}

/// What a brief must say for a case to be handled by it: of the filing day, and of the day of a move to a later edition. Without the route
/// that it makes there is nothing to hold other rules against.
pub(super) fn brief<'a>(file: &'a File, day: NaiveDate, found: &'a Brief, bench: &mut Bench) -> Option<Route<'a>> {
    if day < found.edition.from {
        bench.object(missing(file, day, Missing::Item(NoItem::NotInForce { day, first: found.edition.from })));
    }
    let Some((region, _)) = file.place.managing_region() else {
        bench.object(missing(file, day, Missing::Region));
        return None;
    };
    catalogue_agrees(file, day, found, region, bench);
    if let Some(chosen) = &found.undertaking.chosen
        && found.item.cell.standing == Standing::RegionChooses
        && file.place.township() != Some(chosen.township)
    {
        bench.object(missing(file, day, Missing::Township { chosen_in: vec![chosen.township] }));
        return None;
    }
    if let Err(none) = Route::new(found.item, region, file.scope, Some(found.undertaking.view())) {
        let (rule, expected) = match none {
            NoRoute::RegionMustChoose { .. } | NoRoute::ChosenFrom { .. } | NoRoute::NotChosenThere { .. } => {
                (Rule::RegionHasChosen, CHOSEN)
            }
            NoRoute::SealNotNamed { .. } => (Rule::ReviewSealNamed, SEAL_NAMED),
            NoRoute::Unresolved { .. } => (Rule::CrossingResolved, RESOLVED),
            NoRoute::NoDepartment => (Rule::CatalogueAgrees, DEPARTMENT),
        };
        bench.object(Objection { rule, expected, got: Fact::list([Fact::from(region), none.into()]) });
    }
    let route = route_of(file, found)?;
    bench.require(!matches!(route.acceptance().is, Party::Undertaker(_)), Rule::HandlerNamed, || {
        (region, Fact::Nothing)
    });
    Some(route)
}

/// The route that a brief makes of what was filed.
pub(super) fn route_of<'a>(file: &'a File, found: &'a Brief) -> Option<Route<'a>> {
    let (region, confidence) = file.place.managing_region()?;
    let route = Route::new(found.item, region, file.scope, Some(found.undertaking.view())).ok()?;
    let offer = found.admission.as_ref().map_or(Offer::NotRecorded, Offer::Running);
    Some(route.known(confidence).at(&file.venue, offer))
}

/// A lie about the built-in lists is caught here, without any office; of a later edition, what no amendment changes. The rest of it, and a
/// service's own items, are compared when a live step vouches.
fn catalogue_agrees(file: &File, day: NaiveDate, found: &Brief, region: Region, bench: &mut Bench) {
    let key = &file.item;
    let first = found.edition.number == EditionId::BUILT_IN.number;
    bench.require(!first || found.edition == EditionId::BUILT_IN, Rule::CatalogueAgrees, || {
        (EditionId::BUILT_IN.from, found.edition.from)
    });
    if matches!(key, Key::Own(_)) {
        return;
    }
    match Edition::built_in().item(key) {
        Err(unknown) => bench.object(missing(file, day, Missing::Item(unknown.into()))),
        Ok(item) => {
            let told = item.facts(region);
            let agrees = if first { told == found.item } else { told.may_become(found.item) };
            bench.require(agrees, Rule::CatalogueAgrees, || (told.told(), found.item.told()));
        }
    }
}

impl crate::catalogue::ItemFacts {
    /// Whether amendments can have made the other of it: neither the kind nor whose power it was is theirs to change, and of a three-tier item
    /// nothing but its name (`C3`, `S52`).
    fn may_become(self, later: Self) -> bool {
        let devolved = matches!(later.cell.standing, Standing::Devolved(_) | Standing::NotDevolved);
        match self.cell.origin() {
            Origin::City => self.kind == later.kind && devolved,
            Origin::ThreeTier | Origin::County => self == later,
        }
    }

    fn told(&self) -> Fact {
        let standing = self.cell.standing;
        Fact::List(vec![
            self.column.into(),
            self.department.map(Body::from).as_ref().map_or(Fact::Nothing, Fact::from),
            self.kind.into(),
            standing.into(),
            self.cell.why.into(),
        ])
    }
}
