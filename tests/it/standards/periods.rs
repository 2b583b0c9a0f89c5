//! The periods of a standard beside the limit to decide, and which steps are made on site.

use serde_json::json;
use tongquan::{
    Kind, Office, Rule,
    catalogue::{OwnItem, OwnOrigin},
    law::Faults,
    register::{Direction, Element, Limit, Limits, Revision, Standard, TimeUnit},
};

use super::{alone, assert_one, cite, handbook, line, on, own, read, second};

const fn working(amount: u16) -> Limit {
    Limit { amount, unit: TimeUnit::WorkingDay }
}

const fn days(amount: u16) -> Limit {
    Limit { amount, unit: TimeUnit::Day }
}

fn with(mut it: Standard, notice: Option<Limit>, corrections: Option<Limit>) -> Standard {
    (it.notice, it.corrections) = (notice, corrections);
    it
}

#[test]
fn the_period_for_the_notice_shrinks_and_grows_like_the_promise() {
    let way = |before, after| {
        let told = with(second(|_| {}), after, None).against(&with(handbook(), before, None));
        let [change] = told.changes.as_slice() else { panic!("{told}") };
        assert_eq!(change.element, Element::Notice);
        change.direction
    };
    assert_eq!(way(Some(working(5)), Some(working(3))), Direction::Shrunk);
    assert_eq!(way(None, Some(working(3))), Direction::Shrunk);
    assert_eq!(way(Some(working(3)), Some(working(4))), Direction::Grown);
    assert_eq!(way(Some(working(3)), Some(days(3))), Direction::Grown);
    assert_eq!(way(Some(working(3)), None), Direction::Grown);

    let (first, longer) = (with(handbook(), Some(working(3)), None), with(second(|_| {}), Some(working(4)), None));
    let refused = line(&[&first, &longer]);
    assert_one(&refused, Rule::StandardShrinks, "[1].notice", "3、工作日", "4、工作日");
    let cited = Standard { grown: vec![cite("notice", None)], ..longer.clone() };
    assert_eq!(line(&[&first, &cited]), []);
    assert_eq!(longer.against(&first).zh(), "告知期限 3工作日→4工作日，增1工作日（对照手册第1版）");
}

#[test]
fn the_applicants_period_and_what_is_on_site_are_changed_and_neither_more_nor_less() {
    let told = with(second(|it| it.steps[1].on_site = true), None, Some(days(15))).against(&handbook());
    let changes: Vec<(Element, Direction)> = told.changes.iter().map(|it| (it.element, it.direction)).collect();
    assert_eq!(changes, [(Element::Step, Direction::Changed), (Element::Corrections, Direction::Changed)]);
    let lines = ["环节 现场核查（site） 非实地→实地核查（对照手册第1版）", "补正期限 无→15日（对照手册第1版）"];
    assert_eq!(told.zh(), lines.join("\n"));
    assert_eq!(line(&[&handbook(), &with(second(|it| it.steps[1].on_site = true), None, Some(days(15)))]), []);
}

#[test]
fn a_region_shortens_its_notice_and_leaves_the_applicants_time_and_the_site_as_they_are() {
    let held = |standard: &Standard| {
        line(&[&with(handbook(), Some(working(3)), Some(days(15))), standard])
            .into_iter()
            .map(|it| (it.0, it.1))
            .collect::<Vec<_>>()
    };
    let own = |notice, corrections| with(own(|_| {}), notice, corrections);
    let as_it_is = own(Some(working(3)), Some(days(15)));
    assert_eq!(held(&as_it_is), []);
    assert_eq!(held(&own(Some(working(2)), Some(days(15)))), []);
    let told = |path: &str| vec![(Rule::RegionAddsNothing, path.to_owned())];
    assert_eq!(held(&own(Some(working(4)), Some(days(15)))), told("[1].notice"));
    for corrections in [None, Some(days(14)), Some(days(16))] {
        assert_eq!(held(&own(Some(working(3)), corrections)), told("[1].corrections"));
    }
    let mut on_site = as_it_is;
    on_site.steps[1].on_site = true;
    assert_eq!(held(&on_site), told("[1].steps[1].on_site"));
}

/// A county's own item with this standard.
fn recorded(kind: Kind, change: impl FnOnce(&mut Standard)) -> Result<Office, Faults> {
    let (key, name) = ("WS-LIC".parse().unwrap(), "（虚构）本级事项".parse().unwrap());
    let mut standard = Standard { item: "WS-LIC".parse().unwrap(), ..handbook() };
    change(&mut standard);
    let own_items = vec![OwnItem { key, name, kind, origin: OwnOrigin::County }];
    Office::new(vec![Revision { own_items, standards: vec![standard], ..Revision::on(on("2021-06-15")) }])
}

#[test]
fn a_licence_is_held_to_the_licensing_law_where_the_handbook_names_no_other_limit() {
    let promised = |promised, statutory| move |it: &mut Standard| it.limits = Some(Limits { promised, statutory });
    let notice = |limit| move |it: &mut Standard| it.notice = Some(limit);
    assert!(recorded(Kind::Licence, promised(working(20), None)).is_ok());
    assert!(recorded(Kind::Licence, promised(working(45), Some(working(45)))).is_ok(), "another law's limit is told");
    assert!(recorded(Kind::Licence, notice(working(5))).is_ok());
    let refused = |kind, change: &dyn Fn(&mut Standard)| {
        let faults = recorded(kind, change).err();
        faults.map(|it| it.all().iter().map(|it| (it.objection.rule, it.path.clone())).collect::<Vec<_>>())
    };
    let told = |path: &str| Some(vec![(Rule::LimitsWithinLaw, format!("[0].standards[0].{path}"))]);
    for limit in [working(21), days(20)] {
        assert_eq!(refused(Kind::Licence, &promised(limit, None)), told("limits"));
        assert_eq!(refused(Kind::OtherPower, &promised(limit, None)), None);
    }
    for limit in [working(6), days(5)] {
        assert_eq!(refused(Kind::Licence, &notice(limit)), told("notice"));
        assert_eq!(refused(Kind::OtherPower, &notice(limit)), None);
    }
}

#[test]
fn the_applicant_has_a_day_at_least() {
    for limit in [working(0), days(0)] {
        let told = alone(&with(handbook(), None, Some(limit)));
        let got = if limit.unit == TimeUnit::Day { "0、日" } else { "0、工作日" };
        assert_one(&told, Rule::TimeToCorrect, "it.corrections", "1", got);
    }
    assert_eq!(alone(&with(handbook(), None, Some(days(1)))), []);
}

#[test]
fn what_a_file_leaves_out_is_not_set() {
    let bare = read(json!({"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": [], "conditions": [],
        "steps": [{"code": "desk", "name": "材料审查", "required": true}], "outcome": "确认", "remedies": []}));
    assert_eq!((bare.notice, bare.corrections, bare.steps[0].on_site), (None, None, false));
    let outline = with(bare, Some(working(3)), Some(days(15))).outline();
    assert_eq!((outline.notice, outline.corrections), (Some(working(3)), Some(days(15))));
}
