use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    case::{Act, Brief, Case, Docket, Draft, Listed, Record, StageKind, Stamp, Step, laws, stage::BeforeDecision},
    law::{Bench, Fact, Permit, Rule},
    register::Registers,
    text::Text,
};

/// 改用新版: a running case moves on to the later edition of the catalogue or of the standard. It is the deciding body's recorded choice; without
/// it the case keeps those of its filing day (`S4`).
///
/// The whole brief is replaced by what the registers say on that day, the route with it, but for the permission of the venue that took the papers
/// in (`S51`). Steps taken count by their codes; the limits to decide are those of the later standard, while the period
/// that the applicant was given for corrections stays. Where the new route has whoever has the papers pass
/// them on, or gives the case to nobody of his region, or of the city like him, he passes them on; the windows of the former route stay windows of the
/// case, which may deliver, and take nothing in.
///
/// Rules: [`LaterEdition`](crate::law::Rule::LaterEdition), and those of filing that ask what the case is handled by:
/// [`EditionInForce`](crate::law::Rule::EditionInForce), [`CatalogueAgrees`](crate::law::Rule::CatalogueAgrees),
/// [`RegionHasChosen`](crate::law::Rule::RegionHasChosen), [`ReviewSealNamed`](crate::law::Rule::ReviewSealNamed),
/// [`CrossingResolved`](crate::law::Rule::CrossingResolved), [`HandlerNamed`](crate::law::Rule::HandlerNamed).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::Transfer}};
/// let transfer = Transfer { reason: "新版手册缩短承诺时限，申请人同意".parse()? };
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // nothing later than the day of filing is on record
/// assert!(case.check(&transfer.clone().into(), &stamp, &office).unwrap_err().names(Rule::LaterEdition));
///
/// let (case, stamp, office) = before("licence", StepKind::Transfer)?;
/// case.apply(transfer.into(), stamp, &office)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// 理由: why the case moves on, in words.
    pub reason: Text,
}

impl Act for Transfer {
    type Grounds = Box<Brief>;

    fn look_up(&self, docket: Docket<'_>, stamp: &Stamp, registers: Registers<'_>) -> Box<Brief> {
        Self::found(docket, stamp.at.day(), registers)
    }
}

impl Transfer {
    /// What a case would be handled by. What is no longer on the list, or no longer chosen in its township, leaves the brief as it
    /// is: there is nothing later to move on to.
    pub(in crate::case) fn found(docket: Docket<'_>, day: NaiveDate, registers: Registers<'_>) -> Box<Brief> {
        let kept = docket.brief();
        let found = docket.file().look_up(day, registers).unwrap_or_else(|_| kept.clone());
        Box::new(Brief { admission: kept.admission.clone(), ..found })
    }

    /// Its rules on that.
    pub(in crate::case) fn judge_move(docket: Docket<'_>, day: NaiveDate, found: &Brief, bench: &mut Bench) {
        let kept = docket.brief();
        bench.require(found.is_later_than(kept), Rule::LaterEdition, || {
            let kept = kept.told();
            (Fact::Told { zh: format!("晚于{}", kept.zh()), en: format!("later than {kept}") }, found.told())
        });
        laws::brief(docket.file(), day, found, bench);
    }
}

#[diagnostic::do_not_recommend]
impl<S: BeforeDecision> Step<S> for Transfer
where
    Self: Listed<S>,
{
    type To = S;

    fn judge(&self, case: &Case<S>, stamp: &Stamp, found: &Box<Brief>, bench: &mut Bench) {
        Self::judge_move(case.record().docket(), stamp.at.day(), found, bench);
    }

    fn drafts(_: &Case<S>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self { reason: Text::blank(1) })
    }

    fn enter(&self, from: S, record: &Record, _: &Stamp, found: &Box<Brief>, permit: Permit) -> S {
        let Some(later) = laws::route_of(record.file(), found) else { return from };
        let accepted = matches!(S::KIND, StageKind::Accepted | StageKind::Suspended);
        from.at_desk(&permit, |desk| desk.under(&later, &record.route(), accepted))
    }
}
