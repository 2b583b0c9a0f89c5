//! Counts as tables for people.

use std::io;

use tongquan::{
    Source,
    case::Period,
    law::Fact,
    oversight::{Conformance, Facet, FacetKind, Found, Measures, Span, Statistics},
};

use super::{
    count::Count,
    reading::Missed,
    table::{
        Side::{Left, Right},
        Table, beginning,
    },
    told::Told,
    words::Words,
};

/// What was found, by clause and by rule.
pub(crate) fn conformance(told: &mut Told<'_>, of: &Conformance) -> io::Result<()> {
    let words = told.words;
    let (cases, entries, found) = (of.cases(), of.entries(), of.cases() - of.clean());
    told.head("合规核查", "conformance")?;
    let zh = format!("办件{cases}件，环节{entries}条，其中{found}件有违规环节");
    told.say(&zh, &format!("{cases} cases of {entries} entries, {found} of them with breaches"))?;
    let unshown = of.unshown();
    for (many, zh, en) in [
        (unshown.unjudged, "条因立案无路径而无从核查", "entries not checkable: the opening makes no route"),
        (
            unshown.hands,
            "条角色无从核查：未载办理方，或无已知路径",
            "events not checkable for role: no actor, or no known route",
        ),
        (unshown.routes, "条无已知路径，方式无从核查", "events not checkable for modality: no known route"),
    ] {
        if many > 0 {
            told.say(&format!("{many}{zh}"), &format!("{many} {en}"))?;
        }
    }
    if of.by_rule().len() == 0 {
        return Ok(());
    }
    told.head("按条款", "by clause")?;
    found_table(words, ("条款", "clause"), of.by_source().map(|(it, found)| (it.id(), found, asks(words, it))))
        .tell(told)?;
    told.head("按规则", "by rule")?;
    let rules = of.by_rule().map(|(it, found)| (it.id(), found, words.of(it.zh(), it.en())));
    found_table(words, ("规则", "rule"), rules).tell(told)
}

fn found_table(words: Words, of: (&str, &str), rows: impl Iterator<Item = (&'static str, Found, String)>) -> Table {
    let mut table = Table::of(vec![
        (Left, words.of(of.0, of.1)),
        (Right, words.of("办件", "cases")),
        (Right, words.of("条", "entries")),
        (Left, words.of("要求", "asks")),
    ]);
    for (id, Found { cases, entries }, asks) in rows {
        table.row(vec![id.to_owned(), cases.to_string(), entries.to_string(), beginning(&asks, 80)]);
    }
    table
}

/// What a clause asks; where an article stands.
fn asks(words: Words, source: Source) -> String {
    match source {
        Source::Article(it) => words.of(&source.cite(), &format!("{} {}: {}", it.law(), it.number(), it.topic())),
        Source::Clause(_) | Source::Silence(_) => words.of(source.zh(), source.en()),
    }
}

/// Of no case: that nothing was there, or that none of it could be read.
pub(crate) fn nothing(told: &mut Told<'_>, missed: Missed) -> io::Result<()> {
    if missed == Missed::default() {
        return told.say("没有可核查的内容", "there was nothing to audit");
    }
    told.say("未能核查：没有一件可读", "no audit could be made: no case could be read")
}

/// Which cases the tables do not count, and which they count by what they claim.
pub(crate) fn counted(told: &mut Told<'_>, of: &Count) -> io::Result<()> {
    let (all, unrouted) = (of.statistics.group(&Facet::All), of.statistics.unrouted());
    let (cases, unproven) = all.map_or((0, 0), |it| (it.cases(), it.unproven()));
    let later = of.conformance.cases().saturating_sub(cases.saturating_add(unrouted));
    for (many, zh, en) in [
        (unrouted, "件无路径，不入下列各表", "cases without a route are in no table"),
        (later, "件在统计日后收件，不入下列各表", "cases were filed after the day of the tables, and are in none"),
        (
            unproven,
            "件的流转记录不能成立，下列各表按其所载计入",
            "cases of journals that prove none are in the tables, by what they say",
        ),
    ] {
        if many > 0 {
            told.say(&format!("{many}{zh}"), &format!("{many} {en}"))?;
        }
    }
    Ok(())
}

/// How the tables are read, under the last of them.
pub(crate) fn note(told: &mut Told<'_>) -> io::Result<()> {
    let zh =
        "各列可重叠，一件可入数列；“-”表示尚无可计；未归档：尚未办结归档，含只差归档的；不予办理：含不予受理和不予决定";
    let en = "columns overlap, for a case may stand in several; -: nothing to tell yet; not closed: decided ones that await \
        closing too; refused: not accepted, or decided unfavourably";
    told.say(&format!("\n{zh}"), &format!("\n{en}"))
}

/// A column of words after the figures: its head, and what it says of a group.
#[derive(Clone, Copy)]
pub(crate) struct Last<'s> {
    pub(crate) head: (&'s str, &'s str),
    pub(crate) said: &'s dyn Fn(&Facet) -> Option<String>,
}

/// One row for each group of these kinds.
pub(crate) fn statistics(
    told: &mut Told<'_>,
    of: &Statistics,
    by: &[FacetKind],
    last: Option<Last<'_>>,
) -> io::Result<()> {
    let words = told.words;
    let figures = [
        ("件数", "cases"),
        ("未归档", "not closed"),
        ("准予", "granted"),
        ("不予办理", "refused"),
        ("补正", "corrected"),
        ("按期", "on time"),
        ("中位日", "median days"),
        ("九成日", "p90 days"),
        ("未签收", "unacknowledged"),
        ("2号章", "Seal No. 2"),
    ];
    let name = by.last().map_or_else(String::new, |it| words.fact(*it));
    let mut heads = vec![(Left, name)];
    heads.extend(figures.iter().map(|(zh, en)| (Right, words.of(zh, en))));
    heads.extend(last.map(|it| (Left, words.of(it.head.0, it.head.1))));
    let mut table = Table::of(heads);
    for (key, measures) in by.iter().flat_map(|kind| of.by(*kind)) {
        // items by the key that the evidence names them by, too
        let group = if let Facet::Item(key) = key { key.to_string() } else { words.fact(key.value()) };
        let mut row = vec![group];
        row.extend(self::figures(measures));
        row.extend(last.map(|it| (it.said)(key).unwrap_or_default()));
        table.row(row);
    }
    table.tell(told)
}

fn figures(it: &Measures) -> [String; 10] {
    let days = it.span(Span::FilingToDecision);
    let told = |days: Option<u32>| days.map_or_else(|| "-".into(), |it| it.to_string());
    let on_time = it.on_time(Period::Promised).value().map_or_else(|| "-".into(), |it| format!("{:.1}%", it * 100.0));
    [
        it.cases().to_string(),
        it.running().to_string(),
        it.favourable().to_string(),
        it.refused().to_string(),
        it.corrections_asked().to_string(),
        on_time,
        told(days.percentile(50)),
        told(days.percentile(90)),
        it.outstanding().to_string(),
        it.seal_no_2_uses().to_string(),
    ]
}
