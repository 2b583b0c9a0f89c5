//! Of agreements and seals.

use super::*;

pub(super) fn agreements() -> Vec<Story> {
    let known = |set, at, told| story(Rule::AgreementKnown, set, at, told);
    let of_seal = |set, at, told| story(Rule::AgreementOfSeal, set, at, told);
    let apart = |set, at, told| story(Rule::AgreementsApart, set, at, told);
    let review = |set, at, got| {
        let told = ("[1].agreements[0].items", Fact::from(Modality::Review), got);
        story(Rule::AgreementItemsInReview, set, at, told)
    };
    let transport = Fact::from(Department::Transport);
    vec![
        known(
            seals_rest,
            ("/0/seals/1/event/handed_over/agreement", json!("XY-9"), json!("XY-1")),
            ("[0].seals[1].event", NOTHING, the("XY-9")),
        ),
        known(
            seals_rest,
            ("/0/agreements/0/from", json!("2021-07-01"), json!("2021-06-30")),
            ("[0].seals[1].event", day("2021-06-30"), list([the("XY-1"), from_on("2021-07-01")])),
        ),
        known(
            |file| {
                seals_rest(file);
                put(file, "/1/endings", json!([]));
            },
            ("/0/agreements/0/until", json!("2021-06-29"), json!("2021-06-30")),
            ("[0].seals[1].event", day("2021-06-30"), list([the("XY-1"), from_until("2021-06-25", "2021-06-29")])),
        ),
        // an ending of the same revision counts
        known(
            as_it_is,
            ("/1/endings/0/last", json!("2021-09-02"), json!("2021-09-03")),
            ("[1].seals[2].event", day("2021-09-03"), list([the("XY-1"), from_until("2021-06-25", "2021-09-02")])),
        ),
        of_seal(
            |file| {
                seals_rest(file);
                add(file, "/0/agreements", agreement("XY-3", "commerce", "wenshang", json!("all"), "2021-06-25"));
            },
            ("/0/seals/1/event/handed_over/agreement", json!("XY-3"), json!("XY-1")),
            (
                "[0].seals[1].event",
                list([transport.clone()]),
                list([Department::Commerce.into(), Region::Wenshang.into()]),
            ),
        ),
        of_seal(
            as_it_is,
            ("/1/seals/2/event/renewed/agreement", json!("XY-2"), json!("XY-1")),
            (
                "[1].seals[2].event",
                list([transport.clone(), Region::Wenshang.into()]),
                list([transport, Region::Liangshan.into()]),
            ),
        ),
        apart(
            |file| add(file, "/1/agreements", agreement("XY-3", "transport", "wenshang", json!("all"), "2022-07-01")),
            ("/1/agreements/1/from", json!("2022-06-30"), json!("2022-07-01")),
            ("[1].agreements[1]", NOTHING, list([list([key("A1-36"), the("XY-1")])])),
        ),
        apart(
            |file| {
                let kind = json!({"of_kind": "confirmation"});
                add(file, "/0/agreements", agreement("XY-0", "transport", "wenshang", kind, "2021-06-01"));
            },
            ("/0/agreements/1/until", json!("2021-06-25"), json!("2021-06-24")),
            ("[0].agreements[1]", NOTHING, list([list([key("A1-36"), the("XY-1")])])),
        ),
        // one of a kind leaves what is of another kind to others
        apart(
            |file| {
                let kind = json!({"of_kind": "confirmation"});
                add(file, "/1/agreements", agreement("XY-3", "housing", "wenshang", kind, "2022-07-01"));
                let only = json!({"only": ["A1-35"]});
                add(file, "/1/agreements", agreement("XY-4", "housing", "wenshang", only, "2022-07-01"));
            },
            ("/1/agreements/2/items", json!({"only": ["A1-34"]}), json!({"only": ["A1-35"]})),
            ("[1].agreements[2]", NOTHING, list([list([key("A1-34"), the("XY-3")])])),
        ),
        // what ends an agreement is known by then, not later
        apart(
            |file| {
                add(file, "/0/agreements", agreement("XY-3", "transport", "wenshang", json!("all"), "2022-07-01"));
                put(file, "/1/endings/0/last", json!("2022-06-29"));
            },
            ("/0/agreements/0/until", json!(null), json!("2022-06-30")),
            ("[0].agreements[1]", NOTHING, list([list([key("A1-36"), the("XY-1")])])),
        ),
        review(
            |file| {
                let only = json!({"only": ["A1-20"]});
                put(file, "/1/agreements/0", agreement("XY-2", "public_security", "rencheng", only, "2021-09-01"));
            },
            ("/1/agreements/0/region", json!("rencheng"), json!("wenshang")),
            list([key("A1-20"), Modality::Window.into()]),
        ),
        review(
            |file| {
                put(
                    file,
                    "/1/agreements/0",
                    agreement("XY-2", "public_security", "rencheng", json!("all"), "2021-09-01"),
                );
            },
            ("/1/agreements/0/region", json!("rencheng"), json!("wenshang")),
            NOTHING,
        ),
        review(
            as_it_is,
            ("/1/agreements/0/items", json!({"of_kind": "licence"}), json!({"of_kind": "confirmation"})),
            NOTHING,
        ),
    ]
}

pub(super) fn seals() -> Vec<Story> {
    use SealStepKind::{Cut, Lost, Renewed, Restored, Suspended, Withdrawn};
    fn suspended(file: &mut Value) {
        let suspended = json!({"suspended": {"reason": "虚构"}});
        put(
            file,
            "/1/seals",
            json!([event(8, "2021-07-15", json!({"lost": {"reason": "虚构"}})), event(7, "2021-09-01", suspended)]),
        );
    }
    let order = |set, at, told| story(Rule::SealLifeInOrder, set, at, told);
    let twin = |set, at, told| story(Rule::TwinOfSeal, set, at, told);
    let open = |events: &[SealStepKind]| Fact::list(events.iter().copied());
    vec![
        order(
            suspended,
            ("/1/seals/1/event", json!({"restored": {"reason": "虚构"}}), json!({"suspended": {"reason": "虚构"}})),
            (
                "[1].seals[1].event",
                open(&[Renewed, Suspended, Withdrawn, Lost]),
                list([SealState::InService.into(), Restored.into()]),
            ),
        ),
        order(
            suspended,
            ("/1/seals/1/seal/number", json!(10), json!(7)),
            ("[1].seals[1].event", open(&[Cut]), list([NOTHING, Suspended.into()])),
        ),
        // a loss is found out: not before the seal was cut, nor ahead
        order(
            as_it_is,
            ("/1/seals/3/on", json!("2021-06-30"), json!("2021-07-01")),
            ("[1].seals[3].on", from_until("2021-07-01", "2021-09-01"), day("2021-06-30")),
        ),
        order(
            as_it_is,
            ("/1/seals/3/on", json!("2021-09-02"), json!("2021-09-01")),
            ("[1].seals[3].on", from_until("2021-07-01", "2021-09-01"), day("2021-09-02")),
        ),
        // S40
        order(
            suspended,
            ("/1/seals/1/seal/number", json!(8), json!(7)),
            (
                "[1].seals[1].event",
                Fact::Term { zh: "遗失后不再流转", en: "nothing follows a loss" },
                list([SealState::Lost.into(), Suspended.into()]),
            ),
        ),
        order(
            as_it_is,
            ("/0/seals/4/on", json!("2021-06-30"), json!("2021-07-01")),
            ("[0].seals[4].on", from_on("2021-07-01"), day("2021-06-30")),
        ),
        twin(
            as_it_is,
            ("/0/seals/2/event/cut/twin_of", json!(99), json!(7)),
            ("[0].seals[2].event", NOTHING, seal(99)),
        ),
        twin(
            as_it_is,
            ("/0/seals/2/event/cut/twin_of", json!(8), json!(null)),
            ("[0].seals[2].event", NOTHING, seal(8)),
        ),
        twin(
            |file| add(file, "/0/seals", event(11, "2021-07-01", json!({"cut": {"twin_of": 7}}))),
            ("/0/seals/5/event/cut/twin_of", json!(8), json!(7)),
            ("[0].seals[5].event", NOTHING, seal(8)),
        ),
        // a twin is of a seal that is there
        twin(
            as_it_is,
            ("/0/seals/2/on", json!("2021-06-19"), json!("2021-07-01")),
            ("[0].seals[2].event", NOTHING, seal(7)),
        ),
        twin(
            |file| add(file, "/1/seals", event(11, "2021-09-03", json!({"cut": {"twin_of": 7}}))),
            ("/1/seals/4/event/cut/twin_of", json!(9), json!(7)),
            ("[1].seals[4].event", NOTHING, seal(9)),
        ),
        twin(
            seals_rest,
            ("/0/seals/2/seal/department", json!("commerce"), json!("transport")),
            ("[0].seals[2].event", NOTHING, seal_of("市商务局", "Commerce", 7)),
        ),
    ]
}
