//! Who enters, changes, cancels and syncs a licence: whoever decided, and whoever decides the item there today.

use std::collections::BTreeSet;

use tongquan::{
    Body, Department, Key, Modality,
    catalogue::{Amendment, Ground, ItemChange},
    register::Revision,
};

use super::*;
use crate::{
    matters::{Told, everybody_asks, rules, told},
    model::{
        ORIGINAL,
        licences::{Event, may_act},
    },
};

/// The bodies that the model names, whichever of the two.
fn may(it: &Told, event: Event) -> Vec<Body> {
    let who = may_act(event, "decided", Some("now"));
    let body = |word: &&str| if *word == "decided" { it.hands.decides.clone() } else { it.hands.decides_now.clone() };
    who.iter().map(body).collect()
}

#[test]
fn a_licence_is_entered_by_whoever_decided_it_and_of_what_issued_none_there_is_none() {
    let (mut asked, mut entered, mut none) = (0, BTreeSet::new(), 0);
    for it in told() {
        let stamp = |by: &Actor| Stamp { at: next_day(it.case), by: by.clone() };
        let ask = |by: &Actor| opened::<Licence>(&issued(it.case, None), &stamp(by), on(it.case, it.office)).map(drop);
        let has = it.case.record().entries().iter().any(|it| it.kind() == StepKind::IssueLicence);
        if !has {
            let why = ask(&official(it.hands.decides.clone())).unwrap_err();
            assert_eq!(rules(&why), [Rule::LicenceOfCase], "{}", it.what);
            none += 1;
        } else if it.shot == "closed" {
            asked += everybody_asks(it, &may(it, Event::Issue), Rule::MatterActor, ask);
            entered.insert((it.hands.route, it.hands.decides == it.hands.decides_now));
        }
    }
    // of the city's and the county's own, at windows that decide in another's name too
    assert_eq!(entered.iter().map(|it| it.0).collect::<BTreeSet<_>>().len(), 8);
    assert!(entered.contains(&(ORIGINAL, false)) && entered.contains(&(ORIGINAL, true)));
    assert!(none > 10_000 && asked > 60_000, "{none} {asked}");
}

#[test]
fn before_it_is_issued_there_is_none_whatever_happened_to_the_case_since() {
    let case = golden();
    let (by, beside) = (issuer(&case), on(&case, &OFFICE));
    let at = |at: &str| Stamp { at: at.parse().unwrap(), by: by.clone() };
    let issue = |stamp: &Stamp| opened::<Licence>(&issued(&case, None), stamp, beside);
    assert_eq!(rules(&issue(&at("2024-06-13T09:59:59+08:00")).unwrap_err()), [Rule::LicenceOfCase]);
    assert!(issue(&at("2024-06-13T10:00:00+08:00")).is_ok());
}

#[test]
fn it_is_changed_cancelled_and_synced_by_whoever_decided_or_decides_it_there() {
    let (mut asked, mut two) = (0, 0);
    for it in told().iter().filter(|it| it.shot == "closed") {
        let (beside, by) = (on(it.case, it.office), official(it.hands.decides.clone()));
        let stamp = |by: &Actor| Stamp { at: next_day(it.case), by: by.clone() };
        let Ok(licence) = opened::<Licence>(&issued(it.case, None), &stamp(&by), beside) else { continue };
        let steps = [(change(None), Event::Change), (cancel(CancelGround::Holder), Event::Cancel)];
        // whoever acts syncs
        for (step, event) in steps.into_iter().chain([(sync(0, Repository::City), Event::Change)]) {
            let may = may(it, event);
            two += usize::from(may[0] != may[may.len() - 1]);
            asked +=
                everybody_asks(it, &may, Rule::MatterActor, |by| taken(&licence, &step, &stamp(by), beside).map(drop));
        }
    }
    assert!(asked > 200_000 && two > 50, "{asked} {two}");
}

/// Who may change the licence of A1-33 on a day, of those who might.
fn who_may(case: &AnyCase, office: &Office, on_day: NaiveDate) -> Vec<&'static str> {
    let unit = |id: &str| office.now().body(&mark(id)).unwrap().clone();
    let everybody = [
        ("bureau", unit("wenshang-bureau")),
        ("sector", unit("wenshang-sector")),
        ("department", Department::NaturalResources.into()),
        ("other", Department::Housing.into()),
    ];
    let beside = on(case, office);
    let first = stamp(day(2024, 4, 1), &issuer(case));
    let licence = opened::<Licence>(&issued(case, None), &first, beside).unwrap();
    let may = |body: &Body| taken(&licence, &change(None), &stamp(on_day, &official(body.clone())), beside).is_ok();
    everybody.iter().filter(|(_, body)| may(body)).map(|(word, _)| *word).collect()
}

fn amended(amendment: Amendment) -> Office {
    OFFICE.record(&Revision { amendments: vec![amendment], ..Revision::on(day(2024, 5, 6)) }).unwrap()
}

fn by_law() -> Amendment {
    Amendment::new(mark("TZ-1"), day(2024, 5, 6), Ground::Law(text("（虚构）某法")))
}

fn to(change: ItemChange) -> Office {
    amended(Amendment { changes: vec![change], ..by_law() })
}

#[test]
fn after_the_list_or_the_plan_has_changed_whoever_decides_it_by_then_may_too() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Closed);
    let key = || Key::Annex1(33);
    let (before, from) = (day(2024, 5, 5), day(2024, 5, 6));
    let modality = |it| to(ItemChange { modality: Some(it), ..ItemChange::of(key()) });
    // in a window the department decides; under entrusted intake too; directly the region does as before
    for (office, since) in [
        (modality(Modality::Window), vec!["bureau", "department"]),
        (modality(Modality::Intake), vec!["bureau", "department"]),
        (modality(Modality::Direct), vec!["bureau"]),
        // another department's, and still in review: the region decides
        (to(ItemChange { department: Some(Department::Housing), ..ItemChange::of(key()) }), vec!["bureau"]),
        // not devolved any more
        (
            to(ItemChange { not_devolved_to: Some([Region::Wenshang].into_iter().collect()), ..ItemChange::of(key()) }),
            vec!["bureau", "department"],
        ),
        // gone from the list: whoever decided, alone
        (amended(Amendment { removes: vec![key()], ..by_law() }), vec!["bureau"]),
    ] {
        assert_eq!(who_may(&case, &office, before), ["bureau"]);
        assert_eq!(who_may(&case, &office, from), since);
    }
    // another body of the region handles it by a later plan
    let plans = OFFICE.revisions()[0].plans.iter().filter(|it| it.region == Region::Wenshang).cloned();
    let plans = plans.map(|mut it| {
        it.from = from;
        it.undertakes.iter_mut().for_each(|row| row.handler = mark("wenshang-sector"));
        it
    });
    let office = OFFICE.record(&Revision { plans: plans.collect(), ..Revision::on(from) }).unwrap();
    assert_eq!(who_may(&case, &office, before), ["bureau"]);
    assert_eq!(who_may(&case, &office, from), ["bureau", "sector"]);
}

/// What was changed by whoever decides it by then is proven again by what was so then.
#[test]
fn a_licence_that_another_has_changed_since_is_proven_as_it_was_told() {
    let case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Closed);
    let office = to(ItemChange { modality: Some(Modality::Window), ..ItemChange::of(Key::Annex1(33)) });
    let beside = on(&case, &office);
    let department = official(Department::NaturalResources);
    let licence = opened::<Licence>(&issued(&case, None), &stamp(day(2024, 5, 1), &issuer(&case)), beside).unwrap();
    let changed = taken(&licence, &change(None), &stamp(day(2024, 5, 6), &department), beside).unwrap();
    let prove = |it| tongquan::oversight::Dossier::<Licence>::prove(it, beside);
    assert_eq!(prove(changed.minutes().clone()).unwrap(), changed);
    let mut early = changed.minutes().clone();
    early.steps[0].stamp.at = stamp(day(2024, 5, 5), &department).at;
    // the amendment was not on record then
    early.steps[0].seen.revision = 1;
    let unfounded = prove(early.clone()).unwrap_err();
    assert_eq!((unfounded.at, rules(&unfounded.why), &unfounded.minutes), (1, vec![Rule::MatterActor], &early));
}
