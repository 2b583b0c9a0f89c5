use chrono::NaiveDate;
use strum::IntoEnumIterator;

use super::{begins, cast::Cast};
use crate::{
    catalogue::{Edition, Key, Kind},
    register::{
        Condition, ConditionKind, Element, Fee, Grown, Limit, Limits, Material, Own, Procedure, ProcedureKind, Remedy,
        ReviewStep, Revision, Standard, TimeUnit,
    },
    strategies::{
        days::after,
        luck::Luck,
        word::{mark, text},
    },
};

/// Handbooks of some items, and some of the regions' own.
pub(super) fn add(cast: &Cast, known: &Edition, to: &mut Revision, luck: &mut Luck) {
    let share = luck.one(&[20, 60, 90], 60);
    let items: Vec<(Key, Kind)> = known.items().map(|it| (it.key().clone(), it.kind())).collect();
    for (item, kind) in items {
        // those of the service's own items first: they are of every kind
        if !luck.chance(if matches!(item, Key::Own(_)) { 80 } else { share }) {
            continue;
        }
        let handbook = handbook(item, kind, begins(to.recorded, true, luck), luck);
        if let Some(region) = luck.pick(&cast.regions).copied().filter(|_| luck.chance(15)) {
            let own = Own { region, handbook: 1 };
            let shorter = handbook.limits.map(|it| Limits { promised: fewer(it.promised), ..it });
            let from = after(handbook.from, luck.between(0, 60));
            to.standards.push(handbook.clone());
            to.standards.push(Standard { own: Some(own), from, limits: shorter, ..handbook });
        } else {
            to.standards.push(handbook);
        }
    }
}

const fn fewer(it: Limit) -> Limit {
    Limit { amount: if it.amount > 1 { it.amount - 1 } else { it.amount }, ..it }
}

/// The next edition, which asks for a paper less, or for a step more that a law asks for.
pub(super) fn next(before: &Standard, from: NaiveDate, luck: &mut Luck) -> Standard {
    let mut it = Standard {
        edition: before.edition.saturating_add(1),
        from,
        baseline: None,
        grown: Vec::new(),
        ..before.clone()
    };
    if luck.chance(50) {
        it.materials.pop();
    }
    if luck.chance(30) {
        let code = mark(&format!("added-{}", it.edition));
        it.steps.push(step(&code, false, Vec::new()));
        it.grown.push(Grown { element: Element::Step, code: Some(code), by: text("上级文件") });
    }
    it
}

fn step(code: &crate::text::Mark, required: bool, after: Vec<crate::text::Mark>) -> ReviewStep {
    ReviewStep {
        code: code.clone(),
        name: text("审查环节"),
        required,
        after,
        repeats: false,
        dispensable: false,
        on_site: false,
        merges: Vec::new(),
    }
}

fn handbook(item: Key, kind: Kind, from: NaiveDate, luck: &mut Luck) -> Standard {
    let licence = kind == Kind::Licence;
    let limits = limits(licence, luck);
    Standard {
        item,
        edition: 1,
        from,
        own: None,
        materials: materials(luck),
        conditions: conditions(luck),
        steps: steps(luck),
        procedures: procedures(luck),
        fees: if luck.chance(20) { vec![fee()] } else { Vec::new() },
        outcome: text("准予"),
        refusal: luck.chance(30).then(|| text("不予")),
        remedies: if luck.chance(70) { Remedy::iter().collect() } else { Vec::new() },
        licence: luck.chance(50).then(|| text("证书")),
        limits,
        notice: luck.chance(30).then(|| limit(1, 5, true, luck)),
        corrections: if luck.chance(60) { Some(limit(1, 30, false, luck)) } else { None },
        review_points: Vec::new(),
        pitfalls: Vec::new(),
        examples: Vec::new(),
        grown: Vec::new(),
        baseline: None,
    }
}

/// In working days, or in either unit.
fn limit(least: u32, most: u32, working: bool, luck: &mut Luck) -> Limit {
    let unit = if working || luck.chance(60) { TimeUnit::WorkingDay } else { TimeUnit::Day };
    Limit { amount: u16::try_from(luck.between(least, most)).unwrap_or(1), unit }
}

fn limits(licence: bool, luck: &mut Luck) -> Option<Limits> {
    if luck.chance(15) {
        return None;
    }
    let statutory = luck.chance(60).then(|| limit(10, 45, false, luck));
    let promised = match statutory {
        Some(it) => Limit { amount: u16::try_from(luck.between(1, it.amount.into())).unwrap_or(1), ..it },
        None => limit(1, 20, licence, luck),
    };
    Some(Limits { promised, statutory })
}

fn materials(luck: &mut Luck) -> Vec<Material> {
    let count = luck.between(0, 5);
    let material = |at: u32, luck: &mut Luck| Material {
        code: mark(&format!("paper-{at}")),
        name: text(&format!("第{at}份材料")),
        required: luck.chance(70),
        dispensable: luck.chance(20),
    };
    (1..=count).map(|at| material(at, luck)).collect()
}

fn conditions(luck: &mut Luck) -> Vec<Condition> {
    let count = luck.between(0, 3);
    let condition = |at: u32, luck: &mut Luck| Condition {
        code: mark(&format!("condition-{at}")),
        name: text(&format!("第{at}项条件")),
        kind: if luck.chance(30) { ConditionKind::Acceptance } else { ConditionKind::Review },
    };
    (1..=count).map(|at| condition(at, luck)).collect()
}

/// None to several, each after some of those before it.
fn steps(luck: &mut Luck) -> Vec<ReviewStep> {
    let mut steps: Vec<ReviewStep> = Vec::new();
    for at in 1..=luck.between(0, 4) {
        let before: Vec<_> = steps.iter().map(|it| it.code.clone()).collect();
        let it = step(&mark(&format!("step-{at}")), luck.chance(65), luck.those(&before, 50));
        let (repeats, dispensable, on_site) = (luck.chance(20), luck.chance(20), luck.chance(25));
        steps.push(ReviewStep { repeats, dispensable, on_site, ..it });
    }
    steps
}

fn procedures(luck: &mut Luck) -> Vec<Procedure> {
    let kinds: Vec<ProcedureKind> = ProcedureKind::iter().collect();
    let count = luck.below(4);
    let kinds = luck.some(&kinds, count);
    let procedure = |(at, kind): (usize, ProcedureKind)| Procedure {
        code: mark(&format!("proceeding-{}", at + 1)),
        name: text(kind.label()),
        kind: Some(kind),
        applicant_pays: at == 1,
    };
    kinds.into_iter().enumerate().map(procedure).collect()
}

fn fee() -> Fee {
    Fee { code: mark("fee-1"), name: text("工本费"), amount: 1_000, by: text("收费文件") }
}
