//! What is shown to people, in Chinese and in English: each thing by its word, and a thing that is told as another's fact by the same.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, Body, Clause, Department, Party, Region, Rule, Scope, Source, Stamp, UnitKind,
    body::Unit,
    case::{
        Action, Deadline, Message, Role, Subject, Who,
        steps::{Accept, Ground as NotAccepted},
    },
    catalogue::{Edition, OwnKey},
    law::{Fact, Objection, Silence},
    oversight::Payer,
    register::{SealId, SealStep},
    route::{BadVenue, NoRoute, Tier, Venue},
    text::{Mark, Person},
};

use crate::{
    journals::{Golden, asked, proven},
    support::{OFFICE, day, mark, official},
};

/// In Chinese, and in English.
fn both(fact: impl Into<Fact>) -> [String; 2] {
    let fact = fact.into();
    [fact.zh(), fact.to_string()]
}

#[test]
fn an_amount_is_told_in_yuan() {
    for (fen, yuan) in [(1, "0.01"), (10, "0.10"), (100, "1.00"), (1_234_567, "12345.67")] {
        let amount = tongquan::oversight::Amount::fen(fen).unwrap();
        assert_eq!((amount.zh(), amount.to_string()), (format!("{yuan}元"), format!("CNY {yuan}")));
    }
}

#[test]
fn each_ground_of_non_acceptance_has_its_words() {
    let all = [
        (NotAccepted::NothingToApplyFor, "依法不需要申请", "nothing need be applied for"),
        (NotAccepted::AnotherIsCompetent(Department::Transport.into()), "不属于职权范围", "another body is competent"),
        (NotAccepted::ConditionUnmet(mark("scope")), "受理条件不符合", "a condition of acceptance is not met"),
        (
            NotAccepted::StillIncomplete(vec![mark("proof")]),
            "一次告知后仍不齐全或不合法定形式",
            "still incomplete after the one notice",
        ),
    ];
    for (ground, zh, en) in all {
        assert_eq!((ground.label(), ground.to_string()), (zh, en.to_owned()));
    }
}

#[test]
fn a_deadline_is_a_day_or_why_there_is_none() {
    let all = [
        (Deadline::On(day(2024, 3, 4)), ["2024-03-04", "2024-03-04"]),
        (Deadline::Uncovered { year: 2031 }, ["未知（日历未收录2031年）", "unknown (2031 is not covered)"]),
        (Deadline::Stopped, ["中止中", "stopped"]),
        (Deadline::Unset, ["无期限", "no period is open"]),
    ];
    for (deadline, told) in all {
        assert_eq!(both(deadline), told);
    }
}

#[test]
fn whom_a_case_waits_for_is_told_without_naming_the_applicant() {
    let applicant: Person = "applicant-1".parse().unwrap();
    let office = Department::Transport;
    assert_eq!(both(Who::Applicant(&applicant)), both(Role::Applicant));
    assert_eq!(both(Who::Anyone), both(Role::Anyone));
    assert_eq!(both(Who::Body(Party::Department(office))), [office.label(), office.english()]);
    let Actor::Official { body, .. } = official(office) else { panic!("an official") };
    assert_eq!(both(Who::Addressee(&body)), [office.label(), office.english()]);
}

#[test]
fn what_a_step_is_of_is_told_by_its_code_its_tier_or_its_seal() {
    let seal: SealId = serde_json::from_str(r#"{"department":"transport","number":3}"#).unwrap();
    let told = |it: Subject| {
        assert_eq!(both(it.clone()), [it.zh(), it.to_string()]);
        both(it)
    };
    assert_eq!(told(Subject::ReviewStep(mark("desk"))), ["desk", "desk"]);
    assert_eq!(told(Subject::Procedure(mark("panel"))), ["panel", "panel"]);
    assert_eq!(told(Subject::Seal(seal)), both(seal));
    let of = |number| both(SealId { department: Department::Transport, number });
    assert_eq!(of(3), ["市交通运输局2号章第3号", "Seal No. 2, number 3 of the Municipal Bureau of Transport"]);
    assert_eq!(of(0), ["市交通运输局的一枚2号章", "a Seal No. 2 of the Municipal Bureau of Transport"]);
    assert_eq!(seal.to_string(), of(3)[0]);
    let messages = [Message::Report].into_iter().chain(Tier::iter().map(Message::Push));
    let labels: BTreeSet<&str> = messages
        .map(|it| {
            let to = if it == Message::Report { "" } else { "推送" };
            assert_eq!(told(Subject::Message(it)), [format!("{to}{}", it.label()), it.to_string()]);
            it.label()
        })
        .collect();
    assert_eq!(labels.len(), 1 + Tier::iter().count());
}

#[test]
fn a_matter_lies_in_one_region_or_across() {
    let (home, other) = (Region::Qufu, Region::Wenshang);
    assert_eq!(Scope::WITHIN.label(home), "本区域");
    assert_eq!(Scope::touching([home]).label(home), "本区域");
    assert_eq!(Scope::touching([home, other]).label(home), "跨县市区");
}

#[test]
fn an_objection_rests_on_what_its_rule_rests_on_and_nothing_is_said_by_nothing() {
    for rule in Rule::iter() {
        let objection = Objection { rule, expected: ().into(), got: mark("x").into() };
        assert_eq!(objection.sources(), rule.sources());
        assert!(!objection.sources().is_empty());
    }
    assert_eq!(Fact::from(()), Fact::Nothing);
    assert_eq!(both(()), ["无", "nothing"]);
}

#[test]
fn an_item_is_shown_by_its_name_and_an_edition_by_its_number_and_day() {
    let edition = Edition::built_in();
    let item = edition.annex_1(33).unwrap();
    assert_eq!(item.to_string(), item.name());
    assert_eq!(format!("{item:　>40}").chars().count(), 40);
    assert_eq!(edition.id().to_string(), "1 (2021-06-15)");
    assert_eq!(format!("{edition:?}"), "Edition(1 (2021-06-15), 76 items)");
    assert_eq!(format!("{item:?}"), format!("Item(A1-33 {})", item.name()));
}

#[test]
fn what_cannot_be_read_or_routed_is_told_in_chinese_too() {
    let why = |text: &str| text.parse::<OwnKey>().unwrap_err().zh();
    assert_eq!(why("A1-one"), "“A1-one”：自有事项编号不得以 A1- 或 A2- 开头，小写亦同；附件事项写作 A1-1、A2-1");
    assert_eq!(why(""), "".parse::<Mark>().unwrap_err().zh());
    let region = Region::CultureZone;
    assert_eq!(
        BadVenue::NoCentre { region }.zh(),
        "曲阜文化建设示范区没有为民服务中心，由其承接方案指明服务的中心（S1）"
    );
    let township = "370832104便民服务站".parse::<Venue>().unwrap_err();
    assert!(township.zh().contains("370832104") && township.to_string().contains("370832104"), "{township}");
    assert_eq!(NoRoute::NoDepartment.zh(), "原属市级的事项须有市级实施部门");
    assert_eq!(NoRoute::NoDepartment.basis(), [Source::Clause(Clause::A1)]);
    let unresolved = NoRoute::Unresolved { region: Region::Qufu };
    assert_eq!(unresolved.basis(), [Source::Silence(Silence::S7), Source::Silence(Silence::S23)]);
}

#[test]
fn a_refusal_is_shown_by_its_reasons() {
    let entries = Golden::called("direct").entries();
    let case = proven(&entries[..1]);
    let (step, stamp) = asked(entries.last().unwrap());
    let action = Action { id: mark("op-1"), expected: None, step: step.clone(), stamp: stamp.clone() };
    let AnyCase::Filed(filed) = case.clone() else { panic!("a case begins with its filing") };
    let accept = Accept { receipt: mark("SL-1") };
    let early = Stamp { at: "2021-07-01T09:00:00+08:00".parse().unwrap(), ..stamp.clone() };
    let typed = filed.apply(accept, early, &OFFICE).unwrap_err();
    let any = case.clone().apply(step, stamp, &OFFICE).unwrap_err();
    let acted = case.act(action, &OFFICE).unwrap_err();
    let shown = [(&typed.why, typed.to_string()), (&any.why, any.to_string()), (&acted.why, acted.to_string())];
    for (why, told) in shown {
        assert_eq!(told, why.to_string());
        assert!(why.objections().iter().all(|it| told.contains(it.rule.sources()[0].id())), "{told}");
    }
}

#[test]
fn a_seal_tells_why_what_happened_to_it_did_where_that_is_to_be_said() {
    let why = || "（虚构）".parse().unwrap();
    let told = [
        SealStep::Suspended { reason: why() },
        SealStep::Restored { reason: why() },
        SealStep::Withdrawn { reason: why() },
        SealStep::Lost { reason: why() },
    ];
    assert!(told.iter().all(|it| it.reason() == Some(&why())));
    let agreement = mark("XY-1");
    let untold = [
        SealStep::Cut { twin_of: None },
        SealStep::HandedOver { agreement: agreement.clone() },
        SealStep::Renewed { agreement },
    ];
    assert!(untold.iter().all(|it| it.reason().is_none()));
}

#[test]
fn whoever_pays_an_expert_is_told_by_name() {
    assert_eq!(both(Payer::Applicant), ["申请人", "the applicant"]);
    let (department, region) = (Department::Transport, Region::Qufu);
    assert_eq!(both(Payer::Department(department)), [department.label(), department.english()]);
    assert_eq!(both(Payer::Region(region)), both(region));
    for it in [Payer::Applicant, Payer::Department(department), Payer::Region(region)] {
        assert_eq!(both(it), [it.label().to_owned(), it.to_string()]);
    }
}

#[test]
fn a_party_is_of_a_region_of_a_department_or_of_neither() {
    let (department, region) = (Department::Transport, Region::Qufu);
    let unit =
        Unit { id: mark("b"), region, kind: UnitKind::ApprovalBureau, name: "某局（虚构）".parse().unwrap() };
    let body = Body::from(unit.clone());
    let told = |it: Party<'_>| (it.region(), it.department(), it.is_approval_bureau());
    assert_eq!(told(Party::Undertaker(region)), (Some(region), None, false));
    assert_eq!(told(Party::Unit(&unit)), (Some(region), None, true));
    assert_eq!(told(Party::Operator(&body)), (Some(region), None, true));
    // city staff are the city's, wherever they are posted
    assert_eq!(told(Party::Posted { department, region }), (None, Some(department), false));
    assert_eq!(told(Party::Department(department)), (None, Some(department), false));
    assert_eq!(told(Party::Operator(&Department::Transport.into())), (None, Some(department), false));
}
