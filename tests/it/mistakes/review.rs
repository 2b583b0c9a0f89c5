//! Courses of the steps from acceptance to the decision, and of those that stand beside every stage before it.

use tongquan::{
    AnyStep, Body, Department, Rule,
    case::{
        StageKind,
        steps::{
            Accept, AskForCorrections, CorrectOnSpot, DecideFavourably, DecideUnfavourably, DeemAccepted, Extend,
            HandInCorrections, PassOn, Resume, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::Remedy,
};

use super::{
    Course, Mistake,
    attempt::{Attempt, By, Change, Story, contents, mark, wrong},
    papers::stranger_acts,
};
use crate::support::{OFFICE, day, extend, marks, official, suspend};

pub(super) fn accept() -> Accept {
    Accept { receipt: mark("SL-1") }
}

pub(super) fn review(code: &str) -> TakeReviewStep {
    TakeReviewStep {
        step: mark(code), finding: Some("（虚构）符合".parse().unwrap()), officers: marks(&["a", "b"])
    }
}

/// Accepted and passed on to the department that decides.
fn entrusted() -> Story {
    Story::complete("XK-004").then(day(2024, 3, 5), accept()).then(day(2024, 3, 6), PassOn {})
}

/// Accepted by the region, which decides.
fn devolved() -> Story {
    Story::complete("XK-001").then(day(2024, 3, 5), accept()).then(day(2024, 3, 6), review("desk"))
}

const fn not_passed_on() -> Mistake<Attempt> {
    wrong("papers not passed on", Rule::PapersPassedOn, |it| it.story.without(PassOn {}))
}

fn after_the_limit() -> Mistake<Attempt> {
    wrong("after the limit has run out", Rule::ExtensionInTime, |it| {
        it.on = day(2024, 6, 3);
        it.story.before.last_mut().unwrap().0 = it.on;
    })
}

/// What can be wrong in an extension's contents.
fn wrong_extension() -> [Mistake<Attempt>; 2] {
    [
        wrong("of eleven days", Rule::ExtensionWithinLaw, |it| contents!(it: Extend).working_days = 11),
        wrong("of no day", Rule::ExtensionWithinLaw, |it| contents!(it: Extend).working_days = 0)
            .never_with(&["of eleven days"]),
    ]
}

fn by_no_head() -> Mistake<Attempt> {
    wrong("approved by another body", Rule::ExtensionByHead, |it| {
        contents!(it: Extend).approved_by = official(Department::Finance);
    })
}

pub(super) fn accepted() -> Vec<Course> {
    let course = |good, mistakes| Course::of(StageKind::Accepted, good, mistakes);
    let on = day(2024, 3, 20);
    let accepted = Story::complete("XK-004").then(day(2024, 3, 5), accept());
    let reviewed = entrusted().then(on, review("desk")).then(on, review("site")).then(on, review("opinion"));
    let deemed = Story::complete("XK-004").then(on, DeemAccepted {}).then(on, PassOn {});
    vec![
        course(
            Attempt::of(accepted, on, PassOn {}),
            vec![
                stranger_acts().also(&[Rule::PapersWithActor]),
                wrong("nobody else decides", Rule::PassingCalledFor, |it| it.story.item = "XK-001"),
                wrong("passed on before", Rule::PassingCalledFor, |it| {
                    it.story = it.story.clone().then(it.on, PassOn {});
                })
                .never_with(&["nobody else decides"]),
                wrong("by the window that has no papers", Rule::PapersWithActor, |it| it.by = By::OtherWindow)
                    .never_with(&["by a body of no role", "nobody else decides"]),
            ],
        ),
        course(
            Attempt::of(entrusted(), on, review("desk")),
            vec![
                stranger_acts(),
                not_passed_on(),
                wrong("an officer twice", Rule::NamedOnce, |it| {
                    contents!(it: TakeReviewStep).officers.push("a".parse().unwrap());
                }),
                wrong("not in the standard", Rule::StepInStandard, |it| {
                    contents!(it: TakeReviewStep).step = mark("counter-sign");
                }),
            ],
        ),
        course(
            Attempt::of(devolved(), on, review("site")),
            vec![
                stranger_acts(),
                wrong("an officer twice", Rule::NamedOnce, |it| {
                    contents!(it: TakeReviewStep).officers.push("a".parse().unwrap());
                }),
                wrong("before its prerequisite", Rule::StepAfterPrerequisites, |it| it.story.without(review("desk"))),
                wrong("taken before", Rule::StepNotRepeated, |it| {
                    it.story = it.story.clone().then(it.on, review("site"));
                })
                .never_with(&["before its prerequisite"]),
                wrong("by one officer", Rule::TwoOfficers, |it| contents!(it: TakeReviewStep).officers.truncate(1))
                    .never_with(&["an officer twice"]),
            ],
        ),
        course(
            Attempt::of(entrusted(), on, suspend()),
            vec![
                stranger_acts(),
                not_passed_on(),
                wrong("not in the standard", Rule::ProcedureInStandard, |it| {
                    contents!(it: Suspend).procedure = mark("divination");
                }),
                wrong("held before", Rule::ProcedureOnce, |it| {
                    it.story = it.story.clone().then(it.on, suspend()).then(it.on, Resume {});
                })
                .never_with(&["papers not passed on", "not in the standard"]),
                wrong("no time told", Rule::TimeNeededTold, |it| contents!(it: Suspend).needs.amount = 0),
            ],
        ),
        course(
            // acceptance may be recorded late, so that papers lie still while the limit runs out
            Attempt::of(deemed, on, extend(official(Department::Transport))),
            [stranger_acts(), not_passed_on()]
                .into_iter()
                .chain(wrong_extension())
                .chain([
                    wrong("after the limit has run out", Rule::ExtensionInTime, |it| {
                        it.on = day(2024, 6, 3);
                        it.story.before.iter_mut().for_each(|(on, _)| *on = day(2024, 6, 3));
                    }),
                    by_no_head(),
                ])
                .collect(),
        ),
        course(
            Attempt::of(devolved().then(on, review("opinion")), on, extend(official(bureau()))),
            [
                stranger_acts(),
                wrong("no licence", Rule::ExtensionForLicence, |it| it.story.item = "A1-33"),
                wrong("for the second time", Rule::ExtensionOnce, |it| {
                    let first = contents!(it: Extend).clone();
                    let last = it.story.before.len() - 1;
                    let once = Extend { approved_by: official(bureau()), working_days: 1, ..first };
                    it.story.before.insert(last, (day(2024, 3, 7), once.into()));
                })
                .never_with(&["no licence"]),
            ]
            .into_iter()
            .chain(wrong_extension())
            .chain([
                wrong("of a limit in days", Rule::ExtensionOfWorkingDays, |it| {
                    it.office.insert(Change::LimitsInDays);
                })
                .never_with(&["for the second time", "in a year without a calendar"]),
                wrong("in a year without a calendar", Rule::CalendarCovers, |it| {
                    let days = [day(2026, 12, 29), day(2026, 12, 30), day(2026, 12, 31)];
                    (it.story.filed, it.on) = (day(2026, 12, 28), day(2027, 3, 1));
                    it.story.before.iter_mut().zip(days).for_each(|((on, _), day)| *on = day);
                    it.story.before.last_mut().unwrap().0 = it.on;
                })
                .never_with(&["after the limit has run out"]),
                after_the_limit(),
                by_no_head(),
            ])
            .collect(),
        ),
        course(
            Attempt::of(reviewed, on, DecideFavourably { attested: marks(&["scope", "eligible", "true"]) }),
            vec![
                stranger_acts(),
                wrong("papers not passed on", Rule::PapersPassedOn, |it| it.story.before.truncate(1))
                    .also(&[Rule::RequiredStepsDone]),
                wrong("a required step is open", Rule::RequiredStepsDone, |it| it.story.without(review("site"))),
                wrong("a condition not attested", Rule::ConditionsAttested, |it| {
                    contents!(it: DecideFavourably).attested.retain(|it| it.as_str() != "true");
                }),
                wrong("a condition of one's own", Rule::ConditionsInStandard, |it| {
                    contents!(it: DecideFavourably).attested.push(mark("likeable"));
                }),
                wrong("a condition twice", Rule::NamedOnce, |it| {
                    contents!(it: DecideFavourably).attested.push(mark("scope"));
                }),
            ],
        ),
        course(
            Attempt::of(
                entrusted(),
                on,
                DecideUnfavourably {
                    unmet: marks(&["true"]),
                    remedies: vec![Remedy::Reconsideration, Remedy::Litigation],
                },
            ),
            vec![
                stranger_acts(),
                not_passed_on(),
                wrong("no condition named", Rule::UnmetNamed, |it| contents!(it: DecideUnfavourably).unmet.clear())
                    .never_with(&["a condition of one's own", "a condition twice"]),
                wrong("a condition of one's own", Rule::ConditionsInStandard, |it| {
                    contents!(it: DecideUnfavourably).unmet.push(mark("likeable"));
                }),
                wrong("a condition twice", Rule::NamedOnce, |it| {
                    contents!(it: DecideUnfavourably).unmet.push(mark("true"));
                }),
                wrong("a remedy twice", Rule::NamedOnce, |it| {
                    contents!(it: DecideUnfavourably).remedies.push(Remedy::Reconsideration);
                })
                .of_list(2),
                wrong("a remedy not told", Rule::RemediesTold, |it| {
                    contents!(it: DecideUnfavourably).remedies.retain(|it| *it != Remedy::Litigation);
                }),
            ],
        ),
        Course::of(
            StageKind::Suspended,
            Attempt::of(entrusted().then(day(2024, 3, 7), suspend()), on, Resume {}),
            vec![stranger_acts()],
        ),
    ]
}

fn bureau() -> Body {
    OFFICE.now().body(&mark("wenshang-bureau")).unwrap().clone()
}

/// Moving to a later edition, and taking the application back, at every stage before the decision.
pub(super) fn everywhere() -> Vec<Course> {
    let (filed, soon, on) = (day(2024, 5, 20), day(2024, 5, 21), day(2024, 6, 3));
    let new = |materials: &[&str]| Story { filed, ..Story::of("XK-001", materials) };
    let all = ["form", "subject", "proof"];
    let slip = CorrectOnSpot { material: mark("proof"), what: "补填日期".parse().unwrap() };
    let notice = AskForCorrections { materials: marks(&["form", "subject"]) };
    let stories = [
        (StageKind::Filed, new(&all).then(on, slip)),
        (
            StageKind::Correcting,
            new(&["proof"]).then(soon, notice).then(on, HandInCorrections { materials: marks(&["form"]) }),
        ),
        (StageKind::Accepted, new(&all).then(soon, accept()).then(on, review("desk"))),
        (StageKind::Suspended, new(&all).then(soon, accept()).then(on, suspend())),
    ];
    let transfer: AnyStep = Transfer { reason: "手册换版".parse().unwrap() }.into();
    let withdraw: AnyStep = Withdraw { reason: None }.into();
    let transferred = || {
        vec![
            stranger_acts(),
            wrong("nothing is later", Rule::LaterEdition, |it| {
                it.office.insert(Change::NothingLater);
            }),
            wrong("the later plan names nobody", Rule::HandlerNamed, |it| {
                it.office.insert(Change::NobodyHandles);
            }),
        ]
    };
    let withdrawn = || {
        vec![
            wrong("by another applicant", Rule::ActorHoldsRole, |it| it.by = By::AnotherApplicant),
            wrong("by the deciding body", Rule::ActorHoldsRole, |it| it.by = By::Decider)
                .never_with(&["by another applicant"]),
        ]
    };
    stories
        .into_iter()
        .flat_map(|(stage, story)| {
            let attempt = |step: &AnyStep| Attempt::of(story.clone(), on, step.clone());
            [Course::of(stage, attempt(&transfer), transferred()), Course::of(stage, attempt(&withdraw), withdrawn())]
        })
        .collect()
}
