use chrono::NaiveDate;

use super::{Catalogue, Edition, Item, Key, Standing};
use crate::place::{Region, Regions};

/// 版次差异: what is otherwise about an item on one of two days.
///
/// See the example of [`Catalogue::between`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference<'c> {
    /// What it was on the first; none where it was not on the list.
    pub before: Option<Item<'c>>,
    /// What it is on the second; none where it is not on the list.
    pub after: Option<Item<'c>>,
}

impl<'c> Difference<'c> {
    /// The item's key.
    pub fn key(&self) -> Option<&'c Key> {
        self.after.or(self.before).map(Item::key)
    }

    /// Whether it differs in more than by what it is said: what was amended and amended back is as it was.
    fn differs(&self) -> bool {
        let told = |it: Item<'c>| (it.name(), it.department(), it.column());
        self.before.map(told) != self.after.map(told) || !self.regions().is_empty()
    }

    /// How it stands in a region, on the one day and on the other; none where it is not on the list.
    pub fn standings(&self, region: Region) -> (Option<Standing>, Option<Standing>) {
        let standing = |it: Option<Item<'_>>| it.map(|it| it.cell(region).standing);
        (standing(self.before), standing(self.after))
    }

    /// The regions in which it stands otherwise.
    pub fn regions(&self) -> Regions {
        let differs = |region: &Region| {
            let (before, after) = self.standings(*region);
            before != after
        };
        Region::all().filter(differs).collect()
    }
}

impl Catalogue {
    /// 两日之间: the items that are otherwise on one day than on another, in the order of the list; an item that came and went between them is not
    /// among them. A day before the first edition has no items.
    ///
    /// ```
    /// use tongquan::{Region, catalogue::{Amendment, Catalogue, Ground}};
    /// let ground = Ground::Law("（虚构）某法".parse()?);
    /// let removes = vec!["A1-33".parse()?];
    /// let amendment = Amendment { removes, ..Amendment::new("（虚构）2号".parse()?, "2024-09-01".parse()?, ground) };
    /// let catalogue = Catalogue::built_in().amend(&amendment)?;
    /// let [gone] = *catalogue.between("2024-01-01".parse()?, "2025-01-01".parse()?) else { panic!("one item") };
    /// assert!(gone.before.is_some() && gone.after.is_none() && gone.regions().contains(Region::Wenshang));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn between(&self, before: NaiveDate, after: NaiveDate) -> Vec<Difference<'_>> {
        differences(self.in_force(before), self.in_force(after))
    }
}

/// Of two editions of one catalogue. Positions are its own: what has one row in both is the same.
pub(crate) fn differences<'c>(before: Option<&'c Edition>, after: Option<&'c Edition>) -> Vec<Difference<'c>> {
    let rows = |it: Option<&'c Edition>| it.map_or(&[][..], |it| &it.row_of);
    let (was, is) = (rows(before), rows(after));
    let same = |at: usize| was.get(at) == is.get(at);
    let pairs = pairs(before, after).enumerate().filter(|(at, _)| !same(*at));
    let differences = pairs.map(|(_, (before, after))| Difference { before, after });
    differences.filter(Difference::differs).collect()
}

/// The items of two editions of one catalogue side by side, position by position.
pub(crate) fn pairs<'c>(
    before: Option<&'c Edition>,
    after: Option<&'c Edition>,
) -> impl Iterator<Item = (Option<Item<'c>>, Option<Item<'c>>)> {
    let rows = |it: Option<&'c Edition>| it.map_or(&[][..], |it| &it.row_of);
    let of = move |edition: Option<&'c Edition>, at: usize| {
        let row = rows(edition).get(at)?;
        edition.and_then(|it| it.shelf.item(*row))
    };
    (0..rows(before).len().max(rows(after).len())).map(move |at| (of(before, at), of(after, at)))
}
