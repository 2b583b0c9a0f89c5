//! A case is what its journal proves: it is written and read the same in every format, every prefix of it is a case that moves on, and a
//! journal that proves none comes back whole, with the entry and the rules.

use serde_json::{Value, json};
use strum::IntoEnumIterator;
use tongquan::{
    AnyCase, AnyStep, Journal, Rule, Stamp,
    case::{StageKind, StepKind, Unproven, steps::File},
};

use crate::support::OFFICE;

/// A journal kept in the repository, one entry a line.
pub(crate) struct Golden {
    pub(crate) name: &'static str,
    text: &'static str,
}

macro_rules! golden {
    ($($name:literal),+ $(,)?) => {
        [$(Golden { name: $name, text: include_str!(concat!("../golden/", $name, ".json")) }),+]
    };
}

/// One journal for each kind of course.
pub(crate) const GOLDEN: [Golden; 15] = golden![
    "direct",
    "window",
    "review",
    "intake",
    "township_direct",
    "township_intake",
    "not_devolved",
    "county_original",
    "foreign_venue",
    "unfavourable",
    "withdrawn",
    "not_accepted",
    "licence",
    "deemed",
    "lapsed"
];

impl Golden {
    #[track_caller]
    pub(crate) fn called(name: &str) -> &'static Self {
        static ALL: [Golden; 15] = GOLDEN;
        ALL.iter().find(|it| it.name == name).unwrap()
    }

    /// As a store has it: without the line ends between entries.
    fn wire(&self) -> String {
        self.text.lines().collect()
    }

    /// Its entries as they are written, the opening first.
    #[cfg(feature = "canonical")]
    pub(crate) fn lines(&self) -> impl Iterator<Item = &'static str> {
        let lines = self.text.lines().filter(|it| !matches!(*it, "[" | "]"));
        lines.map(|it| it.strip_suffix(',').unwrap_or(it))
    }

    /// Its entries, the opening first.
    pub(crate) fn entries(&self) -> Vec<Value> {
        serde_json::from_str(self.text).unwrap()
    }
}

/// The case that these entries prove.
#[track_caller]
pub(crate) fn proven(entries: &[Value]) -> AnyCase {
    serde_json::from_value(Value::Array(entries.to_vec())).unwrap()
}

/// What an entry has under that name, with its kind.
pub(crate) fn part<'v>(entry: &'v Value, name: &str) -> (&'v str, &'v Value) {
    let (kind, taken) = entry.as_object().unwrap().iter().next().unwrap();
    (kind, &taken[name])
}

/// What a filing asked, and when and by whom.
#[track_caller]
pub(crate) fn filing(entry: &Value) -> (File, Stamp) {
    let read = |name| part(entry, name).1.clone();
    (serde_json::from_value(read("step")).unwrap(), serde_json::from_value(read("stamp")).unwrap())
}

/// What an entry asked, and when and by whom: what a client would send.
#[track_caller]
pub(crate) fn asked(entry: &Value) -> (AnyStep, Stamp) {
    let (kind, step) = part(entry, "step");
    let step = serde_json::from_value(json!({ kind: step })).unwrap();
    (step, serde_json::from_value(part(entry, "stamp").1.clone()).unwrap())
}

#[test]
fn a_golden_journal_is_read_as_a_case_that_ended_and_written_back_byte_for_byte() {
    for golden in GOLDEN {
        let wire = golden.wire();
        let case: AnyCase = serde_json::from_str(&wire).unwrap_or_else(|why| panic!("{}: {why}", golden.name));
        assert!(case.stage().is_terminal(), "{}", golden.name);
        assert!(golden.wire().starts_with("[{\"file\":{\"v\":1,"), "{}", golden.name);
        assert_eq!(case.record().version(), golden.entries().len(), "{}", golden.name);
        let journal: Journal = serde_json::from_str(&wire).unwrap();
        assert_eq!(journal.case(), &case.record().file().case, "{}", golden.name);
        assert_eq!(case.record().docket().opening(), &journal.opening, "{}", golden.name);
        let written = serde_json::to_string(&case).unwrap();
        assert_eq!(written, wire, "{}: if this is meant, the file is to read\n{written}", golden.name);
    }
}

#[test]
fn the_golden_journals_are_of_different_courses_and_visit_every_stage_and_every_step() {
    let cases: Vec<AnyCase> = GOLDEN.iter().map(|it| proven(&it.entries())).collect();
    let course = |case: &AnyCase| {
        let route = case.record().route();
        let unfavourable = case.record().entries().iter().any(is_unfavourable);
        (route.standing(), route.facts().kind, route.seal().is, route.access(), unfavourable, case.stage())
    };
    for (at, case) in cases.iter().enumerate() {
        let same = cases.iter().skip(at + 1).find(|it| course(it) == course(case));
        assert!(same.is_none(), "{:?} twice", course(case));
    }
    let taken = |step| cases.iter().any(|case| case.record().entries().iter().any(|it| it.kind() == step));
    assert_eq!(StepKind::iter().filter(|step| !taken(*step)).collect::<Vec<_>>(), []);
    let entries: Vec<Vec<Value>> = GOLDEN.iter().map(Golden::entries).collect();
    let prefixes = || entries.iter().flat_map(|it| (1..=it.len()).filter_map(|length| it.get(..length)));
    let stages: Vec<StageKind> = prefixes().map(|it| proven(it).stage()).collect();
    assert_eq!(StageKind::iter().filter(|stage| !stages.contains(stage)).collect::<Vec<_>>(), []);
}

fn is_unfavourable(entry: &tongquan::case::Entry) -> bool {
    entry.kind() == StepKind::DecideUnfavourably
}

#[test]
fn every_stage_of_every_course_is_read_as_it_was_written_whatever_the_format() {
    for golden in GOLDEN {
        let entries = golden.entries();
        for length in 1..=entries.len() {
            let case = proven(&entries[..length]);
            let text = serde_json::to_string(&case).unwrap();
            let value = serde_json::to_value(&case).unwrap();
            let bytes = postcard::to_allocvec(&case).unwrap();
            assert_eq!(value, Value::Array(entries[..length].to_vec()));
            then_same(&serde_json::from_str(&text).unwrap(), &case, &text, &bytes);
            then_same(&serde_json::from_slice(text.as_bytes()).unwrap(), &case, &text, &bytes);
            then_same(&serde_json::from_reader(text.as_bytes()).unwrap(), &case, &text, &bytes);
            then_same(&serde_json::from_value(value).unwrap(), &case, &text, &bytes);
            then_same(&postcard::from_bytes(&bytes).unwrap(), &case, &text, &bytes);

            let journal = Journal::from(case.clone());
            assert_eq!(serde_json::to_string(&journal).unwrap(), text, "a journal is written as its case is");
            assert_eq!(serde_json::from_str::<Journal>(&text).unwrap(), journal);
            assert_eq!(postcard::from_bytes::<Journal>(&bytes).unwrap(), journal);
            assert_eq!(AnyCase::replay(journal).unwrap(), case);
        }
    }
}

#[track_caller]
fn then_same(read: &AnyCase, case: &AnyCase, text: &str, bytes: &[u8]) {
    assert_eq!(read, case);
    assert_eq!(read.stage(), case.stage());
    assert_eq!(read.record().duties(), case.record().duties());
    assert_eq!(serde_json::to_string(read).unwrap(), text);
    assert_eq!(postcard::to_allocvec(read).unwrap(), bytes);
}

#[test]
fn every_prefix_of_a_journal_is_a_case_that_the_office_moves_on_to_the_same_end() {
    for golden in GOLDEN {
        let entries = golden.entries();
        let whole = proven(&entries);
        for length in 1..entries.len() {
            let mut case = proven(&entries[..length]);
            for entry in &entries[length..] {
                let (step, stamp) = asked(entry);
                assert_eq!(case.check(&step, &stamp, &OFFICE), Ok(()), "{} at {length}", golden.name);
                case = case.apply(step, stamp, &OFFICE).unwrap();
            }
            assert_eq!(case, whole, "{} from {length} on", golden.name);
        }
    }
}

/// A golden journal with something changed in it, as somebody may have stored it.
#[track_caller]
fn given(name: &str, change: impl FnOnce(&mut Vec<Value>)) -> Journal {
    let mut entries = Golden::called(name).entries();
    change(&mut entries);
    serde_json::from_value(Value::Array(entries)).unwrap()
}

/// It proves nothing from that entry on, for these reasons and no others, and comes back whole.
#[track_caller]
fn then_unproven(journal: &Journal, at: usize, rules: &[Rule]) {
    let unproven: Box<Unproven> = AnyCase::replay(journal.clone()).unwrap_err();
    let named: Vec<Rule> = unproven.why.objections().iter().map(|it| it.rule).collect();
    assert_eq!((unproven.at, &*named), (at, rules), "{unproven}");
    assert_eq!(unproven.journal, *journal);
    assert!(unproven.to_string().starts_with(&format!("entry {at} of the journal was refused")), "{unproven}");
    for rule in rules {
        assert!(unproven.to_string().contains(rule.en()) && unproven.why.zh().contains(rule.zh()), "{unproven}");
    }
    let read = serde_json::from_str::<AnyCase>(&serde_json::to_string(journal).unwrap());
    assert!(read.unwrap_err().to_string().contains(&unproven.to_string()), "reading a case tells the same");
}

/// The same, where one field of one entry was changed.
#[track_caller]
fn then_refused(name: &str, at: usize, field: &str, value: Value, rules: &[Rule]) {
    let journal = given(name, |entries| {
        let taken = entries[at].as_object_mut().unwrap().values_mut().next().unwrap();
        *taken.pointer_mut(field).unwrap() = value;
    });
    then_unproven(&journal, at, rules);
}

#[test]
fn time_that_runs_back_is_refused_at_the_entry_that_runs_back() {
    let before = json!("2024-03-04T08:59:59+08:00");
    then_refused("direct", 1, "/stamp/at", before.clone(), &[Rule::TimeRunsForward]);
    then_refused("direct", 7, "/stamp/at", before, &[Rule::TimeRunsForward]);
    // where the filing is dated too late, it is the entry after it that runs back
    let journal = given("direct", |entries| entries[0]["file"]["stamp"]["at"] = json!("2024-03-05T09:00:01+08:00"));
    then_unproven(&journal, 1, &[Rule::TimeRunsForward]);
}

#[test]
fn an_actor_who_does_not_hold_the_role_is_refused_at_the_filing_as_at_any_step() {
    let city = json!({"official": {"body": {"department": "health"}, "person": "clerk-1"}});
    then_refused("direct", 0, "/stamp/by", city.clone(), &[Rule::ActorHoldsRole]);
    then_refused("direct", 3, "/stamp/by", city.clone(), &[Rule::ActorHoldsRole]);
    then_refused("direct", 2, "/stamp/by", city, &[Rule::ActorHoldsRole]);
    then_refused("direct", 2, "/stamp/by", json!({"applicant": "applicant-2"}), &[Rule::ActorHoldsRole]);
    then_refused("direct", 0, "/stamp/by", json!({"applicant": "applicant-1"}), &[Rule::ActorHoldsRole]);
}

#[test]
fn a_step_without_an_arc_is_refused_a_second_notice_and_whatever_follows_closing() {
    let second_notice = given("direct", |entries| entries.insert(2, entries[1].clone()));
    then_unproven(&second_notice, 2, &[Rule::StepHasPlace]);
    for golden in GOLDEN {
        for at in 1..golden.entries().len() {
            let after = given(golden.name, |entries| entries.push(entries[at].clone()));
            then_unproven(&after, after.entries.len(), &[Rule::StepHasPlace]);
        }
    }
}

#[test]
fn another_version_of_the_wire_is_refused_whatever_it_says() {
    for golden in GOLDEN {
        for version in [0, 2, u16::MAX] {
            let mut entries = golden.entries();
            entries[0]["file"]["v"] = json!(version);
            entries[0]["file"]["news"] = json!("of a later shape");
            let why = serde_json::from_value::<Journal>(Value::Array(entries)).unwrap_err().to_string();
            assert!(why.contains(&format!("version {version}")) || why.contains("unknown field `news`"), "{why}");
            let text = golden.wire().replacen("\"v\":1,", &format!("\"v\":{version},\"news\":7,"), 1);
            then_unread(&text, &format!("version {version}; this crate reads version 1"));
        }
    }
}

#[test]
fn a_lie_about_the_built_in_list_is_caught_without_an_office() {
    let lies = [
        ("/found/item/department", json!("health")),
        ("/found/item/kind", json!("licence")),
        ("/found/item/cell/standing", json!({"devolved": "direct"})),
        ("/found/item/cell/why", json!("remark")),
        ("/found/item/cell/why", json!("own_record")),
        ("/found/item/column", json!("window")),
        ("/found/edition/from", json!("2020-01-01")),
    ];
    for (field, lie) in lies {
        let journal = given("review", |entries| *entries[0]["file"].pointer_mut(field).unwrap() = lie);
        let unproven = AnyCase::replay(journal.clone()).unwrap_err();
        assert_eq!(unproven.at, 0, "{field}");
        assert!(unproven.why.names(Rule::CatalogueAgrees), "{field}: {unproven}");
        let told = unproven.why.objections().iter().all(|it| it.expected != it.got);
        assert!(told, "{field}: the refusal shows no difference: {unproven}");
        assert_eq!(unproven.journal, journal, "{field}");
    }
}

#[test]
fn a_filing_that_could_not_have_been_is_refused_by_its_rule() {
    then_refused("review", 0, "/step/item", json!("A1-62"), &[Rule::ItemInForce]);
    then_refused("review", 0, "/step/place", json!("city"), &[Rule::PlaceHasRegion]);
    then_refused("review", 0, "/step/venue", json!({"centre": {"region": "yanzhou"}}), &[Rule::VenueOpen]);
    then_refused("review", 0, "/step/materials/0", json!("proof"), &[Rule::NamedOnce]);
    then_refused(
        "review",
        0,
        "/found/edition/from",
        json!("2024-03-05"),
        &[Rule::EditionInForce, Rule::CatalogueAgrees],
    );
    then_refused("county_original", 0, "/step/scope", json!(["wenshang", "liangshan"]), &[Rule::CrossingResolved]);
    then_refused("county_original", 0, "/found/item/cell/standing", json!("region_chooses"), &[Rule::RegionHasChosen]);
    let unhandled = &[Rule::HandlerNamed, Rule::ActorHoldsRole];
    then_refused("county_original", 0, "/found/undertaking/handler", Value::Null, unhandled);
}

#[test]
fn a_refusal_of_an_entry_names_every_reason_at_once() {
    let journal = given("review", |entries| {
        let file = &mut entries[0]["file"];
        file["step"]["venue"] = json!({"kiosk": "大厅自助机"});
        file["step"]["materials"] = json!(["form", "form"]);
        file["stamp"]["by"] = json!({"applicant": "applicant-1"});
    });
    let rules = [Rule::VenueOpen, Rule::ActorHoldsRole, Rule::NamedOnce];
    then_unproven(&journal, 0, &rules);
}

/// It is no journal at all: an error that says so.
#[track_caller]
fn then_unread(text: &str, word: &str) {
    let why = serde_json::from_str::<Journal>(text).unwrap_err().to_string();
    assert!(why.contains(word), "{word} is not in: {why}");
    assert_eq!(serde_json::from_str::<AnyCase>(text).unwrap_err().to_string(), why);
}

#[test]
fn what_is_no_sequence_with_the_filing_first_is_no_journal() {
    let wire = Golden::called("direct").wire();
    then_unread("[]", "a journal: a sequence of entries, the filing first");
    for text in ["null", "true", "7", "\"file\"", "{}"] {
        then_unread(text, "a journal: a sequence of entries, the filing first");
    }
    for text in ["", " ", "["] {
        then_unread(text, "EOF");
    }
    for first in ["null", "7", "[]", "{}", "\"file\"", r#"{"file":null}"#, r#"{"file":{}}"#, r#"{"close":{}}"#] {
        assert!(serde_json::from_str::<Journal>(&format!("[{first}]")).is_err(), "{first}");
    }
    let entries = Golden::called("direct").entries();
    let text = |entries: &[Value]| serde_json::to_string(entries).unwrap();
    then_unread(&text(&entries[1..]), "unknown variant `ask_for_corrections`, expected `file`");
    let twice = [&entries[..1], &entries[..]].concat();
    then_unread(&text(&twice), "unknown variant `file`, expected one of");
    then_unread(&format!("{wire}{wire}"), "trailing characters");
    then_unread(&wire.replacen(r#""v":1,"#, r#""v":1,"v":1,"#, 1), "duplicate field `v`");
}

#[test]
fn a_journal_cut_off_anywhere_is_an_error() {
    let golden = Golden::called("window");
    let wire = golden.wire();
    for end in (0..wire.len()).filter(|end| wire.is_char_boundary(*end)) {
        assert!(serde_json::from_str::<Journal>(&wire[..end]).is_err(), "cut at {end}");
    }
    let bytes = postcard::to_allocvec(&proven(&golden.entries())).unwrap();
    for end in 0..bytes.len() {
        assert!(postcard::from_bytes::<Journal>(&bytes[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_damaged_byte_is_an_error_or_a_case_that_is_read_again_the_same() {
    let bytes = postcard::to_allocvec(&proven(&Golden::called("foreign_venue").entries())).unwrap();
    let (mut refused, mut lawful) = (0, 0);
    for at in 0..bytes.len() {
        for damage in [0x01, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= damage;
            match postcard::from_bytes::<AnyCase>(&damaged) {
                Err(_) => refused += 1,
                Ok(case) => {
                    let again: AnyCase = postcard::from_bytes(&postcard::to_allocvec(&case).unwrap()).unwrap();
                    assert_eq!(again, case, "byte {at}");
                    lawful += 1;
                }
            }
        }
    }
    assert!(refused > 5_000 && lawful > 300, "{refused} refused, {lawful} lawful");
}
