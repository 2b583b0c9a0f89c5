//! Which agreement carries a use: random histories of agreements, their endings, and one seal that goes from hand to hand.

use chrono::{Days, NaiveDate};
use tongquan::{
    Department, Key, Kind, Office, Region,
    register::{Ending, Ends, Items, Revision, SealEvent, SealId, SealStep},
};

use crate::{model::seal::carrying, seal_life::agreement, support::day};

const SEAL: SealId = SealId { department: Department::Commerce, number: 3 };
const REGIONS: [Region; 2] = [Region::Wenshang, Region::Liangshan];
const DAYS: u64 = 24;

fn nth(at: u64) -> NaiveDate {
    day(2022, 3, 1) + Days::new(at)
}

/// xorshift: the same histories every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// Region, items, and every last day with the revision that told it.
type Signed = (Region, Vec<Key>, Vec<(u32, NaiveDate)>);

/// A plain account of what was recorded, kept beside the office.
#[derive(Default)]
struct Account {
    agreements: Vec<Signed>,
    /// Day, revision, and the agreement by its position above.
    held: Vec<(NaiveDate, u32, usize)>,
}

impl Account {
    /// The agreements of the present holder since it took the seal over: from when the seal was held under each until it was held under another,
    /// or that one's last day. An agreement on other items may outlive the renewal under a later one; the seal does not go back to it.
    fn spans(&self, used: NaiveDate, revision: u32) -> Vec<Span> {
        let begun: Vec<_> = self.held.iter().filter(|it| it.0 <= used && it.1 <= revision).collect();
        let region = |at: usize| self.agreements[at].0;
        let Some(holder) = begun.last().map(|it| region(it.2)) else { return vec![] };
        let mut own: Vec<_> = begun.iter().rev().take_while(|it| region(it.2) == holder).collect();
        own.reverse();
        let until = |at: usize| self.agreements[at].2.iter().filter(|it| it.0 <= revision).map(|it| it.1).next_back();
        let replaced = |at: usize| own.get(at + 1).map(|it| it.0.pred_opt().unwrap());
        let last = |at: usize, agreement| until(agreement).into_iter().chain(replaced(at)).min();
        own.iter().enumerate().map(|(at, it)| (it.2, it.0, last(at, it.2))).collect()
    }
}

/// An agreement by its position, and the days on which the seal was held under it.
type Span = (usize, NaiveDate, Option<NaiveDate>);

fn number(at: usize) -> String {
    format!("XY-{at}")
}

/// A wish for the next revision: rows that may or may not be lawful.
fn wish(dice: &mut Dice, today: u64, account: &Account) -> (Revision, Account) {
    let mut next = Revision::on(nth(today));
    let mut meant = Account { agreements: account.agreements.clone(), held: account.held.clone() };
    let revision = 0; // set by who records it
    let any = |dice: &mut Dice, of: usize| usize::try_from(dice.below(of as u64)).unwrap();
    for _ in 0..=dice.below(2) {
        match dice.below(6) {
            0 | 1 => {
                let region = REGIONS[any(dice, 2)];
                let keys: Vec<Key> = [vec!["A1-37"], vec!["A1-38"], vec!["A1-37", "A1-38"]][any(dice, 3)]
                    .iter()
                    .map(|it| it.parse().unwrap())
                    .collect();
                let from = nth(today + dice.below(3));
                let items = Items::Only(keys.clone());
                let mut row = agreement(&number(meant.agreements.len()), SEAL.department, region, items, from);
                row.until = (dice.below(2) == 0).then(|| from + Days::new(dice.below(6)));
                meant.agreements.push((region, keys, row.until.map(|it| (revision, it)).into_iter().collect()));
                next.agreements.push(row);
            }
            2 if !meant.agreements.is_empty() => {
                let at = any(dice, meant.agreements.len());
                let last = nth(today + dice.below(4)).pred_opt().unwrap();
                meant.agreements[at].2.push((revision, last));
                let ends = Ends::Agreement(number(at).parse().unwrap());
                next.endings.push(Ending { ends, last, reason: "（虚构）提前终止".parse().unwrap() });
            }
            3 if !meant.agreements.is_empty() => {
                let on = nth(today + dice.below(2));
                next.seals.push(SealEvent {
                    seal: SEAL,
                    on,
                    event: SealStep::Withdrawn { reason: "收回".parse().unwrap() },
                });
            }
            _ if !meant.agreements.is_empty() => {
                let at = meant.agreements.len() - 1 - any(dice, meant.agreements.len().min(3));
                let on = nth(today + dice.below(3));
                let agreement = number(at).parse().unwrap();
                let hand = dice.below(2) == 0;
                let event = if hand { SealStep::HandedOver { agreement } } else { SealStep::Renewed { agreement } };
                next.seals.push(SealEvent { seal: SEAL, on, event });
                meant.held.push((on, revision, at));
            }
            _ => (),
        }
    }
    (next, meant)
}

/// A history of what was lawful among many wishes, with its account.
fn history(dice: &mut Dice) -> (Office, Account) {
    let cut = SealEvent { seal: SEAL, on: nth(0), event: SealStep::Cut { twin_of: None } };
    let mut office = Office::new(vec![Revision { seals: vec![cut], ..Revision::on(nth(0)) }]).unwrap();
    let mut account = Account::default();
    for today in 0..DAYS {
        for _ in 0..3 {
            let (next, mut meant) = wish(dice, today, &account);
            let Ok(grown) = office.record(&next) else { continue };
            let revision = u32::try_from(grown.revisions().len()).unwrap();
            let ends = meant.agreements.iter_mut().flat_map(|it| &mut it.2).map(|it| &mut it.0);
            let holds = meant.held.iter_mut().map(|it| &mut it.1);
            ends.chain(holds).filter(|it| **it == 0).for_each(|it| *it = revision);
            // told ahead, a hand-over may be overtaken by the end of its agreement: left out here
            let overtaken = |(on, _, at): &(NaiveDate, u32, usize)| meant.agreements[*at].2.iter().any(|it| it.1 < *on);
            if meant.held.iter().any(overtaken) {
                continue;
            }
            (office, account) = (grown, meant);
        }
    }
    (office, account)
}

#[test]
fn the_agreement_that_carries_a_use_is_the_models_on_every_day_of_random_histories() {
    let mut dice = Dice(0x2021_0630);
    let (mut carried, mut none, mut running_off, mut others) = (0, 0, 0, 0);
    for _ in 0..150 {
        let (office, account) = history(&mut dice);
        for used in 0..DAYS + 4 {
            let (used, day) = (nth(used), used);
            let known = [office.now(), office.on(used)];
            for registers in known {
                let spans = account.spans(used, registers.revision());
                let plain: Vec<_> = spans.iter().map(|it| (it.1, it.2)).collect();
                // one that some agreements cover, and one that none does, of which is told under which it is asked
                let filings = (0..=day).map(nth).flat_map(|filed| ["A1-37", "A1-39"].map(|item| (filed, item)));
                for (filed, item) in filings {
                    let item: Key = item.parse().unwrap();
                    let record = registers.seal_record(SEAL, &item, Kind::OtherPower, used, filed);
                    // one that covers the item goes before one that only carries the case (S11: it waits for a seal)
                    let covers = |at: &usize| account.agreements[*at].1.contains(&item);
                    let covering: Vec<_> = spans.iter().filter(|it| covers(&it.0)).copied().collect();
                    let dates: Vec<_> = covering.iter().map(|it| (it.1, it.2)).collect();
                    let covering = carrying(&dates, used, filed).map(|at| covering[at].0);
                    // one on other items did not end it: the seal still serves the cases of both
                    let open = |at: usize| {
                        let known = account.agreements[at].2.iter().filter(|it| it.0 <= registers.revision());
                        known.map(|it| it.1).next_back().is_none_or(|last| filed <= last)
                    };
                    let beside = spans.iter().rev().map(|it| it.0).find(|at| covers(at) && open(*at));
                    let expected = covering.or(beside).or_else(|| carrying(&plain, used, filed).map(|at| spans[at].0));
                    let told = format!("used {used} filed {filed} revision {}: {spans:?}", registers.revision());
                    let record = record.unwrap();
                    assert_eq!(record.agreement.as_ref().map(|it| it.to_string()), expected.map(number), "{told}");
                    match expected {
                        Some(at) => {
                            let (region, keys, ..) = &account.agreements[at];
                            assert_eq!(record.region, Some(*region), "{told}");
                            assert_eq!(record.covers_item, keys.contains(&item), "{told}");
                            assert_eq!((record.users.len(), record.circumstances.len()), (1, 1), "{told}");
                            carried += 1;
                            running_off +=
                                usize::from(spans.iter().any(|it| it.0 == at && it.2.is_some_and(|last| last < used)));
                            others += usize::from(spans.last().is_some_and(|it| it.0 != at));
                        }
                        None => {
                            assert!(!record.covers_item && record.users.is_empty() && record.circumstances.is_empty());
                            none += 1;
                        }
                    }
                }
            }
        }
    }
    let told = format!("{carried} {none} {running_off} {others}");
    assert!(carried > 90_000 && none > 20_000 && running_off > 50_000 && others > 14_000, "{told}");
}
