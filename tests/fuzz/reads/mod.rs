//! 读入: everything that comes in as bytes, and what must hold of it, whoever wrote it. Fuzz targets ask it of what a fuzzer makes up, the tests of what
//! fuzzers have made up so far: the same questions, in the same words.

mod actions;
mod beside;
mod catalogue;
mod dossiers;
mod given;
mod journal;
mod line;
mod plain_log;
mod population;
mod questions;
mod registers;
mod texts;

use std::fmt::{Debug, Display};

use serde::{Serialize, de::DeserializeOwned};

pub(crate) use self::{
    actions::actions, beside::beside, catalogue::catalogue, journal::journal, line::input, plain_log::plain_log,
    registers::registers, texts::texts,
};

/// What became of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is not of the form.
    Unread,
    /// It is of the form, and the rules refuse it.
    Refused,
    /// It is taken.
    Taken,
}

/// A byte that no JSON begins with: what follows it is postcard.
pub(crate) const POSTCARD: u8 = 0;

/// What stands in bytes, if it is one; else the reader says why not.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    match bytes.split_first() {
        Some((&POSTCARD, rest)) => postcard::from_bytes(rest).map_err(|why| told(&why)).ok(),
        _ => serde_json::from_slice(bytes).map_err(|why| told(&why)).ok(),
    }
}

/// What is said to a person is said.
fn told(it: &impl Display) {
    assert!(!it.to_string().trim().is_empty());
}

/// What was read is written, and what is written is read as the same, in either format; so that writing it again changes nothing. Gives what is written.
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(it: &T) -> String {
    let text = serde_json::to_string(it).unwrap();
    let again: T = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {text}"));
    assert_eq!(again, *it, "{text}");
    assert_eq!(serde_json::to_string(&again).unwrap(), text);
    let bytes = postcard::to_allocvec(it).unwrap();
    let again: T = postcard::from_bytes(&bytes).unwrap_or_else(|why| panic!("{why}: {text}"));
    assert_eq!(again, *it, "{text}");
    text
}
