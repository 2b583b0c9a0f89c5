//! A case of a scene at every point of its course, each step taken by whom the model names.

use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Stamp,
    case::{
        Message, StageKind, StepKind,
        steps::{Acknowledge, File, Reply},
    },
    text::Mark,
};

use super::{
    Scene,
    cast::{APPLICANT, same},
    contents, next_day,
};
use crate::{
    model::{self, beside},
    support::{filing_day, marks},
};

/// Where the papers lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Papers {
    /// With a foreign venue.
    Venue,
    /// With the window that accepts and does not decide.
    Accepting,
    /// With whoever has nothing to pass on.
    There,
}

/// How far every report and push of a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    Unsent,
    Sent,
    Rejected,
    Acknowledged,
}

/// A case at a point of its course.
#[derive(Clone, Debug)]
pub(crate) struct Shot {
    pub(crate) told: &'static str,
    pub(crate) case: AnyCase,
    pub(crate) papers: Papers,
    pub(crate) letters: Letters,
}

impl Shot {
    /// The model's name of its stage.
    pub(crate) fn stage(&self) -> &'static str {
        stage(self.case.stage())
    }
}

pub(crate) fn stage(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Filed => "filed",
        StageKind::Correcting => "correcting",
        StageKind::Accepted => "accepted",
        StageKind::Suspended => "suspended",
        StageKind::Decided => "decided",
        StageKind::Sealed => "sealed",
        StageKind::Licensed => "licensed",
        StageKind::Concluded => "concluded",
        StageKind::Closed => "closed",
        StageKind::NotAccepted => "not_accepted",
        StageKind::Withdrawn => "withdrawn",
        StageKind::Lapsed => "lapsed",
    }
}

impl Scene {
    /// Under entrusted intake, whoever accepts passes on to whoever decides.
    fn passes_on_after_accepting(&self) -> bool {
        let it = &self.situation;
        [model::ENTRUSTED, beside::TOWN_INTAKE].contains(&it.standing) && !it.fallen_back && it.venue != "direct"
    }

    /// The route names Seal No. 2.
    pub(crate) fn needs_seal_no2(&self) -> bool {
        let it = &self.situation;
        it.standing == model::REVIEW && !it.fallen_back && it.venue != "direct"
    }

    fn after_accepting(&self) -> Papers {
        if self.passes_on_after_accepting() { Papers::Accepting } else { Papers::There }
    }

    /// Whom the model names for a step, as somebody.
    pub(crate) fn whoever(&self, shot: &Shot, step: &AnyStep) -> Actor {
        if let AnyStep::Acknowledge(it) = step {
            return self.of(self.addressee(it.message));
        }
        if let (AnyStep::PassOn(_), Papers::Accepting) = (step, shot.papers) {
            return self.actor(if self.situation.standing == beside::TOWN_INTAKE { "township" } else { "handler" });
        }
        let name = name(step.kind());
        let who = model::who_may(name, shot.stage(), &self.situation);
        let passing = (step.kind() == StepKind::PassOn).then_some("operator");
        self.actor(passing.or_else(|| who.first().copied()).unwrap_or_else(|| panic!("nobody may {name} in {self:?}")))
    }

    pub(crate) fn file(&self, materials: Vec<Mark>) -> File {
        File {
            case: "2024-000001".parse().unwrap(),
            item: self.key.parse().unwrap(),
            place: self.place,
            scope: self.scope,
            venue: self.venue.clone(),
            applicant: APPLICANT.parse().unwrap(),
            materials,
            follows: None,
        }
    }

    /// Every paper that the handbook requires; without one, some.
    pub(crate) fn papers(&self) -> Vec<Mark> {
        let item = self.key.parse().unwrap();
        let standard = self.office().now().standard(&item, self.region, filing_day());
        let Some(standard) = standard else { return marks(&["form", "own-paper"]) };
        standard.materials.iter().filter(|it| it.required).map(|it| it.code.clone()).collect()
    }

    fn filed(&self, told: &'static str, missing: usize) -> Shot {
        let who = model::who_may("file", "", &self.situation);
        let stamp = Stamp { at: Moment::new(filing_day(), 9, 0, 0).unwrap(), by: self.actor(who.first().unwrap()) };
        let materials = self.papers().split_off(missing);
        let case =
            AnyCase::file(self.file(materials), stamp, self.office()).unwrap_or_else(|it| panic!("{self:?}: {it}"));
        let papers = if self.situation.venue == "pass_on" { Papers::Venue } else { Papers::There };
        Shot { told, case, papers, letters: Letters::Unsent }
    }

    /// What follows when somebody whom the model names takes a step of a kind.
    fn on(&self, shot: &Shot, told: &'static str, kind: StepKind) -> Shot {
        let (step, at) = contents(self, &shot.case, kind).remove(0);
        self.step(shot, told, step, at)
    }

    fn step(&self, shot: &Shot, told: &'static str, step: AnyStep, at: Moment) -> Shot {
        let stamp = Stamp { at, by: self.whoever(shot, &step) };
        let papers = match (step.kind(), shot.papers, shot.case.stage()) {
            (StepKind::PassOn, Papers::Venue, StageKind::Accepted) => self.after_accepting(),
            (StepKind::PassOn, ..) => Papers::There,
            (StepKind::Accept, ..) => self.after_accepting(),
            (StepKind::DeemAccepted, Papers::There, _) => self.after_accepting(),
            (StepKind::DeemAccepted, Papers::Venue, _) if self.is_taken_in_by_the_decider() => Papers::There,
            (_, papers, _) => papers,
        };
        let case = shot.case.clone().apply(step, stamp, self.office());
        let case = case.unwrap_or_else(|it| panic!("{told} of {self:?}: {it}"));
        Shot { told, case, papers, letters: shot.letters }
    }

    /// Everything that is owed and addressed, sent; then answered.
    fn sent(&self, shot: &Shot, told: &'static str) -> Shot {
        let mut shot = shot.clone();
        if self.reports() {
            shot = self.on(&shot, told, StepKind::Report);
        }
        if self.messages().into_iter().any(|it| it != Message::Report && self.is_addressed(it)) {
            shot = self.on(&shot, told, StepKind::Push);
        }
        Shot { told, letters: Letters::Sent, ..shot }
    }

    fn answered(&self, shot: &Shot, told: &'static str, reply: &Reply) -> Shot {
        let mut shot = shot.clone();
        for message in self.messages().into_iter().filter(|it| self.is_addressed(*it)) {
            let step = Acknowledge { message, reply: reply.clone() };
            let at = next_day(&shot.case);
            shot = self.step(&shot, told, step.into(), at);
        }
        let letters = if *reply == Reply::Acknowledged { Letters::Acknowledged } else { Letters::Rejected };
        Shot { told, letters, ..shot }
    }
}

/// The model's name of a step.
pub(crate) fn name(kind: StepKind) -> &'static str {
    let told = serde_json::to_value(kind).unwrap();
    model::STEPS.into_iter().find(|it| told == *it).unwrap_or_else(|| panic!("{kind} is not the model's"))
}

/// A case of the scene at every point of its course.
pub(super) fn shots(scene: &Scene) -> Vec<Shot> {
    let filed = scene.filed("filed", 1);
    let complete = scene.filed("filed, complete", 0);
    let mut shots = vec![filed.clone(), complete.clone()];
    shots.extend(scene.deemed(&filed));
    let passed = |it: Shot, told| if it.papers == Papers::Venue { scene.on(&it, told, StepKind::PassOn) } else { it };
    let (filed, complete) = (passed(filed, "passed on"), passed(complete, "passed on, complete"));
    shots.extend([filed.clone(), complete.clone()]);
    shots.push(scene.on(&complete, "accepted at once", StepKind::Accept));
    shots.push(scene.on(&filed, "turned away", StepKind::NotAccept));
    shots.push(scene.on(&filed, "withdrawn when filed", StepKind::Withdraw));

    let correcting = scene.on(&filed, "correcting", StepKind::AskForCorrections);
    if scene.reaches(StageKind::Lapsed) {
        shots.push(scene.on(&correcting, "lapsed", StepKind::Lapse));
    }
    let supplied = scene.on(&correcting, "supplied", StepKind::HandInCorrections);
    let accepted = scene.on(&supplied, "accepted", StepKind::Accept);
    shots.extend([correcting, supplied, accepted.clone()]);
    let mut accepted = accepted;
    if accepted.papers == Papers::Accepting {
        accepted = scene.on(&accepted, "accepted, passed on", StepKind::PassOn);
        shots.push(accepted.clone());
    }
    shots.push(scene.on(&accepted, "withdrawn", StepKind::Withdraw));
    if scene.reaches(StageKind::Suspended) {
        shots.push(scene.on(&accepted, "suspended", StepKind::Suspend));
    }
    let steps = accepted.case.record().standard().map_or(0, |it| it.steps.len());
    let reviewed = (0..steps).fold(accepted.clone(), |it, _| scene.on(&it, "reviewed", StepKind::TakeReviewStep));
    shots.push(reviewed.clone());
    if scene.is_licence() {
        shots.push(scene.on(&reviewed, "extended", StepKind::Extend));
    }
    let refused = scene.on(&accepted, "decided unfavourably", StepKind::DecideUnfavourably);
    let decided = scene.on(&reviewed, "decided", StepKind::DecideFavourably);
    shots.extend([refused.clone(), decided.clone()]);
    shots.extend(scene.after(&refused, &decided));
    shots
}

impl Scene {
    /// What the law deems accepted, wherever the papers lie.
    fn deemed(&self, filed: &Shot) -> Vec<Shot> {
        if !self.is_licence() {
            return Vec::new();
        }
        let mut shots = vec![self.on(filed, "deemed accepted", StepKind::DeemAccepted)];
        while let Some(last) = shots.last().filter(|it| it.papers != Papers::There) {
            shots.push(self.on(last, "deemed accepted, passed on", StepKind::PassOn));
        }
        shots
    }

    /// The window is one of the body's that decides, though another accepts.
    fn is_taken_in_by_the_decider(&self) -> bool {
        let deciding = model::who_may("close", "concluded", &self.situation);
        let runs = |it: &tongquan::Body| self.operator.as_ref().is_some_and(|operator| same(operator, it));
        deciding.iter().any(|who| self.actor(who).body().is_some_and(runs))
    }

    /// From the decision on, reports and pushes beside.
    fn after(&self, refused: &Shot, decided: &Shot) -> Vec<Shot> {
        let seal = if self.needs_seal_no2() { StepKind::AffixSealNo2 } else { StepKind::AffixSeal };
        let (back, yes) = (Reply::Rejected("内容不全".parse().unwrap()), Reply::Acknowledged);
        let sent = self.sent(decided, "decided, sent");
        let rejected = self.answered(&sent, "decided, rejected", &back);
        let again = self.sent(&rejected, "decided, sent again");
        if !self.reaches(StageKind::Sealed) {
            let answered = self.answered(&again, "decided, acknowledged", &yes);
            return vec![sent, rejected, again, answered];
        }
        let sealed = self.on(decided, "sealed", seal);
        let sealed_sent = self.sent(&sealed, "sealed, sent");
        let unfavourable = self.on(refused, "sealed unfavourably", seal);
        let delivered = self.on(&unfavourable, "delivered unfavourably", StepKind::Deliver);
        let mut shots = vec![sent, rejected, again, sealed.clone(), sealed_sent, unfavourable, delivered];
        let mut last = sealed;
        if self.reaches(StageKind::Licensed) {
            last = self.on(&last, "licensed", StepKind::IssueLicence);
            shots.extend([last.clone(), self.sent(&last, "licensed, sent")]);
        }
        let concluded = self.on(&last, "concluded", StepKind::Deliver);
        let concluded_sent = self.sent(&concluded, "concluded, sent");
        let answered = self.answered(&concluded_sent, "concluded, acknowledged", &yes);
        shots.extend([concluded, concluded_sent, answered.clone()]);
        if self.reaches(StageKind::Closed) {
            shots.push(self.on(&answered, "closed", StepKind::Close));
        }
        shots
    }
}
