//! What the fuzz targets have in common: what they ask of an input, and how one input is made of another.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a finding stops the fuzzer")]

mod mutation;
mod pool;
#[path = "../../reads/mod.rs"]
#[allow(dead_code, reason = "the tests count what became of an input")]
mod reads;

pub use mutation::mutated;
pub use pool::{GOLDEN, words};

/// The byte after which an input is postcard.
pub const POSTCARD: u8 = reads::POSTCARD;

/// An input, of a line of a corpus.
pub fn input(line: &str) -> Vec<u8> {
    reads::input(line)
}

macro_rules! targets {
    ($($target:ident),+) => {$(
        #[doc = concat!("One input of `", stringify!($target), "`.")]
        pub fn $target(bytes: &[u8]) {
            reads::$target(bytes);
        }
    )+};
}
targets!(journal, actions, registers, catalogue, plain_log, beside, texts);

/// A target whose inputs are made of others by the values of their JSON.
#[macro_export]
macro_rules! json_target {
    ($target:ident) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::$target(bytes));
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
            $crate::mutated(data, size, most, seed)
        });
    };
}
