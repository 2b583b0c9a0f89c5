use std::fmt;

use super::{Aspect, Base, Change, Comparison, Direction, Element};
use crate::law::Fact;

impl Comparison {
    /// The same in Chinese, one line a change.
    pub fn zh(&self) -> String {
        self.lines(true)
    }

    fn lines(&self, chinese: bool) -> String {
        let against = self.base.told(chinese);
        let line = |what: &str| {
            if chinese { format!("{what}（对照{against}）") } else { format!("{what} (against {against})") }
        };
        if self.is_empty() {
            return line(if chinese { "无变化" } else { "no change" });
        }
        let lines: Vec<String> = self.changes.iter().map(|it| line(&it.told(chinese))).collect();
        lines.join("\n")
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines(false))
    }
}

impl Base {
    /// The same in Chinese.
    pub fn zh(self) -> String {
        self.told(true)
    }

    fn told(self, chinese: bool) -> String {
        match (self, chinese) {
            (Self::Baseline, true) => "改革前基线".to_owned(),
            (Self::Baseline, false) => "the baseline".to_owned(),
            (Self::Edition(it), true) => format!("手册第{it}版"),
            (Self::Edition(it), false) => format!("handbook edition {it}"),
            (Self::Handbook(it), true) => format!("所依据的手册第{it}版"),
            (Self::Handbook(it), false) => format!("handbook edition {it}, which it is drawn from"),
            (Self::Own(it), true) => format!("区域标准第{it}版"),
            (Self::Own(it), false) => format!("the region's own edition {it}"),
        }
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(false))
    }
}

impl Change {
    /// The same in Chinese: what, how it was and is, and by how much it grew or shrank.
    pub fn zh(&self) -> String {
        self.told(true)
    }

    fn told(&self, chinese: bool) -> String {
        let subject = self.subject(chinese);
        if self.aspect == Aspect::Presence {
            return format!("{subject} {}", self.presence(chinese));
        }
        let label = match self.aspect {
            Aspect::Name | Aspect::After | Aspect::Merges | Aspect::By if chinese => {
                format!("{} ", self.aspect.label())
            }
            Aspect::Name | Aspect::After | Aspect::Merges | Aspect::By => format!("{} ", self.aspect),
            Aspect::Presence
            | Aspect::Required
            | Aspect::Awaited
            | Aspect::Repeats
            | Aspect::Dispensable
            | Aspect::OnSite
            | Aspect::Amount
            | Aspect::Kind
            | Aspect::Payer => String::new(),
        };
        let [before, after] = [&self.before, &self.after].map(|it| self.fact(it, chinese));
        let arrow = if chinese { "→" } else { " → " };
        format!("{subject} {label}{before}{arrow}{after}{}", self.by_how_much(chinese))
    }

    fn subject(&self, chinese: bool) -> String {
        let element = if chinese { self.element.label() } else { self.element.english() };
        match (&self.name, &self.code) {
            (Some(name), Some(code)) if chinese => format!("{element} {name}（{code}）"),
            (Some(name), Some(code)) => format!("{element} {name} ({code})"),
            _ => element.to_owned(),
        }
    }

    /// Added, dropped; and by which step its place is taken, or was.
    fn presence(&self, chinese: bool) -> String {
        let added = self.at.is_some();
        let merger = if added { &self.before } else { &self.after };
        match (added, chinese, merger) {
            (true, true, Fact::Nothing) => "新增".to_owned(),
            (true, false, Fact::Nothing) => "added".to_owned(),
            (false, true, Fact::Nothing) => "取消".to_owned(),
            (false, false, Fact::Nothing) => "dropped".to_owned(),
            (true, true, by) => format!("新增，析自“{}”", by.zh()),
            (true, false, by) => format!("added, split out of \"{by}\""),
            (false, true, by) => format!("取消，并入“{}”", by.zh()),
            (false, false, by) => format!("dropped, merged into \"{by}\""),
        }
    }

    fn by_how_much(&self, chinese: bool) -> String {
        let difference = difference(&self.before, &self.after).map(|it| self.fact(&it, chinese));
        match (self.direction, difference) {
            (Direction::Changed, _) => String::new(),
            (direction, much) if chinese => format!("，{}{}", direction.label(), much.unwrap_or_default()),
            (direction, None) => format!(", {direction}"),
            (Direction::Grown, Some(much)) => format!(", {much} more"),
            (Direction::Shrunk, Some(much)) => format!(", {much} less"),
        }
    }

    /// A fee in yuan, a limit with its unit, anything else as it is.
    fn fact(&self, it: &Fact, chinese: bool) -> String {
        if let (Element::Fee, Fact::Number(fen)) = (self.element, it) {
            let yuan = yuan(*fen);
            return if chinese { format!("{yuan}元") } else { format!("CNY {yuan}") };
        }
        match limit(it) {
            Some((amount, unit)) if chinese => format!("{amount}{}", unit.zh()),
            Some((amount, unit)) => {
                let unit = unit.to_string();
                let one = unit.strip_suffix('s').filter(|_| amount == 1);
                format!("{amount} {}", one.unwrap_or(&unit))
            }
            None if chinese => it.zh(),
            None => it.to_string(),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(false))
    }
}

/// An amount in fen 分, told in yuan.
pub(crate) fn yuan(fen: u64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// How far two amounts of one unit are apart.
fn difference(before: &Fact, after: &Fact) -> Option<Fact> {
    if let (Fact::Number(before), Fact::Number(after)) = (before, after) {
        return Some(before.abs_diff(*after).into());
    }
    let ((before, unit), (after, other)) = (limit(before)?, limit(after)?);
    (unit == other).then(|| Fact::List(vec![before.abs_diff(after).into(), unit.clone()]))
}

/// A limit, as facts tell it.
fn limit(it: &Fact) -> Option<(u64, &Fact)> {
    let Fact::List(parts) = it else { return None };
    if let [Fact::Number(amount), unit @ Fact::Term { .. }] = parts.as_slice() { Some((*amount, unit)) } else { None }
}
