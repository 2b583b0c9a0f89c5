//! From the window to the decision.

use tongquan::{
    AnyCase, Case, Record, Stamp,
    case::{
        Clock, Desk, Period, Role,
        stage::{Accepted, Correcting, Filed, Suspended},
        steps::{
            Accept, AskForCorrections, CorrectOnSpot, DecideFavourably, DecideUnfavourably, DeemAccepted, Extend,
            Ground, HandInCorrections, Lapse, NotAccept, PassOn, Resume, Suspend, TakeReviewStep, Transfer, Withdraw,
        },
    },
    register::{Limit, Outline, OutlineStep, Remedy, TimeUnit},
    text::Mark,
};

use super::{
    Fallible,
    course::{Course, Next},
    days::day,
    world::BYSTANDER,
};

impl Course<'_> {
    pub(super) fn withdraw(&mut self, case: &AnyCase) -> Fallible<(tongquan::AnyStep, Stamp)> {
        let reason = if self.luck.chance(500) { Some("（虚构）另行申请".parse()?) } else { None };
        let days = self.luck.few(0, 4);
        let told = self.by_applicant(case.record(), Withdraw { reason }, days)?;
        told.ok_or_else(|| "not withdrawn".into())
    }

    pub(super) fn filed(&mut self, case: &AnyCase, it: &Case<Filed>) -> Fallible<Next> {
        let record = it.record();
        let licence = record.docket().is_licence();
        if self.fate.unanswered && licence {
            return self.deemed(record);
        }
        if matches!(it.stage().desk(), Desk::Venue | Desk::Before(_)) {
            return self.pass_on(case, if licence { 1 } else { 2 });
        }
        if self.fate.on_spot > 0
            && let Some(material) = self.luck.pick(&record.file().materials)
        {
            self.fate.on_spot -= 1;
            let step = CorrectOnSpot { material: material.clone(), what: "（虚构）更正笔误".parse()? };
            let step = self.act(record, step, Role::Intake, 0)?;
            if !licence || in_time(record, &step)? {
                return Ok(step);
            }
        }
        let days = self.luck.few(0, if licence { 2 } else { 4 });
        let answer = self.answered(record, days)?;
        if licence && !in_time(record, &answer)? {
            return self.deemed(record);
        }
        Ok(answer)
    }

    fn answered(&mut self, record: &Record, days: u32) -> Fallible<Next> {
        if self.fate.turned_away {
            let step = NotAccept { receipt: self.paper("BSL")?, ground: self.ground(record)? };
            return self.act(record, step, Role::Accepting, days);
        }
        let Some(standard) = record.standard() else { return self.accept(record, days) };
        let filed = &record.file().materials;
        let mut materials: Vec<Mark> = standard.required.iter().filter(|it| !filed.contains(it)).cloned().collect();
        if self.fate.asks_more {
            let more: Vec<&Mark> = standard.every_material().filter(|it| !materials.contains(it)).collect();
            materials.extend(self.luck.pick(&more).map(|it| (*it).clone()));
        }
        if materials.is_empty() {
            return self.accept(record, days);
        }
        self.act(record, AskForCorrections { materials }, Role::Accepting, days)
    }

    fn accept(&mut self, record: &Record, days: u32) -> Fallible<Next> {
        let step = Accept { receipt: self.paper("SL")? };
        self.act(record, step, Role::Accepting, days)
    }

    /// Nobody has answered: some days after the law's five somebody records it.
    fn deemed(&mut self, record: &Record) -> Fallible<Next> {
        let over = self.over(&Clock::of_notice(record.filed()))?;
        if self.luck.chance(500) {
            return self.act_at(record, DeemAccepted {}, Role::Accepting, over);
        }
        let by = tongquan::Actor::Applicant(record.file().applicant.clone());
        Ok(Some((DeemAccepted {}.into(), Stamp { at: over, by })))
    }

    /// A moment after a clock has run out.
    fn over(&mut self, clock: &Clock) -> Fallible<tongquan::Moment> {
        let last = clock.deadline(self.world.office.now().calendar())?.ok_or("no last day")?;
        let days = self.luck.few(1, 4);
        self.world.days.later(tongquan::Moment::new(last, 17, 0, 0)?, days, self.luck)
    }

    fn pass_on(&mut self, case: &AnyCase, most: u32) -> Fallible<Next> {
        let keeper = case.papers_with().and_then(|it| it.to_body()).ok_or("nobody has the papers")?;
        let days = self.luck.few(0, most);
        let (by, at) = (self.somebody(keeper)?, self.later(case.record(), days)?);
        Ok(Some((PassOn {}.into(), Stamp { at, by })))
    }

    fn ground(&mut self, record: &Record) -> Fallible<Ground> {
        let condition =
            record.standard().and_then(|it| it.acceptance.first()).filter(|_| !record.docket().is_licence());
        Ok(match (self.luck.between(0, 3), condition) {
            (0, _) => Ground::NothingToApplyFor,
            (1 | 2, Some(condition)) => Ground::ConditionUnmet(condition.clone()),
            _ => Ground::AnotherIsCompetent(BYSTANDER.into()),
        })
    }

    pub(super) fn correcting(&mut self, it: &Case<Correcting>) -> Fallible<Next> {
        let (record, stage) = (it.record(), it.stage());
        let mut outstanding: Vec<Mark> = it.outstanding().into_iter().cloned().collect();
        let parts = std::mem::take(&mut self.fate.in_parts) && outstanding.len() > 1;
        if parts {
            outstanding.truncate(1);
        } else if self.fate.silent && !outstanding.is_empty() {
            let Some(clock) = record.clock(Period::Corrections) else { return Ok(None) };
            let at = self.over(&clock)?;
            if self.luck.chance(300) {
                let ground = Ground::StillIncomplete(outstanding);
                return self.act_at(record, NotAccept { receipt: self.paper("BSL")?, ground }, Role::Accepting, at);
            }
            return self.act_at(record, Lapse {}, Role::Accepting, at);
        }
        if !outstanding.is_empty() {
            let days = self.luck.few(1, 9);
            return self.by_applicant(record, HandInCorrections { materials: outstanding }, days);
        }
        let days = self.luck.few(0, 3);
        if self.fate.not_in_form && !stage.supplied().is_empty() {
            let ground = Ground::StillIncomplete(stage.asked().iter().take(1).cloned().collect());
            return self.act(record, NotAccept { receipt: self.paper("BSL")?, ground }, Role::Accepting, days);
        }
        self.accept(record, days)
    }

    pub(super) fn accepted(&mut self, case: &AnyCase, it: &Case<Accepted>) -> Fallible<Next> {
        let (record, stage) = (it.record(), it.stage());
        let route = record.route();
        let elsewhere = match stage.desk() {
            Desk::Venue | Desk::Before(_) => true,
            Desk::Accepting => route.acts().is_none() && !route.acceptance().is.is_same(route.decision().is),
            Desk::Deciding => false,
        };
        if elsewhere {
            return self.pass_on(case, 3);
        }
        if self.fate.moved
            && let Some(moved) = self.moved(case)?
        {
            return Ok(Some(moved));
        }
        let standard = record.standard();
        if self.fate.suspended > 0 && !stage.reviewed().is_empty() {
            self.fate.suspended -= 1;
            let open = standard.into_iter().flat_map(|it| &it.procedures).find(|it| !self.settled.contains(it));
            if let Some(procedure) = open.cloned() {
                self.settled.push(procedure.clone());
                let needs = Limit { amount: u16::try_from(self.luck.between(5, 30))?, unit: TimeUnit::WorkingDay };
                let notice = self.paper("TZ")?;
                let days = self.luck.few(0, 2);
                return self.act(record, Suspend { procedure, needs, notice }, Role::Deciding, days);
            }
        }
        if std::mem::take(&mut self.fate.extended)
            && let Some(extended) = self.extended(record)?
        {
            return Ok(Some(extended));
        }
        let days = self.pace(record);
        match self.review(record, stage) {
            Some(step) => {
                let officers = if step.on_site { self.officers(record)? } else { Vec::new() };
                let finding = if self.luck.chance(200) { Some("（虚构）符合要求".parse()?) } else { None };
                self.act(record, TakeReviewStep { step: step.code.clone(), finding, officers }, Role::Deciding, days)
            }
            None => self.decide(record, days),
        }
    }

    /// So that most are decided within what was promised.
    fn pace(&mut self, record: &Record) -> u32 {
        let steps = record.standard().map_or(1, |it| it.steps.len() as u32 + 1);
        let promised = record.standard().and_then(|it| it.limits).map_or(6, |it| u32::from(it.promised.amount));
        let most = if self.fate.late { promised * 3 } else { promised / steps };
        self.luck.few(0, most.max(1))
    }

    /// The next step that the standard has, if one is to be taken.
    fn review<'r>(&mut self, record: &'r Record, stage: &Accepted) -> Option<&'r OutlineStep> {
        let taken = stage.reviewed();
        if !self.fate.favourable && self.fate.early && !taken.is_empty() {
            return None;
        }
        for step in record.standard().into_iter().flat_map(|it| &it.steps) {
            let share = match (taken.contains(&step.code), step.required) {
                (true, _) if step.repeats => self.fate.repeated,
                (true, _) => continue,
                (false, true) => return Some(step),
                (false, false) => self.fate.optional,
            };
            if !self.settled.contains(&step.code) {
                self.settled.push(step.code.clone());
                if self.luck.chance(share) {
                    return Some(step);
                }
            }
        }
        None
    }

    fn officers(&mut self, record: &Record) -> Fallible<Vec<tongquan::text::Person>> {
        let first = self.world.clerk(self.luck)?;
        let mut second = self.world.clerk(self.luck)?;
        while second == first {
            second = self.world.clerk(self.luck)?;
        }
        let alone = !record.docket().is_licence() && self.luck.chance(300);
        Ok(if alone { vec![first] } else { vec![first, second] })
    }

    fn decide(&mut self, record: &Record, days: u32) -> Fallible<Next> {
        let known = record.standard().into_iter().flat_map(Outline::every_condition);
        if self.fate.favourable {
            return self.act(record, DecideFavourably { attested: known.cloned().collect() }, Role::Deciding, days);
        }
        let known: Vec<&Mark> = known.collect();
        let unmet = match self.luck.pick(&known) {
            Some(condition) => (*condition).clone(),
            // without a handbook, a condition of law
            None => "law-1".parse()?,
        };
        let remedies = vec![Remedy::Reconsideration, Remedy::Litigation];
        self.act(record, DecideUnfavourably { unmet: vec![unmet], remedies }, Role::Deciding, days)
    }

    /// Where a later edition of the list or of the handbook came since.
    fn moved(&mut self, case: &AnyCase) -> Fallible<Option<(tongquan::AnyStep, Stamp)>> {
        let record = case.record();
        let at = self.later(record, 0)?;
        let came = [day(7, 1)?, day(9, 1)?];
        if !came.iter().any(|it| record.filed() < *it && *it <= at.day()) {
            return Ok(None);
        }
        self.fate.moved = false;
        let step = Transfer { reason: "（虚构）改用新版更便于申请人".parse()? };
        let Some((step, stamp)) = self.act_at(record, step, Role::Deciding, at)? else { return Ok(None) };
        Ok(case.check(&step, &stamp, &self.world.office).is_ok().then_some((step, stamp)))
    }

    /// Of a licence whose limit counts working days and runs still.
    fn extended(&mut self, record: &Record) -> Fallible<Option<(tongquan::AnyStep, Stamp)>> {
        let clock = record.clock(Period::Statutory).or_else(|| record.clock(Period::Promised));
        let Some(clock) = clock.filter(|it| it.limit().unit == TimeUnit::WorkingDay) else { return Ok(None) };
        let at = self.later(record, 0)?;
        if !record.docket().is_licence() || clock.overdue(at.day(), self.world.office.now().calendar())? {
            return Ok(None);
        }
        let step = Extend {
            working_days: u16::try_from(self.luck.between(3, 10))?,
            reason: "（虚构）情况复杂".parse()?,
            notice: self.paper("YQ")?,
            approved_by: self.holder(record, Role::Deciding)?,
        };
        self.act_at(record, step, Role::Deciding, at)
    }

    pub(super) fn suspended(&mut self, it: &Case<Suspended>) -> Fallible<Next> {
        let days = self.luck.few(3, 35);
        self.act(it.record(), Resume {}, Role::Deciding, days)
    }
}

/// Before the law deems a licence accepted.
fn in_time(record: &Record, next: &Next) -> Fallible<bool> {
    let Some((_, stamp)) = next else { return Ok(true) };
    Ok(!Clock::of_notice(record.filed()).overdue(stamp.at.day(), tongquan::Calendar::built_in())?)
}
