//! The store: each entry of a journal is a row, appended once and never touched again.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior::Immediate};
use tongquan::{
    AnyCase, Journal,
    case::{BadRow, Unproven},
    text::{BadText, Bilingual, Mark},
};

/// Version 1 is the filing. The key has one place for each version, so that two clerks cannot both win it; the triggers hold whoever reaches
/// past this program. The last one is needed beside the key, since `REPLACE` takes a row away without telling the others.
const SCHEMA: &str = "
    CREATE TABLE entry (
        case_id TEXT    NOT NULL,
        version INTEGER NOT NULL,
        row     BLOB    NOT NULL,
        PRIMARY KEY (case_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'an entry is not changed'); END;
    CREATE TRIGGER entry_is_not_removed BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'an entry is not removed'); END;
    CREATE TRIGGER entry_is_the_next BEFORE INSERT ON entry
        WHEN NEW.version <> 1 + ifnull((SELECT max(version) FROM entry WHERE case_id = NEW.case_id), 0)
        BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;
";

/// By which a file of this program is known among those of SQLite.
const FORMAT: i32 = 0x7471_626f;

/// A connection to the database of an office.
pub(crate) struct Store {
    to: Connection,
}

/// Why a case was not read, or not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// Somebody was quicker: read the case again, and decide anew.
    #[error("case {case} is not at version {expected} in the store")]
    Conflict { case: Mark, expected: usize },
    #[error("case {0} is not on file")]
    Unknown(Mark),
    #[error("case {case}: entry {at} is missing")]
    Missing { case: Mark, at: usize },
    #[error("case {case}: {why}")]
    BadRow { case: Mark, why: BadRow },
    #[error("case {case}: {why}")]
    Unproven { case: Mark, why: Box<Unproven> },
    #[error("on file as case {case}, but filed as {filed}")]
    Misfiled { case: Mark, filed: Mark },
    #[error("{0} is not a store of this program, and was left as it is")]
    NotAStore(PathBuf),
    #[error(transparent)]
    Number(#[from] BadText),
    #[error(transparent)]
    Row(#[from] serde_json::Error),
    #[error("{path}: {why}")]
    File { path: PathBuf, why: io::Error },
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

impl Bilingual for Fault {
    fn zh(&self) -> String {
        match self {
            Self::Conflict { case, expected } => format!("库中办件{case}不是第{expected}版"),
            Self::Unknown(case) => format!("库中无办件{case}"),
            Self::Missing { case, at } => format!("办件{case}：缺第{at}条"),
            Self::BadRow { case, why } => format!("办件{case}：{}", why.zh()),
            Self::Unproven { case, why } => format!("办件{case}：{}", why.zh()),
            Self::Misfiled { case, filed } => format!("存为办件{case}，收件时却是{filed}"),
            Self::NotAStore(path) => format!("{}不是本程序的库，未作改动", path.display()),
            Self::Number(why) => why.zh(),
            Self::Row(_) | Self::File { .. } | Self::Database(_) => self.to_string(),
        }
    }
}

impl Store {
    /// Where there is no file yet.
    pub(crate) fn create(path: &Path) -> Result<Self, Fault> {
        fs::File::create_new(path).map_err(|why| Fault::File { path: path.into(), why })?;
        let mut to = Connection::open_with_flags(path, FLAGS)?;
        let write = to.transaction_with_behavior(Immediate)?;
        write.execute_batch(SCHEMA)?;
        write.pragma_update(None, "application_id", FORMAT)?;
        write.commit()?;
        Ok(Self { to })
    }

    /// Where there is one; any number of connections may be.
    pub(crate) fn open(path: &Path) -> Result<Self, Fault> {
        let format = |to: &Connection| to.pragma_query_value(None, "application_id", |it| it.get::<_, i32>(0));
        match Connection::open_with_flags(path, FLAGS).and_then(|to| Ok((format(&to)?, to))) {
            Ok((FORMAT, to)) => Ok(Self { to }),
            Err(why) if !matches!(why.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::CannotOpen)) => {
                Err(why.into())
            }
            Ok(_) | Err(_) => Err(Fault::NotAStore(path.into())),
        }
    }

    /// The case, proven from its rows. That its last rows are all there, only who has seen them can tell: by the version expected.
    pub(crate) fn load(&self, number: &Mark) -> Result<AnyCase, Fault> {
        let case = || number.clone();
        let mut read = self.to.prepare("SELECT version, row FROM entry WHERE case_id = ?1 ORDER BY version")?;
        let stored = read.query_map([number.as_str()], |it| Ok((it.get(0)?, it.get(1)?)))?;
        let stored = stored.collect::<Result<Vec<(usize, Vec<u8>)>, _>>()?;
        if stored.is_empty() {
            return Err(Fault::Unknown(case()));
        }
        if let Some((at, _)) = stored.iter().enumerate().find(|(at, (version, _))| *version != at + 1) {
            return Err(Fault::Missing { case: case(), at });
        }
        let journal = Journal::from_rows(stored.iter().map(|(_, row)| row));
        let journal = journal.map_err(|why| Fault::BadRow { case: case(), why })?;
        let proven = AnyCase::replay(journal).map_err(|why| Fault::Unproven { case: case(), why })?;
        match proven.record().id() {
            filed if filed == number => Ok(proven),
            filed => Err(Fault::Misfiled { case: case(), filed: filed.clone() }),
        }
    }

    /// Appends what the store lacks of a case, if it is still at the version from which the case was moved on; all of it or nothing.
    pub(crate) fn append(&mut self, case: &AnyCase, expected: usize) -> Result<(), Fault> {
        let record = case.record();
        let write = self.to.transaction_with_behavior(Immediate)?;
        for (version, row) in (expected + 1..).zip(record.rows_since(expected)?) {
            write.execute("INSERT INTO entry VALUES (?1, ?2, ?3)", (record.id().as_str(), version, row)).map_err(
                |why| match why.sqlite_error_code() {
                    Some(ErrorCode::ConstraintViolation) => Fault::Conflict { case: record.id().clone(), expected },
                    _ => why.into(),
                },
            )?;
        }
        Ok(write.commit()?)
    }

    /// The numbers of all cases.
    pub(crate) fn cases(&self) -> Result<Vec<Mark>, Fault> {
        let mut read = self.to.prepare("SELECT case_id FROM entry GROUP BY case_id ORDER BY case_id")?;
        let numbers = read.query_map([], |it| it.get::<_, String>(0))?;
        numbers.map(|it| Ok(it?.parse()?)).collect()
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> Result<usize, Fault> {
        Ok(self.to.query_one("SELECT count(*) FROM entry", [], |it| it.get(0))?)
    }
}

const FLAGS: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
