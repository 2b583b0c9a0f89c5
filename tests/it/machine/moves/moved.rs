//! What comes to be otherwise on a day: the list, the plans, the postings, the choices.

use chrono::NaiveDate;
use tongquan::{
    Department, Item, Modality, Office, Region, Standing,
    catalogue::{Amendment, Ground, ItemChange},
    place::Regions,
    register::{Choice, Ending, Ends, Plan, Posting, Revision},
};

use crate::{
    choices::{WAYS, chosen},
    model,
    scenes::{Kept, Scene},
    support::{day, mark},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    /// The list devolves what was the city's by this modality everywhere; by none, to none of the regions of the scenes.
    Listed(Option<Modality>),
    /// The list gives what was the city's to another department.
    Department,
    /// The plans name another body of the region.
    Handed,
    /// The plans name nobody.
    Nobody,
    /// The city's staff is called back.
    CalledBack,
    /// The plans or postings that there were not are there.
    Filled,
    /// The region chooses another way for each three-tier item: that of so many items on.
    Chosen(usize),
}

const FROM: NaiveDate = NaiveDate::from_ymd_opt(2024, 6, 3).unwrap();
/// Of a second move.
pub(super) const AGAIN: NaiveDate = NaiveDate::from_ymd_opt(2024, 7, 8).unwrap();

/// What was the city's in the scenes.
const LISTED: [&str; 11] =
    ["A1-1", "A1-13", "A1-19", "A1-24", "A1-31", "A1-33", "A1-61", "XK-002", "XK-003", "XK-004", "XK-005"];
const REGIONS: [Region; 3] = [Region::Wenshang, Region::Liangshan, Region::HighTechZone];

impl Moved {
    pub(super) fn all() -> Vec<Self> {
        let listed = [Modality::Direct, Modality::Window, Modality::Review, Modality::Intake].map(Some);
        let listed = listed.into_iter().chain([None]).map(Self::Listed);
        let chosen = (1..WAYS.len()).map(Self::Chosen);
        let others = [Self::Department, Self::Handed, Self::Nobody, Self::CalledBack, Self::Filled];
        listed.chain(others).chain(chosen).collect()
    }

    /// Whether it can make a difference there.
    pub(super) fn concerns(self, scene: &Scene) -> bool {
        let short = matches!(scene.kept, Kept::Planless | Kept::Unposted);
        let three_tier = model::beside::three_tier(scene.situation.standing, false).is_some();
        match self {
            Self::Listed(_) | Self::Department => LISTED.contains(&scene.key),
            Self::Handed | Self::Nobody => !three_tier && scene.kept != Kept::Planless,
            Self::CalledBack => scene.situation.standing == model::WINDOW && !short,
            Self::Filled => short,
            Self::Chosen(_) => three_tier,
        }
    }

    pub(super) fn office(self, kept: Kept) -> Office {
        let now = &kept.office().revisions()[0];
        let mut rows = Revision::on(FROM);
        match self {
            Self::Listed(to) => rows.amendments.push(amendment(kept.office(), FROM, to)),
            Self::Department => rows.amendments.push(given_to_another_department()),
            Self::Handed => rows.plans = handed(&now.plans, FROM),
            Self::Nobody => {
                rows.plans = now.plans.iter().map(|it| Plan { from: FROM, undertakes: vec![], ..it.clone() }).collect();
            }
            Self::CalledBack => rows.endings = now.postings.iter().map(called_back).collect(),
            Self::Filled => {
                let whole = &Kept::Whole.office().revisions()[0];
                if kept == Kept::Unposted {
                    rows.postings = whole.postings.iter().map(|it| Posting { from: FROM, ..it.clone() }).collect();
                } else {
                    rows.plans = whole.plans.iter().map(|it| Plan { from: FROM, ..it.clone() }).collect();
                }
            }
            Self::Chosen(on) => rows.choices = now.choices.iter().filter_map(|it| chosen_otherwise(it, on)).collect(),
        }
        kept.office().record(&rows).unwrap_or_else(|why| panic!("{self:?}: {why}"))
    }

    /// Of what the list devolves otherwise: once more, directly to other bodies than before.
    pub(super) fn again(self, first: &Office) -> Option<Office> {
        let direct = Some(Modality::Direct);
        if !matches!(self, Self::Listed(to) if to != direct) {
            return None;
        }
        let plans = handed(&first.revisions()[0].plans, AGAIN);
        let rows = Revision { amendments: vec![amendment(first, AGAIN, direct)], plans, ..Revision::on(AGAIN) };
        Some(first.record(&rows).unwrap_or_else(|why| panic!("{self:?} again: {why}")))
    }
}

/// The modality of its column, and whether any region stands otherwise.
fn listed(item: Item<'_>) -> (Option<Modality>, bool, bool) {
    let column = item.facts(Region::Wenshang).column;
    let stands =
        |is: fn(Standing, Option<Modality>) -> bool| Region::all().any(|it| is(item.cell(it).standing, column));
    let excepted =
        stands(|it, column| matches!(it, Standing::Devolved(_)) && it != Standing::Devolved(column.unwrap()));
    (column, excepted, stands(|it, _| it == Standing::NotDevolved))
}

fn amendment(office: &Office, from: NaiveDate, to: Option<Modality>) -> Amendment {
    let change = |key: &&str| {
        let item = office.catalogue().latest().item(&key.parse().unwrap()).unwrap();
        let it = ItemChange::of(item.key().clone());
        let Some(to) = to else {
            return Some(ItemChange { not_devolved_to: Some(REGIONS.into_iter().collect()), ..it });
        };
        let (column, excepted, left_out) = listed(item);
        let modality = Some(to).filter(|it| Some(*it) != column);
        let changes = modality.is_some() || excepted || left_out;
        let not_devolved_to = left_out.then_some(Regions::NONE);
        changes.then(|| ItemChange { modality, exceptions: excepted.then(Vec::new), not_devolved_to, ..it })
    };
    of(from, LISTED.iter().filter_map(change).collect())
}

fn of(from: NaiveDate, changes: Vec<ItemChange>) -> Amendment {
    let ground = Ground::Law("（虚构）某法".parse().unwrap());
    Amendment { changes, ..Amendment::new(mark(&format!("TZ-{from}")), from, ground) }
}

/// One that has posted nobody and handed over no seal.
pub(super) const ANOTHER: Department = Department::Finance;

fn given_to_another_department() -> Amendment {
    let change = |key: &&str| ItemChange { department: Some(ANOTHER), ..ItemChange::of(key.parse().unwrap()) };
    of(FROM, LISTED.iter().map(change).collect())
}

/// From the approval bureau to the sector's body, and the other way.
fn handed(plans: &[Plan], from: NaiveDate) -> Vec<Plan> {
    let mut plans: Vec<Plan> = plans.iter().filter(|it| REGIONS.contains(&it.region)).cloned().collect();
    for plan in &mut plans {
        plan.from = from;
        for it in &mut plan.undertakes {
            let (region, body) = it.handler.as_str().rsplit_once('-').unwrap();
            let other = if body == "bureau" { "sector" } else { "bureau" };
            it.handler = mark(&format!("{region}-{other}"));
        }
    }
    plans
}

fn called_back(it: &Posting) -> Ending {
    let ends = Ends::Posting { department: it.department, region: it.region };
    Ending { ends, last: day(2024, 6, 2), reason: "（虚构）".parse().unwrap() }
}

/// Of what the scenes chose.
fn chosen_otherwise(it: &Choice, on: usize) -> Option<Choice> {
    let at = WAYS.iter().position(|way| chosen(way.0, way.1, it.from).way == it.way)?;
    let (way, county) = WAYS[(at + on) % WAYS.len()];
    Some(Choice { items: it.items.clone(), ..chosen(way, county, FROM) })
}
