//! 提问: whatever case was proven, it can be asked everything that services ask.

use std::collections::BTreeSet;

use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, Calendar, Route,
    case::{Diagram, Period, Role, worklist},
    exports::{CloudEvent, Ocel},
    oversight::{
        Accountability, AwardKind, DisputeKind, DisputedAct, Evidence, Ledger, Outstanding, Statistics, Terms, ceilings,
    },
};

use super::given::{OFFICE, days};

pub(super) fn of_case(case: &AnyCase) {
    let (record, office, calendar) = (case.record(), &*OFFICE, Calendar::built_in());
    let last = record.last_at();
    assert_eq!(record.up_to(last).version(), record.version());
    assert_eq!(record.docket_on(last.day()).version(), record.version());
    assert!(record.as_of(record.version(), last).is_some());
    assert!(record.stamps().is_sorted_by_key(|it| it.at), "time runs forward");
    for day in days().chain([record.filed(), last.day()]) {
        for timing in record.docket_on(day).periods() {
            timing.timeliness(day, calendar);
            let _ = timing.is_late(day, calendar).map_err(|it| it.zh());
        }
        case.waits_for(office, day);
        let _ = case.may_move_on(day, office.now()).map_err(|it| it.zh());
        assert!(record.duties_on(day).len() <= 5, "one report and four pushes");
    }
    for clock in Period::ALL.into_iter().filter_map(|it| record.clock(it)) {
        let day = last.day();
        let _ = (clock.deadline(calendar), clock.used(day, calendar), clock.left(day, calendar));
        clock.account(day, calendar).take(400).for_each(|it| drop(it.map(|it| it.zh())));
    }
    for stamp in [record.stamps().next(), record.stamps().last()].into_iter().flatten() {
        let told = case.available(stamp, office);
        assert!(told.iter().all(|it| it.why_not.as_ref().is_none_or(|why| !why.zh().is_empty())));
    }
    assert_eq!(worklist([case], calendar).len(), usize::from(!case.stage().is_terminal()));
    for role in Role::iter().filter(|it| !matches!(it, Role::Applicant | Role::Addressee | Role::Anyone)) {
        assert!(
            record.holders(role).next().is_none() || !record.basis(role).is_empty(),
            "{role:?} is held by something"
        );
    }
    let _ = record.hold_against(office).map_err(|it| it.zh());
    of_route(&record.route());
    surrounded(case);
}

/// A route is told in words, drawn, and answered for.
pub(super) fn of_route(route: &Route<'_>) {
    for day in days() {
        let sheet = route.sheet(day);
        assert!(!sheet.is_empty() && serde_json::to_string(&sheet).is_ok());
    }
    assert!(!Diagram::of(route).mermaid().is_empty() && !Diagram::of(route).dot().is_empty());
    assert!(Terms::of(route).is_known());
    for act in DisputedAct::iter() {
        let it = Accountability::of(*route, act);
        assert!(!it.answers().is.zh().is_empty() && !it.respondent().who().zh().is_empty());
        for kind in DisputeKind::iter() {
            for day in days() {
                let _ = it.appears(kind, day).map_err(|it| it.zh());
                let _ = kind.last_day(act, day, Calendar::built_in()).map_err(|it| it.zh());
            }
        }
        for award in AwardKind::iter() {
            let other = it.reimburses(award).is_some_and(|back| back.is.is_same(it.pays(award).is));
            assert!(!other, "nobody gives back to oneself");
        }
    }
}

/// What surrounds it: registers of seals, messages, ceilings, statistics, exports.
fn surrounded(case: &AnyCase) {
    let (record, office) = (case.record(), &*OFFICE);
    let mut ledger = Ledger::default();
    ledger.add(record);
    assert!(ledger.findings(office).count() <= ledger.uses().len());
    for day in [record.filed(), record.last_at().day()] {
        assert!(Outstanding::on(day, [record], None, Calendar::built_in()).rows().len() <= 5);
        ceilings([record], office.now(), day).iter().for_each(|it| assert!(it.count() <= record.version()));
        let mut statistics = Statistics::on(day);
        statistics.add(record, Calendar::built_in(), Evidence::key);
        assert!(statistics.groups().len() <= 1);
        assert!(
            !Evidence::of(&statistics, office.now()).by_item().rows().is_empty() || day < "2021-06-15".parse().unwrap()
        );
    }
    exported(case);
}

fn exported(case: &AnyCase) {
    let log = Ocel::of([case.record()], []);
    assert_eq!(log.events().len(), case.record().version());
    let ids: BTreeSet<&str> = log.objects().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), log.objects().len(), "an object stands once");
    assert!(serde_json::to_string(&log).is_ok());
    let sent = CloudEvent::of(case.record(), &"/approvals".parse().unwrap());
    let ids: BTreeSet<&str> = sent.iter().map(CloudEvent::id).collect();
    assert_eq!(ids.len(), sent.len(), "an envelope's id is its own");
    assert!(serde_json::to_string(&sent).is_ok());
}
