use std::collections::{HashMap, HashSet};

use super::{
    Limit, ReviewStep, Standard,
    against::{Coded, index, rows},
};
use crate::{
    law::{Fact, Faults, Rule},
    text::Mark,
};

impl Standard {
    /// 标准自查: what one standard must hold by itself; every fault is added, under the path given. It is held beside the
    /// others of its item by [`check_line`](super::check_line).
    ///
    /// Rules: [`CodeOnce`](Rule::CodeOnce) in each list, [`LimitsWithinLaw`](Rule::LimitsWithinLaw), [`TimeToCorrect`](Rule::TimeToCorrect),
    /// [`StepKnown`](Rule::StepKnown) of prerequisites (and a handbook merges nothing),
    /// [`StepsReachable`](Rule::StepsReachable); lists and steps of a baseline hold the same.
    /// [`EditionFollows`](Rule::EditionFollows): only a first edition has a baseline.
    /// [`RegionAddsNothing`](Rule::RegionAddsNothing): a region's own has none, and cites nothing for growth.
    ///
    /// ```
    /// use tongquan::{Rule, law::Faults, register::Standard};
    /// let standard: Standard = serde_json::from_str(r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15",
    ///     "materials": [], "conditions": [], "outcome": "确认", "remedies": [],
    ///     "steps": [{"code": "desk", "name": "材料审查", "required": true, "after": ["board"]}]}"#)?;
    /// let mut faults = Faults::default();
    /// standard.check("draft", &mut faults);
    /// assert_eq!((faults.all().len(), faults.all()[0].path.as_str()), (1, "draft.steps[0].after"));
    /// assert!(faults.names(Rule::StepKnown));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn check(&self, path: &str, faults: &mut Faults) {
        codes(path, "materials", &self.materials, faults);
        codes(path, "conditions", &self.conditions, faults);
        codes(path, "procedures", &self.procedures, faults);
        codes(path, "fees", &self.fees, faults);
        let limits = self.limits.filter(|it| !it.is_within());
        faults.require(limits.is_none(), Rule::LimitsWithinLaw, || {
            let told = |it: Option<Limit>| Fact::from(it);
            (format!("{path}.limits"), told(limits.and_then(|it| it.statutory)), told(limits.map(|it| it.promised)))
        });
        let none = self.corrections.filter(|it| it.amount == 0);
        faults.require(none.is_none(), Rule::TimeToCorrect, || (format!("{path}.corrections"), 1, Fact::from(none)));
        steps(path, &self.steps, self.own.is_some(), faults);
        self.check_own(path, faults);
        self.check_baseline(path, faults);
    }

    fn check_own(&self, path: &str, faults: &mut Faults) {
        let cites = self.own.is_some() && !self.grown.is_empty();
        faults.require(!cites, Rule::RegionAddsNothing, || {
            let cited = self.grown.iter().map(|it| it.by.clone());
            (format!("{path}.grown"), Fact::Nothing, Fact::list(cited))
        });
    }

    fn check_baseline(&self, path: &str, faults: &mut Faults) {
        let Some(baseline) = &self.baseline else { return };
        let path = format!("{path}.baseline");
        faults.require(self.own.is_none(), Rule::RegionAddsNothing, || (path.clone(), Fact::Nothing, BASELINE));
        faults.require(self.own.is_some() || self.edition == 1, Rule::EditionFollows, || {
            (path.clone(), 1, u64::from(self.edition))
        });
        codes(&path, "materials", baseline.materials.as_deref().unwrap_or_default(), faults);
        codes(&path, "fees", baseline.fees.as_deref().unwrap_or_default(), faults);
        steps(&path, baseline.steps.as_deref().unwrap_or_default(), false, faults);
    }
}

const BASELINE: Fact = Fact::Term { zh: "改革前基线", en: "a baseline" };

fn codes<T: Coded>(path: &str, list: &str, rows: &[T], faults: &mut Faults) {
    faults.once(Rule::CodeOnce, || format!("{path}.{list}"), rows.iter().map(T::code));
}

fn steps(path: &str, steps: &[ReviewStep], may_merge: bool, faults: &mut Faults) {
    codes(path, "steps", steps, faults);
    let known = index(steps);
    for (at, step) in steps.iter().enumerate() {
        for after in step.after.iter().filter(|it| !known.contains_key(it)) {
            faults.require(false, Rule::StepKnown, || (format!("{path}.steps[{at}].after"), Fact::Nothing, after));
        }
        faults.require(may_merge || step.merges.is_empty(), Rule::StepKnown, || {
            (format!("{path}.steps[{at}].merges"), Fact::Nothing, Fact::list(&step.merges))
        });
    }
    let ring = ring(steps, &known);
    faults
        .require(ring.is_empty(), Rule::StepsReachable, || (format!("{path}.steps"), Fact::Nothing, Fact::list(ring)));
}

/// The steps that can never be taken because they wait in a ring: what is left when all that can be taken has been.
fn ring<'a>(steps: &'a [ReviewStep], known: &HashMap<&'a Mark, (usize, &'a ReviewStep)>) -> Vec<&'a Mark> {
    let mut waits: HashMap<&Mark, usize> = HashMap::new();
    let mut next: HashMap<&Mark, Vec<&Mark>> = HashMap::new();
    for (_, step) in rows(steps, known) {
        let after: HashSet<&Mark> = step.after.iter().filter(|it| known.contains_key(it)).collect();
        waits.insert(&step.code, after.len());
        for before in after {
            next.entry(before).or_default().push(&step.code);
        }
    }
    let mut open: Vec<&Mark> = waits.iter().filter(|(_, left)| **left == 0).map(|(code, _)| *code).collect();
    while let Some(taken) = open.pop() {
        for code in next.remove(taken).unwrap_or_default() {
            if let Some(left) = waits.get_mut(code) {
                *left -= 1;
                if *left == 0 {
                    open.push(code);
                }
            }
        }
    }
    rows(steps, known).map(|(_, it)| &it.code).filter(|it| waits.get(it).is_some_and(|left| *left > 0)).collect()
}
