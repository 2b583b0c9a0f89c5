//! 直方图: exact, against a sorted list; counts that cannot grow stay at the most.

use std::cmp::Ordering;

use proptest::{collection::vec, prelude::*};
use tongquan::{
    case::{StageKind, StepKind},
    oversight::{Counts, Histogram, Measures, Ratio},
};

fn of(days: &[u32]) -> Histogram {
    let mut histogram = Histogram::new();
    days.iter().for_each(|it| histogram.add(*it, 1));
    histogram
}

/// Short, long, and as long as can be.
fn lengths() -> impl Strategy<Value = Vec<u32>> {
    vec(prop_oneof![8 => 0_u32..40, 1 => any::<u32>(), 1 => Just(u32::MAX)], 0..120)
}

proptest! {
    #[test]
    fn it_tells_what_a_sorted_list_tells(days in lengths()) {
        let mut sorted = days.clone();
        sorted.sort_unstable();
        let histogram = of(&days);
        prop_assert_eq!(histogram.count(), days.len() as u64);
        prop_assert_eq!(histogram.is_empty(), days.is_empty());
        prop_assert_eq!((histogram.least(), histogram.greatest()), (sorted.first().copied(), sorted.last().copied()));
        let sum: u128 = days.iter().map(|it| u128::from(*it)).sum();
        prop_assert_eq!((histogram.sum(), histogram.mean()), (sum, Ratio::new(sum, days.len() as u64)));
        let flat: Vec<u32> = histogram.iter().flat_map(|(it, count)| vec![it; count as usize]).collect();
        prop_assert_eq!(&flat, &sorted);
        for percent in 0..=u8::MAX {
            // the least value with at least so many percent of all at or below it
            let enough = |it: &&u32| sorted.iter().filter(|other| other <= it).count() * 100 >= sorted.len() * usize::from(percent);
            let expected = sorted.iter().find(enough).filter(|_| percent <= 100);
            prop_assert_eq!(histogram.percentile(percent), expected.copied(), "{}", percent);
        }
        for most in [0, 1, 7, 39, u32::MAX] {
            prop_assert_eq!(histogram.within(most), sorted.iter().filter(|it| **it <= most).count() as u64);
        }
    }

    #[test]
    fn histograms_add_up_in_any_order(a in lengths(), b in lengths(), c in lengths()) {
        let whole = of(&[a.clone(), b.clone(), c.clone()].concat());
        let [a, b, c] = [of(&a), of(&b), of(&c)];
        let merged = |all: &[&Histogram]| {
            let mut sum = Histogram::new();
            all.iter().for_each(|it| sum.merge(it));
            sum
        };
        prop_assert_eq!(&merged(&[&a, &b, &c]), &whole);
        prop_assert_eq!(&merged(&[&c, &b, &a]), &whole);
        prop_assert_eq!(&merged(&[&a, &merged(&[&b, &c])]), &whole);
        prop_assert_eq!(&merged(&[&a, &Histogram::new()]), &a);
    }

    #[test]
    fn ratios_compare_exactly(a in any::<u64>(), b in 0_u64..9, c in any::<u64>(), d in 0_u64..9, big in any::<u128>()) {
        let naive = |(a, b): (u64, u64), (c, d): (u64, u64)| match (b, d) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            _ => (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b))),
        };
        for ((a, b), (c, d)) in [((a, b), (c, d)), ((b, a), (d, c)), ((b, c), (d, a)), ((a, c), (c, a)), ((b, d), (d, b))] {
            let (one, other) = (Ratio::new(a.into(), b), Ratio::new(c.into(), d));
            prop_assert_eq!(one.compare(other), naive((a, b), (c, d)));
            prop_assert_eq!(other.compare(one), one.compare(other).reverse());
        }
        // as large as can be
        let half = big / 2;
        prop_assert_eq!(Ratio::new(half, u64::MAX).compare(Ratio::new(half, u64::MAX - 1)), if half == 0 { Ordering::Equal } else { Ordering::Less });
    }
}

#[test]
fn a_count_that_cannot_grow_stays_at_the_most() {
    let mut counts = Counts::new();
    counts.add(StepKind::Accept, u64::MAX - 3);
    for _ in 0..1_000_000 {
        counts.add(StepKind::Accept, 1);
        counts.add(StepKind::Withdraw, 1);
    }
    assert_eq!((counts.of(&StepKind::Accept), counts.of(&StepKind::Withdraw)), (u64::MAX, 1_000_000));
    assert_eq!(counts.total(), u64::MAX);
    counts.merge(&counts.clone());
    assert_eq!((counts.of(&StepKind::Accept), counts.of(&StepKind::Withdraw)), (u64::MAX, 2_000_000));

    let mut days = Histogram::new();
    [(u32::MAX, u64::MAX), (7, u64::MAX), (0, u64::MAX)].into_iter().for_each(|(it, times)| days.add(it, times));
    assert_eq!((days.count(), days.within(7)), (u64::MAX, u64::MAX));
    assert_eq!(days.sum(), u128::from(u64::MAX) * (u128::from(u32::MAX) + 7));
    // a third lies at each, however many there are
    assert_eq!([0, 33, 34, 66, 67, 100].map(|it| days.percentile(it).unwrap()), [0, 0, 7, 7, u32::MAX, u32::MAX]);
    assert_eq!(days.percentile(101), None);
}

#[test]
fn measures_double_until_they_are_full_and_say_nothing_false() {
    let statistics = super::by_facet(crate::support::day(2024, 12, 31), &*super::CASES);
    let (_, one) = statistics.groups().next().unwrap();
    let mut sum: Measures = one.clone();
    for _ in 0..70 {
        sum.merge(&sum.clone());
    }
    assert_eq!((sum.cases(), sum.stages().of(&StageKind::Lapsed), sum.refused()), (u64::MAX, u64::MAX, u64::MAX));
    let again: Measures = serde_json::from_str(&serde_json::to_string(&sum).unwrap()).unwrap();
    assert_eq!(again, sum);
}

#[test]
fn nothing_is_counted_where_nothing_comes() {
    let mut counts = Counts::new();
    counts.add(StageKind::Filed, 0);
    assert_eq!(counts, Counts::default());
    assert!(counts.is_empty());
    let nothing = Histogram::new();
    assert_eq!(
        (nothing.percentile(0), nothing.mean().value(), nothing.least(), nothing.greatest()),
        (None, None, None, None)
    );
    let measures = Measures::default();
    assert_eq!((measures.cases(), measures.refused_share().value()), (0, None));
}
