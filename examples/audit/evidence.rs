//! What the statistics say for an amendment of the list (`C3`).

use std::io;

use strum::IntoEnumIterator;
use tongquan::{
    Key, Region,
    oversight::{Evidence, EvidenceOf, Statistics},
    register::Registers,
};

use super::told::Told;

/// How many items are told of each kind.
const FIRST: usize = 5;

pub(crate) fn told(
    told: &mut Told<'_>,
    counted: &Statistics<(Key, Region)>,
    registers: Registers<'_>,
) -> io::Result<()> {
    let evidence = Evidence::of(counted, registers).by_item();
    for of in EvidenceOf::iter() {
        told.head(&format!("调整依据：{}", of.label()), &format!("evidence for an amendment: {}", of.english()))?;
        for row in evidence.ranked(of).into_iter().take(FIRST) {
            told.say(&row.zh(), &row.to_string())?;
        }
    }
    Ok(())
}
