//! The check of plain logs against stories made by hand.

use std::collections::BTreeSet;

use super::plain::*;
use super::plain_journals::{events, row as row_of};
use super::plain_rules::RULES;

/// "activity actor", one minute apart.
fn log<'a>(story: &[&'a str]) -> Vec<Event<'a>> {
    let events = story.iter().zip(0..);
    events
        .map(|(event, at)| {
            let (activity, actor) = event.split_once(' ').expect("activity and actor");
            Event { activity, at, actor }
        })
        .collect()
}

fn row(modality: &'static str) -> Option<Row> {
    Some(Row { modality, foreign: false })
}

fn foreign(modality: &'static str) -> Option<Row> {
    Some(Row { modality, foreign: true })
}

/// "place: rules" of each event that breaks one.
fn told(story: &[&str], row: Option<Row>) -> Vec<String> {
    let broken = judge(&log(story), row);
    let some = broken.iter().enumerate().filter(|(_, rules)| !rules.is_empty());
    some.map(|(place, rules)| format!("{place}: {}", rules.iter().copied().collect::<Vec<_>>().join(" "))).collect()
}

const DIRECT: [&str; 12] = [
    "file region",
    "ask_for_corrections region",
    "hand_in_corrections applicant",
    "accept region",
    "take_review_step region",
    "decide_favourably region",
    "affix_seal region",
    "deliver region",
    "report region",
    "acknowledge city",
    "push region",
    "acknowledge addressee",
];

fn closed(story: &[&'static str], by: &'static str) -> Vec<&'static str> {
    story.iter().copied().chain([by]).collect()
}

fn without(story: &[&'static str], activity: &str) -> Vec<&'static str> {
    story.iter().copied().filter(|event| !event.starts_with(activity)).collect()
}

#[test]
fn lawful_stories_break_nothing() {
    let whole = closed(&DIRECT, "close region");
    assert_eq!(told(&whole, row("direct")), [""; 0]);
    assert_eq!(told(&whole, None), [""; 0]);
    let review: Vec<_> = whole.iter().map(|e| e.replace("affix_seal region", "affix_seal_no2 region")).collect();
    let review: Vec<_> = review.iter().map(String::as_str).collect();
    assert_eq!(told(&review, row("review")), [""; 0]);
    let intake = [
        "file region",
        "accept region",
        "pass_on region",
        "take_review_step city",
        "suspend city",
        "resume city",
        "decide_unfavourably city",
        "affix_seal city",
        "deliver region",
        "close city",
    ];
    assert_eq!(told(&intake, row("intake")), [""; 0]);
    let far = [
        "file window",
        "deem_accepted applicant",
        "pass_on window",
        "pass_on region",
        "decide_favourably city",
        "affix_seal city",
        "issue_licence city",
        "deliver window",
        "close city",
    ];
    assert_eq!(told(&far, foreign("intake")), [""; 0]);
    let own = ["file region", "accept region", "withdraw applicant"];
    assert_eq!(told(&own, row("original")), [""; 0]);
    let city = ["file city", "correct_on_spot city", "not_accept city"];
    assert_eq!(told(&city, row("city")), [""; 0]);
    assert_eq!(told(&city, row("window")), [""; 0]);
}

#[test]
fn a_missing_step_is_jumped_over_and_a_surplus_one_left_out() {
    let no_decision = without(&DIRECT, "decide_favourably");
    assert_eq!(told(&no_decision, row("direct")), ["5: StepHasPlace"]);
    let twice =
        ["file region", "accept region", "decide_favourably region", "decide_unfavourably city", "affix_seal region"];
    assert_eq!(told(&twice, row("direct")), ["3: StepHasPlace"]);
    let after_the_end = ["file region", "withdraw applicant", "accept region", "file region"];
    assert_eq!(told(&after_the_end, row("direct")), ["2: StepHasPlace", "3: StepHasPlace"]);
    assert_eq!(told(&["accept region"], row("direct")), ["0: StepHasPlace"]);
    // and whoever jumps is asked for his role too
    assert_eq!(told(&["file region", "affix_seal city"], row("direct")), ["1: ActorHoldsRole StepHasPlace"]);
}

#[test]
fn time_runs_forward() {
    let mut events = log(&["file region", "accept region", "decide_favourably region", "affix_seal region"]);
    events[1].at = -1;
    events[3].at = 2;
    let broken: Vec<_> = judge(&events, None).iter().map(BTreeSet::len).collect();
    assert_eq!(broken, [0, 1, 0, 0], "the next is held against the one before it");
}

#[test]
fn roles_are_those_of_the_row() {
    let story = ["file region", "accept region", "decide_favourably region"];
    assert_eq!(told(&story, row("city")), ["0: ActorHoldsRole", "1: ActorHoldsRole", "2: ActorHoldsRole"]);
    assert_eq!(told(&story, row("intake")), ["2: ActorHoldsRole PapersPassedOn"]);
    assert_eq!(told(&story, None), [""; 0]);
    let others = ["file unknown", "accept applicant", "decide_favourably addressee", "affix_seal other"];
    assert_eq!(told(&others, row("direct")), ["1: ActorHoldsRole", "2: ActorHoldsRole", "3: ActorHoldsRole"]);
    assert_eq!(told(&others, None), ["1: ActorHoldsRole", "2: ActorHoldsRole"]);
    assert_eq!(told(&["file region", "withdraw region"], None), ["1: ActorHoldsRole"]);
    assert_eq!(told(&["file region", "deem_accepted other"], row("direct")), [""; 0]);
    let by_region: Vec<_> =
        DIRECT.iter().map(|event| event.replace("acknowledge city", "acknowledge region")).collect();
    let by_region: Vec<_> = by_region.iter().map(String::as_str).collect();
    assert_eq!(told(&by_region, row("direct")), ["9: ActorHoldsRole"]);
}

#[test]
fn seals_are_those_of_the_row() {
    let sealed = |seal: &'static str, modality| {
        let who = if ["window", "city"].contains(&modality) { "city" } else { "region" };
        let decides = if modality == "intake" { "city" } else { who };
        let mut events = log(&[
            "file unknown",
            "accept unknown",
            "pass_on unknown",
            "decide_favourably unknown",
            "affix_seal unknown",
        ]);
        events[4] = Event { activity: seal, at: 4, actor: decides };
        if modality != "intake" {
            events.remove(2);
        }
        let rules = judge(&events, row(modality)).pop().expect("an event");
        rules.into_iter().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ROWS.map(|row| sealed("affix_seal", row)), ["", "", "SealAsRouted", "", "", ""]);
    let no2 = "SealNo2Review";
    assert_eq!(
        ROWS.map(|row| sealed("affix_seal_no2", row)),
        [no2, no2, "", no2, no2, "SealNo2FormerlyCity SealNo2Review"]
    );
    assert_eq!(told(&["file city", "affix_seal_no2 city"], None), ["1: StepHasPlace"]);
}

#[test]
fn papers_are_passed_on_where_they_lie() {
    let not_passed =
        ["file window", "accept region", "take_review_step region", "pass_on window", "decide_favourably region"];
    assert_eq!(told(&not_passed, foreign("direct")), ["1: PapersPassedOn", "2: PapersPassedOn"]);
    let uncalled = ["file region", "pass_on region", "accept region", "pass_on region"];
    assert_eq!(told(&uncalled, row("review")), ["1: PassingCalledFor", "3: PassingCalledFor"]);
    assert_eq!(told(&uncalled, row("intake")), ["1: PassingCalledFor"]);
    let twice = ["file window", "pass_on window", "pass_on window", "ask_for_corrections region"];
    assert_eq!(told(&twice, foreign("review")), ["2: PassingCalledFor"]);
    assert_eq!(told(&["file region", "pass_on region"], foreign("review")), ["0: ActorHoldsRole", "1: ActorHoldsRole"]);
}

#[test]
fn reports_and_pushes_are_owed_or_not_called_for() {
    assert_eq!(told(&closed(&without(&DIRECT, "report"), "close region"), row("direct")), ["11: DutiesDone"]);
    let unanswered = closed(&without(&DIRECT, "acknowledge"), "close region");
    assert_eq!(told(&unanswered, row("direct")), ["10: DutiesDone"]);
    // whether a push is owed hangs on who handles
    assert_eq!(told(&closed(&DIRECT[..10], "close region"), row("direct")), [""; 0]);
    let whole = closed(&DIRECT, "close region");
    assert_eq!(told(&whole, row("original")), ["8: ReportCalledFor", "10: PushCalledFor"]);
    assert_eq!(told(&whole, None), [""; 0]);
    let city = ["file city", "accept city", "decide_favourably city", "affix_seal city", "deliver city", "close city"];
    assert_eq!(told(&city, row("city")), [""; 0]);
}

#[test]
fn what_else_is_certain_is_said_in_words() {
    let story = [
        "file region",
        "deem_accepted other",
        "extend region",
        "extend region",
        "decide_unfavourably region",
        "acknowledge city",
        "report region",
        "report region",
        "affix_seal region",
        "issue_licence region",
    ];
    let said: Vec<_> = also(&log(&story), |_, _| Some(4)).concat();
    let expected = [
        "deemed accepted before 5 working days were gone",
        "extended twice",
        "an answer to nothing",
        "reported again without an answer",
        "a licence after an unfavourable decision",
    ];
    assert_eq!(said, expected);
    assert!(also(&log(&DIRECT), |_, _| None).concat().is_empty());
}

#[test]
fn every_step_has_its_rules_and_each_is_told_apart() {
    let steps: BTreeSet<_> = RULES.iter().map(|rule| rule.0).filter(|step| *step != "every").collect();
    assert_eq!(steps, BTreeSet::from(super::STEPS));
    let unique: BTreeSet<_> = RULES.iter().map(|rule| (rule.0, rule.1)).collect();
    assert_eq!(unique.len(), RULES.len());
    let count = |how| RULES.iter().filter(|rule| rule.2 == how).count();
    assert_eq!(count("yes") + count("partly") + count("no"), RULES.len());
    assert!(RULES.iter().all(|rule| !rule.3.is_empty()));
}

/// Journals in their golden form are lawful, and so are the plain logs that they leave.
#[test]
fn golden_journals_break_nothing() {
    let golden = [
        ("direct", "", include_str!("../../golden/direct.json")),
        ("window", "", include_str!("../../golden/window.json")),
        ("review", "", include_str!("../../golden/review.json")),
        ("review", "", include_str!("../../golden/unfavourable.json")),
        ("review", "", include_str!("../../golden/withdrawn.json")),
        ("review", "", include_str!("../../golden/lapsed.json")),
        ("review", "", include_str!("../../golden/not_accepted.json")),
        ("review", "foreign", include_str!("../../golden/foreign_venue.json")),
        ("intake", "", include_str!("../../golden/intake.json")),
        ("intake", "foreign", include_str!("../../golden/deemed.json")),
        ("city", "", include_str!("../../golden/not_devolved.json")),
        ("original", "", include_str!("../../golden/county_original.json")),
        ("original", "", include_str!("../../golden/licence.json")),
    ];
    for (modality, venue, text) in golden {
        let journal = serde_json::from_str(text).expect("a journal");
        let row = row_of(&journal);
        assert_eq!(row, Some(Row { modality, foreign: venue == "foreign" }));
        let events = events(&journal);
        let plain: Vec<_> = events.iter().map(|(activity, at, actor)| Event { activity, at: *at, actor }).collect();
        for row in [row, None] {
            assert!(judge(&plain, row).iter().all(BTreeSet::is_empty), "{modality} {venue} {:?}", judge(&plain, row));
        }
        assert!(also(&plain, |_, _| None).concat().is_empty());
        // under another row it is not all right
        if events.iter().any(|event| event.0.starts_with("decide")) {
            let other = if modality == "city" { "direct" } else { "city" };
            let broken = judge(&plain, Some(Row { modality: other, foreign: venue == "foreign" }));
            assert_eq!(broken.iter().all(BTreeSet::is_empty), modality == "window", "{modality}");
        }
    }
    let township = serde_json::from_str(include_str!("../../golden/township_intake.json")).expect("a journal");
    assert_eq!(row_of(&township), None);
}
