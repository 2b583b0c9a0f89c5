//! Years that follow the calendar's own, each by one notice.

use super::super::Revision;
use crate::{
    law::{Fact, Faults, Rule},
    time::Calendar,
};

/// The calendars that the revisions make: from each on that adds a year.
pub(super) fn check(revisions: &[Revision], faults: &mut Faults) -> Vec<(u32, Calendar)> {
    let mut grown: Vec<(u32, Calendar)> = Vec::new();
    for (number, revision) in (1..).zip(revisions) {
        for (row, year) in revision.calendars.iter().enumerate() {
            let calendar = grown.last().map_or(Calendar::built_in(), |(_, it)| it);
            match calendar.with_year(year) {
                Ok(calendar) => grown.push((number, calendar)),
                Err(bad) => {
                    for it in bad.faults {
                        let at = number - 1;
                        let got = Fact::told_by(&it.flaw);
                        faults.require(false, Rule::CalendarYearFits, || {
                            (format!("[{at}].calendars[{row}].{}", it.path), Fact::Nothing, got)
                        });
                    }
                }
            }
        }
    }
    grown
}
