//! Moves in offices that were drawn: handbooks, own standards and plans come when they come, and a case tries to move on between them.

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, prelude::*};
use tongquan::{
    AnyCase, Office, Place, Question, Rule, Scope, Venue,
    case::{
        Journal, StageKind,
        steps::{AskForCorrections, DeemAccepted, HandInCorrections, PassOn, Resume, Suspend},
    },
    register::{Items, Limit, Own, Plan, Revision, Standard, Undertaken},
};

use super::{
    HOME,
    later::{accept, filed_in, holder, review, taken_in, transfer},
};
use crate::support::{day, marks, rows, suspend};

/// In substantive review, the region's own, and of entrusted intake.
const ITEMS: [&str; 3] = ["A1-34", "WS-001", "XK-004"];

/// What is recorded on a day.
#[derive(Clone, Copy, Debug)]
enum Change {
    /// The next edition of the handbook.
    Handbook,
    /// The region's own, drawn from the handbook of the day.
    Own,
    Bureau,
    Sector,
    /// A plan that names nobody for the item.
    Nobody,
}

#[derive(Clone, Copy, Debug)]
enum Move {
    Transfer,
    /// Whatever step comes next.
    OnWithIt,
    /// A proceeding, or its end.
    Suspend,
}

#[derive(Clone, Debug)]
struct Drawn {
    item: &'static str,
    complete: bool,
    /// Each so many days after the one before.
    changes: Vec<(u64, Change)>,
    moves: Vec<(u64, Move)>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let change = prop_oneof![
        3 => Just(Change::Handbook),
        2 => Just(Change::Own),
        1 => Just(Change::Bureau),
        1 => Just(Change::Sector),
        1 => Just(Change::Nobody),
    ];
    let step = prop_oneof![3 => Just(Move::Transfer), 3 => Just(Move::OnWithIt), 1 => Just(Move::Suspend)];
    let item = prop::sample::select(ITEMS.as_slice());
    (item, any::<bool>(), vec((1_u64..9, change), 0..10), vec((0_u64..9, step), 1..16))
        .prop_map(|(item, complete, changes, moves)| Drawn { item, complete, changes, moves })
}

fn start() -> NaiveDate {
    day(2024, 3, 4)
}

/// What is so from a day on, kept apart from the office.
#[derive(Clone, Copy, Debug)]
struct So {
    from: NaiveDate,
    handbook: u32,
    /// The own edition, and the handbook that it is drawn from.
    own: Option<(u32, u32)>,
    handled: bool,
}

/// The office as it grows, a revision a day, and what is so by it.
fn office(drawn: &Drawn) -> (Office, Vec<So>) {
    let fictional = rows();
    let of = |it: &&Standard| it.item.to_string() == drawn.item && it.own.is_none();
    let handbook = Standard { baseline: None, ..fictional.standards.iter().find(of).unwrap().clone() };
    let at_home = fictional.plans.iter().find(|it| it.region == HOME).unwrap();
    let plan = |from, handler: Option<&str>| {
        let row = Undertaken {
            items: if handler.is_some() { Items::All } else { Items::Only(marks(&["A1-1"])) },
            handler: handler.unwrap_or("wenshang-bureau").parse().unwrap(),
            ..at_home.undertakes.last().unwrap().clone()
        };
        Plan { from, undertakes: vec![row], ..at_home.clone() }
    };
    let first = Revision {
        own_items: fictional.own_items.clone(),
        units: fictional.units.clone(),
        agencies: fictional.agencies.clone(),
        plans: vec![plan(day(2021, 7, 1), Some("wenshang-bureau"))],
        standards: vec![handbook.clone()],
        ..Revision::on(day(2021, 7, 1))
    };
    let mut so = vec![So { from: day(2021, 7, 1), handbook: 1, own: None, handled: true }];
    let (mut revisions, mut on) = (vec![first], start());
    for (gap, change) in &drawn.changes {
        on = on + Days::new(*gap);
        let mut now = So { from: on, ..*so.last().unwrap() };
        let mut revision = Revision::on(on);
        match change {
            Change::Handbook => {
                now.handbook += 1;
                let amount = handbook.limits.unwrap().promised.amount.saturating_sub(now.handbook as u16).max(1);
                let mut later = Standard { edition: now.handbook, from: on, ..handbook.clone() };
                let promised = &mut later.limits.as_mut().unwrap().promised;
                *promised = Limit { amount, ..*promised };
                revision.standards.push(later);
            }
            // of what the city decides no region has a standard of its own
            Change::Own if drawn.item == "XK-004" => continue,
            Change::Own => {
                let edition = 1 + now.own.map_or(0, |(edition, _)| edition);
                now.own = Some((edition, now.handbook));
                let own = Some(Own { region: HOME, handbook: now.handbook });
                let mut standard = Standard { own, edition, from: on, ..handbook.clone() };
                standard.limits.as_mut().unwrap().promised.amount = 1;
                revision.standards.push(standard);
            }
            Change::Bureau => revision.plans.push(plan(on, Some("wenshang-bureau"))),
            Change::Sector => revision.plans.push(plan(on, Some("wenshang-sector"))),
            Change::Nobody => revision.plans.push(plan(on, None)),
        }
        match change {
            Change::Bureau | Change::Sector => now.handled = true,
            Change::Nobody => now.handled = false,
            Change::Handbook | Change::Own => {}
        }
        so.push(now);
        revisions.push(revision);
    }
    (Office::new(revisions).unwrap(), so)
}

impl So {
    /// The edition that a case of the day is of, and the handbook of a region's own.
    fn edition(self, item: &str) -> (u32, Option<u32>) {
        let region_decides = item != "XK-004" && (self.handled || item == "WS-001");
        match self.own {
            Some((edition, handbook)) if region_decides && handbook == self.handbook => (edition, Some(handbook)),
            _ => (self.handbook, None),
        }
    }
}

/// By the handbook that it is or is drawn from; what is drawn from it is later than it.
fn is_later(one: (u32, Option<u32>), other: (u32, Option<u32>)) -> bool {
    match (one, other) {
        ((new, None), (old, None)) => new > old,
        ((new, Some(_)), (old, Some(_))) => new > old,
        ((_, Some(from)), (old, None)) => from >= old,
        ((new, None), (_, Some(from))) => new > from,
    }
}

fn edition(case: &AnyCase) -> (u32, Option<u32>) {
    let standard = case.record().standard().unwrap();
    (standard.edition, standard.own.map(|it| it.handbook))
}

/// The next step by contents that are right.
fn next(case: &AnyCase, on: NaiveDate) -> Option<tongquan::AnyStep> {
    let unanswered = on > start() + Days::new(7);
    Some(match case {
        AnyCase::Filed(it) if it.record().docket().is_licence() && unanswered => DeemAccepted {}.into(),
        AnyCase::Filed(it) if it.record().file().materials.len() == 3 => accept().into(),
        AnyCase::Filed(_) => AskForCorrections { materials: marks(&["form", "subject"]) }.into(),
        AnyCase::Correcting(it) if it.outstanding().is_empty() => accept().into(),
        AnyCase::Correcting(it) => HandInCorrections { materials: it.stage().asked().to_vec() }.into(),
        AnyCase::Accepted(it) => {
            let waits = it.record().route().decision().is.region().is_none()
                && it.record().route().acceptance().is.region().is_some()
                && *it.stage().desk() == tongquan::case::Desk::Accepting;
            let open = ["desk", "site", "opinion"]
                .into_iter()
                .find(|step| !it.stage().reviewed().iter().any(|it| it.as_str() == *step));
            if waits { PassOn {}.into() } else { review(open?).into() }
        }
        AnyCase::Suspended(_) => Resume {}.into(),
        _ => return None,
    })
}

/// Where a new case is filed on a day: at the city's counter, where the plan names nobody.
fn counter(office: &Office, key: &str, on: NaiveDate) -> Venue {
    let (item, venue) = (key.parse().unwrap(), Venue::Online);
    let asked =
        Question { item: &item, place: Place::Region(HOME), scope: Scope::WITHIN, venue: Some(&venue), day: on };
    office.route(&asked).unwrap().counter().unwrap()
}

/// Who accepts, decides and seals, as what.
fn competent(case: &AnyCase) -> String {
    let route = case.record().route();
    format!("{:?} {:?} {:?} {:?}", route.acceptance(), route.decision(), route.seal(), route.why())
}

fn told(why: &tongquan::Refusal) -> Vec<Rule> {
    why.objections().iter().map(|it| it.rule).collect()
}

/// Everything that a reader of the journal knows is what the live case knows.
#[track_caller]
fn then_lived(case: &AnyCase, office: &Office) {
    let read = AnyCase::replay(Journal::from(case.clone())).unwrap();
    assert_eq!(read.record().hold_against(office), Ok(()));
    assert_eq!(&read, case);
    let told = |it: &AnyCase| format!("{:?} {:?} {:?}", it.record().route(), it.record().brief(), it.stage());
    assert_eq!(told(&read), told(case));
    assert!(read.record().periods().eq(case.record().periods()));
}

/// A case keeps what it has, or moves on to exactly what holds.
fn lives(drawn: &Drawn) {
    let (office, so) = office(drawn);
    let papers: &[&str] = if drawn.complete { &["form", "subject", "proof"] } else { &["proof"] };
    let mut case = filed_in(&office, drawn.item, HOME, HOME.centre().unwrap().into(), start(), papers).unwrap();
    let (mut on, mut briefed) = (start(), start());
    for (gap, step) in &drawn.moves {
        on = on + Days::new(*gap);
        let now = *so.iter().rfind(|it| it.from <= on).unwrap();
        let kept = case.clone();
        let then = *so.iter().rfind(|it| it.from <= briefed).unwrap();
        let moves = matches!(step, Move::Transfer);
        if moves && (now.handbook, now.own) == (then.handbook, then.own) && now.handled != then.handled {
            // between a region's own and the handbook that it is drawn from, when only the plan has changed: is that later?
            continue;
        }
        let tried = match step {
            Move::Transfer => taken_in(&office, case, on, transfer()),
            Move::OnWithIt => match next(&case, on) {
                Some(step) => taken_in(&office, case, on, step),
                None => continue,
            },
            Move::Suspend if case.stage() == StageKind::Accepted => {
                taken_in(&office, case, on, Suspend { notice: "TZ-9".parse().unwrap(), ..suspend() })
            }
            Move::Suspend => continue,
        };
        case = match tried {
            Ok(taken) => {
                then_lived(&taken, &office);
                if moves {
                    assert_ne!(edition(&taken), edition(&kept));
                    assert_eq!(edition(&taken), now.edition(drawn.item));
                    let new = filed_in(&office, drawn.item, HOME, counter(&office, drawn.item, on), on, &[]).unwrap();
                    assert_eq!(taken.record().brief(), new.record().brief());
                    assert_eq!(competent(&taken), competent(&new));
                    briefed = on;
                } else {
                    assert_eq!(taken.record().brief(), kept.record().brief());
                }
                taken
            }
            Err(back) => {
                assert_eq!(back.case, kept);
                if moves {
                    let same = !is_later(now.edition(drawn.item), edition(&kept));
                    let nobody = drawn.item == "WS-001" && !now.handled;
                    let expected = [(same, Rule::LaterEdition), (nobody, Rule::HandlerNamed)];
                    let expected: Vec<Rule> = expected.into_iter().filter(|it| it.0).map(|it| it.1).collect();
                    assert_eq!(told(&back.why), expected);
                    assert_eq!(holder(&kept, &transfer().into()), back.stamp.by);
                }
                back.case
            }
        };
        // whatever the office says by now, the case is of what it moved on to
        assert!(case.record().entries().len() >= kept.record().entries().len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_case_keeps_what_it_has_or_moves_on_to_exactly_what_holds_on_the_day(drawn in drawn()) {
        lives(&drawn);
    }
}
