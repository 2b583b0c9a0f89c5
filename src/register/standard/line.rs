use std::collections::{HashMap, HashSet};

use super::{Aspect, Change, Element, Grown, Standard, region};
use crate::{
    law::{Fact, Faults, Rule},
    place::Region,
    text::Mark,
};

/// 一事项的全部标准: holds the standards of one item beside each other, the handbook's editions and the regions' own in the
/// order recorded, each with its path; every fault is added. What each must hold by itself is [`Standard::check`]'s.
///
/// Editions count 1, 2 … and each begins on a later day ([`EditionFollows`](Rule::EditionFollows)), the handbook's and
/// those of each region by themselves.
///
/// A handbook is held against the edition before it, the first against its baseline, where it has one: for what grew a
/// law or higher policy is cited ([`StandardShrinks`](Rule::StandardShrinks)), and for nothing else
/// ([`GrowthIsThere`](Rule::GrowthIsThere)).
///
/// A region's own is held against the handbook edition that it is drawn from, which is recorded before it
/// ([`HandbookKnown`](Rule::HandbookKnown)). It may shorten days in the same unit (`SDOBE30`), lower or drop fees, and
/// drop, merge or make optional the steps and materials that the handbook marks as dispensable; the rest stands
/// exactly, names included ([`RegionAddsNothing`](Rule::RegionAddsNothing)). A step that merges is no more than those
/// whose place it takes: required only where one of them is, repeated only where one of them may be. They are steps of
/// the handbook ([`StepKnown`](Rule::StepKnown)), no longer stand by themselves, and go into one step each. Whoever
/// waited for them waits for it; it waits for what they waited for. Only a step that waited for a dropped one may wait
/// for others in its stead, or for none, as long as no optional step becomes required by it.
///
/// ```
/// use tongquan::{Rule, law::Faults, register::{Standard, check_line}};
/// let first: Standard = serde_json::from_str(r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": [],
///     "conditions": [], "steps": [{"code": "desk", "name": "材料审查", "required": true}], "outcome": "确认",
///     "remedies": []}"#)?;
/// let mut second = Standard { edition: 2, from: "2022-01-01".parse()?, ..first.clone() };
/// second.steps.push(serde_json::from_str(r#"{"code": "site", "name": "现场核查", "required": false}"#)?);
///
/// let mut faults = Faults::default();
/// check_line(&[("[0]".into(), &first), ("[1]".into(), &second)], &mut faults);
/// assert_eq!((faults.all().len(), faults.all()[0].path.as_str()), (1, "[1].steps[1]"));
/// assert!(faults.names(Rule::StandardShrinks));
///
/// second.grown.push(serde_json::from_str(r#"{"element": "step", "code": "site", "by": "（虚构）上级文件"}"#)?);
/// let mut faults = Faults::default();
/// check_line(&[("[0]".into(), &first), ("[1]".into(), &second)], &mut faults);
/// assert!(faults.all().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn check_line(line: &[(String, &Standard)], faults: &mut Faults) {
    let mut handbooks: HashMap<u32, &Standard> = HashMap::new();
    let mut last: HashMap<Option<Region>, &Standard> = HashMap::new();
    for (path, it) in line {
        let before = last.insert(it.own.map(|own| own.region), it);
        it.follows(path, before, faults);
        if let Some(own) = it.own {
            let newest = || handbooks.keys().max().map(|it| u64::from(*it));
            let replaced = |later: &&Standard| later.edition > own.handbook && later.from <= it.from;
            match handbooks.get(&own.handbook).filter(|_| !handbooks.values().any(replaced)) {
                Some(handbook) => region::adds_nothing(path, it, handbook, faults),
                None => faults.require(false, Rule::HandbookKnown, || {
                    (format!("{path}.own.handbook"), newest(), u64::from(own.handbook))
                }),
            }
        } else {
            it.shrinks(path, before, faults);
            handbooks.entry(it.edition).or_insert(it);
        }
    }
}

impl Standard {
    fn follows(&self, path: &str, before: Option<&Self>, faults: &mut Faults) {
        let next = before.map_or(1, |it| it.edition.saturating_add(1));
        faults.require(self.edition == next, Rule::EditionFollows, || {
            (format!("{path}.edition"), u64::from(next), u64::from(self.edition))
        });
        if let Some(before) = before {
            faults.require(before.from < self.from, Rule::EditionFollows, || {
                (format!("{path}.from"), before.from, self.from)
            });
        }
    }

    fn shrinks(&self, path: &str, before: Option<&Self>, faults: &mut Faults) {
        let told = before.map_or_else(|| self.against_baseline(), |before| Some(self.against(before)));
        let cited: HashSet<(Element, Option<&Mark>)> = self.grown.iter().map(Grown::of).collect();
        let mut grown = HashSet::new();
        for it in told.iter().flat_map(|it| it.grown()) {
            grown.insert(it.of());
            faults.require(cited.contains(&it.of()), Rule::StandardShrinks, || {
                (it.path(path), it.before.clone(), it.after.clone())
            });
        }
        for (at, it) in self.grown.iter().enumerate() {
            faults.require(grown.contains(&it.of()), Rule::GrowthIsThere, || {
                let got = it.code.as_ref().map_or_else(|| it.element.into(), Fact::from);
                (format!("{path}.grown[{at}]"), Fact::Nothing, got)
            });
        }
    }
}

impl Grown {
    const fn of(&self) -> (Element, Option<&Mark>) {
        (self.element, self.code.as_ref())
    }
}

impl Change {
    const fn of(&self) -> (Element, Option<&Mark>) {
        (self.element, self.code.as_ref())
    }

    /// Where it stands in the later standard.
    pub(super) fn path(&self, standard: &str) -> String {
        let list = match self.element {
            Element::Step => "steps",
            Element::Material => "materials",
            Element::Procedure => "procedures",
            Element::Fee => "fees",
            Element::Limit | Element::Statutory => "limits",
            Element::Notice => "notice",
            Element::Corrections => "corrections",
            Element::Condition => "conditions",
            Element::Outcome => "outcome",
            Element::Refusal => "refusal",
            Element::Remedies => "remedies",
            Element::Licence => "licence",
        };
        let field = match self.aspect {
            Aspect::Presence | Aspect::Awaited => "",
            Aspect::Name => ".name",
            Aspect::Required => ".required",
            Aspect::Repeats => ".repeats",
            Aspect::Dispensable => ".dispensable",
            Aspect::OnSite => ".on_site",
            Aspect::After => ".after",
            Aspect::Merges => ".merges",
            Aspect::Amount => ".amount",
            Aspect::By => ".by",
            Aspect::Kind => ".kind",
            Aspect::Payer => ".applicant_pays",
        };
        self.at.map_or_else(|| format!("{standard}.{list}"), |at| format!("{standard}.{list}[{at}]{field}"))
    }
}
