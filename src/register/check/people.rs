//! Advisers are of the department's items and replaced only with a reason; experts are qualified, and called for something.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::{
    super::{
        Adviser, Expert, Items, Revision,
        coverage::Coverage,
        line::{AsOf, At, Line},
    },
    Lists,
};
use crate::{
    body::Department,
    catalogue::Item,
    law::{Fact, Faults, Rule},
    text::Person,
};

pub(super) fn check(revisions: &[Revision], lists: &Lists<'_>, faults: &mut Faults) {
    let mut advisers = Advisers { revisions, lists, known: HashMap::new() };
    for (at, revision) in revisions.iter().enumerate() {
        for (row, it) in revision.advisers.iter().enumerate() {
            advisers.check((at, row), it, faults);
        }
        for (row, it) in revision.experts.iter().enumerate() {
            expert(&format!("[{at}].experts[{row}]"), it, faults);
        }
    }
}

fn expert(path: &str, it: &Expert, faults: &mut Faults) {
    faults.some(|| format!("{path}.qualifications"), &it.qualifications);
    faults.once(Rule::NamedOnce, || format!("{path}.qualifications"), it.qualifications.iter().cloned());
    faults.some(|| format!("{path}.works"), &it.works);
    faults.once(Rule::NamedOnce, || format!("{path}.works"), it.works.iter().copied());
}

struct Advisers<'r> {
    revisions: &'r [Revision],
    lists: &'r Lists<'r>,
    /// The rows so far.
    known: HashMap<Department, Coverage<Line>>,
}

impl<'r> Advisers<'r> {
    fn check(&mut self, (at, row): (usize, usize), it: &'r Adviser, faults: &mut Faults) {
        let path = format!("[{at}].advisers[{row}]");
        faults.some(|| format!("{path}.persons"), &it.persons);
        faults.once(Rule::NamedOnce, || format!("{path}.persons"), &it.persons);
        self.lists.of_department(at, &path, (it.department, &it.items, it.from), faults);
        let here = At { revision: u32::try_from(at).unwrap_or(u32::MAX), row };
        if it.reason.is_none() {
            let replaced = self.replaced(it, here);
            faults.require(replaced.is_empty(), Rule::AdviserReplacedWithReason, || {
                (format!("{path}.reason"), A_REASON, Fact::list(replaced))
            });
        }
        self.known.entry(it.department).or_default().add(&it.items, it.from, here);
    }

    /// Those whom the rows before name for its items, and this one does not; and those whom this one names, and a row that is known to come next does
    /// not.
    fn replaced(&self, it: &'r Adviser, here: At) -> BTreeSet<&'r Person> {
        let Some(known) = self.known.get(&it.department) else { return BTreeSet::new() };
        let at = here.revision as usize;
        let asked = AsOf { day: it.from, revision: here.revision };
        let row = |(_, at): (NaiveDate, At)| self.revisions.get(at.revision as usize)?.advisers.get(at.row);
        let before = |it: Item<'_>| known.on(it.key(), it.kind(), asked).and_then(row);
        let next = |it: Item<'_>| known.next(it.key(), it.kind(), asked).and_then(row);
        let gone = |item: Item<'_>| {
            let leave = |of: Option<&'r Adviser>, to: Option<&'r Adviser>| {
                let pair = of.zip(to).into_iter();
                pair.flat_map(|(of, to)| of.persons.iter().filter(|person| !to.persons.contains(person)))
            };
            let next = next(item).filter(|it| it.reason.is_none());
            leave(before(item), Some(it)).chain(leave(Some(it), next)).collect::<Vec<_>>()
        };
        match &it.items {
            Items::Only(keys) => {
                keys.iter().filter_map(|key| self.lists.find(at, key, it.from)).flat_map(gone).collect()
            }
            Items::All | Items::OfKind(_) => {
                let of = |item: &Item<'_>| item.department() == Some(it.department) && it.items.covers(*item);
                self.lists.on(at, it.from).items().filter(of).flat_map(gone).collect()
            }
        }
    }
}

const A_REASON: Fact = Fact::Term { zh: "替换的理由", en: "why they are replaced" };
