//! Every mix of mistakes: each step at each of its stages, done well, and then with every subset of the mistakes that can be made in it. The
//! refusal names the rules of exactly those, in one order, and gives everything back.

mod attempt;
mod endings;
mod filing;
mod papers;
mod review;
mod single;
mod typed;

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Journal, Refusal, Region, Rule,
    case::{ARCS, Action, Applied, Entry, StageKind, StepKind},
    law::Fact,
};

use self::attempt::{Attempt, World};
pub(crate) use self::{attempt::Made, single::shown};

/// One thing done wrong, by a name, and what it breaks.
struct Mistake<A> {
    name: &'static str,
    rule: Rule,
    does: fn(&mut A),
    /// Rules that it cannot but break as well.
    also: &'static [Rule],
    /// Mistakes that cannot be made beside it.
    never_with: &'static [&'static str],
    /// Told first, and of the others these at most: there is nothing to hold the rest against.
    beside: Option<&'static [Rule]>,
    /// Which of the lists of which the rule is asked: each has a line of its own.
    list: u8,
}

const fn mistake<A>(name: &'static str, rule: Rule, does: fn(&mut A)) -> Mistake<A> {
    Mistake { name, rule, does, also: &[], never_with: &[], beside: None, list: 1 }
}

impl<A> Mistake<A> {
    const fn also(self, also: &'static [Rule]) -> Self {
        Self { also, ..self }
    }
    const fn never_with(self, never_with: &'static [&'static str]) -> Self {
        Self { never_with, ..self }
    }
    const fn alone_but_for(self, beside: &'static [Rule]) -> Self {
        Self { beside: Some(beside), ..self }
    }
    const fn of_list(self, list: u8) -> Self {
        Self { list, ..self }
    }
}

/// The subsets of mistakes that can be made together.
fn mixes<A>(all: &[Mistake<A>]) -> impl Iterator<Item = Vec<&Mistake<A>>> {
    let names: BTreeSet<&str> = all.iter().map(|it| it.name).collect();
    assert_eq!(names.len(), all.len(), "a name stands for one mistake");
    for it in all {
        assert!(it.never_with.iter().all(|other| names.contains(other)), "{}", it.name);
        assert!(it.also.iter().all(|rule| all.iter().any(|it| it.rule == *rule)), "{}: where is it told?", it.name);
    }
    (0_u32..1 << all.len()).filter_map(|mix| {
        let chosen: Vec<&Mistake<A>> =
            all.iter().enumerate().filter(|(at, _)| mix >> at & 1 == 1).map(|(_, it)| it).collect();
        let clash = chosen.iter().any(|it| it.never_with.iter().any(|other| chosen.iter().any(|it| it.name == *other)));
        (!clash).then_some(chosen)
    })
}

/// The rules that a mix breaks, in the order in which the step's mistakes are written.
fn broken_by<A>(all: &[Mistake<A>], chosen: &[&Mistake<A>]) -> Vec<Rule> {
    if let Some((first, beside)) = chosen.iter().find_map(|it| Some((it.rule, it.beside?))) {
        let others = all.iter().filter(|it| chosen.iter().any(|by| by.name == it.name)).map(|it| it.rule);
        return [first].into_iter().chain(others.filter(|it| *it != first && beside.contains(it))).collect();
    }
    let broken = |it: &Mistake<A>| chosen.iter().any(|by| by.name == it.name || by.also.contains(&it.rule));
    let mut told: Vec<(Rule, u8)> = Vec::new();
    for it in all.iter().filter(|it| broken(it)) {
        if !told.contains(&(it.rule, it.list)) {
            told.push((it.rule, it.list));
        }
    }
    told.into_iter().map(|(rule, _)| rule).collect()
}

fn rules(why: &Refusal) -> Vec<Rule> {
    why.objections().iter().map(|it| it.rule).collect()
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// The names and words that were given in Chinese.
fn given(fact: &Fact, names: &mut Vec<String>) {
    match fact {
        Fact::Text(it) => names.push(it.to_string()),
        Fact::Mark(it) => names.push(it.to_string()),
        Fact::Name(it) => names.push(it.to_string()),
        // of words made of what was given, what both languages have
        Fact::Told { zh, en } => {
            let shared = en.split(|it| !is_chinese(it) && !"（），、".contains(it)).filter(|it| zh.contains(*it));
            names.extend(shared.filter(|it| it.contains(is_chinese)).map(str::to_owned));
        }
        Fact::List(all) => all.iter().for_each(|it| given(it, names)),
        _ => {}
    }
}

/// Every line has sources, facts and a remedy, in both languages.
#[track_caller]
fn then_told_whole(why: &Refusal) {
    for it in why.objections() {
        assert!(!it.rule.sources().is_empty());
        assert_ne!((&it.expected, &it.got), (&Fact::Nothing, &Fact::Nothing), "{it}");
        assert_ne!(it.expected, it.got, "no difference is shown: {it}");
        let (zh, en) = (it.zh(), it.to_string());
        for source in it.rule.sources() {
            assert!(zh.contains(source.id()) && en.contains(source.id()), "{zh}\n{en}");
        }
        assert!(zh.contains(it.rule.remedy_zh()) && en.contains(it.rule.remedy_en()), "{zh}\n{en}");
        assert!(zh != en && zh.contains(is_chinese), "{zh}");
        let mut names: Vec<String> = Region::all().map(|it| it.label().to_owned()).collect();
        [&it.expected, &it.got].into_iter().for_each(|it| given(it, &mut names));
        names.sort_by_key(|it| std::cmp::Reverse(it.len()));
        let bare = names.iter().fold(en, |en, name| en.replace(name.as_str(), ""));
        assert!(!bare.contains(is_chinese), "{bare}");
    }
}

/// A step at one of its stages: how it is done well, and what can be done wrong.
struct Course {
    from: StageKind,
    good: Attempt,
    mistakes: Vec<Mistake<Attempt>>,
}

impl Course {
    fn of(from: StageKind, good: Attempt, mistakes: Vec<Mistake<Attempt>>) -> Self {
        let lie = mistake("the record lies", Rule::RecordAgrees, |it: &mut Attempt| it.lies = true).alone_but_for(&[]);
        let early = mistake("before the last step", Rule::TimeRunsForward, |it: &mut Attempt| it.early = true);
        Self { from, good, mistakes: [lie, early].into_iter().chain(mistakes).collect() }
    }
}

fn courses() -> Vec<Course> {
    [papers::filed(), papers::correcting(), review::accepted(), review::everywhere(), endings::decided()]
        .into_iter()
        .flatten()
        .collect()
}

/// Every arc done well.
pub(crate) fn done_well() -> Vec<Made> {
    let mut world = World::default();
    courses().iter().map(|it| world.make(&it.good)).collect()
}

#[test]
fn every_arc_of_the_lifecycle_is_tried() {
    let tried: BTreeSet<(StageKind, StepKind)> = courses().iter().map(|it| (it.from, it.good.step.kind())).collect();
    let arcs: BTreeSet<(StageKind, StepKind)> = ARCS.iter().map(|it| (it.from, it.step)).collect();
    assert_eq!(tried, arcs);
}

/// The same, as a service or a journal puts it; whether a journal could.
#[track_caller]
fn then_same_otherwise(made: &Made, why: Option<&Refusal>) -> bool {
    let Made { case, step, stamp, office } = made;
    let action = Action {
        id: attempt::mark("op-1"),
        expected: Some(case.record().version()),
        step: step.clone(),
        stamp: stamp.clone(),
    };
    match case.clone().act(action.clone(), office) {
        Ok(done) => assert!(why.is_none() && matches!(done, Applied::New(_))),
        Err(back) => assert_eq!((&back.case, &back.action, Some(&back.why)), (case, &action, why)),
    }
    // of what asks no register, an entry says all
    let mut entry = serde_json::to_value(step).unwrap();
    let contents = entry.as_object_mut().unwrap().values_mut().next().unwrap();
    *contents = serde_json::json!({ "stamp": stamp, "step": contents });
    let Ok(entry) = serde_json::from_value::<Entry>(entry) else { return false };
    let mut journal = Journal::from(case.clone());
    journal.entries.push(entry);
    match AnyCase::replay(journal.clone()) {
        Ok(_) => assert_eq!(why, None),
        Err(unproven) => {
            assert_eq!((&unproven.why, unproven.at), (why.unwrap(), journal.entries.len()));
            assert_eq!(unproven.journal, journal);
        }
    }
    then_told_beside_a_used_action(&journal, why);
    true
}

/// A journal whose last two entries are of one action is refused for that too, and first.
#[track_caller]
fn then_told_beside_a_used_action(journal: &Journal, why: Option<&Refusal>) {
    let mut entries = serde_json::to_value(journal).unwrap();
    let entries = entries.as_array_mut().unwrap();
    if let [_, .., last, this] = &mut entries[..] {
        for it in [last, this] {
            it.as_object_mut().unwrap().values_mut().next().unwrap()["action"] = "op-1".into();
        }
        let journal = serde_json::from_value(entries.clone().into()).unwrap();
        let told = AnyCase::replay(journal).unwrap_err().why;
        let others = why.map_or(&[][..], Refusal::objections);
        assert_eq!((told.objections()[0].rule, &told.objections()[1..]), (Rule::ActionOnce, others));
    }
}

#[test]
fn every_mix_of_mistakes_is_refused_by_exactly_its_rules_in_one_order_and_everything_comes_back() {
    let mut world = World::default();
    let (mut mixed, mut replayed, mut seen) = (0, 0, BTreeSet::new());
    for Course { from, good, mistakes } in courses() {
        for chosen in mixes(&mistakes) {
            let mut attempt = good.clone();
            chosen.iter().for_each(|it| (it.does)(&mut attempt));
            let made = world.make(&attempt);
            let Made { case, step, stamp, office } = &made;
            let names: Vec<&str> = chosen.iter().map(|it| it.name).collect();
            let told = format!("{from} {}: {names:?}", step.kind());
            assert_eq!(case.stage(), from, "{told}");
            let checked = case.check(step, stamp, office);
            let expected = broken_by(&mistakes, &chosen);
            match case.clone().apply(step.clone(), stamp.clone(), office) {
                Ok(taken) => {
                    assert_eq!(expected, [], "{told}: accepted");
                    assert_eq!(checked, Ok(()), "{told}");
                    assert_eq!(taken.record().version(), case.record().version() + 1, "{told}");
                    assert_eq!(taken.stage(), from.arc(step.kind()).unwrap().to, "{told}");
                }
                Err(back) => {
                    assert_eq!(rules(&back.why), expected, "{told}: {}", back.why);
                    assert_eq!((&back.case, &back.step, &back.stamp), (case, step, stamp), "{told}");
                    assert_eq!(checked.as_ref(), Err(&back.why), "{told}");
                    then_told_whole(&back.why);
                    seen.extend(expected);
                }
            }
            // what a replay does not ask, only an office finds out
            if !attempt.lies {
                replayed += usize::from(then_same_otherwise(&made, checked.as_ref().err()));
            }
            mixed += 1;
        }
    }
    assert_eq!((mixed, replayed), (6_864, 620));
    let unseen: Vec<Rule> =
        Rule::iter().filter(|it| !it.is_of_registers() && !it.is_of_oversight() && !seen.contains(it)).collect();
    // of a filing, of an action, of a stage, and of what only a forged journal can say
    let elsewhere = [
        Rule::StepHasPlace,
        Rule::ActionOnce,
        Rule::VersionAsExpected,
        Rule::EditionInForce,
        Rule::ItemInForce,
        Rule::CatalogueAgrees,
        Rule::PlaceHasRegion,
        Rule::RegionHasChosen,
        Rule::ReviewSealNamed,
        Rule::CrossingResolved,
        Rule::VenueOpen,
        Rule::NewCase,
    ];
    assert_eq!(unseen, elsewhere);
}
