//! The work whose instructions and allocations are budgeted (`../budget.csv`): the tests count its allocations, `../peers` its instructions.

#![allow(clippy::expect_used, clippy::panic, dead_code, reason = "a count stops when its courses do not fit")]

use std::hint::black_box;

use tongquan::{
    AnyCase, AnyStep, Case, Edition, Journal, Key, Region, Route, Rule, Scope, Stamp, Venue,
    case::{StepKind as By, stage::Correcting, steps::Accept},
};

use super::{
    answers::{of_an_office, read},
    courses::{Asked, Course, OFFICE},
};

/// Made before it is counted, and done once. What it makes is kept until after the count.
pub(crate) struct Budgeted {
    pub(crate) name: &'static str,
    /// Of how many answers, steps or cases it is.
    pub(crate) of: usize,
    pub(crate) make: fn() -> Box<dyn FnMut()>,
}

pub(crate) const ALL: [Budgeted; 10] = [
    Budgeted { name: "route of the list", of: 61 * Region::COUNT, make: routes },
    Budgeted { name: "route of an office", of: 61 * Region::COUNT, make: routes_of_an_office },
    Budgeted { name: "step taken", of: 1, make: || step(Comes::InTime) },
    Budgeted { name: "step refused", of: 1, make: || step(Comes::Backdated) },
    Budgeted { name: "step refused with a list", of: 1, make: || step(Comes::Early) },
    Budgeted { name: "course: direct", of: 1, make: || course(Course::Direct) },
    Budgeted { name: "course: window", of: 1, make: || course(Course::Window) },
    Budgeted { name: "course: review", of: 1, make: || course(Course::Review) },
    Budgeted { name: "course: intake", of: 1, make: || course(Course::Intake) },
    Budgeted { name: "replay: review", of: 1, make: replay },
];

/// What a piece of work may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    pub(crate) name: &'static str,
    pub(crate) instructions: u64,
    pub(crate) allocations: u64,
}

/// What `../budget.csv` allows.
pub(crate) fn budget() -> impl Iterator<Item = Budget> {
    include_str!("../budget.csv").lines().skip(1).map(|row| {
        let number = |it: &str| it.parse().expect("a count");
        let [name, instructions, allocations] = row.split(',').collect::<Vec<_>>()[..] else { panic!("{row}") };
        Budget { name, instructions: number(instructions), allocations: number(allocations) }
    })
}

fn kept<I: 'static, O: 'static>(input: I, work: fn(I) -> O) -> Box<dyn FnMut()> {
    let (mut input, mut output) = (Some(input), None);
    Box::new(move || {
        if let Some(input) = input.take() {
            output = Some(black_box(work(input)));
        }
        black_box(&output);
    })
}

fn routes() -> Box<dyn FnMut()> {
    kept((), |()| {
        for item in Edition::built_in().items().take(61) {
            for region in Region::all() {
                read(&Route::of(black_box(item), region, Scope::WITHIN).expect("annex 1 has a route everywhere"));
            }
        }
    })
}

fn routes_of_an_office() -> Box<dyn FnMut()> {
    let keys: Vec<Key> = (1..=61).map(Key::Annex1).collect();
    // read before it is counted
    black_box(&*OFFICE);
    kept(keys, |keys| {
        for item in &keys {
            for region in Region::all() {
                read(&of_an_office(&OFFICE, item, (region, Scope::WITHIN), Some(&Venue::Online)));
            }
        }
        keys
    })
}

/// When an acceptance comes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Comes {
    /// Before a paper that was asked for: refused for one reason, which lists what is missing.
    Early,
    /// After it, and dated before it: refused for one reason, which lists nothing.
    Backdated,
    /// After it.
    InTime,
}

impl Comes {
    pub(crate) const ALL: [Self; 3] = [Self::Early, Self::Backdated, Self::InTime];

    /// Each is refused for what it is to be refused for, and the typed ones as those that are told apart at run time.
    pub(crate) fn check() {
        for comes in Self::ALL {
            let (case, accept, stamp) = comes.next();
            let told = case.apply(accept, stamp, &OFFICE).map_err(|back| back.why);
            let (case, accept, stamp) = comes.typed();
            assert_eq!(case.apply(accept, stamp, &OFFICE).map(AnyCase::from).map_err(|back| back.why), told);
            let rules: Vec<Rule> = told.err().iter().flat_map(|why| why.objections()).map(|it| it.rule).collect();
            assert_eq!(rules, comes.refused_for());
        }
    }

    fn refused_for(self) -> Vec<Rule> {
        match self {
            Self::Early => vec![Rule::PapersComplete],
            Self::Backdated => vec![Rule::TimeRunsForward],
            Self::InTime => vec![],
        }
    }

    /// The acceptance, with the case that it is asked of.
    pub(crate) fn next(self) -> (AnyCase, AnyStep, Stamp) {
        let Asked { file, filed, steps } = Course::Review.read();
        let last = if matches!(self, Self::Early) { By::HandInCorrections } else { By::Accept };
        let (accept, mut stamp) = steps.iter().find(|it| it.0.kind() == By::Accept).expect("it is accepted").clone();
        if matches!(self, Self::Backdated) {
            stamp.at = filed.at;
        }
        let mut case = AnyCase::file(file, filed, &OFFICE).expect("a lawful filing");
        for (step, stamp) in steps.into_iter().take_while(|it| it.0.kind() != last) {
            case = case.apply(step, stamp, &OFFICE).expect("a lawful step");
        }
        (case, accept, stamp)
    }

    /// The same with the stage known.
    pub(crate) fn typed(self) -> (Case<Correcting>, Accept, Stamp) {
        let (case, AnyStep::Accept(accept), stamp) = self.next() else { panic!("it accepts") };
        (Case::try_from(case).expect("papers are asked for"), accept, stamp)
    }
}

fn step(comes: Comes) -> Box<dyn FnMut()> {
    kept(comes.next(), |(case, step, stamp)| case.apply(step, stamp, &OFFICE))
}

fn course(it: Course) -> Box<dyn FnMut()> {
    black_box(&*OFFICE);
    kept(it.read(), Asked::taken)
}

fn replay() -> Box<dyn FnMut()> {
    let journal: Journal = serde_json::from_str(Course::Review.text()).expect("a journal");
    kept(journal, AnyCase::replay)
}
