//! Every row of an office, held against the others: all faults at once, each with its path.

use std::{
    collections::{HashMap, HashSet},
    fmt::Debug,
    hash::Hash,
};

use chrono::NaiveDate;

use super::{Agreement, Fault, Limits, Rows, SealRow, Standard};
use crate::{
    catalogue::{Edition, Key},
    route::Items,
    text::Mark,
};

impl Rows {
    pub(super) fn check(&self, edition: &Edition, faults: &mut Vec<Fault>) {
        self.check_items(edition, faults);
        self.check_plans(faults);
        for (at, standard) in self.standards.iter().enumerate() {
            standard.check(&format!("standards[{at}]"), faults);
        }
        self.check_seals(faults);
        self.check_spans(faults);
        twice("plans", self.plans.iter().map(|it| (it.region, it.from)), faults);
        twice("standards", self.standards.iter().map(|it| (&it.item, it.from)), faults);
    }

    fn check_items(&self, edition: &Edition, faults: &mut Vec<Fault>) {
        let mut known = |path: String, key: &Key| {
            if edition.find(key).is_none() {
                faults.push(Fault::NoSuchItem { path, item: key.clone() });
            }
        };
        let keys = |items: &Items| match items {
            Items::Only(keys) => keys.clone(),
            Items::All | Items::OfKind(_) => Vec::new(),
        };
        for (at, standard) in self.standards.iter().enumerate() {
            known(format!("standards[{at}].item"), &standard.item);
        }
        for (at, plan) in self.plans.iter().enumerate() {
            for (row, it) in plan.undertakes.iter().enumerate() {
                keys(&it.items).iter().for_each(|key| known(format!("plans[{at}].undertakes[{row}].items"), key));
            }
        }
        for (at, it) in self.agreements.iter().enumerate() {
            keys(&it.items).iter().for_each(|key| known(format!("agreements[{at}].items"), key));
        }
        for (at, it) in self.permissions.iter().enumerate() {
            keys(&it.items).iter().for_each(|key| known(format!("permissions[{at}].items"), key));
        }
    }

    fn check_plans(&self, faults: &mut Vec<Fault>) {
        for (at, plan) in self.plans.iter().enumerate() {
            for (row, it) in plan.undertakes.iter().enumerate() {
                let got = it.handler.region;
                if got != plan.region {
                    let path = format!("plans[{at}].undertakes[{row}].handler");
                    faults.push(Fault::ForeignBody { path, expected: plan.region, got });
                }
            }
        }
    }

    fn check_seals(&self, faults: &mut Vec<Fault>) {
        let mut agreements: HashMap<&Mark, &Agreement> = HashMap::new();
        for (at, it) in self.agreements.iter().enumerate() {
            if agreements.insert(&it.number, it).is_some() {
                faults.push(Fault::NumberTwice { path: format!("agreements[{at}].number") });
            }
        }
        let mut seals = HashSet::new();
        for (at, it) in self.seals.iter().enumerate() {
            if !seals.insert(it.seal) {
                faults.push(Fault::NumberTwice { path: format!("seals[{at}].seal") });
            }
            it.check(&format!("seals[{at}]"), agreements.get(&it.agreement).copied(), faults);
        }
    }

    fn check_spans(&self, faults: &mut Vec<Fault>) {
        let mut span = |path: String, from: NaiveDate, until: Option<NaiveDate>| {
            if until.is_some_and(|until| until < from) {
                faults.push(Fault::EndsBeforeItBegins { path });
            }
        };
        for (at, it) in self.postings.iter().enumerate() {
            span(format!("postings[{at}]"), it.from, it.until);
        }
        for (at, it) in self.agreements.iter().enumerate() {
            span(format!("agreements[{at}]"), it.from, it.until);
        }
        for (at, it) in self.permissions.iter().enumerate() {
            span(format!("permissions[{at}]"), it.from, it.until);
        }
    }
}

fn twice<K: Hash + Eq + Debug>(list: &str, keys: impl Iterator<Item = K>, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for (at, key) in keys.enumerate() {
        if !seen.insert(key) {
            faults.push(Fault::Twice { path: format!("{list}[{at}]") });
        }
    }
}

impl SealRow {
    fn check(&self, path: &str, agreement: Option<&Agreement>, faults: &mut Vec<Fault>) {
        match agreement {
            None => {
                let agreement = self.agreement.clone();
                faults.push(Fault::NoAgreement { path: format!("{path}.agreement"), agreement });
            }
            Some(it) if it.department != self.seal.department || it.region != self.region => {
                let (department, region) = (it.department, it.region);
                let path = format!("{path}.agreement");
                faults.push(Fault::ForeignAgreement { path, seal: self.seal, department, region });
            }
            Some(_) => {}
        }
        if !self.service.is_sorted_by(|a, b| a.from <= b.from) {
            faults.push(Fault::DaysRunBack { path: format!("{path}.service") });
        }
    }
}

impl Standard {
    fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        codes(format!("{path}.materials"), self.materials.iter().map(|it| &it.code), faults);
        codes(format!("{path}.conditions"), self.conditions.iter().map(|it| &it.code), faults);
        codes(format!("{path}.steps"), self.steps.iter().map(|it| &it.code), faults);
        if let Some(limits) = self.limits.filter(|it| !it.is_within()) {
            faults.push(Fault::Limits { path: format!("{path}.limits"), limits });
        }
        let known: HashSet<&Mark> = self.steps.iter().map(|it| &it.code).collect();
        for (at, step) in self.steps.iter().enumerate() {
            for after in step.after.iter().filter(|it| !known.contains(it)) {
                faults.push(Fault::NoSuchStep { path: format!("{path}.steps[{at}].after"), after: after.clone() });
            }
        }
        let ring = self.ring(&known);
        if !ring.is_empty() {
            faults.push(Fault::Ring { path: format!("{path}.steps"), steps: ring });
        }
    }

    /// The steps that can never be reached because they wait for each other: what is left when all that can be taken has been.
    fn ring(&self, known: &HashSet<&Mark>) -> Vec<Mark> {
        let mut taken: HashSet<&Mark> = HashSet::new();
        loop {
            let before = taken.len();
            for step in &self.steps {
                if step.after.iter().all(|it| taken.contains(it) || !known.contains(it)) {
                    taken.insert(&step.code);
                }
            }
            if taken.len() == before {
                return self.steps.iter().map(|it| &it.code).filter(|it| !taken.contains(it)).cloned().collect();
            }
        }
    }
}

impl Limits {
    /// Promised at most the statutory one, in the same unit.
    pub fn is_within(&self) -> bool {
        self.statutory.is_none_or(|it| it.unit == self.promised.unit && self.promised.amount <= it.amount)
    }
}

fn codes<'a>(path: String, codes: impl Iterator<Item = &'a Mark>, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for code in codes {
        if !seen.insert(code) {
            faults.push(Fault::CodeTwice { path: path.clone(), code: code.clone() });
        }
    }
}
