//! Agreements are the department's own, on items in review there, one at a time; a seal lives in order, under an agreement that runs.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    super::{
        Agreement, Ends, Items, Revision, SealEvent, SealId, SealState, SealStep, SealStepKind, line::At,
        seal_life::SealLife,
    },
    Lists, endings,
};
use crate::{
    body::Department,
    catalogue::{Edition, Item, Key, Modality},
    law::{Fact, Faults, Rule},
    place::Region,
    text::Mark,
};

pub(super) fn check<'r>(revisions: &'r [Revision], lists: &'r Lists<'r>, faults: &mut Faults) {
    let mut desk = Desk {
        lists,
        in_review: HashMap::new(),
        agreements: HashMap::new(),
        on_item: HashMap::new(),
        broad: HashMap::new(),
        named: HashMap::new(),
        seals: HashMap::new(),
    };
    for (at, revision) in revisions.iter().enumerate() {
        for (row, it) in revision.agreements.iter().enumerate() {
            desk.agreement(at, &format!("[{at}].agreements[{row}]"), it, faults);
        }
        for (row, it) in revision.endings.iter().enumerate() {
            let Ends::Agreement(number) = &it.ends else { continue };
            let ended = desk.agreements.get_mut(number).map(|it| (it.agreement.from, &mut it.until));
            endings::end(&format!("[{at}].endings[{row}]"), it, ended, faults);
        }
        for (row, it) in revision.seals.iter().enumerate() {
            // what the first revision carries over is taken as it is told
            let found_out = (at > 0).then_some(revision.recorded);
            desk.event(&format!("[{at}].seals[{row}]"), it, found_out, At { revision: 0, row }, faults);
        }
        desk.apart(at, revision, faults);
    }
}

struct Desk<'r> {
    lists: &'r Lists<'r>,
    /// The department's items in substantive review in a region, edition by edition: those of one number differ where own items came between.
    in_review: HashMap<(*const Edition, Department, Region), Vec<Item<'r>>>,
    agreements: HashMap<&'r Mark, Signed<'r>>,
    /// The agreements on an item of a region, by their first days.
    on_item: HashMap<(Region, &'r Key), BTreeMap<NaiveDate, &'r Mark>>,
    /// A department's agreements with a region for all items, or for a kind.
    broad: HashMap<(Department, Region), Vec<&'r Agreement>>,
    /// The items that its others name.
    named: HashMap<(Department, Region), Vec<Item<'r>>>,
    seals: HashMap<SealId, SealLife>,
}

struct Signed<'r> {
    agreement: &'r Agreement,
    until: Option<NaiveDate>,
}

impl<'r> Desk<'r> {
    fn reviewed(&mut self, at: usize, it: &Agreement) -> &[Item<'r>] {
        let (department, region, edition) = (it.department, it.region, self.lists.on(at, it.from));
        self.in_review
            .entry((std::ptr::from_ref(edition), department, region))
            .or_insert_with(|| edition.items().filter(|item| it.may_cover(*item)).collect())
    }

    fn agreement(&mut self, at: usize, path: &str, it: &'r Agreement, faults: &mut Faults) {
        let signed = Signed { agreement: it, until: it.until };
        let new = !self.agreements.contains_key(&it.number);
        faults.require(new, Rule::NumberUnused, || (format!("{path}.number"), Fact::Nothing, &it.number));
        if new {
            self.agreements.insert(&it.number, signed);
        }
        faults.some(|| format!("{path}.users"), &it.users);
        faults.some(|| format!("{path}.circumstances"), &it.circumstances);
        faults.once(Rule::NamedOnce, || format!("{path}.users"), &it.users);
        faults.once(Rule::NamedOnce, || format!("{path}.circumstances"), it.circumstances.iter().map(|it| &it.code));
        self.scope(at, path, it, faults);
    }

    /// Of the department's own items, those in review in the region; a scope told by kind has some.
    fn scope(&mut self, at: usize, path: &str, it: &Agreement, faults: &mut Faults) {
        self.lists.of_department(at, path, (it.department, &it.items, it.from), faults);
        let path = || format!("{path}.items");
        for item in it.items.keys().iter().filter_map(|key| self.lists.find(at, key, it.from)) {
            faults.require(item.is_in_review(it.region), Rule::AgreementItemsInReview, || {
                let standing = item.cell(it.region).standing;
                (path(), Modality::Review, Fact::List(vec![item.key().into(), standing.into()]))
            });
        }
        if !matches!(it.items, Items::Only(_)) {
            let reviewed = self.reviewed(at, it).to_vec();
            let some = reviewed.iter().any(|item| it.items.covers(*item) && self.lists.knows(at, item.key()));
            faults.require(some, Rule::AgreementItemsInReview, || (path(), Modality::Review, Fact::Nothing));
        }
    }

    fn event(&mut self, path: &str, it: &SealEvent, found_out: Option<NaiveDate>, at: At, faults: &mut Faults) {
        let life = self.seals.get(&it.seal);
        let (state, day) = (life.and_then(SealLife::last_state), life.map(SealLife::last_day));
        let kind = it.event.kind();
        if kind == SealStepKind::Cut && state.is_some() {
            return faults.require(false, Rule::NumberUnused, || (format!("{path}.seal"), Fact::Nothing, it.seal));
        }
        let numbered = kind != SealStepKind::Cut || it.seal.number > 0;
        faults.require(numbered, Rule::NumberUnused, || {
            (format!("{path}.seal.number"), FROM_1, u64::from(it.seal.number))
        });
        let follows = SealState::after(state, kind).is_some();
        faults.require(follows, Rule::SealLifeInOrder, || {
            let open = if state == Some(SealState::Lost) { LOST } else { Fact::list(SealState::events(state)) };
            (format!("{path}.event"), open, Fact::List(vec![state.into(), kind.into()]))
        });
        // a loss is found out: it may lie before what was recorded since, but not before the seal was, nor ahead
        let lost = kind == SealStepKind::Lost;
        let (first, last) = if lost { (life.and_then(SealLife::first_day), found_out) } else { (day, None) };
        let in_time = first.is_none_or(|first| first <= it.on) && last.is_none_or(|last| it.on <= last);
        faults.require(in_time, Rule::SealLifeInOrder, || (format!("{path}.on"), Fact::span(first, last), it.on));
        if let Some(number) = it.event.agreement() {
            self.handed_over(path, it, number, faults);
        }
        if let SealStep::Cut { twin_of: Some(of) } = it.event {
            let of = SealId { number: of, ..it.seal };
            let stands = |life: &SealLife| {
                !life.is_twin
                    && !matches!(life.last_state(), Some(SealState::Lost | SealState::Withdrawn))
                    && life.first_day().is_some_and(|cut| cut <= it.on)
            };
            let physical = self.seals.get(&of).is_some_and(stands);
            faults.require(physical, Rule::TwinOfSeal, || (format!("{path}.event"), Fact::Nothing, of));
        }
        let under = it.event.agreement().and_then(|number| self.agreements.get(number));
        self.seals.entry(it.seal).or_default().add(it, at, under.map(|it| it.agreement.region));
    }

    /// Under an agreement of the department that has begun and has not ended; a renewal, with the region that holds the seal.
    fn handed_over(&self, path: &str, it: &SealEvent, number: &Mark, faults: &mut Faults) {
        let path = || format!("{path}.event");
        let signed = self.agreements.get(number);
        let runs =
            signed.is_some_and(|under| under.agreement.from <= it.on && under.until.is_none_or(|until| it.on <= until));
        faults.require(runs, Rule::AgreementKnown, || match signed {
            None => (path(), Fact::Nothing, Fact::from(number)),
            Some(under) => {
                let span = Fact::span(Some(under.agreement.from), under.until);
                (path(), it.on.into(), Fact::List(vec![number.into(), span]))
            }
        });
        let Some(Signed { agreement, .. }) = signed else { return };
        let life = self.seals.get(&it.seal);
        let holder = life.and_then(SealLife::last_holder);
        let renewed = it.event.kind() == SealStepKind::Renewed;
        let same = !renewed || holder == Some(agreement.region);
        faults.require(same && agreement.department == it.seal.department, Rule::AgreementOfSeal, || {
            let expected = Fact::list(
                [Fact::from(it.seal.department)].into_iter().chain(holder.filter(|_| renewed).map(Fact::from)),
            );
            (path(), expected, Fact::List(vec![agreement.department.into(), agreement.region.into()]))
        });
    }

    /// No item of a region is under two agreements of its department on one day, as far as this revision knows their last days.
    fn apart(&mut self, at: usize, revision: &'r Revision, faults: &mut Faults) {
        for (row, it) in revision.agreements.iter().enumerate() {
            let until = self.agreements.get(&it.number).and_then(|it| it.until);
            let meets = |other: &Signed<'_>| {
                it.number != other.agreement.number
                    && until.is_none_or(|until| other.agreement.from <= until)
                    && other.until.is_none_or(|until| it.from <= until)
            };
            let mut beside: Vec<Fact> = Vec::new();
            let covered = self.covered(at, it);
            let broad = self.broad.entry((it.department, it.region)).or_default();
            for item in &covered {
                let others = self.on_item.entry((it.region, item.key())).or_default();
                // a broad one also covers what comes to the list, or to review, after its first day
                for other in broad.iter().filter(|other| other.may_cover(*item) && other.items.covers(*item)) {
                    others.entry(other.from).or_insert(&other.number);
                }
                // those before stand apart, or were told: only the neighbours can meet it
                let (before, after) = (others.range(..=it.from).next_back(), others.range(it.from..).next());
                let mut near = before.into_iter().chain(after).map(|(_, number)| *number);
                let met = near.find(|other| self.agreements.get(*other).is_some_and(meets));
                beside.extend(met.map(|other| Fact::List(vec![item.key().into(), other.into()])));
                others.entry(it.from).or_insert(&it.number);
            }
            faults.require(beside.is_empty(), Rule::AgreementsApart, || {
                (format!("[{at}].agreements[{row}]"), Fact::Nothing, Fact::List(beside))
            });
            match &it.items {
                Items::Only(_) => self.named.entry((it.department, it.region)).or_default().extend(covered),
                Items::All | Items::OfKind(_) => broad.push(it),
            }
        }
    }

    /// The department's items that an agreement names; of a broad one those in review on its first day, and those that others name.
    fn covered(&mut self, at: usize, it: &Agreement) -> Vec<Item<'r>> {
        match &it.items {
            Items::Only(keys) => {
                let items = keys.iter().filter_map(|key| self.lists.find(at, key, it.from));
                // what is another department's is told by itself
                items.filter(|item| item.department() == Some(it.department)).collect()
            }
            Items::All | Items::OfKind(_) => {
                let named = self.named.get(&(it.department, it.region)).cloned().unwrap_or_default();
                let named = named.into_iter().filter(|item| it.may_cover(*item));
                let mut seen = HashSet::new();
                let all = self.reviewed(at, it).iter().copied().chain(named);
                all.filter(|item| it.items.covers(*item) && seen.insert(item.key())).collect()
            }
        }
    }
}

const LOST: Fact = Fact::Term { zh: "遗失后不再流转", en: "nothing follows a loss" };

/// 0 stands for none in particular.
const FROM_1: Fact = Fact::Term { zh: "自1起的编号", en: "a number from 1 on" };
