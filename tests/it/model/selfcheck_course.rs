//! The course, who may, and the periods against each other and against sentences of the rulebook.

use std::collections::BTreeSet;

use super::*;

const TOLD: [&str; 4] = ["decided", "sealed", "licensed", "concluded"];
const UNDECIDED: [&str; 4] = ["filed", "correcting", "accepted", "suspended"];

fn situations() -> Vec<Situation> {
    let mut all = vec![];
    for venue in ["competent", "pass_on", "direct"] {
        for standing in [DIRECT, WINDOW, REVIEW, ENTRUSTED, NOT_HERE, RESERVED, ORIGINAL] {
            all.push(Situation { standing, venue, fallen_back: false });
        }
        for standing in [DIRECT, WINDOW, REVIEW, ENTRUSTED] {
            all.push(Situation { standing, venue, fallen_back: true });
        }
    }
    all
}

fn at(standing: &'static str, venue: &'static str) -> Situation {
    Situation { standing, venue, fallen_back: false }
}

fn who(step: &str, stage: &str, s: &Situation) -> Vec<&'static str> {
    who_may(step, stage, s).into_iter().collect()
}

/// Where a step is found in `arcs`.
fn stages_of(step: &str) -> BTreeSet<&'static str> {
    arcs().into_iter().filter(|arc| arc.1 == step).map(|arc| arc.0).collect()
}

/// The table of rulebook 5 has 23 lines. "suspend, resume" are two steps, "seal" is two for Seal
/// No. 2; feeding back is none of its own.
#[test]
fn every_line_of_the_table_is_a_step() {
    let mut steps: BTreeSet<_> = arcs().into_iter().map(|arc| arc.1).collect();
    assert!(!steps.contains(OPENING.0), "filing starts from no stage");
    steps.insert(OPENING.0);
    assert_eq!(steps, BTreeSet::from(STEPS));
    assert_eq!(steps.len(), 23 + 2);
    let mut stages: BTreeSet<_> = arcs().into_iter().flat_map(|arc| [arc.0, arc.3]).collect();
    stages.insert("");
    assert_eq!(stages, BTreeSet::from(STAGES));
    let unique: BTreeSet<_> = arcs().into_iter().collect();
    assert_eq!(unique.len(), arcs().len(), "no arc twice");
    assert_eq!(arcs().len(), 24 + 3 + 1 + 4 + 3 * 4);
}

/// "role (intake, accepting, deciding, sealing, applicant, reporting, pushing, addressee, anyone)"
/// (5), and the window of "pass on" and "deliver", which that list leaves out.
#[test]
fn the_roles_are_those_of_the_rulebook() {
    let roles: BTreeSet<_> = arcs().into_iter().map(|arc| arc.2).collect();
    let listed =
        ["intake", "accepting", "deciding", "sealing", "applicant", "reporting", "pushing", "addressee", "anyone"];
    let mut expected = BTreeSet::from(listed);
    expected.insert("window");
    assert_eq!(roles, expected);
    let anyones: Vec<_> = arcs().into_iter().filter(|arc| arc.2 == "anyone").map(|arc| arc.1).collect();
    assert_eq!(anyones, ["deem_accepted"]);
}

/// Two lists made by hand: a step has somebody exactly where it has an arc.
#[test]
fn somebody_may_take_each_step_where_it_has_a_place() {
    let mut places: BTreeSet<_> = arcs().into_iter().map(|arc| (arc.1, arc.0)).collect();
    places.insert((OPENING.0, ""));
    for step in STEPS {
        for stage in STAGES {
            let anybody = situations().iter().any(|s| !who_may(step, stage, s).is_empty());
            assert_eq!(anybody, places.contains(&(step, stage)), "{step} in {stage:?}");
        }
    }
    for s in situations() {
        for (stage, step, ..) in arcs() {
            let none = who_may(step, stage, &s).is_empty();
            // only these depend on the route
            let may_be_missing = ["pass_on", "affix_seal", "affix_seal_no2", "report", "push", "acknowledge"];
            assert!(!none || may_be_missing.contains(&step), "{step} in {stage}: nobody in {s:?}");
        }
    }
}

/// "withdraw: before the decision", "transfer: before the decision", "extend: once, before".
#[test]
fn what_comes_before_the_decision() {
    let reach = |from: &'static str| {
        let mut reached = BTreeSet::from([from]);
        for _ in STAGES {
            reached.extend(arcs().into_iter().filter(|a| reached.contains(a.0)).map(|a| a.3).collect::<Vec<_>>());
        }
        reached
    };
    let before: BTreeSet<_> =
        STAGES.into_iter().filter(|stage| *stage != "decided" && reach(stage).contains("decided")).collect();
    assert_eq!(before, BTreeSet::from(UNDECIDED));
    assert_eq!(stages_of("withdraw"), before);
    assert_eq!(stages_of("transfer"), before);
    assert!(stages_of("extend").is_subset(&before));
    // "A decided case is final in the machine"
    assert!(before.is_disjoint(&reach("decided")));
    // of the ends, "closed" alone lies behind a decision
    for end in ["not_accepted", "withdrawn", "lapsed"] {
        assert!(reach("filed").contains(end) && !reach("decided").contains(end), "{end}");
        assert!(arcs().iter().all(|arc| arc.0 != end), "nothing leads out of {end}");
    }
    // a step that is no move keeps the stage
    for (stage, step, _, to) in arcs() {
        let stays = ["extend", "transfer", "pass_on", "take_review_step", "correct_on_spot", "hand_in_corrections"];
        let tells = ["report", "push", "acknowledge"];
        assert_eq!(stage == to, stays.contains(&step) || tells.contains(&step), "{step} from {stage}");
    }
}

/// The steps of a role are the same body's, and it is the body that `route` names.
#[test]
fn a_role_has_one_holder_and_the_route_names_it() {
    for s in situations() {
        let holders = |role: &str| {
            let of_role = arcs().into_iter().filter(|a| a.2 == role && a.1 != "pass_on");
            let sets: BTreeSet<_> = of_role.map(|a| who(a.1, a.0, &s)).filter(|w| !w.is_empty()).collect();
            assert_eq!(sets.len(), 1, "{role} in {s:?}: {sets:?}");
            sets.into_iter().next().unwrap()
        };
        let [intake, accepting, deciding, sealing] = ["intake", "accepting", "deciding", "sealing"].map(holders);
        assert!([&intake, &accepting, &deciding, &sealing].iter().all(|w| w.len() == 1), "{s:?}");
        assert_eq!(who("file", "", &s), intake, "{s:?}");
        assert_eq!(holders("applicant"), ["agent", "applicant"]);
        if s.venue == "direct" {
            for holder in [intake, accepting, deciding, sealing] {
                assert_eq!(holder, ["operator"], "{s:?}");
            }
            continue;
        }
        let route = match s.standing {
            ORIGINAL => original("邹城市", false),
            DIRECT => answer(1, 1, "邹城市", s.fallen_back),
            WINDOW => answer(1, 24, "邹城市", s.fallen_back),
            REVIEW => answer(1, 33, "邹城市", s.fallen_back),
            ENTRUSTED => answer(1, 61, "邹城市", s.fallen_back),
            NOT_HERE => answer(1, 31, "太白湖新区", false),
            _ => answer(1, 1, "邹城市", true),
        };
        // a crossing matter stands in for one that fell back: both are the city's
        assert_eq!(route.modality, if s.fallen_back { RESERVED } else { s.standing });
        let body = |side: &str| match side {
            "region" | "region_window" | "region_own" | "no2" => "handler",
            "city" | "city_staff_at_region" | "city_own" => "department",
            other => panic!("no such side: {other}"),
        };
        let taken_in = if s.venue == "pass_on" { "operator" } else { body(route.intake) };
        assert_eq!(intake, [taken_in], "{s:?}");
        assert_eq!(accepting, [body(route.accepts)], "{s:?}");
        assert_eq!(deciding, [body(route.decides)], "{s:?}");
        assert_eq!(sealing, [body(route.seal)], "{s:?}");
        assert_eq!(who("affix_seal_no2", "decided", &s).is_empty(), !route.seal_no2_lawful, "{s:?}");
        assert_eq!(who("report", "decided", &s).is_empty(), !route.reports, "{s:?}");
    }
}

/// The last row of rulebook 3: as `beside` has it from `township`; the seal is in the hand of whoever decides (S53).
#[test]
fn a_three_tier_item_is_in_the_hands_that_its_regions_choice_names() {
    let towns = beside::ROUTES.into_iter().filter(|it| beside::origin(it) == "three_tier");
    for standing in towns {
        let (told, hands) = (beside::three_tier(standing, false).unwrap(), beside::hands(standing));
        let s = at(standing, "competent");
        assert_eq!(who("file", "", &s), [hands.takes_in], "{standing}");
        for step in ["accept", "not_accept", "lapse"] {
            assert_eq!(who(step, "correcting", &s), [hands.accepts], "{standing}");
        }
        for (step, stage) in [("decide_favourably", "accepted"), ("affix_seal", "decided"), ("close", "concluded")] {
            assert_eq!(who(step, stage, &s), [hands.decides], "{standing}");
            assert_eq!(who(step, stage, &at(standing, "direct")), ["operator"], "{standing}");
        }
        let between = if hands.accepts == hands.decides { vec![] } else { vec![hands.accepts] };
        assert_eq!(who("pass_on", "accepted", &s), between, "{standing}");
        let pushed = if told.pushes_if_bureau { vec![hands.decides] } else { vec![] };
        assert_eq!(who("push", "decided", &s), pushed, "{standing}");
        assert_eq!(who("acknowledge", "decided", &s).is_empty(), pushed.is_empty(), "{standing}");
        assert!(!told.reports && who("report", "decided", &s).is_empty(), "{standing}");
        assert!(who("affix_seal_no2", "decided", &s).is_empty(), "{standing}");
    }
}

#[test]
fn one_seal_for_one_route() {
    let no2: Vec<_> = situations().into_iter().filter(|s| !who("affix_seal_no2", "decided", s).is_empty()).collect();
    // "Never Seal No. 2" (4) where a window decides directly; nor after a fallback
    assert_eq!(no2, [at(REVIEW, "competent"), at(REVIEW, "pass_on")]);
    for s in situations() {
        assert_ne!(who("affix_seal", "decided", &s).is_empty(), !no2.contains(&s), "{s:?}");
    }
}

/// "entrusted intake and foreign venues" (5).
#[test]
fn papers_are_passed_on_by_whom_they_lie_with() {
    for s in situations() {
        let foreign = if s.venue == "pass_on" { vec!["operator"] } else { vec![] };
        assert_eq!(who("pass_on", "filed", &s), foreign, "{s:?}");
        let entrusted = s.standing == ENTRUSTED && !s.fallen_back && s.venue != "direct";
        assert_eq!(who("pass_on", "accepted", &s).contains(&"handler"), entrusted, "{s:?}");
        assert!(!who("pass_on", "accepted", &s).contains(&"department"), "it has nobody to pass on to");
    }
    assert_eq!(who("pass_on", "accepted", &at(ENTRUSTED, "competent")), ["handler"]);
    // deemed accepted in transit
    assert_eq!(who("pass_on", "accepted", &at(ORIGINAL, "pass_on")), ["operator"]);
}

/// P2 一地办结: "any window of the route, the filing venue included".
#[test]
fn papers_may_be_fetched_where_they_were_handed_in() {
    for s in situations() {
        for stage in ["sealed", "licensed"] {
            let able = who_may("deliver", stage, &s);
            assert!(able.is_superset(&who_may("file", "", &s)), "{s:?}");
            assert!(able.is_superset(&who_may("decide_favourably", "accepted", &s)), "{s:?}");
            assert_eq!(able.contains("operator"), s.venue != "competent", "{s:?}");
        }
    }
    assert_eq!(who("deliver", "sealed", &at(DIRECT, "competent")), ["handler"]);
    assert_eq!(who("deliver", "sealed", &at(WINDOW, "competent")), ["department"]);
    assert_eq!(who("deliver", "licensed", &at(ENTRUSTED, "pass_on")), ["department", "handler", "operator"]);
    assert_eq!(who("deliver", "licensed", &at(ORIGINAL, "direct")), ["handler", "operator"]);
}

/// C4, C12, S17, S18, and the two functions of `course` that ask the same of a route.
#[test]
fn the_region_tells_what_the_region_decided() {
    for s in situations() {
        let by_region = !s.fallen_back && [DIRECT, REVIEW, ORIGINAL].contains(&s.standing);
        for stage in STAGES {
            let told = TOLD.contains(&stage);
            let expected = |tells: bool, body| if told && tells { vec![body] } else { vec![] };
            let (reported, pushed) = (reports(s.standing, by_region, true), pushes(s.standing, by_region, true));
            assert_eq!(who("report", stage, &s), expected(reported, "handler"), "{s:?}");
            assert_eq!(who("push", stage, &s), expected(pushed, "handler"), "{s:?}");
            assert_eq!(who("acknowledge", stage, &s), expected(reported || pushed, "addressee"), "{s:?}");
        }
    }
}

#[test]
fn receipts_carry_the_stamp_of_who_accepts() {
    for s in situations() {
        let (stamp, on_behalf) = receipt_stamp(&s);
        assert_eq!(who("accept", "filed", &s), [stamp]);
        assert_eq!(who("not_accept", "correcting", &s), [stamp]);
        // for the decider, which is another, exactly where acceptance and decision are apart
        let decider = who("decide_favourably", "accepted", &s);
        assert_eq!(on_behalf.is_some(), decider != [stamp], "{s:?}");
        assert!(on_behalf.is_none_or(|body| decider == [body]), "{s:?}");
    }
    assert_eq!(receipt_stamp(&at(ENTRUSTED, "pass_on")), ("handler", Some("department")));
    assert_eq!(receipt_stamp(&at(WINDOW, "competent")), ("department", None));
    assert_eq!(receipt_stamp(&at(ORIGINAL, "direct")), ("operator", None));
}

/// APL32d: filed on Friday 2021-06-11; 端午 was 12 to 14 June, so the five are 15, 16, 17, 18, 21.
#[test]
fn five_working_days_for_the_notice() {
    let working = [15, 16, 17, 18, 21, 22, 23];
    let gone = |asked: u32| u32::try_from(working.iter().filter(|day| **day < asked).count()).unwrap();
    let barred: Vec<_> = (11..=23).filter(|asked| notice_bars(true, gone(*asked))).collect();
    assert_eq!(barred, [22, 23]);
    for days in 0..12 {
        assert!(!notice_bars(false, days), "行政许可 only");
        for noticed in [false, true] {
            assert!(!deemed_allowed(false, days, noticed));
            assert_eq!(deemed_allowed(true, days, noticed), days > 4 && !noticed);
        }
    }
}

/// S3 and S15.
#[test]
fn after_the_notice() {
    assert!(!lapse_allowed(None, 1000, false), "none given: no lapse");
    assert_eq!([4, 5, 6].map(|gone| lapse_allowed(Some(5), gone, false)), [false, true, true]);
    assert!((0..9).all(|gone| !lapse_allowed(Some(5), gone, true)));
    let away = turned_away_as_incomplete_allowed;
    for period in [None, Some(5)] {
        for gone in 0..9 {
            for supplied in 0..=2 {
                assert!(!away(false, period, gone, 2, supplied), "after the one notice");
                let expected = match (period, supplied) {
                    (_, 2) => true,
                    (None, handed_in) => handed_in > 0,
                    (Some(_), _) => gone >= 5,
                };
                assert_eq!(away(true, period, gone, 2, supplied), expected, "{period:?} {gone} {supplied}");
                // what may lapse may be turned away as well
                assert!(away(true, period, gone, 2, supplied) || !lapse_allowed(period, gone, supplied == 2));
            }
        }
    }
}

/// APL42x and APL34 as `legal.csv` has them: 10 working days; 2 persons.
#[test]
fn extension_and_site_check() {
    let days: Vec<_> = (0..30).filter(|days| extension_allowed(true, false, false, *days, true)).collect();
    assert_eq!(days, (1..=10).collect::<Vec<_>>());
    assert!(!extension_allowed(false, false, false, 10, true), "licences only");
    assert!(!extension_allowed(true, true, false, 10, true), "once");
    assert!(!extension_allowed(true, false, true, 10, true), "before the deadline");
    assert!(!extension_allowed(true, false, false, 10, false), "approved by the head");
    let checks = [(0, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3)];
    assert_eq!(checks.map(|(n, d)| site_check_allowed(true, true, n, d)), [false, false, false, true, true, true]);
    for (licence, on_site) in [(true, false), (false, true), (false, false)] {
        assert!(checks.iter().all(|(n, d)| site_check_allowed(licence, on_site, *n, *d)));
    }
}

fn states() -> Vec<Waiting> {
    let bit = |n: u32, i: u32| n >> i & 1 == 1;
    let of = |n: u32| Waiting {
        at_foreign_venue: bit(n, 0),
        counts_as_accepted: bit(n, 1),
        at_accepting_window: bit(n, 2),
        corrections_missing: usize::from(bit(n, 3)),
        correction_period_over: bit(n, 4),
        needs_seal_no2: bit(n, 5),
        seal_no2_usable: bit(n, 6),
        licence_due: bit(n, 7),
        report_unsent: bit(n, 8),
        push_unsent: bit(n, 9),
        unacknowledged: bit(n, 10),
    };
    (0..1 << 11).map(of).collect()
}

/// Whom a case waits for has a step to take; where there is no step, it waits for nobody.
#[test]
fn a_case_waits_for_who_can_move_it() {
    let mut awaited = BTreeSet::new();
    for stage in STAGES.into_iter().filter(|stage| !stage.is_empty()) {
        let able: BTreeSet<_> = arcs().into_iter().filter(|arc| arc.0 == stage).map(|arc| arc.2).collect();
        for w in states() {
            let roles = waits_for(stage, &w);
            assert_eq!(roles.is_empty(), able.is_empty(), "{stage}: {w:?}");
            // a seal that the city owes is for "sealing" to affix
            let needed = |role: &str| if role == "city_department" { "sealing" } else { role }.to_owned();
            assert!(roles.iter().all(|role| able.contains(needed(role).as_str())), "{stage}: {roles:?}");
            awaited.extend(roles);
        }
    }
    let mut expected: BTreeSet<_> = arcs().into_iter().map(|arc| arc.2).collect();
    expected.insert("city_department");
    assert_eq!(awaited, expected, "everybody is waited for at some time");
}

#[test]
fn a_few_waits_by_hand() {
    let nothing = Waiting::default();
    let waits = |stage: &str, w: Waiting| waits_for(stage, &w).into_iter().collect::<Vec<_>>();
    let plain = UNDECIDED.map(|stage| waits(stage, nothing).concat());
    assert_eq!(plain, ["accepting", "accepting", "deciding", "deciding"]);
    assert_eq!(TOLD.map(|stage| waits(stage, nothing).concat()), ["sealing", "window", "window", "deciding"]);
    assert_eq!(waits("filed", Waiting { at_foreign_venue: true, ..nothing }), ["intake"]);
    assert_eq!(waits("accepted", Waiting { at_accepting_window: true, ..nothing }), ["accepting"]);
    let missing = Waiting { corrections_missing: 1, ..nothing };
    assert_eq!(waits("correcting", missing), ["applicant"]);
    assert_eq!(waits("correcting", Waiting { correction_period_over: true, ..missing }), ["accepting"]);
    // S11, S21: the delay is the city's
    let no2 = Waiting { needs_seal_no2: true, ..nothing };
    assert_eq!(waits("decided", no2), ["city_department"]);
    assert_eq!(waits("decided", Waiting { seal_no2_usable: true, ..no2 }), ["sealing"]);
    assert_eq!(waits("sealed", Waiting { licence_due: true, ..nothing }), ["deciding"]);
    let told = Waiting { push_unsent: true, unacknowledged: true, ..nothing };
    assert_eq!(waits("concluded", told), ["addressee", "pushing"]);
    assert_eq!(waits("decided", told), ["addressee", "pushing", "sealing"]);
}
