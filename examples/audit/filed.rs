//! What was filed in the cases of a plain log, a line each.

use std::{collections::HashMap, io};

use tongquan::{Office, Question, Route, case::steps::File, oversight::Logged, text::Mark};

use super::{
    reading::Reading,
    told::{Place, Told},
};

#[derive(Default)]
pub(crate) struct Filed {
    cases: HashMap<Mark, File>,
    /// How many came before, with something else.
    pub(crate) again: u64,
}

impl Reading for Filed {
    type Line = File;
    const NOT: (&'static str, &'static str) = ("不是收件", "not a filing");
    const EACH: (&'static str, &'static str) = ("一行一件收件", "one filing a line");
    const STRIDE: u64 = 500_000;

    fn take(&mut self, place: &Place<'_>, file: File, _: &str, told: &mut Told<'_>) -> io::Result<()> {
        let known = self.cases.get(&file.case);
        if known.is_some_and(|it| *it != file) {
            self.again += 1;
            let case = &file.case;
            let en = format!("case {case} was filed otherwise on a line before, which stands");
            return told.of_line(place, &format!("办件{case}前已有一行，所载不同，以前者为准"), &en);
        }
        if known.is_none() {
            self.cases.insert(file.case.clone(), file);
        }
        Ok(())
    }

    fn found(&self) -> u64 {
        self.again
    }
}

impl Filed {
    /// The route of a case on the day of its first event, once; none where it is not known what was filed, or that makes none.
    pub(crate) fn route<'o>(&mut self, office: &'o Office, first: &Logged) -> Option<Route<'o>> {
        let File { item, place, scope, venue, .. } = self.cases.remove(&first.case)?;
        office.route(&Question { item: &item, place, scope, venue: Some(&venue), day: first.at.day() }).ok()
    }
}
