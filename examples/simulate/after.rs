//! From the decision to the archive: seal, licence, delivery, with reports and pushes beside them.

use tongquan::{
    Actor, AnyCase, Moment, Record, Seal, Stamp,
    case::{
        Duty, DutyState, Message, Role,
        steps::{Acknowledge, AffixSeal, AffixSealNo2, Close, Deliver, IssueLicence, Push, Reply, Report},
    },
    register::{SealRecord, SealState},
};

use super::{
    Fallible,
    course::{Course, Next},
    shares::SHARES,
    world::World,
};

impl Course<'_> {
    pub(super) fn decided(&mut self, case: &AnyCase) -> Fallible<Next> {
        let record = case.record();
        let concluded = matches!(case, AnyCase::Concluded(_));
        if concluded && self.fate.forgotten {
            return Ok(None);
        }
        if (concluded || self.luck.chance(SHARES.message_first))
            && let Some(next) = self.message(record)?
        {
            return Ok(Some(next));
        }
        let days = self.luck.few(0, 3);
        match case {
            AnyCase::Decided(_) if record.route().seal().is == Seal::No2 => self.seal_no_2(record),
            AnyCase::Decided(_) => self.act(record, AffixSeal {}, Role::Sealing, days),
            AnyCase::Sealed(it) if it.stage().decision().is_favourable() && yields(record) => {
                let step = IssueLicence { number: self.paper("ZZ")? };
                self.act(record, step, Role::Deciding, days)
            }
            AnyCase::Sealed(_) | AnyCase::Licensed(_) => {
                let days = self.luck.few(0, if self.fate.late { 20 } else { 5 });
                self.act(record, Deliver {}, Role::Window, days)
            }
            // every message is answered, or one would have been sent or answered next
            AnyCase::Concluded(_) => self.act(record, Close {}, Role::Deciding, days),
            AnyCase::Filed(_)
            | AnyCase::Correcting(_)
            | AnyCase::Accepted(_)
            | AnyCase::Suspended(_)
            | AnyCase::Closed(_)
            | AnyCase::NotAccepted(_)
            | AnyCase::Withdrawn(_)
            | AnyCase::Lapsed(_) => Ok(None),
        }
    }

    /// One that is to be sent, or answered.
    fn message(&mut self, record: &Record) -> Fallible<Next> {
        let open: Vec<&Duty> = record.duties().iter().filter(|it| !it.is_done()).collect();
        let Some(duty) = self.luck.pick(&open).copied() else { return Ok(None) };
        let days = self.luck.few(0, 3);
        match (&duty.state, duty.message) {
            (DutyState::Owed | DutyState::Rejected(..), Message::Report) => {
                self.act(record, Report {}, Role::Reporting, days)
            }
            (DutyState::Owed | DutyState::Rejected(..), Message::Push(_)) => {
                self.act(record, Push {}, Role::Pushing, days)
            }
            (DutyState::Sent(_) | DutyState::Acknowledged(_), message) => {
                let rejected = self.luck.chance(self.fate.rejected);
                let reply =
                    if rejected { Reply::Rejected("（虚构）要素不全".parse()?) } else { Reply::Acknowledged };
                let by = self.somebody(duty.to.clone().ok_or("sent to nobody")?)?;
                let at = self.later(record, days)?;
                Ok(Some((Acknowledge { message, reply }.into(), Stamp { at, by })))
            }
        }
    }

    /// By a named user, once a seal is in service; until then the case waits (`S21`).
    fn seal_no_2(&mut self, record: &Record) -> Fallible<Next> {
        let days = self.luck.few(0, 3);
        let mut at = self.later(record, days)?;
        while self.world.days.hold(at) {
            let usable = usable(self.world, record, at);
            if let Some(found) = self.luck.pick(&usable) {
                let documents = vec!["（虚构）决定书".parse()?];
                let step = AffixSealNo2 { seal: found.seal, circumstance: "decision".parse()?, documents };
                let Actor::Official { body, .. } = self.holder(record, Role::Sealing)? else { return Ok(None) };
                let person = self.luck.pick(&found.users).ok_or("no user")?.clone();
                return Ok(Some((step.into(), Stamp { at, by: Actor::Official { body, person } })));
            }
            let days = self.luck.between(1, 2);
            at = self.world.days.later(at, days, self.luck)?;
        }
        Ok(None)
    }
}

/// The seals in service there that day; one that was found out since to have been lost is left where it is, for its use would be a finding.
fn usable(world: &World, record: &Record, at: Moment) -> Vec<SealRecord> {
    let (route, day) = (record.route(), at.day());
    let (docket, registers) = (record.docket(), world.office.on(day));
    let held = route.department().into_iter().flat_map(|it| registers.seals_held(it, route.region(), day));
    let found = held.filter_map(|seal| {
        registers.seal_record(seal, &docket.file().item, docket.brief().item.kind, day, docket.filed())
    });
    let in_service = |it: &SealRecord| {
        it.state == SealState::InService && world.office.now().seal_state(it.seal, day) == Some(SealState::InService)
    };
    found.filter(in_service).filter(|it| it.covers_item).collect()
}

fn yields(record: &Record) -> bool {
    record.standard().is_some_and(|it| it.licence.is_some())
}
