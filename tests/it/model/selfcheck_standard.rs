//! The model of standards against the sentences of rulebook 8 and of C7.

use std::collections::BTreeSet;

use super::standard::{Book, Condition, Fee, Part, growth, region_may};

/// "site!" required by law, "site+" required, "site" neither; "site*" may be repeated as well.
fn part(spelt: &str) -> Part {
    Part {
        code: spelt.trim_end_matches(['!', '+', '*']).to_owned(),
        required: spelt.contains(['!', '+']),
        repeats: spelt.contains('*'),
        by_law: spelt.contains('!'),
        ..Part::default()
    }
}

fn merging(spelt: &str, others: &[&str]) -> Part {
    Part { merges: others.iter().map(|c| (*c).to_owned()).collect(), ..part(spelt) }
}

fn steps(list: &[&str]) -> Book {
    Book { steps: list.iter().map(|s| part(s)).collect(), ..Book::default() }
}

fn materials(list: &[&str]) -> Book {
    Book { materials: list.iter().map(|s| part(s)).collect(), ..Book::default() }
}

fn fees(list: &[(&str, u64)]) -> Book {
    let fees = list.iter().map(|(code, amount)| Fee { code: (*code).to_owned(), name: String::new(), amount: *amount });
    Book { fees: fees.collect(), ..Book::default() }
}

fn days(amount: u32, unit: &str) -> Book {
    Book { promised: Some((amount, unit.to_owned())), ..Book::default() }
}

fn list(found: BTreeSet<String>) -> Vec<String> {
    found.into_iter().collect()
}

fn nothing() -> [String; 0] {
    []
}

/// 办理环节、申请材料“只减不增”: "steps, days, materials … do not grow" (8).
#[test]
fn steps_and_materials_only_shrink() {
    let old = ["form+", "site", "panel!*"];
    let grew =
        |new: &[&str]| (list(growth(&steps(&old), &steps(new))), list(growth(&materials(&old), &materials(new))));
    let pair = |word: &str| (vec![format!("step:{word}")], vec![format!("material:{word}")]);
    for fewer in [&old[..], &["form", "site", "panel!"], &["panel"], &[]] {
        assert_eq!(grew(fewer), (vec![], vec![]), "{fewer:?}");
    }
    assert_eq!(grew(&["form+", "visit"]), pair("visit added"));
    assert_eq!(grew(&["form+", "visit+*"]), pair("visit added"));
    assert_eq!(grew(&["form+", "site+"]), pair("site required"));
    assert_eq!(grew(&["form+*"]), pair("form repeats"));
    // one for another is no fewer of what was there
    assert_eq!(grew(&["visit"]), pair("visit added"));
}

#[test]
fn one_in_the_place_of_several_is_no_growth() {
    let old = steps(&["form+", "site", "panel!*"]);
    let grew = |parts: Vec<Part>| list(growth(&old, &Book { steps: parts, ..Book::default() }));
    assert_eq!(grew(vec![merging("look+*", &["site", "panel"])]), nothing());
    assert_eq!(grew(vec![merging("form+", &["site"])]), nothing());
    assert_eq!(grew(vec![merging("look+", &["site"])]), ["step:look required"]);
    assert_eq!(grew(vec![merging("look", &["nowhere"])]), ["step:look added"]);
    // what stands has its place in itself
    assert_eq!(grew(vec![part("site"), merging("look", &["site"])]), ["step:look added"]);
}

/// "and, our reading of 等, fees" (8).
#[test]
fn fees_only_shrink() {
    let grew = |old: &[(&str, u64)], new: &[(&str, u64)]| list(growth(&fees(old), &fees(new)));
    assert_eq!(grew(&[("test", 100)], &[("test", 100)]), nothing());
    assert_eq!(grew(&[("test", 100)], &[("test", 99)]), nothing());
    // whatever its amount (S41)
    assert_eq!(grew(&[("test", 100)], &[("copy", 0)]), ["fee:copy added"]);
    assert_eq!(grew(&[("test", 100)], &[("test", 101)]), ["fee:test up"]);
    assert_eq!(grew(&[("test", 100)], &[("copy", 1)]), ["fee:copy added"]);
}

/// 办理时限“只减不增”; "each with its own unit" (5).
#[test]
fn days_only_shrink() {
    let (none, ten) = (Book::default(), days(10, "working_day"));
    assert_eq!(list(growth(&ten, &days(10, "working_day"))), nothing());
    assert_eq!(list(growth(&ten, &days(1, "working_day"))), nothing());
    assert_eq!(list(growth(&none, &ten)), nothing());
    assert_eq!(list(growth(&ten, &days(11, "working_day"))), ["days up"]);
    assert_eq!(list(growth(&ten, &none)), ["days dropped"]);
    assert_eq!(list(growth(&ten, &days(5, "day"))), ["days unit changed"]);
}

/// 受理条件 is not among what 只减不增 counts; for a region "conditions stand" (8).
#[test]
fn conditions_stand() {
    let of = |list: &[(&str, &str)]| {
        let condition =
            |it: &(&str, &str)| Condition { code: it.0.to_owned(), kind: it.1.to_owned(), name: String::new() };
        Book { conditions: list.iter().map(condition).collect(), ..Book::default() }
    };
    let handbook = of(&[("age", "review"), ("place", "review")]);
    let own = of(&[("place", "review"), ("trade", "review")]);
    assert_eq!(list(growth(&handbook, &own)), nothing());
    assert_eq!(list(region_may(&handbook, &own)), ["condition:age review dropped", "condition:trade review added"]);
    assert_eq!(list(region_may(&handbook, &handbook)), nothing());
    // of another kind, it is another
    let sooner = of(&[("age", "acceptance"), ("place", "review")]);
    assert_eq!(
        list(region_may(&handbook, &sooner)),
        ["condition:age acceptance added", "condition:age review dropped"]
    );
}

/// "It may … drop or merge only what the handbook marks as not required by law" (8).
#[test]
fn a_region_drops_and_merges_what_the_law_does_not_require() {
    let handbook = [part("form!"), part("site+"), part("panel*"), part("check!")];
    let book = |steps: &[Part], materials: &[Part]| Book {
        steps: steps.to_vec(),
        materials: materials.to_vec(),
        ..Book::default()
    };
    let breaches = |own: &[Part]| {
        let of_steps = list(region_may(&book(&handbook, &[]), &book(own, &[])));
        let of_materials = list(region_may(&book(&[], &handbook), &book(&[], own)));
        let alike: Vec<_> = of_steps.iter().map(|b| b.replace("step:", "material:")).collect();
        assert_eq!(of_materials, alike);
        of_steps
    };
    let (form, check) = (part("form!"), part("check!"));
    let with = |more: &[Part]| [&[form.clone(), check.clone()], more].concat();
    assert_eq!(breaches(&handbook), nothing());
    assert_eq!(breaches(&with(&[])), nothing());
    assert_eq!(breaches(&with(&[part("site")])), nothing());
    assert_eq!(breaches(&with(&[merging("look+*", &["site", "panel"])])), nothing());
    assert_eq!(breaches(&[merging("form!", &["site", "panel"]), check.clone()]), nothing());
    // what the law requires, the handbook says
    assert_eq!(breaches(&[part("form+"), part("check+")]), ["step:check marked", "step:form marked"]);
    assert_eq!(breaches(std::slice::from_ref(&form)), ["step:check dropped"]);
    assert_eq!(breaches(&[merging("form!", &["check"])]), ["step:check merged"]);
    assert_eq!(breaches(&[merging("both+", &["form", "check"])]), ["step:check merged", "step:form merged"]);
    assert_eq!(breaches(&[form.clone(), part("check")]), ["step:check loosened", "step:check marked"]);
    // "No step that the standard lacks" (5)
    assert_eq!(breaches(&with(&[part("visit")])), ["step:visit added"]);
    assert_eq!(breaches(&with(&[part("panel+")])), ["step:panel required"]);
    assert_eq!(breaches(&with(&[part("site+*")])), ["step:site repeats"]);
    // leave to repeat is a part of the step
    let repeated = Book { steps: vec![part("form!*"), part("site+*")], ..Book::default() };
    let once = Book { steps: vec![part("form!"), part("site+")], ..Book::default() };
    assert_eq!(list(region_may(&repeated, &once)), ["step:form once"]);
}

/// "A list within a step … names each thing once" (S36), and what is merged is the handbook's.
#[test]
fn what_is_merged_is_the_handbooks_and_goes_into_one_other() {
    let handbook = steps(&["form", "site", "panel"]);
    let breaches = |own: Vec<Part>| list(region_may(&handbook, &Book { steps: own, ..Book::default() }));
    assert_eq!(breaches(vec![part("form"), merging("panel", &["site"])]), nothing());
    assert_eq!(breaches(vec![part("site"), merging("panel", &["site"])]), ["step:site doubled"]);
    assert_eq!(breaches(vec![merging("form", &["site"]), merging("panel", &["site"])]), ["step:site doubled"]);
    assert_eq!(breaches(vec![merging("form", &["site", "site"])]), ["step:site doubled"]);
    assert_eq!(breaches(vec![merging("form", &["form"])]), ["step:form doubled"]);
    assert_eq!(breaches(vec![merging("form", &["visit"])]), ["step:visit unknown"]);
    let visit = vec![part("form"), merging("visit", &["site", "visit"])];
    assert_eq!(breaches(visit), ["step:visit doubled", "step:visit unknown"]);
    // it stands beside what it merges, so in nobody's place
    assert_eq!(breaches(vec![part("site"), merging("look", &["site"])]), ["step:look added", "step:site doubled"]);
}

/// "A region works by the city's standard" (8).
#[test]
fn names_are_the_handbooks() {
    let named = |code: &str, name: &str| Part { name: name.to_owned(), ..part(code) };
    let book = |it: Part| Book { steps: vec![it.clone()], materials: vec![it], ..Book::default() };
    let (was, is) = (book(named("form", "Form")), book(named("form", "Paper")));
    assert_eq!(list(growth(&was, &is)), nothing());
    assert_eq!(list(region_may(&was, &is)), ["material:form named", "step:form named"]);
}

/// "It may shorten days (`SDOBE30`)" (8), and lower or drop a fee (S42).
#[test]
fn a_region_shortens_days_and_lowers_fees() {
    let ten = days(10, "working_day");
    assert_eq!(list(region_may(&ten, &days(3, "working_day"))), nothing());
    assert_eq!(list(region_may(&Book::default(), &ten)), nothing());
    assert_eq!(list(region_may(&ten, &days(11, "working_day"))), ["days up"]);
    assert_eq!(list(region_may(&ten, &days(3, "day"))), ["days unit changed"]);
    assert_eq!(list(region_may(&ten, &Book::default())), ["days dropped"]);
    let test = fees(&[("test", 100)]);
    assert_eq!(list(region_may(&test, &fees(&[("test", 100)]))), nothing());
    assert_eq!(list(region_may(&test, &fees(&[("test", 120), ("copy", 5)]))), ["fee:copy added", "fee:test up"]);
    assert_eq!(list(region_may(&test, &fees(&[("test", 90)]))), nothing());
    assert_eq!(list(region_may(&test, &Book::default())), nothing());
}
