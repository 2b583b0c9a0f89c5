//! Events of a plain log, a line each, of cases that may be interleaved. It keeps a few bytes for each case of the log.

use std::{collections::HashMap, error::Error};

use strum::IntoEnumIterator;
use tongquan::{
    Office, Question, Route, Rule,
    case::steps::File,
    oversight::{Conformance, Logged, PlainCase, PlainEvent, Shows, Terms},
    text::Mark,
};

use super::{
    asked::{self, Asked},
    lines::Lines,
    report,
    words::Words,
};

/// A case of the log, and its route, where it is known what was filed.
struct Followed<'o> {
    case: PlainCase,
    route: Option<Route<'o>>,
}

/// Audits every event, and tells whether nothing was found.
pub(crate) fn audit(asked: &Asked, office: Option<&Office>) -> Result<bool, Box<dyn Error>> {
    let (words, office) = (asked.words, office.unwrap_or_else(|| Office::built_in()));
    let filed = filed(asked)?;
    let (mut cases, mut tally, mut unread) = (HashMap::<Mark, Followed<'_>>::new(), Conformance::default(), 0_u64);
    for (name, input) in asked.inputs()? {
        let mut lines = Lines::of(input);
        while let Some(line) = lines.next()? {
            let place = words.of(&format!("{name} 第{}行", line.number), &format!("{name} line {}", line.number));
            let logged =
                match line.text.map_err(|why| words.of(&why.zh(), &why.to_string())).and_then(|it| read(words, it)) {
                    Ok(logged) => logged,
                    Err(why) => {
                        unread += 1;
                        println!("{place}: {why}");
                        continue;
                    }
                };
            let begun = || {
                let route = filed.get(&logged.case).and_then(|it| route(office, it, &logged));
                Followed { case: PlainCase::of(route.as_ref().map_or(Terms::UNKNOWN, Terms::of)), route }
            };
            let followed = cases.entry(logged.case.clone()).or_insert_with(begun);
            let (before, event) = (followed.case, logged.event(followed.route.as_ref()));
            if !tally.follow(&mut followed.case, &event).is_empty() && !asked.quiet {
                tell(words, &place, &logged, &before, &event);
            }
        }
    }
    report::conformance(words, &tally);
    if unread > 0 {
        words.say(&format!("未读{unread}行"), &format!("{unread} lines not read"));
    }
    words.head("普通日志不能核查的规则", "rules that a plain log cannot show");
    for (rule, shows) in Rule::iter().filter_map(|it| Some((it, Shows::of(it)?))).filter(|(_, it)| !it.is_checked()) {
        println!("{:<24} {}", rule.id(), words.fact(shows));
    }
    Ok(tally.clean() == tally.cases() && unread == 0)
}

fn read(words: Words, text: &str) -> Result<Logged, String> {
    serde_json::from_str(text)
        .map_err(|why| words.of(&format!("不是日志的一项：{why}"), &format!("not an event of a log: {why}")))
}

/// What was filed, case by case, where that is known.
fn filed(asked: &Asked) -> Result<HashMap<Mark, File>, Box<dyn Error>> {
    let Some(path) = &asked.cases else { return Ok(HashMap::new()) };
    let mut filed = HashMap::new();
    for (number, line) in (1..).zip(asked::read(path)?.lines()) {
        let file: File = serde_json::from_str(line).map_err(|why| format!("{}:{number}: {why}", path.display()))?;
        filed.insert(file.case.clone(), file);
    }
    Ok(filed)
}

/// The route on the day of the first event; where there is none, its roles and modality are not checked, and that is counted.
fn route<'o>(office: &'o Office, file: &File, first: &Logged) -> Option<Route<'o>> {
    let File { item, place, scope, venue, .. } = file;
    office.route(&Question { item, place: *place, scope: *scope, venue, day: first.at.day() }).ok()
}

fn tell(words: Words, place: &str, logged: &Logged, before: &PlainCase, event: &PlainEvent) {
    let Some(why) = before.why(event) else { return };
    println!("{place}, {} {}: {}", logged.case, logged.activity, words.of(&why.zh(), &why.to_string()));
}
