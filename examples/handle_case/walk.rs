//! Drives a case through every step of its standard, each taken by whoever the route says.

#[path = "words.rs"]
#[allow(dead_code, reason = "one example says more than another")]
mod words;

use std::error::Error;

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, AnyStep, Calendar, Item, Moment, Office, Question, Record, Scope, Seal, Stamp, Venue,
    case::{
        DutyState, Message, Role, StageKind,
        steps::{
            Accept, Acknowledge, AffixSeal, AffixSealNo2, AskForCorrections, Close, DecideFavourably, Deliver, File,
            HandInCorrections, IssueLicence, PassOn, Push, Reply, Report, Resume, TakeReviewStep,
        },
    },
    place::Place,
    register::Outline,
    text::{Mark, Person},
};

pub(crate) use words::Words;

type Fallible<T> = Result<T, Box<dyn Error>>;

/// A service's side of a case: its clock, and the people at the desks.
pub(crate) struct Walk<'o> {
    office: &'o Office,
    today: NaiveDate,
    words: Option<Words>,
    /// Of the case that is filed.
    number: &'o str,
}

impl<'o> Walk<'o> {
    pub(crate) const fn new(office: &'o Office, today: NaiveDate, words: Option<Words>) -> Self {
        Self { office, today, words, number: "2024-000001" }
    }

    /// The case that is filed has this number.
    pub(crate) const fn numbered(self, number: &'o str) -> Self {
        Self { number, ..self }
    }

    /// Takes step after step until the case is at a stage.
    pub(crate) fn until(
        &mut self,
        stage: StageKind,
        item: Item<'_>,
        place: impl Into<Place>,
        venue: &Venue,
    ) -> Fallible<AnyCase> {
        let case = self.file(item, place.into(), venue)?;
        self.on(case, stage)
    }

    /// The same with a case that is under way.
    pub(crate) fn on(&mut self, mut case: AnyCase, stage: StageKind) -> Fallible<AnyCase> {
        while case.stage() != stage {
            self.next_day()?;
            let step = self.next(&case)?;
            let stamp = self.stamp(&case, &step)?;
            self.tell(&case, &step, &stamp);
            case = case.apply(step, stamp, self.office).map_err(|refused| refused.why)?;
        }
        Ok(case)
    }

    fn file(&self, item: Item<'_>, place: Place, venue: &Venue) -> Fallible<AnyCase> {
        let asked = Question { item: item.key(), place, scope: Scope::WITHIN, venue: Some(venue), day: self.today };
        let route = self.office.route(&asked)?;
        let clerk = route.intake().is.to_body().ok_or("the plan names nobody")?;
        let known = self.office.now().standard(item.key(), route.region(), self.today);
        let required = known.iter().flat_map(|it| &it.materials).filter(|it| it.required);
        // one paper is forgotten, so that corrections are asked for
        let materials = required.skip(1).map(|it| it.code.clone()).collect();
        let file = File {
            case: self.number.parse()?,
            item: item.key().clone(),
            place,
            scope: Scope::WITHIN,
            venue: venue.clone(),
            applicant: "applicant-1".parse()?,
            materials,
            follows: None,
        };
        let stamp = Stamp { at: self.now()?, by: Actor::Official { body: clerk, person: "clerk-1".parse()? } };
        if let Some(words) = self.words {
            let basis: Vec<&str> = route.intake().basis.iter().map(|it| it.id()).collect();
            let role = words.told(&Role::Intake);
            let (step, basis) = (words.of("收件", "file"), basis.join(" "));
            println!("{} {step} — {} 〔{role} {basis}〕", stamp.at, self.who(&stamp.by));
        }
        Ok(AnyCase::file(file, stamp, self.office).map_err(|refused| refused.why)?)
    }

    /// The next step that the standard and the route call for.
    fn next(&self, case: &AnyCase) -> Fallible<AnyStep> {
        let record = case.record();
        let standard = record.standard();
        if self.may_pass_on(case)? {
            return Ok(PassOn {}.into());
        }
        Ok(match case {
            AnyCase::Filed(_) => {
                let filed = &record.file().materials;
                let required = standard.map_or(&[][..], |it| &it.required);
                let missing: Vec<Mark> = required.iter().filter(|it| !filed.contains(it)).cloned().collect();
                if missing.is_empty() {
                    Accept { receipt: "SL-1".parse()? }.into()
                } else {
                    AskForCorrections { materials: missing }.into()
                }
            }
            AnyCase::Correcting(case) if case.stage().supplied().is_empty() => {
                HandInCorrections { materials: case.stage().asked().to_vec() }.into()
            }
            AnyCase::Correcting(_) => Accept { receipt: "SL-1".parse()? }.into(),
            AnyCase::Accepted(case) => {
                let taken = case.stage().reviewed();
                let steps = standard.map_or(&[][..], |it| &it.steps);
                match steps.iter().find(|it| !taken.contains(&it.code)) {
                    // who goes to the site goes with another
                    Some(step) => {
                        let officers = if step.on_site { vec!["clerk-1".parse()?, "clerk-3".parse()?] } else { vec![] };
                        TakeReviewStep { step: step.code.clone(), finding: None, officers }.into()
                    }
                    None => {
                        let conditions = standard.into_iter().flat_map(Outline::every_condition);
                        DecideFavourably { attested: conditions.cloned().collect() }.into()
                    }
                }
            }
            AnyCase::Decided(_) if record.route().seal().is == Seal::No2 => self.seal_no_2(record)?,
            AnyCase::Decided(_) => AffixSeal {}.into(),
            AnyCase::Sealed(_) if standard.is_some_and(|it| it.licence.is_some()) => {
                IssueLicence { number: "ZZ-1".parse()? }.into()
            }
            AnyCase::Sealed(_) | AnyCase::Licensed(_) => Deliver {}.into(),
            AnyCase::Concluded(_) | AnyCase::Closed(_) => Self::duty(record),
            AnyCase::Suspended(_) => Resume {}.into(),
            AnyCase::NotAccepted(_) | AnyCase::Withdrawn(_) | AnyCase::Lapsed(_) => {
                return Err("the case has ended".into());
            }
        })
    }

    /// The machine says whether papers lie where they cannot be handled.
    fn may_pass_on(&self, case: &AnyCase) -> Fallible<bool> {
        let step = PassOn {}.into();
        if !case.steps().any(|it| it == tongquan::case::StepKind::PassOn) {
            return Ok(false);
        }
        let stamp = self.stamp(case, &step)?;
        Ok(case.check(&step, &stamp, self.office).is_ok())
    }

    /// The seal of the item's department that the region holds.
    fn seal_no_2(&self, record: &Record) -> Fallible<AnyStep> {
        let route = record.route();
        let department = route.department().ok_or("a county-original item")?;
        let seal = self.office.now().seals_held(department, route.region(), self.today).next();
        let seal = seal.ok_or("no Seal No. 2 of the department is held here")?;
        Ok(AffixSealNo2 { seal, circumstance: "decision".parse()?, documents: vec!["决定书".parse()?] }.into())
    }

    fn duty(record: &Record) -> AnyStep {
        let duties = record.duties();
        let open = duties.iter().find(|it| !it.is_done());
        match open {
            None => Close {}.into(),
            Some(duty) => match (&duty.state, duty.message) {
                (DutyState::Sent(_) | DutyState::Acknowledged(_), message) => {
                    Acknowledge { message, reply: Reply::Acknowledged }.into()
                }
                (DutyState::Owed | DutyState::Rejected(..), Message::Report) => Report {}.into(),
                (DutyState::Owed | DutyState::Rejected(..), Message::Push(_)) => Push {}.into(),
            },
        }
    }

    /// Whoever the case waits for, or else holds the step's role, today.
    pub(crate) fn stamp(&self, case: &AnyCase, step: &AnyStep) -> Fallible<Stamp> {
        let record = case.record();
        let message = if let AnyStep::Acknowledge(it) = step { Some(it.message) } else { None };
        let mut awaited = case.waits_for(self.office, self.today).into_iter();
        let awaited =
            awaited.find(|it| it.steps.contains(&step.kind()) && (message.is_none() || it.message == message));
        let person = self.named_user(step).unwrap_or("clerk-1");
        let person = if message.is_some() { "clerk-2" } else { person }.parse::<Person>()?;
        let by = match awaited.and_then(|it| it.who.actor(person.clone())) {
            Some(by) => by,
            None => {
                let arc = case.stage().arc(step.kind()).ok_or("no such step at this stage")?;
                let body = record.holders(arc.role).next().and_then(tongquan::Party::to_body);
                Actor::official(body.ok_or("the plan names nobody")?, person)
            }
        };
        Ok(Stamp { at: self.now()?, by })
    }

    fn named_user(&self, step: &AnyStep) -> Option<&'o str> {
        let AnyStep::AffixSealNo2(step) = step else { return None };
        let (_, agreement) = self.office.now().seal_holder(step.seal, self.today)?;
        agreement.users.first().map(Person::as_str)
    }

    fn now(&self) -> Fallible<Moment> {
        Ok(Moment::new(self.today, 9, 0, 0)?)
    }

    fn next_day(&mut self) -> Fallible<()> {
        self.today = Calendar::built_in().after(self.today, 1)?;
        Ok(())
    }

    fn tell(&self, case: &AnyCase, step: &AnyStep, stamp: &Stamp) {
        let Some(words) = self.words else { return };
        let (record, kind) = (case.record(), step.kind());
        #[expect(clippy::wildcard_enum_match_arm, reason = "the other steps say all by their name")]
        let what = match step {
            AnyStep::TakeReviewStep(it) => self.name_of(record, &it.step),
            AnyStep::AffixSealNo2(it) => it.seal.to_string(),
            AnyStep::AskForCorrections(it) => it.materials.iter().map(|it| self.name_of(record, it)).collect(),
            AnyStep::Acknowledge(it) => words.of(it.message.label(), &it.message.to_string()),
            _ => String::new(),
        };
        let role = case.stage().arc(kind).map(|arc| arc.role);
        let why =
            role.map_or(&[][..], |role| record.basis(role)).iter().map(|it| it.id()).collect::<Vec<_>>().join(" ");
        let role = role.map_or_else(String::new, |it| words.told(&it));
        let step = [words.told(&kind), what].join(" ");
        println!("{} {} — {} 〔{role} {why}〕", stamp.at, step.trim_end(), self.who(&stamp.by));
    }

    /// Codes are the case's, names the handbook's.
    fn name_of(&self, record: &Record, code: &Mark) -> String {
        let Some(standard) = self.office.now().standard(&record.file().item, record.region(), record.filed()) else {
            return code.to_string();
        };
        let materials = standard.materials.iter().map(|it| (&it.code, &it.name));
        let steps = standard.steps.iter().map(|it| (&it.code, &it.name));
        materials
            .chain(steps)
            .find(|(it, _)| *it == code)
            .map_or_else(|| code.to_string(), |(_, name)| name.to_string())
    }

    fn who(&self, actor: &Actor) -> String {
        match (actor.body(), self.words) {
            (Some(body), Some(Words { chinese: true })) => body.label().to_owned(),
            (Some(body), _) => body.to_string(),
            (None, Some(Words { chinese: true })) => "申请人".to_owned(),
            (None, _) => "the applicant".to_owned(),
        }
    }
}
