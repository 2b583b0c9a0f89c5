//! Which choice speaks: small sets of choices enumerated whole, in one revision and in several, against the model.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use tongquan::{
    Key, Kind, Office, Place, Question, Region, Rule, Scope, Unit, UnitKind, Venue,
    place::Township,
    register::{Choice, Items, Registers, Revision, TownshipDesk},
    route::{AskError, ChosenWay, NoRoute, Supervision},
};

use super::{items, mark};
use crate::{
    model::township::{Choice as Plain, Spoken, spoken},
    support::day,
};

const REGION: Region = Region::Wenshang;
const OTHER: Region = Region::Liangshan;

/// A township named by some choices, and one that others name.
fn townships(region: Region) -> [Township; 2] {
    let mut run = Township::all().filter(|it| it.managing_region().0 == region);
    [run.next().unwrap(), run.next().unwrap()]
}

/// The days are told to the model as days of one July.
fn july(on: i64) -> NaiveDate {
    day(2021, 7, u32::try_from(on).unwrap())
}

/// A choice, told shortly.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    region: Region,
    items: Items,
    from: i64,
    /// Which of the region's two.
    townships: Vec<usize>,
}

impl Told {
    /// As a row; the body tells which choice it is.
    fn row(&self, at: usize) -> Choice {
        let desk = |it: &usize| TownshipDesk { township: townships(self.region)[*it], body: body(self.region, at).id };
        Choice {
            region: self.region,
            items: self.items.clone(),
            from: july(self.from),
            way: ChosenWay::Direct,
            townships: self.townships.iter().map(desk).collect(),
            supervision: Supervision::NOBODY,
        }
    }

    /// As the model has it: every item by its name.
    fn plain(&self) -> Plain {
        Plain {
            region: self.region.label(),
            items: items().filter(|it| self.items.covers(*it)).map(|it| it.name()).collect(),
            from: self.from,
            townships: self.townships.iter().map(|it| townships(self.region)[*it].name()).collect::<BTreeSet<_>>(),
        }
    }

    /// Whether one revision may not say both.
    fn says_the_same(&self, other: &Self) -> bool {
        let same = match (&self.items, &other.items) {
            (Items::Only(mine), Items::Only(theirs)) => mine.iter().any(|it| theirs.contains(it)),
            (mine, theirs) => mine == theirs,
        };
        same && (self.region, self.from) == (other.region, other.from)
    }
}

fn body(region: Region, choice: usize) -> Unit {
    let id = mark(&format!("{}-{choice}", region as usize));
    Unit { id, region, kind: UnitKind::Township, name: "某镇（虚构）".parse().unwrap() }
}

fn only(numbers: &[u8]) -> Items {
    Items::Only(numbers.iter().map(|it| Key::Annex2(*it)).collect())
}

/// Every mixture of these.
fn every(regions: &[Region], items: &[Items], days: &[i64], townships: &[&[usize]]) -> Vec<Told> {
    let mut all = Vec::new();
    for region in regions {
        for items in items {
            for from in days {
                for named in townships {
                    let (items, townships) = (items.clone(), named.to_vec());
                    all.push(Told { region: *region, items, from: *from, townships });
                }
            }
        }
    }
    all
}

/// An office in which each revision, of one day after the other from the first of the month, records some of the choices in turn.
fn office(by_revision: &[&[Told]]) -> Result<Office, tongquan::law::Faults> {
    let (mut revisions, mut at) = (Vec::new(), 0);
    for (number, choices) in (1..).zip(by_revision) {
        let mut rows = Revision::on(july(number));
        for choice in *choices {
            rows.choices.push(choice.row(at));
            at += 1;
        }
        if number == 1 {
            let all = by_revision.iter().map(|it| it.len()).sum();
            rows.units = [REGION, OTHER].into_iter().flat_map(|it| (0..all).map(move |at| body(it, at))).collect();
        }
        revisions.push(rows);
    }
    Office::new(revisions)
}

/// What the registers say, in the model's words.
fn told(registers: Registers<'_>, item: &Key, place: Place, on: i64) -> Spoken {
    let asked = Question { item, place, scope: Scope::WITHIN, venue: Some(&Venue::Online), day: july(on) };
    match registers.route(&asked) {
        Ok(route) => {
            let body = route.decision().is.to_body().unwrap();
            let tongquan::Body::Unit(unit) = body else { panic!("a unit") };
            Spoken::Choice(unit.id.as_str().rsplit('-').next().unwrap().parse().unwrap())
        }
        Err(AskError::NoRoute(NoRoute::RegionMustChoose { .. })) => Spoken::MustChoose,
        Err(AskError::NoRoute(NoRoute::ChosenFrom { from, .. })) if july(on) < from => Spoken::MustChoose,
        Err(AskError::NoRoute(NoRoute::NotChosenThere { township: None, .. })) => Spoken::NameTheTownship,
        Err(AskError::NoRoute(NoRoute::NotChosenThere { .. })) => Spoken::NotChosenThere,
        Err(other) => panic!("{other}"),
    }
}

/// Whatever is asked of these choices, registers and model say the same; and how often they did.
#[track_caller]
fn agree(registers: Registers<'_>, choices: &[Told], regions: &[Region], days: &[i64]) -> usize {
    let plain: Vec<Plain> = choices.iter().map(Told::plain).collect();
    let mut asked = 0;
    for item in items().filter(|it| matches!(it.key(), Key::Annex2(1 | 2 | 8))) {
        for region in regions {
            let named = townships(*region).map(|it| (Place::from(it), Some(it)));
            for (place, township) in [(Place::from(*region), None)].into_iter().chain(named) {
                for on in days {
                    let model = spoken(&plain, item.name(), region.label(), township.map(Township::name), *on);
                    let got = told(registers, item.key(), place, *on);
                    assert_eq!(got, model, "{item} in {place} on {on}: {choices:?}");
                    asked += 1;
                }
            }
            // whom the choice names is told with the item alone
            for on in days {
                let speaks: BTreeSet<&str> =
                    registers.chosen(item, *region, july(*on)).map(|it| it.township.name()).collect();
                let model: BTreeSet<&str> = townships(*region)
                    .map(Township::name)
                    .into_iter()
                    .filter(|it| {
                        matches!(spoken(&plain, item.name(), region.label(), Some(it), *on), Spoken::Choice(_))
                    })
                    .collect();
                assert_eq!(speaks, model);
            }
        }
    }
    asked
}

const NAMED: [&[usize]; 3] = [&[0], &[1], &[0, 1]];

fn kinds() -> Vec<Items> {
    vec![
        Items::All,
        Items::OfKind(Kind::Licence),
        Items::OfKind(Kind::PublicService),
        Items::OfKind(Kind::Confirmation),
        only(&[1]),
        only(&[1, 8]),
    ]
}

#[test]
fn of_any_two_choices_the_one_speaks_that_the_model_names_recorded_at_once_or_one_after_the_other() {
    let all = every(&[REGION], &kinds(), &[10, 20], &NAMED);
    let (mut asked, mut refused) = (0, 0);
    let days = [9, 10, 20];
    for first in &all {
        for second in &all {
            let both = [first.clone(), second.clone()];
            match office(&[&both]) {
                Ok(office) => {
                    assert!(!first.says_the_same(second), "{both:?}");
                    asked += agree(office.now(), &both, &[REGION], &days);
                }
                Err(why) => {
                    assert!(first.says_the_same(second), "{both:?}: {why}");
                    let rules: Vec<Rule> = why.all().iter().map(|it| it.objection.rule).collect();
                    assert_eq!((rules, &*why.all()[0].path), (vec![Rule::RowSaidOnce], "[0].choices[1]"));
                    refused += 1;
                }
            }
            let later = office(&[&both[..1], &both[1..]]).unwrap();
            asked += agree(later.now(), &both, &[REGION], &days);
        }
    }
    // the same day, and the same items: each of six with itself, and the two lists with each other, in any townships
    assert_eq!(refused, 2 * (6 + 2) * 9);
    assert_eq!(asked, (2 * 36 * 36 - refused) * 3 * 3 * days.len());
}

#[test]
fn of_any_three_choices_in_turn_each_revision_knows_those_recorded_by_then_and_no_other() {
    let all = every(&[REGION], &[Items::All, Items::OfKind(Kind::Licence), only(&[1, 8])], &[10, 20], &NAMED[..2]);
    let mut asked = 0;
    for first in &all {
        for second in &all {
            for third in &all {
                let three = [first.clone(), second.clone(), third.clone()];
                let office = office(&[&three[..1], &three[1..2], &three[2..]]).unwrap();
                for known in 1..=3 {
                    let then = office.as_of(known, july(i64::from(known))).unwrap();
                    asked += agree(then, &three[..known as usize], &[REGION], &[9, 10, 20]);
                }
            }
        }
    }
    assert_eq!(asked, 12 * 12 * 12 * 3 * 3 * 3 * 3);
}

#[test]
fn a_region_never_speaks_for_another() {
    let all = every(&[REGION, OTHER], &[Items::All, only(&[1])], &[10, 20], &NAMED);
    let mut asked = 0;
    for first in all.iter().filter(|it| it.region == REGION) {
        for second in all.iter().filter(|it| it.region == OTHER) {
            let both = [first.clone(), second.clone()];
            // what another region chooses is another thing
            asked += agree(office(&[&both]).unwrap().now(), &both, &[REGION, OTHER], &[9, 10, 20]);
        }
    }
    assert_eq!(asked, 12 * 12 * 3 * 2 * 3 * 3);
}
