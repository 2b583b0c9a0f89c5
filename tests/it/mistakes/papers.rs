//! Courses of the steps before acceptance.

use tongquan::{
    Department, Rule,
    body::Body,
    case::{
        StageKind,
        steps::{
            Accept, AskForCorrections, CorrectOnSpot, DeemAccepted, Ground, HandInCorrections, Lapse, NotAccept, PassOn,
        },
    },
};

use super::{
    Course, Mistake,
    attempt::{Attempt, By, HOME, Story, contents, mark, wrong},
};
use crate::support::{OFFICE, day, marks, stranger};

pub(super) const fn stranger_acts() -> Mistake<Attempt> {
    wrong("by a body of no role", Rule::ActorHoldsRole, |it| it.by = By::Stranger)
}

/// A slip put right on a day: it leaves a case just filed as it is, but for the moment.
fn slip() -> CorrectOnSpot {
    CorrectOnSpot { material: mark("proof"), what: "补填日期".parse().unwrap() }
}

/// Over the turn of 2026, after which no calendar says which days are worked.
fn into_2027(it: &mut Attempt) {
    it.story.filed = day(2026, 12, 28);
    it.on = day(2027, 2, 1);
}

fn uncovered() -> Mistake<Attempt> {
    wrong("in a year without a calendar", Rule::CalendarCovers, |it| {
        into_2027(it);
        it.story = it.story.clone().then(day(2027, 2, 1), slip());
    })
}

fn unanswered_too_long() -> Mistake<Attempt> {
    wrong("after the five working days", Rule::NotYetDeemed, |it| {
        it.on = day(2024, 3, 20);
        it.story = it.story.clone().then(day(2024, 3, 20), slip());
    })
    .never_with(&["in a year without a calendar"])
}

const fn not_passed_on() -> Mistake<Attempt> {
    wrong("papers at another venue", Rule::PapersPassedOn, |it| it.story.foreign = true)
}

pub(super) fn filed() -> Vec<Course> {
    let at = |story, step| Attempt::of(story, day(2024, 3, 5), step);
    let course = |good, mistakes| Course::of(StageKind::Filed, good, mistakes);
    vec![
        course(
            at(Story::complete("XK-002"), slip().into()),
            vec![
                stranger_acts(),
                wrong("of what was not handed in", Rule::OnSpotHandedIn, |it| {
                    contents!(it: CorrectOnSpot).material = mark("other");
                }),
            ],
        ),
        course(
            at(Story { foreign: true, ..Story::complete("XK-002") }, PassOn {}.into()),
            vec![
                stranger_acts().also(&[Rule::PapersWithActor]),
                wrong("handed in at the counter", Rule::PassingCalledFor, |it| it.story.foreign = false),
                wrong("passed on before", Rule::PassingCalledFor, |it| {
                    it.story = it.story.clone().then(it.on, PassOn {});
                })
                .never_with(&["handed in at the counter"]),
                wrong("by the window that has no papers", Rule::PapersWithActor, |it| it.by = By::OtherWindow)
                    .never_with(&["by a body of no role", "handed in at the counter"]),
            ],
        ),
        course(
            at(Story::of("XK-002", &["proof"]), AskForCorrections { materials: marks(&["form", "subject"]) }.into()),
            vec![
                stranger_acts(),
                uncovered(),
                unanswered_too_long(),
                not_passed_on(),
                wrong("nothing is missing or named", Rule::NoticeNamesSomething, |it| {
                    it.story.materials = marks(&["form", "subject", "proof"]);
                    contents!(it: AskForCorrections).materials.clear();
                })
                .never_with(&["named twice", "not of the standard", "left out"]),
                wrong("named twice", Rule::NamedOnce, |it| {
                    contents!(it: AskForCorrections).materials.push(mark("form"));
                }),
                wrong("not of the standard", Rule::MaterialsInStandard, |it| {
                    contents!(it: AskForCorrections).materials.push(mark("blood-sample"));
                }),
                wrong("left out", Rule::NoticeComplete, |it| {
                    contents!(it: AskForCorrections).materials.retain(|it| it.as_str() != "subject");
                }),
            ],
        ),
        course(
            at(Story::complete("XK-002"), Accept { receipt: mark("SL-1") }.into()),
            vec![
                stranger_acts(),
                uncovered(),
                unanswered_too_long(),
                not_passed_on(),
                wrong("incomplete", Rule::PapersComplete, |it| it.story.materials = marks(&["proof"])),
            ],
        ),
        course(
            at(Story::complete("XK-002"), not_accept(Ground::AnotherIsCompetent(stranger(HOME)))),
            [
                vec![stranger_acts(), not_passed_on()],
                wrong_body(),
                vec![
                    wrong("incomplete, without a notice", Rule::StillIncomplete, |it| {
                        contents!(it: NotAccept).ground = Ground::StillIncomplete(marks(&["form"]));
                    })
                    .never_with(&["names itself", "names a bank"]),
                    wrong("the same twice", Rule::NamedOnce, |it| {
                        contents!(it: NotAccept).ground = Ground::StillIncomplete(marks(&["form", "form"]));
                    })
                    .also(&[Rule::StillIncomplete])
                    .never_with(&["names itself", "names a bank"]),
                ],
            ]
            .into_iter()
            .flatten()
            .collect(),
        ),
        course(
            at(Story::complete("A1-34"), not_accept(Ground::ConditionUnmet(mark("scope")))),
            [vec![stranger_acts(), not_passed_on()], wrong_condition()].into_iter().flatten().collect(),
        ),
        course(
            Attempt::of(Story::complete("XK-002").then(day(2024, 3, 20), slip()), day(2024, 3, 20), DeemAccepted {}),
            vec![
                wrong("no licence", Rule::DeemedForLicence, |it| it.story.item = "A1-33"),
                wrong("in a year without a calendar", Rule::CalendarCovers, |it| {
                    into_2027(it);
                    it.story.before = vec![(day(2027, 2, 1), slip().into())];
                })
                .never_with(&["no licence", "too soon"]),
                wrong("too soon", Rule::NoticePeriodOver, |it| {
                    it.on = day(2024, 3, 11);
                    it.story.before = vec![(it.on, slip().into())];
                })
                .never_with(&["no licence"]),
            ],
        ),
    ]
}

fn not_accept(ground: Ground) -> tongquan::AnyStep {
    NotAccept { receipt: mark("BYSL-1"), ground }.into()
}

fn wrong_body() -> Vec<Mistake<Attempt>> {
    vec![
        wrong("names itself", Rule::AnotherIsCompetent, |it| {
            let own = OFFICE.now().body(&mark("wenshang-bureau")).unwrap();
            contents!(it: NotAccept).ground = Ground::AnotherIsCompetent(own.clone());
        }),
        wrong("names a bank", Rule::AnotherIsCompetent, |it| {
            let Body::City(agency) = OFFICE.now().body(&mark("city-supervisor")).unwrap() else { panic!("an agency") };
            contents!(it: NotAccept).ground = Ground::AnotherIsCompetent(Body::Partner(agency.clone()));
        })
        .never_with(&["names itself"]),
    ]
}

fn wrong_condition() -> Vec<Mistake<Attempt>> {
    vec![
        wrong("a licence", Rule::LicenceNotTurnedAway, |it| it.story.item = "XK-002"),
        wrong("a condition of review", Rule::AcceptanceCondition, |it| {
            contents!(it: NotAccept).ground = Ground::ConditionUnmet(mark("eligible"));
        }),
    ]
}

/// Asked for two of the papers, and these handed in on a day.
fn asked(item: &'static str, on: chrono::NaiveDate, handed_in: &[&str]) -> Story {
    let notice = AskForCorrections { materials: marks(&["form", "subject"]) };
    Story::of(item, &["proof"]).then(day(2024, 3, 5), notice).then(on, hand_in(handed_in))
}

fn hand_in(codes: &[&str]) -> HandInCorrections {
    HandInCorrections { materials: marks(codes) }
}

/// Asked at the end of 2026, and handed in in part after it.
fn asked_into_2027(it: &mut Attempt) {
    into_2027(it);
    let notice = AskForCorrections { materials: marks(&["form", "subject"]) };
    it.story.before = vec![(day(2026, 12, 29), notice.into()), (it.on, hand_in(&["form"]).into())];
}

pub(super) fn correcting() -> Vec<Course> {
    let (soon, late) = (day(2024, 3, 6), day(2024, 4, 1));
    let course = |good, mistakes| Course::of(StageKind::Correcting, good, mistakes);
    let turned_away = |ground| Attempt::of(asked("A1-33", soon, &["form", "subject"]), soon, not_accept(ground));
    vec![
        course(
            Attempt::of(asked("XK-002", soon, &["form"]), soon, hand_in(&["subject"])),
            vec![
                stranger_acts(),
                wrong("named twice", Rule::NamedOnce, |it| {
                    contents!(it: HandInCorrections).materials.push(mark("subject"));
                }),
                wrong("not asked for", Rule::OnlyAskedFor, |it| {
                    contents!(it: HandInCorrections).materials.push(mark("proof"));
                }),
                wrong("nothing", Rule::OnlyAskedFor, |it| contents!(it: HandInCorrections).materials.clear())
                    .never_with(&["named twice", "not asked for"]),
            ],
        ),
        course(
            Attempt::of(asked("XK-002", soon, &["form", "subject"]), soon, Accept { receipt: mark("SL-1") }),
            vec![
                stranger_acts(),
                wrong("one still missing", Rule::PapersComplete, |it| {
                    it.story = asked("XK-002", day(2024, 3, 6), &["form"]);
                }),
            ],
        ),
        course(
            turned_away(Ground::StillIncomplete(marks(&["form"]))),
            vec![
                stranger_acts(),
                wrong("what was not asked for", Rule::StillIncomplete, |it| still(it).push(mark("proof"))),
                wrong("nothing", Rule::StillIncomplete, |it| still(it).clear())
                    .never_with(&["what was not asked for", "named twice"]),
                wrong("named twice", Rule::NamedOnce, |it| still(it).push(mark("form"))),
                wrong("in a year without a calendar", Rule::CalendarCovers, asked_into_2027),
                wrong("while there is time", Rule::ApplicantHadTime, |it| {
                    it.story = asked("A1-33", day(2024, 3, 6), &["form"]);
                })
                .never_with(&["in a year without a calendar"]),
            ],
        ),
        course(
            turned_away(Ground::AnotherIsCompetent(Department::Commerce.into())),
            [vec![stranger_acts()], wrong_body()].into_iter().flatten().collect(),
        ),
        course(
            Attempt::of(asked("A1-34", soon, &["form"]), soon, not_accept(Ground::ConditionUnmet(mark("scope")))),
            [vec![stranger_acts()], wrong_condition()].into_iter().flatten().collect(),
        ),
        course(
            Attempt::of(asked("A1-33", late, &["form"]), late, Lapse {}),
            vec![
                stranger_acts(),
                wrong("in a year without a calendar", Rule::CalendarCovers, asked_into_2027),
                wrong("no period is set", Rule::CorrectionPeriodOver, |it| it.story.item = "A1-1")
                    .never_with(&["in a year without a calendar"]),
                wrong("while there is time", Rule::CorrectionPeriodOver, |it| {
                    it.on = day(2024, 3, 26);
                    it.story.before.last_mut().unwrap().0 = it.on;
                })
                .never_with(&["in a year without a calendar"]),
                wrong("all was handed in", Rule::CorrectionsOutstanding, |it| {
                    it.story.before.last_mut().unwrap().1 = hand_in(&["form", "subject"]).into();
                }),
            ],
        ),
    ]
}

fn still(it: &mut Attempt) -> &mut Vec<tongquan::text::Mark> {
    let Ground::StillIncomplete(materials) = &mut contents!(it: NotAccept).ground else { panic!("another ground") };
    materials
}
