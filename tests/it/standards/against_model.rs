//! The comparison, and what a region may, held against a model that was written from the rulebook without a look at the
//! crate (`tests/it/model/standard.rs`): thing by thing, in the model's words.

mod drawn;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use tongquan::{
    Rule,
    register::{Baseline, Standard},
};

use self::{
    drawn::{CODES, Drawn, Flags, editions, of_region, pairs},
    words::{Words, book, breaches, grown},
};
use super::{cite, line, where_told};
use crate::model::standard::{growth, region_may};

type Thing<'a> = (&'a str, Option<&'a str>);

/// What is cited for a word: a kind of thing, and which.
fn thing(word: &str) -> Thing<'_> {
    let (thing, _) = word.split_once(' ').unwrap();
    thing.split_once(':').map_or(("limit", None), |(element, code)| (element, Some(code)))
}

fn citing(standard: &Standard, things: &[Thing<'_>]) -> Standard {
    let grown = things.iter().map(|(element, code)| cite(element, *code)).collect();
    Standard { grown, ..standard.clone() }
}

fn expected_growth(old: &Standard, new: &Standard) -> Words {
    growth(&book(old), &book(new))
}

fn expected_breaches(handbook: &Standard, own: &Standard) -> Words {
    region_may(&book(handbook), &book(own))
}

/// What grew is what the model says; the edition is taken where exactly that is cited, and not with one citation fewer
/// or more.
fn growth_agrees(old: &Standard, new: &Standard) {
    let words = expected_growth(old, new);
    let told = new.against(old);
    assert_eq!(grown(&told), words);
    assert_eq!(told.is_within(), words.is_empty());

    let things: Vec<Thing<'_>> = words.iter().map(|it| thing(it)).collect::<BTreeSet<_>>().into_iter().collect();
    let faults = |things: &[Thing<'_>]| line(&[old, &citing(new, things)]);
    assert_eq!(faults(&things), []);
    for at in 0..things.len() {
        let mut fewer = things.clone();
        let left_out = fewer.remove(at);
        let ways = words.iter().filter(|it| thing(it) == left_out).count();
        let rules: Vec<Rule> = faults(&fewer).iter().map(|it| it.0).collect();
        assert_eq!(rules, vec![Rule::StandardShrinks; ways], "{left_out:?}");
    }
    let coded = |element| CODES.map(|code| (element, Some(code)));
    let codes = ["step", "material", "fee", "condition"].into_iter().flat_map(coded);
    let bare = ["limit", "statutory", "step"].map(|element| (element, None));
    let path = format!("[1].grown[{}]", things.len());
    for needless in codes.chain(bare).filter(|it| !things.contains(it)) {
        let more = faults(&[&things[..], &[needless]].concat());
        assert_eq!(where_told(&more), [(Rule::GrowthIsThere, path.as_str())], "{needless:?}");
    }
}

/// What is refused of a region's own is what the model says it may not, thing by thing: nothing where that is nothing.
fn region_agrees(handbook: &Standard, own: &Standard) {
    assert_eq!(grown(&own.against(handbook)), expected_growth(handbook, own));
    assert_eq!(breaches(handbook, own), expected_breaches(handbook, own));
}

proptest! {
    #[test]
    fn what_grows_grows_in_the_model(pair in pairs()) {
        let (old, new) = editions(&pair);
        growth_agrees(&old, &new);
    }

    #[test]
    fn what_grows_over_a_baseline_grows_in_the_model(pair in pairs(), given in any::<[bool; 4]>()) {
        let (mut old, new) = editions(&pair);
        let [steps, materials, fees, promised] = given;
        let mut first = Standard { edition: 1, ..new.clone() };
        first.baseline = Some(Baseline {
            steps: steps.then(|| old.steps.clone()),
            materials: materials.then(|| old.materials.clone()),
            fees: fees.then(|| old.fees.clone()),
            promised: old.limits.map(|it| it.promised).filter(|_| promised),
        });
        // what is not given is not measured: to the model it was as it is
        old.steps = if steps { old.steps } else { new.steps.clone() };
        old.materials = if materials { old.materials } else { new.materials.clone() };
        old.fees = if fees { old.fees } else { new.fees.clone() };
        old.limits = if promised { old.limits } else { new.limits };
        let words = expected_growth(&old, &new);
        assert_eq!(grown(&first.against_baseline().unwrap()), words);
        assert_eq!(line(&[&first]).len(), words.len());
        let things: Vec<Thing<'_>> = words.iter().map(|it| thing(it)).collect();
        assert_eq!(line(&[&citing(&first, &things)]), []);
    }

    #[test]
    fn a_region_may_what_it_may_in_the_model(pair in pairs()) {
        let (handbook, own) = of_region(&pair);
        region_agrees(&handbook, &own);
    }

    /// The model knows no prerequisites: they add growth and breaches of their own, and change no other.
    #[test]
    fn prerequisites_only_add_to_what_the_model_says(pair in pairs(), after in any::<[[[bool; 4]; 4]; 2]>()) {
        let pair = (Drawn { after: after[0], ..pair.0 }, Drawn { after: after[1], ..pair.1 });
        let known = |words: Words| -> Words {
            words.into_iter().filter(|it| !it.ends_with(" awaited") && !it.ends_with(" after")).collect()
        };
        let (old, new) = editions(&pair);
        assert_eq!(known(grown(&new.against(&old))), expected_growth(&old, &new));
        let (handbook, own) = of_region(&pair);
        assert_eq!(known(breaches(&handbook, &own)), expected_breaches(&handbook, &own));
    }
}

/// Each of the two with each, as editions and as handbook and region's own.
fn each_pair(of: &[Drawn]) -> usize {
    for pair in of.iter().flat_map(|old| of.iter().map(|new| (old.clone(), new.clone()))) {
        let (old, new) = editions(&pair);
        growth_agrees(&old, &new);
        let (handbook, own) = of_region(&pair);
        region_agrees(&handbook, &own);
    }
    of.len() * of.len()
}

/// Each combination.
fn each_flags() -> impl Iterator<Item = Flags> + Clone {
    (0_u8..8).map(|it| [it & 1 == 1, it & 2 == 2, it & 4 == 4])
}

fn and_none<T>(each: impl Iterator<Item = T>) -> impl Iterator<Item = Option<T>> {
    [None].into_iter().chain(each.map(Some))
}

#[test]
fn a_single_thing_agrees_in_every_way() {
    let nothing = Drawn::default;
    let steps = and_none(each_flags()).map(|it| Drawn { steps: [it, None, None, None], ..nothing() });
    assert_eq!(each_pair(&steps.collect::<Vec<_>>()), 81);
    let materials = and_none(each_flags().filter(|[_, repeats, _]| !repeats));
    let materials = materials.map(|it| Drawn { materials: [it, None, None, None], ..nothing() });
    assert_eq!(each_pair(&materials.collect::<Vec<_>>()), 25);
    let fees = and_none(0..3).map(|it| Drawn { fees: [it, None, None], ..nothing() });
    assert_eq!(each_pair(&fees.collect::<Vec<_>>()), 16);
    let promised = and_none((1..=3).flat_map(|amount| [(amount, false), (amount, true)]));
    let promised = promised.map(|promised| Drawn { promised, ..nothing() });
    assert_eq!(each_pair(&promised.collect::<Vec<_>>()), 49);
    let conditions = and_none([false, true].into_iter());
    let conditions = conditions.map(|it| Drawn { conditions: [it, None, None], ..nothing() });
    assert_eq!(each_pair(&conditions.collect::<Vec<_>>()), 9);
}

/// A step of a region's own that is not there, or has flags and merges, each with each.
fn taking(marked: bool, merges: &[&[usize]]) -> Vec<(Option<Flags>, Vec<usize>)> {
    let flags = each_flags().filter(|[.., dispensable]| *dispensable == marked);
    let there = flags.flat_map(|it| merges.iter().map(move |merges| (Some(it), merges.to_vec())));
    [(None, vec![])].into_iter().chain(there).collect()
}

/// Two steps of a handbook: the second may be gone, the first may take it in, and a third may take in either.
#[test]
fn a_merge_agrees_in_every_way() {
    let mut compared = 0;
    for (a, b) in each_flags().flat_map(|a| each_flags().map(move |b| (a, b))) {
        let handbook = Drawn { steps: [Some(a), Some(b), None, None], ..Drawn::default() };
        let thirds = taking(true, &[&[], &[0], &[1], &[0, 1]]);
        for (first, into_first) in taking(a[2], &[&[], &[1]]) {
            for (second, (third, into_third)) in [Some(b), None].iter().flat_map(|b| thirds.iter().map(move |c| (b, c)))
            {
                let own = Drawn {
                    steps: [first, *second, *third, None],
                    merges: [into_first.clone(), vec![], into_third.clone(), vec![]],
                    ..Drawn::default()
                };
                let (handbook, own) = of_region(&(handbook.clone(), own));
                region_agrees(&handbook, &own);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 64 * (1 + 4 * 2) * 2 * (1 + 4 * 4));
}

/// Each word that is drawn to come up, list by list.
const MET: [(&str, &[&str]); 5] = [
    ("condition", &["added", "dropped", "named"]),
    ("days", &["dropped", "unit changed", "up"]),
    ("fee", &["added", "named", "up"]),
    ("material", &["added", "dropped", "loosened", "marked", "named", "required"]),
    (
        "step",
        &[
            "added", "doubled", "dropped", "loosened", "marked", "merged", "named", "once", "repeats", "required",
            "unknown",
        ],
    ),
];

/// What is drawn meets every word, and often keeps within what a region may.
#[test]
fn the_draws_are_not_idle() {
    let mut runner = TestRunner::deterministic();
    let mut met = BTreeMap::<String, BTreeSet<String>>::new();
    let mut within = 0;
    for _ in 0..1_000 {
        let (handbook, own) = of_region(&pairs().new_tree(&mut runner).unwrap().current());
        let words = expected_breaches(&handbook, &own);
        within += usize::from(words.is_empty());
        for word in words {
            let (thing, how) = word.split_once(' ').unwrap();
            let (list, code) = thing.split_once(':').unwrap_or((thing, ""));
            // a condition is told with its kind
            let how = if list == "condition" { how.rsplit(' ').next().unwrap() } else { how };
            assert_eq!(code.is_empty(), list == "days");
            met.entry(list.to_owned()).or_default().insert(how.to_owned());
        }
    }
    let expected = MET.map(|(list, words)| (list.to_owned(), words.iter().map(|it| (*it).to_owned()).collect()));
    assert_eq!(met, BTreeMap::from(expected));
    assert!(within > 100, "{within}");
}
