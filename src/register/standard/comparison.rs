use serde::{Deserialize, Serialize};

use crate::{
    law::Fact,
    term::{named, terms},
    text::{Mark, Text},
};

/// 对照: what differs between a standard and another, or the baseline (`C7`: 只减不增).
///
/// Made by [`Standard::against`](super::Standard::against) and
/// [`Standard::against_baseline`](super::Standard::against_baseline).
///
/// What grew (`S41`): a step or material added or made required, a step also where a required one comes to wait for it;
/// leave to repeat a step; a proceeding that stops the clock, or whose experts the applicant comes to pay; a fee added or raised; a promised limit, or the period for
/// the notice, lengthened, dropped or put in another unit. The reverse has shrunk, but for another unit, which is growth both ways. All else is
/// changed and neither: names, prerequisites, what law requires or is made on site, conditions, the applicant's period for corrections, the statutory limit, the words for outcomes, remedies and the licence.
///
/// Things are the same by their code, under whatever name. Order within a list is no difference, nor are review points,
/// pitfalls and examples, which guide and bind nobody.
///
/// ```
/// use tongquan::register::Standard;
/// let first: Standard = serde_json::from_str(r#"{"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": [],
///     "conditions": [], "steps": [{"code": "site", "name": "现场核查", "required": true}], "outcome": "确认",
///     "remedies": [], "limits": {"promised": {"amount": 5, "unit": "working_day"}}}"#)?;
/// let mut second = Standard { edition: 2, ..first.clone() };
/// second.steps.clear();
/// second.limits.as_mut().ok_or("no limits")?.promised.amount = 8;
/// let told = second.against(&first);
/// let lines = ["环节 现场核查（site） 取消（对照手册第1版）", "承诺时限 5工作日→8工作日，增3工作日（对照手册第1版）"];
/// assert_eq!(told.zh(), lines.join("\n"));
/// assert_eq!(told.grown().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// What the standard is compared with.
    pub base: Base,
    /// Each difference: lists in the order of the later standard, then what it dropped.
    pub changes: Vec<Change>,
}

/// 对照对象: against what a standard is compared.
///
/// See the example of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 改革前基线: the state before the reform, as the first edition gives it.
    Baseline,
    /// 手册: another edition of the handbook.
    Edition(u32),
    /// 所依据的手册: the handbook edition, for a region's own.
    Handbook(u32),
    /// 区域标准: an edition of a region's own.
    Own(u32),
}

/// 手册内容: what kind of thing differs.
///
/// ```
/// use tongquan::{Office, register::Element};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let handbook = office.now().handbook(&"A1-36".parse()?, "2024-03-04".parse()?).ok_or("none")?;
/// let mut quicker = handbook.clone();
/// quicker.limits.as_mut().ok_or("no limits")?.promised.amount = 3;
/// let told: Vec<(Element, &str)> = quicker.against(handbook).changes.iter().map(|it| (it.element, it.element.label())).collect();
/// assert_eq!(told, [(Element::Limit, "承诺时限")]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::EnumIter)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Element {
    /// 环节: a review step.
    Step,
    /// 材料: a paper that is asked for.
    Material,
    /// 特别程序: a proceeding that stops the clock.
    Procedure,
    /// 收费: a fee.
    Fee,
    /// 承诺时限: the limit promised.
    Limit,
    /// 告知期限: the period for the one notice of corrections.
    Notice,
    /// 补正期限: the applicant's period for corrections.
    Corrections,
    /// 法定时限: the limit of the law.
    Statutory,
    /// 条件: a condition of acceptance or review.
    Condition,
    /// 准予决定名称: the word for a favourable outcome.
    Outcome,
    /// 不予决定名称: the word for an unfavourable outcome.
    Refusal,
    /// 救济途径: the remedies, all of them together.
    Remedies,
    /// 证照: the licence that results.
    Licence,
}

terms!(Element {
    Self::Step => "环节", "step";
    Self::Material => "材料", "material";
    Self::Procedure => "特别程序", "special procedure";
    Self::Fee => "收费", "fee";
    Self::Limit => "承诺时限", "promised limit";
    Self::Notice => "告知期限", "period for the notice";
    Self::Corrections => "补正期限", "period for corrections";
    Self::Statutory => "法定时限", "statutory limit";
    Self::Condition => "条件", "condition";
    Self::Outcome => "予以办理用语", "word for a favourable outcome";
    Self::Refusal => "不予办理用语", "word for an unfavourable outcome";
    Self::Remedies => "救济途径", "remedies";
    Self::Licence => "证照", "licence";
});
named!(word: Element);

/// 变化方面: in what it differs.
///
/// See the example of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// 有无: it is there in one of the two only. Where its place is taken by a step that merges it, the other side
    /// names that one.
    Presence,
    /// 名称: what it is called.
    Name,
    /// 必经、必交: whether it is required.
    Required,
    /// 必经环节的前置: whether a required step waits for it, so that it is required in effect.
    Awaited,
    /// 可否重复: whether a step may be repeated.
    Repeats,
    /// 法定与否: whether it is dispensable.
    Dispensable,
    /// 是否实地: whether a step is made on site.
    OnSite,
    /// 前置环节: the steps that it waits for.
    After,
    /// 合并环节: what it takes the place of.
    Merges,
    /// 数额: how much, how long, which.
    Amount,
    /// 收费依据: what allows a fee.
    By,
    /// 类别: which kind of condition, or of proceeding.
    Kind,
    /// 费用承担: whether the applicant pays the experts of a proceeding.
    Payer,
}

terms!(Aspect {
    Self::Presence => "有无", "presence";
    Self::Name => "名称", "name";
    Self::Required => "必要", "required";
    Self::Awaited => "必经环节的前置", "awaited by required steps";
    Self::Repeats => "重复", "repeats";
    Self::Dispensable => "法定与否", "dispensable";
    Self::OnSite => "是否实地", "on site";
    Self::After => "前置环节", "prerequisites";
    Self::Merges => "合并环节", "merges";
    Self::Amount => "数额", "amount";
    Self::By => "收费依据", "basis";
    Self::Kind => "类别", "kind";
    Self::Payer => "费用承担", "who pays";
});
named!(word: Aspect);

/// 增减: in which direction it differs.
///
/// See the example of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::EnumIter, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 增: there is more of it (`S41`): refused, unless a law is cited.
    Grown,
    /// 减: there is less of it.
    Shrunk,
    /// 变: neither more nor less; conditions always (`S41`).
    Changed,
}

terms!(Direction {
    Self::Grown => "增", "grown";
    Self::Shrunk => "减", "shrunk";
    Self::Changed => "变", "changed";
});
named!(word: Direction);

impl Direction {
    pub(super) const fn of(grew: bool) -> Self {
        if grew { Self::Grown } else { Self::Shrunk }
    }
}

/// 变化: one difference of one thing.
///
/// ```
/// use tongquan::{Office, register::{Aspect, Base, Element, Direction}};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let first = office.now().handbook(&"A1-36".parse()?, "2024-03-04".parse()?).ok_or("none")?;
/// let mut second = first.clone();
/// second.steps[1].required = true; // the site is to be seen each time
/// let told = second.against(first);
/// let grown = told.grown().next().ok_or("nothing grew")?;
/// assert_eq!((told.base, grown.element, grown.aspect, grown.direction), (Base::Edition(1), Element::Step, Aspect::Required, Direction::Grown));
/// assert_eq!((grown.code.as_ref().map(|it| it.as_str()), grown.at), (Some("site"), Some(1)));
/// assert_eq!((grown.before.zh(), grown.after.zh(), grown.direction.label()), ("非必经".into(), "必经".into(), "增"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of thing.
    pub element: Element,
    /// Its code, where things of its kind have one.
    pub code: Option<Mark>,
    /// Its name, where things of its kind have one; the later, where they differ.
    pub name: Option<Text>,
    /// Its place in the list of the later standard, counted from 0; none where it is not there, or is in no list.
    pub at: Option<usize>,
    /// In what it differs.
    pub aspect: Aspect,
    /// In which direction it differs.
    pub direction: Direction,
    /// How it was. Fees are in fen 分.
    pub before: Fact,
    /// How it is now.
    pub after: Fact,
}

impl Comparison {
    /// 增加的: each thing that grew, as `S41` counts.
    pub fn grown(&self) -> impl Iterator<Item = &Change> {
        self.of(Direction::Grown)
    }
    /// The changes that go in one direction.
    pub fn of(&self, direction: Direction) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |it| it.direction == direction)
    }
    /// 只减不增: whether nothing grew.
    pub fn is_within(&self) -> bool {
        self.grown().next().is_none()
    }
    /// Whether nothing differs.
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Where the changes of one thing are noted.
pub(super) struct Note<'a> {
    pub(super) changes: &'a mut Vec<Change>,
    pub(super) element: Element,
    pub(super) code: Option<&'a Mark>,
    pub(super) name: Option<&'a Text>,
    pub(super) at: Option<usize>,
}

impl Note<'_> {
    pub(super) fn add(
        &mut self,
        aspect: Aspect,
        direction: Direction,
        before: impl Into<Fact>,
        after: impl Into<Fact>,
    ) {
        let (element, at) = (self.element, self.at);
        let (code, name) = (self.code.cloned(), self.name.cloned());
        self.changes.push(Change {
            element,
            code,
            name,
            at,
            aspect,
            direction,
            before: before.into(),
            after: after.into(),
        });
    }

    /// Notes a change that is neither growth nor shrinking, where there is one.
    pub(super) fn changed<T: PartialEq + Into<Fact>>(&mut self, aspect: Aspect, before: T, after: T) {
        if before != after {
            self.add(aspect, Direction::Changed, before, after);
        }
    }

    /// Notes that what was not so is so: growth; or the reverse. The words are for not so, and so.
    pub(super) fn flag(&mut self, aspect: Aspect, [not, so]: [Fact; 2], before: bool, after: bool) {
        if before != after {
            let (was, is) = if after { (not, so) } else { (so, not) };
            self.add(aspect, Direction::of(after), was, is);
        }
    }
}
