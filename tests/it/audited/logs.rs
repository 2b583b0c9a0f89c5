//! Plain logs: what cannot be read, what is not known, and what is broken.

use std::io::BufReader;

use proptest::{collection::vec, prelude::*, sample::Index};
use strum::IntoEnumIterator;
use tongquan::{
    Office, Rule,
    oversight::{Conformance, Shows, Unshown},
};

use super::said;
use crate::audit::{Filed, Inputs, Missed, Plain, Told, Words, read};

/// An event of a case, in the hands of somebody.
fn event(case: &str, activity: &str, at: &str) -> String {
    format!(r#"{{"case":"{case}","activity":"{activity}","at":"2024-03-{at}:00+08:00","by":"ws-spj"}}"#)
}

/// Two cases, told by turns.
fn lawful() -> Vec<String> {
    let steps = [
        ("file", "04T09:00"),
        ("accept", "04T10:00"),
        ("take_review_step", "05T09:00"),
        ("decide_favourably", "06T09:00"),
        ("用印", "06T10:00"),
        ("送达", "07T09:00"),
    ];
    steps.iter().flat_map(|(activity, at)| ["a", "b"].map(|case| event(case, activity, at))).collect()
}

fn counted(input: &[u8]) -> (Conformance, Missed, String) {
    let mut inputs = Inputs::default();
    inputs.add("l", Box::new(BufReader::new(input)));
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let mut told = Told::new(Words { chinese: false }, false, &mut out, &mut beside);
    let mut plain = Plain::new(Office::built_in(), Filed::default());
    let missed = read(&mut plain, inputs, &mut told).unwrap();
    (plain.count(), missed, String::from_utf8(out).unwrap())
}

fn rules(of: &Conformance) -> Vec<&'static str> {
    of.by_rule().map(|(it, _)| it.id()).collect()
}

#[test]
fn a_lawful_log_is_clean_and_what_it_does_not_tell_is_counted() {
    let lawful = lawful();
    let (count, missed, told) = counted(lawful.join("\n").as_bytes());
    assert_eq!((rules(&count), missed, told.as_str()), (vec![], Missed::default(), ""));
    assert_eq!((count.cases(), count.clean(), count.entries()), (2, 2, 12));
    assert_eq!(count.unshown(), Unshown { unjudged: 0, hands: 12, routes: 12 });
    // without an actor, or with none
    for by in [r#","by":"ws-spj""#, r#""ws-spj""#] {
        let other = if by.starts_with(',') { "" } else { "null" };
        let (count, missed, told) = counted(lawful.join("\n").replace(by, other).as_bytes());
        assert_eq!((rules(&count), missed, told.as_str()), (vec![], Missed::default(), ""));
        assert_eq!(count.unshown(), Unshown { unjudged: 0, hands: 12, routes: 12 });
    }
    let told = said(&["--log", "--lang", "en"], lawful.join("\n").replace(r#","by":"ws-spj""#, ""));
    assert!(told.out.contains("\n12 events not checkable for role: no actor, or no known route\n"), "{}", told.out);
    assert!(told.out.contains("\n12 events not checkable for modality: no known route\n"), "{}", told.out);
    assert_eq!(told.status, 0);
}

#[test]
fn an_event_that_cannot_be_read_is_told_by_line_and_reason_and_the_rest_goes_on() {
    let lawful = lawful();
    let whole = counted(lawful.join("\n").as_bytes()).0;
    let moment = "YYYY-MM-DDThh:mm:ss+08:00";
    let good = event("a", "accept", "04T10:00");
    for (bad, why) in [
        (good.replace("+08:00", ""), moment),
        (good.replace("+08:00", "Z"), moment),
        (good.replace("+08:00", "+09:00"), moment),
        (good.replace("T10:00:00", ""), moment),
        (good.replace("2024-03-04", "2024-02-30"), "there is no such day or second"),
        (good.replace(r#""case":"a","#, ""), "missing field `case`"),
        (good.replace(r#""case":"a""#, r#""case":"""#), "text is empty"),
        (good.replace(r#""case":"a""#, r#""case":7"#), "invalid type"),
        (good.replace(r#""by":"ws-spj""#, r#""by":"""#), "text is empty"),
        (good.replace(r#""by""#, r#""who""#), "unknown field `who`"),
        (good.replace(r#""activity":"accept","#, ""), "missing field `activity`"),
        (good[..30].to_owned(), "breaks off at byte 30"),
        (good.replace("accept", "acc\0ept"), "is 0, which no text has"),
        ("[]".to_owned(), "not an event of a log"),
        ("case;activity;at".to_owned(), "it is no JSON from byte 1 on"),
    ] {
        let mut lines = lawful.clone();
        lines.insert(3, bad.clone());
        let (count, missed, told) = counted(lines.join("\n").as_bytes());
        assert_eq!((&count, missed), (&whole, Missed { unread: 1, cut: 0 }), "{bad}");
        assert!(told.starts_with("l line 4: ") && told.contains(why) && told.lines().count() == 1, "{bad}: {told}");
        let zh = said(&["--log"], lines.join("\n"));
        assert!(zh.out.starts_with("- 第4行：") && zh.out.contains("\n未读1行，"), "{}", zh.out);
        assert_eq!(zh.status, 1);
    }
    let zh = said(&["--log"], good.replace("+08:00", ""));
    assert!(zh.out.starts_with("- 第1行：不是日志的一项，见第"), "{}", zh.out);
}

#[test]
fn an_activity_that_the_lifecycle_lacks_and_times_out_of_order_are_breaches_told_in_a_block() {
    let mut lines = lawful();
    lines.insert(4, event("a", "会签", "04T11:00"));
    lines.push(event("b", "归档", "06T09:00"));
    let (count, missed, told) = counted(lines.join("\n").as_bytes());
    assert_eq!((rules(&count), missed.unread), (vec!["step_has_place", "time_runs_forward"], 0));
    assert_eq!((count.cases(), count.clean()), (2, 0));
    let told: Vec<&str> = told.lines().collect();
    assert_eq!((told[0], told[2]), ("l line 5, case a, 会签", "l line 14, case b, 归档"));
    assert!(told[1].starts_with("  - the step is one that this stage has") && told[1].contains("[C7]"), "{told:?}");
    assert!(told[3].starts_with("  - a step is not dated before the one it follows [S32] expected: "), "{told:?}");
    assert!(told[3].contains("; got: 2024-03-06T09:00:00+08:00; to mend: check the time stamped"), "{told:?}");
    let zh = said(&["--log"], lines.join("\n"));
    assert!(zh.out.starts_with("- 第5行，办件a，会签\n  - 办理的须是本阶段的环节"), "{}", zh.out);
    assert!(zh.out.contains("\n== 普通日志不能核查的规则\n"));
    assert_eq!((zh.status, said(&["--log", "--quiet"], lines.join("\n")).out.lines().next()), (1, Some("")));
}

#[test]
fn rules_that_a_log_shows_in_part_are_listed_apart_from_those_that_it_cannot_show() {
    for (language, part, none) in [
        ("zh", "普通日志只能核查一部分的规则：未见违反，不等于都已遵守", "普通日志不能核查的规则"),
        (
            "en",
            "rules that a plain log shows in part: that none was found broken does not say that all were kept",
            "rules that a plain log cannot show",
        ),
    ] {
        let told = said(&["--log", "--quiet", "--lang", language], lawful().join("\n"));
        assert_eq!(told.status, 0);
        for (head, which) in [
            (part, &(|it| it == Shows::InPart) as &dyn Fn(Shows) -> bool),
            (none, &|it| !matches!(it, Shows::Always | Shows::InPart)),
        ] {
            let (_, table) = told.out.split_once(&format!("\n== {head}\n")).unwrap();
            let rows = table.lines().skip(1).take_while(|it| !it.is_empty());
            let listed: Vec<&str> = rows.filter_map(|it| it.split_whitespace().next()).collect();
            let rules = Rule::iter().filter(|it| Shows::of(*it).is_some_and(which));
            assert_eq!(listed, rules.map(Rule::id).collect::<Vec<_>>(), "{head}");
            assert_eq!(listed.contains(&"actor_holds_role"), head == part);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn bad_lines_among_events_change_no_count_but_their_own(
        drawn in vec((any::<Index>(), prop_oneof!["[!-~]{1,40}", "\\{\"case\":\"a\"[ -~]{0,40}"]), 1..20),
    ) {
        let mut lines = lawful();
        let whole = counted(lines.join("\n").as_bytes()).0;
        for (at, bad) in &drawn {
            lines.insert(at.index(lines.len() + 1), bad.clone());
        }
        let (count, missed, told) = counted(lines.join("\n").as_bytes());
        prop_assert_eq!(count, whole);
        prop_assert_eq!(missed, Missed { unread: drawn.len() as u64, cut: 0 });
        prop_assert_eq!(told.lines().count(), drawn.len());
    }
}
