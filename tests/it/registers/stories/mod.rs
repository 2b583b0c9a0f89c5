//! One story for each way to break a rule: what is put at one place breaks it, what else is put there keeps it.

mod bodies;
mod ceilings;
mod choices;
mod duties;
mod every;
mod experts;
mod given;
mod lists;
mod people;
mod seals;
mod standards;
mod terms;

use serde_json::{Value, json};
use tongquan::{
    Department, Key, Modality, Region, Rule,
    law::Fact,
    register::{SealState, SealStepKind},
    route::Tier,
};

use super::{
    add, agreement, amendment, change, choice, event, evidence, handbook, item_of_the_city, mark, opinion, parsed, put,
    with,
};

pub(super) struct Story {
    pub(super) rule: Rule,
    /// What is changed in the small office before.
    pub(super) set: fn(&mut Value),
    /// Where the two differ.
    pub(super) at: &'static str,
    pub(super) broken: Value,
    pub(super) kept: Value,
    /// What is told.
    pub(super) path: &'static str,
    pub(super) expected: Fact,
    pub(super) got: Fact,
}

/// Told of a rule at a place: what breaks it, what keeps it; where it is told, what was expected, what was there.
fn story(
    rule: Rule,
    set: fn(&mut Value),
    (at, broken, kept): (&'static str, Value, Value),
    (path, expected, got): (&'static str, Fact, Fact),
) -> Story {
    Story { rule, set, at, broken, kept, path, expected, got }
}

const fn as_it_is(_: &mut Value) {}

/// The seals rest as the first revision left them.
fn seals_rest(file: &mut Value) {
    put(file, "/1/seals", json!([]));
}

fn day(text: &str) -> Fact {
    Fact::Day(parsed(text))
}

fn the(text: &str) -> Fact {
    Fact::Mark(mark(text))
}

fn key(text: &str) -> Fact {
    Fact::from(&parsed::<Key>(text))
}

/// An item of the list, of which these are near.
fn names(names: &[&str]) -> Fact {
    near("清单所列事项", "an item of the list", names)
}

/// A body on record, of which these are near.
fn on_record(ids: &[&str]) -> Fact {
    near("已登记的单位", "a body on record", ids)
}

fn near(zh: &str, en: &str, names: &[&str]) -> Fact {
    let quoted: Vec<String> = names.iter().map(|it| format!("“{it}”")).collect();
    Fact::Told {
        zh: format!("{zh}（相近的有{}）", quoted.join("、")),
        en: format!("{en} (near it: {})", names.join(", ")),
    }
}

fn list<const N: usize>(facts: [Fact; N]) -> Fact {
    Fact::List(facts.into())
}

fn told(zh: &str, en: &str) -> Fact {
    Fact::Told { zh: zh.to_owned(), en: en.to_owned() }
}

/// A span of days.
fn from_until(from: &str, until: &str) -> Fact {
    told(&format!("{from}至{until}"), &format!("{from} to {until}"))
}

fn from_on(from: &str) -> Fact {
    told(&format!("{from}起"), &format!("from {from} on"))
}

fn seal(number: u16) -> Fact {
    seal_of("市交通运输局", "Transport", number)
}

fn seal_of(zh: &str, en: &str, number: u16) -> Fact {
    told(&format!("{zh}2号章第{number}号"), &format!("Seal No. 2, number {number} of the Municipal Bureau of {en}"))
}

const NOTHING: Fact = Fact::Nothing;
const ONCE: Fact = Fact::Term { zh: "每项一次", en: "each once" };
const SOME: Fact = Fact::Term { zh: "至少一项", en: "at least one" };

pub(super) fn stories() -> Vec<Story> {
    [
        every::rows(),
        every::numbers(),
        every::spans(),
        every::lists(),
        every::items(),
        bodies::bodies(),
        bodies::authorities(),
        seals::agreements(),
        seals::seals(),
        people::advisers(),
        lists::in_order(),
        lists::changes(),
        lists::fits(),
        lists::items(),
        given::numbers(),
        given::names_apart(),
        lists::once(),
        terms::exceptions(),
        terms::hearings(),
        terms::checks(),
        terms::by_edition(),
        ceilings::ceilings(),
        ceilings::endings(),
        choices::choices(),
        choices::townships(),
        choices::bodies(),
        choices::seats(),
        duties::rows(),
        experts::experts(),
        standards::alone(),
        standards::in_line(),
        standards::years(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
