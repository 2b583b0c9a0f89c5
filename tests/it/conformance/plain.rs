//! Plain logs: what a journal shows in its contents apart, its plain log shows too.

use tongquan::{
    Journal, Rule,
    case::StepKind,
    oversight::{Activity, Audit, Broken, By, Hand, Logged, PlainCase, PlainEvent, Shows, Terms},
    route::Route,
};

use super::{edits, whole};

/// What a plain log knows of a journal, on the route of its filing.
pub(super) fn plain(journal: &Journal, route: &Route<'_>) -> Vec<PlainEvent> {
    let opening = (Activity::File, &journal.opening.stamp);
    let entries = journal.entries.iter().map(|it| (Activity::Step(it.kind()), it.stamp()));
    let event = |(activity, stamp): (Activity, &tongquan::Stamp)| PlainEvent {
        activity,
        at: stamp.at,
        hand: Hand::of(route, &By::from(&stamp.by)),
    };
    [opening].into_iter().chain(entries).map(event).collect()
}

/// The rules that each event breaks.
pub(super) fn check(terms: Terms, events: &[PlainEvent]) -> Vec<Broken> {
    let mut case = PlainCase::of(terms);
    let told: Vec<Broken> = events
        .iter()
        .map(|event| {
            let why = case.why(event);
            let broken = case.take(event);
            // the reasons name the same rules, and only a bad event has any
            let named = why.iter().flat_map(|it| it.objections()).map(|it| it.rule);
            assert!(named.eq(broken.rules()), "{why:?} {broken:?}");
            broken
        })
        .collect();
    assert_eq!(told.iter().fold(Broken::NOTHING, |all, it| all | *it), case.broken());
    assert_eq!(case.events(), events.len() as u64);
    if case.broken().is_empty() {
        assert_eq!(case.last(), events.last().map(|it| it.at));
    }
    told
}

#[test]
fn of_a_lawful_case_nothing_is_broken_and_of_an_edited_one_what_the_log_can_show() {
    let (mut lawful, mut broken, mut shown) = (0, 0, 0);
    for (record, _) in whole() {
        let journal = record.to_journal();
        let filed = record.docket().as_filed();
        let (route, moved) = (filed.route(), journal.entries.iter().any(|it| it.kind() == StepKind::Transfer));
        let terms = Terms::of(&route);
        let told = check(terms, &plain(&journal, &route));
        assert!(told.iter().all(|it| it.is_empty()), "{told:?} {journal:?}");
        // without a route there is less to hold against it
        assert!(check(Terms::UNKNOWN, &plain(&journal, &route)).iter().all(|it| it.is_empty()));
        lawful += 1;
        if moved {
            continue;
        }
        for (edit, edited) in edits(&journal) {
            let audit = Audit::of(edited.clone());
            assert_eq!(audit.proven().is_some(), audit.breaches().is_empty());
            let told = check(terms, &plain(&edited, &route));
            for rule in Broken::RULES {
                let always = Shows::of(rule) == Some(Shows::Always);
                let (mut plain, mut whole) = (0, 0);
                for (entry, told) in told.iter().enumerate() {
                    let breach = audit.breaches().iter().find(|it| it.entry == entry);
                    let held = breach.is_some_and(|it| it.why.names(rule));
                    // of what has no place no more is told, and a log that cannot look ahead told it as if something were missing
                    if rule != Rule::StepHasPlace && told.names(Rule::StepHasPlace) {
                        whole += usize::from(held);
                        plain += usize::from(held && told.names(rule));
                        continue;
                    }
                    plain += usize::from(told.names(rule));
                    whole += usize::from(held);
                    // what is shown in part may show later, and never without cause
                    assert!(plain <= whole, "{edit:?} {entry} {rule:?} is not broken: {edited:?}");
                    assert!(!always || plain == whole, "{edit:?} {entry} {rule:?}: {edited:?}");
                }
                shown += plain;
            }
            broken += 1;
        }
    }
    assert!(lawful > 500 && broken > 20_000 && shown > 20_000, "{lawful} {broken} {shown}");
}

#[test]
fn a_line_is_read_and_an_unknown_activity_has_no_place() {
    let line =
        |activity: &str| format!(r#"{{"case": "1", "activity": "{activity}", "at": "2024-03-04T09:00:00+08:00"}}"#);
    let read = |activity: &str| serde_json::from_str::<Logged>(&line(activity)).unwrap().event(None);
    let mut case = PlainCase::of(Terms::UNKNOWN);
    assert_eq!(case.take(&read("file")), Broken::NOTHING);
    assert_eq!(case.take(&read("会签")), Broken::of(Rule::StepHasPlace));
    assert_eq!(case.take(&read("受理")), Broken::NOTHING);
    assert_eq!(case.take(&read("收件")), Broken::of(Rule::StepHasPlace));
    assert!(!read("accept").hand.is_routed());
    // a moment without its offset is no moment
    let bare = line("accept").replace("+08:00", "");
    assert!(serde_json::from_str::<Logged>(&bare).unwrap_err().to_string().contains("+08:00"));
}

#[test]
fn once_a_case_has_moved_on_its_first_route_accuses_nobody() {
    let amended: Vec<Journal> = serde_json::from_str(include_str!("../../golden/amended_journals.json")).unwrap();
    let (mut moved, mut unshown) = (0, 0);
    for journal in &amended {
        let case = tongquan::AnyCase::replay(journal.clone()).unwrap();
        let filed = case.record().docket().as_filed();
        let route = filed.route();
        let events = plain(journal, &route);
        assert!(check(Terms::of(&route), &events).iter().all(|it| it.is_empty()), "{journal:?}");
        let Some(at) = journal.entries.iter().position(|it| it.kind() == StepKind::Transfer) else { continue };
        // what cannot be checked any more is counted
        let mut tally = tongquan::oversight::Conformance::default();
        let mut case = PlainCase::of(Terms::of(&route));
        for event in &events {
            case.take(event);
        }
        tally.add_plain(&case);
        let after = (journal.entries.len() - at - 1) as u64;
        assert_eq!((tally.unshown().hands, tally.unshown().routes), (after, after));
        assert!(!case.is_routed());
        moved += 1;
        unshown += after;
    }
    assert!(moved > 0 && unshown > 0, "{moved} {unshown}");
}
