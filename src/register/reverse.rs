//! 反查: the questions asked from the other end: what a region decides, where a seal may be used, what a venue takes, what changed.
//!
//! Each walks the items of the edition in force; none is on the path of a route.

use chrono::NaiveDate;

use super::{Agreement, Registers, SealId, SealState};
use crate::{
    body::Department,
    catalogue::{Apart, Edition, Item, Standing, pairs},
    place::{Confidence, Place, Region},
    route::{Route, Scope, Seal, Venue},
};

/// 区域事权: an item, where it may lie, and its route there.
///
/// ```
/// use tongquan::{Office, Region};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// // what 汶上县 decides on a day, as a list for its own people
/// let power = office.now().decides(Region::Wenshang, "2024-03-04".parse()?).next().ok_or("nothing")?;
/// assert_eq!((power.item.key().to_string(), power.place), ("A1-1".into(), Region::Wenshang.into()));
/// assert_eq!((power.route.decision().is.zh(), power.route.seal().is.label()), ("汶上县行政审批服务局（虚构）".into(), "县级部门印章"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Power<'o> {
    /// The item that is decided or taken in.
    pub item: Item<'o>,
    /// The region; of a three-tier item, a township of it.
    pub place: Place,
    /// The route, for a matter that lies within the region.
    pub route: Route<'o>,
}

/// 用章范围: where and for what Seal No. 2 of a department may be used.
///
/// ```
/// use tongquan::{Department, Office, Region, register::SealState};
/// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
/// let mut scopes = office.now().seal_scopes(Department::Transport, "2024-03-04".parse()?);
/// let scope = scopes.find(|it| it.agreement.region == Region::Wenshang).ok_or("none")?;
/// assert_eq!(scope.seals.iter().map(|(seal, state)| (seal.number, *state)).collect::<Vec<_>>(), [(7, SealState::InService)]);
/// assert_eq!(scope.items.iter().map(|it| it.key().to_string()).collect::<Vec<_>>(), ["A1-36", "XK-003"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealScope<'o> {
    /// The agreement: it names the region, the users and the circumstances.
    pub agreement: &'o Agreement,
    /// The seals that the region holds under it, with their states: without one in service there is nothing to use.
    pub seals: Vec<(SealId, SealState)>,
    /// The items that it covers, that are in substantive review there, and that somebody there is named to handle.
    pub items: Vec<Item<'o>>,
}

/// 区域变动: what differs about an item in a region between two days: in the list, or by the region's own choice.
///
/// ```
/// use tongquan::{Modality, Office, Region, catalogue::Standing, register::Revision};
/// let amendment = serde_json::from_str(&std::fs::read_to_string("examples/amendment.json")?)?; // fictional, from 2024-07-01
/// let office = Office::new(vec![Revision { amendments: vec![amendment], ..Revision::on("2024-06-20".parse()?) }])?;
/// let changed = office.now().changed(Region::Wenshang, "2024-06-30".parse()?, "2024-07-01".parse()?);
/// let told: Vec<String> = changed.iter().map(|it| it.item.key().to_string()).collect();
/// assert_eq!(told, ["A1-24", "A1-36", "A1-43", "SZ-16"]);
/// assert_eq!(changed[0].after, Some(Standing::Devolved(Modality::Direct)));
/// assert_eq!((changed[2].after, changed[3].before), (None, None)); // taken off the list, and new on it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed<'o> {
    /// The item, as it is on the later day, or was last.
    pub item: Item<'o>,
    /// How it stood; none where it was not on the list.
    pub before: Option<Standing>,
    /// How it stands; none where it is not on the list.
    pub after: Option<Standing>,
}

impl<'o> Registers<'o> {
    /// 本区域可决定的事项: what a body of a region decides on a day, and by which modality ([`Route::modality`]; none for what is its own from
    /// before). What its plan names no body for, it does not (`S11`).
    ///
    /// ```
    /// use tongquan::{Modality, Office, Region};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let day = "2024-03-04".parse()?;
    /// let by = |modality| office.now().decides(Region::Wenshang, day).filter(move |it| it.route.modality() == modality).count();
    /// assert_eq!((by(Some(Modality::Direct)), by(Some(Modality::Review))), (20, 35));
    /// // nothing is undertaken where nothing is on record
    /// assert_eq!(Office::built_in().now().decides(Region::Wenshang, day).count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn decides(self, region: Region, day: NaiveDate) -> impl Iterator<Item = Power<'o>> {
        self.powers(region, day).filter(|it| it.route.region_decides())
    }

    /// 办理地点所收事项: what a venue takes in on a day, of whichever region, each with what the venue is to it ([`Route::access`]).
    ///
    /// ```
    /// use tongquan::{Office, Region, Venue, route::Access};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let centre: Venue = "汶上县为民服务中心".parse()?;
    /// let taken: Vec<_> = office.now().takes(&centre, "2024-03-04".parse()?).collect();
    /// assert!(taken.iter().any(|it| it.route.region() == Region::Wenshang && it.route.access() == Access::Competent));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn takes(self, venue: &Venue, day: NaiveDate) -> impl Iterator<Item = Power<'o>> {
        let at = move |it: Power<'o>| {
            let route = it.route.at(venue, self.offer(it.item, it.route.region(), venue, day));
            route.access().is_open().then_some(Power { route, ..it })
        };
        Region::all().flat_map(move |region| self.powers(region, day)).filter_map(at)
    }

    /// 用章范围 of a department on a day, for cases filed then: under each agreement that takes new cases, with the items whose route there ends with that seal.
    ///
    /// ```
    /// use tongquan::{Department, Office};
    /// let office: Office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    /// let scopes: Vec<_> = office.now().seal_scopes(Department::Transport, "2024-03-04".parse()?).collect();
    /// assert_eq!(scopes.len(), 15); // one with each region
    /// assert!(scopes.iter().all(|it| it.items.iter().any(|item| item.key().to_string() == "A1-36")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn seal_scopes(self, department: Department, day: NaiveDate) -> impl Iterator<Item = SealScope<'o>> {
        let of_department = self.agreements().filter(move |it| it.department == department);
        of_department.filter(move |it| self.takes_new_cases(it, day)).filter_map(move |agreement| {
            let place = (Place::Region(agreement.region), agreement.region, Confidence::Statutory);
            let sealed = |item: &Item<'o>| {
                let route = self.handled(*item, place, Scope::WITHIN, day);
                route.is_ok_and(|it| it.seal().is == Seal::No2)
            };
            let items: Vec<Item<'o>> = self.reviewed_under(agreement, day).filter(sealed).collect();
            let seals = self.seals_under(agreement, day).collect();
            (!items.is_empty()).then_some(SealScope { agreement, seals, items })
        })
    }

    /// 自某日以来的变动: what changed for a region between two days, in the list and by its own choices, in the order of the list: how an item stands
    /// there, its department, or what the region chose, township by township. What is only called otherwise,
    /// [`Catalogue::between`](crate::catalogue::Catalogue::between) tells.
    ///
    /// ```
    /// use tongquan::{Office, Region};
    /// let (since, day) = ("2021-06-15".parse()?, "2024-03-04".parse()?);
    /// assert_eq!(Office::built_in().now().changed(Region::Wenshang, since, day), []);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn changed(self, region: Region, since: NaiveDate, day: NaiveDate) -> Vec<Changed<'o>> {
        let chosen = |item: Item<'o>, on| self.choice(item, region, on).map(|it| (&it.way, &it.in_township));
        let stood = |item: Option<Item<'o>>, on| {
            item.map(|item| (self.standing(item, region, on), item.department(), chosen(item, on)))
        };
        let told = pairs(self.edition_on(since), self.edition_on(day)).filter_map(|(was, is)| {
            let (before, after) = (stood(was, since), stood(is, day));
            let standing = |it: Option<(Standing, _, _)>| it.map(|(standing, ..)| standing);
            let item = is.or(was).filter(|_| before != after)?;
            Some(Changed { item, before: standing(before), after: standing(after) })
        });
        told.collect()
    }

    /// 与众不同的区域 on a day, the regions' choices of three-tier items taken in: [`Edition::apart`] of the edition in force.
    pub fn apart(self, day: NaiveDate) -> impl Iterator<Item = Apart<'o>> {
        self.items_on(day).filter_map(move |item| Apart::of(item, |region| self.standing(item, region, day)))
    }

    /// How an item stands in a region on a day, the region's choice of a three-tier one taken in.
    pub(super) fn standing(self, item: Item<'_>, region: Region, day: NaiveDate) -> Standing {
        let chosen = self.choice(item, region, day).map(|it| Standing::Chosen(it.way.modality()));
        chosen.unwrap_or(item.cell(region).standing)
    }

    /// The seals that a region holds under an agreement on a day, with their states.
    pub fn seals_under(self, agreement: &Agreement, day: NaiveDate) -> impl Iterator<Item = (SealId, SealState)> {
        let held = self.seals_held(agreement.department, agreement.region, day);
        let under =
            held.filter(move |it| self.seal_holder(*it, day).is_some_and(|(_, it)| it.number == agreement.number));
        under.filter_map(move |seal| Some((seal, self.seal_state(seal, day)?)))
    }

    /// “2号章”使用协议: every agreement on record, in the order in which they were recorded.
    pub fn agreements(self) -> impl Iterator<Item = &'o Agreement> {
        self.revisions().iter().flat_map(|it| &it.agreements)
    }

    /// The items that an agreement covers and that are in review in its region on a day.
    pub fn reviewed_under(self, agreement: &'o Agreement, day: NaiveDate) -> impl Iterator<Item = Item<'o>> {
        let named = agreement.items.keys().iter().filter_map(move |key| self.edition_on(day)?.find(key));
        let is_broad = agreement.items.keys().is_empty();
        let broad = is_broad.then(|| self.items_on(day)).into_iter().flatten();
        let broad = broad.filter(|item| agreement.items.covers(*item));
        named.chain(broad).filter(|item| agreement.may_cover(*item))
    }

    fn items_on(self, day: NaiveDate) -> impl Iterator<Item = Item<'o>> {
        self.edition_on(day).into_iter().flat_map(Edition::items)
    }

    /// Every route within a region on a day.
    fn powers(self, region: Region, day: NaiveDate) -> impl Iterator<Item = Power<'o>> {
        self.items_on(day).flat_map(move |item| {
            let townships = self.chosen(item, region, day).map(|it| Place::Township(it.township));
            [Place::Region(region)].into_iter().chain(townships).filter_map(move |place| {
                let (_, confidence) = place.managing_region()?;
                let route = self.handled(item, (place, region, confidence), Scope::WITHIN, day).ok()?;
                Some(Power { item, place, route })
            })
        })
    }
}
