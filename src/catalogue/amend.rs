//! What an amendment must hold against the edition that it amends, and the edition that it makes.

use std::collections::HashMap;

use super::{
    Amendment, Cell, Class, Devolution, Ground, Item, ItemChange, Key, Name, NewItem, NewOrigin, Origin, Row, Standing,
    Why,
    draft::{Draft, place},
    edition::{ABSENT, View},
};
use crate::{
    law::{Fact, Faults, Rule},
    place::{Region, Regions},
};

/// The rows of the edition that an amendment makes, out of those of the edition before it. What is at fault is left as it was.
pub(super) fn apply(
    draft: &mut Draft,
    before: &[u32],
    it: &Amendment,
    path: &dyn Fn() -> String,
    faults: &mut Faults,
) -> Vec<u32> {
    let mut after = before.to_vec();
    for (at, key) in it.removes.iter().enumerate() {
        let path = || format!("{}.removes[{at}]", path());
        if let Some(item) = on_list(view(draft, before), key, &path, faults).filter(|item| !is_county(*item)) {
            let position = draft.shelf.position(item.key());
            position.into_iter().for_each(|position| place(&mut after, position, ABSENT));
        }
    }
    let mut named: Vec<(String, Key, Name)> = Vec::new();
    for (at, change) in it.changes.iter().enumerate() {
        let path = || format!("{}.changes[{at}]", path());
        let item = on_list(view(draft, before), &change.item, &|| path() + ".item", faults);
        let Some((row, class)) = item.and_then(|item| changed(item, change, &path, faults)) else { continue };
        let Some(position) = draft.shelf.position(&change.item) else { continue };
        named.extend(change.name.clone().map(|it| (path() + ".name", change.item.clone(), Name::Given(it))));
        let Some(row) = draft.shelve(row, class, Some(position), &path, faults) else { continue };
        place(&mut after, position, row);
    }
    for (at, new) in it.adds.iter().enumerate() {
        let path = || format!("{}.adds[{at}]", path());
        let (row, class) = added(new, &path, faults);
        let unused = draft.shelf.position(&row.key).is_none();
        faults.require(unused, Rule::NumberUnused, || (path() + ".key", Fact::Nothing, &row.key));
        named.push((path() + ".name", row.key.clone(), row.name.clone()));
        if let Some(row) = unused.then(|| draft.shelve(row, class, None, &path, faults)).flatten() {
            place(&mut after, row, row);
        }
    }
    names_apart(view(draft, &after), &named, faults);
    let something = it.items().next().is_some();
    faults.require(something, Rule::AmendmentChanges, || (path(), SOMETHING, Fact::Nothing));
    let affected = affected(view(draft, before), view(draft, &after), it);
    regions_heard(it, affected, path, faults);
    after
}

const fn view<'d>(draft: &'d Draft, row_of: &'d [u32]) -> View<'d> {
    View { shelf: &draft.shelf, row_of }
}

const fn is_county(item: Item<'_>) -> bool {
    matches!(item.origin(), Origin::County)
}

/// The item of a key, which the city government's list has: a region's own power is not its to change.
fn on_list<'d>(list: View<'d>, key: &Key, path: &dyn Fn() -> String, faults: &mut Faults) -> Option<Item<'d>> {
    let item = list.on_record(key, path, faults)?;
    faults.require(!is_county(item), Rule::AmendmentFits, || {
        (path(), ON_THE_LIST, Fact::List(vec![key.into(), item.origin().into()]))
    });
    Some(item)
}

/// What a change makes of an item, or is meant to make of one where it is at fault: whom it affects is asked all the same.
fn changed(item: Item<'_>, it: &ItemChange, path: &dyn Fn() -> String, faults: &mut Faults) -> Option<(Row, Class)> {
    if is_county(item) {
        return None;
    }
    let (row, class) = item.parts();
    let mut made = (row.clone(), *class);
    if let Some(name) = &it.name {
        made.0.name = Name::Given(name.clone());
    }
    if it.sets_terms() && !set_terms(&mut made, item, it, path, faults) {
        return Some(made);
    }
    let something = made.0 != *row || made.1 != *class;
    faults.require(something, Rule::AmendmentChanges, || (path(), SOMETHING, item.key()));
    something.then_some(made)
}

/// Sets department, column and cells as a change says: whether the item has them, and they go together.
fn set_terms(
    (row, class): &mut (Row, Class),
    item: Item<'_>,
    it: &ItemChange,
    path: &dyn Fn() -> String,
    faults: &mut Faults,
) -> bool {
    let Some(before) = item.devolution() else {
        let got = || Fact::List(vec![item.key().into(), item.origin().into()]);
        faults.require(false, Rule::AmendmentFits, || (path(), Origin::City, got()));
        return false;
    };
    let column = before.modality;
    let after = terms(before, it);
    *class = Class::by_region(|region| {
        let (cell, standing) = (item.cell(region), after.standing(region));
        // the column is the reason only while it stays
        let stays = cell.standing == standing && (cell.why != Why::Column || column == after.modality);
        if stays { cell } else { Cell { standing, why: Why::Amendment } }
    });
    (row.department, row.column) = (Some(after.department), Some(after.modality));
    after.check(path, faults)
}

/// The terms of an item after a change. Exceptions that it had and that come to say what the column says fall away, as do those of
/// regions that it is no longer devolved to.
fn terms(before: Devolution, it: &ItemChange) -> Devolution {
    let mut after = before;
    after.modality = it.modality.unwrap_or(after.modality);
    after.not_devolved_to = it.not_devolved_to.unwrap_or(after.not_devolved_to);
    after.department = it.department.unwrap_or(after.department);
    if let Some(anew) = &it.exceptions {
        after.exceptions.clone_from(anew);
    } else {
        let Devolution { modality, not_devolved_to, .. } = after;
        after.exceptions.retain(|it| it.modality != modality && !not_devolved_to.contains(it.region));
    }
    after
}

fn added(it: &NewItem, path: &dyn Fn() -> String, faults: &mut Faults) -> (Row, Class) {
    let (devolution, class) = match &it.origin {
        NewOrigin::City(devolution) => {
            devolution.check(&|| path() + ".origin.city", faults);
            (Some(devolution), devolution.class(Why::Amendment))
        }
        NewOrigin::ThreeTier => (None, Class::of(Cell { standing: Standing::RegionChooses, why: Why::Amendment })),
    };
    (Row::given(it.key.clone(), it.name.clone(), it.kind, devolution), class)
}

/// No two items of an edition have one name: each that is given that of another is told.
fn names_apart(list: View<'_>, named: &[(String, Key, Name)], faults: &mut Faults) {
    let mut wanted: HashMap<&str, Vec<&Key>> = HashMap::new();
    for (_, key, name) in named {
        wanted.entry(name.as_str()).or_default().push(key);
    }
    for (path, key, name) in named {
        let listed = list.all_named(name.as_str()).map(Item::key).find(|other| *other != key);
        let other = listed.or_else(|| wanted.get(name.as_str())?.iter().copied().find(|other| *other != key));
        faults.require(other.is_none(), Rule::NumberUnused, || {
            let told = Fact::Name(name.as_str().to_owned().into());
            (path.clone(), Fact::Nothing, Fact::List(vec![told, other.into()]))
        });
    }
}

/// The regions for which something changes: how an item stands there, or the department of one that they have.
fn affected(before: View<'_>, after: View<'_>, it: &Amendment) -> Regions {
    let mut affected = Regions::NONE;
    for (_, key) in it.items() {
        let (was, is) = (before.find(&key), after.find(&key));
        let department = |it: Option<Item<'_>>| it.and_then(Item::department);
        for region in Region::all() {
            let has =
                |it: Option<Item<'_>>| it.map(|it| it.cell(region).standing).filter(|it| *it != Standing::NotDevolved);
            let (had, has) = (has(was), has(is));
            if had != has || (has.is_some() && department(was) != department(is)) {
                affected = affected.with(region);
            }
        }
    }
    affected
}

/// On grounds of practice, every region that it affects was heard (`C3`).
fn regions_heard(it: &Amendment, affected: Regions, path: &dyn Fn() -> String, faults: &mut Faults) {
    faults.once(Rule::NamedOnce, || path() + ".heard", it.heard.iter().map(|it| it.region));
    let Ground::Practice(reasons) = &it.ground else { return };
    faults.some(|| path() + ".ground.practice", reasons);
    faults.once(Rule::NamedOnce, || path() + ".ground.practice", reasons.iter().copied());
    // what is said once it is in force comes too late to be heard
    let heard: Regions = it.heard.iter().filter(|opinion| opinion.on < it.from).map(|it| it.region).collect();
    let unheard: Vec<Region> = affected.iter().filter(|it| !heard.contains(*it)).collect();
    faults.require(unheard.is_empty(), Rule::RegionsHeard, || (path() + ".heard", Fact::list(unheard), NOT_HEARD));
}

const NOT_HEARD: Fact = Fact::Term { zh: "未在施行之日前听取", en: "not heard before the day of effect" };
const SOMETHING: Fact = Fact::Term { zh: "至少一处改变", en: "at least one change" };
const ON_THE_LIST: Fact = Fact::Term { zh: "市级清单所列事项", en: "an item of the city's list" };
