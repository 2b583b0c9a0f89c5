use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{begins, bodies, cast::Cast, handbooks, list, seals::Seals, windows};
use crate::{
    catalogue::{Amendment, Checked, Edition, Key, OwnItem},
    place::Region,
    register::{Ending, Ends, Revision, Standard},
    strategies::{luck::Luck, word::text},
    time::{CalendarYear, ExceptionKind, NoticedDay},
};

/// What is recorded on a later day: some of everything that can change.
pub(super) fn revision(
    before: &[Revision],
    cast: &Cast,
    seals: &mut Seals,
    on: NaiveDate,
    luck: &mut Luck,
) -> Revision {
    let mut it = Revision::on(on);
    let own: Vec<OwnItem> = before.iter().flat_map(|it| &it.own_items).cloned().collect();
    let known = list::edition(&own);
    if luck.chance(60) {
        seals.later(&mut it, luck);
    }
    if luck.chance(25) {
        seals.renew(before, &mut it, luck);
    }
    if luck.chance(40) {
        it.standards = next_handbooks(before, on, luck);
    }
    if let Some(region) = luck.pick(&cast.regions).copied() {
        region_changes(before, cast, &known, region, &mut it, luck);
    }
    if luck.chance(20) {
        it.own_items.extend(list::own_item(u32::try_from(100 + before.len()).unwrap_or(100), luck));
    }
    if luck.chance(25) {
        it.amendments.push(amendment(before, &known, on, luck));
    }
    if luck.chance(25) {
        it.checked.push(Checked { until: on, against: text("市政府网站公布的清单") });
    }
    if luck.chance(15) {
        it.calendars.extend(next_year());
    }
    ends(before, &mut it, luck);
    it
}

fn region_changes(
    before: &[Revision],
    cast: &Cast,
    known: &Edition,
    region: Region,
    to: &mut Revision,
    luck: &mut Luck,
) {
    let from = begins(to.recorded, false, luck);
    if luck.chance(25) {
        to.plans.push(bodies::plan(cast, known, region, from, luck));
    }
    if luck.chance(20) {
        to.choices = windows::choices(cast, known, region, from, luck);
    }
    if luck.chance(30) {
        let number = 100 * before.len() + 1;
        to.permissions.extend(windows::permission(cast, known, number, from, luck));
    }
    if luck.chance(15) {
        let units = before.iter().flat_map(|it| &it.units).filter(|it| it.region == region);
        let units: Vec<_> = units.cloned().collect();
        if let Some(unit) = luck.pick(&units).cloned() {
            to.units.push(crate::body::Unit { name: text(&format!("{region}更名后的单位")), ..unit });
        }
    }
}

/// The next edition of some handbooks, each by its last.
fn next_handbooks(before: &[Revision], on: NaiveDate, luck: &mut Luck) -> Vec<Standard> {
    let mut last: BTreeMap<&Key, &Standard> = BTreeMap::new();
    for it in before.iter().flat_map(|it| &it.standards).filter(|it| it.own.is_none()) {
        last.insert(&it.item, it);
    }
    let last: Vec<&Standard> = last.into_values().filter(|it| it.from < on).collect();
    luck.those(&last, 30).into_iter().map(|it| handbooks::next(it, on, luck)).collect()
}

/// In force from the day of recording, or learnt late.
fn amendment(before: &[Revision], known: &Edition, on: NaiveDate, luck: &mut Luck) -> Amendment {
    let from = if luck.chance(30) { on.pred_opt().unwrap_or(on) } else { begins(on, false, luck) };
    list::amendment(known, before.len(), from, luck)
}

fn next_year() -> Option<CalendarYear> {
    let year = crate::time::Calendar::built_in().covers().end() + 1;
    let date = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let exceptions = vec![NoticedDay { date, kind: ExceptionKind::Holiday, name: text("元旦") }];
    Some(CalendarYear { year, exceptions, december_before: Vec::new(), source: text("放假通知") })
}

/// Something that runs is given its last day.
fn ends(before: &[Revision], to: &mut Revision, luck: &mut Luck) {
    let mut running: Vec<Ends> = Vec::new();
    for it in before {
        running.extend(it.permissions.iter().map(|it| Ends::Permission(it.number.clone())));
        running.extend(it.experts.iter().map(|it| Ends::Expert(it.number.clone())));
        running.extend(it.ceilings.iter().map(|it| Ends::Ceiling(it.number.clone())));
        running.extend(it.agreements.iter().map(|it| Ends::Agreement(it.number.clone())));
        let posting = |it: &crate::register::Posting| Ends::Posting { department: it.department, region: it.region };
        running.extend(it.postings.iter().map(posting));
    }
    if luck.chance(30) {
        let ended = luck.pick(&running).cloned();
        to.endings.extend(ended.map(|ends| Ending { ends, last: to.recorded, reason: text("终止") }));
    }
}
