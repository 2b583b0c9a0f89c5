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

use super::Seal;
use crate::{
    body::Department,
    catalogue::Modality,
    law::{Article, Clause, Silence, Source},
};

/// Which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Hands {
    Devolved(Modality, Department),
    /// 市级
    City(Department, CityBy),
    Original,
}

/// Why it is the city's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum CityBy {
    /// The matter crosses regions.
    Crossing,
    /// The remark does not devolve it here.
    NotDevolved,
    /// Something is missing that the region cannot do without.
    Gap,
    /// The department's own staff decide at the window asked.
    Window,
}

/// Who, before department and region are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Region,
    Department,
    /// Staff of the department at the region's centre.
    Posted,
}

type Cited<T> = (T, &'static [Source]);

#[derive(Debug)]
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

#[derive(Debug)]
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

const ACTED: RespondentRow = RespondentRow {
    part: Part::Department,
    contested: false,
    litigation: &[Article::All26a],
    reconsideration: &[Article::Arl19a],
};
const REGION_ACTED: RespondentRow = RespondentRow { part: Part::Region, ..ACTED };

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
    // the paper carries the department's seal, and an authorisation without a law's basis counts as entrustment
    respondent: RespondentRow {
        part: Part::Department,
        contested: true,
        litigation: &[Article::Spc19, Article::All26e, Article::Spc20],
        reconsideration: &[Article::Arl19c],
    },
};

static INTAKE: Row = Row {
    intake: (Part::Region, &[C1]),
    acceptance: (Part::Region, &[C1]),
    decision: (Part::Department, &[C1]),
    seal: (Seal::Department, &[C1]),
    answers: (Part::Department, &[S2]),
    answers_for_intake: Some((Part::Region, &[S2, C11])),
    respondent: RespondentRow {
        part: Part::Department,
        contested: false,
        litigation: &[Article::All26a, Article::All26e],
        reconsideration: &[Article::Arl19a, Article::Arl19c],
    },
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

/// Where a zone's own body is the respondent, or acted behind a department's seal, its standing as a party is open.
pub(super) const ZONE_LITIGATION: &[Article] = &[Article::Spc20, Article::Spc21, Article::Sdedz7];
pub(super) const ZONE_RECONSIDERATION: &[Article] = &[Article::Sdedz7];

impl Hands {
    #[inline]
    pub(super) const fn row(self) -> &'static Row {
        match self {
            Self::Devolved(Modality::Direct, _) => &DIRECT,
            Self::Devolved(Modality::Window, _) => &WINDOW,
            Self::Devolved(Modality::Review, _) => &REVIEW,
            Self::Devolved(Modality::Intake, _) => &INTAKE,
            Self::City(_, CityBy::Crossing) => &CROSSING,
            Self::City(_, CityBy::NotDevolved) => &NOT_DEVOLVED,
            Self::City(_, CityBy::Gap) => &GAP,
            Self::City(_, CityBy::Window) => &AT_WINDOW,
            Self::Original => &ORIGINAL,
        }
    }
}
