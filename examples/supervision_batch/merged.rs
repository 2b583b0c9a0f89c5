use std::{
    collections::{BTreeMap, HashMap, hash_map::Entry},
    sync::mpsc,
    thread,
};

use super::{
    note::{First, Note},
    shard::{Batch, Fault, Shard},
};
use crate::audit::Count;

/// All shards together, and what there is to tell of each, in the order in which they were given.
pub(crate) struct Merged<'s> {
    pub(crate) count: Count,
    pub(crate) shards: Vec<(&'s str, Result<Read, Fault>)>,
    /// Cases that stand in two shards, and are counted in both.
    pub(crate) twice: First<Twice>,
    /// How many cases were counted elsewhere, of which nobody knows whether they stand in another shard too.
    pub(crate) unnamed: u64,
}

/// A shard that is counted.
pub(crate) struct Read {
    pub(crate) cases: u64,
    pub(crate) notes: First<(u64, Note)>,
}

/// A case that stands in two shards: at which line of which.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Twice {
    pub(crate) at: (usize, u64),
    pub(crate) before: (usize, u64),
}

impl Merged<'_> {
    /// Whether no shard was left out.
    pub(crate) fn is_whole(&self) -> bool {
        self.shards.iter().all(|(_, it)| it.is_ok())
    }
}

impl Batch<'_> {
    /// Each shard in a thread of its own; they are merged as they come.
    pub(crate) fn run<'s>(&self, shards: &'s [Shard]) -> Merged<'s> {
        let (mut count, mut cases, mut unnamed) = (Count::on(self.day()), BTreeMap::new(), 0);
        let mut told: BTreeMap<usize, Result<Read, Fault>> = BTreeMap::new();
        thread::scope(|scope| {
            let (sender, arrivals) = mpsc::channel();
            for (at, shard) in shards.iter().enumerate() {
                let sender = sender.clone();
                // whoever receives is there until all have sent
                scope.spawn(move || sender.send((at, self.count(shard))).ok());
            }
            drop(sender);
            for (at, counted) in arrivals {
                let read = counted.and_then(|it| {
                    let read = Read { cases: it.count.conformance.cases(), notes: it.notes };
                    count.merge(it.count)?;
                    match it.cases {
                        Some(named) => drop(cases.insert(at, named)),
                        None => unnamed += read.cases,
                    }
                    Ok(read)
                });
                told.insert(at, read);
            }
        });
        let shards = told.into_iter().zip(shards).map(|((_, read), shard)| (shard.name(), read)).collect();
        Merged { count, shards, twice: twice(cases), unnamed }
    }
}

fn twice(shards: BTreeMap<usize, HashMap<u64, u64>>) -> First<Twice> {
    let (mut known, mut found) = (HashMap::new(), Vec::new());
    for (shard, cases) in shards {
        for (print, line) in cases {
            match known.entry(print) {
                Entry::Vacant(it) => {
                    it.insert((shard, line));
                }
                Entry::Occupied(it) => found.push(Twice { at: (shard, line), before: *it.get() }),
            }
        }
    }
    found.sort();
    found.into_iter().collect()
}
