use super::{
    Available, Desk, Draft, Listed, Opening, Record, Refused, Stage, Stamp, Step, Taken, Unfiled, laws,
    record::{disagrees, lie},
    stage::Filed,
    steps::File,
    taken::Truth,
};
use crate::{
    law::{Bench, Permit, Refusal},
    register::{Office, Registers},
    text::Mark,
    version::Version,
};

/// 办件: a case at a stage known to the compiler.
///
/// It has exactly the steps that the lifecycle table lists for its stage: another does not compile.
///
/// ```compile_fail
/// # use tongquan::{Office, case::{Case, Stamp, stage::Filed, steps::Close}};
/// fn skip_everything(case: Case<Filed>, stamp: Stamp, office: &Office) {
///     let _ = case.apply(Close {}, stamp, office); // 收件之后不能直接归档
/// }
/// ```
///
/// No bytes say at which stage a case is: an [`AnyCase`](super::AnyCase) is read from them, and says so once it is proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case<S: Stage> {
    record: Record,
    stage: S,
}

impl Case<Filed> {
    /// 收件: takes papers in. The opening is judged like every step; what it found is kept as the case's brief.
    ///
    /// ```
    /// use tongquan::{Actor, Case, Department, Office, Place, Region, Rule, Scope, Stamp, Venue};
    /// use tongquan::{case::steps::File, place::Centre};
    /// let file = File {
    ///     case: "2024-1".parse()?,
    ///     item: "A1-31".parse()?, // not devolved to the zones
    ///     place: Place::Region(Region::HighTechZone),
    ///     scope: Scope::WITHIN,
    ///     venue: Venue::Centre(Centre::CITY),
    ///     applicant: "applicant-1".parse()?,
    ///     materials: vec![],
    ///     follows: None,
    /// };
    /// let clerk = |body: Department| Stamp {
    ///     at: "2024-03-04T09:00:00+08:00".parse().unwrap(),
    ///     by: Actor::Official { body: body.into(), person: "clerk-7".parse().unwrap() },
    /// };
    /// let unfiled = Case::file(file, clerk(Department::Finance), Office::built_in()).unwrap_err();
    /// assert!(unfiled.why.names(Rule::ActorHoldsRole));
    /// // what went in comes back
    /// assert!(Case::file(unfiled.step, clerk(Department::HumanResources), Office::built_in()).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unfiled`] gives step and stamp back with every reason; the docs of [`File`] list its rules.
    pub fn file(step: File, stamp: Stamp, office: &Office) -> Result<Self, Box<Unfiled>> {
        let found = match step.look_up(stamp.at.day(), office.on(stamp.at.day())) {
            Ok(found) => Box::new(found),
            Err(missing) => {
                let why = laws::without_brief(&step, stamp.at.day(), missing);
                return Err(Box::new(Unfiled { step, stamp, why }));
            }
        };
        match Record::open(Opening { v: Version, stamp, step, found }) {
            Ok(mut record) => {
                record.vouch();
                Ok(Self::opened(record))
            }
            Err(refused) => {
                let (Opening { stamp, step, .. }, mut why) = *refused;
                laws::tell_coming(&mut why, &step, stamp.at.day(), office);
                Err(Box::new(Unfiled { step, stamp, why }))
            }
        }
    }

    pub(super) fn opened(record: Record) -> Self {
        let stage = Filed { at: record.opening().stamp.at, desk: Desk::at_filing(&record.route()) };
        Self { record, stage }
    }
}

impl<S: Stage> Case<S> {
    /// Its journal and what follows from it.
    pub const fn record(&self) -> &Record {
        &self.record
    }

    /// The data of its stage.
    pub const fn stage(&self) -> &S {
        &self.stage
    }

    pub(super) fn into_record(self) -> Record {
        self.record
    }

    pub(super) fn into_parts(self) -> (Record, S) {
        (self.record, self.stage)
    }

    pub(super) const fn stage_mut(&mut self) -> &mut S {
        &mut self.stage
    }

    pub(super) const fn record_mut(&mut self) -> &mut Record {
        &mut self.record
    }

    /// 核查: at a stage that a journal claims.
    pub(super) const fn claimed(record: Record, stage: S) -> Self {
        Self { record, stage }
    }

    /// 办理: takes a step: holds a record that was read against the office, asks the registers, judges, and enters the next stage.
    ///
    /// ```
    /// use tongquan::{AnyCase, Case, Journal, Office, Rule, Stamp, case::{stage::Filed, steps::{Accept, AskForCorrections}}};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let mut journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// journal.entries.truncate(0); // the opening alone
    /// let case = AnyCase::replay(journal)?;
    /// let case: Case<Filed> = case.try_into().map_err(|_| "not just filed")?;
    /// let stamp = Stamp { at: "2024-03-05T09:00:00+08:00".parse()?, ..case.record().opening().stamp.clone() };
    /// // a paper is missing, so it cannot be accepted; the refusal gives all back, and the notice goes out instead
    /// let refused = case.apply(Accept { receipt: "SL-1".parse()? }, stamp, &office).unwrap_err();
    /// assert!(refused.why.names(Rule::PapersComplete));
    /// let notice = AskForCorrections { materials: vec!["form".parse()?] };
    /// let correcting = refused.case.apply(notice, refused.stamp, &office).map_err(|it| it.why)?;
    /// assert_eq!(correcting.stage().asked().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Refused`] gives everything back, and names every rule that did not hold: those that the step's own docs list, and those of every step:
    /// [`TimeRunsForward`](crate::law::Rule::TimeRunsForward), [`ActorHoldsRole`](crate::law::Rule::ActorHoldsRole),
    /// [`RecordAgrees`](crate::law::Rule::RecordAgrees).
    pub fn apply<T: Step<S>>(self, step: T, stamp: Stamp, office: &Office) -> Result<Case<T::To>, Box<Refused<S, T>>> {
        self.apply_as(None, step, stamp, office, Box::new)
    }

    /// The same, as an action that the service gave an id, and with a refusal as it is to be told.
    pub(super) fn apply_as<T: Step<S>, R>(
        mut self,
        action: Option<Mark>,
        step: T,
        stamp: Stamp,
        office: &Office,
        told: fn(Refused<S, T>) -> R,
    ) -> Result<Case<T::To>, R> {
        if let Err(why) = self.record.hold_against(office) {
            return Err(told(Refused { case: self, step, stamp, why }));
        }
        self.record.vouch();
        let found = step.look_up(self.record.docket(), &stamp, office.on(stamp.at.day()));
        match self.permit(&step, &stamp, action.as_ref(), &found) {
            Ok(permit) => {
                let Self { mut record, stage } = self;
                let taken = Taken { stamp, action, step, found };
                let stage = taken.enter(stage, &record, permit);
                record.claim(T::entry(taken));
                Ok(Case { record: record.on(), stage })
            }
            Err(why) => Err(told(Refused { case: self, step, stamp, why })),
        }
    }

    /// Whether a step would be permitted, without taking it.
    ///
    /// ```
    /// use tongquan::{AnyCase, Journal, Office, Rule, case::steps::Accept};
    /// let journal: Journal = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
    /// let AnyCase::Filed(case) = AnyCase::replay(Journal { entries: vec![], ..journal })? else { return Err("not filed".into()) };
    /// let stamp = case.record().stamps().next().ok_or("no stamp")?.clone();
    /// // a paper is missing; and these registers know nothing of what the journal claims, which is told first
    /// let why = case.check(&Accept { receipt: "SL-1".parse()? }, &stamp, Office::built_in()).unwrap_err();
    /// assert!(why.names(Rule::RecordAgrees));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The [`Refusal`] that [`apply`](Self::apply) would give.
    pub fn check<T: Step<S>>(&self, step: &T, stamp: &Stamp, office: &Office) -> Result<(), Refusal> {
        self.record.hold_against(office)?;
        self.would(step, stamp, office.on(stamp.at.day()))
    }

    fn would<T: Step<S>>(&self, step: &T, stamp: &Stamp, registers: Registers<'_>) -> Result<(), Refusal> {
        let found = step.look_up(self.record.docket(), stamp, registers);
        self.permit(step, stamp, None, &found).map(drop)
    }

    /// The arc of a step, for each thing that it can be of, and what stands in the way of taking it.
    pub(super) fn offer<T: Step<S>>(&self, stamp: &Stamp, registers: Registers<'_>, told: &mut Vec<Available>) {
        let drafts = T::drafts(self, stamp, registers);
        told.extend(drafts.into_iter().map(|Draft { step, of }| Available {
            step: T::KIND,
            of,
            role: T::ROLE,
            to: T::To::KIND,
            why_not: self.would(&step, stamp, registers).err(),
        }));
    }

    fn judge<T: Step<S>>(&self, step: &T, stamp: &Stamp, action: Option<&Mark>, found: &T::Grounds, bench: &mut Bench) {
        laws::every_step(&self.record, stamp, action, <T as Listed<S>>::ROLE, bench);
        step.judge(self, stamp, found, bench);
    }

    /// The part that live steps and replay share: the very same judgement.
    fn permit<T: Step<S>>(
        &self,
        step: &T,
        stamp: &Stamp,
        action: Option<&Mark>,
        found: &T::Grounds,
    ) -> Result<Permit, Refusal> {
        let mut bench = Bench::new();
        self.judge(step, stamp, action, found, &mut bench);
        bench.rise()
    }

    /// Whether an entry is permitted, on what it says was found.
    pub(super) fn proves<T: Step<S>>(&self, taken: &Taken<T>) -> Result<Permit, Refusal> {
        self.permit(&taken.step, &taken.stamp, taken.action.as_ref(), &taken.found)
    }

    /// 核查: the same judgement, by what the entry says and, with an office, by what its registers said.
    pub(super) fn weigh<T: Step<S>>(&self, taken: &Taken<T>, office: Option<&Office>, bench: &mut Bench) {
        let mut judge = |found: &T::Grounds| {
            let mut by_it = Bench::new();
            self.judge(&taken.step, &taken.stamp, taken.action.as_ref(), found, &mut by_it);
            bench.join(by_it);
        };
        judge(&taken.found);
        match office.map(|it| taken.truth(self.record.docket(), it)) {
            Some(Truth::Said(truth)) if truth != taken.found => {
                judge(&truth);
                bench.object(disagrees(vec![lie(self.record.version(), T::KIND)]));
            }
            Some(Truth::NeverKnown) => bench.object(disagrees(vec![lie(self.record.version(), T::KIND)])),
            None | Some(Truth::NotAsked | Truth::Said(_)) => {}
        }
    }
}
