//! 业务手册: of nearly every item, each a little otherwise. All fictional.

use chrono::NaiveDate;
use tongquan::{
    Edition, Item, Key, Kind, Region,
    register::{
        Condition, ConditionKind, Limit, Limits, Material, Own, Procedure, ProcedureKind, Remedy, ReviewStep, Standard,
        TimeUnit,
    },
};

use super::Fallible;

/// Handled by law and policy alone, for no handbook of them is on record.
const WITHOUT: &[&str] = &["A1-9", "A1-45", "A2-14"];

/// Of which a second edition comes in the middle of the year.
const RENEWED: &[&str] = &["A1-16", "A1-33", "A1-48", "XK-1", "XK-4", "A2-7"];

/// Regions that promise less time than the handbook.
const FASTER: &[(&str, Region)] =
    &[("A1-36", Region::Wenshang), ("XK-3", Region::Zoucheng), ("A1-57", Region::Rencheng)];

/// The handbooks and the regions' own, as they are when the year begins.
pub(crate) fn standards(edition: &Edition, from: NaiveDate) -> Fallible<Vec<Standard>> {
    let known = (0..).zip(edition.items()).filter(|(_, it)| !WITHOUT.contains(&it.key().to_string().as_str()));
    let mut told: Vec<Standard> = known.map(|(at, item)| handbook(at, item, from)).collect::<Fallible<_>>()?;
    for (key, region) in FASTER {
        let key: Key = key.parse()?;
        let handbook = told.iter().find(|it| it.item == key).ok_or("no handbook")?;
        told.push(Standard { own: Some(Own { region: *region, handbook: 1 }), ..faster(handbook.clone()) });
    }
    Ok(told)
}

/// The second editions: less time, one paper less.
pub(crate) fn second_editions(first: &[Standard], from: NaiveDate) -> Fallible<Vec<Standard>> {
    let renewed = |key: &&str| {
        let key: Key = key.parse()?;
        let handbook = first.iter().find(|it| it.item == key && it.own.is_none()).ok_or("no handbook")?;
        let mut second = Standard { edition: 2, from, ..faster(handbook.clone()) };
        second.materials.pop();
        Ok(second)
    };
    RENEWED.iter().map(renewed).collect()
}

fn faster(mut it: Standard) -> Standard {
    if let Some(limits) = &mut it.limits {
        limits.promised.amount = limits.promised.amount.saturating_sub(2).max(1);
    }
    it
}

/// By its place on the list.
fn handbook(at: u16, item: Item<'_>, from: NaiveDate) -> Fallible<Standard> {
    let licence = item.kind() == Kind::Licence;
    let yields = licence || at % 5 == 2;
    Ok(Standard {
        item: item.key().clone(),
        edition: 1,
        from,
        own: None,
        materials: materials(at)?,
        conditions: conditions(at)?,
        steps: if licence { LICENCE.get(usize::from(at % 3)) } else { OTHER.get(usize::from(at % 5)) }
            .map(|steps| steps.iter().map(review_step).collect::<Fallible<_>>())
            .transpose()?
            .unwrap_or_default(),
        procedures: procedures(at)?,
        fees: Vec::new(),
        outcome: outcome(item.kind()).parse()?,
        refusal: None,
        remedies: if item.kind() == Kind::PublicService { vec![] } else { REMEDIES.to_vec() },
        licence: if yields { Some("（虚构）证书".parse()?) } else { None },
        limits: limits(at, item),
        notice: (at % 4 == 1).then_some(working_days(if licence { 4 } else { 5 })),
        corrections: match at % 3 {
            0 => Some(working_days(10)),
            1 => Some(Limit { amount: 20, unit: TimeUnit::Day }),
            _ => None,
        },
        review_points: Vec::new(),
        pitfalls: Vec::new(),
        examples: Vec::new(),
        grown: Vec::new(),
        baseline: None,
    })
}

const REMEDIES: [Remedy; 2] = [Remedy::Reconsideration, Remedy::Litigation];

const fn outcome(kind: Kind) -> &'static str {
    match kind {
        Kind::Licence => "准予",
        Kind::Confirmation => "确认",
        Kind::OtherPower => "备案",
        Kind::PublicService => "办结",
    }
}

const fn working_days(amount: u16) -> Limit {
    Limit { amount, unit: TimeUnit::WorkingDay }
}

fn limits(at: u16, item: Item<'_>) -> Option<Limits> {
    let days = |amount| Limit { amount, unit: TimeUnit::Day };
    let promised = [3, 5, 7, 10, 15].get(usize::from(at % 5)).copied().unwrap_or(5);
    Some(match item.kind() {
        Kind::Licence if item.key().to_string() == "XK-7" => Limits { promised: days(20), statutory: Some(days(45)) },
        Kind::Licence => Limits {
            promised: working_days(promised.max(7)),
            statutory: at.is_multiple_of(2).then_some(working_days(20)),
        },
        _ if at % 11 == 3 => return None,
        _ if at % 7 == 4 => Limits { promised: days(promised * 2), statutory: Some(days(30)) },
        Kind::Confirmation | Kind::OtherPower | Kind::PublicService => {
            Limits { promised: working_days(promised), statutory: Some(working_days(20)) }
        }
    })
}

/// Two to five that are required, and one that may be added.
fn materials(at: u16) -> Fallible<Vec<Material>> {
    let required = [
        ("form", "申请表"),
        ("subject", "主体资格证明"),
        ("proof", "相关证明材料"),
        ("drawing", "图纸"),
        ("opinion", "技术意见"),
    ];
    let named = required.iter().take(2 + usize::from(at % 4)).map(|it| (it, true));
    let material = |((code, name), required): (&(&str, &str), bool)| {
        Ok(Material { code: code.parse()?, name: name.parse()?, required, dispensable: false })
    };
    named.chain([(&("other", "其他说明"), false)]).map(material).collect()
}

fn conditions(at: u16) -> Fallible<Vec<Condition>> {
    let condition =
        |code: &str, name: &str, kind| Fallible::Ok(Condition { code: code.parse()?, name: name.parse()?, kind });
    let mut told = vec![
        condition("eligible", "申请人符合条件", ConditionKind::Review)?,
        condition("true", "材料真实有效", ConditionKind::Review)?,
    ];
    if at % 2 == 1 {
        told.push(condition("technical", "符合技术规范", ConditionKind::Review)?);
    }
    if at % 3 != 2 {
        told.push(condition("scope", "属于本事项范围", ConditionKind::Acceptance)?);
    }
    Ok(told)
}

fn procedures(at: u16) -> Fallible<Vec<Procedure>> {
    let known = [
        ("panel", "专家评审", ProcedureKind::ExpertReview),
        ("hearing", "听证", ProcedureKind::Hearing),
        ("testing", "检测", ProcedureKind::Testing),
    ];
    let procedure = |(code, name, kind): &(&str, &str, ProcedureKind)| {
        Ok(Procedure { code: code.parse()?, name: name.parse()?, kind: Some(*kind), applicant_pays: false })
    };
    known.iter().take(usize::from(at % 4)).map(procedure).collect()
}

/// Code and name, whether it is required, on site, repeated, and after which.
type Told = (&'static str, &'static str, [bool; 3], &'static [&'static str]);

const DESK: Told = ("desk", "材料审查", [true, false, false], &[]);
const SITE: Told = ("site", "现场核查", [true, true, false], &["desk"]);
const ADVICE: Told = ("advice", "征求意见", [false, false, false], &["desk"]);
const AGAIN: Told = ("site", "现场核查", [true, true, true], &["desk"]);

const OTHER: [&[Told]; 5] = [
    &[DESK, ("opinion", "形成审查意见", [true, false, false], &["desk"])],
    &[DESK, SITE, ("opinion", "形成审查意见", [true, false, false], &["desk", "site"])],
    &[DESK, ADVICE, ("opinion", "形成审查意见", [true, false, false], &["desk"])],
    &[
        DESK,
        AGAIN,
        ("publicity", "公示", [true, false, false], &["site"]),
        ("opinion", "形成审查意见", [true, false, false], &["publicity"]),
    ],
    &[DESK],
];

const LICENCE: [&[Told]; 3] = [
    &[DESK, SITE, ("opinion", "形成审查意见", [true, false, false], &["desk", "site"])],
    &[DESK, AGAIN, ADVICE, ("opinion", "形成审查意见", [true, false, false], &["site"])],
    &[DESK, ("opinion", "形成审查意见", [true, false, false], &["desk"])],
];

fn review_step((code, name, [required, on_site, repeats], after): &Told) -> Fallible<ReviewStep> {
    Ok(ReviewStep {
        code: code.parse()?,
        name: name.parse()?,
        required: *required,
        after: after.iter().map(|it| it.parse()).collect::<Result<_, _>>()?,
        repeats: *repeats,
        dispensable: false,
        on_site: *on_site,
        merges: Vec::new(),
    })
}
