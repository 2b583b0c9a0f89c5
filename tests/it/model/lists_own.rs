//! What a service keeps beside the annexes (rulebook 2), in the editions of a history.

use std::collections::BTreeSet;

use super::lists::{Entry, History, List, What, Wrong, terms_given};

impl History {
    /// Day and list of each edition.
    pub fn editions(&self) -> impl Iterator<Item = (i64, &List)> {
        self.editions.iter().map(|(from, _, list)| (*from, list))
    }

    /// An item of a service's own, in the last edition; its key and its name count as any other.
    pub fn own(&mut self, key: &str, entry: Entry) {
        let (last, ..) = self.editions.last().expect("there is a first edition");
        *self = self.own_since(*last, key, entry).unwrap_or_else(|wrong| panic!("refused: {wrong:?}"));
    }

    /// The same from a day on; a day before the first edition is as good as its first.
    ///
    /// CHOICE: a name must be free in each of them, and in no other.
    pub fn own_since(&self, day: i64, key: &str, entry: Entry) -> Result<Self, BTreeSet<Wrong>> {
        assert!(entry.what != What::ThreeTier, "formerly the city's, or county-original");
        let (begins, ..) = self.editions.first().expect("there is a first edition");
        let day = day.max(*begins);
        let before = self.editions.iter().filter(|(from, ..)| *from <= day).count().saturating_sub(1);
        let mut wrong = terms_given(key, &entry);
        if self.keys.contains(key) {
            wrong.insert(Wrong::KeyUsed(key.to_owned()));
        }
        let mut since = self.editions.iter().skip(before);
        if since.any(|(_, _, list)| list.values().any(|other| other.name == entry.name)) {
            wrong.insert(Wrong::NameUsed(key.to_owned()));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let mut made = self.clone();
        made.keys.insert(key.to_owned());
        let mut first = before;
        if made.editions[before].0 < day {
            let (_, number, list) = made.editions[before].clone();
            first += 1;
            made.editions.insert(first, (day, number, list));
        }
        for (_, _, list) in made.editions.iter_mut().skip(first) {
            list.insert(key.to_owned(), entry.clone());
        }
        Ok(made)
    }
}
