//! Many journals are to be walked: judging an entry takes microseconds.

use std::time::Instant;

use super::selfcheck::{after, golden};

#[test]
fn an_entry_is_judged_without_reading_the_case_anew() {
    let journal = golden("review");
    let began = Instant::now();
    let rounds = 200;
    for _ in 0..rounds {
        assert_eq!(after(&journal).stage(), "closed");
    }
    let each = began.elapsed() / (rounds * u32::try_from(journal.len()).expect("a few"));
    // an unoptimised build on a busy machine has room: two millions a minute are 30 µs each, optimised
    assert!(each.as_micros() < 2_000, "{each:?}");
}
