use chrono::NaiveDate;

use super::Clock;
use crate::{
    case::{Entry, Record},
    catalogue::Kind,
    register::Limit,
    term::terms,
};

/// Which limit to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum LimitKind {
    /// 承诺时限
    Promised,
    /// 法定时限
    Statutory,
}

terms!(LimitKind {
    Self::Promised => "承诺时限", "promised limit";
    Self::Statutory => "法定时限", "statutory limit";
});

impl Record {
    /// 办理期限: the clock to decide, as the entries so far have made it; none before acceptance, and where the case's standard sets no such limit.
    ///
    /// It runs from acceptance, transit to the deciding body included (`S27`), and stands still while the case is suspended. Of a case that is
    /// decided, ask it of the day of decision.
    ///
    /// ```
    /// use tongquan::{AnyCase, Calendar, case::LimitKind};
    /// let case: AnyCase = serde_json::from_str(&std::fs::read_to_string("tests/golden/withdrawn.json")?)?;
    /// let clock = case.record().clock(LimitKind::Promised).ok_or("no limit")?;
    /// // accepted on Sunday the 7th (a make-up workday), suspended from the 9th to the 21st, resumed on the 22nd
    /// assert_eq!(clock.stops().len(), 1);
    /// assert_eq!(clock.deadline(Calendar::built_in())?, Some("2024-04-23".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn clock(&self, which: LimitKind) -> Option<Clock> {
        let limits = self.standard()?.limits?;
        let limit: Limit = match which {
            LimitKind::Promised => Some(limits.promised),
            LimitKind::Statutory => limits.statutory,
        }?;
        let mut clock: Option<Clock> = None;
        for (entry, it) in (1..).zip(self.entries()) {
            let day = it.stamp().at.day();
            match (it, &mut clock) {
                (Entry::Accept(_), None) => clock = Some(Clock::new(day, limit)),
                (Entry::Suspend(_), Some(clock)) => clock.suspend(day, entry),
                (Entry::Resume(_), Some(clock)) => clock.resume(day),
                _ => {}
            }
        }
        clock
    }

    /// 决定日: when it was decided.
    pub fn decided(&self) -> Option<NaiveDate> {
        let decides = |it: &&Entry| matches!(it, Entry::DecideFavourably(_) | Entry::DecideUnfavourably(_));
        self.entries().iter().find(decides).map(|it| it.stamp().at.day())
    }

    /// 送达期限: a licence's ten working days from the decision (`APL44`); none for what is no licence (`S8`), and before the decision.
    pub fn delivery_clock(&self) -> Option<Clock> {
        let licence = self.brief().item.kind == Kind::Licence;
        self.decided().filter(|_| licence).map(Clock::of_delivery)
    }
}
