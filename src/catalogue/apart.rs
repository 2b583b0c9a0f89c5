use super::{Edition, Item, Standing};
use crate::place::Region;

/// 与众不同: an item that some regions have otherwise than most.
///
/// See the example of [`Edition::apart`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart<'e> {
    /// The item that does not stand alike everywhere.
    pub item: Item<'e>,
    /// How it stands in most regions; of two that are as many, the one of the first region.
    pub most: Standing,
    /// The regions that stand apart, each with how it stands there.
    pub regions: Vec<(Region, Standing)>,
}

impl Edition {
    /// 与众不同的区域: the items that do not stand alike everywhere, and the regions that stand apart from the rest.
    ///
    /// ```
    /// use tongquan::{Edition, Modality, Region, Standing};
    /// let apart: Vec<_> = Edition::built_in().apart().collect();
    /// assert_eq!(apart.len(), 10); // those with a remark
    /// let rencheng = apart.iter().filter(|it| it.regions.iter().any(|(region, _)| *region == Region::Rencheng));
    /// assert_eq!(rencheng.count(), 4); // items 20 to 23
    /// assert_eq!(apart[1].most, Standing::Devolved(Modality::Review));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn apart(&self) -> impl Iterator<Item = Apart<'_>> {
        self.items().filter_map(|item| Apart::of(item, |region| item.cell(region).standing))
    }
}

impl<'e> Apart<'e> {
    pub(crate) fn of(item: Item<'e>, stands: impl Fn(Region) -> Standing) -> Option<Self> {
        let standings: Vec<(Region, Standing)> = Region::all().map(|region| (region, stands(region))).collect();
        let like = |standing: Standing| standings.iter().filter(|(_, it)| *it == standing).count();
        // of several that are as many the last is taken, so the first region comes last
        let most = standings.iter().rev().map(|(_, it)| *it).max_by_key(|it| like(*it))?;
        let regions: Vec<_> = standings.into_iter().filter(|(_, standing)| *standing != most).collect();
        (!regions.is_empty()).then_some(Self { item, most, regions })
    }
}
