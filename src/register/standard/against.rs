use std::{collections::HashMap, hash::Hash};

use super::{
    Aspect, Base, Change, Comparison, Condition, Direction, Element, Fee, Limit, Limits, Material, Procedure,
    ReviewStep, Standard, comparison::Note, steps,
};
use crate::{
    law::Fact,
    text::{Mark, Text},
};

impl Standard {
    /// 对照: how this standard differs from another of the item: an earlier edition, or the handbook that a
    /// region's own is drawn from. That both are of one item is the caller's to see. It takes time in proportion to what the two say.
    ///
    /// ```
    /// # let text = r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": [], "conditions": [],
    /// #     "steps": [], "outcome": "确认", "remedies": [],
    /// #     "fees": [{"code": "book", "name": "工本费", "amount": 1000, "by": "（虚构）文件"}]}"#;
    /// # let first: tongquan::register::Standard = serde_json::from_str(text)?;
    /// let mut second = first.clone();
    /// second.fees[0].amount = 1250;
    /// assert_eq!(second.against(&first).zh(), "收费 工本费（book） 10.00元→12.50元，增2.50元（对照手册第1版）");
    /// assert!(first.against(&second).is_within() && first.against(&first).is_empty());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn against(&self, base: &Self) -> Comparison {
        let told = match (&self.own, &base.own) {
            (_, Some(_)) => Base::Own(base.edition),
            (Some(_), None) => Base::Handbook(base.edition),
            (None, None) => Base::Edition(base.edition),
        };
        let mut changes = Vec::new();
        steps::compare(&base.steps, &self.steps, &mut changes);
        list(&base.materials, &self.materials, &mut changes, material);
        list(&base.procedures, &self.procedures, &mut changes, procedure);
        list(&base.fees, &self.fees, &mut changes, fee);
        limit(Element::Limit, base.limits.map(|it| it.promised), self.limits.map(|it| it.promised), &mut changes);
        limit(Element::Notice, base.notice, self.notice, &mut changes);
        list(&base.conditions, &self.conditions, &mut changes, condition);
        let mut single = |element, before: Fact, after: Fact| {
            bare(element, &mut changes).changed(Aspect::Amount, before, after);
        };
        let statutory = |it: Option<Limits>| it.and_then(|it| it.statutory).into();
        single(Element::Corrections, base.corrections.into(), self.corrections.into());
        single(Element::Statutory, statutory(base.limits), statutory(self.limits));
        single(Element::Outcome, base.outcome.clone().into(), self.outcome.clone().into());
        single(Element::Refusal, base.refusal.clone().into(), self.refusal.clone().into());
        single(Element::Remedies, base.told(), self.told());
        single(Element::Licence, base.licence.clone().into(), self.licence.clone().into());
        Comparison { base: told, changes }
    }

    /// How it differs from the state before the reform, as far as its baseline tells; nothing where it has none.
    ///
    /// ```
    /// # let text = r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": [], "conditions": [],
    /// #     "steps": [], "outcome": "确认", "remedies": [],
    /// #     "limits": {"promised": {"amount": 5, "unit": "working_day"}},
    /// #     "baseline": {"promised": {"amount": 9, "unit": "working_day"}}}"#;
    /// # let standard: tongquan::register::Standard = serde_json::from_str(text)?;
    /// let told = standard.against_baseline().ok_or("no baseline")?;
    /// let line = "promised limit 9 working days → 5 working days, 4 working days less (against the baseline)";
    /// assert_eq!(told.to_string(), line);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn against_baseline(&self) -> Option<Comparison> {
        let was = self.baseline.as_ref()?;
        let mut changes = Vec::new();
        if let Some(before) = &was.steps {
            steps::compare(before, &self.steps, &mut changes);
        }
        if let Some(before) = &was.materials {
            list(before, &self.materials, &mut changes, material);
        }
        if let Some(before) = &was.fees {
            list(before, &self.fees, &mut changes, fee);
        }
        if let Some(before) = was.promised {
            limit(Element::Limit, Some(before), self.limits.map(|it| it.promised), &mut changes);
        }
        Some(Comparison { base: Base::Baseline, changes })
    }

    /// The remedies, each once, in one order.
    fn told(&self) -> Fact {
        let mut remedies = self.remedies.clone();
        remedies.sort_unstable();
        remedies.dedup();
        Fact::list(remedies)
    }
}

/// A row of one of the lists: a thing with a code.
pub(super) trait Coded {
    const ELEMENT: Element;
    fn code(&self) -> &Mark;
    fn name(&self) -> &Text;
}

macro_rules! coded {
    ($($Type:ident => $Element:ident),+) => {$(
        impl Coded for $Type {
            const ELEMENT: Element = Element::$Element;
            fn code(&self) -> &Mark {
                &self.code
            }
            fn name(&self) -> &Text {
                &self.name
            }
        }
    )+};
}
coded!(ReviewStep => Step, Material => Material, Procedure => Procedure, Fee => Fee, Condition => Condition);

/// The rows by their codes; of those that share one, which is a fault by itself, the first.
pub(super) fn index<T: Coded>(rows: &[T]) -> HashMap<&Mark, (usize, &T)> {
    keyed(rows.iter().enumerate().map(|(at, it)| (it.code(), (at, it))))
}

/// The first of each key.
pub(super) fn keyed<K: Hash + Eq, V>(pairs: impl IntoIterator<Item = (K, V)>) -> HashMap<K, V> {
    let mut map = HashMap::new();
    for (key, value) in pairs {
        map.entry(key).or_insert(value);
    }
    map
}

/// The rows that an index holds, in their own order.
pub(super) fn rows<'a, T: Coded>(
    list: &'a [T],
    index: &HashMap<&Mark, (usize, &T)>,
) -> impl Iterator<Item = (usize, &'a T)> {
    list.iter().enumerate().filter(|(at, it)| index.get(it.code()).is_some_and(|(first, _)| first == at))
}

pub(super) fn note<'a, T: Coded>(it: &'a T, at: Option<usize>, changes: &'a mut Vec<Change>) -> Note<'a> {
    Note { changes, element: T::ELEMENT, code: Some(it.code()), name: Some(it.name()), at }
}

const fn bare(element: Element, changes: &mut Vec<Change>) -> Note<'_> {
    Note { changes, element, code: None, name: None, at: None }
}

fn list<T: Coded + PartialEq>(before: &[T], after: &[T], changes: &mut Vec<Change>, both: fn(&T, &T, &mut Note<'_>)) {
    if before == after {
        return;
    }
    let direction = |added| if T::ELEMENT == Element::Condition { Direction::Changed } else { Direction::of(added) };
    let (old, new) = (index(before), index(after));
    for (at, it) in rows(after, &new) {
        let mut note = note(it, Some(at), changes);
        match old.get(it.code()) {
            Some((_, was)) => {
                note.changed(Aspect::Name, was.name().clone(), it.name().clone());
                both(was, it, &mut note);
            }
            None => note.add(Aspect::Presence, direction(true), Fact::Nothing, it.name().clone()),
        }
    }
    for (_, was) in rows(before, &old).filter(|(_, it)| !new.contains_key(it.code())) {
        note(was, None, changes).add(Aspect::Presence, direction(false), was.name().clone(), Fact::Nothing);
    }
}

fn material(before: &Material, after: &Material, note: &mut Note<'_>) {
    note.flag(Aspect::Required, [NOT_ASKED, ASKED], before.required, after.required);
    note.changed(Aspect::Dispensable, by_law(before.dispensable), by_law(after.dispensable));
}

fn fee(before: &Fee, after: &Fee, note: &mut Note<'_>) {
    if before.amount != after.amount {
        let direction = Direction::of(before.amount < after.amount);
        note.add(Aspect::Amount, direction, before.amount, after.amount);
    }
    note.changed(Aspect::By, before.by.clone(), after.by.clone());
}

fn procedure(before: &Procedure, after: &Procedure, note: &mut Note<'_>) {
    note.changed(Aspect::Kind, Fact::from(before.kind), Fact::from(after.kind));
    note.flag(Aspect::Payer, [OTHERS_PAY, APPLICANT_PAYS], before.applicant_pays, after.applicant_pays);
}

fn condition(before: &Condition, after: &Condition, note: &mut Note<'_>) {
    note.changed(Aspect::Kind, before.kind, after.kind);
}

/// Longer, dropped, or in another unit is growth (`S41`).
fn limit(element: Element, before: Option<Limit>, after: Option<Limit>, changes: &mut Vec<Change>) {
    if before != after {
        let shrunk = match (before, after) {
            (Some(was), Some(is)) => was.unit == is.unit && is.amount < was.amount,
            (was, _) => was.is_none(),
        };
        bare(element, changes).add(Aspect::Amount, Direction::of(!shrunk), before, after);
    }
}

pub(super) const fn by_law(dispensable: bool) -> Fact {
    if dispensable {
        Fact::Term { zh: "非法定", en: "dispensable" }
    } else {
        Fact::Term { zh: "法定", en: "required by law" }
    }
}

const APPLICANT_PAYS: Fact = Fact::Term { zh: "评审费用由申请人承担", en: "the applicant pays the experts" };
const OTHERS_PAY: Fact =
    Fact::Term { zh: "评审费用不由申请人承担", en: "the applicant does not pay the experts" };
const ASKED: Fact = Fact::Term { zh: "必交", en: "required" };
const NOT_ASKED: Fact = Fact::Term { zh: "非必交", en: "optional" };
