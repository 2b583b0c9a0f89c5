//! Standards (rulebook 8, C7): 只减不增 between editions, and what a region may change for itself.

use std::collections::BTreeSet;

/// A step or a material.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) code: String,
    pub(crate) name: String,
    /// A step without which no favourable decision is taken; a material that must be handed in.
    pub(crate) required: bool,
    /// It may be taken more than once. Steps only.
    pub(crate) repeats: bool,
    /// Required by law. Which parts are, the handbook says: a region may not say otherwise.
    pub(crate) by_law: bool,
    /// Parts of the city's book, by code, in whose place this one stands. A part of the same code
    /// always stands in its place and need not be named.
    pub(crate) merges: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Fee {
    pub(crate) code: String,
    pub(crate) name: String,
    /// In fen. One of 0 is a fee that is named, and none is owed.
    pub(crate) amount: u64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Condition {
    pub(crate) code: String,
    pub(crate) name: String,
    /// "acceptance" or "review".
    pub(crate) kind: String,
}

/// A handbook, or a region's own standard, as far as it can grow. Codes are unique in each list.
/// Not looked at: prerequisites, the statutory limit, outcome words, remedies, examples.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    pub(crate) steps: Vec<Part>,
    pub(crate) materials: Vec<Part>,
    pub(crate) fees: Vec<Fee>,
    /// Amount and unit ("working_day" or "day"). `None`: nothing is promised.
    pub(crate) promised: Option<(u32, String)>,
    pub(crate) conditions: Vec<Condition>,
}

/// What grew from `old` to `new`: more is asked of the applicant, or more time may be taken.
///
/// The words are, for step and material alike, "step:X added", "step:X required" (it was there,
/// and was not), "step:X repeats" (steps); "fee:X added", "fee:X up"; "days up", "days dropped",
/// "days unit changed". Conditions may change: C7 counts 环节, 时限, 材料等, and our reading of 等 is
/// fees.
pub(crate) fn growth(old: &Book, new: &Book) -> BTreeSet<String> {
    let mut grown = more("step", &old.steps, &new.steps);
    grown.extend(more("material", &old.materials, &new.materials));
    grown.extend(fees_up(old, new));
    grown.extend(longer(old, new));
    grown
}

/// What in a region's own standard it may not do: everything of `growth`, and, for step and
/// material alike, "step:X dropped", "step:X merged", "step:X loosened" (kept, yet no longer
/// required), "step:X once" (kept, yet no longer to be repeated) where the handbook marks X as
/// required by law; "step:X unknown" and "step:X doubled" of what is merged; "step:X marked" where
/// its mark is not the handbook's; "condition:X dropped", "condition:X added"; and "named" of
/// whatever has another name than in the handbook. It may lower and drop fees (S42).
pub(crate) fn region_may(handbook: &Book, own: &Book) -> BTreeSet<String> {
    let mut breaches = growth(handbook, own);
    for (what, handbook, own) in
        [("step", &handbook.steps, &own.steps), ("material", &handbook.materials, &own.materials)]
    {
        breaches.extend(less(what, handbook, own));
        breaches.extend(merged_wrongly(what, handbook, own));
        breaches.extend(otherwise(what, "marked", handbook, own, |it| [it.code.clone(), it.by_law.to_string()]));
        breaches.extend(otherwise(what, "named", handbook, own, |it| [it.code.clone(), it.name.clone()]));
    }
    breaches.extend(other_conditions(handbook, own));
    // It works by the city's standard (8), and names are of it.
    breaches.extend(otherwise("fee", "named", &handbook.fees, &own.fees, |it| [it.code.clone(), it.name.clone()]));
    breaches.extend(otherwise("condition", "named", &handbook.conditions, &own.conditions, |it| {
        [it.code.clone(), it.name.clone()]
    }));
    breaches
}

/// Of those with one code in both, where what `words` has beside the code is not alike.
fn otherwise<T>(what: &str, how: &str, was: &[T], is: &[T], words: fn(&T) -> [String; 2]) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    for ([code, before], [same, now]) in was.iter().flat_map(|was| is.iter().map(move |is| (words(was), words(is)))) {
        if code == same && before != now {
            told.insert(format!("{what}:{code} {how}"));
        }
    }
    told
}

/// Conditions stand (8): one of another kind is another one.
fn other_conditions(handbook: &Book, own: &Book) -> BTreeSet<String> {
    let of = |book: &Book| -> BTreeSet<String> {
        book.conditions.iter().map(|it| format!("{} {}", it.code, it.kind)).collect()
    };
    let (was, is) = (of(handbook), of(own));
    let dropped = was.difference(&is).map(|it| format!("condition:{it} dropped"));
    let added = is.difference(&was).map(|it| format!("condition:{it} added"));
    dropped.chain(added).collect()
}

/// What is merged is of the handbook, and goes once into one other part (S36).
fn merged_wrongly(what: &str, handbook: &[Part], own: &[Part]) -> BTreeSet<String> {
    let mut told = BTreeSet::new();
    let merged: Vec<&String> = own.iter().flat_map(|part| &part.merges).collect();
    for code in &merged {
        if !handbook.iter().any(|part| part.code == **code) {
            told.insert(format!("{what}:{code} unknown"));
        }
        // CHOICE: what stands, the part that merges included, has its place, and needs no other
        let stands = own.iter().any(|part| part.code == **code);
        if stands || merged.iter().filter(|it| *it == code).count() > 1 {
            told.insert(format!("{what}:{code} doubled"));
        }
    }
    told
}

/// What stands in its own book has its place in itself alone.
fn stands_for(part: &Part, code: &str, book: &[Part]) -> bool {
    part.code == code || (part.merges.iter().any(|m| m == code) && !book.iter().any(|it| it.code == code))
}

fn more(what: &str, old: &[Part], new: &[Part]) -> BTreeSet<String> {
    let mut grown = BTreeSet::new();
    for part in new {
        let code = &part.code;
        let places: Vec<&Part> = old.iter().filter(|o| stands_for(part, &o.code, new)).collect();
        if places.is_empty() {
            // CHOICE: required or not. A step that the standard has may be taken, a material that
            // it names may be asked for (rulebook 5), and neither could be before. A merge that
            // names nothing of the old book stands in nobody's place.
            grown.insert(format!("{what}:{code} added"));
            continue;
        }
        // CHOICE: one part in the place of others asks for what one of them asked for.
        if part.required && !places.iter().any(|o| o.required) {
            grown.insert(format!("{what}:{code} required"));
        }
        if part.repeats && !places.iter().any(|o| o.repeats) {
            grown.insert(format!("{what}:{code} repeats"));
        }
    }
    grown
}

fn less(what: &str, handbook: &[Part], own: &[Part]) -> BTreeSet<String> {
    let mut breaches = BTreeSet::new();
    for part in handbook.iter().filter(|part| part.by_law) {
        let code = &part.code;
        let Some(kept) = own.iter().find(|o| o.code == *code) else {
            let merged = own.iter().any(|o| stands_for(o, code, own));
            breaches.insert(format!("{what}:{code} {}", if merged { "merged" } else { "dropped" }));
            continue;
        };
        // CHOICE: what the law requires and the region leaves open is as good as dropped.
        if part.required && !kept.required {
            breaches.insert(format!("{what}:{code} loosened"));
        }
        // It may take in others that the law does not require. Leave to repeat is a part of it (8).
        if part.repeats && !kept.repeats {
            breaches.insert(format!("{what}:{code} once"));
        }
    }
    breaches
}

/// CHOICE: fee by fee, not their sum, as steps and materials are not just counted either. One that
/// is added has grown, whatever its amount (S41).
fn fees_up(old: &Book, new: &Book) -> BTreeSet<String> {
    let mut grown = BTreeSet::new();
    for fee in &new.fees {
        match old.fees.iter().find(|was| was.code == fee.code) {
            None => grown.insert(format!("fee:{} added", fee.code)),
            Some(was) if fee.amount > was.amount => grown.insert(format!("fee:{} up", fee.code)),
            Some(_) => false,
        };
    }
    grown
}

fn longer(old: &Book, new: &Book) -> Option<String> {
    match (&old.promised, &new.promised) {
        // A first promise is never longer than none.
        (None, _) => None,
        // CHOICE: without a promise more time may be taken, though the statutory limit still binds;
        // a region's own standard that is silent promises nothing (it does not inherit).
        (Some(_), None) => Some("days dropped".to_owned()),
        // CHOICE: as between promise and statute, units are not weighed against each other
        // (rulebook 5), so that it did not grow cannot be shown.
        (Some((_, before)), Some((_, now))) if before != now => Some("days unit changed".to_owned()),
        (Some((before, _)), Some((now, _))) => (now > before).then(|| "days up".to_owned()),
    }
}
