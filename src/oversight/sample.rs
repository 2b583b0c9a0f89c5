use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashSet},
    fmt,
    sync::Arc,
};

use serde::{Deserialize, Serialize, Serializer};

use crate::{
    law::{Bench, Fact, Refusal, Rule},
    term::terms,
};

/// 抽取方式: how many are drawn.
///
/// ```
/// use tongquan::oversight::Quota;
/// let quota: Quota = serde_json::from_str(r#"{"in_proportion": 10}"#)?;
/// assert_eq!((quota.label(), quota.number()), ("按比例", 10));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Quota {
    /// 每层等量: so many from each stratum.
    Each(usize),
    /// 按比例: so many in all. Each stratum has its share by its size, rounded down; what is left goes one by one to the largest remainders, of equal
    /// ones to the first stratum in order. A small stratum may have none.
    InProportion(usize),
}

terms!(Quota {
    Self::Each(_) => "每层等量", "the same from each stratum";
    Self::InProportion(_) => "按比例", "in proportion";
});

impl Quota {
    /// The number in it.
    pub const fn number(self) -> usize {
        match self {
            Self::Each(number) | Self::InProportion(number) => number,
        }
    }

    fn told(self) -> Fact {
        Fact::List(vec![self.into(), Fact::Number(self.number() as u64)])
    }
}

/// 抽签次序: where an id stands in the draw of a seed: the smallest are drawn. It is fixed for ever, and anybody can compute it again:
///
/// * FNV-1a of 64 bits (offset basis `0xcbf29ce484222325`, prime `0x100000001b3`) over the eight bytes of the seed, the highest first, and then
///   the bytes of the id in UTF-8;
/// * finished as SplitMix64 does: `z ^= z >> 30`, `z *= 0xbf58476d1ce4e5b9`, `z ^= z >> 27`, `z *= 0x94d049bb133111eb`, `z ^= z >> 31`, modulo 2⁶⁴.
///
/// It is no secret: whoever knows the seed before the list is closed can choose ids that are drawn, or are not. Close the list first, then draw
/// the seed by lot.
///
/// ```
/// use tongquan::oversight::rank;
/// assert_eq!(rank(20240312, "WS-2024-000001"), 0x65a0_4018_8ce8_a3fd);
/// ```
pub fn rank(seed: u64, id: &str) -> u64 {
    let bytes = seed.to_be_bytes();
    let fnv = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let mut z = bytes.iter().chain(id.as_bytes()).fold(0xcbf2_9ce4_8422_2325, fnv);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// 抽签: a sample being drawn, of things that come one by one, in any order, from one list or from shards of it. Of what is not drawn the id alone
/// is kept, so that it is counted once.
///
/// What comes again under an id in its stratum is the same thing, and counts once, whichever shard it comes from.
///
/// ```
/// use tongquan::oversight::{Draw, Quota, Sample};
/// let list: Vec<String> = (1..=100).map(|it| format!("2024-{it:06}")).collect();
/// let shard = |of: usize| {
///     let mut draw = Draw::new(20240312, Quota::InProportion(10));
///     list.iter().skip(of).step_by(3).for_each(|it| draw.add((), it, it));
///     draw
/// };
/// let mut merged = shard(2);
/// merged.merge(shard(0))?;
/// merged.merge(shard(1))?;
/// assert_eq!(merged.drawn()?, Sample::uniform(20240312, 10, &list, |it| *it)?);
/// # Ok::<(), tongquan::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct Draw<K, T> {
    seed: u64,
    quota: Quota,
    strata: BTreeMap<K, Lots<T>>,
}

#[derive(Clone, Debug)]
struct Lots<T> {
    ids: HashSet<Arc<str>>,
    /// INVARIANT (first lots): of the ids, those that come first, as many as the quota can ask for.
    first: BTreeMap<Lot, T>,
}

/// By rank; of one rank, by id.
type Lot = (u64, Arc<str>);

/// 样本: what was drawn, with what it was drawn by, so that a second person who has the list draws the same. It is written without the things
/// themselves: seed, quota and, stratum by stratum, its size and the ids drawn. A seed below 2⁵³ is read by every reader of JSON.
///
/// ```
/// use tongquan::{Edition, Region, Rule, oversight::{Quota, Sample}};
/// // the items of both annexes, by how they stand in 任城区
/// let draw = |quota| {
///     Sample::stratified(20240312, quota, Edition::built_in().items(), |it| it.cell(Region::Rencheng).standing, |it| it.key().clone())
/// };
/// let sample = draw(Quota::InProportion(10))?;
/// let told: Vec<_> = sample.strata().iter().map(|it| (it.stratum.label(), it.size, it.drawn.len())).collect();
/// let whole = [("直接下放", 19, 3), ("窗口前移", 11, 1), ("下放实质性审核权", 30, 4), ("委托收件、受审分离", 1, 0), ("自行确定", 15, 2)];
/// assert_eq!(told, whole);
/// println!("{}", serde_json::to_string(&sample)?); // into the record of the inspection
/// // two of each: every stratum that has not so many is told
/// let refused = draw(Quota::Each(2)).unwrap_err();
/// assert!(refused.names(Rule::SampleWithinPopulation) && refused.zh().contains("委托收件、受审分离"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(bound(serialize = "K: Serialize"))]
pub struct Sample<K, T> {
    seed: u64,
    quota: Quota,
    strata: Vec<Stratum<K, T>>,
}

/// 层: one stratum of a sample.
///
/// See the example of [`Sample`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(bound(serialize = "K: Serialize"))]
pub struct Stratum<K, T> {
    /// What it is of.
    pub stratum: K,
    /// How many things it was drawn from.
    pub size: usize,
    /// What was drawn, in the order of the draw.
    pub drawn: Vec<Drawn<T>>,
}

/// 样品: a thing drawn. It is written as its id.
///
/// See the example of [`Sample`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn<T> {
    /// By which it was drawn.
    pub id: Arc<str>,
    /// The thing itself, as it was listed.
    pub thing: T,
}

impl<T> Serialize for Drawn<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.id)
    }
}

impl<K: Ord, T> Draw<K, T> {
    /// One that nothing has come to yet.
    pub const fn new(seed: u64, quota: Quota) -> Self {
        Self { seed, quota, strata: BTreeMap::new() }
    }

    /// Adds a thing of a stratum.
    pub fn add(&mut self, stratum: K, id: impl fmt::Display, thing: T) {
        let (seed, most) = (self.seed, self.quota.number());
        let id: Arc<str> = id.to_string().into();
        let lots = self.strata.entry(stratum).or_insert_with(Lots::none);
        if lots.ids.insert(Arc::clone(&id)) {
            lots.put((rank(seed, &id), id), thing, most);
        }
    }

    /// Adds what came to a shard.
    ///
    /// ```
    /// use tongquan::{Rule, oversight::{Draw, Quota}};
    /// let mut draw = Draw::<(), &str>::new(1, Quota::Each(2));
    /// let of_another_seed = Draw::new(2, Quota::Each(2));
    /// assert!(draw.merge(of_another_seed).unwrap_err().names(Rule::ShardsOfOneDraw));
    /// ```
    ///
    /// # Errors
    ///
    /// [`ShardsOfOneDraw`](Rule::ShardsOfOneDraw) where its seed or its quota is another; this one is then as it was.
    pub fn merge(&mut self, shard: Self) -> Result<(), Refusal> {
        let mut bench = Bench::new();
        let told = |it: &Self| Fact::List(vec![Fact::Number(it.seed), it.quota.told()]);
        let one = (self.seed, self.quota) == (shard.seed, shard.quota);
        bench.require(one, Rule::ShardsOfOneDraw, || (told(self), told(&shard)));
        bench.rise()?;
        for (stratum, Lots { ids, first }) in shard.strata {
            let lots = self.strata.entry(stratum).or_insert_with(Lots::none);
            first.into_iter().for_each(|(lot, thing)| lots.put(lot, thing, self.quota.number()));
            lots.ids.extend(ids);
        }
        Ok(())
    }
}

impl<T> Lots<T> {
    fn none() -> Self {
        Self { ids: HashSet::new(), first: BTreeMap::new() }
    }

    fn put(&mut self, lot: Lot, thing: T, most: usize) {
        self.first.insert(lot, thing);
        if self.first.len() > most {
            self.first.pop_last();
        }
    }
}

impl<K: Ord + Clone + Into<Fact>, T> Draw<K, T> {
    /// What is drawn.
    ///
    /// ```
    /// use tongquan::{Rule, oversight::{Draw, Quota}};
    /// let mut draw = Draw::new(1, Quota::Each(2));
    /// draw.add((), "2024-1", "2024-1");
    /// assert!(draw.drawn().unwrap_err().names(Rule::SampleWithinPopulation)); // two of one
    /// ```
    ///
    /// # Errors
    ///
    /// [`SampleWithinPopulation`](Rule::SampleWithinPopulation) where nothing is to be drawn, or more than there is: of the same number from each,
    /// with every stratum that has fewer; in proportion, of all together. [`NamedOnce`](Rule::NamedOnce) with every id that stands in two strata.
    pub fn drawn(self) -> Result<Sample<K, T>, Refusal> {
        let Self { seed, quota, strata } = self;
        let mut bench = Bench::new();
        within(quota, strata.iter().map(|(stratum, lots)| (stratum, lots.ids.len())), &mut bench);
        let (mut seen, mut twice) = (HashSet::new(), BTreeSet::new());
        for id in strata.values().flat_map(|it| &it.ids) {
            if !seen.insert(id) {
                twice.insert(id);
            }
        }
        let twice = twice.iter().map(|it| Fact::Name(it.to_string().into()));
        bench.none(twice, Rule::NamedOnce, |twice| (Fact::ONCE, twice));
        bench.rise()?;
        let shares = shares(quota, strata.values().map(|it| it.ids.len()));
        let strata = strata.into_iter().zip(shares).map(|((stratum, lots), share)| {
            let first = lots.first.into_iter().take(share);
            Stratum {
                stratum,
                size: lots.ids.len(),
                drawn: first.map(|((_, id), thing)| Drawn { id, thing }).collect(),
            }
        });
        Ok(Sample { seed, quota, strata: strata.collect() })
    }
}

/// A quota is of one thing at least, and of no more than there are.
fn within<'k, K>(quota: Quota, sizes: impl Iterator<Item = (&'k K, usize)>, bench: &mut Bench)
where
    K: Clone + Into<Fact> + 'k,
{
    let number = quota.number();
    let fits = |size: usize| (1..=size).contains(&number);
    let sizes: Vec<(&K, usize)> = sizes.collect();
    let all = sizes.iter().map(|(_, size)| size).sum();
    let got = Fact::Number(number as u64);
    match quota {
        _ if all == 0 => bench.require(false, Rule::SampleWithinPopulation, || (SOMETHING, got)),
        Quota::InProportion(_) => bench.require(fits(all), Rule::SampleWithinPopulation, || (up_to(all), got)),
        Quota::Each(_) => {
            let short = sizes.into_iter().filter(|(_, size)| !fits(*size));
            let short = short.map(|(it, size)| Fact::List(vec![it.clone().into(), up_to(size)]));
            bench.none(short, Rule::SampleWithinPopulation, |short| (short, got));
        }
    }
}

fn up_to(size: usize) -> Fact {
    Fact::Told { zh: format!("1至{size}"), en: format!("1 to {size}") }
}

const SOMETHING: Fact = Fact::Term { zh: "可供抽取的总体", en: "something to draw from" };

/// How many each stratum gives, in order.
fn shares(quota: Quota, sizes: impl Iterator<Item = usize>) -> Vec<usize> {
    let sizes: Vec<u128> = sizes.map(|it| it as u128).collect();
    let Quota::InProportion(number) = quota else { return vec![quota.number(); sizes.len()] };
    // INVARIANT (within): there are some, and no fewer than are drawn, so that no share is larger than its stratum
    let all = sizes.iter().sum::<u128>().max(1);
    let exact = |size: u128| (number as u128 * size / all, number as u128 * size % all);
    let mut shares: Vec<usize> = sizes.iter().map(|it| exact(*it).0 as usize).collect();
    let left = number - shares.iter().sum::<usize>();
    let mut by_remainder: Vec<(usize, &mut usize)> = shares.iter_mut().enumerate().collect();
    by_remainder.sort_by_key(|(at, _)| Reverse(sizes.get(*at).map(|it| exact(*it).1)));
    by_remainder.into_iter().take(left).for_each(|(_, share)| *share += 1);
    shares
}

impl<T> Sample<(), T> {
    /// 简单随机抽样: so many things of a population, each with the same chance.
    ///
    /// ```
    /// use tongquan::{Region, Rule, oversight::Sample};
    /// let sample = Sample::uniform(20240312, 3, Region::all(), |it| it.label())?;
    /// assert_eq!(sample.things().collect::<Vec<_>>(), [&Region::Rencheng, &Region::Weishan, &Region::Yanzhou]);
    /// let refused = Sample::uniform(20240312, 16, Region::all(), |it| it.label()).unwrap_err();
    /// assert!(refused.names(Rule::SampleWithinPopulation) && refused.to_string().contains("expected: 1 to 15; got: 16"));
    /// # Ok::<(), tongquan::Refusal>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`SampleWithinPopulation`](Rule::SampleWithinPopulation) where nothing is to be drawn, or more than there is.
    pub fn uniform<I: fmt::Display>(
        seed: u64,
        number: usize,
        population: impl IntoIterator<Item = T>,
        id: impl Fn(&T) -> I,
    ) -> Result<Self, Refusal> {
        Self::stratified(seed, Quota::InProportion(number), population, |_| (), id)
    }
}

impl<K: Ord + Clone + Into<Fact>, T> Sample<K, T> {
    /// 分层抽样: from each stratum of a population, by region, item, modality or anything else that has an order.
    ///
    /// ```
    /// use tongquan::{Region, Rule, oversight::{Quota, Sample}};
    /// let by_itself = |it: &Region| *it;
    /// let refused = Sample::stratified(1, Quota::Each(2), Region::all(), by_itself, |it| it.label()).unwrap_err();
    /// assert!(refused.names(Rule::SampleWithinPopulation)); // of each region there is one
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Draw::drawn`].
    pub fn stratified<I: fmt::Display>(
        seed: u64,
        quota: Quota,
        population: impl IntoIterator<Item = T>,
        stratum: impl Fn(&T) -> K,
        id: impl Fn(&T) -> I,
    ) -> Result<Self, Refusal> {
        let mut draw = Draw::new(seed, quota);
        for it in population {
            draw.add(stratum(&it), id(&it), it);
        }
        draw.drawn()
    }
}

impl<K, T> Sample<K, T> {
    /// The seed by which it was drawn, and can be drawn again.
    pub const fn seed(&self) -> u64 {
        self.seed
    }
    /// How many were asked for.
    pub const fn quota(&self) -> Quota {
        self.quota
    }
    /// Stratum by stratum, in order.
    pub fn strata(&self) -> &[Stratum<K, T>] {
        &self.strata
    }
    /// How many things it was drawn from.
    pub fn size(&self) -> usize {
        self.strata.iter().map(|it| it.size).sum()
    }
    /// The things drawn, stratum by stratum, in the order of the draw.
    pub fn things(&self) -> impl Iterator<Item = &T> {
        self.strata.iter().flat_map(|it| &it.drawn).map(|it| &it.thing)
    }
}
