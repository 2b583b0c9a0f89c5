use serde::{Deserialize, Serialize};

use super::{asks_a_period, pass_on::papers_are_with_decider};
use crate::{
    body::Actor,
    case::{Case, Draft, PeriodState, Record, Role, Said, Stamp, Step, laws, stage::Accepted},
    catalogue::Kind,
    law::{Bench, Fact, Permit, Rule},
    register::{Limit, Registers, TimeUnit},
    text::{Mark, Person, Text},
};

/// 延期: a licence's limit to decide is lengthened, once, before it has run out, with the approval of the deciding body's head; the applicant is
/// told the reasons (`APL42x`). Under Seal No. 2 that head is the region's (`S16`). It is the statutory limit that must not have run out; the promised
/// one is lengthened too, unless it had (`S49`). That the head is not the clerk who asks, the service sees to.
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`ExtensionForLicence`](crate::law::Rule::ExtensionForLicence),
/// [`ExtensionOnce`](crate::law::Rule::ExtensionOnce), [`ExtensionWithinLaw`](crate::law::Rule::ExtensionWithinLaw),
/// [`ExtensionOfWorkingDays`](crate::law::Rule::ExtensionOfWorkingDays), [`CalendarCovers`](crate::law::Rule::CalendarCovers),
/// [`ExtensionInTime`](crate::law::Rule::ExtensionInTime), [`ExtensionByHead`](crate::law::Rule::ExtensionByHead).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StepKind, steps::Extend}};
/// let (case, stamp, office) = before("licence", StepKind::Extend)?;
/// let head = tongquan::Actor::official(stamp.by.body().ok_or("an applicant")?.clone(), "head-1".parse()?);
/// let by = |working_days| -> Result<Extend, tongquan::text::BadText> {
///     Ok(Extend { working_days, reason: "需补充勘验".parse()?, notice: "YQ-1".parse()?, approved_by: head.clone() })
/// };
/// let refused = case.apply(by(11)?.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::ExtensionWithinLaw)); // ten at most
///
/// let case = refused.case.apply(by(5)?.into(), refused.stamp.clone(), &office)?;
/// assert!(case.check(&by(5)?.into(), &refused.stamp, &office).unwrap_err().names(Rule::ExtensionOnce));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Extend {
    /// 延长工作日数: by how many working days: 1 to 10.
    pub working_days: u16,
    /// 理由: the reasons, as the applicant is told them.
    pub reason: Text,
    /// 延期告知书: the number of the notice that tells them.
    pub notice: Mark,
    /// 批准的负责人: the head, acting for the deciding body; that the person heads it, the service vouches for.
    pub approved_by: Actor,
}

asks_a_period!(Extend: binding);

impl Step<Accepted> for Extend {
    type To = Accepted;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, found: &Said<PeriodState>, bench: &mut Bench) {
        papers_are_with_decider(case, bench);
        let (record, docket) = (case.record(), case.record().docket());
        bench.require(docket.is_licence(), Rule::ExtensionForLicence, || (Kind::Licence, docket.brief().item.kind));
        bench.require(!case.stage().extended, Rule::ExtensionOnce, || (Fact::Nothing, EXTENDED));
        let most = Limit::LICENCE_EXTENSION.amount;
        bench.require((1..=most).contains(&self.working_days), Rule::ExtensionWithinLaw, || {
            let told = Fact::Told { zh: format!("1至{most}个工作日"), en: format!("1 to {most} working days") };
            (told, u64::from(self.working_days))
        });
        let unit = docket.binding().map_or(TimeUnit::WorkingDay, |it| it.limit().unit);
        bench.require(unit == TimeUnit::WorkingDay, Rule::ExtensionOfWorkingDays, || (TimeUnit::WorkingDay, unit));
        found.said.known(bench);
        bench.require(!found.said.is_over(), Rule::ExtensionInTime, || (PeriodState::Running, found.said));
        let applicant = &record.file().applicant;
        laws::judge_holder(Rule::ExtensionByHead, &record.route(), applicant, Role::Deciding, &self.approved_by, bench);
    }

    fn drafts(case: &Case<Accepted>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let record = case.record();
        let nobody = || Actor::Applicant(record.file().applicant.clone());
        let head = record.holder(Role::Deciding).map_or_else(nobody, |it| Actor::official(it, Person::blank(1)));
        Draft::one(Self { working_days: 1, reason: Text::blank(1), notice: Mark::blank(1), approved_by: head })
    }

    fn enter(&self, from: Accepted, _: &Record, _: &Stamp, _: &Said<PeriodState>, _: Permit) -> Accepted {
        Accepted { extended: true, ..from }
    }
}

const EXTENDED: Fact = Fact::Term { zh: "已延期一次", en: "extended before" };
