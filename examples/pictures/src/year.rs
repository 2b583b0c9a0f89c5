use chrono::NaiveDate;
use tongquan::{
    AnyCase, Kind, Modality, Region, Standing,
    case::StepKind,
    oversight::{Facet, Month, Statistics, Subject},
    route::Access,
};

use crate::{
    Fallible,
    simulation::{self, Draw, World},
};

/// 模拟的一年: cases made through the crate on a fictional office, counted as of the last day of their year.
#[derive(Debug)]
pub struct Year {
    /// By which the cases were drawn.
    pub seed: u64,
    /// By everything that the crate groups by.
    pub all: Statistics,
    /// By the month of the decision.
    pub decided: Statistics<Month>,
    /// By region and standing at once.
    pub mix: Statistics<(Region, Standing)>,
    /// A case of each standing that is drawn, at its competent counter.
    pub(crate) samples: Vec<Sample>,
}

/// What a picture of the lifecycle is drawn of.
#[derive(Debug)]
pub(crate) struct Sample {
    pub(crate) of: Drawn,
    pub(crate) case: AnyCase,
    /// The name of its item.
    pub(crate) item: String,
}

/// A standing, and whether of a licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub(crate) standing: Standing,
    pub(crate) licence: bool,
}

/// In the order in which they are drawn. Of review there is one of a licence too, for only a licence is deemed accepted or extended.
const DRAWN: [Drawn; 6] = [
    Drawn { standing: Standing::Devolved(Modality::Direct), licence: false },
    Drawn { standing: Standing::Devolved(Modality::Window), licence: false },
    Drawn { standing: Standing::Devolved(Modality::Review), licence: false },
    Drawn { standing: Standing::Devolved(Modality::Intake), licence: false },
    Drawn { standing: Standing::Original, licence: false },
    Drawn { standing: Standing::Devolved(Modality::Review), licence: true },
];

/// The region whose cases are drawn.
const DRAWN_IN: Region = Region::Wenshang;

impl Year {
    /// So many cases by a seed, without a fault in any.
    ///
    /// # Errors
    ///
    /// Where a case cannot be made, or none of a kind that is drawn comes.
    pub fn simulated(cases: u64, seed: u64) -> Fallible<Self> {
        let world = World::new()?;
        let day = NaiveDate::from_ymd_opt(simulation::YEAR, 12, 31).ok_or("no such day")?;
        let (mut all, mut decided, mut mix) = (Statistics::on(day), Statistics::on(day), Statistics::on(day));
        let mut samples: [Option<AnyCase>; DRAWN.len()] = Default::default();
        let calendar = world.office.now().calendar();
        for line in 1..=cases {
            let journal = Draw { seed, faults: 0 }.line(&world, line)?.journal;
            let case = AnyCase::replay(journal)?;
            let record = case.record();
            all.add(record, calendar, Facet::all);
            decided.add(record, calendar, |it: &Subject<'_>| it.docket().decided().map(Month::of));
            mix.add(record, calendar, |it| [(it.region(), it.standing())]);
            let place = DRAWN.iter().zip(&mut samples).find(|(of, slot)| slot.is_none() && of.is(&case));
            if let Some((_, slot)) = place {
                *slot = Some(case);
            }
        }
        let found = DRAWN.into_iter().zip(samples).map(|(of, case)| {
            let case = case.ok_or_else(|| format!("no case to draw of {of:?}"))?;
            let item = world.office.catalogue().latest().item(&case.record().file().item)?.name().to_owned();
            Fallible::Ok(Sample { of, case, item })
        });
        Ok(Self { seed, all, decided, mix, samples: found.collect::<Fallible<_>>()? })
    }
}

impl Drawn {
    fn is(self, case: &AnyCase) -> bool {
        let (record, route) = (case.record(), case.record().route());
        let moved = record.entries().iter().any(|it| it.kind() == StepKind::Transfer);
        let as_listed = route.access() == Access::Competent && record.gaps().is_empty() && !moved;
        let licence = (route.facts().kind == Kind::Licence) == self.licence;
        as_listed && licence && route.region() == DRAWN_IN && route.standing() == self.standing
    }
}
