//! What remembers the numbers of cases.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{BuildHasher, Hasher},
};

use proptest::prelude::*;

use crate::audit::{Came, Seen};

/// All numbers of cases have one of a few fingerprints, as one text in a great many has that of another.
#[derive(Clone, Copy, Debug)]
struct Few(u64);

struct Sum(u64, u64);

impl BuildHasher for Few {
    type Hasher = Sum;
    fn build_hasher(&self) -> Sum {
        Sum(0, self.0)
    }
}

impl Hasher for Sum {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, it| sum * 7 + u64::from(*it));
    }
    fn finish(&self) -> u64 {
        u64::MAX - self.0 % self.1
    }
}

/// What a table with room for so many knows.
struct Model {
    most: usize,
    first: HashMap<u64, (usize, u64, String)>,
}

impl Model {
    fn came(&mut self, print: u64, text: &str, input: usize, line: u64) -> Came {
        let full = self.first.len() == self.most;
        match self.first.entry(print) {
            Entry::Occupied(it) => {
                let (input, line, first) = it.get().clone();
                Came::Before { input, line, same: first == text }
            }
            Entry::Vacant(_) if full => Came::Unknown,
            Entry::Vacant(it) => {
                it.insert((input, line, text.to_owned()));
                Came::First
            }
        }
    }
}

proptest! {
    #[test]
    fn it_tells_what_came_before_and_on_which_line_and_says_when_it_does_not_know(
        most in 0_usize..40,
        // many in a row fall on one slot after another
        hash in prop_oneof![Just(Few(u64::MAX)), Just(Few(97)), Just(Few(13))],
        drawn in prop::collection::vec((0_u32..60, 0_u32..3, 0_usize..4), 0..200),
    ) {
        let (mut seen, mut model) = (Seen::by(hash, most).unwrap(), Model { most, first: HashMap::new() });
        for (line, (case, text, input)) in (1..).zip(drawn) {
            let (case, text) = (format!("2024-{case}"), format!("text {text}"));
            let expected = model.came(hash.hash_one(case.as_str()), &text, input, line);
            prop_assert_eq!(seen.came(&case, &text, input, line), expected, "{} at {}", case, line);
        }
    }
}

#[test]
fn of_a_hundred_thousand_each_is_known_again_and_none_that_did_not_come() {
    let mut seen = Seen::of(100_000).unwrap();
    for line in 1..=100_000 {
        assert_eq!(seen.came(&format!("case {line}"), "text", 0, line), Came::First);
    }
    for line in 1..=100_000 {
        let before = Came::Before { input: 0, line, same: true };
        assert_eq!(seen.came(&format!("case {line}"), "text ", 1, 1), before);
        assert_eq!(seen.came(&format!("other {line}"), "text", 1, 1), Came::Unknown);
    }
}

#[test]
fn it_asks_for_its_memory_once_and_more_than_there_is_is_an_error() {
    let mut seen = Seen::of(1_000).unwrap();
    let cases: Vec<String> = (0..2_000).map(|it| format!("case {it}")).collect();
    let counted = allocation_counter::measure(|| {
        for (line, case) in (1..).zip(&cases) {
            seen.came(case, "text", 0, line);
        }
    });
    assert_eq!(counted.count_total, 0);
    assert!(Seen::of(usize::MAX).is_err() && Seen::of(usize::MAX / 64).is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn its_memory_is_there_from_the_start() {
    let resident = || -> u64 {
        let told = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap();
        let line = told.lines().find_map(|it| it.strip_prefix("Rss:")).unwrap();
        line.trim().strip_suffix(" kB").unwrap().parse::<u64>().unwrap() << 10
    };
    let before = resident();
    // 36 bytes each, so that what other tests take and give back meanwhile is little beside it
    let seen = Seen::of(8_000_000).unwrap();
    let after = resident();
    assert!(after.saturating_sub(before) > 8_000_000 * 24, "{before} {after}");
    drop(seen);
}
