//! Steps that are no steps: unknown names and fields, values of another kind, moments that are none, stages that have ended.

use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyStep, Moment, Region, Rule, Stamp,
    case::{Action, StageKind, StepKind},
    time::BadMoment,
};

use super::{parts, sent, steps, with};
use crate::support::{OFFICE, case_at};

fn unread(value: Value) -> String {
    let text = value.to_string();
    let why = serde_json::from_value::<AnyStep>(value).expect_err(&text).to_string();
    assert!(serde_json::from_str::<AnyStep>(&text).is_err(), "{text}");
    why
}

#[test]
fn an_unknown_field_is_refused_in_every_part_of_every_step() {
    let mut refused = 0;
    for step in sent() {
        let mut all = Vec::new();
        parts(&step, "", &mut all);
        for at in all.iter().filter(|at| step.pointer(at).unwrap().is_object()) {
            let mut more = step.pointer(at).unwrap().clone();
            more["news"] = json!("of a later shape");
            let why = unread(if at.is_empty() { more } else { with(&step, at, more) });
            // a choice has one name, so that a second is no field
            assert!(why.contains("unknown field `news`") || why.contains("single key"), "{step} {at}: {why}");
            refused += 1;
        }
    }
    assert_eq!(refused, 77);
}

#[test]
fn a_field_left_out_or_given_twice_is_refused_but_for_what_may_be_untold() {
    let mut untold = Vec::new();
    for step in sent() {
        let (kind, contents) = step.as_object().unwrap().iter().next().unwrap();
        for (name, value) in contents.as_object().unwrap() {
            let mut fewer = contents.clone();
            fewer.as_object_mut().unwrap().remove(name);
            match serde_json::from_value::<AnyStep>(json!({ kind: fewer })) {
                Ok(_) => untold.push(format!("{kind}.{name}")),
                Err(why) => assert!(why.to_string().contains(&format!("missing field `{name}`")), "{why}"),
            }
            let fields = contents.to_string();
            let twice = format!("{{{:?}:{{{:?}:{value},{}}}", kind, name, &fields[1..]);
            let why = serde_json::from_str::<AnyStep>(&twice).unwrap_err().to_string();
            assert!(why.contains(&format!("duplicate field `{name}`")), "{twice}: {why}");
        }
    }
    assert_eq!(untold, ["take_review_step.finding", "withdraw.reason"]);
}

#[test]
fn a_value_of_another_kind_is_refused_in_every_part_of_every_step() {
    let others = [json!(null), json!(true), json!(-1), json!(1.5), json!("😀 \u{0}"), json!([]), json!({})];
    let mut taken = Vec::new();
    for step in sent() {
        let mut all = Vec::new();
        parts(&step, "", &mut all);
        for at in all.iter().filter(|it| !it.is_empty()) {
            for other in &others {
                let changed = with(&step, at, other.clone());
                if changed != step && serde_json::from_value::<AnyStep>(changed).is_ok() {
                    taken.push(format!("{at} {other}"));
                }
            }
        }
    }
    // lists may be empty, and what may be untold may be nothing
    taken.retain(|it| !it.ends_with(" []"));
    taken.dedup();
    assert_eq!(taken, ["/take_review_step/finding null", "/withdraw {}", "/withdraw/reason null"]);
}

#[test]
fn an_unknown_step_is_told_with_those_that_there_are() {
    for name in ["counter_sign", "city_seal", "second_notice", "file", "Accept", "accept ", "受理", ""] {
        let why = unread(json!({ name: {} }));
        assert!(why.contains(&format!("unknown variant `{name}`")), "{why}");
        for kind in StepKind::iter() {
            let known = serde_json::to_value(kind).unwrap();
            assert!(why.contains(known.as_str().unwrap()), "{why}");
        }
    }
    for none in [json!({}), json!([]), json!(null), json!(7), json!("close"), json!({"close": {}, "accept": {}})] {
        unread(none);
    }
}

#[test]
fn a_step_at_a_stage_that_has_ended_is_refused_whatever_it_says() {
    let mut refused = 0;
    for stage in StageKind::iter().filter(|it| it.is_terminal()) {
        let case = case_at(&OFFICE, "A1-33", Region::Wenshang, stage);
        for step in StepKind::iter().flat_map(steps) {
            let step: AnyStep = serde_json::from_value(serde_json::to_value(step).unwrap()).unwrap();
            let stamp = Stamp { at: case.record().last_at(), ..case.record().opening().stamp.clone() };
            let back = case.clone().apply(step.clone(), stamp.clone(), &OFFICE).unwrap_err();
            assert_eq!((&back.case, &back.step, &back.stamp), (&case, &step, &stamp));
            let [why] = back.why.objections() else { panic!("{}", back.why) };
            assert_eq!((why.rule, &*why.expected.zh()), (Rule::StepHasPlace, "无：办件已终结"));
            refused += 1;
        }
    }
    assert_eq!(refused, 4 * (StepKind::iter().count() + 5));
}

#[test]
fn a_moment_is_of_one_form_in_a_stamp_as_anywhere() {
    let by = json!({ "applicant": "applicant-1" });
    let read = |at: Value| serde_json::from_value::<Stamp>(json!({ "at": at, "by": by }));
    assert!(read(json!("2024-03-04T09:00:00+08:00")).is_ok());
    for form in [
        "2024-03-04T09:00:00",
        "2024-03-04 09:00:00+08:00",
        "2024-03-04T09:00:00Z",
        "2024-03-04T01:00:00+00:00",
        "2024-03-04T10:00:00+09:00",
        "2024-03-04T09:00:00+0800",
        "2024-03-04T09:00:00+08:01",
        "2024-03-04T09:00:00-08:00",
        "2024-03-04T09:00:00.000+08:00",
        "2024-03-04T09:00:00.5+08:00",
        "2024-03-04T09:00+08:00",
        "2024-03-04",
        "24-03-04T09:00:00+08:00",
        "12024-03-04T09:00:00+08:00",
        "-001-03-04T09:00:00+08:00",
        "2024-3-04T09:00:00+08:00",
        "２０２４-03-04T09:00:00+08:00",
        " 2024-03-04T09:00:00+08:00",
        "",
        "now",
    ] {
        assert_eq!(form.parse::<Moment>(), Err(BadMoment::Form), "{form}");
        let why = read(json!(form)).unwrap_err().to_string();
        assert!(why.contains("a moment is written YYYY-MM-DDThh:mm:ss+08:00"), "{form}: {why}");
    }
    for none in [
        "2024-02-30T09:00:00+08:00",
        "2023-02-29T09:00:00+08:00",
        "2024-13-01T09:00:00+08:00",
        "2024-00-10T09:00:00+08:00",
        "2024-03-04T24:00:00+08:00",
        "2024-03-04T09:60:00+08:00",
        "2024-03-04T23:59:60+08:00",
        "0000-01-01T00:00:00+08:00",
    ] {
        assert_eq!(none.parse::<Moment>(), Err(BadMoment::NoSuchMoment), "{none}");
        let why = read(json!(none)).unwrap_err().to_string();
        assert!(why.contains("there is no such day or second"), "{none}: {why}");
    }
    for other in [json!(1_709_514_000), json!(null), json!([]), json!({})] {
        read(other).unwrap_err();
    }
}

#[test]
fn a_version_that_no_journal_has_is_a_conflict_and_no_error() {
    for stage in StageKind::iter() {
        let case = case_at(&OFFICE, "A1-33", Region::Wenshang, stage);
        let version = case.record().version();
        for expected in [0, version - 1, version + 1, usize::MAX] {
            let stamp = case.record().opening().stamp.clone();
            let step = steps(StepKind::Report).remove(0);
            let action = Action { id: super::mark("op-1"), expected: Some(expected), step, stamp };
            let back = case.clone().act(action.clone(), &OFFICE).unwrap_err();
            assert_eq!((&back.case, &back.action), (&case, &action));
            let [why] = back.why.objections() else { panic!("{}", back.why) };
            assert_eq!(why.rule, Rule::VersionAsExpected);
            assert_eq!([why.expected.to_string(), why.got.zh()], [expected.to_string(), version.to_string()]);
        }
    }
}
