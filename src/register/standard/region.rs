//! 区域标准: a region's own, held against the handbook edition that it is drawn from (`C7` 严格依据, `SDOBE30`).

use std::collections::{HashMap, HashSet};

use super::{
    Aspect, Change, Direction, Element, Material, ReviewStep, Standard,
    against::{index, rows},
    steps::Side,
};
use crate::{
    law::{Fact, Faults, Rule},
    text::Mark,
};

/// What a region leaves as it is, and what it may shorten, lower, drop or merge.
pub(super) fn adds_nothing(path: &str, own: &Standard, handbook: &Standard, faults: &mut Faults) {
    let changes = own.against(handbook).changes;
    if changes.is_empty() {
        return;
    }
    let held =
        Held { own: Side::of(&own.steps), handbook: Side::of(&handbook.steps), materials: index(&handbook.materials) };
    for it in changes {
        let permitted = held.permits(&it);
        faults.require(permitted, Rule::RegionAddsNothing, || (it.path(path), it.before, it.after));
    }
    held.merges(path, own, faults);
    for (at, step) in rows(&own.steps, &held.own.steps) {
        held.prerequisites(&format!("{path}.steps[{at}].after"), step, faults);
    }
}

struct Held<'a> {
    own: Side<'a>,
    handbook: Side<'a>,
    materials: HashMap<&'a Mark, (usize, &'a Material)>,
}

impl<'a> Held<'a> {
    fn permits(&self, change: &Change) -> bool {
        match (change.element, change.aspect, change.direction) {
            (_, _, Direction::Grown) => false,
            // each judged by itself, below
            (Element::Step, Aspect::After | Aspect::Merges, _) => true,
            // a required step that waited for it is no more
            (Element::Step, Aspect::Awaited, _) => true,
            (Element::Step, aspect, Direction::Shrunk) => self.may_lose(change.code.as_ref(), aspect),
            (Element::Material, _, Direction::Shrunk) => {
                let material = change.code.as_ref().and_then(|code| self.materials.get(code));
                material.is_some_and(|(_, it)| it.dispensable)
            }
            // what stops the clock stands as law and handbook have it
            (Element::Procedure, _, _) => false,
            // shorter days, lower fees
            (_, _, Direction::Shrunk) => true,
            (_, _, Direction::Changed) => false,
        }
    }

    /// A step that is required by law loses nothing that it has of itself. One that the handbook lacks stands for
    /// others, and those are judged.
    fn may_lose(&self, code: Option<&Mark>, aspect: Aspect) -> bool {
        let Some((_, step)) = code.and_then(|it| self.handbook.steps.get(it)) else { return true };
        step.dispensable
            || (aspect == Aspect::Required && !step.required)
            || (aspect == Aspect::Repeats && !step.repeats)
    }

    /// What is merged is a step of the handbook, no longer stands by itself, and goes into one other. Whether it is
    /// dispensable is judged where it is told as dropped.
    fn merges(&self, path: &str, own: &Standard, faults: &mut Faults) {
        let mut merged = HashSet::new();
        for (at, step) in rows(&own.steps, &self.own.steps) {
            let path = || format!("{path}.steps[{at}].merges");
            for code in &step.merges {
                let known = self.handbook.steps.contains_key(code);
                faults.require(known, Rule::StepKnown, || (path(), Fact::Nothing, code));
                let kept = self.own.steps.contains_key(code);
                let again = !merged.insert(code);
                faults.require(!kept && !again, Rule::RegionAddsNothing, || (path(), Fact::Nothing, code));
            }
        }
    }

    /// A step waits for what the handbook has it wait for, and for the merging step in the place of those merged. Only
    /// where a step that it waited for was dropped may it wait for others in its stead, or for none.
    fn prerequisites(&self, path: &str, step: &'a ReviewStep, faults: &mut Faults) {
        let kept = self.handbook.steps.get(&step.code).map(|(_, it)| *it);
        let place: Vec<&ReviewStep> = kept.into_iter().chain(self.handbook.merged_by(step, &self.own)).collect();
        let (mut stands, mut seen, mut freed) = (Vec::new(), HashSet::new(), false);
        for code in place.iter().flat_map(|it| &it.after).filter(|it| self.handbook.steps.contains_key(it)) {
            match self.taken_by(code) {
                None => freed = true,
                Some(there) if there != &step.code && seen.insert(there) => stands.push(there),
                Some(_) => {}
            }
        }
        let given: HashSet<&Mark> = step.after.iter().collect();
        let adds = given.iter().any(|it| !seen.contains(it));
        // one that the handbook lacks and that merges nothing is told as added already
        let fits = place.is_empty() || (seen.is_subset(&given) && (freed || !adds));
        faults
            .require(fits, Rule::RegionAddsNothing, || (path.to_owned(), Fact::list(stands), Fact::list(&step.after)));
    }

    /// The step of the region's own that has the place of one of the handbook's.
    fn taken_by(&self, code: &'a Mark) -> Option<&'a Mark> {
        if self.own.steps.contains_key(code) { Some(code) } else { self.own.merger_of(code).map(|it| &it.code) }
    }
}
