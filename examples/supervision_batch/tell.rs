//! What the bureau reads in the morning.

use std::io;

use tongquan::IntoEnumIterator;
use tongquan::{
    Office,
    case::{DutyStateKind, MessageKind},
    law::Fact,
    oversight::{Evidence, EvidenceOf, EvidenceRow, FacetKind, Measures, Statistics},
};

use super::{
    merged::{Merged, Twice},
    note::First,
};
use crate::audit::{Count, Told, Words, evidence::reconciled, report};

/// How many items of each kind of evidence are told.
const TOLD: usize = 10;

pub(crate) fn all(words: Words, merged: &Merged<'_>, office: Option<&Office>) -> io::Result<()> {
    words.head("分片", "shards");
    shards(words, merged);
    let count = &merged.count;
    let (mut out, mut beside) = (io::stdout(), io::stderr());
    let told = &mut Told::new(words, false, &mut out, &mut beside);
    report::conformance(told, &count.conformance)?;
    let (unread, again) = (count.unread, count.again);
    if unread + again > 0 {
        told.say(
            &format!("未读{unread}行；同一分片内重复{again}件"),
            &format!("lines not read: {unread}; cases that came again in their shard: {again}"),
        )?;
    }
    report::counted(told, count)?;
    figures(told, &count.statistics)?;
    report::note(told)?;
    messages(words, &count.statistics);
    evidence(told, count, &Evidence::of(&count.evidence, office.unwrap_or(Office::built_in()).now()))
}

/// Each shard: how many cases it has, what there is to tell of its lines, or why it was left out.
pub(crate) fn shards(words: Words, merged: &Merged<'_>) {
    for (name, read) in &merged.shards {
        match read {
            Ok(read) => {
                words.say(&format!("{name}：办件{}件", read.cases), &format!("{name}: {} cases", read.cases));
                for (line, note) in &read.notes.shown {
                    let note = note.told(words);
                    words.say(&format!("  第{line}行：{note}"), &format!("  line {line}: {note}"));
                }
                more(words, read.notes.more);
            }
            Err(why) => words.say(&format!("{name}：未计入：{}", why.zh()), &format!("{name}: left out: {why}")),
        }
    }
    let First { shown, more: rest } = &merged.twice;
    if !shown.is_empty() {
        words.say("同一办件见于两个分片，均已计入：", "cases that stand in two shards, and are counted in both:");
        let name = |at: usize| merged.shards.get(at).map_or("", |(name, _)| name);
        for Twice { at: (shard, line), before: (other, first) } in shown {
            let (shard, other) = (name(*shard), name(*other));
            words.say(
                &format!("  {shard}第{line}行、{other}第{first}行"),
                &format!("  {shard} line {line}, {other} line {first}"),
            );
        }
        more(words, *rest);
    }
    if merged.unnamed > 0 {
        let many = merged.unnamed;
        words.say(
            &format!("另行统计的{many}件是否另见于其他分片，无从核查"),
            &format!("whether those counted elsewhere stand in another shard too, nobody knows: {many}"),
        );
    }
}

fn more(words: Words, many: u64) {
    if many > 0 {
        words.say(&format!("  另有{many}处"), &format!("  and {many} more"));
    }
}

fn figures(told: &mut Told<'_>, of: &Statistics) -> io::Result<()> {
    let day = of.day();
    told.head(&format!("截至{day}：按区域"), &format!("as of {day}: by region"))?;
    report::statistics(told, of, &[FacetKind::All, FacetKind::Region], None)?;
    told.head("按市级部门", "by city department")?;
    report::statistics(told, of, &[FacetKind::Department], None)?;
    told.head("按归属和同权方式", "by standing and modality")?;
    report::statistics(told, of, &[FacetKind::Standing], None)?;
    told.head("按收件月份", "by month of filing")?;
    report::statistics(told, of, &[FacetKind::Month], None)
}

/// Where reports and pushes are open, most first.
fn messages(words: Words, told: &Statistics) {
    words.head("未签收的报备和推送", "reports and pushes not acknowledged");
    let regions = told.by(FacetKind::Region).map(|(key, it)| (words.fact(key.value()), it));
    let mut open: Vec<(String, &Measures)> = regions.filter(|(_, it)| it.outstanding() > 0).collect();
    open.sort_by_key(|(_, it)| std::cmp::Reverse(it.outstanding()));
    if open.is_empty() {
        words.say("无", "none");
    }
    for (region, measures) in open {
        let kinds: Vec<String> = MessageKind::iter().filter_map(|kind| states(words, measures, kind)).collect();
        words.say(&format!("{region}：{}", kinds.join("；")), &format!("{region}: {}", kinds.join("; ")));
    }
}

/// How far the open ones of a kind are.
fn states(words: Words, of: &Measures, kind: MessageKind) -> Option<String> {
    let state = |it: DutyStateKind| match of.messages().of(&(kind, it)) {
        0 => None,
        many => Some(format!("{} {many}", words.fact(it))),
    };
    let open = DutyStateKind::iter().filter(|it| *it != DutyStateKind::Acknowledged);
    let states: Vec<String> = open.filter_map(state).collect();
    let between = words.of("、", ", ");
    (!states.is_empty()).then(|| format!("{} {}", words.fact(kind), states.join(&between)))
}

/// What the figures say for an amendment of the list on grounds of practice.
fn evidence(to: &mut Told<'_>, count: &Count, told: &Evidence<'_>) -> io::Result<()> {
    let (words, day) = (to.words, told.day());
    words.head(&format!("清单调整的依据（C3），截至{day}"), &format!("evidence for an amendment (C3), as of {day}"));
    if told.rows().is_empty() {
        words.say("当日无清单施行", "no list was in force that day");
    }
    reconciled(to, count, told)?;
    let items = told.by_item();
    let (all, idle) = (items.rows().len(), items.rows().iter().filter(|it| it.measures().cases() == 0).count());
    words.say(&format!("下放事项{all}项，{idle}项无办件"), &format!("devolved items: {all}, without a case: {idle}"));
    for of in EvidenceOf::iter() {
        let ground = match of.practice() {
            Some(it) => words.of(&format!("可能涉及“{}”", it.label()), &format!("may bear on “{it}”")),
            None => words.of("本身不是调整的理由，只指出何处待查", "no ground of its own: it says where to look"),
        };
        words.say(&format!("\n{}：{ground}", of.label()), &format!("\n{of}: {ground}"));
        for (rank, item) in (1..).zip(first(&items, of)) {
            println!("{rank:>3} {}", words.told(&item));
            if let Some(most) = most(told, of, item) {
                let most = words.told(&most);
                words.say(&format!("    尤其：{most}"), &format!("    above all: {most}"));
            }
        }
    }
    let unmeasured = words.fact(Fact::list(Evidence::UNMEASURED));
    words.say(
        &format!("\n{unmeasured}：统计未能衡量，须另行说明"),
        &format!("\nnot measured, and to be shown otherwise: {unmeasured}"),
    );
    for it in told.not_devolved() {
        let (item, region, cases) = (&it.item, words.fact(it.region), it.cases);
        words.say(
            &format!("{item}（{region}）当日未下放，办件{cases}件，不作依据"),
            &format!("{item} in {region} is not devolved that day, and no evidence: volume {cases}"),
        );
    }
    Ok(())
}

/// The items that say most; one without a figure, or of no refusal, says nothing.
pub(crate) fn first<'e, 'o>(items: &'e Evidence<'o>, of: EvidenceOf) -> impl Iterator<Item = &'e EvidenceRow<'o>> {
    items.ranked(of).into_iter().filter(move |it| says(it, of)).take(TOLD)
}

fn says(it: &EvidenceRow<'_>, of: EvidenceOf) -> bool {
    match of {
        EvidenceOf::LowVolume => true,
        EvidenceOf::Cost => it.days().whole() > 0,
        EvidenceOf::Refusals => it.refusals().part() > 0,
    }
}

/// In which region an item says most, where others have a part in it; of regions without a case there are too many to name one.
fn most<'e, 'o>(told: &'e Evidence<'o>, of: EvidenceOf, item: &EvidenceRow<'o>) -> Option<&'e EvidenceRow<'o>> {
    let of_item = told.ranked(of).into_iter().find(|it| it.item().key() == item.item().key())?;
    let is_part = of_item.measures() != item.measures();
    (of != EvidenceOf::LowVolume && is_part && says(of_item, of)).then_some(of_item)
}
