//! A story of a rule: what breaks it and what keeps it, alike but for that, as it was run; and which public item said so.

use std::{any::type_name, fmt, ops::Deref};

use tongquan::{
    Refusal, Rule,
    case::StepKind,
    law::Fault,
    oversight::{Dossier, Matter},
};

/// A public item that refuses, by its path in the crate: a step, what opens a matter, a list of the registers, or the call itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Call(pub(crate) String);

impl Call {
    pub(crate) fn step(kind: StepKind) -> Self {
        Self(format!("case::steps::{kind:?}"))
    }

    /// What a matter is opened with.
    pub(crate) fn opening<M: Matter>() -> Self {
        Self(public::<M::Opening>())
    }

    /// What is done in a matter.
    pub(crate) fn of_matter<M: Matter>(step: &M::Step) -> Self {
        let told = format!("{step:?}");
        let variant = told.split([' ', '{', '(']).next().unwrap();
        Self(format!("{}::{variant}", public::<M::Step>()))
    }

    /// The list of a revision in which a fault lies.
    pub(crate) fn list(fault: &Fault) -> Self {
        let row = fault.path.split_once("].").unwrap().1;
        Self(format!("register::Revision::{}", row.split(['[', '.']).next().unwrap()))
    }
}

impl From<&str> for Call {
    fn from(path: &str) -> Self {
        Self(path.to_owned())
    }
}

/// A type by the module of the crate that gives it out.
fn public<T>() -> String {
    let names: Vec<&str> = type_name::<T>().split("::").collect();
    format!("{}::{}", names[1], names[names.len() - 1])
}

/// A refusal, and what refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) why: Refusal,
    pub(crate) by: Call,
}

impl Refused {
    pub(crate) fn by(by: impl Into<Call>, why: Refusal) -> Self {
        Self { why, by: by.into() }
    }
}

impl Deref for Refused {
    type Target = Refusal;
    fn deref(&self) -> &Refusal {
        &self.why
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

/// What a story says: the reasons of the one that breaks a rule, and how its twin ended that keeps it, alike but for that.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) rule: Rule,
    pub(crate) broken: Refused,
    pub(crate) kept: Result<(), Refused>,
}

impl Story {
    #[track_caller]
    pub(crate) fn told<A: fmt::Debug, B>(rule: Rule, broken: Result<A, Refused>, kept: Result<B, Refused>) -> Self {
        Self { rule, broken: broken.unwrap_err(), kept: kept.map(drop) }
    }

    /// Of two ways to open a matter, or to go on with it.
    #[track_caller]
    pub(crate) fn of<M: Matter>(
        rule: Rule,
        broken: Result<Dossier<M>, Refused>,
        kept: Result<Dossier<M>, Refused>,
    ) -> Self {
        Self::told(rule, broken, kept)
    }
}

/// What running a story showed: which rules its breach was refused by, where, and whether its twin was accepted.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) rule: Rule,
    pub(crate) by: Vec<Call>,
    pub(crate) broken: Vec<Rule>,
    pub(crate) kept: bool,
}

impl Shown {
    /// By the faults of data.
    pub(crate) fn of(rule: Rule, by: Vec<Call>, broken: &[Fault], kept: bool) -> Self {
        Self { rule, by, broken: broken.iter().map(|it| it.objection.rule).collect(), kept }
    }
}

impl From<&Story> for Shown {
    fn from(it: &Story) -> Self {
        let broken = it.broken.objections().iter().map(|it| it.rule).collect();
        Self { rule: it.rule, by: vec![it.broken.by.clone()], broken, kept: it.kept.is_ok() }
    }
}
