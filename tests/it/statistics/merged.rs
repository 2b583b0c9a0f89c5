//! Shards: however cases are split over them, and in whatever order they are merged, they tell what the whole tells.

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, prelude::*};
use tongquan::{
    AnyCase, Rule,
    law::{Fact, Objection},
    oversight::{Facet, Statistics, Subject},
};

use super::{CASES, POOL, by_facet, counted};
use crate::{
    support::day,
    traced::{Refused, Story},
};

/// Some of the pool, some of them twice, each for one of five shards; and the order in which those are merged.
fn split() -> impl Strategy<Value = (Vec<(usize, usize)>, Vec<usize>)> {
    let order: Vec<usize> = (0..5).collect();
    (vec((0..POOL.len(), 0_usize..5), 0..60), Just(order).prop_shuffle())
}

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..140).prop_map(|it| day(2024, 3, 1) + Days::new(it))
}

fn pairs(of: &Subject<'_>) -> Vec<(tongquan::Region, tongquan::oversight::Month, u8)> {
    // under several keys, one of them again and again
    [1, 2, 1].map(|it| (of.region(), of.month(), it)).into()
}

#[track_caller]
fn whole_is_its_shards<K: Ord + Clone + std::fmt::Debug, I: IntoIterator<Item = K>>(
    on: NaiveDate,
    split: &[(usize, usize)],
    order: &[usize],
    keys: fn(&Subject<'_>) -> I,
) {
    let whole = counted(on, split.iter().map(|it| &POOL[it.0]), keys);
    let shard = |of: usize| counted(on, split.iter().filter(|it| it.1 == of).map(|it| &POOL[it.0]), keys);
    let mut merged = Statistics::on(on);
    order.iter().for_each(|it| merged.merge(shard(*it)).unwrap());
    assert_eq!(merged, whole);
    // two by two, the other way round
    let [mut left, mut right] = [shard(order[4]), shard(order[3])];
    right.merge(shard(order[2])).unwrap();
    left.merge(right).unwrap();
    let mut rest = shard(order[1]);
    rest.merge(shard(order[0])).unwrap();
    rest.merge(left).unwrap();
    assert_eq!(rest, whole);
    rest.merge(Statistics::on(on)).unwrap();
    assert_eq!(rest, whole);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn shards_in_any_split_and_order_are_the_whole((split, order) in split(), on in some_day()) {
        whole_is_its_shards(on, &split, &order, Facet::all);
        whole_is_its_shards(on, &split, &order, pairs);
        // in another order
        let cases: Vec<&AnyCase> = split.iter().map(|it| &POOL[it.0]).collect();
        prop_assert_eq!(by_facet(on, cases.iter().rev().copied()), by_facet(on, cases.iter().copied()));
        // through the wire
        let shards = [0, 1, 2, 3, 4].map(|of| by_facet(on, split.iter().filter(|it| it.1 == of).map(|it| &POOL[it.0])));
        let mut merged = Statistics::on(on);
        for (at, shard) in shards.iter().enumerate() {
            let read: Statistics = match at % 2 {
                0 => serde_json::from_str(&serde_json::to_string(shard).unwrap()).unwrap(),
                _ => postcard::from_bytes(&postcard::to_stdvec(shard).unwrap()).unwrap(),
            };
            prop_assert_eq!(&read, shard);
            merged.merge(read).unwrap();
        }
        prop_assert_eq!(merged, by_facet(on, cases));
    }
}

#[test]
fn statistics_of_another_day_are_not_merged_and_change_nothing() {
    let mine = by_facet(day(2024, 3, 31), &CASES[..5]);
    for other in [day(2024, 3, 30), day(2024, 4, 1), day(1, 1, 1)] {
        for cases in [&CASES[5..], &[]] {
            let mut merged = mine.clone();
            let refused = merged.merge(by_facet(other, cases)).unwrap_err();
            let (expected, got) = (Fact::Day(day(2024, 3, 31)), Fact::Day(other));
            assert_eq!(refused.objections(), [Objection { rule: Rule::StatisticsOfOneDay, expected, got }]);
            assert_eq!(merged, mine);
        }
    }
    let (rule, mut merged) = (Rule::StatisticsOfOneDay, mine);
    assert!(rule.is_of_oversight() && rule.sources().iter().map(|it| it.id()).eq(["C4", "S62"]));
    merged.merge(by_facet(day(2024, 3, 31), &CASES[5..])).unwrap();
    assert_eq!(merged, by_facet(day(2024, 3, 31), &*CASES));
}

pub(crate) fn stories() -> Vec<Story> {
    let mine = by_facet(day(2024, 3, 31), &CASES[..5]);
    let merged = |on| {
        let shard = by_facet(on, &CASES[5..]);
        mine.clone().merge(shard).map_err(|why| Refused::by("oversight::Statistics::merge", why))
    };
    let told = |other| Story::told(Rule::StatisticsOfOneDay, merged(other), merged(day(2024, 3, 31)));
    [day(2024, 3, 30), day(2024, 4, 1)].map(told).into()
}
