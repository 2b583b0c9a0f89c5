//! Every fault of a file is told at once, as soon as its revision is recorded; what is refused changes nothing and can be mended.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tongquan::{Office, Rule, register::Revision};

use super::{
    add, agreement, amendment, change, event, faults, office, parsed, put, small,
    stories::{Story, stories},
    told,
};

/// The small office with something wrong nearly everywhere, and a third revision that is no better.
fn bad() -> Value {
    let mut file = small();
    let changes = [
        ("/0/plans/0/undertakes/0/handler", json!("ls-sector")),
        ("/0/plans/0/undertakes/0/items/only", json!(["A1-36", "A1-36", "X-9"])),
        ("/0/plans/0/undertakes/0/supervision/county_supervisor", json!({"department": "finance"})),
        ("/0/postings/0/until", json!("2021-06-30")),
        ("/0/advisers/0/persons", json!([])),
        ("/0/standards/0/item", json!("A1-62")),
        ("/0/agreements/0/users", json!(["keeper", "keeper"])),
        ("/0/seals/2/event/cut/twin_of", json!(99)),
        ("/0/amendments/0/from", json!("2021-06-14")),
        ("/0/amendments/0/changes/0/name", json!("招标人自行办理招标事宜备案")),
        ("/0/checked/0/until", json!("2021-06-14")),
        ("/0/choices/0/items/only/0", json!("A1-36")),
        ("/0/choices/1/townships/0/township", json!("370832001")),
        ("/1/recorded", json!("2021-07-30")),
        ("/1/amendments/0/adds/0/origin/city/exceptions/0/modality", json!("window")),
        ("/1/amendments/0/removes/0", json!("WS-001")),
        ("/1/amendments/0/changes", json!([change("A1-7", json!({"name": "（虚构）更名事项"}))])),
        ("/1/amendments/1/heard", json!([])),
        ("/1/own_items/0/name", json!("船舶登记")),
        ("/1/units/0/kind", json!("sector")),
        ("/1/stationings/0/from", json!("2021-07-29")),
        ("/1/standards", json!([])),
        ("/1/agreements/0/items", json!({"only": ["A1-37"]})),
        ("/1/seals/1/event", json!({"cut": {"twin_of": null}})),
        ("/1/permissions/0/number", json!("SJ-1")),
        ("/1/permissions/0/gives/operator", json!({"body": "bank"})),
        ("/1/permissions/0/until", json!(null)),
        ("/1/endings/0/ends/agreement", json!("XY-9")),
        ("/0/evidence/0/obligation", json!("name_advisers")),
        ("/0/evidence/0/on", json!("2021-06-14")),
        ("/1/evidence/0/by", json!({"department": "finance"})),
        ("/1/evidence/0/cycle", json!("2022-01-01")),
        ("/1/evidence/1/on", json!("2021-07-31")),
    ];
    for (at, value) in changes {
        put(&mut file, at, value);
    }
    let again = file[1]["plans"][0].clone();
    add(&mut file, "/1/plans", again);
    let nobodys =
        json!({"region": "qufu", "from": "2021-09-01", "undertakes": [{"items": "all", "handler": "qf-bureau"}]});
    add(
        &mut file,
        "",
        json!({
            "recorded": "2021-07-31",
            "plans": [nobodys],
            "advisers": [{"department": "commerce", "items": "all", "persons": ["three"], "from": "2021-10-01"}],
            "agreements": [agreement("XY-5", "transport", "wenshang", json!("all"), "2021-10-01"),
                agreement("XY-6", "public_security", "rencheng", json!("all"), "2021-10-01")],
            "seals": [event(9, "2021-10-01", json!({"handed_over": {"agreement": "XY-7"}})),
                event(7, "2021-10-01", json!({"renewed": {"agreement": "XY-2"}})),
                event(12, "2021-10-01", json!({"suspended": {"reason": "虚构"}}))]
        }),
    );
    file
}

const BAD: [(&str, Rule); 41] = [
    ("[0].advisers[0].persons", Rule::NamesSomething),
    ("[0].agreements[0].users", Rule::NamedOnce),
    ("[0].amendments[0].changes[0]", Rule::AmendmentChanges),
    ("[0].amendments[0].from", Rule::AmendmentInOrder),
    ("[0].checked[0].until", Rule::ListCheckedForward),
    ("[0].choices[0].items", Rule::ChoiceOfThreeTier),
    ("[0].choices[1].townships[0].township", Rule::TownshipOfRegion),
    ("[0].evidence[0].obligation", Rule::EvidenceCalledFor),
    ("[0].evidence[0].on", Rule::EvidenceAfterDuty),
    ("[0].plans[0].undertakes[0].handler", Rule::BodyOfRegion),
    ("[0].plans[0].undertakes[0].items", Rule::ItemInForce),
    ("[0].plans[0].undertakes[0].items", Rule::NamedOnce),
    ("[0].plans[0].undertakes[0].supervision.county_supervisor", Rule::AuthorityOfTier),
    ("[0].postings[0].until", Rule::SpanInOrder),
    ("[0].seals[2].event", Rule::TwinOfSeal),
    ("[0].standards[0].item", Rule::ItemInForce),
    ("[1].agreements[0].items", Rule::ItemsOfDepartment),
    ("[1].amendments[0].adds[0].origin.city.exceptions", Rule::ExceptionsApart),
    ("[1].amendments[0].removes[0]", Rule::AmendmentFits),
    ("[1].amendments[1].changes[0].item", Rule::AmendmentsApart),
    ("[1].amendments[1].heard", Rule::RegionsHeard),
    ("[1].endings[0].ends", Rule::EndsSomething),
    // the posting had ended
    ("[1].endings[2].last", Rule::SpanInOrder),
    ("[1].evidence[0].by", Rule::EvidenceOfBearer),
    ("[1].evidence[0].cycle", Rule::CycleOfRecurring),
    ("[1].evidence[1].on", Rule::EvidenceNotAhead),
    ("[1].own_items[0].name", Rule::NumberUnused),
    ("[1].permissions[0].gives.operator", Rule::AuthorityOfTier),
    ("[1].permissions[0].number", Rule::NumberUnused),
    ("[1].plans[1]", Rule::RowSaidOnce),
    ("[1].recorded", Rule::RevisionsRunForward),
    ("[1].seals[1].seal", Rule::NumberUnused),
    ("[1].stationings[0].from", Rule::RowNotBackdated),
    ("[1].units[0].id", Rule::BodyKept),
    ("[2].advisers[0].reason", Rule::AdviserReplacedWithReason),
    ("[2].agreements[0]", Rule::AgreementsApart),
    ("[2].agreements[1].items", Rule::AgreementItemsInReview),
    ("[2].plans[0].undertakes[0].handler", Rule::BodyKnown),
    ("[2].seals[0].event", Rule::AgreementKnown),
    ("[2].seals[1].event", Rule::AgreementOfSeal),
    ("[2].seals[2].event", Rule::SealLifeInOrder),
];

#[test]
fn all_faults_of_a_file_are_told_at_once_each_by_its_path() {
    let found = faults(&bad());
    let mut told = told(&found);
    told.sort_unstable();
    let mut expected: Vec<(&str, &str)> = BAD.iter().map(|(path, rule)| (*path, rule.id())).collect();
    expected.sort_unstable();
    assert_eq!(told, expected);
    // standards and years hold much by themselves: their faults are told together elsewhere
    let apart = |it: &&Story| it.path.contains("standards") || it.path.contains("calendars");
    let every: BTreeSet<Rule> = stories().iter().filter(|it| !apart(it)).map(|it| it.rule).collect();
    assert_eq!(BAD.iter().map(|(_, rule)| *rule).collect::<BTreeSet<_>>(), every);

    let refused = Office::new(serde_json::from_value(bad()).unwrap()).unwrap_err();
    let read = serde_json::from_str::<Office>(&bad().to_string()).unwrap_err().to_string();
    let english: Vec<String> = found.iter().map(|it| format!("- {it}")).collect();
    assert_eq!(refused.to_string(), format!("faults: 41\n{}", english.join("\n")));
    assert!(read.starts_with(&refused.to_string()), "{read}");
    let chinese: Vec<String> = found.iter().map(|it| it.zh()).collect();
    assert_eq!(refused.zh(), chinese.join("\n"));
    assert!(every.iter().all(|rule| refused.names(*rule)) && !refused.names(Rule::CodeOnce));
    let written = serde_json::to_value(&refused).unwrap();
    let paths: Vec<&str> = written.as_array().unwrap().iter().map(|it| it["path"].as_str().unwrap()).collect();
    assert_eq!(paths, found.iter().map(|it| it.path.as_str()).collect::<Vec<_>>());
    assert_eq!(written[0]["objection"]["rule"], found[0].objection.rule.id());
}

#[test]
fn a_fault_is_told_when_its_revision_is_recorded_and_what_was_recorded_before_stays_as_it_was() {
    let (mut with_the_first, mut with_the_second) = (0, 0);
    for Story { set, at, broken, kept, path, .. } in stories() {
        let mut file = small();
        set(&mut file);
        put(&mut file, at, kept);
        let whole: Vec<Revision> = serde_json::from_value(file.clone()).unwrap();
        put(&mut file, at, broken);
        let wrong: Vec<Revision> = serde_json::from_value(file.clone()).unwrap();
        let expected = faults(&file);
        let first = Office::built_in().record(&whole[0]).unwrap();
        if path.starts_with("[0]") {
            assert_eq!(Office::built_in().record(&wrong[0]).unwrap_err().all(), expected, "{path}");
            with_the_first += 1;
        } else if whole[0] != wrong[0] {
            // what was recorded first is wrong only beside what came second
            let before = Office::built_in().record(&wrong[0]).unwrap();
            assert_eq!(before.record(&wrong[1]).unwrap_err().all(), expected, "{path}");
            with_the_second += 1;
        } else {
            assert_eq!(whole[0], wrong[0]);
            let (text, answers) = (serde_json::to_string(&first).unwrap(), answers(&first));
            assert_eq!(first.record(&wrong[1]).unwrap_err().all(), expected, "{path}");
            assert_eq!(serde_json::to_string(&first).unwrap(), text);
            assert_eq!(self::answers(&first), answers);
            assert_eq!((&first, first.now().revision()), (&Office::new(whole[..1].to_vec()).unwrap(), 1));
            with_the_second += 1;
        }
        // and mended it is taken in
        let second = first.record(&whole[1]).unwrap();
        assert_eq!((second.revisions(), first.revisions()), (&whole[..], &whole[..1]));
        assert_ne!(second, first);
        assert_eq!(second, Office::new(whole).unwrap());
    }
    assert_eq!(with_the_first + with_the_second, 322);
    assert!(with_the_first > 100 && with_the_second > 190, "{with_the_first} {with_the_second}");
}

/// A few answers of an office, as it stands.
fn answers(office: &Office) -> String {
    let (now, on) = (office.now(), parsed("2021-10-15"));
    let seal = serde_json::from_value(json!({"department": "transport", "number": 7})).unwrap();
    let region = tongquan::Region::Wenshang;
    let items = office.catalogue().latest().items().map(|it| now.undertaking(it, region, on).handler.cloned());
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        items.collect::<Vec<_>>(),
        now.body(&parsed("ws-bureau")),
        now.seal_state(seal, on),
        now.agreement_state(&parsed("XY-1"), on),
        now.posted(tongquan::Department::Ecology, region, on),
    )
}

#[test]
fn a_refused_revision_can_be_mended_step_by_step() {
    let before = office(&small());
    let mut file = json!({
        "recorded": "2021-08-31",
        "plans": [{"region": "wenshang", "from": "2021-08-31", "undertakes": [{"items": "all", "handler": "ws-buro"}]}],
        "endings": [{"ends": {"permission": "SJ-3"}, "last": "2021-10-01", "reason": "虚构"}]
    });
    let mend = [
        ("/recorded", json!("2021-09-02"), "[2].recorded", Rule::RevisionsRunForward),
        ("/plans/0/from", json!("2021-09-02"), "[2].plans[0].from", Rule::RowNotBackdated),
        ("/plans/0/undertakes/0/handler", json!("ws-bureau"), "[2].plans[0].undertakes[0].handler", Rule::BodyKnown),
        ("/endings/0/ends/permission", json!("SJ-2"), "[2].endings[0].ends", Rule::EndsSomething),
    ];
    for (at, mended, path, rule) in mend {
        let refused = before.record(&serde_json::from_value(file.clone()).unwrap()).unwrap_err();
        let fault = refused.all().iter().find(|it| it.path == path);
        // the plan is backdated only once the revision has its day
        if rule == Rule::RowNotBackdated {
            assert_eq!(refused.all().len(), 3);
        }
        assert_eq!(fault.unwrap().objection.rule, rule);
        assert_eq!(before, office(&small()));
        put(&mut file, at, mended);
    }
    let after = before.record(&serde_json::from_value(file).unwrap()).unwrap();
    assert_eq!((before.revisions().len(), after.revisions().len()), (2, 3));
    let handler = |office: &Office| {
        let item = office.catalogue().latest().annex_1(1).unwrap();
        let on = parsed("2021-09-02");
        office.now().undertaking(item, tongquan::Region::Wenshang, on).handler.map(|it| it.name.to_string())
    };
    assert_eq!((handler(&before), handler(&after)), (None, Some("汶上新局（虚构）".to_owned())));
}

/// A licence of the department that came in a later revision is there to be agreed on, whatever an earlier agreement covered.
#[test]
fn an_agreement_for_a_kind_covers_the_own_items_that_came_since_an_earlier_one() {
    let mut before = agreement("XY-1", "transport", "wenshang", json!("all"), "2021-07-01");
    before["until"] = json!("2021-12-31");
    let own = json!({"key": "WS-9", "name": "（虚构）自有许可", "kind": "licence",
        "origin": {"city": {"department": "transport", "modality": "review"}}});
    let since = agreement("XY-2", "transport", "wenshang", json!({"of_kind": "licence"}), "2022-02-01");
    let first = json!({"recorded": "2021-06-30", "agreements": [before]});
    let second = json!({"recorded": "2022-01-10", "own_items": [own], "agreements": [since]});
    let office = office(&json!([first, second]));
    let agreement = office.now().agreement(&"XY-2".parse().unwrap()).unwrap();
    let covered = office.now().reviewed_under(agreement, "2022-02-01".parse().unwrap());
    assert_eq!(covered.map(|it| it.key().to_string()).collect::<Vec<_>>(), ["WS-9"]);
    // and where the item is not recorded, there is nothing to agree on
    let nothing = json!({"recorded": "2022-01-10", "agreements": second["agreements"]});
    let refused: Vec<Rule> = faults(&json!([first, nothing])).iter().map(|it| it.objection.rule).collect();
    assert_eq!(refused, [Rule::AgreementItemsInReview]);
}

/// An agreement for all items covers what comes to the list later: a second one on that is told, whichever of the two is recorded first.
#[test]
fn an_agreement_for_all_items_meets_one_on_an_item_that_comes_later() {
    let added = json!({"key": "SZ-9", "name": "（虚构）新增事项", "kind": "confirmation",
        "origin": {"city": {"department": "transport", "modality": "review"}}});
    let list = amendment("（虚构）9号", "2022-02-01", json!({"law": "虚构"}), json!({"adds": [added]}));
    let all = agreement("XY-1", "transport", "wenshang", json!("all"), "2022-01-10");
    let one = agreement("XY-2", "transport", "wenshang", json!({"only": ["SZ-9"]}), "2022-02-01");
    let file = |before: &Value, after: &Value| {
        json!([
            {"recorded": "2022-01-10", "amendments": [list], "agreements": [before]},
            {"recorded": "2022-01-10", "agreements": [after]}
        ])
    };
    let (wider, narrower) = (file(&one, &all), file(&all, &one));
    for (file, other) in [(&wider, "XY-2"), (&narrower, "XY-1")] {
        let found = faults(file);
        assert_eq!(told(&found), [("[1].agreements[0]", Rule::AgreementsApart.id())]);
        assert!(found[0].to_string().contains("SZ-9") && found[0].to_string().contains(other), "{}", found[0]);
    }
    // one after the other they may stand
    let mut ended = all.clone();
    ended["until"] = json!("2022-01-31");
    office(&file(&ended, &one));
    office(&file(&one, &ended));
}

/// 0 is no number of a seal: it stands for none in particular.
#[test]
fn a_seal_is_numbered_from_1_on() {
    let cut = |number| json!([{"recorded": "2021-06-30", "seals": [event(number, "2021-06-30", json!({"cut": {}}))]}]);
    let found = faults(&cut(0));
    assert_eq!(told(&found), [("[0].seals[0].seal.number", Rule::NumberUnused.id())]);
    assert!(found[0].zh().contains("自1起的编号"), "{}", found[0].zh());
    office(&cut(1));
}
