//! What the types rule out: every step out of its order, and every way to make or read what only a judgement may make.
//!
//! The programs under `tests/compile` are refused by the compiler, in the words that stand beside them. Those words are of one toolchain, the
//! crate's own Rust 1.95; `TRYBUILD=overwrite cargo test --all-features --test it compile::` writes them anew, to be read before they are kept.

use std::{env, fs, path::Path, process::Command};

use serde::de::DeserializeOwned;
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Case, Journal, Record,
    case::{
        Docket, StageKind, Step, StepKind,
        stage::{self, Decision, Imprint, Outcome, SealUse},
        steps,
    },
    law::{Bench, Permit},
};

/// The same steps in their order: this compiles.
#[path = "../compile/pass/in_order.rs"]
#[allow(dead_code, reason = "it is there to compile")]
mod in_order;

/// Whether types have a trait, as the compiler sees it: a constant of the type itself, which asks for the trait, goes before that of every type.
macro_rules! have {
    ($Trait:path: $($Type:ty),+) => {{
        struct Asked<T>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "all types may have it")]
        trait Otherwise {
            const HAS: bool = false;
        }
        impl<T> Otherwise for Asked<T> {}
        #[allow(dead_code, reason = "and none may")]
        impl<T: $Trait> Asked<T> {
            const HAS: bool = true;
        }
        [$(Asked::<$Type>::HAS),+]
    }};
}

/// Every stage with every step, and whether that compiles.
macro_rules! pairs {
    ([$($Stage:ident)+] $steps:tt) => { [$(pairs!($Stage $steps)),+].concat() };
    ($Stage:ident [$($Step:ident)+]) => {
        [$((StageKind::$Stage, StepKind::$Step, have!(Step<stage::$Stage>: steps::$Step) == [true])),+]
    };
}

#[test]
fn a_step_compiles_at_exactly_the_stages_that_the_table_lists_it_for() {
    let pairs = pairs! {
        [Filed Correcting Accepted Suspended Decided Sealed Licensed Concluded Closed NotAccepted Withdrawn Lapsed]
        [CorrectOnSpot AskForCorrections HandInCorrections Accept NotAccept DeemAccepted Lapse PassOn TakeReviewStep Suspend
         Resume Extend Transfer DecideFavourably DecideUnfavourably AffixSeal AffixSealNo2 IssueLicence Deliver Report Push
         Acknowledge Close Withdraw]
    };
    for (stage, step, compiles) in &pairs {
        assert_eq!(*compiles, stage.arc(*step).is_some(), "{step} at {stage}");
    }
    assert_eq!(pairs.len(), StageKind::iter().count() * StepKind::iter().count());
}

/// What only a judgement may make, and every stage.
macro_rules! ask_of_all {
    ($Trait:path) => {
        have!($Trait:
            stage::Filed, stage::Correcting, stage::Accepted, stage::Suspended, stage::Decided, stage::Sealed,
            stage::Licensed, stage::Concluded, stage::Closed, stage::NotAccepted, stage::Withdrawn, stage::Lapsed,
            Case<stage::Filed>, Case<stage::Accepted>, Case<stage::Decided>, Case<stage::Sealed>, Case<stage::Closed>,
            Decision, Outcome, Imprint, SealUse, Record, Docket<'static>, Permit, Bench
        )
    };
}

#[test]
fn what_only_a_judgement_makes_is_neither_read_from_bytes_nor_made_from_nothing() {
    assert!(!ask_of_all!(DeserializeOwned).contains(&true));
    assert!(!ask_of_all!(Default).contains(&true));
    assert_eq!(have!(Default: AnyCase, Journal), [false, false]);
    // what a client sends and a store keeps is read, and judged
    assert_eq!(have!(DeserializeOwned: AnyStep, Journal, AnyCase), [true, true, true]);
}

#[test]
fn a_permit_permits_one_step() {
    assert_eq!(have!(Clone: Permit, Bench, Record), [false, false, true]);
}

/// The toolchain whose words stand beside the programs.
const TOOLCHAIN: &str = concat!("rustc ", env!("CARGO_PKG_RUST_VERSION"), ".");

const PROGRAMS: &str = "tests/compile";

/// Where copies of the programs are, without words.
const COPIES: &str = "TONGQUAN_COMPILE_COPIES";

#[test]
fn what_is_out_of_order_or_forged_does_not_compile() {
    let told = Command::new("rustc").arg("--version").output().unwrap();
    let version = String::from_utf8(told.stdout).unwrap();
    let folder = match env::var(COPIES) {
        Ok(copies) => copies,
        Err(_) if version.starts_with(TOOLCHAIN) => PROGRAMS.to_owned(),
        Err(_) => return in_other_words(&version),
    };
    let programs = trybuild::TestCases::new();
    programs.compile_fail(format!("{folder}/*.rs"));
    // where no words tell a harness under which nothing compiles, what does compile tells it
    if folder != PROGRAMS {
        programs.pass(format!("{PROGRAMS}/pass/in_order.rs"));
    }
}

/// Another toolchain has other words. There the programs are only held not to compile: copies of them, beside which it writes its own.
fn in_other_words(version: &str) {
    let version = version.trim_end();
    println!("{TOOLCHAIN}* worded what stands under tests/compile, and this is {version}: words are not compared");
    let copies = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile");
    let _ = fs::remove_dir_all(&copies);
    fs::create_dir_all(&copies).unwrap();
    for entry in fs::read_dir(PROGRAMS).unwrap() {
        let program = entry.unwrap().path();
        if program.extension().is_some_and(|it| it == "rs") {
            fs::copy(&program, copies.join(program.file_name().unwrap())).unwrap();
        }
    }
    let mut again = Command::new(env::current_exe().unwrap());
    again.args(["--exact", "compile::what_is_out_of_order_or_forged_does_not_compile"]);
    let told = again.env("TRYBUILD", "overwrite").env(COPIES, &copies).output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("1 passed; 0 failed"), "{told}");
}
