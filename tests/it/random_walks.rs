//! Walks of hundreds of attempts, right, nearly right and wrong, by whoever, at whatever moment: what must hold after each of them.

mod contents;
mod drawn;
mod office;
mod once;
mod seen;

use chrono::{FixedOffset, NaiveDate, TimeDelta};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::Value;
use strum::IntoEnumIterator;
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Question, Refusal, Rule, Scope, Stamp,
    case::{ARCS, Action, Applied, Arc, Available, Role, StageKind, StepKind, steps::File},
    text::Mark,
};

use crate::{
    machine,
    model::machine::Machine,
    scenes::{nearly, wrong},
};

use self::{
    contents::good,
    drawn::{ENDS, How, Pick, Plan, Try, Way, Who, plans},
    office::{KEEPER, WHOLE, as_of, known},
    seen::Seen,
};

/// The office that the walks live in, as it has grown.
pub(crate) fn whole() -> &'static Office {
    &WHOLE
}

/// The last day of the built-in calendar.
const CALENDAR_ENDS: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
/// A case that begins by then has a year left.
const ANOTHER_BEGINS: NaiveDate = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();

struct Walk<'p> {
    plan: &'p Plan,
    case: AnyCase,
    /// The same case, as the model has it.
    model: Machine,
    /// How many revisions the office had at the last attempt: it forgets none.
    revisions: usize,
    /// Actions taken so far, as they were asked.
    acted: Vec<Action>,
    ids: usize,
    /// Attempts since the case ended.
    idle: usize,
    story: Vec<String>,
}

fn hours_later(at: Moment, hours: i64) -> Moment {
    let beijing = FixedOffset::east_opt(8 * 3600).unwrap();
    Moment::of(&(at.naive() + TimeDelta::hours(hours)).and_local_timezone(beijing).unwrap()).unwrap()
}

/// The same case, as the model has it.
#[track_caller]
fn modelled(filed: &AnyCase) -> Machine {
    let opening = serde_json::to_value(filed).unwrap()[0].take();
    Machine::file(&opening).unwrap_or_else(|why| panic!("{why:?}: {opening}"))
}

/// The case that a plan begins with; none where its venue takes nothing in that day.
fn filed(plan: &Plan, at: Moment, number: usize) -> Option<AnyCase> {
    let office = known(as_of(at.day(), false));
    let (item, place, venue) = (plan.item.parse().unwrap(), plan.place(), plan.venue());
    let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: Some(&venue), day: at.day() };
    let body = office.route(&asked).unwrap().intake().is.to_body().unwrap_or(tongquan::Department::Finance.into());
    let by = Actor::Official { body, person: KEEPER.parse().unwrap() };
    let all = ["form", "subject", "proof", "other"];
    let file = File {
        case: format!("C-{number}").parse().unwrap(),
        item: item.clone(),
        place,
        scope: Scope::WITHIN,
        venue: venue.clone(),
        applicant: "applicant-1".parse().unwrap(),
        materials: all.iter().skip(if plan.complete { 0 } else { 2 }).map(|it| it.parse().unwrap()).collect(),
        follows: None,
    };
    let stamp = Stamp { at, by };
    match AnyCase::file(file.clone(), stamp.clone(), office) {
        Ok(case) => Some(case),
        Err(back) => {
            assert_eq!((&back.step, &back.stamp), (&file, &stamp));
            assert!(back.why.names(Rule::VenueOpen) || back.why.names(Rule::HandlerNamed), "{back}");
            None
        }
    }
}

impl<'p> Walk<'p> {
    fn begin(plan: &'p Plan) -> Option<Self> {
        let case = filed(plan, plan.begins(), 1)?;
        let revisions = as_of(plan.begins().day(), false);
        let model = modelled(&case);
        Some(Self { plan, case, model, revisions, acted: Vec::new(), ids: 0, idle: 0, story: Vec::new() })
    }

    fn told(&self) -> String {
        format!("\n{:?}\n{}", self.plan, self.story.join("\n"))
    }

    fn kind(&self, pick: Pick, at: Moment, office: &Office) -> StepKind {
        let next: Vec<StepKind> = self.case.steps().filter(|it| !ENDS.contains(it)).collect();
        match pick {
            Pick::Of(kind) => kind,
            Pick::Forward(nth) => {
                let awaited = self.case.waits_for(office, at.day());
                awaited
                    .get(usize::from(nth) % awaited.len().max(1))
                    .and_then(|it| it.steps.first())
                    .map_or(StepKind::Close, |it| *it)
            }
            Pick::Next(_) if next.is_empty() => StepKind::Close,
            Pick::Next(nth) => next[usize::from(nth) % next.len()],
        }
    }

    fn actor(&self, who: Who, kind: StepKind) -> Actor {
        let record = self.case.record();
        let official = |body| Actor::Official { body, person: KEEPER.parse().unwrap() };
        let first = |role| record.holder(role);
        let role = self.case.stage().arc(kind).map_or(Role::Deciding, |it| it.role);
        match who {
            Who::Holder(nth) => match role {
                Role::Applicant => Actor::Applicant(record.file().applicant.clone()),
                Role::Addressee => {
                    let addressed: Vec<_> = record.duties().iter().filter_map(|it| it.to.clone()).collect();
                    let to = addressed.get(usize::from(nth) % addressed.len().max(1)).cloned();
                    official(to.unwrap_or_else(|| tongquan::Department::Finance.into()))
                }
                role => {
                    let all: Vec<_> = record.holders(role).filter_map(tongquan::Party::to_body).collect();
                    let held = all.get(usize::from(nth) % all.len().max(1)).cloned();
                    official(held.or_else(|| first(Role::Intake)).unwrap())
                }
            },
            Who::Role(role) => match role {
                Role::Applicant => Actor::Applicant(record.file().applicant.clone()),
                role => official(first(role).unwrap_or_else(|| tongquan::Department::Finance.into())),
            },
            Who::Stranger => official(crate::support::stranger(self.plan.region)),
            Who::AnotherApplicant => Actor::Applicant("applicant-2".parse().unwrap()),
        }
    }

    /// Of whatever is open, that it is taken when it is done well; and whether anything of a kind is.
    fn offered(&self, kind: StepKind, stamp: &Stamp, office: &Office) -> (Vec<Available>, bool) {
        let told = self.case.available(stamp, office);
        let steps: Vec<StepKind> = self.case.steps().collect();
        assert!(told.iter().all(|it| steps.contains(&it.step)), "{}", self.told());
        assert!(steps.iter().all(|step| told.iter().any(|it| it.step == *step)), "{}", self.told());
        for it in &told {
            let arc = self.case.stage().arc(it.step).unwrap();
            assert_eq!((it.role, it.to), (arc.role, arc.to), "{}", self.told());
            if it.is_open() {
                let step = good(&self.case, it.step, it.of.as_ref(), 0, stamp, office);
                let checked = self.case.check(&step, stamp, office);
                assert_eq!(checked, Ok(()), "{} is open\n{step:?}\n{stamp:?}{}", it.step, self.told());
            }
        }
        let open = told.iter().any(|it| it.step == kind && it.is_open());
        (told.into_iter().filter(|it| it.step == kind).collect(), open)
    }

    fn attempt(&mut self, it: &Try, seen: &mut Seen) {
        // what is known of a period that leaves the calendar is compared with the periods
        if hours_later(self.case.record().last_at(), it.hours).day() > CALENDAR_ENDS {
            self.next_case();
        }
        let at = hours_later(self.case.record().last_at(), it.hours);
        // what a service knows it does not forget
        self.revisions = self.revisions.max(as_of(at.day(), it.lags));
        let office = known(self.revisions);
        let kind = self.kind(it.step, at, office);
        let stamp = Stamp { at, by: self.actor(it.by, kind) };
        let (offered, open) = self.offered(kind, &stamp, office);
        let of = |nth: u8| {
            let next = offered.iter().find(|it| it.is_open()).filter(|_| matches!(it.step, Pick::Forward(_)));
            next.or(offered.get(usize::from(nth) % offered.len().max(1))).and_then(|it| it.of.clone())
        };
        let well = |nth: u8| good(&self.case, kind, of(nth).as_ref(), nth, &stamp, office);
        let step = match it.how {
            How::Right(nth) => well(nth),
            How::Nearly(nth) => nearly(well(nth), nth),
            How::Wrong => wrong(kind).unwrap_or_else(|| well(0)),
        };
        self.story.push(format!("{} {step:?} {} by {}", self.case.stage(), stamp.at, stamp.by));
        seen.attempts += 1;
        let checked = self.case.check(&step, &stamp, office);
        let told = self.then_the_model_says_so_too(&step, &stamp, office, &checked);
        seen.compared += 1;
        let kept = self.case.clone();
        let taken = match self.sent(it, step.clone(), stamp.clone()) {
            Sent::Step => kept.clone().apply(step.clone(), stamp.clone(), office).map_err(|back| {
                assert_eq!((&back.case, &back.step, &back.stamp), (&kept, &step, &stamp), "{}", self.told());
                back.why
            }),
            Sent::Action(action) => match self.acts(&action, office, seen) {
                Some(done) => done,
                None => return,
            },
        };
        match taken {
            Err(why) => {
                assert_eq!(checked, Err(why.clone()), "{}", self.told());
                why.objections().iter().for_each(|it| *seen.refused.entry(it.rule).or_default() += 1);
                self.idle += usize::from(kept.stage().is_terminal());
            }
            Ok(case) => {
                assert_eq!(checked, Ok(()), "{}", self.told());
                assert!(open, "{kind} was taken, and not told as open{}", self.told());
                *seen.taken.entry((kept.stage(), kind)).or_default() += 1;
                self.case = case;
                if machine::attempts::TOLD.contains(&kind) {
                    machine::attempts::then_was_told_the_same(&self.case, &told);
                }
                let last = serde_json::to_value(self.case.record().entries().last().unwrap()).unwrap();
                self.model = self.model.enter(&last).unwrap_or_else(|why| panic!("{why:?}{}", self.told()));
                machine::then_stand_alike(&self.model, &self.case, || self.told());
                self.then_moved(&kept, &step, &stamp);
                let listed = |it: &AnyCase| it.record().brief().item.cell.standing;
                seen.devolved_otherwise += usize::from(listed(&kept) != listed(&self.case));
                seen.stages.insert(self.case.stage());
            }
        }
        if self.idle > 1 {
            self.next_case();
        }
    }

    /// The attempt, as the model was told it.
    #[track_caller]
    fn then_the_model_says_so_too(
        &self,
        step: &AnyStep,
        stamp: &Stamp,
        office: &Office,
        ours: &Result<(), Refusal>,
    ) -> Value {
        let entry = machine::attempts::entry(&self.case, step, stamp, office);
        let ours = ours.clone().map_err(|why| machine::rules(&why));
        let model = self.model.enter(&entry).map(drop);
        let differ = machine::differ(ours, model);
        assert_eq!(differ, None, "{entry}{}", self.told());
        entry
    }

    /// What became of an action; none where its id or its version settles it.
    fn acts(&mut self, asked: &Action, office: &Office, seen: &mut Seen) -> Option<Result<AnyCase, Refusal>> {
        let kept = &self.case;
        let used = self.acted.iter().find(|it| it.id == asked.id);
        match kept.clone().act(asked.clone(), office) {
            Ok(Applied::New(case)) => {
                assert_eq!(case.record().entries().last().unwrap().action(), Some(&asked.id), "{}", self.told());
                assert!(used.is_none(), "{}", self.told());
                self.acted.push(asked.clone());
                Some(Ok(case))
            }
            Ok(Applied::Already(case)) => {
                assert_eq!(&case, kept, "{}", self.told());
                let same = used.map(|it| (&it.step, &it.stamp.by));
                assert_eq!(same, Some((&asked.step, &asked.stamp.by)), "{}", self.told());
                seen.already += 1;
                None
            }
            Err(back) => {
                assert_eq!((&back.case, &back.action), (kept, asked), "{}", self.told());
                let stale = asked.expected.is_some_and(|it| it != kept.record().version());
                if used.is_none() && !stale {
                    return Some(Err(back.why));
                }
                let alone = if used.is_some() { Rule::ActionOnce } else { Rule::VersionAsExpected };
                let rules: Vec<Rule> = back.why.objections().iter().map(|it| it.rule).collect();
                assert_eq!(rules, [alone], "{}", self.told());
                *seen.refused.entry(alone).or_default() += 1;
                None
            }
        }
    }

    /// As a service takes it from its clients.
    fn sent(&mut self, it: &Try, step: AnyStep, stamp: Stamp) -> Sent {
        let version = self.case.record().version();
        let mut fresh = || -> Mark {
            self.ids += 1;
            format!("op-{}", self.ids).parse().unwrap()
        };
        match (it.way, self.acted.last()) {
            (Way::Step, _) => Sent::Step,
            (Way::Again, Some(last)) => {
                let later = Stamp { at: stamp.at, ..last.stamp.clone() };
                Sent::Action(Action { stamp: later, ..last.clone() })
            }
            (Way::Reused, Some(last)) => Sent::Action(Action { id: last.id.clone(), expected: None, step, stamp }),
            (Way::Action(behind), _) => {
                let expected = behind.map(|it| version.wrapping_sub(usize::from(it)));
                Sent::Action(Action { id: fresh(), expected, step, stamp })
            }
            (Way::Again | Way::Reused, None) => Sent::Action(Action { id: fresh(), expected: None, step, stamp }),
        }
    }

    /// A reader of the journal knows what the live case knows.
    fn then_same(&self, read: &AnyCase) {
        let case = &self.case;
        assert_eq!(read, case, "{}", self.told());
        let (ours, theirs) = (read.record(), case.record());
        assert_eq!(ours.duties(), theirs.duties(), "{}", self.told());
        assert!(ours.periods().eq(theirs.periods()), "{}", self.told());
        assert_eq!(ours.brief(), theirs.brief(), "{}", self.told());
        assert_eq!(format!("{:?}", ours.route()), format!("{:?}", theirs.route()), "{}", self.told());
        assert_eq!(ours.receipt_stamp(), theirs.receipt_stamp(), "{}", self.told());
    }

    /// One entry more, at the stage that the arc leads to, and every reader of the journal comes to the same.
    fn then_moved(&self, kept: &AnyCase, step: &AnyStep, stamp: &Stamp) {
        let record = self.case.record();
        assert_eq!(record.version(), kept.record().version() + 1, "{}", self.told());
        let (last, before) = record.entries().split_last().unwrap();
        assert_eq!(
            (last.kind(), last.stamp(), before),
            (step.kind(), stamp, kept.record().entries()),
            "{}",
            self.told()
        );
        assert_eq!(self.case.stage(), kept.stage().arc(step.kind()).unwrap().to, "{}", self.told());
        assert!(record.stamps().map(|it| it.at).is_sorted(), "{}", self.told());

        let text: AnyCase = serde_json::from_str(&serde_json::to_string(&self.case).unwrap()).unwrap();
        let bytes: AnyCase = postcard::from_bytes(&postcard::to_stdvec(&self.case).unwrap()).unwrap();
        for read in [&text, &bytes] {
            self.then_same(read);
        }
        assert_eq!(text.record().hold_against(&WHOLE), Ok(()), "{}", self.told());

        let count = |kinds: &[StepKind]| record.entries().iter().filter(|it| kinds.contains(&it.kind())).count();
        let decisions = [StepKind::DecideFavourably, StepKind::DecideUnfavourably];
        for once in [
            &[StepKind::AskForCorrections][..],
            &[StepKind::Accept, StepKind::DeemAccepted],
            &decisions,
            &[StepKind::AffixSeal, StepKind::AffixSealNo2],
            &[StepKind::Extend],
            &[StepKind::IssueLicence],
            &[StepKind::Deliver],
            &[StepKind::Close, StepKind::Withdraw, StepKind::NotAccept, StepKind::Lapse],
        ] {
            assert!(count(once) <= 1, "{once:?}{}", self.told());
        }
        let decided = record.entries().iter().position(|it| decisions.contains(&it.kind()));
        let of_review = [StepKind::TakeReviewStep, StepKind::Suspend, StepKind::Extend, StepKind::Transfer];
        let after = decided.map_or(&[][..], |at| &record.entries()[at..]);
        assert!(after.iter().all(|it| !of_review.contains(&it.kind())), "{}", self.told());
    }

    /// The applicant comes again; near the end of the calendar another does, at the beginning, when the office had not grown yet.
    fn next_case(&mut self) {
        let next = hours_later(self.case.record().last_at(), 24);
        let again = next.day() > ANOTHER_BEGINS;
        let at = if again { self.plan.begins() } else { next };
        if let Some(case) = filed(self.plan, at, self.story.len()) {
            self.model = modelled(&case);
            self.case = case;
            let known = as_of(at.day(), false);
            self.revisions = if again { known } else { self.revisions.max(known) };
            self.acted.clear();
        }
        self.idle = 0;
    }
}

/// How an attempt reaches the case.
enum Sent {
    Step,
    Action(Action),
}

/// Whether its venue takes anything in; if so, every attempt is compared.
#[track_caller]
fn walked(plan: &Plan, seen: &mut Seen) -> bool {
    let Some(mut walk) = Walk::begin(plan) else { return false };
    let before = seen.compared;
    for it in &plan.tries {
        walk.attempt(it, seen);
    }
    assert_eq!(seen.compared - before, plan.tries.len(), "{}", walk.told());
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_attempted_a_case_is_what_its_journal_proves_and_moves_as_the_model_does(plan in plans(1..300)) {
        prop_assume!(walked(&plan, &mut Seen::default()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_time: 120_000, ..ProptestConfig::default() })]

    #[test]
    fn thousands_of_attempts_one_after_the_other_do_no_more_than_a_few(plan in plans(2_000..4_000)) {
        prop_assume!(walked(&plan, &mut Seen::default()));
    }
}

fn untaken(seen: &Seen) -> Vec<&'static Arc> {
    ARCS.iter().filter(|it| !seen.taken.contains_key(&(it.from, it.step))).collect()
}

/// The walks go everywhere, by every step and against every rule.
#[test]
fn the_walks_are_not_idle() {
    let mut runner = TestRunner::deterministic();
    let mut seen = Seen::default();
    let (mut walks, mut idle) = (0, 0);
    // some arcs are rare
    while walks < 64 || (walks < 256 && !untaken(&seen).is_empty()) {
        let went = walked(&plans(1..300).new_tree(&mut runner).unwrap().current(), &mut seen);
        walks += 1;
        idle += usize::from(!went);
    }
    assert_eq!(untaken(&seen), Vec::<&Arc>::new());
    assert_eq!(seen.stages.len(), StageKind::iter().count(), "{:?}", seen.stages);
    assert_eq!((walks, idle, seen.attempts, seen.compared, seen.already), (99, 7, 13_536, 13_536, 795));
    assert_eq!(seen.devolved_otherwise, 9);
    let acceptances: usize = seen.taken.values().sum();
    let often = seen.refused.values().filter(|it| **it > 2).count();
    assert!(acceptances > 1_500 && often > 45, "{acceptances} taken; {often} of {:?}", seen.refused);
}
