//! What the tests of all matters beside a case share: cases of every class of route with who has which hand in them, everybody who might ask, steps
//! whose refusal gives everything back, and the stories of every rule.

mod each_rule;
mod hands;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Body, Department, Moment, Office, Refusal, Rule, Stamp,
    oversight::{Dossier, InOffice, Matter, OnCase, Unopened, Untaken},
    text::Text,
};

pub(crate) use crate::support::mark;
pub(crate) use each_rule::shown;
pub(crate) use hands::{Told, everybody, everybody_of, told};

pub(crate) use crate::traced::Story;
use crate::{
    scenes::same,
    traced::{Call, Refused},
};

pub(crate) const OFFICES: [Department; 2] = [Department::ApprovalService, Department::GovernmentOffice];

pub(crate) fn text(text: &str) -> Text {
    text.parse().unwrap()
}

/// Nine o'clock of a day, by somebody.
pub(crate) fn stamp(on: NaiveDate, by: &Actor) -> Stamp {
    Stamp { at: Moment::new(on, 9, 0, 0).unwrap(), by: by.clone() }
}

pub(crate) const fn on<'b>(case: &'b AnyCase, office: &'b Office) -> OnCase<'b> {
    OnCase { record: case.record(), office }
}

pub(crate) const fn within<'b>(case: &'b AnyCase, office: &'b Office) -> InOffice<'b> {
    InOffice { office, record: Some(case.record()) }
}

/// The rules that a refusal names.
pub(crate) fn rules(why: &Refusal) -> Vec<Rule> {
    why.objections().iter().map(|it| it.rule).collect()
}

/// Opens a matter; a refusal gives back what went in.
#[track_caller]
pub(crate) fn opened<M: Matter>(
    opening: &M::Opening,
    stamp: &Stamp,
    beside: M::Beside<'_>,
) -> Result<Dossier<M>, Refused> {
    Dossier::open(opening.clone(), stamp.clone(), beside).map_err(|it| {
        let shown = (it.to_string(), it.zh());
        let Unopened { opening: back, stamp: at, why } = *it;
        assert_eq!((&back, &at), (opening, stamp), "a refusal gives back what went in");
        assert_eq!(shown, (why.to_string(), why.zh()), "it is shown by its reasons");
        Refused { why, by: Call::opening::<M>() }
    })
}

/// Takes a step; a refusal gives back what went in, and is what asking beforehand tells.
#[track_caller]
pub(crate) fn taken<M: Matter>(
    dossier: &Dossier<M>,
    step: &M::Step,
    stamp: &Stamp,
    beside: M::Beside<'_>,
) -> Result<Dossier<M>, Refused> {
    let asked = dossier.check(step, stamp, beside);
    let taken = dossier.clone().take(step.clone(), stamp.clone(), beside).map_err(|it| {
        let shown = (it.to_string(), it.zh());
        let Untaken { dossier: back, step: what, stamp: at, why } = *it;
        assert_eq!((&back, &what, &at), (dossier, step, stamp), "a refused step changes nothing");
        assert_eq!(shown, (why.to_string(), why.zh()), "it is shown by its reasons");
        Refused { why, by: Call::of_matter::<M>(step) }
    });
    assert_eq!(asked.as_ref().err(), taken.as_ref().err().map(|it| &it.why));
    taken
}

/// Everybody asks: whom the model names may, and every other is refused by this rule alone. How many asked.
#[track_caller]
pub(crate) fn everybody_asks(
    told: &Told,
    may: &[Body],
    rule: Rule,
    ask: impl Fn(&Actor) -> Result<(), Refused>,
) -> usize {
    let everybody = everybody(told);
    for one in may {
        assert!(everybody.iter().filter_map(Actor::body).any(|it| same(one, it)), "{one} is not asked");
    }
    for by in &everybody {
        let named = by.body().is_some_and(|it| may.iter().any(|one| same(one, it)));
        match ask(by) {
            Ok(()) => assert!(named, "{by} may, though nobody names them: {}", told.what),
            Err(why) => {
                assert!(!named, "{by} is named and refused: {}: {why}", told.what);
                assert_eq!(rules(&why), [rule], "{by}: {}", told.what);
            }
        }
    }
    everybody.len()
}
