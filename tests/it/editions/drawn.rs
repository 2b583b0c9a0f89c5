//! Draws of what becomes of a catalogue: own items and amendments, most of them good, some wrong in one way or several.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::vec, option::weighted, prelude::*};

use super::{
    law,
    space::{KINDS, MODALITIES, city, three_tier},
};
use crate::model::{
    REGIONS,
    lists::{Amendment, Entry, Ground, History, ItemChange, List, What},
    lists_differences::affected,
};

/// Those that are amended, so that they meet; some are no items at all, or not yet.
const KEYS: [&str; 14] =
    ["A1-1", "A1-19", "A1-20", "A1-24", "A1-31", "A1-61", "A2-1", "A2-8", "N-1", "N-2", "N-3", "WS-1", "A1-62", "N-9"];
const NAMES: [&str; 6] = ["（虚构）甲", "（虚构）乙", "（虚构）丙", "name of A1-1", "name of A1-24", "name of A2-1"];
const DEPARTMENTS: [&str; 4] = ["市财政局", "市公安局", "市应急局", "市生态环境局"];
const REASONS: [&str; 4] = ["办件量较少", "专业性较强", "办理成本高", "安全风险大"];

#[derive(Clone, Debug)]
pub(super) enum Step {
    /// From the day of the last edition on, or some days before or after it.
    Own {
        days: i64,
        key: u8,
        entry: DrawnEntry,
    },
    Amend(DrawnAmendment),
}

#[derive(Clone, Debug)]
pub(super) struct DrawnEntry {
    name: u8,
    kind: u8,
    terms: Option<Terms>,
}

#[derive(Clone, Debug)]
struct Terms {
    modality: u8,
    exceptions: Vec<(u8, u8)>,
    not_to: Vec<u8>,
    tidy: bool,
}

#[derive(Clone, Debug)]
pub(super) struct DrawnAmendment {
    days: i64,
    number_again: bool,
    ground: u8,
    hearing: u8,
    wishes: Vec<Wish>,
}

#[derive(Clone, Debug)]
enum Wish {
    Add {
        key: u8,
        entry: DrawnEntry,
    },
    Remove(u8),
    ItemChange {
        key: u8,
        modality: Option<u8>,
        exceptions: Option<Vec<(u8, u8)>>,
        not_to: Option<Vec<u8>>,
        more: More,
    },
    /// Two items take each other's names.
    Swap(u8, u8),
}

#[derive(Clone, Debug)]
struct More {
    department: Option<u8>,
    name: Option<u8>,
    tidy: bool,
}

fn days() -> impl Strategy<Value = i64> {
    prop_oneof![6 => Just(0), 6 => 1_i64..6, 1 => -4_i64..0]
}

fn exceptions() -> impl Strategy<Value = Vec<(u8, u8)>> {
    vec((0_u8..15, 0_u8..4), 0..4)
}

fn entry() -> impl Strategy<Value = DrawnEntry> {
    let terms = (0_u8..4, exceptions(), vec(0_u8..15, 0..3), prop::bool::weighted(0.9))
        .prop_map(|(modality, exceptions, not_to, tidy)| Terms { modality, exceptions, not_to, tidy });
    (any::<u8>(), 0_u8..4, weighted(0.7, terms)).prop_map(|(name, kind, terms)| DrawnEntry { name, kind, terms })
}

fn wish() -> impl Strategy<Value = Wish> {
    let more = (weighted(0.2, 0_u8..4), weighted(0.3, any::<u8>()), prop::bool::weighted(0.85));
    let more = more.prop_map(|(department, name, tidy)| More { department, name, tidy });
    let terms = (weighted(0.4, 0_u8..4), weighted(0.3, exceptions()), weighted(0.3, vec(0_u8..15, 0..3)));
    prop_oneof![
        2 => (any::<u8>(), entry()).prop_map(|(key, entry)| Wish::Add { key, entry }),
        2 => any::<u8>().prop_map(Wish::Remove),
        6 => (any::<u8>(), terms, more)
            .prop_map(|(key, (modality, exceptions, not_to), more)| Wish::ItemChange { key, modality, exceptions, not_to, more }),
        1 => any::<[u8; 2]>().prop_map(|[one, other]| Wish::Swap(one, other)),
    ]
}

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let amend = (days(), prop::bool::weighted(0.05), 0_u8..12, 0_u8..8, vec(wish(), 0..5)).prop_map(
        |(days, number_again, ground, hearing, wishes)| {
            Step::Amend(DrawnAmendment { days, number_again, ground, hearing, wishes })
        },
    );
    let own = (days(), any::<u8>(), entry()).prop_map(|(days, key, entry)| Step::Own { days, key, entry });
    vec(prop_oneof![1 => own, 4 => amend], 1..10)
}

/// What a step asks, given what the catalogue has come to.
pub(super) struct Asked<'h> {
    history: &'h History,
    last: i64,
    list: &'h List,
    /// How many steps went before: what is new is called by it.
    step: usize,
}

impl<'h> Asked<'h> {
    pub(super) fn of(history: &'h History, step: usize) -> Self {
        let (last, list) = history.editions().last().unwrap();
        Self { history, last, list, step }
    }

    pub(super) fn day(&self, days: i64) -> i64 {
        self.last + days
    }

    /// Mostly one that is there.
    fn item(&self, drawn: u8) -> String {
        let (any, at) = (drawn.is_multiple_of(16), usize::from(drawn / 2));
        let here: Vec<&str> = KEYS.into_iter().filter(|it| any || self.list.contains_key(*it)).collect();
        here[at % here.len()].to_owned()
    }

    /// Mostly one that is free.
    fn own_key(&self, drawn: u8, at: usize) -> String {
        let some = KEYS.iter().filter(|it| !it.starts_with('A')).nth(usize::from(drawn) % 5).unwrap();
        if drawn < 120 { (*some).to_owned() } else { format!("X-{}-{at}", self.step) }
    }

    fn name(&self, drawn: u8, at: usize) -> String {
        let listed = NAMES[usize::from(drawn) % NAMES.len()];
        if drawn < 90 { listed.to_owned() } else { format!("（虚构）新名{}之{at}", self.step) }
    }

    /// Without what is wrong by itself, where it is to be tidy.
    fn exceptions(
        drawn: &[(u8, u8)],
        tidy: bool,
        column: &str,
        not_to: &BTreeSet<&'static str>,
    ) -> Vec<(&'static str, &'static str)> {
        let all = drawn.iter().map(|(at, by)| (REGIONS[usize::from(*at)], MODALITIES[usize::from(*by)]));
        let good: BTreeMap<_, _> = all.clone().filter(|(at, by)| *by != column && !not_to.contains(at)).collect();
        if tidy { good.into_iter().collect() } else { all.collect() }
    }

    pub(super) fn own(&self, key: u8, drawn: &DrawnEntry) -> (String, Entry) {
        let entry = self.entry(drawn, 0);
        let what = if entry.what == What::ThreeTier { What::CountyOriginal } else { entry.what };
        (self.own_key(key, 0), Entry { what, ..entry })
    }

    fn entry(&self, drawn: &DrawnEntry, at: usize) -> Entry {
        let (name, kind) = (self.name(drawn.name, at), KINDS[usize::from(drawn.kind)]);
        let Some(terms) = &drawn.terms else { return Entry { kind, ..three_tier(&name) } };
        let mut entry = Entry { kind, ..city(&name, MODALITIES[usize::from(terms.modality)]) };
        if let What::City { modality, exceptions, not_to, .. } = &mut entry.what {
            *not_to = terms.not_to.iter().map(|it| REGIONS[usize::from(*it)]).collect();
            *exceptions = Self::exceptions(&terms.exceptions, terms.tidy, modality, not_to).into_iter().collect();
        }
        entry
    }

    fn change(&self, key: &str, wish: &Wish, at: usize) -> ItemChange {
        let Wish::ItemChange { modality, exceptions, not_to, more, .. } = wish else { panic!("{wish:?}") };
        let name = more.name.map(|it| self.name(it, at));
        let entry = self.list.get(key);
        let Some(What::City { modality: column, not_to: withheld, .. }) = entry.map(|it| &it.what) else {
            // of three-tier items only the name, where it is to be tidy
            let modality = modality.filter(|_| !more.tidy).map(|it| MODALITIES[usize::from(it)]);
            return ItemChange { modality, name, ..ItemChange::default() };
        };
        let modality = modality.map(|it| MODALITIES[usize::from(it)]);
        let not_to: Option<BTreeSet<_>> =
            not_to.as_ref().map(|it| it.iter().map(|it| REGIONS[usize::from(*it)]).collect());
        let (column, withheld) = (modality.unwrap_or(column), not_to.as_ref().unwrap_or(withheld));
        let exceptions = exceptions.as_ref().map(|it| Self::exceptions(it, more.tidy, column, withheld));
        let department = more.department.map(|it| DEPARTMENTS[usize::from(it)].to_owned());
        ItemChange { modality, exceptions, not_to, department, name }
    }

    fn wish(&self, wish: &Wish, at: usize, into: &mut Amendment) {
        let named = |name: &str| ItemChange { name: Some(name.to_owned()), ..ItemChange::default() };
        match wish {
            Wish::Add { key, entry } => into.adds.push((self.own_key(*key, at), self.entry(entry, at))),
            Wish::Remove(key) => into.removes.push(self.item(*key)),
            Wish::ItemChange { key, .. } => {
                let key = self.item(*key);
                let change = self.change(&key, wish, at);
                into.changes.push((key, change));
            }
            Wish::Swap(one, other) => {
                let both = [self.item(*one), self.item(*other)];
                if let [Some(first), Some(second)] = both.each_ref().map(|it| self.list.get(it)) {
                    let [one, other] = both;
                    into.changes.extend([(one, named(&second.name)), (other, named(&first.name))]);
                }
            }
        }
    }

    pub(super) fn amendment(&self, drawn: &DrawnAmendment) -> Amendment {
        let number = self.step - usize::from(drawn.number_again);
        let mut it = law(&format!("（虚构）{number}号"), self.day(drawn.days));
        for (at, wish) in drawn.wishes.iter().enumerate() {
            self.wish(wish, at, &mut it);
        }
        // whom it affects, as far as it is good
        let good = self.history.amend(&it).ok();
        let after = good.as_ref().and_then(|made| made.editions().last());
        let affected = after.map(|(_, after)| affected(self.list, after)).unwrap_or_default();
        it.ground = match drawn.ground {
            0..=2 => Ground::Law,
            3 => Ground::Policy,
            4 => Ground::Practice(vec![]),
            some => Ground::Practice(REASONS[..usize::from(some % 4) + 1].to_vec()),
        };
        let in_time = |(at, region)| (region, it.from - [0, 1, 30][at % 3]);
        it.heard = match drawn.hearing {
            0..=2 => affected.into_iter().enumerate().map(in_time).collect(),
            3 => REGIONS.into_iter().enumerate().map(in_time).collect(),
            4 => affected.into_iter().skip(1).enumerate().map(in_time).collect(),
            5 => affected.into_iter().enumerate().map(|(at, region)| (region, it.from + (at % 2) as i64)).collect(),
            6 => REGIONS.into_iter().chain([REGIONS[0]]).enumerate().map(in_time).collect(),
            _ => vec![],
        };
        it
    }
}
