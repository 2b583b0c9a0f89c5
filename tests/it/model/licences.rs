//! Licences after issue, revocation and reopening (rulebook 11; C5; S26, S59).

use std::collections::BTreeSet;

pub(crate) const REPOSITORIES: [&str; 2] = ["province", "city"];

/// S26, S59: a revocation leaves case and licence as they are (撤销不改动证照), so that what may
/// happen to the licence stays as it is. `true`: once the decision is revoked its licence is only
/// cancelled, not changed any more, nor issued.
const REVOKED_LEAVES_ONLY_CANCELLING: bool = false;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// Each act is on both carriers at once.
    Issue,
    Change,
    Cancel,
    /// Of the decision.
    Revoke,
    /// Which act, counted from 0, and to which repository.
    Sync(usize, &'static str),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// How many acts there were.
    pub(crate) acts: usize,
    pub(crate) issued: bool,
    pub(crate) cancelled: bool,
    pub(crate) revoked: bool,
    /// Act and repository: what is still to be synced.
    pub(crate) open: BTreeSet<(usize, &'static str)>,
}

/// The state after, or why not.
///
/// CHOICE: each act is synced on its own; a later act does not do for an earlier one, nor need they
/// go in order. CHOICE: a cancelled licence is at its end, and what is owed for it is owed on.
pub(crate) fn after(state: &State, event: Event) -> Result<State, &'static str> {
    let mut next = state.clone();
    match event {
        Event::Issue if state.issued => return Err("issued_already"),
        Event::Change | Event::Cancel if !state.issued => return Err("not_issued"),
        Event::Change | Event::Cancel if state.cancelled => return Err("cancelled"),
        Event::Issue | Event::Change if state.revoked && REVOKED_LEAVES_ONLY_CANCELLING => return Err("revoked"),
        // S59: once for a case.
        Event::Revoke if state.revoked => return Err("revoked_already"),
        Event::Sync(act, _) if act >= state.acts => return Err("no_such_act"),
        Event::Sync(act, to) if !state.open.contains(&(act, to)) => return Err("synced_already"),
        Event::Issue => next.issued = true,
        Event::Cancel => next.cancelled = true,
        Event::Revoke => next.revoked = true,
        Event::Change => (),
        Event::Sync(act, to) => {
            next.open.remove(&(act, to));
        }
    }
    if matches!(event, Event::Issue | Event::Change | Event::Cancel) {
        next.open.extend(REPOSITORIES.map(|to| (state.acts, to)));
        next.acts += 1;
    }
    Ok(next)
}

/// All of them, or the place of the first that is refused, and why.
pub(crate) fn run(events: &[Event]) -> Result<State, (usize, &'static str)> {
    events
        .iter()
        .enumerate()
        .try_fold(State::default(), |state, (place, event)| after(&state, *event).map_err(|why| (place, why)))
}

/// What a revocation leaves to be done to the licence.
pub(crate) fn to_be_cancelled(state: &State) -> bool {
    state.revoked && state.issued && !state.cancelled
}

/// S59: the body that decided, or the one that decides the item there on the day.
///
/// CHOICE: the first issue is a step of the case, and its deciding body's (rulebook 5).
pub(crate) fn may_act<'a>(act: Event, decided: &'a str, decides_now: Option<&'a str>) -> BTreeSet<&'a str> {
    match act {
        Event::Issue => BTreeSet::from([decided]),
        Event::Change | Event::Cancel => [Some(decided), decides_now].into_iter().flatten().collect(),
        Event::Revoke | Event::Sync(..) => panic!("no act on a licence: {act:?}"),
    }
}

/// S59: the body that decided, or the one whose seal is on the decision, with its ground; any
/// decided case, favourable or not, sealed or not. A non-acceptance is decided by who refuses it,
/// and its receipt carries that body's stamp (S28): that body alone.
///
/// CHOICE: before it is sealed it carries nobody's seal, and the decider alone revokes it.
pub(crate) fn may_revoke<'a>(stage: &str, accepts: &'a str, decided: &'a str, seal_of: &'a str) -> BTreeSet<&'a str> {
    match stage {
        "not_accepted" => BTreeSet::from([accepts]),
        "decided" => BTreeSet::from([decided]),
        "sealed" | "licensed" | "concluded" | "closed" => BTreeSet::from([decided, seal_of]),
        _ => BTreeSet::new(),
    }
}

/// S26, S59: once revoked, what was decided may be handled anew, as another case; by whoever may
/// revoke.
///
/// CHOICE: what stands is not handled a second time, so it follows a revocation; and it is told once,
/// as the revocation is.
pub(crate) fn reopening_refused(state: &str, case: &str, new_case: &str) -> Option<&'static str> {
    match state {
        "" => Some("not_revoked"),
        "revoked" => (new_case == case).then_some("no_new_case"),
        "reopened" => Some("reopened_already"),
        other => panic!("no such state: {other}"),
    }
}
