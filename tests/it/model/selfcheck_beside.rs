//! The models of what surrounds a case against the sentences of rulebook 9 and 11 and of S5, S17–S19,
//! S26, S53, S57–S61.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

use super::beside::*;
use super::disputes::{ABOUT, Dispute, Last, MEANS, Outward, dispute, known_from, last_day, late, limit_articles};
use super::experts::{Advisers, advisers, may_be_expert, may_call, payer, row_refused};
use super::findings::{self, TARGETS, against, ceiling, counted, makers, may_propose_suspension, sample_possible};
use super::items::CHOOSE;
use super::licences::{self, Event, REPOSITORIES, State, may_act, may_revoke, run};
use super::messages::{self, PUSHES, REPORT, addressee, may_close, owed};
use super::*;

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn outward(route: &str, zone: bool, about: &str, means: &str) -> Outward {
    dispute(route, zone, about, means, on(2024, 6, 3)).expect("known").outward.expect("a respondent")
}

#[test]
fn the_routes_are_those_of_the_table() {
    assert_eq!(BTreeSet::from(ROUTES).len(), 13);
    for (origin_of, count) in [("city", 7), ("county", 1), ("three_tier", 5)] {
        assert_eq!(ROUTES.iter().filter(|route| origin(route) == origin_of).count(), count);
    }
    // As `route.rs` has them, in its words.
    for modality in [DIRECT, WINDOW, REVIEW, ENTRUSTED, NOT_HERE] {
        let (a, h) = (amended(modality, "任城区", false), hands(modality));
        assert_eq!(a.decides == "city", h.decides == "department", "{modality}");
        assert_eq!(a.accepts.starts_with("region"), h.accepts == "region", "{modality}");
        assert_eq!(["no2", "city_own"].contains(&a.seal), h.seal_of == "department", "{modality}");
        assert_eq!(a.intake.starts_with("region"), h.takes_in == "region", "{modality}");
    }
}

/// C11 and S58 over all routes: 13 routes, 2 kinds of region, 4 matters.
#[test]
fn who_handled_bears_and_who_is_outside_appears() {
    let mut bears_another = BTreeSet::new();
    for route in ROUTES {
        for zone in [false, true] {
            for about in ABOUT {
                let told: Vec<Dispute> =
                    MEANS.iter().map(|m| dispute(route, zone, about, m, on(2024, 1, 1)).expect("known")).collect();
                assert!(told.iter().all(|d| d.deals == told[0].deals && d.bears == d.deals));
                assert!(told[0].outward.is_none() && told[1].outward.is_none());
                for (d, other) in [(&told[2], &told[3]), (&told[3], &told[2])] {
                    let (o, other) = (d.outward.as_ref().expect("one"), other.outward.as_ref().expect("one"));
                    assert_eq!((o.respondent, o.contested), (other.respondent, other.contested));
                    assert_eq!(o.pays, o.respondent);
                    assert_eq!(o.reimburses, (d.bears != o.pays).then_some((d.bears, o.pays)));
                    assert!(!o.department_appears || o.respondent == "department");
                    assert!(o.must_cite.is_disjoint(&o.may_cite));
                    assert_eq!(o.contested, o.must_cite.contains("SDEDZ7") || is_review(route), "{route} {zone}");
                    if o.reimburses.is_some() {
                        assert_eq!(o.pays_under, Some("SCL7"));
                        bears_another.insert((route, about));
                    }
                }
            }
        }
    }
    // Seal No. 2, whatever it is about; what an entrusted window took in, or did not accept; a township under another's seal.
    let mut expected: BTreeSet<_> = ABOUT.iter().flat_map(|a| [(REVIEW, *a), (TOWN_REVIEW_COUNTY, *a)]).collect();
    expected.extend([ENTRUSTED, TOWN_INTAKE].into_iter().flat_map(|r| [(r, "intake"), (r, "non_acceptance")]));
    assert_eq!(bears_another, expected);
}

fn is_review(route: &str) -> bool {
    [REVIEW, TOWN_REVIEW_COUNTY].contains(&route)
}

/// The example of the issue: a decision under Seal No. 2, from the petition to who pays.
#[test]
fn a_decision_under_seal_no_2() {
    let petition = dispute(REVIEW, false, "decision", "petition", on(2021, 9, 1)).expect("no law is needed");
    assert_eq!(petition, Dispute { deals: "region", bears: "region", outward: None });
    let sued = outward(REVIEW, false, "decision", "litigation");
    assert_eq!((sued.respondent, sued.contested, sued.department_appears), ("department", true, true));
    assert_eq!(sued.must_cite, BTreeSet::from(["ALL26e", "SPC19"]));
    assert_eq!((sued.pays, sued.pays_under), ("department", Some("SCL7")));
    assert_eq!(sued.reimburses, Some(("region", "department")));
    assert_eq!(outward(REVIEW, false, "decision", "reconsideration").must_cite, BTreeSet::from(["ARL19c"]));
    // 行政复议法(2023) holds from 2024-01-01; what was before is not in the facts.
    let before = dispute(REVIEW, false, "decision", "reconsideration", on(2023, 12, 31));
    assert_eq!(before, Err(BTreeSet::from(["ARL19c"])));
    assert!(dispute(REVIEW, false, "decision", "litigation", on(2023, 12, 31)).is_ok());
    assert!(known_from("ARIR13").is_none() && known_from("ARL20") == Some(on(2024, 1, 1)));
}

#[test]
fn a_few_disputes_by_hand() {
    let direct = outward(DIRECT, false, "decision", "reconsideration");
    assert_eq!((direct.respondent, direct.contested, direct.pays_under), ("region", false, None));
    let zone = outward(DIRECT, true, "decision", "litigation");
    assert_eq!(zone.must_cite, BTreeSet::from(["ALL26a", "SDEDZ7", "SPC20", "SPC21"]));
    assert!(zone.contested && !outward(WINDOW, true, "decision", "litigation").contested);
    let gap = outward(GAP, false, "non_acceptance", "litigation");
    assert_eq!((gap.respondent, gap.department_appears, gap.reimburses), ("department", false, None));
    let intake = outward(ENTRUSTED, false, "intake", "reconsideration");
    assert_eq!((intake.respondent, intake.department_appears), ("department", true));
    assert_eq!(outward(TOWN_DIRECT, false, "delay", "litigation").respondent, "township");
    assert_eq!(outward(TOWN_INTAKE, false, "intake", "litigation").reimburses, Some(("township", "county")));
    assert_eq!(outward(TOWN_INTAKE, false, "delay", "litigation").reimburses, None);
    assert_eq!(outward(TOWN_REVIEW_COUNTY, false, "decision", "litigation").respondent, "county");
}

#[test]
fn the_time_to_apply() {
    let weekend = |day: NaiveDate| {
        let off = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        (day < on(2027, 1, 1)).then_some(off || (on(2024, 10, 1)..=on(2024, 10, 7)).contains(&day))
    };
    let last = |means: &str, learnt| last_day(means, learnt, on(2024, 9, 2), weekend);
    // ARL20: the 60th day is a Saturday, so the Monday is the last (S58).
    assert_eq!(last("reconsideration", on(2024, 3, 26)), Ok(Last::Day(on(2024, 5, 27))));
    // ALL46: the day of the same number, or the month's last; SPC48 moves it on.
    assert_eq!(last("litigation", on(2024, 3, 30)), Ok(Last::Day(on(2024, 9, 30))));
    assert_eq!(last("litigation", on(2024, 8, 31)), Ok(Last::Day(on(2025, 2, 28))));
    assert_eq!(last("litigation", on(2024, 4, 1)), Ok(Last::Day(on(2024, 10, 8))));
    assert_eq!(last("litigation", on(2026, 7, 3)), Ok(Last::Unknown(on(2027, 1, 3))));
    assert_eq!(last("complaint", on(2024, 4, 1)), Ok(Last::None));
    assert_eq!(last_day("reconsideration", on(2023, 12, 1), on(2023, 12, 4), weekend), Err("ARL20"));
    assert_eq!(limit_articles("litigation"), ["ALL46", "SPC48"]);
    assert_eq!(limit_articles("petition").len() + limit_articles("reconsideration").len(), 1);
    let day = Last::Day(on(2024, 10, 8));
    assert_eq!([8, 9].map(|d| late(on(2024, 10, d), day)), [Some(false), Some(true)]);
    assert_eq!(late(on(2030, 1, 1), Last::None), Some(false));
    assert_eq!([3, 4].map(|d| late(on(2027, 1, d), Last::Unknown(on(2027, 1, 3)))), [Some(false), None]);
}

/// C4, C12, S17, S18, S53.
#[test]
fn what_is_owed_from_the_decision_on() {
    for route in ROUTES {
        for stage in STAGES {
            for (bureau, favourable) in [(false, false), (false, true), (true, false), (true, true)] {
                let all = owed(route, bureau, stage, favourable);
                let decided = ["decided", "sealed", "licensed", "concluded", "closed"].contains(&stage);
                let here = ["region", "county"].contains(&hands(route).decides);
                let standing = if origin(route) == "three_tier" { CHOOSE } else { route };
                if standing != GAP {
                    // As `course.rs` has it.
                    assert_eq!(all.contains(REPORT), decided && reports(standing, here, bureau), "{route} {stage}");
                    assert_eq!(all.contains(PUSHES[0]), decided && pushes(standing, here, bureau), "{route} {stage}");
                }
                let pushed = all.iter().filter(|m| PUSHES.contains(m)).count();
                assert!(pushed == 0 || pushed == 4);
                assert!(all.is_empty() || hands(route).decides != "department");
            }
        }
    }
    let with = |what: fn(&str) -> bool| ROUTES.into_iter().filter(|r| what(r)).collect::<Vec<_>>();
    assert_eq!(with(|r| owed(r, true, "decided", true).contains(REPORT)), [DIRECT, REVIEW]);
    let pushed = with(|r| owed(r, true, "decided", false).contains("city_supervisor"));
    assert_eq!(pushed, [DIRECT, REVIEW, TOWN_WINDOW, TOWN_INTAKE]);
    assert_eq!(owed(REVIEW, false, "decided", false), BTreeSet::from([REPORT]));
}

/// S5, S6, S19.
#[test]
fn to_whom_and_how_it_runs() {
    let (police, service) = (Some("市公安局"), Some("市行政审批服务局"));
    assert_eq!(addressee("city_supervisor", police, None), police);
    assert_eq!(addressee("city_enforcement", police, Some("某支队")), Some("某支队"));
    assert_eq!(addressee("city_enforcement", service, None), None);
    assert_eq!(addressee("county_supervisor", police, None), None);
    assert_eq!(addressee(REPORT, service, None), service);
    let way = |events: &[(&str, &str)]| {
        events.iter().try_fold("open", |state, (event, by)| messages::after(state, event, by))
    };
    let (send, take, back) = (("send", "sender"), ("acknowledge", "addressee"), ("reject", "addressee"));
    assert_eq!(way(&[send, back, send, take]), Some("acknowledged"));
    for wrong in [&[take][..], &[send, take, take], &[send, ("acknowledge", "stranger")], &[send, send]] {
        assert_eq!(way(wrong), None);
    }
    assert!(may_close(&[]) && may_close(&["acknowledged"]) && !may_close(&["acknowledged", "rejected"]));
    let fed = messages::STATES.map(|state| messages::may_feed_back("city_supervisor", state));
    assert_eq!(fed, [false, true, true, true]);
    assert!(!messages::may_feed_back(REPORT, "sent"));
    let (last, after) = (on(2021, 8, 2), on(2021, 8, 3));
    assert!(messages::late("sent", Some(last), after) && !messages::late("sent", Some(last), last));
    assert!(!messages::late("open", None, after) && !messages::late("acknowledged", Some(last), after));
}

/// C8, S60.
#[test]
fn who_pays_for_an_expert_and_who_is_none() {
    for route in ROUTES {
        let pays = match (origin(route), hands(route).decides) {
            ("city", _) => "department",
            _ => "region",
        };
        assert_eq!(payer(hands(route).decides, origin(route), false, None), Ok(pays), "{route}");
        assert_eq!(payer(hands(route).decides, origin(route), true, None), Ok("applicant"), "{route}");
    }
    assert_eq!(payer("region", "city", false, Some(("region", "协议"))), Ok("region"));
    assert_eq!(payer("region", "city", true, Some(("region", "协议"))), Ok("region"));
    assert_eq!(payer("region", "city", false, Some(("region", " "))), Err("no_reason"));
    assert_eq!(payer("region", "city", false, Some(("applicant", "协议"))), Err("applicant_by_exception"));
    let may = |who| may_be_expert(who, &["甲"], &["乙"], "丙");
    assert_eq!(["甲", "乙", "丙", "丁"].map(may), [false, false, false, true]);
    let stages = STAGES.into_iter().filter(|s| may_call("region", hands(DIRECT).decides, s)).count();
    assert!(stages == 4 && !may_call("region", hands(WINDOW).decides, "accepted"));
}

/// S61.
#[test]
fn an_adviser_is_replaced_with_a_reason() {
    let row = |from, names: &[&'static str], reason| Advisers { from, names: names.iter().copied().collect(), reason };
    let rows = [row(5, &["甲"], false), row(9, &["乙"], true), row(5, &["丙"], true)];
    assert_eq!(advisers(&rows, 4), None);
    assert_eq!(advisers(&rows, 8), Some(&rows[2]));
    assert_eq!(advisers(&rows, 9), Some(&rows[1]));
    assert_eq!(row_refused(&rows, &row(12, &["乙", "丁"], false)), None);
    assert_eq!(row_refused(&rows, &row(12, &["丁"], false)), Some("no_reason"));
    assert_eq!(row_refused(&[], &row(12, &["丁"], false)), None);
    assert_eq!(row_refused(&[], &row(12, &[], true)), Some("nobody"));
}

/// S56, S57.
#[test]
fn findings_are_made_corrected_and_closed() {
    let counts = TARGETS.map(|t| (makers(t, true, true).len(), makers(t, false, false).len(), against(t).len()));
    assert_eq!(counts, [(7, 2, 4), (3, 3, 2), (3, 3, 2), (3, 3, 1), (2, 2, 1)]);
    assert!(!makers("obstruction", true, true).contains("department"));
    let (mut state, mut seen) = ("", vec![]);
    let course = [("make", "maker"), ("correct", "against"), ("return", "maker"), ("correct", "against")];
    for (step, by) in course.into_iter().chain([("close", "maker")]) {
        state = findings::after(state, step, by).expect("in order");
        seen.push(state);
    }
    assert_eq!(seen, ["open", "corrected", "open", "corrected", "closed"]);
    assert_eq!(findings::after("open", "close", "maker"), None);
    assert_eq!(findings::after("corrected", "close", "against"), None);
    assert_eq!(
        ["open", "corrected", "closed"].map(|s| findings::after(s, "withdraw", "maker").is_some()),
        [true, true, false]
    );
    let proposes = findings::STATES.map(|s| may_propose_suspension("seal", s, "in_service"));
    assert_eq!(proposes, [true, true, false, false]);
    assert!(!may_propose_suspension("case", "open", "in_service"));
    assert!(!may_propose_suspension("obstruction", "open", "in_service"));
    assert!(!may_propose_suspension("seal", "open", "withdrawn"));
    assert!(findings::may_feed_back("甲", &["甲"]) && !findings::may_feed_back("甲", &["乙"]));
    let most = counted(&[1, 2, 3, 4], 2, 4);
    assert_eq!(
        (ceiling(most, 3, true), ceiling(most, 2, true), ceiling(most, 2, false)),
        ("within", "finding", "flag")
    );
    assert!(sample_possible(3, 3) && !sample_possible(4, 3) && !sample_possible(0, 3));
}

/// C5, S26, S59.
#[test]
fn licences_live_on() {
    use Event::{Cancel, Change, Issue, Revoke, Sync};
    let life = run(&[Issue, Change, Sync(1, "city"), Revoke, Cancel]).expect("in order");
    let open = [(0, "city"), (0, "province"), (1, "province"), (2, "city"), (2, "province")];
    assert_eq!(life, State { acts: 3, issued: true, cancelled: true, revoked: true, open: BTreeSet::from(open) });
    let refused: [(&[Event], (usize, &str)); 7] = [
        (&[Change], (0, "not_issued")),
        (&[Issue, Issue], (1, "issued_already")),
        (&[Issue, Cancel, Change], (2, "cancelled")),
        (&[Issue, Cancel, Cancel], (2, "cancelled")),
        (&[Revoke, Revoke], (1, "revoked_already")),
        (&[Sync(0, "city")], (0, "no_such_act")),
        (&[Issue, Sync(0, "city"), Sync(0, "city")], (2, "synced_already")),
    ];
    for (events, why) in refused {
        assert_eq!(run(events), Err(why), "{events:?}");
    }
    assert!(run(&[Issue, Revoke, Change]).is_ok());
    assert_eq!(run(&[Issue]).expect("one").open.len(), REPOSITORIES.len());
    assert!(licences::to_be_cancelled(&run(&[Issue, Revoke]).expect("two")) && !licences::to_be_cancelled(&life));
    assert_eq!(may_act(Change, "region", Some("department")).len(), 2);
    assert_eq!(may_act(Issue, "region", Some("department")), BTreeSet::from(["region"]));
    let h = hands(REVIEW);
    let revokes = |stage| may_revoke(stage, h.accepts, h.decides, h.seal_of);
    assert_eq!(revokes("closed"), BTreeSet::from(["region", "department"]));
    assert_eq!((revokes("decided").len(), revokes("not_accepted").len()), (1, 1));
    assert!(revokes("accepted").is_empty() && revokes("withdrawn").is_empty());
    let reopening = |state, new| licences::reopening_refused(state, "1", new);
    assert_eq!(reopening("revoked", "2"), None);
    let told = [reopening("", "2"), reopening("revoked", "1"), reopening("reopened", "2")];
    assert_eq!(told, [Some("not_revoked"), Some("no_new_case"), Some("reopened_already")]);
}
