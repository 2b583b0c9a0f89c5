//! A handbook's editions follow each other, and shrink; and which standard holds on a day.

use serde_json::json;
use tongquan::{
    Office, Region, Rule,
    register::{Baseline, Limit, Own, Revision, Standard, TimeUnit},
};

use super::{assert_one, cite, handbook, line, mark, on, own, read, second, step, where_told};

#[test]
fn editions_count_from_one_and_begin_one_after_the_other() {
    let third = Standard { edition: 3, from: on("2022-01-02"), ..handbook() };
    assert_eq!(line(&[&handbook(), &second(|_| {}), &third]), []);

    assert_one(&line(&[&second(|_| {})]), Rule::EditionFollows, "[0].edition", "1", "2");
    assert_one(&line(&[&handbook(), &third]), Rule::EditionFollows, "[1].edition", "2", "3");
    let again = Standard { from: on("2022-01-01"), ..handbook() };
    assert_one(&line(&[&handbook(), &again]), Rule::EditionFollows, "[1].edition", "2", "1");
    for from in ["2021-06-15", "2021-06-14"] {
        let late = second(|it| it.from = on(from));
        assert_one(&line(&[&handbook(), &late]), Rule::EditionFollows, "[1].from", "2021-06-15", from);
    }
}

#[test]
fn a_regions_own_editions_are_counted_by_themselves() {
    let next = own(|it| (it.edition, it.from) = (2, on("2021-10-01")));
    let elsewhere = own(|it| it.own = Some(Own { region: Region::Qufu, handbook: 1 }));
    assert_eq!(line(&[&handbook(), &own(|_| {}), &elsewhere, &second(|_| {}), &next]), []);

    let again = own(|it| it.from = on("2021-10-01"));
    assert_one(&line(&[&handbook(), &own(|_| {}), &again]), Rule::EditionFollows, "[2].edition", "2", "1");
    let early = own(|it| it.edition = 2);
    assert_one(
        &line(&[&handbook(), &own(|_| {}), &early]),
        Rule::EditionFollows,
        "[2].from",
        "2021-09-01",
        "2021-09-01",
    );
}

#[test]
fn a_region_draws_from_a_handbook_on_record() {
    let later = own(|it| it.own = Some(Own { region: Region::Wenshang, handbook: 2 }));
    assert_eq!(line(&[&handbook(), &second(|_| {}), &later]), []);
    assert_one(&line(&[&handbook(), &later]), Rule::HandbookKnown, "[1].own.handbook", "1", "2");
    assert_one(&line(&[&own(|_| {})]), Rule::HandbookKnown, "[0].own.handbook", "无", "1");
    // what is recorded after it is not on record yet
    assert_one(&line(&[&own(|_| {}), &handbook()]), Rule::HandbookKnown, "[0].own.handbook", "无", "1");
}

type Growth = (&'static str, Option<&'static str>, fn(&mut Standard), &'static str, &'static str, &'static str);

/// Each way of growing: what is cited for it, the change, where it is told, how it was and how it is.
const GROWTH: [Growth; 13] = [
    (
        "step",
        Some("board"),
        |it| it.steps.push(step(json!({"code": "board", "name": "集体会审", "required": false}))),
        "steps[4]",
        "无",
        "集体会审",
    ),
    ("step", Some("panel"), |it| it.steps[2].required = true, "steps[2].required", "非必经", "必经"),
    ("step", Some("panel"), |it| it.steps[3].after.push(mark("panel")), "steps[2]", "非必经", "必经环节的前置"),
    ("step", Some("desk"), |it| it.steps[0].repeats = true, "steps[0].repeats", "不重复", "可重复"),
    (
        "material",
        Some("lease"),
        |it| {
            it.materials
                .insert(0, serde_json::from_str(r#"{"code": "lease", "name": "租约", "required": false}"#).unwrap())
        },
        "materials[0]",
        "无",
        "租约",
    ),
    ("material", Some("other"), |it| it.materials[2].required = true, "materials[2].required", "非必交", "必交"),
    (
        "fee",
        Some("copy"),
        |it| {
            it.fees.push(serde_json::from_str(r#"{"code": "copy", "name": "复印费", "amount": 0, "by": "x"}"#).unwrap())
        },
        "fees[1]",
        "无",
        "复印费",
    ),
    ("fee", Some("book"), |it| it.fees[0].amount = 1001, "fees[0].amount", "1000", "1001"),
    ("limit", None, |it| it.limits.as_mut().unwrap().promised.amount = 11, "limits", "10、工作日", "11、工作日"),
    ("limit", None, |it| it.limits = None, "limits", "10、工作日", "无"),
    (
        "limit",
        None,
        |it| it.limits.as_mut().unwrap().promised = Limit { amount: 10, unit: TimeUnit::Day },
        "limits",
        "10、工作日",
        "10、日",
    ),
    // a code that is given to another thing: the name is told as changed, what is asked has grown
    (
        "material",
        Some("other"),
        |it| (it.materials[2].name, it.materials[2].required) = ("体检证明".parse().unwrap(), true),
        "materials[2].required",
        "非必交",
        "必交",
    ),
    ("step", Some("panel"), |it| it.steps[1].after.push(mark("panel")), "steps[2]", "非必经", "必经环节的前置"),
];

#[test]
fn what_grows_is_refused_unless_a_law_is_cited_for_it() {
    for (element, code, change, path, before, after) in GROWTH {
        let path = format!("[1].{path}");
        assert_one(&line(&[&handbook(), &second(change)]), Rule::StandardShrinks, &path, before, after);
        let cited = |cited: (&str, Option<&str>)| {
            second(|it| {
                change(it);
                it.grown.push(cite(cited.0, cited.1));
            })
        };
        assert_eq!(line(&[&handbook(), &cited((element, code))]), [], "{path}");

        // a law that is cited for another thing helps nothing, and is itself refused
        let other = line(&[&handbook(), &cited((element, Some("nothing")))]);
        assert_eq!(where_told(&other), [(Rule::StandardShrinks, path.as_str()), (Rule::GrowthIsThere, "[1].grown[0]")]);
        // the other way round it has shrunk
        let back = Standard { edition: 2, from: on("2022-01-01"), ..handbook() };
        let before = Standard { edition: 1, from: on("2021-06-15"), ..second(change) };
        let faults = line(&[&before, &back]);
        let unit_changed = before.limits.is_some_and(|it| it.promised.unit == TimeUnit::Day);
        assert_eq!(faults.len(), usize::from(unit_changed), "{path}");
    }
}

#[test]
fn a_law_is_cited_for_what_grew_only() {
    let two = second(|it| {
        it.fees[0].amount += 1;
        it.grown = vec![cite("fee", Some("book")), cite("fee", Some("book"))];
    });
    assert_eq!(line(&[&handbook(), &two]), []); // several laws may ask for one thing

    let needless = second(|it| it.grown = vec![cite("fee", Some("book")), cite("limit", None)]);
    let faults = line(&[&handbook(), &needless]);
    assert_eq!(where_told(&faults), [(Rule::GrowthIsThere, "[1].grown[0]"), (Rule::GrowthIsThere, "[1].grown[1]")]);
    // a change of conditions is no growth
    let conditions = second(|it| {
        it.conditions.push(serde_json::from_str(r#"{"code": "new", "name": "另一条件"}"#).unwrap());
        it.grown = vec![cite("condition", Some("new"))];
    });
    assert_one(&line(&[&handbook(), &conditions]), Rule::GrowthIsThere, "[1].grown[0]", "无", "new");
    // nothing stands before a first edition without a baseline
    let mut first = handbook();
    first.grown = vec![cite("limit", None)];
    assert_one(&line(&[&first]), Rule::GrowthIsThere, "[0].grown[0]", "无", "承诺时限");
}

#[test]
fn what_shrinks_or_changes_otherwise_is_free() {
    let leaner = second(|it| {
        it.steps.remove(1);
        it.steps[1].repeats = false;
        it.steps[2].after.pop();
        it.materials.remove(0);
        it.materials[0].required = false;
        it.fees.clear();
        it.limits.as_mut().unwrap().promised.amount = 1;
        it.limits.as_mut().unwrap().statutory.as_mut().unwrap().amount = 30;
        it.conditions.push(serde_json::from_str(r#"{"code": "new", "name": "另一条件"}"#).unwrap());
        it.conditions.remove(0);
        it.outcome = "备案".parse().unwrap();
        it.remedies.pop();
        it.licence = None;
    });
    assert_eq!(line(&[&handbook(), &leaner]), []);
    // and each edition is held against the one before it: what shrank once may not come back
    let back = Standard { edition: 3, from: on("2023-01-01"), ..handbook() };
    let faults = line(&[&handbook(), &leaner, &back]);
    let expected = [
        (Rule::StandardShrinks, "[2].steps[1]"),
        (Rule::StandardShrinks, "[2].steps[2].repeats"),
        (Rule::StandardShrinks, "[2].materials[0]"),
        (Rule::StandardShrinks, "[2].materials[1].required"),
        (Rule::StandardShrinks, "[2].fees[0]"),
        (Rule::StandardShrinks, "[2].limits"),
    ];
    assert_eq!(where_told(&faults), expected);
}

#[test]
fn a_first_edition_is_held_against_the_baseline_as_far_as_it_is_given() {
    let days = |amount| Some(Limit { amount, unit: TimeUnit::WorkingDay });
    let first = |baseline| Standard { baseline: Some(baseline), ..handbook() };
    assert_eq!(line(&[&first(Baseline::default())]), []);
    assert_eq!(line(&[&first(Baseline { promised: days(10), ..Baseline::default() })]), []);

    let shorter = first(Baseline { promised: days(9), ..Baseline::default() });
    assert_one(&line(&[&shorter]), Rule::StandardShrinks, "[0].limits", "9、工作日", "10、工作日");
    let cited = Standard { grown: vec![cite("limit", None)], ..shorter };
    assert_eq!(line(&[&cited]), []);

    // an empty list says that there was nothing
    let no_fees = first(Baseline { fees: Some(vec![]), ..Baseline::default() });
    assert_one(&line(&[&no_fees]), Rule::StandardShrinks, "[0].fees[0]", "无", "工本费");
    let fewer = first(Baseline { materials: Some(handbook().materials[1..].to_vec()), ..Baseline::default() });
    assert_one(&line(&[&fewer]), Rule::StandardShrinks, "[0].materials[0]", "无", "申请表");
    let fewer = first(Baseline { steps: Some(handbook().steps[..3].to_vec()), ..Baseline::default() });
    assert_one(&line(&[&fewer]), Rule::StandardShrinks, "[0].steps[3]", "无", "审查意见");
}

#[test]
fn a_regions_own_holds_while_its_handbook_does() {
    let later = own(|it| {
        (it.edition, it.from) = (2, on("2021-12-01"));
        it.own = Some(Own { region: Region::Wenshang, handbook: 2 });
    });
    let elsewhere = own(|it| it.own = Some(Own { region: Region::Qufu, handbook: 1 }));
    let (first, second) = (handbook(), second(|_| {}));
    let third = Standard { edition: 3, from: on("2023-01-01"), grown: vec![], ..second.clone() };
    let standards = [&first, &second, &third, &own(|_| {}), &elsewhere, &later].map(Clone::clone).to_vec();
    let office = Office::new(vec![Revision { standards, ..Revision::on(on("2021-06-15")) }]).unwrap();
    let told = |region, day: &str| {
        let it = office.now().standard(&handbook().item, region, on(day))?;
        Some((it.own.map(|own| own.region), it.edition))
    };
    let wenshang = |day| told(Region::Wenshang, day);
    assert_eq!(wenshang("2021-06-14"), None);
    assert_eq!(wenshang("2021-06-15"), Some((None, 1)));
    assert_eq!(wenshang("2021-08-31"), Some((None, 1)));
    assert_eq!(wenshang("2021-09-01"), Some((Some(Region::Wenshang), 1)));
    // the second is drawn from a handbook that does not hold yet
    assert_eq!(wenshang("2021-12-31"), Some((Some(Region::Wenshang), 1)));
    assert_eq!(wenshang("2022-01-01"), Some((Some(Region::Wenshang), 2)));
    assert_eq!(wenshang("2023-01-01"), Some((None, 3)));
    assert_eq!(told(Region::Qufu, "2021-12-31"), Some((Some(Region::Qufu), 1)));
    assert_eq!(told(Region::Qufu, "2022-01-01"), Some((None, 2)));
    assert_eq!(told(Region::Liangshan, "2021-12-31"), Some((None, 1)));
}

#[test]
fn a_case_keeps_conditions_of_acceptance_before_those_of_review() {
    let outline = handbook().outline();
    assert_eq!((&*outline.acceptance, &*outline.conditions), (&[mark("scope")][..], &[mark("eligible")][..]));
    assert_eq!(outline.every_condition().collect::<Vec<_>>(), [&mark("scope"), &mark("eligible")]);
    assert_eq!((outline.required, outline.optional), (vec![mark("form"), mark("photo")], vec![mark("other")]));
    let value = serde_json::to_value(handbook().outline()).unwrap();
    let fields: Vec<&String> = value.as_object().unwrap().keys().collect();
    let known = [
        "acceptance",
        "conditions",
        "corrections",
        "edition",
        "licence",
        "limits",
        "notice",
        "optional",
        "outcome",
        "own",
        "procedures",
        "remedies",
        "required",
        "steps",
    ];
    assert_eq!(fields, known);
    let plain = read(json!({"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": [],
        "conditions": [{"code": "b", "name": "乙"}, {"code": "a", "name": "甲"}], "steps": [],
        "outcome": "确认", "remedies": []}));
    assert_eq!(plain.outline().conditions, [mark("b"), mark("a")]);
}
