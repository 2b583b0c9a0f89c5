//! Plain logs as large as is asked for: the golden courses, with and without corrections and with more or fewer steps of review, and in four of a
//! hundred cases one fault. The same each time.

use std::ops::Range;

use tongquan::{
    Stamp,
    case::StepKind as By,
    oversight::{self, Activity, Hand, PlainEvent, Terms},
};

use crate::lifecycle::courses::Course;

pub struct Log {
    /// Case after case.
    pub events: Vec<PlainEvent>,
    pub cases: Vec<Span>,
    pub faults: Faults,
}

#[derive(Clone, Copy)]
pub struct Span {
    pub terms: Terms,
    from: u32,
    to: u32,
}

/// In how many cases.
#[derive(Debug, Default)]
pub struct Faults {
    pub of_order: u64,
    pub of_role: u64,
    pub of_time: u64,
    pub of_modality: u64,
}

impl Faults {
    pub fn total(&self) -> u64 {
        self.of_order + self.of_role + self.of_time + self.of_modality
    }
}

/// More than any case has.
const MARGIN: usize = 60;

impl Log {
    pub fn of(events: usize) -> Self {
        let courses = Course::ALL.map(Golden::of);
        let mut log = Self { events: Vec::with_capacity(events), cases: Vec::new(), faults: Faults::default() };
        let mut luck = Luck(0x5eed);
        while log.events.len() + MARGIN < events {
            let course = luck.one_of(&courses);
            let mut case = course.varied(&mut luck);
            if luck.below(100) < 4 {
                log.faults.commit(&mut case, course.applicant, &mut luck);
            }
            log.push(course.terms, case);
        }
        // the last case takes up the rest with steps of review
        let mut last = courses[0].events.clone();
        let review = last.iter().position(|it| it.activity == Activity::Step(By::TakeReviewStep)).expect("a review");
        let missing = events - log.events.len() - last.len();
        last.splice(review..review, vec![last[review]; missing]);
        log.push(courses[0].terms, last);
        log
    }

    /// The same where neither routes nor actors are known.
    pub fn bare(&self) -> Self {
        let events = self.events.iter().map(|it| PlainEvent { hand: Hand::UNKNOWN, ..*it }).collect();
        let cases = self.cases.iter().map(|it| Span { terms: Terms::UNKNOWN, ..*it }).collect();
        Self { events, cases, faults: Faults::default() }
    }

    pub fn events_of(&self, case: &Span) -> &[PlainEvent] {
        &self.events[Range { start: case.from as usize, end: case.to as usize }]
    }

    fn push(&mut self, terms: Terms, case: Vec<PlainEvent>) {
        let from = self.events.len() as u32;
        self.events.extend(case);
        self.cases.push(Span { terms, from, to: self.events.len() as u32 });
    }
}

/// What a plain log knows of a golden course, on the route of its filing.
struct Golden {
    terms: Terms,
    events: Vec<PlainEvent>,
    applicant: Hand,
}

impl Golden {
    fn of(course: Course) -> Self {
        let case = course.read().taken();
        let route = case.record().route();
        let event = |activity, stamp: &Stamp| {
            let hand = Hand::of(&route, &(&stamp.by).into());
            PlainEvent { activity, at: stamp.at, hand }
        };
        let opening = event(Activity::File, &case.record().opening().stamp);
        let entries = case.record().entries().iter();
        let events = [opening].into_iter().chain(entries.map(|it| event(Activity::Step(it.kind()), it.stamp())));
        let applicant = Hand::of(&route, &oversight::By::Applicant);
        Self { terms: Terms::of(&route), events: events.collect(), applicant }
    }

    fn varied(&self, luck: &mut Luck) -> Vec<PlainEvent> {
        let mut case = self.events.clone();
        if luck.below(2) == 0 {
            case.retain(|it| !is_of(it, &[By::AskForCorrections, By::HandInCorrections]));
        }
        let review = place(&case, &[By::TakeReviewStep]);
        match luck.below(4) {
            0 => drop(case.remove(review)),
            1 => {}
            more => case.splice(review..review, vec![case[review]; more as usize]).for_each(drop),
        }
        case
    }
}

impl Faults {
    fn commit(&mut self, case: &mut Vec<PlainEvent>, applicant: Hand, luck: &mut Luck) {
        let decision = place(case, &[By::DecideFavourably]);
        match luck.below(7) {
            // no acceptance
            0 => {
                case.remove(place(case, &[By::Accept]));
                self.of_order += 1;
            }
            // sealed before it is decided, as it seems
            1 => {
                (case[decision].activity, case[decision + 1].activity) =
                    (case[decision + 1].activity, case[decision].activity);
                self.of_order += 1;
            }
            // a late notice
            2 => {
                case.insert(decision, PlainEvent { activity: Activity::Step(By::AskForCorrections), ..case[decision] });
                self.of_order += 1;
            }
            // a counter-sign
            3 => {
                case.insert(decision, PlainEvent { activity: Activity::Other, ..case[decision] });
                self.of_order += 1;
            }
            // decided by whoever applied
            4 => {
                case[decision].hand = applicant;
                self.of_role += 1;
            }
            // told after what followed it
            5 => {
                case[decision].at = case[decision + 2].at;
                self.of_time += 1;
            }
            // the other seal
            _ => {
                let seal = &mut case[decision + 1].activity;
                let is_no2 = *seal == Activity::Step(By::AffixSealNo2);
                *seal = Activity::Step(if is_no2 { By::AffixSeal } else { By::AffixSealNo2 });
                self.of_modality += 1;
            }
        }
    }
}

fn is_of(event: &PlainEvent, steps: &[By]) -> bool {
    matches!(event.activity, Activity::Step(by) if steps.contains(&by))
}

fn place(case: &[PlainEvent], steps: &[By]) -> usize {
    case.iter().position(|it| is_of(it, steps)).expect("every course has it")
}

/// splitmix64: what predicts branches is not to learn the log by heart.
struct Luck(u64);

impl Luck {
    fn below(&mut self, many: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % many
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u64) as usize]
    }
}
