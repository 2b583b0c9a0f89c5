//! A choice is of three-tier items, in townships that the region runs, by bodies of the region; a thing is chosen from a day once.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    super::{Choice, Items, Revision},
    Lists,
};
use crate::{
    catalogue::{Key, Kind, Origin},
    law::{Fact, Faults, Rule},
    place::Region,
};

pub(super) fn check(revisions: &[Revision], lists: &Lists<'_>, faults: &mut Faults) {
    for (at, revision) in revisions.iter().enumerate() {
        let mut said: HashMap<(Region, NaiveDate), Said<'_>> = HashMap::new();
        for (row, it) in revision.choices.iter().enumerate() {
            let path = || format!("[{at}].choices[{row}]");
            for item in it.items.keys().iter().filter_map(|key| lists.find(at, key, it.from)) {
                faults.require(item.origin() == Origin::ThreeTier, Rule::ChoiceOfThreeTier, || {
                    (path() + ".items", Origin::ThreeTier, Fact::List(vec![item.key().into(), item.origin().into()]))
                });
            }
            let new = said.entry((it.region, it.from)).or_default().says(&it.items);
            faults.require(new, Rule::RowSaidOnce, || {
                (path(), Fact::Nothing, Fact::List(vec![it.region.into(), it.from.into()]))
            });
            townships(&path, it, faults);
        }
    }
}

/// What one revision says of a region from a day.
#[derive(Default)]
struct Said<'r> {
    broad: HashSet<Option<Kind>>,
    keys: HashSet<&'r Key>,
}

impl<'r> Said<'r> {
    fn says(&mut self, items: &'r Items) -> bool {
        match items {
            Items::All => self.broad.insert(None),
            Items::OfKind(kind) => self.broad.insert(Some(*kind)),
            // one list that names an item twice is told as that
            Items::Only(keys) => {
                let new = keys.iter().all(|key| !self.keys.contains(key));
                self.keys.extend(keys);
                new
            }
        }
    }
}

fn townships(path: &dyn Fn() -> String, it: &Choice, faults: &mut Faults) {
    let list = || path() + ".townships";
    faults.some(list, &it.townships);
    faults.once(Rule::NamedOnce, list, it.townships.iter().map(|it| it.township));
    for (at, desk) in it.townships.iter().enumerate() {
        let (run_by, _) = desk.township.managing_region();
        faults.require(run_by == it.region, Rule::TownshipOfRegion, || {
            (format!("{}[{at}].township", list()), it.region, Fact::List(vec![desk.township.into(), run_by.into()]))
        });
    }
}
