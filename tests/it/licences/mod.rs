//! 证照: a licence from its issue on, both carriers in one act: what may follow what, what is still to be synced, who may act, against the model.

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Office, Region, Rule, Stamp,
    case::{StageKind, StepKind},
    oversight::{CancelGround, Issued, Licence, LicenceStep, Repository, Term},
};

mod actors;
mod order;
mod validity;

use crate::{
    journals::{Golden, proven},
    matters::{Story, mark, on, opened, stamp, taken, text},
    scenes::next_day,
    support::{OFFICE, case_at, day, official},
};

/// A licence of the county's own, issued on 13 June 2024 by its bureau.
fn golden() -> AnyCase {
    proven(&Golden::called("licence").entries())
}

/// Whoever issued the licence of a case.
fn issuer(case: &AnyCase) -> Actor {
    let issued = case.record().entries().iter().find(|it| it.kind() == StepKind::IssueLicence);
    issued.unwrap().stamp().by.clone()
}

fn issued(case: &AnyCase, until: Option<NaiveDate>) -> Issued {
    Issued { case: case.record().id().clone(), until }
}

fn change(until: Option<NaiveDate>) -> LicenceStep {
    changed(until.map_or(Term::Endless, Term::Day))
}

fn changed(until: Term) -> LicenceStep {
    LicenceStep::Change { what: text("（虚构）变更地址"), until, by_case: None }
}

fn grounds() -> [CancelGround; 4] {
    [
        CancelGround::Holder,
        CancelGround::Expired,
        CancelGround::Revoked(mark("CX-1")),
        CancelGround::Other(text("（虚构）灭失")),
    ]
}

const fn cancel(ground: CancelGround) -> LicenceStep {
    LicenceStep::Cancel { ground }
}

const fn sync(act: u32, with: Repository) -> LicenceStep {
    LicenceStep::Sync { act, with }
}

pub(crate) fn stories() -> Vec<Story> {
    let case = golden();
    let (by, beside) = (issuer(&case), on(&case, &OFFICE));
    let plain = case_at(&OFFICE, "A1-38", Region::Wenshang, StageKind::Closed);
    let plain_by = plain.record().entries().last().unwrap().stamp().by.clone();
    let issue = |on: NaiveDate, until| opened::<Licence>(&issued(&case, until), &stamp(on, &by), beside);
    let (first, over) = (day(2024, 6, 17), day(2024, 7, 1));
    let none =
        opened::<Licence>(&issued(&plain, None), &Stamp { at: next_day(&plain), by: plain_by }, on(&plain, &OFFICE));
    let licence = issue(first, Some(over)).unwrap();
    let take = |step: LicenceStep, on: NaiveDate| taken(&licence, &step, &stamp(on, &by), beside);
    let synced = take(sync(0, Repository::City), first).unwrap();
    let again = |with| taken(&synced, &sync(0, with), &stamp(first, &by), beside);
    let expired = || cancel(CancelGround::Expired);
    vec![
        Story::of(Rule::LicenceOfCase, none, issue(first, None)),
        // it was issued on 13 June, whenever it is entered
        Story::of(Rule::LicenceRuns, issue(over, Some(day(2024, 6, 12))), issue(over, Some(day(2024, 6, 13)))),
        Story::of(Rule::LicenceRuns, take(change(Some(first)), over), take(change(Some(over)), over)),
        Story::of(
            Rule::LicenceRuns,
            take(changed(Term::Kept), over.succ_opt().unwrap()),
            take(changed(Term::Kept), over),
        ),
        // on its last day it runs still
        Story::of(Rule::LicenceExpired, take(expired(), over), take(expired(), over.succ_opt().unwrap())),
        Story::of(Rule::SyncOwed, again(Repository::City), again(Repository::Province)),
        Story::of(Rule::SyncOwed, take(sync(1, Repository::City), first), take(sync(0, Repository::City), first)),
    ]
}
