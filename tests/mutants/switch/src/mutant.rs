//! What cargo-mutants lists.

use std::collections::HashMap;
use std::path::PathBuf;

use serde::Deserialize;

/// A place in a file: lines and characters are counted from one.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Span {
    pub start: Place,
}

/// What is changed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq)]
pub enum Genre {
    BinaryOperator,
    FnValue,
    MatchArm,
    MatchArmGuard,
    StructField,
    UnaryOperator,
}

/// A line of `cargo mutants --list --json`.
#[derive(Debug, Deserialize)]
pub struct Mutant {
    pub file: PathBuf,
    pub genre: Genre,
    pub name: String,
    pub replacement: String,
    pub span: Span,
}

/// Those of a file by what is changed and where; each with the number that switches it on.
pub type Here<'m> = HashMap<(Genre, Place), Vec<(usize, &'m Mutant)>>;
