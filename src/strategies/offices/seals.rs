use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{begins, cast::Cast};
use crate::{
    body::Department,
    catalogue::{Edition, Key},
    place::Region,
    register::{
        Agreement, Circumstance, Ending, Ends, Items, Revision, SealEvent, SealId, SealState, SealStep, SealStepKind,
    },
    strategies::{
        days::after,
        luck::Luck,
        word::{mark, numbered, person, text},
    },
    text::{Mark, Person},
};

/// Agreements and Seals No. 2 so far.
#[derive(Default)]
pub(super) struct Seals {
    lives: BTreeMap<SealId, Life>,
    agreements: usize,
}

/// How a seal stands, and under which agreement it was or may be handed over.
struct Life {
    state: SealState,
    agreement: Mark,
    since: NaiveDate,
}

impl Seals {
    /// Of some departments in each region: an agreement, its seal, at times an electronic twin; and what happened to them.
    pub(super) fn add(&mut self, cast: &Cast, known: &Edition, to: &mut Revision, luck: &mut Luck) {
        for region in cast.regions.iter().copied() {
            for department in Department::all() {
                let in_review: Vec<Key> = known
                    .items()
                    .filter(|it| it.department() == Some(department) && it.is_in_review(region))
                    .map(|it| it.key().clone())
                    .collect();
                if !in_review.is_empty() && luck.chance(70) && cast.has(luck) {
                    self.agree(department, region, in_review, begins(to.recorded, true, luck), to, luck);
                }
            }
        }
    }

    fn agree(
        &mut self,
        department: Department,
        region: Region,
        in_review: Vec<Key>,
        from: NaiveDate,
        to: &mut Revision,
        luck: &mut Luck,
    ) {
        let few = 1 + luck.below(in_review.len());
        let items = if luck.chance(70) { Items::All } else { Items::Only(luck.some(&in_review, few)) };
        let until = luck.chance(15).then(|| after(from, luck.between(0, 900)));
        let agreement = self.sign(department, region, items, (from, until), to, luck);
        let cut = self.cut(department, None, agreement.clone(), from, to);
        let twin = luck.chance(35).then(|| self.cut(department, Some(cut.number), agreement, from, to));
        for seal in [Some(cut), twin].into_iter().flatten() {
            for _ in 0..luck.one(&[1, 1, 1, 1, 2, 3], 1) {
                self.goes_on(seal, after(from, luck.between(0, 30)), to, luck);
            }
        }
    }

    fn sign(
        &mut self,
        department: Department,
        region: Region,
        items: Items,
        (from, until): (NaiveDate, Option<NaiveDate>),
        to: &mut Revision,
        luck: &mut Luck,
    ) -> Mark {
        self.agreements += 1;
        let number = numbered("XY", self.agreements);
        let users: Vec<Person> = (1..=luck.between(1, 3)).map(|it| person("keeper", it)).collect();
        let circumstance = |code: &str, name: &str| Circumstance { code: mark(code), name: text(name) };
        let mut circumstances = vec![circumstance("decision", "对申请作出决定的文书")];
        if luck.chance(50) {
            circumstances.push(circumstance("certificate", "证书"));
        }
        let (custody, liability) = (text("专人专柜"), text("由用章单位承担"));
        to.agreements.push(Agreement {
            number: number.clone(),
            department,
            region,
            users,
            items,
            circumstances,
            custody,
            liability,
            from,
            until,
        });
        number
    }

    /// A new seal, by the next number of its department.
    fn cut(
        &mut self,
        department: Department,
        twin_of: Option<u16>,
        agreement: Mark,
        on: NaiveDate,
        to: &mut Revision,
    ) -> SealId {
        let of_it = self.lives.keys().filter(|it| it.department == department);
        let number = of_it.map(|it| it.number).max().map_or(1, |it| it.saturating_add(1));
        let seal = SealId { department, number };
        to.seals.push(SealEvent { seal, on, event: SealStep::Cut { twin_of } });
        self.lives.insert(seal, Life { state: SealState::NotHandedOver, agreement, since: on });
        seal
    }

    /// What can happen to it next, happens.
    fn goes_on(&mut self, seal: SealId, on: NaiveDate, to: &mut Revision, luck: &mut Luck) {
        let Some(life) = self.lives.get_mut(&seal) else { return };
        let can: Vec<SealStepKind> = SealState::events(Some(life.state)).collect();
        let weight = |it: &SealStepKind| match it {
            SealStepKind::HandedOver | SealStepKind::Restored => 12,
            SealStepKind::Suspended => 3,
            SealStepKind::Withdrawn => 2,
            SealStepKind::Lost => 1,
            // the one agreement that there is runs on
            SealStepKind::Cut | SealStepKind::Renewed => 0,
        };
        let Some(kind) = luck.weighed(&can, weight).copied() else { return };
        let Some(state) = SealState::after(Some(life.state), kind) else { return };
        let reason = text("核查");
        let event = match kind {
            SealStepKind::HandedOver => SealStep::HandedOver { agreement: life.agreement.clone() },
            SealStepKind::Suspended => SealStep::Suspended { reason },
            SealStepKind::Restored => SealStep::Restored { reason },
            SealStepKind::Withdrawn => SealStep::Withdrawn { reason },
            SealStepKind::Lost => SealStep::Lost { reason },
            SealStepKind::Cut | SealStepKind::Renewed => return,
        };
        let on = on.max(life.since);
        (life.state, life.since) = (state, on);
        to.seals.push(SealEvent { seal, on, event });
    }

    /// Something happens to some of them.
    pub(super) fn later(&mut self, to: &mut Revision, luck: &mut Luck) {
        let seals: Vec<SealId> = self.lives.keys().copied().collect();
        for seal in luck.those(&seals, 15) {
            self.goes_on(seal, to.recorded, to, luck);
        }
    }

    /// A seal goes on under a new agreement, where its old one ends.
    pub(super) fn renew(&mut self, before: &[Revision], to: &mut Revision, luck: &mut Luck) {
        let signed: Vec<Agreement> = before.iter().flat_map(|it| &it.agreements).cloned().collect();
        let Some(old) = luck.pick(&signed) else { return };
        let ends = Ends::Agreement(old.number.clone());
        let last = to.recorded.pred_opt().unwrap_or(to.recorded);
        to.endings.push(Ending { ends, last, reason: text("续签") });
        let new = self.sign(old.department, old.region, old.items.clone(), (to.recorded, None), to, luck);
        for (seal, life) in self.lives.iter_mut().filter(|(_, it)| it.agreement == old.number) {
            if SealState::after(Some(life.state), SealStepKind::Renewed).is_some() && life.since <= to.recorded {
                let event = SealStep::Renewed { agreement: new.clone() };
                to.seals.push(SealEvent { seal: *seal, on: to.recorded, event });
                life.since = to.recorded;
            }
            life.agreement = new.clone();
        }
    }
}
