//! Events of a plain log, a line each, of cases that may be interleaved. It keeps a few bytes for each case of the log.

use std::{collections::HashMap, io};

use tongquan::IntoEnumIterator;
use tongquan::{
    Office, Refusal, Route, Rule,
    oversight::{Conformance, Logged, PlainCase, Shows, Terms},
    text::Mark,
};

use super::{
    Outcome,
    filed::Filed,
    reading::{Missed, Reading},
    report,
    table::{Side::Left, Table},
    told::{Place, Told},
};

/// A case of the log, and its route, where it is known what was filed.
pub(crate) struct Followed<'o> {
    pub(crate) case: PlainCase,
    /// Apart, for most cases of most logs have none.
    route: Option<Box<Route<'o>>>,
}

/// Events that are checked as they come, and counted.
pub(crate) struct Plain<'o> {
    office: &'o Office,
    filed: Filed,
    cases: HashMap<Mark, Followed<'o>>,
    /// How many of them something was found in.
    found: u64,
}

impl Followed<'_> {
    /// Takes an event, and tells why it could not be, where it breaks anything.
    pub(crate) fn take(&mut self, logged: &Logged) -> Option<Refusal> {
        let event = logged.event(self.route.as_deref());
        let why = self.case.why(&event).and_then(|_| logged.why(&self.case, self.route.as_deref()));
        self.case.take(&event);
        why
    }
}

impl Reading for Plain<'_> {
    type Line = Logged;
    const NOT: (&'static str, &'static str) = ("不是日志的一项", "not an event of a log");
    const EACH: (&'static str, &'static str) = ("一行一项日志", "one event of the log a line");
    const STRIDE: u64 = 500_000;

    fn take(&mut self, place: &Place<'_>, logged: Logged, _: &str, told: &mut Told<'_>) -> io::Result<()> {
        let Self { office, filed, cases, found } = self;
        let followed = match cases.get_mut(&logged.case) {
            Some(followed) => followed,
            None => cases.entry(logged.case.clone()).or_insert(begun(office, filed, &logged)),
        };
        let what = logged.activity.as_str();
        let sound = followed.case.broken().is_empty();
        let why = followed.take(&logged);
        *found += u64::from(sound && why.is_some());
        why.map_or(Ok(()), |why| told.breach(place, logged.case.as_str(), (what, what), &why))
    }

    fn found(&self) -> u64 {
        self.found
    }
}

/// A case at its first event.
pub(crate) fn begun<'o>(office: &'o Office, filed: &mut Filed, first: &Logged) -> Followed<'o> {
    let route = filed.route(office, first).map(Box::new);
    Followed { case: PlainCase::of(route.as_deref().map_or(Terms::UNKNOWN, Terms::of)), route }
}

impl<'o> Plain<'o> {
    pub(crate) fn new(office: &'o Office, filed: Filed) -> Self {
        Self { office, filed, cases: HashMap::new(), found: 0 }
    }

    /// The counts of every case, as far as its events came.
    pub(crate) fn count(&self) -> Conformance {
        let mut count = Conformance::default();
        self.cases.values().for_each(|it| count.add_plain(&it.case));
        count
    }

    /// Tells the counts and what could not be checked, and what the audit came to.
    pub(crate) fn close(&self, missed: Missed, told: &mut Told<'_>) -> io::Result<Outcome> {
        report::conformance(told, &self.count())?;
        let (unread, again) = (missed.unread, self.filed.again);
        if unread + again > 0 {
            let en = format!("{unread} lines not read, {again} cases filed otherwise before");
            told.say(&format!("未读{unread}行，收件所载不一{again}件"), &en)?;
        }
        let outcome = Outcome::of(self.found() == 0 && again == 0, missed);
        if self.cases.is_empty() {
            return report::nothing(told, missed).map(|()| outcome);
        }
        told.head(
            "普通日志只能核查一部分的规则：未见违反，不等于都已遵守",
            "rules that a plain log shows in part: that none was found broken does not say that all were kept",
        )?;
        rules(told, |it| it == Shows::InPart)?;
        told.head("普通日志不能核查的规则", "rules that a plain log cannot show")?;
        rules(told, |it| !it.is_checked())?;
        Ok(outcome)
    }
}

fn rules(told: &mut Told<'_>, which: impl Fn(Shows) -> bool) -> io::Result<()> {
    let words = told.words;
    let mut table = Table::of(vec![
        (Left, words.of("规则", "rule")),
        (Left, words.of("可否核查", "shown")),
        (Left, words.of("要求", "asks")),
    ]);
    for (rule, shows) in Rule::iter().filter_map(|it| Some((it, Shows::of(it)?))).filter(|(_, it)| which(*it)) {
        table.row(vec![rule.id().to_owned(), words.fact(shows), words.of(rule.zh(), rule.en())]);
    }
    table.tell(told)
}
