//! Pairs of standards, drawn so that their codes meet.

use proptest::{
    array::{uniform3, uniform4},
    option::{of, weighted},
    prelude::*,
};
use tongquan::{
    Key, Region,
    register::{Condition, ConditionKind, Fee, Limit, Limits, Material, Own, ReviewStep, Standard, TimeUnit},
    text::Text,
};

use super::super::{mark, on};

/// The codes of every list: the lists share them, so that one taken for another shows.
pub(super) const CODES: [&str; 4] = ["a", "b", "c", "d"];

/// Required, repeats, dispensable. A material does not look at the second.
pub(super) type Flags = [bool; 3];

/// A standard as it is drawn, slot by slot. What has no slot is the same in all.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    pub(super) steps: [Option<Flags>; 4],
    /// Which slots the step of a slot merges: itself, one twice, and what is not there are drawn too.
    pub(super) merges: [Vec<usize>; 4],
    /// Which slots before its own a step waits for, where they are there.
    pub(super) after: [[bool; 4]; 4],
    pub(super) materials: [Option<Flags>; 4],
    pub(super) fees: [Option<u64>; 3],
    /// Amount, and whether it counts days rather than working days.
    pub(super) promised: Option<(u16, bool)>,
    /// Whether of acceptance.
    pub(super) conditions: [Option<bool>; 3],
    /// Whether names are others than the codes.
    pub(super) renamed: bool,
    /// Whether it has guidance.
    pub(super) guides: bool,
}

fn there<T: Clone>(slots: &[Option<T>]) -> impl Iterator<Item = (usize, T)> {
    slots.iter().cloned().enumerate().filter_map(|(at, it)| it.map(|it| (at, it)))
}

impl Drawn {
    fn standard(&self) -> Standard {
        let code = |at: usize| mark(CODES[at]);
        let text = |it: &str| -> Text { it.parse().unwrap() };
        let name = |at: usize| text(&if self.renamed { format!("新{}", CODES[at]) } else { CODES[at].to_owned() });
        let steps = there(&self.steps).map(|(at, [required, repeats, dispensable])| {
            let after = (0..at).filter(|before| self.after[at][*before] && self.steps[*before].is_some());
            let (after, merges) = (after.map(code).collect(), self.merges[at].iter().map(|it| code(*it)).collect());
            ReviewStep { code: code(at), name: name(at), required, repeats, dispensable, on_site: false, after, merges }
        });
        let materials = there(&self.materials).map(|(at, [required, _, dispensable])| Material {
            code: code(at),
            name: name(at),
            required,
            dispensable,
        });
        let fees = there(&self.fees).map(|(at, amount)| Fee {
            code: code(at),
            name: name(at),
            amount,
            by: text("（虚构）文件"),
        });
        let conditions = there(&self.conditions).map(|(at, acceptance)| Condition {
            code: code(at),
            name: name(at),
            kind: if acceptance { ConditionKind::Acceptance } else { ConditionKind::Review },
        });
        let promised = |(amount, days)| Limit { amount, unit: if days { TimeUnit::Day } else { TimeUnit::WorkingDay } };
        let guidance = if self.guides { vec![text("（虚构）要点")] } else { vec![] };
        Standard {
            item: Key::Annex1(36),
            edition: 1,
            from: on("2021-06-15"),
            own: None,
            materials: materials.collect(),
            conditions: conditions.collect(),
            steps: steps.collect(),
            procedures: vec![],
            fees: fees.collect(),
            outcome: text("确认"),
            refusal: None,
            remedies: vec![],
            licence: None,
            limits: self.promised.map(|it| Limits { promised: promised(it), statutory: None }),
            notice: None,
            corrections: None,
            review_points: guidance.clone(),
            pitfalls: guidance,
            examples: vec![],
            grown: vec![],
            baseline: None,
        }
    }
}

/// An older and a newer, or a handbook and a region's own.
pub(super) type Pair = (Drawn, Drawn);

/// As two editions of a handbook, which merges nothing.
pub(super) fn editions((old, new): &Pair) -> (Standard, Standard) {
    let new = Drawn { merges: Default::default(), ..new.clone() }.standard();
    (old.standard(), Standard { edition: 2, from: on("2022-01-01"), ..new })
}

/// As a handbook and 汶上县's own.
pub(super) fn of_region((handbook, it): &Pair) -> (Standard, Standard) {
    let own = Some(Own { region: Region::Wenshang, handbook: 1 });
    (handbook.standard(), Standard { own, from: on("2021-09-01"), ..it.standard() })
}

pub(super) fn pairs() -> impl Strategy<Value = Pair> {
    let pair = prop_oneof![strangers(), kin()];
    (pair, prop::bool::weighted(0.2), any::<bool>())
        .prop_map(|((old, new), renamed, guides)| (old, Drawn { renamed, guides, ..new }))
}

/// On the heap, as what follows: the trees of so many slots are too large for the stack of a test.
fn handbooks() -> BoxedStrategy<Drawn> {
    let flags = || uniform4(weighted(0.7, any::<Flags>()));
    let promised = of((1_u16..4, any::<bool>()));
    let drawn = (flags(), flags(), uniform3(of(0_u64..3)), promised, uniform3(of(any::<bool>())));
    drawn
        .prop_map(|(steps, materials, fees, promised, conditions)| Drawn {
            steps,
            materials,
            fees,
            promised,
            conditions,
            ..Drawn::default()
        })
        .boxed()
}

/// Two that know nothing of each other; the second merges at random.
fn strangers() -> BoxedStrategy<Pair> {
    let merges = uniform4(prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec(0_usize..4, 1..4)]);
    (handbooks(), handbooks(), merges).prop_map(|(old, new, merges)| (old, Drawn { merges, ..new })).boxed()
}

/// A second that is drawn from the first.
fn kin() -> BoxedStrategy<Pair> {
    let picks = prop::collection::vec(0_u8..16, 15);
    let into = uniform4(weighted(0.6, 0_usize..4));
    let drawn = (handbooks(), handbooks(), picks, into);
    drawn.prop_map(|(old, other, picks, into)| (old.clone(), derived(&old, &other, &picks, into))).boxed()
}

/// Most is as it was; some has gone, been merged or lowered, and one in sixteen is as in another.
fn derived(old: &Drawn, other: &Drawn, picks: &[u8], into: [Option<usize>; 4]) -> Drawn {
    let mut new = old.clone();
    for at in 0..4 {
        new.steps[at] = derived_flags(old.steps[at], other.steps[at], picks[at]);
        new.materials[at] = derived_flags(old.materials[at], other.materials[at], picks[4 + at]);
    }
    for at in 0..3 {
        new.fees[at] = match picks[8 + at] {
            0..=3 => old.fees[at].map(|it| it / 2),
            4 => None,
            15 => other.fees[at],
            _ => old.fees[at],
        };
        if picks[11 + at] == 15 {
            new.conditions[at] = other.conditions[at];
        }
    }
    new.promised = match picks[14] {
        0..=3 => old.promised.map(|(amount, days)| (amount.div_ceil(2), days)),
        14 | 15 => other.promised,
        _ => old.promised,
    };
    // what has gone goes into another, which stands there or is made like it
    for (at, flags) in there(&old.steps) {
        if let (None, Some(joint)) = (new.steps[at], into[at]) {
            new.steps[joint].get_or_insert(flags);
            new.merges[joint].push(at);
        }
    }
    new
}

fn derived_flags(old: Option<Flags>, other: Option<Flags>, pick: u8) -> Option<Flags> {
    match pick {
        0 => None,
        // what the law does not require goes more often
        1..=4 => old.filter(|[.., dispensable]| !dispensable),
        5 => old.map(|[.., dispensable]| [false, false, dispensable]),
        15 => other,
        _ => old,
    }
}
