//! Small shards in memory, of the cases that the tests keep: 单位、人员、编号均为虚构。

use std::error::Error;

use chrono::NaiveDate;
use tongquan::{Calendar, Journal, case::StepKind, oversight::Audit};

use super::shard::Shard;
use crate::audit::Count;

/// As of which day.
pub(crate) const DAY: &str = "2024-07-10";

const CASES: [&str; 15] = [
    include_str!("../../tests/golden/county_original.json"),
    include_str!("../../tests/golden/deemed.json"),
    include_str!("../../tests/golden/direct.json"),
    include_str!("../../tests/golden/foreign_venue.json"),
    include_str!("../../tests/golden/intake.json"),
    include_str!("../../tests/golden/lapsed.json"),
    include_str!("../../tests/golden/licence.json"),
    include_str!("../../tests/golden/not_accepted.json"),
    include_str!("../../tests/golden/not_devolved.json"),
    include_str!("../../tests/golden/review.json"),
    include_str!("../../tests/golden/township_direct.json"),
    include_str!("../../tests/golden/township_intake.json"),
    include_str!("../../tests/golden/unfavourable.json"),
    include_str!("../../tests/golden/window.json"),
    include_str!("../../tests/golden/withdrawn.json"),
];

/// Filed under earlier editions of a list that was amended since.
const ELSEWHERE: &str = include_str!("../../tests/golden/amended_journals.json");

/// The journals that are split into three shards, each case under a number of its own.
pub(crate) fn journals() -> Result<Vec<Journal>, Box<dyn Error>> {
    let mut journals = CASES.iter().map(|it| serde_json::from_str(it)).collect::<Result<Vec<Journal>, _>>()?;
    numbered(&mut journals, 1)?;
    // one that was decided and never accepted, one that was filed and no more, and one whose messages nobody answered
    if let [first, .., last] = &mut journals[..] {
        first.entries.retain(|it| it.kind() != StepKind::Accept);
        last.entries.truncate(1);
    }
    if let Some(review) = journals.get_mut(9) {
        review.entries.retain(|it| !matches!(it.kind(), StepKind::Acknowledge | StepKind::Close));
    }
    Ok(journals)
}

/// The journals that were counted elsewhere.
pub(crate) fn elsewhere() -> Result<Vec<Journal>, Box<dyn Error>> {
    let mut journals: Vec<Journal> = serde_json::from_str(ELSEWHERE)?;
    numbered(&mut journals, 101)?;
    Ok(journals)
}

fn numbered(journals: &mut [Journal], from: u32) -> Result<(), Box<dyn Error>> {
    for (number, journal) in (from..).zip(journals) {
        journal.opening.step.case = format!("2024-{number:06}").parse()?;
    }
    Ok(())
}

/// Three shards of journals, one of which has a line that is no journal, and one that was counted elsewhere.
pub(crate) fn shards(day: NaiveDate) -> Result<[Shard; 4], Box<dyn Error>> {
    let mut texts = [String::new(), String::new(), String::new()];
    for (at, journal) in journals()?.iter().enumerate() {
        if let Some(text) = texts.get_mut(at % 3) {
            text.push_str(&line(journal)?);
        }
    }
    let [north, south, mut east] = texts;
    east.push_str("[{\"file\":\n");
    let elsewhere = Shard::text("elsewhere.json", counts(&elsewhere()?, day)?);
    let [north, south, east] = [("north.jsonl", north), ("south.jsonl", south), ("east.jsonl", east)]
        .map(|(name, text)| Shard::text(name, text));
    Ok([north, south, east, elsewhere])
}

/// Counts as of the day before.
pub(crate) fn of_another_day(day: NaiveDate) -> Result<Shard, Box<dyn Error>> {
    let before = day.pred_opt().ok_or("there is no day before")?;
    Ok(Shard::text("yesterday.json", counts(&elsewhere()?, before)?))
}

pub(crate) fn line(journal: &Journal) -> serde_json::Result<String> {
    serde_json::to_string(journal).map(|it| it + "\n")
}

/// What another process wrote.
pub(crate) fn counts(journals: &[Journal], day: NaiveDate) -> serde_json::Result<String> {
    let mut count = Count::on(day);
    for journal in journals {
        count.add(&Audit::of(journal.clone()), Calendar::built_in());
    }
    serde_json::to_string(&count)
}
