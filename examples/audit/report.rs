//! Counts as tables for people.

use tongquan::{
    case::Period,
    law::Fact,
    oversight::{Conformance, Facet, Found, Measures, Span, Statistics},
};

use super::words::Words;

/// What was found, by clause and by rule.
pub(crate) fn conformance(words: Words, told: &Conformance) {
    let (cases, clean, entries) = (told.cases(), told.clean(), told.entries());
    words.head("合规检查", "conformance");
    words.say(
        &format!("办件{cases}件，环节{entries}条，其中{}件有违规环节", cases - clean),
        &format!(
            "{cases} cases of {entries} entries, {} of them with something that could not lawfully have been",
            cases - clean
        ),
    );
    let unshown = told.unshown();
    for (many, zh, en) in [
        (unshown.unjudged, "条因立案无路径而无从核查", "entries not checkable: the opening makes no route"),
        (unshown.hands, "条未载办理方，角色无从核查", "events not checkable for role: no actor"),
        (unshown.routes, "条无已知路径，方式无从核查", "events not checkable for modality: no known route"),
    ] {
        if many > 0 {
            words.say(&format!("{many}{zh}"), &format!("{many} {en}"));
        }
    }
    if told.by_rule().len() > 0 {
        words.head("按条款", "by clause");
        for (source, Found { cases, entries }) in told.by_source() {
            let asks = words.of(source.zh(), source.en());
            let sentence: String =
                asks.split(['。', '；', ';', '.']).next().unwrap_or_default().chars().take(40).collect();
            println!("{:<6} {cases:>7} {entries:>7}  {sentence}", source.id());
        }
        words.head("按规则", "by rule");
        for (rule, Found { cases, entries }) in told.by_rule() {
            println!("{:<24} {cases:>7} {entries:>7}  {}", rule.id(), words.of(rule.zh(), rule.en()));
        }
    }
}

/// One line for each group of a kind.
pub(crate) fn statistics(words: Words, told: &Statistics, which: fn(&Facet) -> Option<Fact>) {
    let columns = [
        ("件数", "cases"),
        ("在办", "running"),
        ("准予", "granted"),
        ("不予", "refused"),
        ("补正", "corrected"),
        ("按期", "on time"),
        ("中位", "median"),
        ("九成", "p90"),
        ("未签收", "open"),
        ("2号章", "No. 2"),
    ];
    let heads: Vec<String> = columns.iter().map(|(zh, en)| wide(&words.of(zh, en), 9)).collect();
    println!("{} {}", wide("", 26), heads.concat());
    for (key, it) in told.groups() {
        if let Some(name) = which(key) {
            println!("{} {}", wide(&words.fact(name), 26), figures(it));
        }
    }
}

fn figures(it: &Measures) -> String {
    let days = it.span(Span::FilingToDecision);
    let told = |days: Option<u32>| days.map_or_else(|| "-".into(), |it| it.to_string());
    let on_time = it.on_time(Period::Promised).value().map_or_else(|| "-".into(), |it| format!("{:.1}%", it * 100.0));
    let all = [
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
    ];
    all.iter().map(|it| wide(it, 9)).collect()
}

/// To the right within so many columns, of which a Chinese character takes two.
fn wide(text: &str, columns: usize) -> String {
    let taken: usize = text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum();
    format!("{}{text}", " ".repeat(columns.saturating_sub(taken)))
}
