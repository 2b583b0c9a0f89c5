use chrono::{Datelike, TimeDelta, Timelike};

use crate::{strategies::luck::Luck, time::Moment};

/// Some time after a moment, often the same day, at times weeks later; the more often it is asked in vain, the later.
pub(in crate::strategies) fn later(than: Moment, asked: u32, luck: &mut Luck) -> Option<Moment> {
    const HOUR: u32 = 3_600;
    const DAY: u32 = 24 * HOUR;
    let seconds = match asked {
        0 => match luck.between(0, 19) {
            0 => 0,
            1..=8 => luck.between(60, 4 * HOUR),
            9..=16 => luck.between(HOUR, 3 * DAY),
            17 => luck.between(4 * DAY, 15 * DAY),
            _ => luck.between(16 * DAY, 120 * DAY),
        },
        1 => luck.between(DAY, 12 * DAY),
        2 => luck.between(13 * DAY, 60 * DAY),
        _ => luck.between(60 * DAY, 200 * DAY),
    };
    shifted(than, i64::from(seconds))
}

/// So many seconds later, or earlier; none where there is no such moment.
pub(in crate::strategies) fn shifted(from: Moment, seconds: i64) -> Option<Moment> {
    let to = from.naive().checked_add_signed(TimeDelta::seconds(seconds))?;
    Moment::new(to.date(), to.hour(), to.minute(), to.second()).ok().filter(|it| it.day().year() < 9_000)
}
