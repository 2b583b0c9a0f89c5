//! 办件之外: minutes of matters, statistics and tallies of shards, lists to draw from, a line each.

use serde::{Serialize, de::DeserializeOwned};
use strum::IntoEnumIterator;
use tongquan::{
    Key, Region, Rule,
    case::Period,
    oversight::{Conformance, Evidence, EvidenceOf, FacetKind, Measures, Span, Statistics},
};

use super::{
    Outcome,
    dossiers::dossiers,
    given::{OFFICE, SMALL},
    population::Population,
    read, round_trip,
};

/// What was counted elsewhere.
#[derive(Default)]
struct Shards {
    facets: Vec<Statistics>,
    evidence: Vec<Statistics<(Key, Region)>>,
    tallies: Vec<Conformance>,
}

pub(crate) fn beside(bytes: &[u8]) -> Outcome {
    let mut shards = Shards::default();
    let mut outcomes = Vec::new();
    for line in bytes.split(|it| *it == b'\n').take(8) {
        if let Some(it) = read::<Statistics>(line) {
            round_trip(&it);
            it.groups().for_each(|(key, it)| assert!(!key.zh().is_empty() && measured(it)));
            let grouped: usize = FacetKind::iter().map(|kind| it.by(kind).count()).sum();
            assert_eq!(grouped, it.groups().len());
            shards.facets.push(it);
        } else if let Some(it) = read::<Statistics<(Key, Region)>>(line) {
            round_trip(&it);
            shards.evidence.push(it);
        } else if let Some(it) = read::<Conformance>(line) {
            round_trip(&it);
            shards.tallies.push(it);
        } else if let Some(it) = read::<Population>(line) {
            round_trip(&it);
            outcomes.push(it.drawn());
        } else {
            outcomes.push(dossiers(line));
        }
    }
    outcomes.extend([merged(&shards.facets), merged(&shards.evidence), added(&shards.tallies)]);
    shards.evidence.iter().for_each(ranked);
    [Outcome::Refused, Outcome::Taken].into_iter().find(|it| outcomes.contains(it)).unwrap_or(Outcome::Unread)
}

/// Every figure can be asked for.
fn measured(it: &Measures) -> bool {
    assert!(it.cases() > 0 && it.running() <= it.cases() && it.unproven() <= it.cases());
    let _ = (it.refused_share().value(), it.outstanding(), it.decided());
    Period::ALL.into_iter().for_each(|period| assert!(it.on_time(period).value().is_none_or(|it| it <= 1.0)));
    for days in Span::iter().map(|span| it.span(span)).filter(|it| !it.is_empty()) {
        let ranks = [0, 50, 90, 100].map(|it| days.percentile(it).unwrap());
        assert!(ranks.is_sorted() && days.least() == Some(ranks[0]) && days.greatest() == Some(ranks[3]));
        assert!(days.within(ranks[1]) >= days.count() / 2);
        assert!(days.mean().value().is_some());
    }
    true
}

/// Shards of one day add up in any order, and what they add up to is read again; one of another day is refused, and changes nothing.
fn merged<K: Ord + Clone + std::fmt::Debug + Serialize + DeserializeOwned>(shards: &[Statistics<K>]) -> Outcome {
    let Some(first) = shards.first() else { return Outcome::Unread };
    let mut outcome = Outcome::Taken;
    let sum = |shards: &mut dyn Iterator<Item = &Statistics<K>>| {
        let (mut all, mut refused) = (Statistics::on(first.day()), 0);
        for shard in shards {
            let before = all.clone();
            match all.merge(shard.clone()) {
                Ok(()) => assert_eq!(shard.day(), first.day()),
                Err(why) => {
                    assert!(why.names(Rule::StatisticsOfOneDay) && shard.day() != first.day());
                    assert_eq!(all, before);
                    refused += 1;
                }
            }
        }
        (all, refused)
    };
    let (forth, refused) = sum(&mut shards.iter());
    assert_eq!((&forth, refused), (&sum(&mut shards.iter().rev()).0, refused));
    if refused > 0 {
        outcome = Outcome::Refused;
    }
    forth.groups().for_each(|(_, it)| assert!(measured(it)));
    round_trip(&forth);
    outcome
}

fn added(tallies: &[Conformance]) -> Outcome {
    if tallies.is_empty() {
        return Outcome::Unread;
    }
    let sum = |tallies: &mut dyn Iterator<Item = &Conformance>| {
        tallies.fold(Conformance::default(), |mut all, it| {
            all.merge(it.clone());
            all
        })
    };
    let forth = sum(&mut tallies.iter());
    assert_eq!(forth, sum(&mut tallies.iter().rev()));
    assert!(forth.clean() <= forth.cases() && forth.held() <= forth.cases());
    round_trip(&forth);
    Outcome::Taken
}

/// Evidence for an amendment, by whatever was counted.
fn ranked(it: &Statistics<(Key, Region)>) {
    for office in [&*OFFICE, &*SMALL] {
        let evidence = Evidence::of(it, office.now());
        let told = evidence.rows().iter().map(|it| it.measures().cases());
        let others = evidence.not_devolved().iter().map(|it| it.cases);
        let counted = it.groups().map(|(_, it)| it.cases());
        let sum = |it: &mut dyn Iterator<Item = u64>| it.map(u128::from).sum::<u128>();
        assert_eq!(sum(&mut told.chain(others)), sum(&mut counted.into_iter()), "each case is somewhere");
        let by_item = evidence.by_item();
        for of in EvidenceOf::iter() {
            assert_eq!(evidence.ranked(of).len(), evidence.rows().len());
            for row in by_item.ranked(of).into_iter().take(4) {
                assert!(!row.zh().is_empty() && !row.to_string().is_empty());
                let _ = row.figure(of).value();
            }
        }
    }
}
