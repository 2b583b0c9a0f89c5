//! A step that somebody asks for: the case so far, what is asked, when, by whom, and in which office.

use std::{
    collections::{BTreeSet, HashMap},
    rc::Rc,
};

use chrono::{FixedOffset, NaiveDate, TimeDelta};
use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Place, Region, Rule, Scope, Stamp, Venue,
    case::{Journal, Role, steps::File},
    place::Centre,
    register::{Items, Plan, SealEvent, SealId, SealStep, TimeUnit, Undertaken, Uses},
    route::{Gap, Supervision},
    text::Mark,
};

use super::{Mistake, mistake};
pub(super) use crate::support::mark;
use crate::support::{changed, day, marks, stranger};

pub(super) const HOME: Region = Region::Wenshang;
/// Who sits at every desk; the fictional agreements name that person as a user of the region's seals.
pub(super) const CLERK: &str = "wenshang-seal-keeper";

/// How a case came to where it is.
#[derive(Clone, Debug)]
pub(super) struct Story {
    pub(super) item: &'static str,
    /// Handed in at the city's centre, which passes on.
    pub(super) foreign: bool,
    pub(super) filed: NaiveDate,
    pub(super) materials: Vec<Mark>,
    /// The steps since, each by whoever holds its role.
    pub(super) before: Vec<(NaiveDate, AnyStep)>,
}

impl Story {
    /// Filed at the counter in March 2024, with these papers.
    pub(super) fn of(item: &'static str, materials: &[&str]) -> Self {
        Self { item, foreign: false, filed: day(2024, 3, 4), materials: marks(materials), before: Vec::new() }
    }
    pub(super) fn complete(item: &'static str) -> Self {
        Self::of(item, &["form", "subject", "proof"])
    }
    pub(super) fn then(mut self, on: NaiveDate, step: impl Into<AnyStep>) -> Self {
        self.before.push((on, step.into()));
        self
    }
    /// Leaves out every step of a kind, or that says this.
    pub(super) fn without(&mut self, step: impl Into<AnyStep>) {
        let step = step.into();
        self.before.retain(|(_, it)| *it != step);
    }
}

/// What an office is like beside the fictional one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Change {
    /// Limits count days.
    LimitsInDays,
    /// No plan names a supervisor.
    NobodySupervises,
    /// Agreements name the clerk and every item.
    Agreed,
    /// Agreements name the clerk and none of the items tried.
    AgreedOnOthers,
    /// Every seal is suspended.
    Suspended,
    /// Handbooks have no later edition.
    NothingLater,
    /// A later plan names nobody for county-original items.
    NobodyHandles,
}

impl Change {
    /// Whether a case must have lived in it, so that its brief is of it.
    const fn is_of_the_brief(self) -> bool {
        matches!(self, Self::LimitsInDays | Self::NobodySupervises)
    }

    fn make(self, rows: &mut tongquan::register::Revision) {
        match self {
            Self::LimitsInDays => {
                for it in &mut rows.standards {
                    it.baseline = None;
                    let limits = it.limits.as_mut().into_iter();
                    for limit in limits.flat_map(|it| [Some(&mut it.promised), it.statutory.as_mut()]).flatten() {
                        limit.unit = TimeUnit::Day;
                    }
                }
            }
            Self::NobodySupervises => {
                for row in rows.plans.iter_mut().flat_map(|it| &mut it.undertakes) {
                    row.supervision = Supervision::NOBODY;
                }
            }
            Self::Agreed | Self::AgreedOnOthers => {
                for it in &mut rows.agreements {
                    it.users = marks(&[CLERK]);
                    let tried = it.items == Items::Only(marks(&["A1-34", "A1-35"]));
                    match self {
                        Self::Agreed => it.items = Items::All,
                        _ if tried => it.items = Items::Only(marks(&["A1-35"])),
                        _ => {}
                    }
                }
            }
            Self::Suspended => {
                let cut = rows.seals.iter().filter(|it| matches!(it.event, SealStep::Cut { .. }));
                let seals: Vec<SealId> = cut.map(|it| it.seal).collect();
                for seal in seals {
                    let reason = "（虚构）核查".parse().unwrap();
                    rows.seals.push(SealEvent { seal, on: day(2024, 3, 1), event: SealStep::Suspended { reason } });
                }
            }
            Self::NothingLater => rows.standards.retain(|it| it.edition == 1),
            Self::NobodyHandles => {
                let row = Undertaken {
                    items: Items::Only(marks(&["A1-1"])),
                    handler: mark("wenshang-bureau"),
                    supervision: Supervision::default(),
                    uses: Uses::default(),
                };
                rows.plans.push(Plan { region: HOME, from: day(2024, 5, 28), centre: None, undertakes: vec![row] });
            }
        }
    }
}

/// By whom a step is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Whoever holds the role, and for papers and messages whoever has them.
    Holder,
    /// A body of the region that no plan names.
    Stranger,
    /// The applicant.
    Applicant,
    /// Another applicant.
    AnotherApplicant,
    /// The body that decides.
    Decider,
    /// Another window of the route than the one that has the papers.
    OtherWindow,
}

#[derive(Clone, Debug)]
pub(super) struct Attempt {
    pub(super) story: Story,
    pub(super) on: NaiveDate,
    pub(super) step: AnyStep,
    pub(super) by: By,
    pub(super) person: &'static str,
    /// A moment before the last step.
    pub(super) early: bool,
    /// The stored record claims what the registers never said.
    pub(super) lies: bool,
    pub(super) office: BTreeSet<Change>,
}

impl Attempt {
    pub(super) fn of(story: Story, on: NaiveDate, step: impl Into<AnyStep>) -> Self {
        let step = step.into();
        Self { story, on, step, by: By::Holder, person: CLERK, early: false, lies: false, office: BTreeSet::new() }
    }
    pub(super) fn in_office(mut self, change: Change) -> Self {
        self.office.insert(change);
        self
    }
}

/// Something done wrong in an attempt.
pub(super) const fn wrong(name: &'static str, rule: Rule, does: fn(&mut Attempt)) -> Mistake<Attempt> {
    mistake(name, rule, does)
}

/// The contents of an attempt's step, known to be of a kind.
macro_rules! contents {
    ($attempt:ident: $Step:ident) => {
        match &mut $attempt.step {
            tongquan::AnyStep::$Step(step) => step,
            other => panic!("{other:?}"),
        }
    };
}
pub(super) use contents;

/// An attempt, ready to be made.
pub(crate) struct Made {
    pub(crate) case: AnyCase,
    pub(crate) step: AnyStep,
    pub(crate) stamp: Stamp,
    pub(crate) office: Rc<Office>,
}

/// Offices and cases that were made before.
#[derive(Default)]
pub(super) struct World {
    offices: HashMap<BTreeSet<Change>, Rc<Office>>,
    cases: HashMap<String, AnyCase>,
}

impl World {
    fn office(&mut self, changes: &BTreeSet<Change>) -> Rc<Office> {
        let make = || Rc::new(changed(|rows| changes.iter().for_each(|it| it.make(rows))));
        Rc::clone(self.offices.entry(changes.clone()).or_insert_with(make))
    }

    pub(super) fn make(&mut self, attempt: &Attempt) -> Made {
        let Attempt { story, on, step, by, person, early, lies, office } = attempt;
        let lived: BTreeSet<Change> = office.iter().copied().filter(|it| it.is_of_the_brief()).collect();
        let (home, office) = (self.office(&lived), self.office(office));
        let key = format!("{lies}{lived:?}{story:?}");
        let case =
            self.cases.entry(key).or_insert_with(|| if *lies { lying(told(story, &home)) } else { told(story, &home) });
        let at = if *early { a_second_before(case.record().last_at()) } else { Moment::new(*on, 10, 0, 0).unwrap() };
        let by = actor(case, step, *by, person);
        Made { case: case.clone(), step: step.clone(), stamp: Stamp { at, by }, office }
    }
}

fn a_second_before(at: Moment) -> Moment {
    let beijing = FixedOffset::east_opt(8 * 3600).unwrap();
    Moment::of(&(at.naive() - TimeDelta::seconds(1)).and_local_timezone(beijing).unwrap()).unwrap()
}

fn told(story: &Story, office: &Office) -> AnyCase {
    let venue = if story.foreign { Venue::Centre(Centre::CITY) } else { HOME.centre().unwrap().into() };
    let file = File {
        case: mark("C-1"),
        item: story.item.parse().unwrap(),
        place: Place::Region(HOME),
        scope: Scope::WITHIN,
        venue: venue.clone(),
        applicant: "applicant-1".parse().unwrap(),
        materials: story.materials.clone(),
        follows: None,
    };
    let asked = tongquan::Question {
        item: &file.item,
        place: file.place,
        scope: file.scope,
        venue: Some(&venue),
        day: story.filed,
    };
    let body = office.route(&asked).unwrap().intake().is.to_body().unwrap();
    let nine = |on| Moment::new(on, 9, 0, 0).unwrap();
    let by = Actor::Official { body, person: CLERK.parse().unwrap() };
    let mut case = AnyCase::file(file, Stamp { at: nine(story.filed), by }, office).unwrap();
    for (on, step) in &story.before {
        let stamp = Stamp { at: nine(*on), by: actor(&case, step, By::Holder, CLERK) };
        case = case.apply(step.clone(), stamp, office).unwrap_or_else(|back| panic!("{story:?}: {back}"));
    }
    case
}

/// The same case, read from a journal that tells a gap that there was not.
fn lying(case: AnyCase) -> AnyCase {
    let mut journal = Journal::from(case);
    journal.opening.found.gaps.push(Gap::NoCentre);
    AnyCase::replay(journal).unwrap()
}

fn actor(case: &AnyCase, step: &AnyStep, by: By, person: &str) -> Actor {
    let record = case.record();
    let applicant = Actor::Applicant(record.file().applicant.clone());
    let official = |body| Actor::Official { body, person: person.parse().unwrap() };
    let first = |role| record.holders(role).next().unwrap().to_body().unwrap();
    let role = case.stage().arc(step.kind()).unwrap().role;
    // papers are passed on by whoever has them
    let keeper = match case.papers_with() {
        Some(keeper) if role == Role::Window => keeper.to_body().unwrap(),
        _ => record.holders(role).next().and_then(tongquan::Party::to_body).unwrap_or_else(|| first(Role::Intake)),
    };
    match (by, role, step) {
        (By::Stranger, Role::Applicant, _) | (By::AnotherApplicant, ..) => {
            Actor::Applicant("applicant-2".parse().unwrap())
        }
        (By::Stranger, ..) => official(stranger(HOME)),
        (By::Applicant, ..) | (By::Holder, Role::Applicant, _) => applicant,
        (By::Holder, _, AnyStep::Acknowledge(it)) => {
            let duties = record.duties();
            let duty = duties.iter().find(|duty| duty.message == it.message);
            official(duty.and_then(|it| it.to.clone()).unwrap_or(keeper))
        }
        (By::Decider, ..) => official(first(Role::Deciding)),
        (By::Holder, ..) => official(keeper),
        (By::OtherWindow, ..) => {
            let others = record.holders(Role::Window).filter_map(tongquan::Party::to_body);
            official(others.into_iter().find(|it| !it.is(&keeper)).unwrap())
        }
    }
}
