//! 随机抽查: a sample is decided by its seed and the list alone, whoever draws it, in whatever order and in however many shards; each thing has the
//! same chance; and what cannot be drawn is refused with every stratum concerned.

mod bad;
mod chance;

pub(crate) use bad::stories;

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use tongquan::{
    Edition, Region,
    oversight::{Draw, Quota, Sample, rank},
};

/// The number of a case.
fn id(at: usize) -> String {
    format!("2024-{at:06}")
}

/// The same, reckoned from its description, the long way.
fn plain_rank(seed: u64, id: &str) -> u64 {
    const MODULUS: u128 = 1 << 64;
    let times = |a: u64, b: u128| u64::try_from(u128::from(a) * b % MODULUS).unwrap();
    let mut hash: u64 = 14_695_981_039_346_656_037;
    for at in (0..8).rev() {
        hash = times(hash ^ (seed >> (8 * at) & 0xff), 1_099_511_628_211);
    }
    for byte in id.bytes() {
        hash = times(hash ^ u64::from(byte), 1_099_511_628_211);
    }
    hash = times(hash ^ (hash / (1 << 30)), 0xbf58_476d_1ce4_e5b9);
    hash = times(hash ^ (hash / (1 << 27)), 0x94d0_49bb_1331_11eb);
    hash ^ (hash / (1 << 31))
}

/// What is drawn, by sorting the whole list: of each stratum its size and its ids, in the order of the draw.
fn plain<K: Ord + Clone>(seed: u64, quota: Quota, list: &[(K, String)]) -> Vec<(K, usize, Vec<String>)> {
    let mut strata: BTreeMap<K, BTreeSet<(u64, String)>> = BTreeMap::new();
    for (key, id) in list {
        strata.entry(key.clone()).or_default().insert((plain_rank(seed, id), id.clone()));
    }
    let sizes: Vec<usize> = strata.values().map(BTreeSet::len).collect();
    let shares = match quota {
        Quota::Each(number) => vec![number; sizes.len()],
        Quota::InProportion(number) => {
            // one place after the other goes to the stratum that lacks most of what is exactly its own
            let all: usize = sizes.iter().sum();
            let mut shares: Vec<usize> = sizes.iter().map(|it| it * number / all).collect();
            while shares.iter().sum::<usize>() < number {
                let lacks = |at: &usize| (sizes[*at] * number) as i64 - (shares[*at] * all) as i64;
                let most = (0..sizes.len()).map(|at| lacks(&at)).max().unwrap();
                let first = (0..sizes.len()).find(|at| lacks(at) == most).unwrap();
                shares[first] += 1;
            }
            shares
        }
    };
    let drawn = strata.into_iter().zip(shares);
    drawn.map(|((key, lots), share)| (key, lots.len(), lots.into_iter().take(share).map(|it| it.1).collect())).collect()
}

fn told<K: Clone, T>(sample: &Sample<K, T>) -> Vec<(K, usize, Vec<String>)> {
    let ids = |it: &tongquan::oversight::Stratum<K, T>| it.drawn.iter().map(|it| it.id.to_string()).collect();
    sample.strata().iter().map(|it| (it.stratum.clone(), it.size, ids(it))).collect()
}

/// By ten regions, in a list of any length; some come again.
fn lists() -> impl Strategy<Value = Vec<(Region, String)>> {
    let thing = (0_usize..10, 0_usize..400);
    vec(thing, 1..300).prop_map(|list| {
        // an id stands in one stratum
        let of = |(region, at): (usize, usize)| (Region::all().nth(region).unwrap(), id(at * 10 + region));
        list.into_iter().map(of).collect()
    })
}

fn quotas(list: &[(Region, String)]) -> Vec<Quota> {
    let mut sizes: BTreeMap<Region, BTreeSet<&str>> = BTreeMap::new();
    list.iter().for_each(|(region, id)| _ = sizes.entry(*region).or_default().insert(id));
    let (least, all) = (sizes.values().map(BTreeSet::len).min().unwrap(), sizes.values().map(BTreeSet::len).sum());
    let each = [1, least.div_ceil(2), least].map(Quota::Each);
    let in_proportion = [1, usize::div_ceil(all, 7), usize::div_ceil(all, 2), all].map(Quota::InProportion);
    each.into_iter().chain(in_proportion).collect()
}

fn draw<'l>(seed: u64, quota: Quota, list: impl IntoIterator<Item = &'l (Region, String)>) -> Draw<Region, &'l str> {
    let mut draw = Draw::new(seed, quota);
    list.into_iter().for_each(|(region, id)| draw.add(*region, id, id.as_str()));
    draw
}

proptest! {
    #[test]
    fn the_rank_is_what_its_description_says(seed in any::<u64>(), id in "\\PC{0,30}") {
        prop_assert_eq!(rank(seed, &id), plain_rank(seed, &id));
    }

    #[test]
    fn a_sample_is_what_sorting_the_whole_list_gives(
        (list, shuffled) in lists().prop_flat_map(|it| (Just(it.clone()), Just(it).prop_shuffle())),
        seed in any::<u64>(),
        shards in 1_usize..6,
    ) {
        for quota in quotas(&list) {
            let sample = draw(seed, quota, &list).drawn().unwrap();
            let expected = plain(seed, quota, &list);
            prop_assert_eq!(told(&sample), expected.clone());
            prop_assert_eq!((sample.seed(), sample.quota()), (seed, quota));
            prop_assert_eq!(sample.size(), expected.iter().map(|it| it.1).sum::<usize>());
            let number = quota.number() * if matches!(quota, Quota::Each(_)) { expected.len() } else { 1 };
            prop_assert_eq!(sample.things().count(), number);
            for stratum in sample.strata() {
                for it in &stratum.drawn {
                    prop_assert_eq!(&*it.id, it.thing);
                    prop_assert!(list.contains(&(stratum.stratum, it.thing.to_owned())));
                }
            }
            // in another order, and through the front door
            let again = Sample::stratified(seed, quota, &shuffled, |it| it.0, |it| it.1.clone()).unwrap();
            prop_assert_eq!(told(&again), expected.clone());
            // from shards that share some things, merged in any order
            let shard = |of: usize| draw(seed, quota, shuffled.iter().enumerate().filter(|(at, _)| at % shards == of || at % 17 == 0).map(|it| it.1));
            let mut merged = shard(shards - 1);
            for of in 0..shards - 1 {
                merged.merge(shard(of)).unwrap();
            }
            prop_assert_eq!(merged.drawn().unwrap(), sample);
        }
    }

    #[test]
    fn a_uniform_sample_is_of_one_stratum(size in 1_usize..200, seed in any::<u64>()) {
        let list: Vec<String> = (0..size).map(id).collect();
        let all = list.iter().map(|it| ((), it.clone())).collect::<Vec<_>>();
        let mut smaller = BTreeSet::new();
        for number in [1, size.div_ceil(3), size] {
            let sample = Sample::uniform(seed, number, &list, |it| *it).unwrap();
            prop_assert_eq!(told(&sample), plain(seed, Quota::InProportion(number), &all));
            // a larger one has the smaller ones in it
            let drawn: BTreeSet<&String> = sample.things().copied().collect();
            prop_assert!(drawn.len() == number && smaller.is_subset(&drawn));
            smaller = drawn;
        }
    }
}

/// Whoever draws this sample ever, with whatever version of the crate, draws these.
#[test]
fn a_draw_is_the_same_for_ever() {
    let vectors = [
        (0, "", 0x813f_0174_a236_7c13),
        (0, "a", 0x0d38_d3c8_a628_cc82),
        (0, "2024-000001", 0x1948_cd18_e395_b983),
        (0, "汶上县", 0x75ad_152a_239b_9669),
        (1, "", 0xb5d1_f074_cf59_8129),
        (1, "a", 0x5ed9_ab3b_de66_89a2),
        (1, "2024-000001", 0x5e96_6a18_4bae_db5b),
        (1, "汶上县", 0x3dc4_a681_2c84_f013),
        (u64::MAX, "", 0x9795_737c_4a2d_acd5),
        (u64::MAX, "a", 0x77f5_e5a7_2d77_836c),
        (u64::MAX, "2024-000001", 0xcf8a_f56d_e14b_42fd),
        (u64::MAX, "汶上县", 0x284d_d207_bbd7_6cfe),
    ];
    assert_eq!(vectors.map(|(seed, id, _)| rank(seed, id)), vectors.map(|it| it.2));
    let list: Vec<String> = (1..=100).map(id).collect();
    let drawn = |seed| {
        let sample = Sample::uniform(seed, 10, &list, |it| *it).unwrap();
        sample.things().map(|it| it[5..].parse().unwrap()).collect::<Vec<u32>>()
    };
    assert_eq!(drawn(0), [12, 78, 86, 66, 85, 77, 32, 56, 46, 72]);
    assert_eq!(drawn(1), [89, 19, 99, 4, 7, 15, 73, 82, 72, 84]);
    assert_eq!(drawn(20_240_312), [41, 45, 61, 86, 8, 19, 49, 95, 91, 96]);
}

/// The record of an inspection has all that it takes to draw again, and nothing of the things themselves.
#[test]
fn a_sample_is_written_by_its_seed_its_sizes_and_its_ids() {
    let items = || Edition::built_in().items().filter(|it| it.column().is_some());
    let sample =
        Sample::stratified(20_240_312, Quota::InProportion(6), items(), |it| it.column(), |it| it.key().clone())
            .unwrap();
    let written = serde_json::to_value(&sample).unwrap();
    assert_eq!(
        written,
        json!({"seed": 20_240_312, "quota": {"in_proportion": 6}, "strata": [
            {"stratum": "direct", "size": 19, "drawn": ids(&sample, 0)},
            {"stratum": "window", "size": 11, "drawn": ids(&sample, 1)},
            {"stratum": "review", "size": 30, "drawn": ids(&sample, 2)},
            {"stratum": "intake", "size": 1, "drawn": []},
        ]})
    );
    // a second person draws by what is written
    let seed = written["seed"].as_u64().unwrap();
    let quota: Quota = serde_json::from_value(written["quota"].clone()).unwrap();
    let again = Sample::stratified(seed, quota, items(), |it| it.column(), |it| it.key().to_string()).unwrap();
    assert_eq!(serde_json::to_value(&again).unwrap(), written);
    let uniform = Sample::uniform(7, 2, Region::all(), |it| it.label()).unwrap();
    let names: Vec<&str> = uniform.things().map(|it| it.label()).collect();
    let expected =
        json!({"seed": 7, "quota": {"in_proportion": 2}, "strata": [{"stratum": null, "size": 15, "drawn": names}]});
    assert_eq!(serde_json::to_value(&uniform).unwrap(), expected);
    let bytes = postcard::to_stdvec(&uniform).unwrap();
    assert!(bytes.len() > 10);
}

fn ids<K, T>(sample: &Sample<K, T>, at: usize) -> Value {
    sample.strata()[at].drawn.iter().map(|it| it.id.to_string()).collect()
}
