//! Standards (rulebook 8, C7): 只减不增 between editions, and what a region may change for itself.

use std::collections::BTreeSet;

/// CHOICE: rulebook 8 lets a region shorten days, and drop or merge what is *marked*; a fee carries
/// no mark, and 收费标准 is an element of the city's standard, by which it works 严格依据. So a fee
/// stands, lower ones included. `true` lets a region lower and drop fees.
const REGION_MAY_LOWER_FEES: bool = false;

/// A step or a material.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) code: String,
    /// A step without which no favourable decision is taken; a material that must be handed in.
    pub(crate) required: bool,
    /// It may be taken more than once. Steps only.
    pub(crate) repeats: bool,
    /// Required by law. Read in the handbook alone: a region's own marks do not count.
    pub(crate) by_law: bool,
    /// Parts of the older or the city's book, by code, in whose place this one stands. A part of
    /// the same code always stands in its place and need not be named.
    pub(crate) merges: Vec<String>,
}

/// A handbook, or a region's own standard, as far as it can grow. Codes are unique in each list.
/// Not looked at: prerequisites, the statutory limit, outcome words, remedies, examples.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    pub(crate) steps: Vec<Part>,
    pub(crate) materials: Vec<Part>,
    /// Code, amount in fen. Not listed is the same as 0.
    pub(crate) fees: Vec<(String, u64)>,
    /// Amount and unit ("working_day" or "day"). `None`: nothing is promised.
    pub(crate) promised: Option<(u32, String)>,
    /// Whatever tells two conditions apart (code, kind, words) joined into one string each.
    pub(crate) conditions: BTreeSet<String>,
}

/// What grew from `old` to `new`: more is asked of the applicant, or more time may be taken.
///
/// The words are, for step and material alike, "step:X added", "step:X required" (it was there,
/// and was not), "step:X repeats" (steps), "step:X doubled"; "fee:X added", "fee:X up"; "days up",
/// "days dropped", "days unit changed". Conditions may change: C7 counts 环节, 时限, 材料等, and our
/// reading of 等 is fees.
pub(crate) fn growth(old: &Book, new: &Book) -> BTreeSet<String> {
    let mut grown = more("step", &old.steps, &new.steps);
    grown.extend(more("material", &old.materials, &new.materials));
    grown.extend(fees_up(old, new));
    grown.extend(longer(old, new));
    grown
}

/// What in a region's own standard it may not do: everything of `growth`, and, for step and
/// material alike, "step:X dropped", "step:X merged", "step:X loosened" (kept, yet no longer
/// required) where the handbook marks X as required by law; "condition:X dropped",
/// "condition:X added"; "fee:X down".
pub(crate) fn region_may(handbook: &Book, own: &Book) -> BTreeSet<String> {
    let mut breaches = growth(handbook, own);
    breaches.extend(less("step", &handbook.steps, &own.steps));
    breaches.extend(less("material", &handbook.materials, &own.materials));
    for gone in handbook.conditions.difference(&own.conditions) {
        breaches.insert(format!("condition:{gone} dropped"));
    }
    for come in own.conditions.difference(&handbook.conditions) {
        breaches.insert(format!("condition:{come} added"));
    }
    if !REGION_MAY_LOWER_FEES {
        for (code, amount) in &handbook.fees {
            if fee(own, code).unwrap_or(0) < *amount {
                breaches.insert(format!("fee:{code} down"));
            }
        }
    }
    breaches
}

fn stands_for(part: &Part, code: &str) -> bool {
    part.code == code || part.merges.iter().any(|m| m == code)
}

fn more(what: &str, old: &[Part], new: &[Part]) -> BTreeSet<String> {
    let mut grown = BTreeSet::new();
    for part in new {
        let code = &part.code;
        let places: Vec<&Part> = old.iter().filter(|o| stands_for(part, &o.code)).collect();
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
    // CHOICE: two parts in the place of one (merged twice, or merged and kept) are one too many.
    for before in old {
        if new.iter().filter(|part| stands_for(part, &before.code)).count() > 1 {
            grown.insert(format!("{what}:{} doubled", before.code));
        }
    }
    grown
}

fn less(what: &str, handbook: &[Part], own: &[Part]) -> BTreeSet<String> {
    let mut breaches = BTreeSet::new();
    for part in handbook.iter().filter(|part| part.by_law) {
        let code = &part.code;
        let kept = own.iter().find(|o| o.code == *code);
        let merged = own.iter().any(|o| stands_for(o, code));
        match kept {
            // CHOICE: what the law requires and the region leaves open is as good as dropped.
            Some(o) if part.required && !o.required => breaches.insert(format!("{what}:{code} loosened")),
            // It may take in others that the law does not require; a repeat may be given up.
            Some(_) => false,
            None if merged => breaches.insert(format!("{what}:{code} merged")),
            None => breaches.insert(format!("{what}:{code} dropped")),
        };
    }
    breaches
}

fn fee(book: &Book, code: &str) -> Option<u64> {
    book.fees.iter().find(|(c, _)| c == code).map(|(_, amount)| *amount)
}

/// CHOICE: fee by fee, not their sum, as steps and materials are not just counted either.
fn fees_up(old: &Book, new: &Book) -> BTreeSet<String> {
    let mut grown = BTreeSet::new();
    for (code, amount) in &new.fees {
        match fee(old, code) {
            None if *amount > 0 => grown.insert(format!("fee:{code} added")),
            Some(before) if *amount > before => grown.insert(format!("fee:{code} up")),
            _ => false,
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
