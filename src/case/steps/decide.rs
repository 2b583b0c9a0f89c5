use serde::{Deserialize, Serialize};
use strum::IntoEnumIterator;

use super::{asks_nothing, pass_on::papers_are_with_decider};
use crate::{
    among::Among,
    case::{
        Case, Draft, Record, Stamp, Step,
        stage::{Accepted, Decided, Decision},
    },
    catalogue::Kind,
    law::{Bench, Fact, Permit, Rule},
    register::{Outline, Registers, Remedy},
    text::Mark,
};

/// 作出准予决定: all required steps are done and every condition is attested. Its word (准予, 备案, 确认 …) is the standard's.
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`RequiredStepsDone`](crate::law::Rule::RequiredStepsDone),
/// [`ConditionsAttested`](crate::law::Rule::ConditionsAttested), [`ConditionsInStandard`](crate::law::Rule::ConditionsInStandard),
/// [`NamedOnce`](crate::law::Rule::NamedOnce).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::DecideFavourably}};
/// let (case, stamp, office) = before("review", StepKind::TakeReviewStep)?; // accepted, and nothing reviewed
/// let refused = case.apply(DecideFavourably { attested: vec![] }.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::RequiredStepsDone) && refused.why.names(Rule::ConditionsAttested));
///
/// let (case, stamp, office) = before("review", StepKind::DecideFavourably)?;
/// let attested = vec!["eligible".parse()?, "true".parse()?]; // every condition of the standard, by its code
/// assert_eq!(case.apply(DecideFavourably { attested }.into(), stamp, &office)?.stage(), StageKind::Decided);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecideFavourably {
    /// 符合的条件: the conditions attested, by the standard's codes.
    pub attested: Vec<Mark>,
}

/// 作出不予决定: it names the conditions that are not met, and tells the remedies.
///
/// Rules: [`PapersPassedOn`](crate::law::Rule::PapersPassedOn), [`UnmetNamed`](crate::law::Rule::UnmetNamed),
/// [`ConditionsInStandard`](crate::law::Rule::ConditionsInStandard), [`NamedOnce`](crate::law::Rule::NamedOnce),
/// [`RemediesTold`](crate::law::Rule::RemediesTold).
///
/// ```
/// # let before = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/docs/before.rs"));
/// use tongquan::{Rule, case::{StageKind, StepKind, steps::DecideUnfavourably}, register::Remedy};
/// let (case, stamp, office) = before("unfavourable", StepKind::DecideUnfavourably)?;
/// let bare = DecideUnfavourably { unmet: vec![], remedies: vec![] };
/// let refused = case.apply(bare.into(), stamp, &office).unwrap_err();
/// assert!(refused.why.names(Rule::UnmetNamed) && refused.why.names(Rule::RemediesTold));
///
/// let unmet = vec!["eligible".parse()?];
/// let told = DecideUnfavourably { unmet, remedies: vec![Remedy::Reconsideration, Remedy::Litigation] };
/// assert_eq!(refused.case.apply(told.into(), refused.stamp, &office)?.stage(), StageKind::Decided);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecideUnfavourably {
    /// 不符合的条件: the conditions not met, by the standard's codes.
    pub unmet: Vec<Mark>,
    /// 救济途径: the remedies told.
    pub remedies: Vec<Remedy>,
}

asks_nothing!(DecideFavourably, DecideUnfavourably);

fn conditions(standard: Option<&Outline>) -> impl Iterator<Item = &Mark> + Clone {
    standard.into_iter().flat_map(Outline::every_condition)
}

/// Where no handbook is on record, conditions are those of law and policy, which the deciding body names by codes of its own (`S37`).
fn in_standard(named: &[Mark], standard: Option<&Outline>, bench: &mut Bench) {
    if standard.is_none() {
        return;
    }
    let known: Among<'_, Mark> = conditions(standard).collect();
    let unknown = named.iter().filter(|it| !known.has(it));
    bench.require(unknown.clone().next().is_none(), Rule::ConditionsInStandard, || {
        (Fact::list(conditions(standard)), Fact::list(unknown))
    });
}

impl Step<Accepted> for DecideFavourably {
    type To = Decided;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_with_decider(case, bench);
        let standard = case.record().standard();
        let taken = &case.stage().reviewed;
        let steps = standard.map_or(&[][..], |it| &it.steps);
        let open = steps.iter().filter(|it| it.required && !taken.contains(&it.code)).map(|it| &it.code);
        bench.require(open.clone().next().is_none(), Rule::RequiredStepsDone, || (Fact::list(open), Fact::list(taken)));
        let known = conditions(standard);
        let attested: Among<'_, Mark> = self.attested.iter().collect();
        let silent = known.filter(|it| !attested.has(it));
        bench.require(silent.clone().next().is_none(), Rule::ConditionsAttested, || {
            (Fact::list(silent), Fact::list(&self.attested))
        });
        in_standard(&self.attested, standard, bench);
        bench.once(&self.attested);
    }

    fn drafts(case: &Case<Accepted>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        Draft::one(Self { attested: conditions(case.record().standard()).cloned().collect() })
    }

    fn enter(&self, _: Accepted, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Decided {
        Decided { decision: Decision { favourable: true, at: stamp.at } }
    }
}

impl Step<Accepted> for DecideUnfavourably {
    type To = Decided;

    fn judge(&self, case: &Case<Accepted>, _: &Stamp, (): &(), bench: &mut Bench) {
        papers_are_with_decider(case, bench);
        let standard = case.record().standard();
        let known = conditions(standard);
        bench.require(!self.unmet.is_empty(), Rule::UnmetNamed, || {
            (if known.clone().next().is_none() { NO_CONDITION } else { Fact::list(known) }, Fact::Nothing)
        });
        in_standard(&self.unmet, standard, bench);
        bench.once(&self.unmet);
        bench.once(&self.remedies);
        // the Licensing Law has both told, whatever the standard says
        let by_law = case.record().brief().item.kind == Kind::Licence;
        let by_standard = |it: &Remedy| standard.is_some_and(|standard| standard.remedies.contains(it));
        let untold = Remedy::iter().filter(|it| (by_law || by_standard(it)) && !self.remedies.contains(it));
        bench.require(untold.clone().next().is_none(), Rule::RemediesTold, || {
            (Fact::list(untold), Fact::list(self.remedies.iter().copied()))
        });
    }

    fn drafts(case: &Case<Accepted>, _: &Stamp, _: Registers<'_>) -> Vec<Draft<Self>> {
        let standard = case.record().standard();
        // without a handbook, a condition of law by a code of one's own
        let any = if standard.is_none() { vec![Mark::blank(1)] } else { Vec::new() };
        let unmet = conditions(standard).cloned().chain(any).collect();
        Draft::one(Self { unmet, remedies: Remedy::iter().collect() })
    }

    fn enter(&self, _: Accepted, _: &Record, stamp: &Stamp, (): &(), _: Permit) -> Decided {
        Decided { decision: Decision { favourable: false, at: stamp.at } }
    }
}

const NO_CONDITION: Fact = Fact::Term {
    zh: "法律、政策所定而未符合的条件",
    en: "conditions of law and policy that are not met",
};
