//! What a matter is held against, and who may take its steps.

use std::fmt::Debug;

use crate::{
    body::{Actor, Body, Party},
    case::{Docket, Record},
    law::{Bench, Fact, Rule},
    place::Region,
    register::{Office, Registers},
    route::Route,
};

/// 对照对象: what a matter is held against: a case, and the office. Closed to other crates.
///
/// See the example of [`OnCase`].
pub trait Beside<'b>: Copy + super::dossier::sealed::Sealed {
    /// The case as an entry saw it; where a matter may be of something else, perhaps none.
    type Docket: Copy + Debug;
    /// The record of the case that the matter stands beside.
    fn record(self) -> Option<&'b Record>;
    /// The office whose registers it is held against.
    fn office(self) -> &'b Office;
    #[doc(hidden)]
    fn docket(docket: Option<Docket<'b>>) -> Option<Self::Docket>;
}

/// 所见: office, registers and case, as an entry of a matter saw them.
#[derive(Clone, Copy, Debug)]
pub struct View<'b, B: Beside<'b>> {
    pub(super) office: &'b Office,
    pub(super) registers: Registers<'b>,
    pub(super) docket: B::Docket,
}

/// 就一办件: a case, as its record tells it, and the office that keeps the registers.
///
/// ```
/// use tongquan::{AnyCase, Office, oversight::{Dispute, Dossier, Minutes, OnCase}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/review.json")?)?;
/// let mut stored: serde_json::Value = serde_json::from_str(&std::fs::read_to_string("tests/golden/dossiers.json")?)?;
/// let minutes: Minutes<Dispute> = serde_json::from_value(stored["dispute"].take())?;
/// // the same case and office for whatever is opened, taken or proven beside it
/// let beside = OnCase { record: case.record(), office: &office };
/// let dispute = Dossier::prove(minutes, beside)?;
/// assert!(dispute.owed().is_empty()); // concluded, paid and reimbursed
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OnCase<'b> {
    /// The record of the case that the matter stands beside.
    pub record: &'b Record,
    /// The office whose registers it is held against.
    pub office: &'b Office,
}

impl<'b> Beside<'b> for OnCase<'b> {
    type Docket = Docket<'b>;
    fn record(self) -> Option<&'b Record> {
        Some(self.record)
    }
    fn office(self) -> &'b Office {
        self.office
    }
    fn docket(docket: Option<Docket<'b>>) -> Option<Docket<'b>> {
        docket
    }
}

/// 就登记或办件: the office, and the case where the matter is of one.
///
/// See the example of [`Finding`](super::Finding).
#[derive(Clone, Copy, Debug)]
pub struct InOffice<'b> {
    /// The office whose registers it is held against.
    pub office: &'b Office,
    /// The case, where it is of one.
    pub record: Option<&'b Record>,
}

impl<'b> Beside<'b> for InOffice<'b> {
    type Docket = Option<Docket<'b>>;
    fn record(self) -> Option<&'b Record> {
        self.record
    }
    fn office(self) -> &'b Office {
        self.office
    }
    fn docket(docket: Option<Docket<'b>>) -> Option<Option<Docket<'b>>> {
        Some(docket)
    }
}

impl super::dossier::sealed::Sealed for OnCase<'_> {}
impl super::dossier::sealed::Sealed for InOffice<'_> {}

/// Who may take a step of a matter.
#[derive(Clone, Debug)]
pub(super) enum Doer<'a> {
    Party(Party<'a>),
    Body(Body),
    /// Any unit of a region.
    UnitOf(Region),
}

impl Doer<'_> {
    fn is(&self, by: &Body) -> bool {
        match (self, by) {
            (Self::Party(party), by) => party.is(by),
            (Self::Body(body), by) => body.is(by),
            (Self::UnitOf(region), Body::Unit(unit)) => unit.region == *region,
            (Self::UnitOf(_), Body::Department(_) | Body::City(_) | Body::Partner(_)) => false,
        }
    }
}

impl From<Doer<'_>> for Fact {
    fn from(it: Doer<'_>) -> Self {
        match it {
            Doer::Party(party) => party.into(),
            Doer::Body(body) => (&body).into(),
            Doer::UnitOf(region) => Self::Told { zh: format!("{region}的单位"), en: format!("a unit of {region}") },
        }
    }
}

impl<'a> From<Party<'a>> for Doer<'a> {
    fn from(it: Party<'a>) -> Self {
        Self::Party(it)
    }
}

/// The step is taken for one of these bodies.
pub(super) fn done_by<'a>(doers: impl IntoIterator<Item = Doer<'a>>, by: &Actor, bench: &mut Bench) {
    let doers: Vec<Doer<'a>> = doers.into_iter().collect();
    let one = by.body().is_some_and(|body| doers.iter().any(|it| it.is(body)));
    bench.require(one, Rule::MatterActor, || {
        let mut told: Vec<Fact> = Vec::new();
        for it in doers.into_iter().map(Fact::from) {
            // who holds two parts is told once
            if !told.contains(&it) {
                told.push(it);
            }
        }
        (Fact::list(told), by)
    });
}

/// 决定单位: who decides on a route; at a window that decides directly, the window in its name.
pub(super) fn decider<'a>(route: &Route<'a>) -> Party<'a> {
    route.acts().map_or(route.decision().is, |it| it.is)
}

/// 受理单位: who accepts on a route; at a window that decides directly, the window.
pub(super) fn acceptor<'a>(route: &Route<'a>) -> Party<'a> {
    route.acts().map_or(route.acceptance().is, |it| it.is)
}
