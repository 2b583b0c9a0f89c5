use super::{Event, EventType, Object, ObjectType, Qualifier, Since, entries, log::Log, types};
use crate::{
    case::{Docket, Entry, Record, StageKind, Stamp, StepKind},
    catalogue::{Edition, Key, Standing},
    exports::word::Word,
    register::Limit,
    text::Mark,
    time::Moment,
};

/// Tells a case: itself, and every entry of its journal.
pub(super) fn tell<'r>(record: &'r Record, log: &mut Log<'r>) {
    let (case, file) = (case_id(record.id()), record.file());
    let item = item_id(&file.item);
    tell_item(log.object(ObjectType::Item, &item), &file.item);

    let follows = file.follows.as_ref();
    let followed = follows.filter(|it| log.tells(it) && *it != record.id()).map(case_id);
    let object = log.object(ObjectType::CaseFile, &case);
    object.tell(types::NUMBER, Since::Ever, record.id().as_str());
    object.tell_word(types::FOLLOWS, Since::Ever, follows.map(Mark::to_string));
    tell_filing(object, record.docket().as_filed());
    object.relate(item.clone(), Qualifier::Item);
    if let Some(it) = followed {
        object.relate(it, Qualifier::Follows);
    }

    let opening = record.opening();
    let mut event = event_of(record, 1, EventType::File, &opening.stamp, StageKind::Filed);
    event.relate(item, Qualifier::Item);
    acted(&mut event, &opening.stamp, log);
    event.tell(types::MATERIALS, file.materials.len());
    event.tell(types::GAPS, opening.found.gaps.len());
    log.event(opening.stamp.at, record.id(), false, 1, event);

    let (mut stage, sent) = (StageKind::Filed, record.docket().sent());
    for (version, entry) in (2..).zip(record.entries()) {
        let (kind, stamp) = (entry.kind(), entry.stamp());
        stage = stage.arc(kind).map_or(stage, |arc| arc.to);
        let mut event = event_of(record, version, EventType::Step(kind), stamp, stage);
        acted(&mut event, stamp, log);
        entries::tell(&mut event, entry);
        entries::relate(&mut event, record, entry, log);
        let mut seats = Vec::new();
        for it in sent.iter().filter(|it| it.version == version) {
            event.relate(log.body(&it.to, stamp.at), Qualifier::Addressee);
            seats.extend(it.seat().map(|it| Word(&it).to_string()));
        }
        if kind == StepKind::Push {
            event.tell(types::SEATS, seats.join(" "));
        }
        log.event(stamp.at, record.id(), false, version, event);
        let object = log.object(ObjectType::CaseFile, &case);
        object.tell(types::STAGE, Since::At(stamp.at), Word(&stage).to_string());
        tell_course(object, record, entry, version);
    }
}

pub(super) fn case_id(number: &Mark) -> String {
    format!("case:{number}")
}

fn item_id(key: &Key) -> String {
    format!("item:{key}")
}

fn event_of(record: &Record, version: usize, kind: EventType, stamp: &Stamp, stage: StageKind) -> Event {
    let mut event = Event::new(format!("step:{}:{version}", record.id()), kind, stamp.at);
    event.tell(types::VERSION, version);
    event.tell(types::STAGE, Word(&stage).to_string());
    event.relate(case_id(record.id()), Qualifier::OfCase);
    event
}

/// By which body it was done; whoever acted for it is left out, and so is an applicant.
pub(super) fn acted(event: &mut Event, stamp: &Stamp, log: &mut Log<'_>) {
    if let Some(body) = stamp.by.body() {
        event.relate(log.body(body, stamp.at), Qualifier::Actor);
    }
}

fn tell_item(object: &mut Object, key: &Key) {
    object.tell(types::KEY, Since::Ever, key.to_string());
    let listed = match key {
        Key::Annex1(_) | Key::Annex2(_) => Edition::built_in().item(key).ok(),
        Key::Own(_) => None,
    };
    object.tell_word(types::NAME, Since::Ever, listed.map(|it| it.name().to_owned()));
}

/// What stays as it was filed.
fn tell_filing(object: &mut Object, docket: Docket<'_>) {
    let (file, region) = (docket.file(), docket.route().region());
    object.tell(types::REGION, Since::Ever, Word(&region).to_string());
    object.tell(types::REGION_NAME, Since::Ever, region.label());
    object.tell_word(types::REGION_CODE, Since::Ever, region.code().map(|(code, _)| code.to_string()));
    object.tell_word(types::TOWNSHIP, Since::Ever, file.place.township().map(|it| Word(&it).to_string()));
    object.tell(types::VENUE, Since::Ever, Word(&file.venue.kind()).to_string());
    object.tell(types::CROSSING, Since::Ever, file.scope.crosses(region));
    tell_brief(object, docket, Since::Ever);
    object.tell(types::STAGE, Since::Ever, Word(&StageKind::Filed).to_string());
}

/// What a move to a later edition makes anew.
fn tell_brief(object: &mut Object, docket: Docket<'_>, since: Since) {
    let (brief, route) = (docket.brief(), docket.route());
    let limits = docket.standard().and_then(|it| it.limits);
    object.tell(types::KIND, since, Word(&brief.item.kind).to_string());
    object.tell_word(types::DEPARTMENT, since, brief.item.department.map(|it| Word(&it).to_string()));
    object.tell(types::STANDING, since, standing(route.standing()));
    object.tell_word(types::MODALITY, since, route.modality().map(|it| Word(&it).to_string()));
    object.tell(types::EDITION, since, u32::from(brief.edition.number));
    object.tell(types::STANDARD, since, docket.standard().map_or(0, |it| it.edition));
    let mut limit = |amount, unit, limit: Option<Limit>| {
        if let Some(it) = limit {
            object.tell(amount, since, u32::from(it.amount));
        }
        object.tell_word(unit, since, limit.map(|it| Word(&it.unit).to_string()));
    };
    limit(types::PROMISED, types::PROMISED_UNIT, limits.map(|it| it.promised));
    limit(types::STATUTORY, types::STATUTORY_UNIT, limits.and_then(|it| it.statutory));
    object.tell(types::GAPS, since, brief.gaps.len());
}

/// What an entry makes of the case.
fn tell_course(object: &mut Object, record: &Record, entry: &Entry, version: usize) {
    let at: Moment = entry.stamp().at;
    let since = Since::At(at);
    #[expect(clippy::wildcard_enum_match_arm, reason = "no other step ends a case or makes another of it")]
    let result = match entry {
        Entry::Transfer(_) => {
            if let Some(docket) = record.as_of(version, at) {
                tell_brief(object, docket, since);
            }
            return;
        }
        Entry::DecideFavourably(_) => {
            let outcome = record.standard().map(|it| it.outcome.to_string());
            object.tell_word(types::OUTCOME, since, outcome);
            "favourable"
        }
        Entry::DecideUnfavourably(_) => "unfavourable",
        Entry::NotAccept(_) => "not_accepted",
        Entry::Withdraw(_) => "withdrawn",
        Entry::Lapse(_) => "lapsed",
        _ => return,
    };
    object.tell(types::RESULT, since, result);
}

const fn standing(it: Standing) -> &'static str {
    match it {
        Standing::Devolved(_) => "devolved",
        Standing::NotDevolved => "not_devolved",
        Standing::RegionChooses => "region_chooses",
        Standing::Chosen(_) => "chosen",
        Standing::Original => "original",
        Standing::Reserved => "reserved",
        Standing::Unresolved => "unresolved",
    }
}
