use chrono::NaiveDate;

use super::{
    Access, Admission, Answer, Bearer, Gap, NoRoute, Offer, Respondent, Scope, Seal, Undertaking, Venue, Whys,
    access::{self, Competence, DIRECTLY},
    hands::{Hands, Part, Row, Whose},
};
use crate::{
    body::{Department, Party},
    catalogue::{Item, ItemFacts, Kind, Modality, Standing, Why},
    law::{Clause, Silence, Source},
    place::{Centre, Confidence, Region},
};

/// 路径: the answers for one item in one region, each with its sources.
///
/// ```
/// use tongquan::{Edition, Region, route::{Route, Scope, Seal}};
/// let item = Edition::built_in().annex_1(36)?;
/// let route = Route::of(item, Region::Wenshang, Scope::WITHIN).unwrap();
/// assert_eq!(route.decision().is.zh(), "汶上县承办部门");
/// assert_eq!(route.seal().is, Seal::No2);
/// assert_eq!(route.respondent().who().zh(), "市交通运输局");
/// # Ok::<(), tongquan::text::Unknown>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route<'a> {
    pub(super) core: Core,
    pub(super) undertaking: Option<Undertaking<'a>>,
    admission: Option<&'a Admission>,
}

/// What a route was found to be, apart from the records that it borrows. A case keeps it, so that its route cannot fail a second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Core {
    pub(super) facts: ItemFacts,
    standing: Standing,
    region: Region,
    /// By whose hands it goes here.
    pub(super) hands: Hands,
    /// By whose at the venue asked: the city's, at a window at which the department itself decides.
    here: Hands,
    gap: Option<Gap>,
    access: Access,
    confidence: Confidence,
    /// Until when the list was checked, where the day asked is later.
    checked_until: Option<NaiveDate>,
}

const A1: Source = Source::Clause(Clause::A1);
const A2: Source = Source::Clause(Clause::A2);
const C1: Source = Source::Clause(Clause::C1);
const C2: Source = Source::Clause(Clause::C2);
const C3: Source = Source::Clause(Clause::C3);
const C6: Source = Source::Clause(Clause::C6);

impl Route<'static> {
    /// The route of an item as the catalogue alone says it: the region's body is not named, and no venue is asked.
    ///
    /// ```
    /// use tongquan::{Edition, Region, Scope, route::{NoRoute, Route}};
    /// let item = Edition::built_in().annex_2(3)?;
    /// let region = Region::Wenshang;
    /// // annex 2 leaves the modality to each region, so nothing is answered in its place
    /// assert_eq!(Route::of(item, region, Scope::WITHIN).unwrap_err(), NoRoute::RegionMustChoose { region });
    /// # Ok::<(), tongquan::text::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoRoute`] where the region must choose, or nobody is named for a crossing matter.
    // left to the compiler, its cost hangs on how many places of a program ask
    #[inline(always)]
    pub fn of(item: Item<'_>, region: Region, scope: Scope) -> Result<Self, NoRoute> {
        Self::new(item.facts(region), region, scope, None)
    }
}

impl<'a> Route<'a> {
    /// The route of an item of these facts, under what the region's plan says.
    ///
    /// ```
    /// use tongquan::{Edition, Region, Route, Scope};
    /// let facts = Edition::built_in().annex_2(8)?.facts(Region::Wenshang);
    /// assert!(Route::new(facts, Region::Wenshang, Scope::WITHIN, None).is_err()); // the region must choose
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NoRoute`] where the region must choose, or nobody is named for a crossing matter.
    // as `of`
    #[inline(always)]
    pub fn new(
        facts: ItemFacts,
        region: Region,
        scope: Scope,
        undertaking: Option<Undertaking<'a>>,
    ) -> Result<Self, NoRoute> {
        let (mut standing, mut gap) = (facts.standing(scope.crosses(region)), None);
        let hands = match Hands::by_list(standing, facts.cell.why) {
            Some(Hands::Original) => Hands::Original,
            Some(_) if facts.department.is_none() => return Err(NoRoute::NoDepartment),
            Some(hands) => {
                gap = undertaking.and_then(|plan| Gap::of(hands.modality()?, &plan));
                if gap.is_some() { Hands::Gap } else { hands }
            }
            None => match (standing, undertaking.and_then(|plan| plan.chosen)) {
                (Standing::Unresolved, _) => return Err(NoRoute::Unresolved { region }),
                (Standing::RegionChooses, Some(chosen)) => {
                    standing = Standing::Chosen(chosen.way.modality());
                    Hands::by_choice(&chosen.way).ok_or(NoRoute::SealNotNamed { region })?
                }
                // that it is chosen, a catalogue never says: it is what comes of a choice
                _ => return Err(NoRoute::RegionMustChoose { region }),
            },
        };
        let core = Core {
            facts,
            standing,
            region,
            hands,
            here: hands,
            gap,
            access: Access::NotAsked,
            confidence: Confidence::Statutory,
            checked_until: None,
        };
        Ok(Self { core, undertaking, admission: None })
    }

    pub(crate) const fn core(&self) -> Core {
        self.core
    }

    /// The route that a core was taken from, over the same records.
    pub(crate) const fn bind(core: Core, undertaking: Undertaking<'a>, admission: Option<&'a Admission>) -> Self {
        Self { core, undertaking: Some(undertaking), admission }
    }

    /// The same with a venue asked, by what the register offers there. One that was asked before counts no more.
    ///
    /// ```
    /// use tongquan::{Edition, Region, Route, Scope, Venue, route::{Access, Offer}};
    /// let route = Route::of(Edition::built_in().annex_1(36)?, Region::Wenshang, Scope::WITHIN)?;
    /// assert!(!route.at(&Venue::Online, Offer::NotRecorded).access().is_open());
    /// let counter = route.counter().ok_or("no centre")?;
    /// assert_eq!(route.at(&counter, Offer::NotRecorded).access(), Access::Competent); // it needs no permission
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn at(self, venue: &Venue, offer: Offer<'a>) -> Self {
        let core = Core { here: self.core.hands, ..self.core };
        if self.is_counter(venue) {
            return Self { core: Core { access: Access::Competent, ..core }, admission: None, ..self };
        }
        let body = self.party(core.here.row().acceptance.0);
        let admission = if let Offer::Running(it) = offer { Some(it) } else { None };
        let station = matches!(venue, Venue::TownshipStation(_));
        let here = !station || (body.is_approval_bureau() && venue.region() == Some(core.region));
        let competence = Competence {
            its_own: here && admission.is_some_and(|it| body.is(&it.operator)),
            own_seal: core.here.row().seals_with_its_own(),
            station,
            village: matches!(venue, Venue::VillageStation(_)) && core.facts.kind != Kind::PublicService,
            window_of: admission.is_some_and(|it| it.is_window_of(venue, core.region)),
            seal: core.here.row().seal.0,
            department: core.facts.department,
        };
        let access = access::by_offer(offer, competence);
        let here = match (access, core.facts.department) {
            (Access::Direct(Bearer::Department), Some(_)) => Hands::AtWindow,
            _ => core.hands,
        };
        Self { core: Core { access, here, ..core }, admission, ..self }
    }

    /// Whether a venue is the competent counter.
    pub(crate) fn is_counter(&self, venue: &Venue) -> bool {
        self.counter().is_some_and(|counter| counter == *venue)
    }

    /// The same, for a place of which it is known with this confidence who runs it.
    #[must_use]
    pub fn known(self, confidence: Confidence) -> Self {
        Self { core: Core { confidence, ..self.core }, ..self }
    }

    /// The same, asked for a day, of a list that was checked up to another.
    #[must_use]
    pub(crate) fn unchecked(self, until: NaiveDate, day: NaiveDate) -> Self {
        Self { core: Core { checked_until: (until < day).then_some(until), ..self.core }, ..self }
    }

    const fn row(&self) -> &'static Row {
        self.core.here.row()
    }

    const fn own(&self) -> Party<'a> {
        match self.undertaking {
            Some(Undertaking { handler: Some(unit), .. }) => Party::Unit(unit),
            _ => Party::Undertaker(self.core.region),
        }
    }

    const fn party(&self, part: Part) -> Party<'a> {
        match (part, self.core.facts.department) {
            (Part::Department, Some(it)) => Party::Department(it),
            (Part::Posted, Some(department)) => Party::Posted { department, region: self.core.region },
            (Part::Region, _) => self.own(),
            (part, _) => self.chosen(part),
        }
    }

    /// The part that a choice names; no other row has one.
    const fn chosen(&self, part: Part) -> Party<'a> {
        let Some(Undertaking { chosen: Some(chosen), .. }) = self.undertaking else { return self.own() };
        match (part, chosen.way.county()) {
            (Part::County, Some(unit)) => Party::Unit(unit),
            (Part::Stationed, Some(unit)) => Party::Stationed { unit, township: chosen.township },
            (Part::Township, _) => Party::Unit(&chosen.body),
            _ => self.own(),
        }
    }

    const fn cited(&self, (part, basis): (Part, &'static [Source])) -> Answer<Party<'a>> {
        Answer::new(self.party(part), basis)
    }

    /// The region whose business it is.
    pub const fn region(&self) -> Region {
        self.core.region
    }

    /// How surely it is known that this region runs the place.
    pub const fn confidence(&self) -> Confidence {
        self.core.confidence
    }

    /// 核对至: where the day asked lies after it, the day until which the list was held against the city's publications: what has changed since is
    /// not in the answer (`S31`). None where a question was not asked for a day.
    pub const fn checked_until(&self) -> Option<Answer<NaiveDate>> {
        match self.core.checked_until {
            Some(until) => Some(Answer::new(until, &[Source::Silence(Silence::S31)])),
            None => None,
        }
    }

    /// How the item stands for this matter.
    pub const fn standing(&self) -> Standing {
        self.core.standing
    }

    /// The modality by which it is handled here; none where it is the city's, or the region's own.
    pub const fn modality(&self) -> Option<Modality> {
        self.core.hands.modality()
    }

    /// 市级实施部门, where the item was the city's.
    pub const fn department(&self) -> Option<Department> {
        self.core.facts.department
    }

    /// What is known of the item.
    pub const fn facts(&self) -> ItemFacts {
        self.core.facts
    }

    /// 收件: who takes the papers in: at the venue asked, or at the competent counter where none was asked or that one is closed.
    #[inline]
    pub const fn intake(&self) -> Answer<Party<'a>> {
        match (self.core.access, self.admission) {
            (Access::Outpost | Access::PassOn | Access::Direct(_), Some(it)) => {
                Answer::new(Party::Operator(&it.operator), self.core.access.basis())
            }
            _ => self.cited(self.row().intake),
        }
    }

    /// 受理: who accepts, which starts the clock.
    #[inline]
    pub const fn acceptance(&self) -> Answer<Party<'a>> {
        self.cited(self.row().acceptance)
    }

    /// 决定: who decides; at a window that decides directly, in whose name (see [`acts`](Self::acts)).
    #[inline]
    pub const fn decision(&self) -> Answer<Party<'a>> {
        self.cited(self.row().decision)
    }

    /// 用章: which seal the outward document carries.
    #[inline]
    pub const fn seal(&self) -> Answer<Seal> {
        Answer::new(self.row().seal.0, self.row().seal.1)
    }

    /// 窗口直接办理: who accepts, decides and seals at the window, in the name that the other answers tell.
    pub const fn acts(&self) -> Option<Answer<Party<'a>>> {
        match (self.core.access, self.admission) {
            (Access::Direct(_), Some(it)) => Some(Answer::new(Party::Operator(&it.operator), DIRECTLY)),
            _ => None,
        }
    }

    /// 责任: who answers inside the administration for process and result (`C11`).
    #[inline]
    pub const fn answers(&self) -> Answer<Party<'a>> {
        self.cited(self.row().answers)
    }

    /// Who answers beside it, for its intake alone (`S2`): the region, under entrusted intake.
    pub const fn answers_for_intake(&self) -> Option<Answer<Party<'a>>> {
        match self.row().answers_for_intake {
            Some(cited) => Some(self.cited(cited)),
            None => None,
        }
    }

    /// 被申请人、被告: whom outward law takes for the one who acted.
    #[inline]
    pub const fn respondent(&self) -> Respondent<'a> {
        let row = &self.row().respondent;
        let zone = self.core.region.is_zone() && self.region_decides();
        Respondent { who: self.party(row.part), row, zone }
    }

    /// What the venue asked is to this route.
    pub const fn access(&self) -> Access {
        self.core.access
    }

    /// What a running permission gives at the venue asked.
    pub const fn admission(&self) -> Option<&'a Admission> {
        self.admission
    }

    /// What the answer on the venue rests on.
    pub const fn access_basis(&self) -> &'static [Source] {
        match (self.core.access, self.core.hands.whose()) {
            (Access::Competent, Whose::City | Whose::Region | Whose::Shared) => self.row().intake.1,
            (access, _) => access.basis(),
        }
    }

    /// 主管地点: the venue of the competent counter, a centre; none where the region has no centre and no plan names one (`S1`).
    pub fn counter(&self) -> Option<Venue> {
        let centre = match self.core.hands.whose() {
            Whose::City => Some(Centre::CITY),
            Whose::Devolved | Whose::Region => {
                self.undertaking.and_then(|plan| plan.centre).or_else(|| self.core.region.centre())
            }
            Whose::Shared => {
                let chosen = self.undertaking.and_then(|plan| plan.chosen)?;
                return Some(Venue::TownshipCentre(chosen.township));
            }
        };
        centre.map(Venue::Centre)
    }

    /// Why it is as it is, and what that rests on.
    pub const fn why(&self) -> Answer<Whys> {
        let whys = Whys {
            standing: self.core.standing,
            catalogue: self.core.facts.cell.standing,
            why: self.core.facts.cell.why,
            column: self.core.facts.column,
            gap: self.core.gap,
        };
        let basis: &'static [Source] = match (self.core.standing, self.core.gap) {
            (_, Some(_)) => &[Source::Silence(Silence::S11), C2],
            (Standing::Devolved(_) | Standing::NotDevolved, None) if self.is_by(Why::Amendment) => &[C3, C1, C2],
            (Standing::Devolved(Modality::Review), None) if self.is_by(Why::OwnRecord) => &[C2, C1, C6],
            (Standing::Devolved(_) | Standing::NotDevolved, None) if self.is_by(Why::OwnRecord) => &[C2, C1],
            (Standing::Devolved(_), None) if self.counts_as_zone() => &[A1, Source::Silence(Silence::S1), C1, C2],
            (Standing::NotDevolved, None) if self.counts_as_zone() => &[A1, Source::Silence(Silence::S1)],
            (Standing::Devolved(Modality::Review), None) => &[A1, C1, C2, C6],
            (Standing::Devolved(_), None) => &[A1, C1, C2],
            (Standing::NotDevolved, None) => &[A1],
            (Standing::Reserved, None) => &[C2, Source::Silence(Silence::S7)],
            (Standing::Original, None) => &[C6],
            (Standing::Chosen(_), None) => {
                &[A2, Source::Clause(Clause::C15), Source::Silence(Silence::S10), Source::Silence(Silence::S53)]
            }
            (Standing::RegionChooses, None) => &[A2],
            (Standing::Unresolved, None) => &[Source::Silence(Silence::S23)],
        };
        Answer::new(whys, basis)
    }

    /// Whether the list says so for the region by this.
    const fn is_by(&self, why: Why) -> bool {
        self.core.facts.cell.why as u8 == why as u8
    }

    /// 曲阜文化建设示范区 comes under a remark on “各功能区” by our reading alone (`S1`).
    const fn counts_as_zone(&self) -> bool {
        matches!((self.core.region, self.core.facts.cell.why), (Region::CultureZone, Why::Remark))
    }

    /// Whether a body of the region decides, a township of it included, whatever the seal.
    pub const fn region_decides(&self) -> bool {
        self.row().decision.0.is_of_region()
    }
}
