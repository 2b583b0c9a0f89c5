//! The whole space at once: items × regions × kinds of venue × what is recorded of them × scope × the days around every recorded start and
//! end, each question with all its answers against the model.

use std::{collections::BTreeMap, thread};

use tongquan::{
    Kind,
    catalogue::{Devolution, OwnItem, OwnOrigin},
};

use super::{
    offices::{permission, unit},
    *,
};

/// Days are asked at as the model counts them: from the first day that any catalogue is in force.
const HANDLER_FROM: (i32, u32, u32) = (2024, 3, 1);
const WINDOW: [(i32, u32, u32); 2] = [(2024, 3, 5), (2024, 3, 15)];
const POSTED: [(i32, u32, u32); 2] = [(2024, 3, 10), (2024, 3, 20)];

fn on((year, month, date): (i32, u32, u32)) -> NaiveDate {
    day(year, month, date)
}

/// The first day of the catalogue, and the days around each start and each end.
fn days() -> Vec<NaiveDate> {
    let around = [HANDLER_FROM].into_iter().chain(WINDOW).chain(POSTED).map(on);
    let mut all = vec![day(2021, 6, 15)];
    all.extend(around.flat_map(|it| [it - Days::new(1), it, it + Days::new(1)]));
    all
}

/// What the office is to the model on a day.
struct Known {
    handler: bool,
    posted: bool,
    window: Record,
}

fn known(today: NaiveDate, window: Record) -> Known {
    let [begins, ends] = WINDOW.map(on);
    let [from, until] = POSTED.map(on);
    Known {
        handler: today >= on(HANDLER_FROM),
        posted: (from..=until).contains(&today),
        window: match window {
            Record::None => Record::None,
            _ if today < begins => Record::Future,
            _ if today > ends => Record::Ended,
            running => running,
        },
    }
}

/// The service's own items: the county's own from before, and those of an earlier round in each modality.
const ORIGINALS: [(&str, Kind); 3] =
    [("BJ-001", Kind::Licence), ("BJ-002", Kind::Confirmation), ("BJ-003", Kind::PublicService)];
const EARLIER: [(&str, tongquan::Modality, &str); 4] = [
    ("XK-001", tongquan::Modality::Direct, model::DIRECT),
    ("XK-002", tongquan::Modality::Window, model::WINDOW),
    ("XK-003", tongquan::Modality::Review, model::REVIEW),
    ("XK-004", tongquan::Modality::Intake, model::ENTRUSTED),
];

fn own_items() -> Vec<OwnItem> {
    let originals = ORIGINALS.map(|(key, kind)| (key, kind, OwnOrigin::County));
    let earlier = EARLIER.map(|(key, modality, _)| {
        let devolution = Devolution {
            department: tongquan::Department::Transport,
            modality,
            exceptions: Vec::new(),
            not_devolved_to: tongquan::place::Regions::NONE,
        };
        (key, Kind::Licence, OwnOrigin::City(devolution))
    });
    let all = originals.into_iter().chain(earlier);
    all.map(|(key, kind, origin)| OwnItem {
        key: key.parse().unwrap(),
        name: format!("（虚构）{key}").parse().unwrap(),
        kind,
        origin,
    })
    .collect()
}

/// An item, its kind, and what the model says of it within the region and across.
type Asked = (Key, &'static str, [model::Answer; 2]);

fn items(region: Region) -> Vec<Asked> {
    let here = region.label();
    let built_in = Edition::built_in().items().map(|item| {
        let (annex, number) = number(item);
        let both = [false, true].map(|crosses| model::answer(annex, number, here, crosses));
        (item.key().clone(), model::kind(annex, number), both)
    });
    let originals = ORIGINALS.map(|(key, kind)| (key, kind.label(), [false, true].map(|it| model::original(here, it))));
    let earlier = EARLIER
        .map(|(key, _, told)| (key, Kind::Licence.label(), [false, true].map(|it| model::amended(told, here, it))));
    let own = originals.into_iter().chain(earlier).map(|(key, kind, both)| (key.parse().unwrap(), kind, both));
    built_in.chain(own).collect()
}

fn office_for(handler: UnitKind, region: Region, venue: &Venue, kind: &str, window: Record) -> tongquan::Office {
    let mut rows = Revision::on(day(2021, 6, 15));
    rows.own_items = own_items();
    rows.units.push(unit(region, handler));
    let undertaken = Undertaken {
        items: Items::All,
        handler: unit(region, handler).id,
        supervision: Supervision::NOBODY,
        uses: Uses::default(),
    };
    let centre = (region == Region::CultureZone).then(|| Region::Qufu.centre().unwrap());
    rows.plans.push(Plan { region, from: on(HANDLER_FROM), centre, undertakes: vec![undertaken] });
    if centre.is_some() {
        // its items are served at that centre before anybody undertakes them too
        rows.plans.push(Plan { region, from: rows.recorded, centre, undertakes: Vec::new() });
    }
    let [from, until] = POSTED.map(on);
    let posting = |department| Posting { department, region, from, until: Some(until) };
    rows.postings.extend(tongquan::Department::all().map(posting));
    let [from, until] = WINDOW.map(on);
    if let Some((row, operator)) = permission(venue, kind, region, window, (from, Some(until))) {
        rows.permissions.push(row);
        match operator {
            Body::Unit(it) if !rows.units.contains(&it) => rows.units.push(it),
            _ => {}
        }
    }
    tongquan::Office::new(vec![rows]).unwrap()
}

/// Questions by what came of them, and how many answers were held against the model's.
#[derive(Default)]
struct Tally {
    questions: BTreeMap<&'static str, usize>,
    answers: usize,
}

impl Tally {
    fn all(&mut self, region: Region, handler: UnitKind, (kind, venue, same): &(&'static str, Venue, bool)) {
        let items = items(region);
        for window in [Record::None, Record::PassOn, Record::DirectDefault] {
            let office = office_for(handler, region, venue, kind, window);
            for today in days() {
                let known = known(today, window);
                for (key, kind_of_item, both) in &items {
                    for (scope, model) in [Scope::WITHIN, crossing(region)].into_iter().zip(both) {
                        let asked =
                            Question { item: key, place: Place::Region(region), scope, venue: Some(venue), day: today };
                        let falls = model::fallback(model.modality, known.handler, known.posted);
                        let standing = if falls { model::NOT_HERE } else { model.modality };
                        let bureau = known.handler && handler == UnitKind::ApprovalBureau;
                        let access = model::access(standing, kind_of_item, kind, *same, known.window, bureau);
                        let told = || format!("{key} of {region} at {venue} on {today}, {window:?}, {handler:?}");
                        let got = self.route(&office, &asked, region, model, (falls, bureau));
                        assert_eq!(got, access, "{}", told());
                        *self.questions.entry(got).or_default() += 1;
                    }
                }
            }
        }
    }

    fn route(
        &mut self,
        office: &tongquan::Office,
        asked: &Question<'_>,
        region: Region,
        model: &model::Answer,
        (falls, bureau): (bool, bool),
    ) -> &'static str {
        self.answers += 1;
        let route = match office.route(asked) {
            Err(AskError::NoRoute(NoRoute::RegionMustChoose { .. })) => return "no route: the region must choose",
            Err(AskError::NoRoute(NoRoute::Unresolved { .. })) => return "no route: nobody is named",
            Err(other) => panic!("{other}"),
            Ok(route) => route,
        };
        let access = match route.access() {
            Access::Competent | Access::Outpost => "competent",
            Access::Closed(closed) => {
                let ends = match closed {
                    Closed::NotBegun(from) => Some((from, on(WINDOW[0]))),
                    Closed::Ended(until) => Some((until, on(WINDOW[1]))),
                    _ => None,
                };
                assert!(ends.is_none_or(|(told, recorded)| told == recorded));
                return super::access(route.access());
            }
            other => super::access(other),
        };
        let item = office.now().item_on(asked.item, asked.day).unwrap();
        assert_eq!(route.why().is.gap.is_some(), falls);
        let decides = !falls && model.decides == "region";
        // at its own counter the route's body takes in, anywhere else whoever runs the window
        let own = route.access() == Access::Competent;
        assert_eq!(matches!(route.intake().is, Party::Operator(_)), !own);
        if falls {
            assert!(!own || part(route.intake().is, region, item) == "city");
            agrees_fallen_back(&route, item, region);
        } else if own {
            agrees(&route, item, region, model);
        } else {
            agrees_beyond_intake(&route, item, region, model);
        }
        assert_eq!(route.owes_pushes(), model::pushes(model.modality, decides, bureau));
        // standing, intake, acceptance, decision, seal, answers, respondent, reports, pushes; where it is not fallen back, contested and grounds
        self.answers += if falls { 9 } else { 11 };
        access
    }
}

/// Every region apart, so that they can be asked side by side.
fn compared(regions: impl Iterator<Item = Region>) -> Tally {
    let mut tally = Tally::default();
    for region in regions {
        for handler in [UnitKind::ApprovalBureau, UnitKind::Sector] {
            venues(region).iter().for_each(|it| tally.all(region, handler, it));
        }
    }
    tally
}

#[test]
fn every_question_of_the_whole_space_is_answered_as_the_model_answers_it() {
    let halves = thread::scope(|scope| {
        let half = |nth| {
            scope.spawn(move || compared(Region::all().enumerate().filter(move |it| it.0 % 2 == nth).map(|it| it.1)))
        };
        [half(0), half(1)].map(|it| it.join().unwrap())
    });
    let mut all = Tally::default();
    for half in halves {
        half.questions.into_iter().for_each(|(what, many)| *all.questions.entry(what).or_default() += many);
        all.answers += half.answers;
    }
    let questions = [
        ("closed: Seal No. 2", 82_138),
        ("closed: ended", 504_336),
        ("closed: no public service", 51_156),
        ("closed: no seal of its own", 196_616),
        ("closed: not begun", 630_420),
        ("closed: not recorded", 1_008_672),
        ("closed: not the bureau's", 96_544),
        ("competent", 202_972),
        ("direct", 57_386),
        ("no route: nobody is named", 435_456),
        ("no route: the region must choose", 362_880),
        ("pass_on", 387_296),
    ];
    assert_eq!(all.questions, questions.into_iter().collect());
    assert_eq!(all.answers, 11_081_866);
}
