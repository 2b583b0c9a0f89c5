//! A desk: a connection of its own, who sits there, and the loop by which a service takes what its clients ask.

use std::path::Path;

use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Refusal, Stamp,
    case::{Action, Applied, Unacted, Unfiled, steps::File},
    text::{BadText, Bilingual, Mark},
};

use crate::store::{Fault, Store};

pub(crate) struct Desk<'o> {
    pub(crate) store: Store,
    office: &'o Office,
    clerk: Actor,
}

/// Why nothing was entered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotEntered {
    #[error(transparent)]
    Unfiled(#[from] Box<Unfiled>),
    #[error(transparent)]
    Refused(#[from] Box<Unacted>),
    #[error(transparent)]
    NumberTaken(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] Fault),
}

impl Bilingual for NotEntered {
    fn zh(&self) -> String {
        match self {
            Self::Unfiled(it) => it.zh(),
            Self::Refused(it) => it.zh(),
            Self::NumberTaken(why) => why.zh(),
            Self::Store(it) => it.zh(),
        }
    }
}

impl<'o> Desk<'o> {
    pub(crate) fn open(path: &Path, office: &'o Office, clerk: Actor) -> Result<Self, Fault> {
        Ok(Self { store: Store::open(path)?, office, clerk })
    }

    pub(crate) fn stamp(&self, at: Moment) -> Stamp {
        Stamp { at, by: self.clerk.clone() }
    }

    /// What the client of this desk sends; it keeps the id until it has an answer.
    pub(crate) fn action(
        &self,
        id: &str,
        expected: Option<usize>,
        step: impl Into<AnyStep>,
        at: Moment,
    ) -> Result<Action, BadText> {
        Ok(Action { id: id.parse()?, expected, step: step.into(), stamp: self.stamp(at) })
    }

    /// The case's number stands for its filing: a retry is known by it.
    pub(crate) fn file(&mut self, step: &File, at: Moment) -> Result<Applied, NotEntered> {
        loop {
            match self.store.load(&step.case) {
                Ok(case) => {
                    case.is_filing(step, &self.clerk)?;
                    return Ok(Applied::Already(case));
                }
                Err(Fault::Unknown(_)) => {}
                Err(why) => return Err(why.into()),
            }
            let case = AnyCase::file(step.clone(), self.stamp(at), self.office)?;
            match self.store.append(&case, 0) {
                Err(Fault::Conflict { .. }) => {} // filed this very moment: by a retry, or by another
                done => return Ok(done.map(|()| Applied::New(case))?),
            }
        }
    }

    /// Reads, asks the crate, appends. Whoever is overtaken in between reads again; then the crate tells, by the version expected, whether the
    /// action still stands. A service with a clock stamps anew each time, since time in a case never runs back.
    pub(crate) fn take(&mut self, number: &Mark, action: &Action) -> Result<Applied, NotEntered> {
        loop {
            let case = self.store.load(number)?;
            let version = case.record().version();
            let case = match case.act(action.clone(), self.office)? {
                Applied::New(case) => case,
                already @ Applied::Already(_) => return Ok(already),
            };
            match self.store.append(&case, version) {
                Err(Fault::Conflict { .. }) => {}
                done => return Ok(done.map(|()| Applied::New(case))?),
            }
        }
    }
}
