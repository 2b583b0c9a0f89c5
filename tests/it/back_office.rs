//! The store of the example `back_office`: what is appended stays as it is, two cannot win one place, and a row that was lost or changed
//! proves no case.
#![cfg(feature = "canonical")]

#[path = "../../examples/back_office/store.rs"]
mod store;

use std::{
    collections::BTreeSet,
    fs,
    path::PathBuf,
    sync::{Barrier, LazyLock},
    thread,
};

use rusqlite::Connection;
use store::{Fault, Store};
use tongquan::{
    AnyCase, Journal, Region, Rule,
    case::{Action, Applied, StageKind, StepKind, steps::CorrectOnSpot},
    text::{Bilingual, Mark},
};

use crate::{
    scratch::Scratch,
    support::{OFFICE, case_at, marks},
};

static FILED: LazyLock<AnyCase> = LazyLock::new(|| case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed));
static CLOSED: LazyLock<AnyCase> = LazyLock::new(|| case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Closed));

/// The number of both.
fn number() -> Mark {
    CLOSED.record().id().clone()
}

/// A database of its own for a test.
struct Db {
    path: PathBuf,
    _kept: Scratch,
}

impl Db {
    #[track_caller]
    fn with(name: &str, case: &AnyCase) -> Self {
        let db = Self::empty(name);
        db.open().append(case, 0).unwrap();
        db
    }

    #[track_caller]
    fn empty(name: &str) -> Self {
        let kept = Scratch::new(name).unwrap();
        let path = kept.file("cases.db");
        Store::create(&path).unwrap();
        Self { path, _kept: kept }
    }

    #[track_caller]
    fn open(&self) -> Store {
        Store::open(&self.path).unwrap()
    }

    #[track_caller]
    fn load(&self) -> AnyCase {
        self.open().load(&number()).unwrap()
    }

    /// Somebody else's connection, past the store.
    #[track_caller]
    fn beside(&self) -> Connection {
        Connection::open(&self.path).unwrap()
    }

    /// The same, of somebody who has dropped what guards the rows.
    #[track_caller]
    fn unguarded(&self) -> Connection {
        let beside = self.beside();
        for trigger in ["entry_is_not_changed", "entry_is_not_removed", "entry_is_the_next"] {
            beside.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
        }
        beside
    }
}

/// The closed case as it was at a version.
#[track_caller]
fn at_version(version: usize) -> AnyCase {
    let mut journal = Journal::from(CLOSED.clone());
    journal.entries.truncate(version - 1);
    AnyCase::replay(journal).unwrap()
}

/// What a case may have any number of: a slip put right at the window.
#[track_caller]
fn correction(id: &str, expected: Option<usize>) -> Action {
    let step = CorrectOnSpot { material: marks(&["proof"]).remove(0), what: id.parse().unwrap() };
    Action { id: id.parse().unwrap(), expected, step: step.into(), stamp: FILED.record().opening().stamp.clone() }
}

#[track_caller]
fn taken(case: AnyCase, action: Action) -> AnyCase {
    let Applied::New(case) = case.act(action, &OFFICE).unwrap() else { panic!("taken before") };
    case
}

#[track_caller]
fn then_conflict(told: Result<(), Fault>, at: usize) {
    let Err(fault @ Fault::Conflict { .. }) = told else { panic!("{told:?}") };
    assert_eq!(fault.to_string(), format!("case {} is not at version {at} in the store", number()));
    assert_eq!(fault.zh(), format!("库中办件{}不是第{at}版", number()));
}

#[test]
fn what_is_appended_entry_by_entry_or_at_once_is_loaded_again() {
    let db = Db::empty("appended");
    assert!(matches!(db.open().load(&number()), Err(Fault::Unknown(it)) if it == number()));
    for version in 1..=CLOSED.record().version() {
        let then = at_version(version);
        db.open().append(&then, version - 1).unwrap();
        assert_eq!((db.load(), db.open().rows().unwrap()), (then, version));
    }
    let at_once = Db::with("at-once", &CLOSED);
    assert_eq!((at_once.load(), at_once.open().cases().unwrap()), (CLOSED.clone(), vec![number()]));
}

#[test]
fn from_any_version_but_that_of_the_store_nothing_is_appended() {
    let (db, whole) = (Db::empty("versions"), CLOSED.record().version());
    let mut refused = 0;
    for stored in 1..whole {
        let then = at_version(stored);
        db.open().append(&then, stored - 1).unwrap();
        // what is earlier is taken, what is later would leave a gap
        for expected in (0..whole).filter(|it| *it != stored) {
            then_conflict(db.open().append(&CLOSED, expected), expected);
            assert_eq!(db.load(), then);
            refused += 1;
        }
    }
    assert_eq!(refused, (whole - 1) * (whole - 1));
    db.open().append(&CLOSED, whole).unwrap(); // which has no news
    assert_eq!(db.load(), at_version(whole - 1));
}

#[test]
fn an_append_that_fails_halfway_leaves_nothing() {
    for full in 2..=CLOSED.record().version() {
        let db = Db::with("halfway", &at_version(1));
        let no_more = format!("WHEN NEW.version = {full} BEGIN SELECT RAISE(ABORT, 'no more'); END");
        db.beside().execute_batch(&format!("CREATE TRIGGER no_more BEFORE INSERT ON entry {no_more}")).unwrap();
        db.open().append(&CLOSED, 1).unwrap_err();
        assert_eq!(db.open().rows().unwrap(), 1, "{full}");
    }
}

#[test]
fn of_two_clerks_on_one_version_one_wins_and_no_row_of_the_other_stays() {
    let db = Db::with("conflict", &FILED);
    let (mut first, mut second) = (db.open(), db.open());
    then_conflict(second.append(&FILED, 0), 0);
    let one = taken(first.load(&number()).unwrap(), correction("op-1", Some(1)));
    let other = taken(second.load(&number()).unwrap(), correction("op-2", Some(1)));
    let other = taken(other, correction("op-3", Some(2)));
    first.append(&one, 1).unwrap();
    then_conflict(second.append(&other, 1), 1);
    let now = second.load(&number()).unwrap();
    assert_eq!((&now, second.rows().unwrap()), (&one, 2));
    // read again, it is the crate that tells what was meant for the old version
    let why = now.clone().act(correction("op-2", Some(1)), &OFFICE).unwrap_err().why;
    assert!(why.names(Rule::VersionAsExpected));
    second.append(&taken(now, correction("op-2", Some(2))), 2).unwrap();
    assert_eq!(first.load(&number()).unwrap().record().version(), 3);
}

#[test]
fn two_threads_with_a_connection_each_lose_no_action_and_enter_none_twice() {
    const ROUNDS: usize = 40;
    let db = Db::with("threads", &FILED);
    // both read before either writes, so that they meet in every round
    let both = Barrier::new(2);
    let clerk = |name: &str| {
        let (mut store, mut conflicts) = (db.open(), 0);
        for round in 0..ROUNDS {
            let action = correction(&format!("{name}-{round}"), None);
            let mut case = store.load(&number()).unwrap();
            both.wait();
            loop {
                let version = case.record().version();
                match store.append(&taken(case, action.clone()), version) {
                    Ok(()) => break,
                    Err(Fault::Conflict { .. }) => conflicts += 1,
                    Err(fault) => panic!("{fault}"),
                }
                case = store.load(&number()).unwrap();
            }
            // the answer is lost, and the client asks again
            let again = store.load(&number()).unwrap().act(action, &OFFICE).unwrap();
            assert!(matches!(again, Applied::Already(_)));
            both.wait();
        }
        conflicts
    };
    let conflicts = thread::scope(|it| {
        let other = it.spawn(|| clerk("other"));
        clerk("one") + other.join().unwrap()
    });
    assert_eq!(conflicts, ROUNDS, "one of the two in every round");
    let end = db.load();
    let entered: Vec<String> = end.record().entries().iter().map(|it| it.action().unwrap().to_string()).collect();
    let sent = ["one", "other"].into_iter().flat_map(|it| (0..ROUNDS).map(move |round| format!("{it}-{round}")));
    assert_eq!(entered.len(), 2 * ROUNDS);
    assert_eq!(entered.into_iter().collect::<BTreeSet<_>>(), sent.collect());
}

#[test]
fn no_row_is_changed_removed_replaced_or_put_anywhere_but_at_the_end() {
    let db = Db::with("triggers", &CLOSED);
    let (whole, beside) = (CLOSED.record().version(), db.beside());
    let put = |columns: &str| format!("INSERT INTO entry SELECT {columns} FROM entry");
    let attempts = [
        ("UPDATE entry SET row = row".to_owned(), "an entry is not changed"),
        ("UPDATE entry SET version = 99".to_owned(), "an entry is not changed"),
        ("UPDATE OR REPLACE entry SET version = 1".to_owned(), "an entry is not changed"),
        ("DELETE FROM entry".to_owned(), "an entry is not removed"),
        (put("*"), "an entry follows the last one"),
        (put("*").replace("INSERT", "INSERT OR REPLACE"), "an entry follows the last one"),
        (put("case_id, -version, row"), "an entry follows the last one"),
        (put("case_id, 99 + version, row"), "an entry follows the last one"),
        (put("'2024-000002', 1 + version, row"), "an entry follows the last one"),
    ];
    for version in 1..=whole {
        for (attempt, why) in &attempts {
            let told = beside.execute(&format!("{attempt} WHERE version = {version}"), []).unwrap_err();
            assert_eq!(told.to_string(), *why, "{attempt}");
        }
    }
    assert_eq!((db.load(), db.open().rows().unwrap()), (CLOSED.clone(), whole));
    // without the triggers, the key still gives a place but once
    let told = db.unguarded().execute(&put("*"), []).unwrap_err().to_string();
    assert!(told.starts_with("UNIQUE constraint failed: entry.case_id, entry.version"), "{told}");
}

/// The closed case in a store, and somebody who has its rows to themselves.
struct Tampering {
    db: Db,
    by: Connection,
}

impl Tampering {
    #[track_caller]
    fn new(name: &str) -> Self {
        let db = Db::with(name, &CLOSED);
        let by = db.unguarded();
        // what is written here need not outlive the test
        by.execute_batch("PRAGMA synchronous = OFF; CREATE TEMP TABLE kept AS SELECT * FROM entry").unwrap();
        Self { db, by }
    }

    /// What the store says after one change of one row.
    #[track_caller]
    fn then(&self, change: &str) -> Result<AnyCase, Fault> {
        self.by.execute_batch("DELETE FROM entry; INSERT INTO entry SELECT * FROM kept").unwrap();
        assert_eq!(self.db.load(), *CLOSED);
        assert_eq!(self.by.execute(change, []).unwrap(), 1, "{change}");
        self.db.open().load(&number())
    }
}

#[test]
fn a_row_that_is_missing_is_told_by_its_number_and_a_lost_end_by_the_version_expected() {
    let last = CLOSED.record().entries().len();
    let tampering = Tampering::new("missing");
    let lose = |entry: usize| tampering.then(&format!("DELETE FROM entry WHERE version = {}", entry + 1));
    for lost in 0..last {
        let fault = lose(lost).unwrap_err();
        assert_eq!(fault.to_string(), format!("case {}: entry {lost} is missing", number()));
        assert_eq!(fault.zh(), format!("办件{}：缺第{lost}条", number()));
    }
    let short = lose(last).unwrap();
    assert_eq!(short, at_version(last));
    // whoever saw the whole is told
    let why = short.act(correction("op-1", Some(last + 1)), &OFFICE).unwrap_err().why;
    assert!(why.names(Rule::VersionAsExpected));
}

#[test]
fn a_torn_row_is_refused_by_its_number() {
    let tampering = Tampering::new("torn");
    for (at, row) in CLOSED.record().rows_since(0).unwrap().iter().enumerate() {
        for length in [0, 1, row.len() / 2, row.len() - 1] {
            let tear = format!("UPDATE entry SET row = substr(row, 1, {length}) WHERE version = {}", at + 1);
            let fault = tampering.then(&tear).unwrap_err();
            let told = format!("case {}: row {at} is not of the form of a journal", number());
            assert!(fault.to_string().starts_with(&told), "{fault}");
            assert!(fault.zh().starts_with(&format!("办件{}：第{at}行不是流转记录的格式", number())), "{fault}");
        }
    }
}

#[test]
fn a_row_by_another_actor_is_refused_by_its_number_and_clauses() {
    let tampering = Tampering::new("changed");
    let stranger = r#"{"official":{"body":{"department":"health"},"person":"clerk-1"}}"#;
    for (at, stamp) in CLOSED.record().stamps().enumerate() {
        let by = serde_json::to_string(&stamp.by).unwrap();
        let changed = format!("CAST(replace(CAST(row AS TEXT), '{by}', '{stranger}') AS BLOB)");
        let change = format!("UPDATE entry SET row = {changed} WHERE version = {}", at + 1);
        let fault = tampering.then(&change).unwrap_err();
        let Fault::Unproven { why, .. } = &fault else { panic!("{fault}") };
        let answers = at > 0 && CLOSED.record().entries()[at - 1].kind() == StepKind::Acknowledge;
        let (rule, clauses) =
            if answers { (Rule::WasAddressed, "C12 S19") } else { (Rule::ActorHoldsRole, "P2 C1 C2 S35") };
        assert!(why.at == at && why.why.names(rule), "{fault}");
        assert!(fault.to_string().contains(&format!("entry {at} of the journal was refused")), "{fault}");
        assert!(fault.to_string().contains(clauses) && fault.zh().contains(clauses), "{fault}");
    }
}

#[test]
fn rows_put_under_another_number_are_no_case_of_that_number() {
    let (db, other): (Db, Mark) = (Db::with("misfiled", &CLOSED), "2024-000002".parse().unwrap());
    db.unguarded().execute("UPDATE entry SET case_id = ?1", [other.as_str()]).unwrap();
    let fault = db.open().load(&other).unwrap_err();
    assert_eq!(fault.to_string(), format!("on file as case {other}, but filed as {}", number()));
    assert_eq!(fault.zh(), format!("存为办件{other}，收件时却是{}", number()));
}

#[test]
fn a_file_that_is_no_store_is_left_as_it_is() {
    let scratch = Scratch::new("no-store").unwrap();
    let [text, empty, other, none] = ["text", "empty", "other", "none"].map(|it| scratch.file(it));
    fs::write(&text, "neither a store nor a database ".repeat(99)).unwrap();
    fs::write(&empty, "").unwrap();
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE entry (case_id, version, row)").unwrap();
    for path in [&text, &empty, &other] {
        let before = fs::read(path).unwrap();
        assert!(matches!(Store::open(path), Err(Fault::NotAStore(it)) if it == *path));
        assert!(matches!(Store::create(path), Err(Fault::File { path: it, .. }) if it == *path));
        assert_eq!(fs::read(path).unwrap(), before);
    }
    assert!(matches!(Store::open(&none), Err(Fault::NotAStore(_))) && !none.exists());
    assert!(matches!(Store::open(&scratch.file("")), Err(Fault::NotAStore(_))), "a folder");
}
