//! Stories of periods, of licences, and of moving on to a later edition.

use tongquan::{
    case::steps::{DeemAccepted, Extend, Lapse, Transfer},
    catalogue::Key,
};

use super::*;
use crate::support::extend;

fn on(case: &AnyCase, role: Role, day: chrono::NaiveDate) -> Stamp {
    Stamp { at: Moment::new(day, 9, 0, 0).unwrap(), ..stamp(case, role) }
}

/// A licence application of complete papers, filed on a day.
fn licence(day: chrono::NaiveDate) -> AnyCase {
    let clerk = case_at(&OFFICE, "XK-001", HOME, StageKind::Filed).record().opening().stamp.by.clone();
    let stamp = Stamp { at: Moment::new(day, 9, 0, 0).unwrap(), by: clerk };
    AnyCase::file(File { item: "XK-001".parse().unwrap(), ..file() }, stamp, &OFFICE).unwrap()
}

pub(super) fn answers() -> Vec<(Rule, Pair)> {
    let accept = || Accept { receipt: mark("SL-1") };
    let deem = || DeemAccepted {};
    let licence_filed = licence(filing_day());
    let (fifth, sixth) = (day(2024, 3, 11), day(2024, 3, 12));
    let tried_on = |case: &AnyCase, step: AnyStep, role, day| tried(case, step, on(case, role, day), &OFFICE);
    // the calendar ends with 2026: whether five working days have gone on 2027-01-15 is not known
    let late = licence(day(2026, 12, 30));
    let other = complete();
    vec![
        (
            Rule::NotYetDeemed,
            Pair {
                broken: tried_on(&licence_filed, accept().into(), Role::Accepting, sixth).unwrap_err(),
                kept: tried_on(&licence_filed, accept().into(), Role::Accepting, fifth),
            },
        ),
        (
            Rule::NoticePeriodOver,
            Pair {
                broken: tried_on(&licence_filed, deem().into(), Role::Accepting, fifth).unwrap_err(),
                kept: tried_on(&licence_filed, deem().into(), Role::Accepting, sixth),
            },
        ),
        (
            Rule::DeemedForLicence,
            Pair {
                broken: tried_on(&other, deem().into(), Role::Accepting, sixth).unwrap_err(),
                kept: tried_on(&licence_filed, deem().into(), Role::Accepting, sixth),
            },
        ),
        (
            Rule::CalendarCovers,
            Pair {
                broken: tried_on(&late, accept().into(), Role::Accepting, day(2027, 1, 15)).unwrap_err(),
                // six days have five working days among them at the most, whatever they are
                kept: tried_on(&late, accept().into(), Role::Accepting, day(2027, 1, 4)),
            },
        ),
    ]
}

pub(super) fn corrections() -> Vec<(Rule, Pair)> {
    let correcting = at(StageKind::Correcting);
    let handed_in = {
        let step = HandInCorrections { materials: marks(&["form"]) };
        correcting.clone().apply(step.into(), stamp(&correcting, Role::Applicant), &OFFICE).unwrap()
    };
    let still = || NotAccept { receipt: mark("BYSL-1"), ground: Ground::StillIncomplete(marks(&["form"])) };
    // fifteen working days from the notice of the fifth
    let (last, over) = (day(2024, 3, 26), day(2024, 3, 27));
    let lapse = |case: &AnyCase, day| tried(case, Lapse {}, on(case, Role::Accepting, day), &OFFICE);
    vec![
        (
            Rule::ApplicantHadTime,
            Pair {
                broken: tried(&correcting, still(), on(&correcting, Role::Accepting, last), &OFFICE).unwrap_err(),
                kept: tried(&correcting, still(), on(&correcting, Role::Accepting, over), &OFFICE),
            },
        ),
        (
            Rule::CorrectionPeriodOver,
            Pair { broken: lapse(&correcting, last).unwrap_err(), kept: lapse(&correcting, over) },
        ),
        (
            Rule::CorrectionsOutstanding,
            Pair { broken: lapse(&handed_in, over).unwrap_err(), kept: lapse(&correcting, over) },
        ),
    ]
}

pub(super) fn licences() -> Vec<(Rule, Pair)> {
    let accepted = {
        let filed = licence(filing_day());
        filed.clone().apply(Accept { receipt: mark("SL-1") }.into(), stamp(&filed, Role::Accepting), &OFFICE).unwrap()
    };
    let by = |case: &AnyCase| stamp(case, Role::Deciding);
    let head = by(&accepted).by;
    let good = || extend(head.clone());
    let extended = accepted.clone().apply(good().into(), by(&accepted), &OFFICE).unwrap();
    let kept = || tried(&accepted, good(), by(&accepted), &OFFICE);
    let broken = |case: &AnyCase, step: Extend, stamp, office: &Office| Pair {
        broken: tried(case, step, stamp, office).unwrap_err(),
        kept: kept(),
    };
    let other = at(StageKind::Accepted);
    let in_days = changed(|rows| {
        let licences = rows.standards.iter_mut().filter(|it| it.item == "XK-001".parse::<Key>().unwrap());
        for limits in licences.filter_map(|it| it.limits.as_mut()) {
            let days = |amount| Limit { amount, unit: TimeUnit::Day };
            (limits.promised, limits.statutory) = (days(10), Some(days(20)));
        }
    });
    let counted_in_days = case_at(&in_days, "XK-001", HOME, StageKind::Accepted);
    // twenty working days from the fifth
    let (last, over) = (day(2024, 4, 2), day(2024, 4, 3));
    let in_time = |day| tried(&accepted, good(), on(&accepted, Role::Deciding, day), &OFFICE);
    let desk = TakeReviewStep { step: mark("desk"), finding: None, officers: vec![] };
    let desk_done = accepted.clone().apply(desk.into(), by(&accepted), &OFFICE).unwrap();
    let site = |officers: &[&str]| TakeReviewStep { step: mark("site"), finding: None, officers: marks(officers) };
    vec![
        (Rule::TwoOfficers, story(&desk_done, Role::Deciding, site(&["a"]), site(&["a", "b"]))),
        (Rule::ExtensionForLicence, broken(&other, extend(by(&other).by), by(&other), &OFFICE)),
        (Rule::ExtensionOnce, broken(&extended, good(), by(&extended), &OFFICE)),
        (Rule::ExtensionWithinLaw, broken(&accepted, Extend { working_days: 11, ..good() }, by(&accepted), &OFFICE)),
        (Rule::ExtensionOfWorkingDays, broken(&counted_in_days, good(), by(&counted_in_days), &in_days)),
        (Rule::ExtensionInTime, Pair { broken: in_time(over).unwrap_err(), kept: in_time(last) }),
        (Rule::ExtensionByHead, broken(&accepted, extend(official(stranger(HOME))), by(&accepted), &OFFICE)),
    ]
}

pub(super) fn moves() -> Vec<(Rule, Pair)> {
    let accepted = case_at(&OFFICE, "XK-001", HOME, StageKind::Accepted);
    let transfer = |day| {
        let step = Transfer { reason: "（虚构）手册换版".parse().unwrap() };
        tried(&accepted, step, on(&accepted, Role::Deciding, day), &OFFICE)
    };
    // entrusted intake: the city decides, and the region's window has the papers
    let entrusted = case_at(&OFFICE, "A1-61", HOME, StageKind::Accepted);
    let pass_on = |role| tried(&entrusted, PassOn {}, stamp(&entrusted, role), &OFFICE);
    vec![
        (Rule::LaterEdition, Pair { broken: transfer(day(2024, 5, 31)).unwrap_err(), kept: transfer(day(2024, 6, 1)) }),
        (Rule::PapersWithActor, Pair { broken: pass_on(Role::Deciding).unwrap_err(), kept: pass_on(Role::Accepting) }),
    ]
}
