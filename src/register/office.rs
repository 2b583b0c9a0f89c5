use chrono::NaiveDate;
use once_cell::sync::Lazy;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{
    Readiness, Registers, Revision, SealId, SealState,
    check::{self, Made},
    index::Index,
};
use crate::{
    catalogue::{Catalogue, Edition, Item},
    law::Faults,
    place::Region,
    route::{AskError, Question, Route},
    time::Calendar,
    written::written,
};

/// 登记机关: the catalogue and every register that the machine asks, as of any day.
///
/// It is made of [`Revision`]s by checking them whole, or read from their serialised form, and grows by [`record`](Self::record). What was done
/// on a day is held against the revision of that day: what is found out later changes no stored case (`S39`).
///
/// ```
/// use tongquan::Office;
/// assert_eq!(Office::new(vec![])?, *Office::built_in());
/// # Ok::<(), tongquan::law::Faults>(())
/// ```
#[derive(Clone, Debug)]
pub struct Office {
    catalogue: Catalogue,
    /// How many of its editions each revision knows, that of nothing recorded first.
    pub(super) editions: Vec<usize>,
    /// 核对至, from which revision on.
    pub(super) checked: Vec<(u32, NaiveDate)>,
    /// From which revision on; before the first, the built-in one.
    pub(super) calendars: Vec<(u32, Calendar)>,
    revisions: Vec<Revision>,
    pub(super) index: Index,
}

impl Office {
    /// The built-in catalogue and empty registers.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Lazy<Office> = Lazy::new(|| Office {
            catalogue: Catalogue::built_in().clone(),
            editions: vec![1],
            checked: Vec::new(),
            calendars: Vec::new(),
            revisions: Vec::new(),
            index: Index::default(),
        });
        &BUILT_IN
    }

    /// An office of these revisions, the first of which may carry over what was so before (`S39`).
    ///
    /// ```
    /// use tongquan::{Department, Office, Rule, register::{Revision, SealEvent, SealId, SealStep}};
    /// let seal = SealId { department: Department::Commerce, number: 1 };
    /// let on = "2021-06-30".parse()?;
    /// let handed_over = SealEvent { seal, on, event: SealStep::HandedOver { agreement: "XY-1".parse()? } };
    /// let faults = Office::new(vec![Revision { seals: vec![handed_over], ..Revision::on(on) }]).unwrap_err();
    /// let [never_cut, no_agreement] = faults.all() else { panic!("{faults}") };
    /// assert_eq!((&*never_cut.path, never_cut.objection.rule), ("[0].seals[0].event", Rule::SealLifeInOrder));
    /// assert_eq!(no_agreement.objection.rule, Rule::AgreementKnown);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Faults`] names every row that is wrong, by its path, with every rule that it breaks: those of [`Rule`](crate::law::Rule) that
    /// [are of registers](crate::law::Rule::is_of_registers), and those that steps keep too
    /// ([`ItemInForce`](crate::law::Rule::ItemInForce), [`NamedOnce`](crate::law::Rule::NamedOnce)).
    pub fn new(revisions: Vec<Revision>) -> Result<Self, Faults> {
        let Made { catalogue, editions, checked, calendars } = check::all(&revisions)?;
        let mut index = Index::default();
        for (number, revision) in (1..).zip(&revisions) {
            index.add(number, revision);
        }
        Ok(Self { catalogue, editions, checked, calendars, revisions, index })
    }

    /// 登记: the same office with one more revision. This one stays as it is, whether the revision is taken in or refused.
    ///
    /// The whole is checked again, which takes a few milliseconds for the registers of a city, and less than half a second beside 100,000 items
    /// of its own.
    ///
    /// ```
    /// use tongquan::{Office, Rule, register::Revision};
    /// let first = Office::new(vec![Revision::on("2024-03-05".parse()?)])?;
    /// let faults = first.record(&Revision::on("2024-03-04".parse()?)).unwrap_err();
    /// assert!(faults.names(Rule::RevisionsRunForward));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn record(&self, revision: &Revision) -> Result<Self, Faults> {
        Self::new(self.revisions.iter().chain([revision]).cloned().collect())
    }

    /// The revisions that it was made from.
    pub fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    /// 事项清单: every edition of it by day, with the service's own items, as known now.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The editions that a revision knows.
    pub(super) fn editions_known(&self, revision: u32) -> &[Edition] {
        let at = usize::try_from(revision).unwrap_or(usize::MAX);
        let known = self.editions.get(at).or(self.editions.last()).copied().unwrap_or_default();
        self.catalogue.editions().get(..known).unwrap_or_default()
    }

    /// 事后查知的遗失: whether a seal was lost by a day, whenever that was found out.
    pub(crate) fn found_lost(&self, seal: SealId, day: NaiveDate) -> bool {
        self.now().seal_state(seal, day) == Some(SealState::Lost)
    }

    /// Everything that is known now.
    pub fn now(&self) -> Registers<'_> {
        Registers { office: self, revision: u32::try_from(self.revisions.len()).unwrap_or(u32::MAX) }
    }

    /// What was known on a day: the last revision recorded by then. What the first one carries over counts as known before it too.
    pub fn on(&self, day: NaiveDate) -> Registers<'_> {
        let by_then = self.revisions.partition_point(|it| it.recorded <= day).max(1).min(self.revisions.len());
        Registers { office: self, revision: u32::try_from(by_then).unwrap_or(u32::MAX) }
    }

    /// The registers as a revision left them, if they were so at some time of a day. A case that was filed before anything was on record is
    /// compared with what the first revision carries over: record that before the first case.
    pub fn as_of(&self, revision: u32, day: NaiveDate) -> Option<Registers<'_>> {
        let last = self.on(day).revision;
        // of several recorded on one day, a step may have been taken before each
        let at = usize::try_from(revision).ok()?;
        let replaced = self.revisions.get(at).map(|next| next.recorded);
        // nothing was never all that was known, once there is a first revision: it carries over what was so before
        let first = u32::from(!self.revisions.is_empty());
        let stood = (first..=last).contains(&revision) && replaced.is_none_or(|by| day <= by);
        stood.then_some(Registers { office: self, revision })
    }

    /// The answer to a question, as known now: [`Registers::route`].
    ///
    /// ```
    /// use tongquan::{Key, Office, Place, Question, Region, Scope, Venue, route::Gap};
    /// let (item, venue) = (Key::Annex1(36), Venue::Online);
    /// let place = Place::Region(Region::Wenshang);
    /// let asked = Question { item: &item, place, scope: Scope::WITHIN, venue: Some(&venue), day: "2024-03-04".parse()? };
    /// let route = Office::built_in().route(&asked)?; // its registers are empty
    /// assert_eq!(route.why().is.gap, Some(Gap::NoHandler));
    /// assert_eq!(route.decision().is.zh(), "市交通运输局");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`AskError`]: no edition that day, no such item, a place without a region, or no route.
    pub fn route(&self, asked: &Question<'_>) -> Result<Route<'_>, AskError> {
        self.now().route(asked)
    }

    /// 承接准备, as known now: [`Registers::readiness`].
    pub fn readiness(&self, item: Item<'_>, region: Region, day: NaiveDate) -> Readiness {
        self.now().readiness(item, region, day)
    }
}

impl PartialEq for Office {
    fn eq(&self, other: &Self) -> bool {
        self.revisions == other.revisions
    }
}

impl Eq for Office {}

impl Serialize for Office {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.revisions.serialize(to)
    }
}

written! {
    Office => "Office", of revision: Revision => {
        "type": "array", "items": revision, "description": "登记: the revisions of the registers, the first of them first",
    };
}

impl<'de> Deserialize<'de> for Office {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(from)?).map_err(D::Error::custom)
    }
}
