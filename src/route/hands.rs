//! Who does what under each modality: the table of the rulebook's section 3, each answer with its sources. A route is one of these rows.
//!
//! | | takes in | accepts | decides | seal | answers | respondent |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | direct | region | region | region | region's | region | region |
//! | window | department's staff | department | department | department's | department | department |
//! | review | region | region | region | Seal No. 2 | region | department, contested |
//! | intake | region | region | department | department's | department; region for its intake | department |
//! | city | department | department | department | department's | department | department |
//! | original | region | region | region | region's | region | region |
//!
//! A three-tier item, as the region chose (`A2`):
//!
//! | | takes in | accepts | decides | seal | answers | respondent |
//! | --- | --- | --- | --- | --- | --- | --- |
//! | direct | township | township | township | township's | township | township |
//! | window | county's staff there | county | county | county's | county | county |
//! | review, township's seal | township | township | township | township's | township | township |
//! | review, county's seal | township | township | township | county's | township | county, contested |
//! | intake | township | township | county | county's | county; township for its intake | county |

use super::{ChosenWay, ReviewSeal, Seal};
use crate::{
    catalogue::{Modality, Standing, Why},
    law::{Article, Clause, Silence, Source},
};

/// 由谁办: whose hands it goes through, which is a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hands {
    /// Devolved, by each modality.
    Direct,
    Window,
    Review,
    Intake,
    /// 市级: the matter crosses regions.
    Crossing,
    /// 市级: the remark does not devolve it here.
    NotDevolved,
    /// 市级: the service that keeps the item recorded it so, of an earlier round.
    NotRecorded,
    /// 市级: an amendment does not devolve it here.
    NotAmended,
    /// 市级: something is missing that the region cannot do without.
    Gap,
    /// 市级: the department's own staff decide at the window asked.
    AtWindow,
    Original,
    /// 三级同权, as the region chose: a county and a township share it.
    SharedDirect,
    SharedWindow,
    /// Under the township's own seal.
    SharedReview,
    /// Under the seal of a county body.
    SharedReviewForCounty,
    SharedIntake,
}

/// 归谁: whose the item is here, for this matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// 下放: devolved, by one of the four modalities.
    Devolved,
    /// 市级: the city department's.
    City,
    /// 县级原有: the region's own from before.
    Region,
    /// 三级同权: shared by a county and a township.
    Shared,
}

/// Who, before department and region are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Region,
    Department,
    /// Staff of the department at the region's centre.
    Posted,
    Township,
    /// The county body that a choice names.
    County,
    /// Staff of it in the township.
    Stationed,
}

impl Part {
    /// Whether it is of the region, the township included.
    pub(super) const fn is_of_region(self) -> bool {
        matches!(self, Self::Region | Self::Township | Self::County | Self::Stationed)
    }
}

type Cited<T> = (T, &'static [Source]);

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) intake: Cited<Part>,
    pub(super) acceptance: Cited<Part>,
    pub(super) decision: Cited<Part>,
    pub(super) seal: Cited<Seal>,
    /// Who answers inside the administration for process and result.
    pub(super) answers: Cited<Part>,
    /// Who answers beside it, for its intake alone.
    pub(super) answers_for_intake: Option<Cited<Part>>,
    pub(super) respondent: RespondentRow,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct RespondentRow {
    pub(super) part: Part,
    pub(super) contested: bool,
    pub(super) litigation: &'static [Article],
    pub(super) reconsideration: &'static [Article],
}

const C1: Source = Source::Clause(Clause::C1);
const C2: Source = Source::Clause(Clause::C2);
const C6: Source = Source::Clause(Clause::C6);
const C11: Source = Source::Clause(Clause::C11);
const S2: Source = Source::Silence(Silence::S2);
const P2: Source = Source::Clause(Clause::P2);
const S53: Source = Source::Silence(Silence::S53);

const ACTED: RespondentRow = RespondentRow {
    part: Part::Department,
    contested: false,
    litigation: &[Article::All26a],
    reconsideration: &[Article::Arl19a],
};
const REGION_ACTED: RespondentRow = RespondentRow { part: Part::Region, ..ACTED };
/// The paper carries the seal of another than who decided, and an authorisation without a law's basis counts as entrustment.
const AS_SEALED: RespondentRow = RespondentRow {
    part: Part::Department,
    contested: true,
    litigation: &[Article::Spc19, Article::All26e, Article::Spc20],
    reconsideration: &[Article::Arl19c],
};
const ENTRUSTED: RespondentRow = RespondentRow {
    part: Part::Department,
    contested: false,
    litigation: &[Article::All26a, Article::All26e],
    reconsideration: &[Article::Arl19a, Article::Arl19c],
};

/// The same of papers that do not carry that seal: of intake, of non-acceptance, and where nothing is decided.
pub(super) static UNSEALED: RespondentRow =
    RespondentRow { litigation: &[Article::All26e, Article::Spc20], ..AS_SEALED };
/// Under entrusted intake, of what was taken in and accepted in the name of who decides.
pub(super) static IN_ITS_NAME: RespondentRow =
    RespondentRow { litigation: &[Article::All26e], reconsideration: &[Article::Arl19c], ..ACTED };
/// The same, of what it decides, or does not, itself.
pub(super) static BY_ITSELF: RespondentRow = ACTED;

static DIRECT: Row = Row {
    intake: (Part::Region, &[C1]),
    acceptance: (Part::Region, &[C1]),
    decision: (Part::Region, &[C1]),
    seal: (Seal::Region, &[C1, C6]),
    answers: (Part::Region, &[C11]),
    answers_for_intake: None,
    respondent: REGION_ACTED,
};

static WINDOW: Row = Row {
    intake: (Part::Posted, &[C1]),
    acceptance: (Part::Department, &[C1]),
    decision: (Part::Department, &[C1]),
    seal: (Seal::Department, &[C1]),
    answers: (Part::Department, &[S2]),
    answers_for_intake: None,
    respondent: ACTED,
};

static REVIEW: Row = Row {
    intake: (Part::Region, &[C1]),
    acceptance: (Part::Region, &[C1]),
    decision: (Part::Region, &[C1, C6]),
    seal: (Seal::No2, &[C6, C1]),
    answers: (Part::Region, &[C1, C11]),
    answers_for_intake: None,
    respondent: AS_SEALED,
};

static INTAKE: Row = Row {
    intake: (Part::Region, &[C1]),
    acceptance: (Part::Region, &[C1]),
    decision: (Part::Department, &[C1]),
    seal: (Seal::Department, &[C1]),
    answers: (Part::Department, &[S2]),
    answers_for_intake: Some((Part::Region, &[S2, C11])),
    respondent: ENTRUSTED,
};

const fn city(by: &'static [Source]) -> Row {
    Row {
        intake: (Part::Department, by),
        acceptance: (Part::Department, by),
        decision: (Part::Department, by),
        seal: (Seal::Department, by),
        answers: (Part::Department, &[P2]),
        answers_for_intake: None,
        respondent: ACTED,
    }
}

static CROSSING: Row = city(&[C2, Source::Silence(Silence::S7)]);
static NOT_DEVOLVED: Row = city(&[Source::Clause(Clause::A1)]);
static NOT_RECORDED: Row = city(&[C2]);
static NOT_AMENDED: Row = city(&[Source::Clause(Clause::C3)]);
static GAP: Row = city(&[Source::Silence(Silence::S11)]);
static AT_WINDOW: Row = city(&[Source::Clause(Clause::C13), Source::Silence(Silence::S12)]);

static ORIGINAL: Row = Row {
    intake: (Part::Region, &[C6]),
    acceptance: (Part::Region, &[C6]),
    decision: (Part::Region, &[C6]),
    seal: (Seal::Region, &[C6]),
    answers: (Part::Region, &[P2]),
    answers_for_intake: None,
    respondent: REGION_ACTED,
};

const CHOSEN: &[Source] =
    &[Source::Clause(Clause::A2), Source::Clause(Clause::C15), Source::Silence(Silence::S10), S53];
const ANSWERS: &[Source] = &[S53, P2];
const S20: &[Source] = &[Source::Silence(Silence::S20), Source::Clause(Clause::A2)];
const COUNTY_ACTED: RespondentRow = RespondentRow { part: Part::County, ..ACTED };

const BY_TOWNSHIP: Row = Row {
    intake: (Part::Township, CHOSEN),
    acceptance: (Part::Township, CHOSEN),
    decision: (Part::Township, CHOSEN),
    seal: (Seal::Township, CHOSEN),
    answers: (Part::Township, ANSWERS),
    answers_for_intake: None,
    respondent: RespondentRow { part: Part::Township, ..ACTED },
};

static SHARED_DIRECT: Row = BY_TOWNSHIP;

static SHARED_WINDOW: Row = Row {
    intake: (Part::Stationed, CHOSEN),
    acceptance: (Part::County, CHOSEN),
    decision: (Part::County, CHOSEN),
    seal: (Seal::Region, CHOSEN),
    answers: (Part::County, ANSWERS),
    answers_for_intake: None,
    respondent: COUNTY_ACTED,
};

static SHARED_REVIEW: Row = Row { seal: (Seal::Township, S20), ..BY_TOWNSHIP };

// the paper carries the county body's name, as under Seal No. 2 the department's
static SHARED_REVIEW_FOR_COUNTY: Row =
    Row { seal: (Seal::Region, S20), respondent: RespondentRow { part: Part::County, ..AS_SEALED }, ..BY_TOWNSHIP };

static SHARED_INTAKE: Row = Row {
    decision: (Part::County, CHOSEN),
    seal: (Seal::Region, CHOSEN),
    answers: (Part::County, ANSWERS),
    answers_for_intake: Some((Part::Township, &[S2, S53])),
    respondent: RespondentRow { part: Part::County, ..ENTRUSTED },
    ..BY_TOWNSHIP
};

/// Where a zone's own body is the respondent, or acted behind a department's seal, its standing as a party is open.
pub(super) const ZONE_LITIGATION: &[Article] = &[Article::Spc20, Article::Spc21, Article::Sdedz7];
pub(super) const ZONE_RECONSIDERATION: &[Article] = &[Article::Sdedz7];

impl Row {
    /// Whether who decides has the seal for its own: what it may only affix goes to no other window.
    pub(super) const fn seals_with_its_own(&self) -> bool {
        matches!(
            (self.decision.0, self.seal.0),
            (Part::Region | Part::County, Seal::Region)
                | (Part::Township, Seal::Township)
                | (Part::Department, Seal::Department)
        )
    }
}

impl Hands {
    /// Whose hands the list alone leads to; nothing where the region must choose, or nobody is named.
    #[inline]
    pub(super) const fn by_list(standing: Standing, why: Why) -> Option<Self> {
        match standing {
            Standing::Devolved(modality) => Some(Self::devolved(modality)),
            Standing::NotDevolved => Some(Self::not_devolved(why)),
            Standing::Reserved => Some(Self::Crossing),
            Standing::Original => Some(Self::Original),
            Standing::RegionChooses | Standing::Chosen(_) | Standing::Unresolved => None,
        }
    }

    const fn devolved(modality: Modality) -> Self {
        match modality {
            Modality::Direct => Self::Direct,
            Modality::Window => Self::Window,
            Modality::Review => Self::Review,
            Modality::Intake => Self::Intake,
        }
    }

    const fn not_devolved(why: Why) -> Self {
        match why {
            Why::Column | Why::Remark | Why::Note => Self::NotDevolved,
            Why::OwnRecord => Self::NotRecorded,
            Why::Amendment => Self::NotAmended,
        }
    }

    /// What a choice comes to; nothing for a review whose seal is not named (`S20`).
    pub(super) const fn by_choice(way: &ChosenWay) -> Option<Self> {
        Some(match way {
            ChosenWay::Direct => Self::SharedDirect,
            ChosenWay::Window { .. } => Self::SharedWindow,
            ChosenWay::Review { seal: Some(ReviewSeal::Township) } => Self::SharedReview,
            ChosenWay::Review { seal: Some(ReviewSeal::County(_)) } => Self::SharedReviewForCounty,
            ChosenWay::Review { seal: None } => return None,
            ChosenWay::Intake { .. } => Self::SharedIntake,
        })
    }

    /// By which modality; none where it is the city's, or the region's own.
    pub(super) const fn modality(self) -> Option<Modality> {
        match self {
            Self::Direct | Self::SharedDirect => Some(Modality::Direct),
            Self::Window | Self::SharedWindow => Some(Modality::Window),
            Self::Review | Self::SharedReview | Self::SharedReviewForCounty => Some(Modality::Review),
            Self::Intake | Self::SharedIntake => Some(Modality::Intake),
            Self::Crossing | Self::NotDevolved | Self::NotRecorded | Self::NotAmended => None,
            Self::Gap | Self::AtWindow | Self::Original => None,
        }
    }

    pub(super) const fn whose(self) -> Whose {
        match self {
            Self::Direct | Self::Window | Self::Review | Self::Intake => Whose::Devolved,
            Self::Crossing | Self::NotDevolved | Self::NotRecorded | Self::NotAmended => Whose::City,
            Self::Gap | Self::AtWindow => Whose::City,
            Self::Original => Whose::Region,
            Self::SharedDirect | Self::SharedWindow | Self::SharedIntake => Whose::Shared,
            Self::SharedReview | Self::SharedReviewForCounty => Whose::Shared,
        }
    }

    #[inline]
    pub(super) const fn row(self) -> &'static Row {
        match self {
            Self::Direct => &DIRECT,
            Self::Window => &WINDOW,
            Self::Review => &REVIEW,
            Self::Intake => &INTAKE,
            Self::Crossing => &CROSSING,
            Self::NotDevolved => &NOT_DEVOLVED,
            Self::NotRecorded => &NOT_RECORDED,
            Self::NotAmended => &NOT_AMENDED,
            Self::Gap => &GAP,
            Self::AtWindow => &AT_WINDOW,
            Self::Original => &ORIGINAL,
            Self::SharedDirect => &SHARED_DIRECT,
            Self::SharedWindow => &SHARED_WINDOW,
            Self::SharedReview => &SHARED_REVIEW,
            Self::SharedReviewForCounty => &SHARED_REVIEW_FOR_COUNTY,
            Self::SharedIntake => &SHARED_INTAKE,
        }
    }
}
