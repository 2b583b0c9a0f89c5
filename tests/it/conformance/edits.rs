//! Every change of one entry as a whole: left out, told twice, swapped with the next, taken by somebody else, told a day too early.

use chrono::Days;
use tongquan::{Actor, Department, Journal, Moment, body::Body, case::Entry};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    LeftOut(usize),
    Twice(usize),
    Swapped(usize),
    ByApplicant(usize),
    ByStranger(usize),
    TooEarly(usize),
}

/// Every edit of a journal, each with what becomes of it.
pub(crate) fn edits(journal: &Journal) -> impl Iterator<Item = (Edit, Journal)> {
    (0..journal.entries.len()).flat_map(move |at| {
        let edited = |edit: Edit, change: &dyn Fn(&mut Vec<Entry>)| {
            let mut edited = journal.clone();
            change(&mut edited.entries);
            (edit, edited)
        };
        let mut all = vec![
            edited(Edit::LeftOut(at), &|it| drop(it.remove(at))),
            edited(Edit::Twice(at), &|it| it.insert(at, it[at].clone())),
            edited(Edit::ByStranger(at), &|it| {
                let body = Body::Department(Department::Establishment);
                stamp(&mut it[at], |_, by| {
                    *by = Actor::Official { body: body.clone(), person: "stranger".parse().unwrap() }
                });
            }),
            edited(Edit::ByApplicant(at), &|it| {
                stamp(&mut it[at], |_, by| *by = Actor::Applicant("another".parse().unwrap()));
            }),
            edited(Edit::TooEarly(at), &|it| {
                stamp(&mut it[at], |moment, _| *moment = before(*moment));
            }),
        ];
        if at + 1 < journal.entries.len() {
            all.push(edited(Edit::Swapped(at), &|it| it.swap(at, at + 1)));
        }
        all
    })
}

/// Before any case of the tests began.
fn before(at: Moment) -> Moment {
    Moment::new(at.day().checked_sub_days(Days::new(400)).unwrap(), 9, 0, 0).unwrap()
}

fn stamp(entry: &mut Entry, change: impl Fn(&mut Moment, &mut Actor)) {
    let mut value = serde_json::to_value(&*entry).unwrap();
    let stamp = &mut value.as_object_mut().unwrap().values_mut().next().unwrap()["stamp"];
    let mut at: Moment = serde_json::from_value(stamp["at"].clone()).unwrap();
    let mut by: Actor = serde_json::from_value(stamp["by"].clone()).unwrap();
    change(&mut at, &mut by);
    *stamp = serde_json::json!({ "at": at, "by": by });
    *entry = serde_json::from_value(value).unwrap();
}
