//! 抽查: a sample from whatever list is given.

use serde::{Deserialize, Serialize};
use tongquan::{
    Region, Rule,
    oversight::{Draw, Quota, Sample, rank},
};

use super::Outcome;

/// What there is to draw from, and how.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Population {
    seed: u64,
    quota: Quota,
    from: Vec<(Region, String)>,
}

impl Population {
    fn draw(&self, things: impl Iterator<Item = usize>) -> Draw<Region, ()> {
        let mut draw = Draw::new(self.seed, self.quota);
        things.for_each(|at| draw.add(self.from[at].0, &self.from[at].1, ()));
        draw
    }

    /// A second person draws the same, in whatever order and shards.
    pub(super) fn drawn(&self) -> Outcome {
        let all = 0..self.from.len();
        let whole = self.draw(all.clone()).drawn();
        let mut merged = self.draw(all.clone().rev().step_by(2));
        let mut other = Draw::new(self.seed.wrapping_add(1), self.quota);
        assert!(other.merge(merged.clone()).unwrap_err().names(Rule::ShardsOfOneDraw));
        merged.merge(self.draw(all.clone().rev().skip(1).step_by(2))).unwrap();
        assert_eq!(merged.drawn(), whole);
        let again = Sample::stratified(self.seed, self.quota, &self.from, |it| it.0, |it| it.1.clone());
        assert_eq!(again.as_ref().err(), whole.as_ref().err());
        let Ok(sample) = whole else {
            assert!(!whole.unwrap_err().zh().is_empty());
            return Outcome::Refused;
        };
        assert_eq!(serde_json::to_string(&again.unwrap()).unwrap(), serde_json::to_string(&sample).unwrap());
        for stratum in sample.strata() {
            assert!(stratum.drawn.len() <= stratum.size);
            let ranks: Vec<u64> = stratum.drawn.iter().map(|it| rank(self.seed, &it.id)).collect();
            assert!(ranks.is_sorted(), "in the order of the draw");
        }
        let expected = match self.quota {
            Quota::Each(number) => number * sample.strata().len(),
            Quota::InProportion(number) => number,
        };
        assert_eq!(sample.things().count(), expected);
        Outcome::Taken
    }
}
