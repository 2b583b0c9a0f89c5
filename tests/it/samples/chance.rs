//! Each thing, and each pair of things, has the same chance, counted over many seeds that are fixed.

use tongquan::{
    Region,
    oversight::{Quota, Sample},
};

use super::id;

/// How often each of a list is drawn over seeds: those of a date, in a row, or of lots.
fn times(list: &[String], number: usize, seeds: impl Iterator<Item = u64>) -> Vec<u32> {
    let mut times = vec![0; list.len()];
    for seed in seeds {
        let sample = Sample::uniform(seed, number, 0..list.len(), |at| list[*at].clone()).unwrap();
        sample.things().for_each(|at| times[*at] += 1);
    }
    times
}

/// How far counts are from equal ones, as χ² with one degree fewer than there are counts, where a count of each trial is a share of one.
fn chi_squared(counts: &[u32], expected: f64, variance: f64) -> f64 {
    counts.iter().map(|it| (f64::from(*it) - expected).powi(2) / variance).sum()
}

/// The bound that χ² of so many degrees passes once in a million (Wilson and Hilferty).
fn bound(degrees: f64) -> f64 {
    let part = 2.0 / (9.0 * degrees);
    degrees * (1.0 - part + 4.753 * part.sqrt()).powi(3)
}

/// Numbers of cases, marks that differ in one place, names.
fn kinds_of_lists() -> [Vec<String>; 3] {
    let names = Region::all().flat_map(|it| (0..4).map(move |at| format!("{it}-{at}"))).collect();
    [(1..=60).map(id).collect(), (0..60_u8).map(|it| char::from(b'A' + it).to_string()).collect(), names]
}

#[test]
fn each_thing_has_the_same_chance() {
    const SEEDS: u64 = 1_000;
    let in_a_row = || 0..SEEDS;
    let dates = || (0..SEEDS).map(|it| 20_240_000 + it);
    let lots = || (0..SEEDS).map(|it| it.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut seen = Vec::new();
    for list in kinds_of_lists() {
        assert_eq!(list.len(), 60);
        for number in [1, 6, 30] {
            for counts in
                [times(&list, number, in_a_row()), times(&list, number, dates()), times(&list, number, lots())]
            {
                assert_eq!(counts.iter().sum::<u32>(), u32::try_from(SEEDS).unwrap() * number as u32);
                // drawn without putting back: the counts of a trial are not independent, which n − 1 of n takes up
                let chance = number as f64 / 60.0;
                let expected = SEEDS as f64 * chance;
                let far = chi_squared(&counts, expected, expected * (1.0 - chance) * 60.0 / 59.0);
                assert!(far < bound(59.0), "{number} of 60: {far}");
                seen.push(far);
            }
        }
    }
    // nor are they more equal than chance makes them
    let mean = seen.iter().sum::<f64>() / seen.len() as f64;
    assert!(seen.len() == 27 && (53.0..65.0).contains(&mean), "{mean}");
}

#[test]
fn each_pair_has_the_same_chance() {
    const SEEDS: u64 = 12_000;
    let list: Vec<String> = (1..=12).map(id).collect();
    let mut pairs = vec![0_u32; 12 * 12];
    for seed in 0..SEEDS {
        let sample = Sample::uniform(seed, 2, 0..12_usize, |at| list[*at].clone()).unwrap();
        let two: Vec<usize> = sample.things().copied().collect();
        pairs[two[0] * 12 + two[1]] += 1;
    }
    let counts: Vec<u32> = (0..144).filter(|at| at / 12 != at % 12).map(|at| pairs[at]).collect();
    let expected = SEEDS as f64 / 132.0;
    let far = chi_squared(&counts, expected, expected);
    assert!(far < bound(131.0), "{far}");
}

#[test]
fn other_seeds_draw_other_samples() {
    let list: Vec<String> = (1..=1_000).map(id).collect();
    let drawn =
        |seed| Sample::uniform(seed, 20, &list, |it| *it).unwrap().things().copied().cloned().collect::<Vec<_>>();
    let mut all: Vec<Vec<String>> = (0..200).map(drawn).collect();
    assert_eq!(drawn(7), all[7]);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 200);
}

/// In each stratum the same holds, and what one stratum gives tells nothing of another.
#[test]
fn strata_are_drawn_apart() {
    const SEEDS: u64 = 3_000;
    let list: Vec<(u8, String)> = (0..4).flat_map(|of| (0..10).map(move |at| (of, format!("{of}-{at}")))).collect();
    let mut together = vec![0_u32; 100];
    for seed in 0..SEEDS {
        let sample = Sample::stratified(seed, Quota::Each(1), &list, |it| Stratum(it.0), |it| it.1.clone()).unwrap();
        let first: Vec<usize> = sample.things().map(|it| it.1[2..].parse().unwrap()).collect();
        together[first[0] * 10 + first[1]] += 1;
    }
    let expected = SEEDS as f64 / 100.0;
    assert!(chi_squared(&together, expected, expected) < bound(99.0));
}

/// A key of one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stratum(u8);

impl From<Stratum> for tongquan::law::Fact {
    fn from(it: Stratum) -> Self {
        Self::Number(it.0.into())
    }
}
