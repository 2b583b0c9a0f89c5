//! process_mining: token replay, and optimal alignments, over its own logs of the same cases. Token replay knows no two transitions of one name, so that its
//! net is the golden courses' alone, with what stays at a stage as a loop there, or from a decision on; it gives one figure for a log. Alignments take one
//! transition for each arc of the lifecycle, and end in the archive, as all these cases do: what costs something has a step out of place.

use std::{collections::HashMap, hint::black_box};

use once_cell::sync::Lazy;
use process_mining::{
    EventLog, PetriNet,
    conformance::{
        alignments::{AlignmentOptions, align_variants},
        token_based_replay::{TokenBasedReplayResult, apply_token_based_replay},
    },
    core::{
        event_data::case_centric::{Event, Trace, utils::activity_projection::EventLogActivityProjection},
        process_models::petri_net::{ArcType, PlaceID},
    },
};
use tongquan::{
    case::{ARCS, StageKind, StepKind as By},
    oversight::{Activity, PlainEvent},
};

use super::{given::Log, order};
use crate::measure::Row;

const REPLAYED: usize = 100_000;
const ALIGNED: usize = 10_000;

static LOG: Lazy<Log> = Lazy::new(|| Log::of(REPLAYED));
static SMALL: Lazy<Log> = Lazy::new(|| Log::of(ALIGNED));

/// It spreads over all cores by itself: held to this one thread, it is beside one of tongquan's, and is counted.
static ONE_THREAD: Lazy<rayon::ThreadPool> = Lazy::new(|| {
    rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().expect("a pool of this thread")
});

pub fn rows() -> Vec<Row> {
    vec![
        Row::asks("process_mining, EventLog to variants, token replay", REPLAYED, || {
            Lazy::force(&ONE_THREAD);
            let (log, net) = (event_log(&LOG), golden_net());
            move || {
                black_box(replayed(&net, &EventLogActivityProjection::from(black_box(&log))));
            }
        }),
        Row::asks("process_mining, token replay, a trace a case", REPLAYED, || {
            Lazy::force(&ONE_THREAD);
            let (log, net) = (apart(&LOG), golden_net());
            move || {
                black_box(replayed(&net, black_box(&log)));
            }
        }),
        Row::asks("process_mining, optimal alignments, a trace a case", ALIGNED, || {
            Lazy::force(&ONE_THREAD);
            let (log, net) = (apart(&SMALL), net_of_arcs());
            move || {
                black_box(align_variants(&net, black_box(&log), &AlignmentOptions::default()));
            }
        }),
    ]
}

pub fn check() {
    Lazy::force(&ONE_THREAD);
    let net = golden_net();
    // each way that a case went, by itself: a step that is none, the net does not know, and passes over
    let log = apart(&LOG);
    let mut ways = HashMap::new();
    for (case, (trace, _)) in LOG.cases.iter().zip(&log.traces) {
        let events = LOG.events_of(case);
        let broken = order::is_broken(events) && events.iter().all(|it| it.activity != Activity::Other);
        assert_eq!(*ways.entry(trace).or_insert(broken), broken);
    }
    for (trace, broken) in &ways {
        let told = replayed(&net, &EventLogActivityProjection { traces: vec![((*trace).clone(), 1)], ..log.clone() });
        assert_eq!(told.missing + told.remaining > 0, *broken, "{trace:?}");
    }
    assert!(ways.values().any(|it| *it) && ways.values().any(|it| !it));
    let (all, variants) = (replayed(&net, &log), replayed(&net, &(&event_log(&LOG)).into()));
    assert_eq!((variants.missing, variants.consumed), (all.missing, all.consumed));
    let told = align_variants(&net_of_arcs(), &apart(&SMALL), &AlignmentOptions::default());
    let broken = told.iter().filter(|it| it.result.as_ref().expect("aligned").cost > 0).count() as u64;
    assert_eq!(broken, SMALL.faults.of_order);
    assert_eq!(broken, order::by_hand(&SMALL));
}

fn replayed(net: &PetriNet, log: &EventLogActivityProjection) -> TokenBasedReplayResult {
    apply_token_based_replay(net, log).expect("a net that it takes")
}

const FILE: &str = "File";

fn step(by: By) -> String {
    format!("{by:?}")
}

fn name(event: &PlainEvent) -> String {
    match event.activity {
        Activity::File => FILE.to_owned(),
        Activity::Step(by) => step(by),
        Activity::Other => "Other".to_owned(),
    }
}

fn event_log(log: &Log) -> EventLog {
    let mut told = EventLog::new();
    for case in &log.cases {
        let mut trace = Trace::new();
        trace.events.extend(log.events_of(case).iter().map(|it| Event::new(name(it))));
        told.traces.push(trace);
    }
    told
}

/// Each case a trace: to judge cases, and not what they have in common.
fn apart(log: &Log) -> EventLogActivityProjection {
    let mut told = EventLogActivityProjection::default();
    for case in &log.cases {
        let mut trace = Vec::new();
        for name in log.events_of(case).iter().map(name) {
            let next = told.activities.len();
            let at = *told.act_to_index.entry(name.clone()).or_insert(next);
            if at == next {
                told.activities.push(name);
            }
            trace.push(at);
        }
        told.traces.push((trace, 1));
    }
    told
}

/// A net under way: places by name.
#[derive(Default)]
struct Drawn {
    net: PetriNet,
    places: HashMap<String, PlaceID>,
}

impl Drawn {
    fn place(&mut self, name: &str) -> PlaceID {
        let net = &mut self.net;
        *self.places.entry(name.to_owned()).or_insert_with(|| net.add_place(None))
    }

    fn transition(&mut self, name: &str, from: &[&str], to: &[&str]) {
        let it = self.net.add_transition(Some(name.to_owned()), None);
        for place in from {
            let place = self.place(place);
            self.net.add_arc(ArcType::place_to_transition(place, it), None);
        }
        for place in to {
            let place = self.place(place);
            self.net.add_arc(ArcType::transition_to_place(it, place), None);
        }
    }

    fn between(mut self, start: &str, end: &str) -> PetriNet {
        let [start, end] = [start, end].map(|it| HashMap::from([(self.place(it), 1)]));
        PetriNet { initial_marking: Some(start), final_markings: Some(vec![end]), ..self.net }
    }
}

fn golden_net() -> PetriNet {
    let mut it = Drawn::default();
    it.transition(FILE, &["start"], &["filed", "undecided"]);
    it.transition("AskForCorrections", &["filed"], &["filed"]);
    it.transition("HandInCorrections", &["filed"], &["filed"]);
    it.transition("Accept", &["filed"], &["accepted"]);
    it.transition("PassOn", &["undecided"], &["undecided"]);
    it.transition("TakeReviewStep", &["accepted"], &["accepted"]);
    it.transition("DecideFavourably", &["accepted", "undecided"], &["unsealed", "open"]);
    it.transition("AffixSeal", &["unsealed"], &["sealed"]);
    it.transition("AffixSealNo2", &["unsealed"], &["sealed"]);
    it.transition("IssueLicence", &["sealed"], &["sealed"]);
    it.transition("Deliver", &["sealed"], &["delivered"]);
    it.transition("Report", &["open"], &["open"]);
    it.transition("Push", &["open"], &["open"]);
    it.transition("Acknowledge", &["open"], &["open"]);
    it.transition("Close", &["delivered", "open"], &["closed"]);
    it.between("start", "closed")
}

fn net_of_arcs() -> PetriNet {
    let mut it = Drawn::default();
    let place = |stage: StageKind| format!("{stage:?}");
    it.transition(FILE, &["start"], &[&place(StageKind::Filed)]);
    for arc in ARCS {
        it.transition(&step(arc.step), &[&place(arc.from)], &[&place(arc.to)]);
    }
    it.between("start", &place(StageKind::Closed))
}
