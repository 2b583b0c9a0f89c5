use std::collections::{HashMap, HashSet};

use super::{
    Aspect, Change, Direction, ReviewStep,
    against::{by_law, index, keyed, note, rows},
    comparison::Note,
};
use crate::{law::Fact, text::Mark};

/// Steps are compared place by place: a step stands for the other side's step of its code, and for those that it merges
/// there.
pub(super) fn compare(before: &[ReviewStep], after: &[ReviewStep], changes: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let (old, new) = (Side::of(before), Side::of(after));
    for (at, it) in rows(after, &new.steps) {
        let mut note = note(it, Some(at), changes);
        let mut was: Vec<&ReviewStep> = old.merged_by(it, &new).collect();
        let mut is = vec![it];
        if let Some((_, same)) = old.steps.get(&it.code) {
            was.push(same);
            is.extend(new.merged_by(same, &old));
            note.changed(Aspect::Name, same.name.clone(), it.name.clone());
            flags(&mut note, (&old, &was), (&new, &is));
            note.changed(Aspect::Dispensable, by_law(same.dispensable), by_law(it.dispensable));
            note.changed(Aspect::OnSite, on_site(same.on_site), on_site(it.on_site));
            codes(&mut note, Aspect::After, &same.after, &it.after);
            codes(&mut note, Aspect::Merges, &same.merges, &it.merges);
        } else if was.is_empty() {
            note.add(Aspect::Presence, Direction::Grown, old.merger(&it.code), it.name.clone());
        } else {
            note.add(Aspect::Merges, Direction::Changed, names(&was), it.name.clone());
            flags(&mut note, (&old, &was), (&new, &is));
        }
    }
    for (_, was) in rows(before, &old.steps).filter(|(_, it)| !new.steps.contains_key(&it.code)) {
        let mut note = note(was, None, changes);
        let is: Vec<&ReviewStep> = new.merged_by(was, &old).collect();
        if is.is_empty() {
            note.add(Aspect::Presence, Direction::Shrunk, was.name.clone(), new.merger(&was.code));
        } else {
            note.add(Aspect::Merges, Direction::Changed, was.name.clone(), names(&is));
            flags(&mut note, (&old, &[was]), (&new, &is));
        }
    }
}

/// The steps of one of the two standards.
pub(super) struct Side<'a> {
    pub(super) steps: HashMap<&'a Mark, (usize, &'a ReviewStep)>,
    awaited: HashSet<&'a Mark>,
    mergers: HashMap<&'a Mark, &'a ReviewStep>,
}

impl<'a> Side<'a> {
    pub(super) fn of(list: &'a [ReviewStep]) -> Self {
        let steps = index(list);
        let mergers = keyed(rows(list, &steps).flat_map(|(_, it)| it.merges.iter().map(move |code| (code, it))));
        Self { awaited: awaited(&steps), mergers, steps }
    }

    /// The steps here whose place a step of the other side takes: those that it merges and that do not stand there
    /// themselves.
    pub(super) fn merged_by(&self, step: &'a ReviewStep, there: &Self) -> impl Iterator<Item = &'a ReviewStep> {
        let gone = step.merges.iter().filter(|code| !there.steps.contains_key(code));
        gone.filter_map(|code| self.steps.get(code).map(|(_, it)| *it))
    }

    /// The step here that takes the place of one of the other side.
    pub(super) fn merger_of(&self, code: &Mark) -> Option<&'a ReviewStep> {
        self.mergers.get(code).copied()
    }

    fn merger(&self, code: &Mark) -> Fact {
        self.merger_of(code).map(|it| it.name.clone()).into()
    }
}

/// The steps that a required one waits for, through others too: required in effect, whatever they say of themselves.
fn awaited<'a>(steps: &HashMap<&'a Mark, (usize, &'a ReviewStep)>) -> HashSet<&'a Mark> {
    let mut awaited = HashSet::new();
    let mut open: Vec<&ReviewStep> = steps.values().map(|(_, it)| *it).filter(|it| it.required).collect();
    while let Some(step) = open.pop() {
        for (_, before) in step.after.iter().filter_map(|code| steps.get(code)) {
            if awaited.insert(&before.code) {
                open.push(before);
            }
        }
    }
    awaited
}

fn flags(note: &mut Note<'_>, (old, was): (&Side<'_>, &[&ReviewStep]), (new, is): (&Side<'_>, &[&ReviewStep])) {
    let any = |place: &[&ReviewStep], of: fn(&ReviewStep) -> bool| place.iter().any(|it| of(it));
    let [before, after] = [was, is].map(|place| any(place, |it| it.required));
    note.flag(Aspect::Required, [OPTIONAL, REQUIRED], before, after);
    if !before && !after {
        let awaited = |side: &Side<'_>, place: &[&ReviewStep]| place.iter().any(|it| side.awaited.contains(&it.code));
        note.flag(Aspect::Awaited, [OPTIONAL, AWAITED], awaited(old, was), awaited(new, is));
    }
    let [before, after] = [was, is].map(|place| any(place, |it| it.repeats));
    note.flag(Aspect::Repeats, [ONCE, REPEATS], before, after);
}

fn codes(note: &mut Note<'_>, aspect: Aspect, before: &[Mark], after: &[Mark]) {
    let set = |codes| -> HashSet<&Mark> { HashSet::from_iter(codes) };
    if set(before) != set(after) {
        note.add(aspect, Direction::Changed, Fact::list(before), Fact::list(after));
    }
}

fn names(place: &[&ReviewStep]) -> Fact {
    Fact::list(place.iter().map(|it| it.name.clone()))
}

const fn on_site(is: bool) -> Fact {
    if is {
        Fact::Term { zh: "实地核查", en: "on site" }
    } else {
        Fact::Term { zh: "非实地", en: "not on site" }
    }
}

const REQUIRED: Fact = Fact::Term { zh: "必经", en: "required" };
const OPTIONAL: Fact = Fact::Term { zh: "非必经", en: "optional" };
const AWAITED: Fact = Fact::Term { zh: "必经环节的前置", en: "awaited by a required step" };
const ONCE: Fact = Fact::Term { zh: "不重复", en: "taken once" };
const REPEATS: Fact = Fact::Term { zh: "可重复", en: "may be repeated" };
