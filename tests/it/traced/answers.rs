//! Which public items answer on which source: found by asking them, of cases of every standing at every kind of window.

use std::collections::{BTreeMap, BTreeSet};

use strum::IntoEnumIterator;
use tongquan::{
    Calendar, Region, Route, Scope, Source,
    case::{ReceiptStamp, Role},
    catalogue::{Circumstances, Ladder},
    oversight::{Accountability, AwardKind, DisputeKind, DisputedAct, Payer},
    route::Gap,
};

use super::Call;
use crate::{
    scenes::PLAYED,
    support::{OFFICE, day},
};

/// A source, and the items that cite it in an answer.
#[derive(Default)]
pub(super) struct Answers(BTreeMap<Source, BTreeSet<Call>>);

impl Answers {
    pub(super) fn on(&self, source: Source) -> impl Iterator<Item = &Call> {
        self.0.get(&source).into_iter().flatten()
    }

    fn cite(&mut self, by: &str, basis: &[Source]) {
        basis.iter().for_each(|it| _ = self.0.entry(*it).or_default().insert(by.into()));
    }

    fn of_route(&mut self, route: Route<'_>) {
        let on = day(2024, 3, 4);
        for line in route.sheet(on) {
            self.cite(&format!("route::Heading::{:?}", line.heading), &line.basis);
        }
        for act in DisputedAct::iter() {
            let it = Accountability::of(route, act);
            self.cite("oversight::Accountability::answers", it.answers().basis);
            for kind in DisputeKind::iter() {
                let appears = it.appears(kind, on).unwrap();
                appears.iter().for_each(|it| self.cite("oversight::Accountability::appears", it.basis));
                let last = kind.last_day(act, on, Calendar::built_in()).unwrap();
                last.iter().for_each(|it| self.cite("oversight::DisputeKind::last_day", it.basis));
            }
            for award in AwardKind::iter() {
                self.cite("oversight::Accountability::pays", it.pays(award).basis);
                let back = it.reimburses(award);
                back.iter().for_each(|it| self.cite("oversight::Accountability::reimburses", it.basis));
            }
        }
    }

    /// Where the lists alone are asked, and nobody chose: a route, or why there is none.
    fn of_lists(&mut self) {
        for item in OFFICE.catalogue().latest().items() {
            for (region, scope) in Region::all().flat_map(|it| [(it, Scope::WITHIN), (it, Scope::touching([it]))]) {
                match Route::of(item, region, scope) {
                    Ok(route) => self.of_route(route),
                    Err(why) => self.cite("route::NoRoute", why.basis()),
                }
            }
        }
    }

    fn of_cases(&mut self) {
        for it in PLAYED.iter() {
            let record = it.shots.last().unwrap().case.record();
            self.of_route(record.route());
            Role::iter().for_each(|role| self.cite("case::Record::basis", record.basis(role)));
            self.cite("oversight::Payer::of", Payer::of(&record.docket(), it.scene.office(), None).basis);
        }
    }

    fn of_ladders(&mut self) {
        let law = || Some("（虚构）某法".parse().unwrap());
        let item = OFFICE.catalogue().latest().annex_1(36).unwrap();
        for mix in 0..16 {
            let has = |bit: u8| mix >> bit & 1 == 1;
            let circumstances = Circumstances {
                lacking: law().filter(|_| has(0)),
                forbids_authorising: law().filter(|_| has(1)),
                forbids_entrusting: law().filter(|_| has(2)),
                window_feasible: has(3),
            };
            let ladder = Ladder::of(item, Region::Wenshang, &circumstances).unwrap();
            let rungs = ladder.passed().iter().chain([ladder.taken()]);
            rungs.for_each(|it| self.cite("catalogue::Ladder", it.basis));
        }
    }
}

pub(super) fn answers() -> Answers {
    let mut all = Answers::default();
    all.of_lists();
    all.of_cases();
    all.of_ladders();
    for gap in Gap::ALL {
        let name = format!("{gap:?}");
        all.cite(&format!("route::Gap::{}", name.split('(').next().unwrap()), gap.basis());
    }
    all.cite("case::ReceiptStamp", ReceiptStamp::BASIS);
    all
}
