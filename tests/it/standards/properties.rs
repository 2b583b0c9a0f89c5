//! For any handbook: what may be dropped, what has grown, and that a comparison reads the same from both ends.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::subsequence};
use serde_json::json;
use tongquan::{
    Rule,
    register::{Aspect, Direction, Element, Fee, Limit, Limits, Material, Standard, TimeUnit},
};

use super::{alone, cite, handbook, line, mark, on, own, step};

/// One thing of a list as it is drawn: which, and three of its marks.
type Row = (usize, bool, bool, bool);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = |at| (Just(at), any::<bool>(), any::<bool>(), any::<bool>());
    let all: Vec<_> = (0..6).map(row).collect();
    (all, subsequence((0..6).collect::<Vec<usize>>(), 0..=6))
        .prop_map(|(all, some)| all.into_iter().filter(|it| some.contains(&it.0)).collect())
}

fn code(at: usize) -> String {
    format!("s{at}")
}

/// A handbook of drawn lists. A step waits for the steps before it that its row of `after` says.
fn drawn() -> impl Strategy<Value = Standard> {
    let fees = prop::collection::btree_map(0_usize..4, 0_u64..3, 0..4);
    let limits = prop::option::of((1_u16..4, any::<bool>()));
    (rows(), prop::array::uniform6(0_u8..64), rows(), fees, limits).prop_map(|(steps, after, papers, fees, limits)| {
        let mut it = handbook();
        let there: Vec<usize> = steps.iter().map(|it| it.0).collect();
        let waits = |at: usize| -> Vec<String> {
            there.iter().filter(|it| **it < at && after[at] >> **it & 1 == 1).map(|it| code(*it)).collect()
        };
        let told = |(at, required, dispensable, repeats): &Row| {
            step(json!({"code": code(*at), "name": "审查", "required": required, "dispensable": dispensable,
                "repeats": repeats, "after": waits(*at)}))
        };
        it.steps = steps.iter().map(told).collect();
        let paper = |(at, required, dispensable, _): &Row| Material {
            code: mark(&code(*at)),
            name: "材料".parse().unwrap(),
            required: *required,
            dispensable: *dispensable,
        };
        it.materials = papers.iter().map(paper).collect();
        let fee = |(at, amount): (&usize, &u64)| Fee {
            code: mark(&code(*at)),
            name: "收费".parse().unwrap(),
            amount: *amount,
            by: "文件".parse().unwrap(),
        };
        it.fees = fees.iter().map(fee).collect();
        it.limits = limits.map(|(amount, days)| Limits {
            promised: Limit { amount, unit: if days { TimeUnit::Day } else { TimeUnit::WorkingDay } },
            statutory: None,
        });
        it
    })
}

/// The codes that a required step waits for, through others too: grown until nothing is added.
fn awaited(it: &Standard) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    loop {
        let needed = it.steps.iter().filter(|it| it.required || found.contains(it.code.as_str()));
        let more: BTreeSet<String> = needed.flat_map(|it| it.after.iter().map(ToString::to_string)).collect();
        if more.is_subset(&found) {
            return found;
        }
        found.extend(more);
    }
}

type Thing = (Element, Option<String>);

/// What grew, as the silence S41 counts it, thing by thing.
fn grown(old: &Standard, new: &Standard) -> BTreeSet<Thing> {
    let mut found = BTreeSet::new();
    let (was_awaited, is_awaited) = (awaited(old), awaited(new));
    for it in &new.steps {
        let is = (it.required, it.repeats, it.required || is_awaited.contains(it.code.as_str()));
        let more = match old.steps.iter().find(|was| was.code == it.code) {
            None => true,
            Some(was) => {
                let effect = was.required || was_awaited.contains(was.code.as_str());
                let in_effect = is.2 && !effect;
                is.0 && !was.required || is.1 && !was.repeats || in_effect && !was.required
            }
        };
        if more {
            found.insert((Element::Step, Some(it.code.to_string())));
        }
    }
    for it in &new.materials {
        let was = old.materials.iter().find(|was| was.code == it.code);
        if was.is_none_or(|was| it.required && !was.required) {
            found.insert((Element::Material, Some(it.code.to_string())));
        }
    }
    for it in &new.fees {
        let was = old.fees.iter().find(|was| was.code == it.code);
        if was.is_none_or(|was| it.amount > was.amount) {
            found.insert((Element::Fee, Some(it.code.to_string())));
        }
    }
    let days = |it: &Standard| it.limits.map(|it| it.promised);
    let longer = match (days(old), days(new)) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(was), Some(is)) => is.unit != was.unit || is.amount > was.amount,
    };
    if longer {
        found.insert((Element::Limit, None));
    }
    found
}

/// The region's own with some rows left out, and with the steps that are left waiting for those that are left.
fn without(handbook: &Standard, steps: &[bool; 6], papers: &[bool; 6]) -> Standard {
    let gone = |picks: &[bool; 6], it: &str| picks[it.trim_start_matches('s').parse::<usize>().unwrap()];
    let mut it = Standard { own: own(|_| {}).own, ..handbook.clone() };
    it.steps.retain(|it| !gone(steps, it.code.as_str()));
    it.steps.iter_mut().for_each(|it| it.after.retain(|it| !gone(steps, it.as_str())));
    it.materials.retain(|it| !gone(papers, it.code.as_str()));
    it
}

proptest! {
    #[test]
    fn a_region_drops_exactly_what_is_dispensable(
        handbook in drawn(),
        steps in any::<[bool; 6]>(),
        papers in any::<[bool; 6]>(),
        fewer_days in any::<bool>(),
        lower in any::<bool>(),
    ) {
        let mut it = without(&handbook, &steps, &papers);
        if let (true, Some(limits)) = (fewer_days, &mut it.limits) {
            limits.promised.amount -= 1;
        }
        if lower {
            it.fees.iter_mut().for_each(|it| it.amount /= 2);
            it.fees.pop();
        }
        let dropped = handbook.steps.iter().filter(|was| it.steps.iter().all(|is| is.code != was.code));
        let papers = handbook.materials.iter().filter(|was| it.materials.iter().all(|is| is.code != was.code));
        let by_law: Vec<String> = dropped.filter(|it| !it.dispensable).map(|it| format!("steps {}", it.code))
            .chain(papers.filter(|it| !it.dispensable).map(|it| format!("materials {}", it.code)))
            .collect();
        let faults = line(&[&handbook, &it]);
        // one fault for each that the law requires
        prop_assert_eq!(faults.len(), by_law.len(), "{:?} {:?}", faults, by_law);
        prop_assert!(faults.iter().all(|it| it.0 == Rule::RegionAddsNothing));
    }

    #[test]
    fn a_region_adds_nothing(
        handbook in drawn(),
        steps in any::<[bool; 6]>(),
        what in 0_usize..8,
        which in any::<prop::sample::Index>(),
    ) {
        // what it drops is dispensable, so that the addition alone is at fault
        let mut leaner = handbook.clone();
        leaner.steps.iter_mut().for_each(|it| it.dispensable = true);
        let good = without(&leaner, &steps, &[false; 6]);
        prop_assert_eq!(line(&[&leaner, &good]), []);
        let mut it = good;
        let adds = match what {
            0 => {
                it.steps.insert(0, step(json!({"code": "new", "name": "会审", "required": false})));
                true
            }
            1 => {
                let (code, name) = (mark("new"), "证明".parse().unwrap());
                it.materials.push(Material { code, name, required: false, dispensable: true });
                true
            }
            2 => {
                it.conditions.push(serde_json::from_str(r#"{"code": "new", "name": "条件"}"#).unwrap());
                true
            }
            3 => {
                let (code, name) = (mark("new"), "收费".parse().unwrap());
                it.fees.push(Fee { code, name, amount: 0, by: "文件".parse().unwrap() });
                true
            }
            4 => it.limits.as_mut().map(|it| it.promised.amount += 1).is_some(),
            5 if !it.fees.is_empty() => {
                let at = which.index(it.fees.len());
                it.fees[at].amount += 1;
                true
            }
            6 if !it.steps.is_empty() => {
                let at = which.index(it.steps.len());
                !std::mem::replace(&mut it.steps[at].required, true)
            }
            7 if !it.materials.is_empty() => {
                let at = which.index(it.materials.len());
                !std::mem::replace(&mut it.materials[at].required, true)
            }
            _ => false,
        };
        let faults = line(&[&leaner, &it]);
        prop_assert_eq!(faults.iter().any(|it| it.0 == Rule::RegionAddsNothing), adds, "{:?}", faults);
    }

    #[test]
    fn a_region_merges_exactly_what_is_dispensable(handbook in drawn(), picks in any::<[bool; 6]>()) {
        let picked = |it: &str| picks[it.trim_start_matches('s').parse::<usize>().unwrap()];
        let (merged, kept): (Vec<_>, Vec<_>) = handbook.steps.iter().cloned().partition(|it| picked(it.code.as_str()));
        let there = |it: &tongquan::text::Mark| if picked(it.as_str()) { mark("joint") } else { it.clone() };
        let mut it = Standard { own: own(|_| {}).own, steps: kept, ..handbook.clone() };
        it.steps.iter_mut().for_each(|it| it.after = it.after.iter().map(there).collect());
        let after = merged.iter().flat_map(|it| &it.after).map(there);
        let after: BTreeSet<_> = after.filter(|it| *it != mark("joint")).collect();
        let mut joint = step(json!({"code": "joint", "name": "联合审查", "required": false}));
        joint.required = merged.iter().any(|it| it.required);
        joint.repeats = merged.iter().any(|it| it.repeats);
        joint.merges = merged.iter().map(|it| it.code.clone()).collect();
        joint.after = after.into_iter().collect();
        if !merged.is_empty() {
            it.steps.push(joint);
        }
        // a ring, where something kept stood between what is merged, is told of the standard by itself
        let ring = alone(&it).iter().any(|it| it.0 == Rule::StepsReachable);
        let faults = line(&[&handbook, &it]);
        let by_law = merged.iter().filter(|it| !it.dispensable).count();
        // a required step that takes in an optional one waits for what that waited for, which so becomes required
        let (was, is) = (awaited(&handbook), awaited(&it));
        let more = |code: &str| is.contains(code) && !was.contains(code);
        let optional = it.steps.iter().filter(|it| it.code != mark("joint") && !it.required);
        let by_waiting = optional.filter(|it| more(it.code.as_str())).count();
        if ring {
            prop_assert!(faults.len() >= by_law);
        } else {
            prop_assert_eq!(faults.len(), by_law + by_waiting, "{:?}", faults);
        }
    }

    #[test]
    fn what_grows_is_refused_exactly_where_nothing_is_cited(
        old in drawn(),
        new in drawn(),
        cited in prop::collection::vec((0_usize..4, 0_usize..6), 0..12),
    ) {
        let kinds = [Element::Step, Element::Material, Element::Fee, Element::Limit];
        let names = ["step", "material", "fee", "limit"];
        let code_of = |kind: usize, at: usize| (kind < 3).then(|| code(at));
        let mut new = Standard { edition: 2, from: on("2022-01-01"), ..new };
        new.grown = cited.iter().map(|(kind, at)| cite(names[*kind], code_of(*kind, *at).as_deref())).collect();
        let cites: BTreeSet<Thing> = cited.iter().map(|(kind, at)| (kinds[*kind], code_of(*kind, *at))).collect();
        let grown = grown(&old, &new);
        let faults = line(&[&old, &new]);
        let names = |rule| faults.iter().any(|it| it.0 == rule);
        prop_assert_eq!(names(Rule::StandardShrinks), !grown.is_subset(&cites), "{:?} {:?}", grown, faults);
        prop_assert_eq!(names(Rule::GrowthIsThere), !cites.is_subset(&grown), "{:?} {:?}", grown, faults);
        // the same against a baseline that tells as much
        let mut first = Standard { edition: 1, ..new.clone() };
        first.baseline = Some(serde_json::from_value(json!({
            "steps": old.steps, "materials": old.materials, "fees": old.fees,
            "promised": old.limits.map(|it| it.promised),
        })).unwrap());
        let of_baseline = line(&[&first]);
        prop_assert_eq!(of_baseline.len(), faults.len());
        let told: BTreeSet<Thing> = new.against(&old).grown()
            .map(|it| (it.element, it.code.as_ref().map(ToString::to_string))).collect();
        prop_assert_eq!(told, grown);
    }

    #[test]
    fn nothing_differs_from_itself(it in drawn(), again in any::<bool>()) {
        let mut it = it;
        if again {
            // even where codes are used twice
            it.steps.extend_from_within(..);
            it.materials.extend_from_within(..);
            it.steps.iter_mut().rev().take(1).for_each(|it| it.required = !it.required);
        }
        prop_assert!(it.against(&it).is_empty());
    }

    #[test]
    fn what_grew_one_way_shrank_the_other(old in drawn(), new in drawn(), merges in any::<[u8; 6]>()) {
        // of a region's own, with whatever merges
        let mut new = new;
        new.steps.iter_mut().zip(merges).for_each(|(it, merges)| {
            it.merges = (0..6).filter(|at| merges >> at & 5 == 5).map(|at| mark(&code(at))).collect();
        });
        let (there, back) = (new.against(&old), old.against(&new));
        let unit = |it: &Standard| it.limits.map(|it| it.promised.unit);
        let both_units = unit(&old).is_some() && unit(&new).is_some() && unit(&old) != unit(&new);
        let told = |of: &tongquan::register::Comparison, way| -> BTreeSet<(Element, Option<String>, Aspect)> {
            let code = |it: &tongquan::register::Change| it.code.as_ref().map(ToString::to_string);
            // another unit is growth both ways
            let counted = of.of(way).filter(|it| !(both_units && it.element == Element::Limit));
            counted.map(|it| (it.element, code(it), it.aspect)).collect()
        };
        prop_assert_eq!(told(&there, Direction::Grown), told(&back, Direction::Shrunk));
        prop_assert_eq!(told(&there, Direction::Shrunk), told(&back, Direction::Grown));
        prop_assert_eq!(told(&there, Direction::Changed), told(&back, Direction::Changed));
        prop_assert_eq!(there.changes.len(), back.changes.len());
        let facts = |it: &tongquan::register::Comparison, swap: bool| {
            let facts = it.changes.iter().map(|it| [it.before.zh(), it.after.zh()]);
            facts.map(|[a, b]| if swap { [b, a] } else { [a, b] }).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(facts(&there, false), facts(&back, true));
    }
}
