//! Every row of an office, held against the others: all faults at once, each with its path.

use std::{
    collections::{HashMap, HashSet},
    fmt::Debug,
    hash::Hash,
};

use chrono::NaiveDate;

use super::{Agreement, Faults, Rows, SealRow};
use crate::{
    body::Body,
    catalogue::{Edition, Key},
    law::{Fact, Rule},
    place::Region,
    route::{Handling, Items, Supervision, Tier},
    text::Mark,
};

impl Rows {
    pub(super) fn check(&self, edition: &Edition, faults: &mut Faults) {
        self.check_items(edition, faults);
        self.check_plans(faults);
        for (at, standard) in self.standards.iter().enumerate() {
            standard.check(&format!("standards[{at}]"), faults);
        }
        self.check_seals(faults);
        self.check_spans(faults);
        self.check_windows(faults);
        twice("plans", self.plans.iter().map(|it| (it.region, it.from)), faults);
        twice("standards", self.standards.iter().map(|it| (&it.item, it.from)), faults);
    }

    fn check_items(&self, edition: &Edition, faults: &mut Faults) {
        let mut known = |path: String, key: &Key| {
            faults.require(edition.find(key).is_some(), Rule::ItemInForce, || (path, Fact::Nothing, key));
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

    fn check_plans(&self, faults: &mut Faults) {
        for (at, plan) in self.plans.iter().enumerate() {
            for (row, it) in plan.undertakes.iter().enumerate() {
                let got = it.handler.region;
                faults.require(got == plan.region, Rule::BodyOfRegion, || {
                    (format!("plans[{at}].undertakes[{row}].handler"), plan.region, got)
                });
                it.supervision.check(&format!("plans[{at}].undertakes[{row}].supervision"), plan.region, faults);
            }
        }
    }

    fn check_seals(&self, faults: &mut Faults) {
        let mut agreements: HashMap<&Mark, &Agreement> = HashMap::new();
        for (at, it) in self.agreements.iter().enumerate() {
            let again = agreements.insert(&it.number, it).is_some();
            faults.require(!again, Rule::NumberUnused, || {
                (format!("agreements[{at}].number"), Fact::Nothing, &it.number)
            });
            for (list, empty) in [("users", it.users.is_empty()), ("circumstances", it.circumstances.is_empty())] {
                faults.require(!empty, Rule::NamesSomething, || {
                    (format!("agreements[{at}].{list}"), Fact::Nothing, Fact::Nothing)
                });
            }
        }
        let mut seals = HashSet::new();
        for (at, it) in self.seals.iter().enumerate() {
            let new = seals.insert(it.seal);
            faults.require(new, Rule::NumberUnused, || (format!("seals[{at}].seal"), Fact::Nothing, it.seal));
            it.check(&format!("seals[{at}]"), &agreements, faults);
        }
    }

    fn check_spans(&self, faults: &mut Faults) {
        let mut span = |path: String, from: NaiveDate, until: Option<NaiveDate>| {
            faults.require(until.is_none_or(|until| from <= until), Rule::SpanInOrder, || (path, from, until));
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

    fn check_windows(&self, faults: &mut Faults) {
        for (at, it) in self.permissions.iter().enumerate() {
            if let (Handling::Decide(_), Body::Partner(_) | Body::City(_)) = (it.gives.handling, &it.gives.operator) {
                let path = format!("permissions[{at}].gives.operator");
                faults.require(false, Rule::AuthorityOfTier, || (path, Fact::Nothing, &it.gives.operator));
            }
        }
    }
}

fn twice<K: Hash + Eq + Debug>(list: &str, keys: impl Iterator<Item = K>, faults: &mut Faults) {
    let mut seen = HashSet::new();
    for (at, key) in keys.enumerate() {
        let new = seen.insert(key);
        faults.require(new, Rule::RowSaidOnce, || (format!("{list}[{at}]"), Fact::Nothing, Fact::Nothing));
    }
}

impl Supervision {
    /// At county tier units of the region itself, at city tier city bodies.
    fn check(&self, path: &str, region: Region, faults: &mut Faults) {
        let fields = ["county_supervisor", "county_enforcement", "city_supervisor", "city_enforcement"];
        for (tier, seat) in Tier::ALL.into_iter().zip(fields) {
            let Some(body) = self.named(tier) else { continue };
            let fits = match body {
                Body::Unit(unit) => !tier.is_city() && unit.region == region,
                Body::Department(_) | Body::City(_) => tier.is_city(),
                Body::Partner(_) => false,
            };
            faults.require(fits, Rule::AuthorityOfTier, || (format!("{path}.{seat}"), tier, body));
        }
    }
}

impl SealRow {
    fn check(&self, path: &str, agreements: &HashMap<&Mark, &Agreement>, faults: &mut Faults) {
        for (at, held) in self.holdings.iter().enumerate() {
            let path = format!("{path}.holdings[{at}].agreement");
            match agreements.get(&held.agreement) {
                None => faults.require(false, Rule::AgreementKnown, || (path, Fact::Nothing, &held.agreement)),
                Some(it) => {
                    let own = it.department == self.seal.department && it.region == held.region;
                    faults.require(own, Rule::AgreementOfSeal, || (path, self.seal, it.department));
                }
            }
        }
        let sorted = self.holdings.is_sorted_by(|a, b| a.from <= b.from);
        faults.require(sorted, Rule::SealLifeInOrder, || (format!("{path}.holdings"), Fact::Nothing, Fact::Nothing));
    }
}
