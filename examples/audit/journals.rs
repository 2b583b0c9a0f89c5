//! Journals, a line each.

use std::error::Error;

use tongquan::{
    Journal, Office,
    law::Fact,
    oversight::{Audit, Facet},
};

use super::{
    asked::Asked,
    count::Count,
    lines::{Line, Lines},
    report,
    seen::{Came, Seen},
    words::Words,
};

/// How many lines go between two lines of progress.
const STRIDE: u64 = 100_000;

/// Audits every line, and tells whether nothing was found.
pub(crate) fn audit(asked: &Asked, office: Option<&Office>) -> Result<bool, Box<dyn Error>> {
    let words = asked.words;
    let (mut count, mut seen, mut unknown) = (Count::on(asked.day), Seen::of(asked.remember), 0_u64);
    let calendar = Count::calendar(office);
    for (name, input) in asked.inputs()? {
        let mut lines = Lines::of(input);
        while let Some(line) = lines.next()? {
            let number = line.number;
            if number % STRIDE == 0 {
                let found = count.conformance.cases() - count.conformance.clean();
                eprintln!(
                    "{name}: {number}, {}",
                    words.of(&format!("{found}件有违规环节"), &format!("{found} cases with breaches"))
                );
            }
            let place = words.of(&format!("{name} 第{number}行"), &format!("{name} line {number}"));
            if line.marked {
                println!(
                    "{place}: {}",
                    words.of("开头的字节序标记（BOM）已略去", "the byte order mark (BOM) before it is left out")
                );
            }
            let journal = match read(words, line) {
                Ok(journal) => journal,
                Err(why) => {
                    count.unread += 1;
                    println!("{place}: {why}");
                    continue;
                }
            };
            let case = journal.opening.step.case.clone();
            match seen.came(case.as_str(), number) {
                Came::First => {}
                Came::Unknown => unknown += 1,
                Came::Before(first) => {
                    count.again += 1;
                    let told = words.of(
                        &format!("办件{case}已见于第{first}行，不再计"),
                        &format!("case {case} came on line {first}, and is not counted again"),
                    );
                    println!("{place}: {told}");
                    continue;
                }
            }
            let audit = office.map_or_else(|| Audit::of(journal.clone()), |it| Audit::against(journal.clone(), it));
            count.add(&audit, calendar);
            if !asked.quiet {
                tell(words, &place, &audit);
            }
        }
    }
    if unknown > 0 {
        words.say(
            &format!("其后{unknown}件是否重复无从核查：加大 --remember"),
            &format!("of {unknown} more cases nobody knows whether they came before: raise --remember"),
        );
    }
    told(words, &count);
    Ok(count.is_clean())
}

fn read(words: Words, line: Line<'_>) -> Result<Journal, String> {
    let text = line.text.map_err(|why| words.of(&why.zh(), &why.to_string()))?;
    serde_json::from_str(text)
        .map_err(|why| words.of(&format!("不是流转记录：{why}"), &format!("not a journal: {why}")))
}

fn tell(words: Words, place: &str, audit: &Audit) {
    for breach in audit.breaches() {
        println!("{place}, {}: {}", audit.case(), words.of(&breach.zh(), &breach.to_string()));
    }
    if audit.unjudged() > 0 {
        println!("{place}, {}: {}", audit.case(), words.of("其后各条无从核查", "what follows cannot be judged"));
    }
}

/// The counts, as tables.
pub(crate) fn told(words: Words, count: &Count) {
    report::conformance(words, &count.conformance);
    if count.unread + count.again > 0 {
        let (unread, again) = (count.unread, count.again);
        words.say(
            &format!("未读{unread}行，重复{again}件"),
            &format!("{unread} lines not read, {again} cases that came before"),
        );
    }
    let day = count.statistics.day();
    words.head(&format!("截至{day}：按区域"), &format!("as of {day}: by region"));
    report::statistics(words, &count.statistics, |it| match it {
        Facet::All => Some(Fact::Term { zh: "全部", en: "all" }),
        Facet::Region(region) => Some((*region).into()),
        _ => None,
    });
    words.head("按事项", "by item");
    report::statistics(words, &count.statistics, |it| if let Facet::Item(key) = it { Some(key.into()) } else { None });
}
