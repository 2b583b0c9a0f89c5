//! Courses of the steps from the decision on.

use chrono::NaiveDate;
use tongquan::{
    AnyStep, Department, Rule,
    case::{
        Message, StageKind,
        steps::{
            Acknowledge, AffixSeal, AffixSealNo2, Close, DecideFavourably, DecideUnfavourably, Deliver, IssueLicence,
            Push, Reply, Report,
        },
    },
    register::{Remedy, SealId},
    route::Tier,
};

use super::{
    Course, Mistake,
    attempt::{Attempt, By, Change, Story, contents, mark, wrong},
    papers::stranger_acts,
    review::{accept, review},
};
use crate::support::{day, marks};

/// Of the stages from the decision on, how many are passed.
const AFTER: [StageKind; 4] = [StageKind::Decided, StageKind::Sealed, StageKind::Licensed, StageKind::Concluded];

fn on() -> NaiveDate {
    day(2024, 3, 20)
}

/// The seal that the region holds of a department.
fn seal_no_2(department: Department) -> AffixSealNo2 {
    AffixSealNo2 {
        seal: SealId { department, number: 7 },
        circumstance: mark("decision"),
        documents: vec!["决定书".parse().unwrap()],
    }
}

/// What an item is like from the decision on.
#[derive(Clone, Copy)]
struct Like {
    item: &'static str,
    conditions: &'static [&'static str],
    /// Whose Seal No. 2 it takes; none where the decider's own.
    seal_of: Option<Department>,
    licence: bool,
}

const REVIEW: &[&str] = &["eligible", "true"];
const WITH_SCOPE: &[&str] = &["scope", "eligible", "true"];
/// A confirmation of the city approval bureau in substantive review, that yields a licence.
const SHIP: Like =
    Like { item: "A1-47", conditions: REVIEW, seal_of: Some(Department::ApprovalService), licence: true };
/// The county's own, that yields a licence.
const ORIGINAL: Like = Like { item: "XK-001", conditions: WITH_SCOPE, seal_of: None, licence: true };
/// In substantive review, without a licence.
const PLAIN: Like = Like { item: "A1-38", conditions: REVIEW, seal_of: Some(Department::Commerce), licence: false };

impl Like {
    fn decided(self) -> Story {
        let attested = marks(self.conditions);
        let story = Story::complete(self.item).then(day(2024, 3, 5), accept()).then(day(2024, 3, 6), review("desk"));
        story
            .then(day(2024, 3, 7), review("site"))
            .then(day(2024, 3, 8), review("opinion"))
            .then(day(2024, 3, 11), DecideFavourably { attested })
    }

    fn refused(self) -> Story {
        let remedies = vec![Remedy::Reconsideration, Remedy::Litigation];
        let decision = DecideUnfavourably { unmet: marks(&["true"]), remedies };
        Story::complete(self.item).then(day(2024, 3, 5), accept()).then(day(2024, 3, 11), decision)
    }

    fn seal(self) -> AnyStep {
        self.seal_of.map_or_else(|| AffixSeal {}.into(), |it| seal_no_2(it).into())
    }

    fn at(self, stage: StageKind) -> Story {
        let mut story = self.decided();
        if stage >= StageKind::Sealed {
            story = story.then(day(2024, 3, 12), self.seal());
        }
        if stage >= StageKind::Licensed && self.licence {
            story = story.then(day(2024, 3, 13), IssueLicence { number: mark("ZZ-1") });
        }
        if stage >= StageKind::Concluded {
            story = story.then(day(2024, 3, 14), Deliver {});
        }
        story
    }
}

fn acknowledge(message: Message) -> Acknowledge {
    Acknowledge { message, reply: Reply::Acknowledged }
}

/// Everything that a decided case owes, sent and acknowledged.
fn all_done(mut story: Story) -> Story {
    story = story.then(day(2024, 3, 15), Report {}).then(day(2024, 3, 15), Push {});
    let messages = [Message::Report].into_iter().chain(Tier::ALL.map(Message::Push));
    messages.fold(story, |story, it| story.then(day(2024, 3, 18), acknowledge(it)))
}

pub(super) fn decided() -> Vec<Course> {
    let mut all: Vec<Course> = AFTER.into_iter().flat_map(messages).collect();
    all.push(Course::of(
        StageKind::Decided,
        Attempt::of(ORIGINAL.decided(), on(), AffixSeal {}),
        vec![stranger_acts(), wrong("in substantive review", Rule::SealAsRouted, |it| it.story = PLAIN.decided())],
    ));
    all.push(Course::of(
        StageKind::Decided,
        Attempt::of(review_of("A1-34", WITH_SCOPE), on(), seal_no_2(Department::Housing)).in_office(Change::Agreed),
        [stranger_acts()].into_iter().chain(seal_no_2_mistakes()).collect(),
    ));
    all.push(Course::of(
        StageKind::Sealed,
        Attempt::of(SHIP.at(StageKind::Sealed), on(), IssueLicence { number: mark("ZZ-1") }),
        vec![
            stranger_acts(),
            wrong("none comes of the item", Rule::LicenceDue, |it| it.story = PLAIN.at(StageKind::Sealed)),
            wrong("refused", Rule::LicenceDue, |it| {
                it.story = SHIP.refused().then(day(2024, 3, 12), SHIP.seal());
            })
            .never_with(&["none comes of the item"]),
        ],
    ));
    all.push(Course::of(
        StageKind::Sealed,
        Attempt::of(PLAIN.at(StageKind::Sealed), on(), Deliver {}),
        vec![
            stranger_acts(),
            wrong("the licence is not issued", Rule::LicenceIssued, |it| it.story = SHIP.at(StageKind::Sealed)),
        ],
    ));
    all.push(Course::of(
        StageKind::Licensed,
        Attempt::of(SHIP.at(StageKind::Licensed), on(), Deliver {}),
        vec![stranger_acts()],
    ));
    all.push(Course::of(
        StageKind::Concluded,
        Attempt::of(all_done(SHIP.at(StageKind::Concluded)), on(), Close {}),
        vec![
            stranger_acts(),
            wrong("not all is acknowledged", Rule::DutiesDone, |it| {
                it.story.before.pop();
            }),
        ],
    ));
    all
}

fn review_of(item: &'static str, conditions: &'static [&'static str]) -> Story {
    Like { item, conditions, ..SHIP }.decided()
}

/// The steps that run beside the main path, at one of its stages.
fn messages(stage: StageKind) -> Vec<Course> {
    let course = |good, mistakes| Course::of(stage, good, mistakes);
    let reported = SHIP.at(stage).then(day(2024, 3, 18), Report {});
    vec![
        course(
            Attempt::of(SHIP.at(stage), on(), Report {}),
            vec![
                stranger_acts(),
                not_owed(Rule::ReportCalledFor, stage),
                wrong("sent before", Rule::NotSentYet, |it| {
                    it.story = it.story.clone().then(day(2024, 3, 18), Report {})
                })
                .never_with(&["not owed"]),
            ],
        ),
        course(
            Attempt::of(SHIP.at(stage), on(), Push {}),
            vec![
                stranger_acts(),
                not_owed(Rule::PushCalledFor, stage),
                wrong("sent before", Rule::NotSentYet, |it| {
                    it.story = it.story.clone().then(day(2024, 3, 18), Push {})
                })
                .never_with(&["not owed", "nobody is named"]),
                wrong("nobody is named", Rule::AddresseesNamed, |it| {
                    it.office.insert(Change::NobodySupervises);
                })
                .never_with(&["not owed"]),
            ],
        ),
        course(
            Attempt::of(reported, on(), acknowledge(Message::Report)),
            vec![
                wrong("by the applicant", Rule::ActorHoldsRole, |it| it.by = By::Applicant).also(&[Rule::WasAddressed]),
                wrong("by another body", Rule::WasAddressed, |it| it.by = By::Stranger)
                    .never_with(&["by the applicant"]),
                wrong("not sent", Rule::WasAddressed, |it| {
                    contents!(it: Acknowledge).message = Message::Push(Tier::CitySupervisor);
                }),
            ],
        ),
    ]
}

fn not_owed(rule: Rule, stage: StageKind) -> Mistake<Attempt> {
    let does: fn(&mut Attempt) = match stage {
        StageKind::Decided => |it| it.story = ORIGINAL.at(StageKind::Decided),
        StageKind::Sealed => |it| it.story = ORIGINAL.at(StageKind::Sealed),
        StageKind::Licensed => |it| it.story = ORIGINAL.at(StageKind::Licensed),
        _ => |it| it.story = ORIGINAL.at(StageKind::Concluded),
    };
    wrong("not owed", rule, does)
}

/// The conditions of clause 6, each broken.
fn seal_no_2_mistakes() -> Vec<Mistake<Attempt>> {
    vec![
        wrong("the county's own item", Rule::SealNo2FormerlyCity, |it| it.story = ORIGINAL.decided())
            .also(&[Rule::SealNo2Review])
            // the county's own item is of no city department, and in no agreement
            .never_with(&["in another modality", "another department's", "outside the agreement"]),
        wrong("in another modality", Rule::SealNo2Review, |it| it.story = review_of("A1-4", REVIEW)),
        wrong("another department's", Rule::SealNo2OfDepartment, |it| {
            contents!(it: AffixSealNo2).seal.department = Department::Commerce;
        }),
        wrong("of no document", Rule::DocumentsListed, |it| contents!(it: AffixSealNo2).documents.clear())
            .never_with(&["a document twice"]),
        wrong("a document twice", Rule::NamedOnce, |it| {
            contents!(it: AffixSealNo2).documents.push("决定书".parse().unwrap());
        }),
        // of a seal that is not on record, nothing else is known
        wrong("never cut", Rule::SealNo2OnRecord, |it| contents!(it: AffixSealNo2).seal.number = 99).never_with(&[
            "held elsewhere",
            "suspended",
            "outside the agreement",
            "in a circumstance of one's own",
            "by no named user",
        ]),
        wrong("held elsewhere", Rule::SealNo2HeldHere, |it| contents!(it: AffixSealNo2).seal.number = 6),
        wrong("suspended", Rule::SealNo2InService, |it| {
            it.office.insert(Change::Suspended);
        }),
        wrong("outside the agreement", Rule::SealNo2ForItem, |it| {
            it.office.remove(&Change::Agreed);
            it.office.insert(Change::AgreedOnOthers);
        }),
        wrong("in a circumstance of one's own", Rule::SealNo2ForCircumstance, |it| {
            contents!(it: AffixSealNo2).circumstance = mark("a-favour");
        }),
        wrong("by no named user", Rule::SealNo2NamedUser, |it| it.person = "somebody"),
    ]
}
