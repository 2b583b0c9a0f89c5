//! What the edits share.

use tongquan::{
    Actor, AnyCase, Body, Journal, Record, Region, Rule, Stamp, Unit, UnitKind,
    case::{Act, Entry, StepKind, Taken},
    route::Access,
};

use super::{
    super::{Fallible, luck::Luck, world::World},
    Breach, Planted,
};

/// A lawful case in which something is planted.
pub(super) struct Scene<'a> {
    pub(super) world: &'a World,
    pub(super) case: &'a AnyCase,
    pub(super) luck: &'a mut Luck,
}

impl<'a> Scene<'a> {
    pub(super) fn record(&self) -> &'a Record {
        self.case.record()
    }

    pub(super) fn entries(&self) -> &'a [Entry] {
        self.record().entries()
    }

    pub(super) fn journal(&self) -> Journal {
        self.case.clone().into()
    }

    /// Where an entry of a kind stands: any of them.
    pub(super) fn any(&mut self, kind: impl Fn(&Entry) -> bool) -> Option<usize> {
        let all: Vec<usize> = self.positions(kind).collect();
        self.luck.pick(&all).copied()
    }

    pub(super) fn first(&self, kind: impl Fn(&Entry) -> bool) -> Option<usize> {
        self.positions(kind).next()
    }

    fn positions(&self, kind: impl Fn(&Entry) -> bool) -> impl Iterator<Item = usize> {
        self.entries().iter().enumerate().filter(move |(_, it)| kind(it)).map(|(at, _)| at)
    }

    pub(super) fn has(&self, kind: StepKind) -> bool {
        self.entries().iter().any(|it| it.kind() == kind)
    }

    /// Whether the papers lie with the deciding body from the filing on, and the case kept the editions of that day.
    pub(super) fn is_plain(&self) -> bool {
        let route = self.record().route();
        route.access() == Access::Competent
            && route.acceptance().is.is_same(route.decision().is)
            && !self.has(StepKind::Transfer)
    }

    /// An entry that could stand after so many entries, with what the registers truly say.
    pub(super) fn taken<T: Act>(&self, after: usize, stamp: Stamp, step: T) -> Fallible<Taken<T>> {
        let docket = self.record().as_of(after + 1, stamp.at).ok_or("it did not stand so then")?;
        let found = step.look_up(docket, &stamp, self.world.office.on(stamp.at.day()));
        Ok(Taken { stamp, action: None, step, found })
    }

    /// When an entry was made, and by whom.
    pub(super) fn stamp(&self, at: usize) -> Fallible<Stamp> {
        Ok(self.entries().get(at).ok_or("no such entry")?.stamp().clone())
    }
}

/// One entry, counted from the first after the opening, that breaks these rules.
pub(super) fn breaks(entry: usize, rules: &[Rule]) -> Breach {
    Breach { entry: entry + 1, rules: rules.to_vec() }
}

/// A journal with one breach.
pub(super) fn planted(journal: Journal, entry: usize, rules: &[Rule]) -> Fallible<Planted> {
    Ok(Some((journal, vec![breaks(entry, rules)])))
}

/// A body of a region that no plan names.
pub(super) fn stranger(region: Region, kind: UnitKind) -> Fallible<Body> {
    let id = format!("{}-stranger", super::super::bodies::word(region)?).parse()?;
    Ok(Unit { id, region, kind, name: "某单位（虚构）".parse()? }.into())
}

/// The same stamp, by somebody of another body.
pub(super) fn by_another(stamp: &mut Stamp, body: Body) {
    let person = stamp.by.person().clone();
    stamp.by = Actor::Official { body, person };
}

macro_rules! stamps {
    ($($Step:ident),+) => {
        pub(super) fn stamp_mut(entry: &mut Entry) -> &mut Stamp {
            match entry { $(Entry::$Step(it) => &mut it.stamp),+ }
        }
        pub(super) fn action_mut(entry: &mut Entry) -> &mut Option<tongquan::text::Mark> {
            match entry { $(Entry::$Step(it) => &mut it.action),+ }
        }
    };
}
stamps!(
    CorrectOnSpot,
    AskForCorrections,
    HandInCorrections,
    Accept,
    NotAccept,
    DeemAccepted,
    Lapse,
    PassOn,
    TakeReviewStep,
    Suspend,
    Resume,
    Extend,
    Transfer,
    DecideFavourably,
    DecideUnfavourably,
    AffixSeal,
    AffixSealNo2,
    IssueLicence,
    Deliver,
    Report,
    Push,
    Acknowledge,
    Close,
    Withdraw
);

/// Of a journal, the entry at a place as a step of one kind.
macro_rules! entry {
    ($journal:expr, $at:expr, $Step:ident) => {
        match $journal.entries.get_mut($at) {
            Some(tongquan::case::Entry::$Step(taken)) => taken,
            _ => return Ok(None),
        }
    };
}
pub(super) use entry;

/// Leaves where the case does not allow the fault.
macro_rules! some {
    ($it:expr) => {
        match $it {
            Some(it) => it,
            None => return Ok(None),
        }
    };
}
pub(super) use some;
