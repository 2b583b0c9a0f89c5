use crate::{law::Faults, register::Revision, strategies::shrinking::Smaller};

macro_rules! lists {
    ($($list:ident),+ $(,)?) => {
        /// The lists of a revision, those first that others lean on least.
        const LISTS: &[&str] = &[$(stringify!($list)),+];

        fn count(revision: &Revision, list: &str) -> usize {
            // a list that is not named here does not compile
            let Revision { v: _, recorded: _, note: _, $($list),+ } = revision;
            match list { $(stringify!($list) => $list.len(),)+ _ => 0 }
        }

        /// Keeps the rows of a list whose positions are wanted.
        fn keep(revision: &mut Revision, list: &str, wanted: impl Fn(usize) -> bool) {
            match list {
                $(stringify!($list) => {
                    let mut at = 0..;
                    revision.$list.retain(|_| at.next().is_some_and(&wanted));
                })+
                _ => {}
            }
        }
    };
}

lists!(
    evidence,
    endings,
    ceilings,
    permissions,
    experts,
    advisers,
    on_platform,
    electronics,
    stationings,
    postings,
    choices,
    standards,
    seals,
    agreements,
    plans,
    partners,
    agencies,
    units,
    checked,
    amendments,
    own_items,
    calendars
);

/// The revision, and the list and row in it, that a path names: `[0].seals[3].event`.
fn place(path: &str) -> Option<(usize, &str, usize)> {
    let (revision, rest) = path.strip_prefix('[')?.split_once("].")?;
    let (list, rest) = rest.split_once('[')?;
    let (row, _) = rest.split_once(']')?;
    Some((revision.parse().ok()?, list, row.parse().ok()?))
}

/// Takes the rows out that faults name; where they name none, the last revision goes whole.
pub(super) fn take_out(revisions: &mut Vec<Revision>, faults: &Faults) {
    let places: Vec<(usize, &str, usize)> = faults.all().iter().filter_map(|it| place(&it.path)).collect();
    for (at, revision) in revisions.iter_mut().enumerate() {
        for list in LISTS {
            keep(revision, list, |row| !places.contains(&(at, list, row)));
        }
    }
    if places.is_empty() {
        revisions.pop();
    }
}

/// The nth way to leave something out: a revision, a whole list, a row, the last of each first; then a note.
pub(super) fn without(revisions: &[Revision], nth: usize) -> Smaller<Vec<Revision>> {
    let mut left = nth;
    if left < revisions.len() {
        let at = revisions.len() - 1 - left;
        let others = revisions.iter().enumerate().filter(|(it, _)| *it != at);
        return Smaller::One(others.map(|(_, it)| it.clone()).collect());
    }
    left -= revisions.len();
    let all = || revisions.iter().enumerate().rev().flat_map(|(at, it)| LISTS.iter().map(move |list| (at, it, *list)));
    for (at, _, list) in all().filter(|(_, it, list)| count(it, list) > 0) {
        if left == 0 {
            return changed(revisions, at, |it| keep(it, list, |_| false));
        }
        left -= 1;
    }
    for (at, revision, list) in all() {
        let rows = count(revision, list);
        if left < rows {
            let gone = rows - 1 - left;
            return changed(revisions, at, |it| keep(it, list, |row| row != gone));
        }
        left -= rows;
    }
    if left < revisions.len() && revisions.get(left).is_some_and(|it| it.note.is_some()) {
        return changed(revisions, left, |it| it.note = None);
    }
    if left < revisions.len() { Smaller::NotSo } else { Smaller::NoMore }
}

fn changed(revisions: &[Revision], at: usize, change: impl FnOnce(&mut Revision)) -> Smaller<Vec<Revision>> {
    let mut revisions = revisions.to_vec();
    let Some(revision) = revisions.get_mut(at) else { return Smaller::NotSo };
    change(revision);
    Smaller::One(revisions)
}
