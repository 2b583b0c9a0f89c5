//! Where it was decided that the crate says otherwise than the model, and why. Nothing else may differ.

use std::collections::BTreeMap;

use tongquan::{
    register::{Fee, Standard},
    text::Mark,
};

use super::words::{Words, book};
use crate::model::standard::{growth, region_may};

/// Why, and what becomes of the model's words; given the handbook and the region's own.
pub(super) type Decided = (&'static str, fn(&Standard, &Standard, &mut Words));

pub(super) const DECIDED: [Decided; 7] = [
    ("both refuse what is merged and stands all the same; in the crate nothing has its place but itself", places),
    ("a region may lower a fee, or drop it (S42)", |_, _, words| words.retain(|it| !it.ends_with(" down"))),
    ("a fee that is added is growth, whatever its amount (S41); to the model one of 0 is none", free_fees),
    ("only what no law requires is given up (8), leave to repeat a step included; the model lets it go", repeats),
    ("what the law requires is the handbook's to mark (8); the model passes over a region's marks", marks),
    ("what is merged is the handbook's, another step, named once (S36); the model passes over the rest", merges),
    ("a region works by the city's standard (8), names included; the model knows none", names),
];

/// What the model says grew from one edition to the next, or from the handbook to a region's own, and what was decided
/// otherwise: what goes into two steps has not grown, the second entry is refused by itself.
pub(super) fn expected_growth(old: &Standard, new: &Standard) -> Words {
    let mut words = growth(&book(old), &book(&apart(new)));
    words.retain(|it| !it.ends_with(" doubled"));
    free_fees(old, new, &mut words);
    words
}

/// What the model says a region may not, and what was decided otherwise.
pub(super) fn expected_breaches(handbook: &Standard, own: &Standard) -> Words {
    let mut words = region_may(&book(handbook), &book(own));
    DECIDED.iter().for_each(|(_, change)| change(handbook, own, &mut words));
    words
}

fn among(it: &Standard, code: &Mark) -> bool {
    it.steps.iter().any(|it| it.code == *code)
}

/// With the entries left out that merge a step which stands.
fn apart(it: &Standard) -> Standard {
    let mut apart = it.clone();
    apart.steps.iter_mut().for_each(|step| step.merges.retain(|code| !among(it, code)));
    apart
}

fn places(handbook: &Standard, own: &Standard, words: &mut Words) {
    words.retain(|it| it.ends_with(" doubled"));
    words.extend(region_may(&book(handbook), &book(&apart(own))));
}

fn free_fees(old: &Standard, new: &Standard, words: &mut Words) {
    let listed = |it: &Fee| old.fees.iter().any(|was| was.code == it.code);
    let free = new.fees.iter().filter(|it| it.amount == 0 && !listed(it));
    words.extend(free.map(|it| format!("fee:{} added", it.code)));
}

fn repeats(handbook: &Standard, own: &Standard, words: &mut Words) {
    let by_law = handbook.steps.iter().filter(|it| it.repeats && !it.dispensable);
    let once = by_law.filter(|was| own.steps.iter().any(|it| it.code == was.code && !it.repeats));
    words.extend(once.map(|it| format!("step:{} once", it.code)));
}

fn marks(handbook: &Standard, own: &Standard, words: &mut Words) {
    let of = |it: &Standard| -> BTreeMap<String, bool> {
        let steps = it.steps.iter().map(|it| (format!("step:{}", it.code), it.dispensable));
        steps.chain(it.materials.iter().map(|it| (format!("material:{}", it.code), it.dispensable))).collect()
    };
    words.extend(otherwise(&of(handbook), &of(own)).map(|thing| format!("{thing} marked")));
}

fn merges(handbook: &Standard, own: &Standard, words: &mut Words) {
    for step in &own.steps {
        for (at, code) in step.merges.iter().enumerate() {
            let known = among(handbook, code);
            if !known {
                words.insert(format!("step:{code} unknown"));
            }
            let named = own.steps.iter().flat_map(|it| &it.merges).filter(|it| *it == code).count();
            let unknown_again = !known && (among(own, code) || named > 1);
            if *code == step.code || step.merges[..at].contains(code) || unknown_again {
                words.insert(format!("step:{code} doubled"));
            }
        }
    }
}

fn names(handbook: &Standard, own: &Standard, words: &mut Words) {
    let of = |it: &Standard| -> BTreeMap<String, String> {
        let steps = it.steps.iter().map(|it| (format!("step:{}", it.code), it.name.to_string()));
        let materials = it.materials.iter().map(|it| (format!("material:{}", it.code), it.name.to_string()));
        let fees = it.fees.iter().map(|it| (format!("fee:{}", it.code), it.name.to_string()));
        let conditions = it.conditions.iter().map(|it| (format!("condition:{}", it.code), it.name.to_string()));
        steps.chain(materials).chain(fees).chain(conditions).collect()
    };
    words.extend(otherwise(&of(handbook), &of(own)).map(|thing| format!("{thing} named")));
}

/// The things that both have, and that are not alike.
fn otherwise<'a, T: PartialEq>(
    was: &'a BTreeMap<String, T>,
    is: &BTreeMap<String, T>,
) -> impl Iterator<Item = &'a String> {
    was.iter().filter(|(thing, was)| is.get(*thing).is_some_and(|it| it != *was)).map(|(thing, _)| thing)
}
