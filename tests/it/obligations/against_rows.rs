//! What the registers themselves show, beside the model: what a duty asks for is not there until a day, and all of it is from then on.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::NaiveDate;
use strum::IntoEnumIterator;
use tongquan::{
    Office, Region, UnitKind,
    register::{Choice, ElectronicMeans, Items, Obligation, Proof, Responsible, Revision, TownshipDesk},
    route::{ChosenWay, Supervision},
};

use super::{
    LATER,
    against_model::{days, labels, pairs, word},
    around,
    each_duty::full,
};
use crate::{
    choices,
    model::duties::{self as model, Done, When},
    support::{day, rows},
};

/// Lets the rows that show a duty begin on a day.
type Begins = fn(&mut Revision, NaiveDate);

const SHOWN: [(Obligation, Begins); 10] = [
    (Obligation::PostStaff, |it, on| it.postings.iter_mut().for_each(|it| it.from = on)),
    (Obligation::IssuePlan, |it, on| it.plans.iter_mut().for_each(|it| it.from = on)),
    (Obligation::StationItems, |it, on| it.stationings.iter_mut().for_each(|it| it.from = on)),
    (Obligation::BringOntoPlatform, |it, on| it.on_platform.iter_mut().for_each(|it| it.from = on)),
    (Obligation::MakeElectronicSeals, |it, on| electronic(it, ElectronicMeans::Seal, on)),
    (Obligation::ConnectLicenceSystems, |it, on| electronic(it, ElectronicMeans::Licence, on)),
    (Obligation::HandOverSeals, |it, on| {
        it.agreements.iter_mut().for_each(|it| it.from = on);
        it.seals.iter_mut().for_each(|it| it.on = on);
    }),
    (Obligation::WriteHandbooks, |it, on| it.standards.iter_mut().for_each(|it| it.from = on)),
    (Obligation::NameAdvisers, |it, on| it.advisers.iter_mut().for_each(|it| it.from = on)),
    (Obligation::ShareFirstItems, |it, on| it.choices.iter_mut().for_each(|it| it.from = on)),
];

fn electronic(rows: &mut Revision, what: ElectronicMeans, on: NaiveDate) {
    rows.electronics.iter_mut().filter(|it| it.what == what).for_each(|it| it.from = on);
}

/// The fictional office, with all that any duty asks for, there from the signature on.
static ALL: LazyLock<Revision> = LazyLock::new(|| {
    let mut all = rows().clone();
    all.recorded = LATER;
    full(&mut all);
    // a later edition of a handbook is no other duty
    all.standards.retain(|it| it.edition == 1);
    all.choices.clear();
    for (region, township) in choices::regions() {
        let body = choices::unit(region, UnitKind::Township);
        let desk = TownshipDesk { township, body: body.id.clone() };
        all.units.push(body);
        all.choices.push(Choice {
            region,
            items: Items::All,
            from: LATER,
            way: ChosenWay::Direct,
            townships: vec![desk],
            supervision: Supervision::NOBODY,
        });
    }
    SHOWN.iter().for_each(|(_, begins)| begins(&mut all, model::signed()));
    all
});

/// The one unit that can never do what binds it: it is one of 各功能区 (S1), and runs no township to share items with.
fn never_does(duty: Obligation, by: Responsible) -> bool {
    (duty, by) == (Obligation::ShareFirstItems, Region::CultureZone.into())
}

#[test]
fn what_the_registers_show_stands_as_the_model_has_it_from_whatever_day_it_is_there() {
    let shown: Vec<Obligation> = Obligation::iter().filter(|it| it.proof() != Proof::Evidence).collect();
    assert_eq!(SHOWN.iter().map(|it| it.0).collect::<BTreeSet<_>>(), shown.into_iter().collect());
    let (mut asked, mut counted) = (0, [0; 3]);
    for (duty, row) in pairs() {
        let Some((_, begins)) = SHOWN.iter().find(|it| it.0 == duty) else { continue };
        let due = if let When::Once(due) = row.when { Some(due) } else { None };
        let begun = around(due.unwrap_or(day(2021, 7, 15))).map(Some);
        for done in begun.into_iter().chain([None, Some(model::signed())]) {
            let mut rows = ALL.clone();
            begins(&mut rows, done.unwrap_or(LATER));
            let office = Office::new(vec![rows]).unwrap_or_else(|why| panic!("{why}"));
            for on in days() {
                let mut late = BTreeSet::new();
                for by in Responsible::all() {
                    let history: Vec<Done> = done.map(Done::on).filter(|_| !never_does(duty, by)).into_iter().collect();
                    let expected = row.bearers.contains(by.label()).then(|| model::status(row.when, &history, on));
                    let told = office.now().fulfilment(duty, by, on);
                    assert_eq!(told.as_ref().map(word), expected, "{duty} {by} {on} {done:?}");
                    assert_eq!(told.and_then(|it| it.due), due.filter(|_| expected.is_some()), "{duty} {by} {on}");
                    asked += 1;
                    let Some(expected) = expected else { continue };
                    let at = ["met", "due", "overdue"].iter().position(|it| *it == expected).unwrap();
                    counted[at] += 1;
                    late.extend((expected == "overdue").then_some(by.label()));
                }
                assert_eq!(labels(office.now().behind(duty, on).iter().map(|it| it.by)), late, "{duty} {on} {done:?}");
            }
        }
    }
    assert_eq!((asked, counted), (16_500, [2_482, 1_761, 377]));
}
