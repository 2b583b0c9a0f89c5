//! What cannot be drawn: nothing, more than there is, what stands in two strata, shards of other draws.

use tongquan::{
    Key, Modality, Refusal, Region, Rule,
    law::{Fact, Objection},
    oversight::{Draw, Quota, Sample},
};

use super::{draw, id, told};
use crate::{
    model::findings::sample_possible,
    traced::{Refused, Story},
};

/// So many things in each of the first regions.
fn list(sizes: &[usize]) -> Vec<(Region, String)> {
    let of = |(region, size): (Region, &usize)| (0..*size).map(move |at| (region, id(100 * region as usize + at)));
    Region::all().zip(sizes).flat_map(of).collect()
}

fn up_to(size: usize) -> Fact {
    Fact::Told { zh: format!("1至{size}"), en: format!("1 to {size}") }
}

fn objection(expected: Fact, got: usize) -> Objection {
    Objection { rule: Rule::SampleWithinPopulation, expected, got: Fact::Number(got as u64) }
}

#[track_caller]
fn refused<T>(drawn: Result<T, Refusal>) -> Vec<Objection> {
    let Err(why) = drawn else { panic!("it was drawn") };
    let (zh, en) = (why.zh(), why.to_string());
    assert!(
        zh.lines().count() == why.objections().len() && en.lines().count() == 1 + why.objections().len(),
        "{zh} {en}"
    );
    why.objections().to_vec()
}

/// Every number from every few sizes of three strata: refused exactly where it is none or more than there is, with each stratum that is too small.
#[test]
fn a_number_that_a_stratum_has_not_is_refused_with_every_such_stratum() {
    let mut seen = (0, 0);
    for sizes in (0..125).map(|it| [it % 5, it / 5 % 5, it / 25]) {
        let list = list(&sizes);
        // a stratum that nothing is in is none
        let strata: Vec<(Region, usize)> = Region::all().zip(sizes).filter(|it| it.1 > 0).collect();
        for number in 0..7 {
            let short: Vec<Fact> = strata
                .iter()
                .filter(|(_, size)| !sample_possible(number, *size))
                .map(|(region, size)| Fact::List(vec![(*region).into(), up_to(*size)]))
                .collect();
            let drawn = draw(7, Quota::Each(number), &list).drawn();
            match (strata.is_empty(), short.is_empty()) {
                (true, _) => assert_eq!(refused(drawn), [objection(NOTHING_THERE, number)]),
                (false, false) => assert_eq!(refused(drawn), [objection(Fact::List(short), number)]),
                (false, true) => {
                    assert_eq!(drawn.unwrap().things().count(), number * strata.len());
                    seen.0 += 1;
                }
            }
            let all = sizes.iter().sum();
            let drawn = draw(7, Quota::InProportion(number), &list).drawn();
            match (all, sample_possible(number, all)) {
                (0, _) => assert_eq!(refused(drawn), [objection(NOTHING_THERE, number)]),
                (_, false) => assert_eq!(refused(drawn), [objection(up_to(all), number)]),
                (_, true) => {
                    assert_eq!(drawn.unwrap().things().count(), number);
                    seen.1 += 1;
                }
            }
        }
    }
    assert_eq!(seen, (220, 627));
}

const NOTHING_THERE: Fact = Fact::Term { zh: "可供抽取的总体", en: "something to draw from" };

#[test]
fn a_uniform_sample_is_refused_by_the_size_of_the_whole() {
    for (size, number) in [(0, 0), (0, 1), (1, 0), (1, 2), (100, 0), (100, 101), (100, usize::MAX)] {
        let drawn = Sample::uniform(7, number, 0..size, |at| *at);
        let expected = if size == 0 { NOTHING_THERE } else { up_to(size) };
        assert_eq!(refused(drawn), [objection(expected, number)]);
    }
    // what comes twice is one
    let twice = || ["one", "two", "one"];
    assert_eq!(refused(Sample::uniform(7, 3, twice(), |it| *it)), [objection(up_to(2), 3)]);
    let both = Sample::uniform(7, 2, twice(), |it| *it).unwrap();
    assert_eq!((both.size(), both.things().count()), (2, 2));
}

/// By which it is told: regions, items, modalities, and what has none.
#[test]
fn strata_are_told_in_both_languages() {
    let item: Key = "A1-36".parse().unwrap();
    let why = |drawn: Result<(), Refusal>| {
        let why = drawn.unwrap_err();
        (why.objections()[0].expected.zh(), why.objections()[0].expected.to_string())
    };
    let one = ["one"];
    let by_item = Sample::stratified(7, Quota::Each(2), one, |_| item.clone(), |it| *it);
    assert_eq!(why(by_item.map(drop)), ("附件1第36项、1至1".into(), "annex 1, item 36, 1 to 1".into()));
    let by_modality = Sample::stratified(7, Quota::Each(2), one, |_| Some(Modality::Review), |it| *it);
    assert_eq!(
        why(by_modality.map(drop)),
        ("下放实质性审核权、1至1".into(), "devolved substantive review, 1 to 1".into())
    );
    let by_none = Sample::stratified(7, Quota::Each(2), one, |_| None::<Modality>, |it| *it);
    assert_eq!(why(by_none.map(drop)), ("无、1至1".into(), "nothing, 1 to 1".into()));
}

#[test]
fn an_id_in_two_strata_is_refused_with_every_other_reason() {
    let mut list = list(&[3, 2, 4]);
    let [first, second] = [list[0].1.clone(), list[1].1.clone()];
    list.extend([(Region::Qufu, second.clone()), (Region::Qufu, first.clone()), (Region::Sishui, first.clone())]);
    let twice = Objection {
        rule: Rule::NamedOnce,
        expected: Fact::Term { zh: "每项一次", en: "each once" },
        got: Fact::List(vec![Fact::Name(first.into()), Fact::Name(second.into())]),
    };
    let drawn = |quota| draw(7, quota, &list).drawn();
    assert_eq!(refused(drawn(Quota::Each(1))), std::slice::from_ref(&twice));
    assert_eq!(refused(drawn(Quota::InProportion(12))), std::slice::from_ref(&twice));
    assert_eq!(refused(drawn(Quota::InProportion(13))), [objection(up_to(12), 13), twice]);
}

#[test]
fn shards_of_another_draw_are_not_merged_and_change_nothing() {
    let list = list(&[5, 5]);
    let number = |seed: u64, way: (&'static str, &'static str), number: u64| {
        let way = Fact::Term { zh: way.0, en: way.1 };
        Fact::List(vec![Fact::Number(seed), Fact::List(vec![way, Fact::Number(number)])])
    };
    let (each, share) = (("每层等量", "the same from each stratum"), ("按比例", "in proportion"));
    let mine: Draw<Region, &str> = draw(7, Quota::Each(2), &list[..4]);
    for (other, got) in [
        (draw(8, Quota::Each(2), &list[4..]), number(8, each, 2)),
        (draw(7, Quota::Each(3), &list[4..]), number(7, each, 3)),
        (draw(7, Quota::InProportion(2), &list[4..]), number(7, share, 2)),
    ] {
        let mut merged = mine.clone();
        let expected = number(7, each, 2);
        assert_eq!(refused(merged.merge(other)), [Objection { rule: Rule::ShardsOfOneDraw, expected, got }]);
        assert_eq!(merged.clone().drawn().unwrap(), mine.clone().drawn().unwrap());
        merged.merge(draw(7, Quota::Each(2), &list[4..])).unwrap();
        assert_eq!(told(&merged.drawn().unwrap()), told(&draw(7, Quota::Each(2), &list).drawn().unwrap()));
    }
}

pub(crate) fn stories() -> Vec<Story> {
    let by = |path: &'static str| move |why| Refused::by(path, why);
    let mut list = list(&[3, 2, 4]);
    let drawn =
        |quota, list: &[(Region, String)]| draw(7, quota, list).drawn().map(drop).map_err(by("oversight::Draw::drawn"));
    let uniform = |number, size| {
        Sample::uniform(7, number, 0..size, |at| *at).map(drop).map_err(by("oversight::Sample::uniform"))
    };
    let stratified = |number| {
        let strata = Sample::stratified(7, Quota::Each(number), &list, |it| it.0, |it| it.1.clone());
        strata.map(drop).map_err(by("oversight::Sample::stratified"))
    };
    let merged = |seed, quota| {
        let mut mine = draw(7, Quota::Each(2), &list[..4]);
        mine.merge(draw(seed, quota, &list[4..])).map_err(by("oversight::Draw::merge"))
    };
    let within = Rule::SampleWithinPopulation;
    let own = merged(7, Quota::Each(2));
    let mut stories = vec![
        Story::told(within, uniform(0, 9), uniform(1, 9)),
        Story::told(within, uniform(10, 9), uniform(9, 9)),
        Story::told(within, uniform(1, 0), uniform(1, 1)),
        Story::told(within, stratified(3), stratified(2)),
        Story::told(within, drawn(Quota::Each(0), &list), drawn(Quota::Each(1), &list)),
        Story::told(within, drawn(Quota::InProportion(10), &list), drawn(Quota::InProportion(9), &list)),
        Story::told(Rule::ShardsOfOneDraw, merged(8, Quota::Each(2)), own.clone()),
        Story::told(Rule::ShardsOfOneDraw, merged(7, Quota::Each(3)), own.clone()),
        Story::told(Rule::ShardsOfOneDraw, merged(7, Quota::InProportion(2)), own),
    ];
    // what stands in two strata
    let alone = drawn(Quota::Each(1), &list);
    list.push((Region::Qufu, list[0].1.clone()));
    stories.push(Story::told(Rule::NamedOnce, drawn(Quota::Each(1), &list), alone));
    stories
}
