//! 收件: who applies for what, where, when, and with which papers.

use chrono::NaiveDate;
use tongquan::{
    Actor, AnyCase, Moment, Place, Question, Region, Scope, Stamp, Venue, case::steps::File, catalogue::Origin,
    register::Registers, text::Mark,
};

use super::{
    Fallible,
    luck::Luck,
    shares::SHARES,
    world::{Listed, Places, World},
};

/// What a case is to be like, so that something can be planted in it; usually anything.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    pub(crate) item: fn(&Listed) -> bool,
    pub(crate) region: fn(Region) -> bool,
    /// Handed in at the competent counter, of one region alone.
    pub(crate) plain: bool,
    /// From which month and day on, and until when.
    pub(crate) filed: ((u32, u32), (u32, u32)),
    /// What becomes of it.
    pub(crate) shape: fn(&mut super::fate::Fate),
}

impl Wish {
    pub(crate) const NONE: Self =
        Self { item: |_| true, region: |_| true, plain: false, filed: ((1, 1), (12, 31)), shape: |_| {} };
}

/// What somebody applies for.
pub(crate) struct Application {
    pub(crate) file: File,
    at: Moment,
    window: tongquan::Body,
}

/// The number of a line's case.
pub(crate) fn number(line: u64) -> Fallible<Mark> {
    Ok(format!("{}-{line:07}", super::days::YEAR).parse()?)
}

impl Application {
    /// None where what was drawn cannot be handed in.
    pub(crate) fn draw(world: &World, line: u64, wish: &Wish, luck: &mut Luck) -> Fallible<Option<Self>> {
        for _ in 0..TRIES {
            let item = world.item(luck)?;
            if !(wish.item)(item) {
                continue;
            }
            let (places, place) = place(world, item, luck)?;
            if !(wish.region)(places.region) {
                continue;
            }
            let crossing = !wish.plain && item.origin == Origin::City && luck.chance(SHARES.crossing);
            let scope = if crossing { Scope::touching([world.region(luck)?.region]) } else { Scope::WITHIN };
            let venue = (!wish.plain && luck.chance(SHARES.elsewhere)).then(|| world.elsewhere(places, luck));
            let Some(at) = handed_in(world, venue.as_ref(), wish.filed, luck)? else { continue };
            let applicant = format!("applicant-{:06}", luck.between(1, 400_000)).parse()?;
            let file = File {
                case: number(line)?,
                item: item.key.clone(),
                place,
                scope,
                // asked below where the counter is
                venue: venue.clone().unwrap_or(Venue::Online),
                applicant,
                materials: Vec::new(),
                follows: None,
            };
            return Self::at(world, file, at, venue.is_some(), luck);
        }
        Ok(None)
    }

    /// The same matter as in a case that came to nothing, some days after.
    pub(crate) fn again(world: &World, line: u64, before: &AnyCase, luck: &mut Luck) -> Fallible<Option<Self>> {
        let record = before.record();
        let days = luck.few(1, 20);
        let at = world.days.later(record.last_at(), days, luck)?;
        if record.docket().ended_undecided().is_none() || !world.days.hold(at) {
            return Ok(None);
        }
        let follows = Some(record.id().clone());
        let file = File { case: number(line)?, follows, materials: Vec::new(), ..record.file().clone() };
        Self::at(world, file, at, true, luck)
    }

    /// At the window that it names, if that may take the papers in, or else over the competent counter.
    fn at(world: &World, mut file: File, at: Moment, elsewhere: bool, luck: &mut Luck) -> Fallible<Option<Self>> {
        let registers = world.office.on(at.day());
        let ask = |venue: &Venue| registers.route(&Question { venue: Some(venue), ..file.asked(at.day()) });
        // some come to the list in the course of the year
        if registers.edition_on(at.day()).is_none_or(|list| list.find(&file.item).is_none()) {
            return Ok(None);
        }
        let route = ask(&file.venue)?;
        let open = elsewhere && route.access().is_open();
        let counter = if open { None } else { Some(route.counter().ok_or("no counter")?) };
        let route = counter.as_ref().map_or(Ok(route), ask)?;
        let window = route.intake().is.to_body().ok_or("nobody takes it in")?;
        file.materials = papers(registers, &file, route.region(), at.day(), luck);
        file.venue = counter.unwrap_or(file.venue);
        Ok(Some(Self { file, at, window }))
    }

    pub(crate) fn file(self, world: &World, luck: &mut Luck) -> Fallible<AnyCase> {
        let by = Actor::Official { body: self.window, person: world.clerk(luck)? };
        Ok(AnyCase::file(self.file, Stamp { at: self.at, by }, &world.office).map_err(|it| it.why)?)
    }
}

/// How often something is drawn that is to be of a kind.
const TRIES: u32 = 400;

/// Where the matter lies: the region, told no finer, or a township or village of it.
fn place<'w>(world: &'w World, item: &Listed, luck: &mut Luck) -> Fallible<(&'w Places, Place)> {
    if item.origin == Origin::ThreeTier {
        let township = *luck.pick(&item.chosen).ok_or("chosen nowhere")?;
        return Ok((world.places(township.managing_region().0)?, township.into()));
    }
    let places = world.region(luck)?;
    let region = places.region;
    let told = match (luck.between(0, 9), luck.pick(&places.villages)) {
        (0..3, Some(village)) if village.township().managing_region().0 == region => village.township().into(),
        (3..7, Some(village)) => Place::Village(*village),
        _ => region.into(),
    };
    Ok((places, told))
}

/// None where the day is not within the bounds.
fn handed_in(
    world: &World,
    venue: Option<&Venue>,
    (first, last): ((u32, u32), (u32, u32)),
    luck: &mut Luck,
) -> Fallible<Option<Moment>> {
    use chrono::Datelike;
    let always_open = matches!(venue, Some(Venue::Online | Venue::Kiosk(_))) && luck.chance(SHARES.any_hour);
    for _ in 0..TRIES {
        let at = if always_open { world.days.any_hour(luck)? } else { world.days.counter(luck)? };
        let day = (at.day().month(), at.day().day());
        if first <= day && day <= last {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// All that is required, or some of it.
fn papers(registers: Registers<'_>, file: &File, region: Region, day: NaiveDate, luck: &mut Luck) -> Vec<Mark> {
    let Some(standard) = registers.standard(&file.item, region, day) else { return Vec::new() };
    let complete = luck.chance(SHARES.complete);
    let given = standard.materials.iter().filter(|it| {
        luck.chance(if !it.required {
            300
        } else if complete {
            1_000
        } else {
            600
        })
    });
    given.map(|it| it.code.clone()).collect()
}
