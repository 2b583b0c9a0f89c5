use std::{fmt, str::FromStr};

use strum::IntoEnumIterator;

use super::table::{DEPARTMENTS, Department};
use crate::{
    law::Fact,
    term::{is_stored_as, rows, told_to, unknown},
    text::{Sought, Unknown},
};

#[derive(Debug)]
pub(crate) struct DepartmentRow {
    pub(crate) department: Department,
    pub(crate) name: &'static str,
    pub(crate) en: &'static str,
    pub(crate) source: &'static str,
}

rows!(Department, DepartmentRow, DEPARTMENTS, department);

impl Department {
    /// All of them.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        Self::iter()
    }
    /// Its name in the document: `市公安局`.
    pub const fn label(self) -> &'static str {
        self.row().name
    }
    /// Its name in English (ours).
    pub const fn english(self) -> &'static str {
        self.row().en
    }
    /// Where the document names it.
    pub const fn source(self) -> &'static str {
        self.row().source
    }
    pub(crate) fn named(name: &str) -> Option<Self> {
        let short = name.strip_prefix("济宁").unwrap_or(name);
        Self::all().find(|it| it.label() == short).or_else(|| Self::all().find(|it| is_stored_as(name, it)))
    }
}

impl fmt::Display for Department {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.english())
    }
}

impl From<Department> for Fact {
    fn from(it: Department) -> Self {
        Self::Term { zh: it.label(), en: it.english() }
    }
}

/// Finds a city department by its name in the document, with or without `济宁` before it, or by its name in data.
///
/// ```
/// use tongquan::body::Department;
/// assert_eq!("市公安局".parse(), Ok(Department::PublicSecurity));
/// assert_eq!("济宁市公安局".parse(), Ok(Department::PublicSecurity));
/// assert_eq!("public_security".parse(), Ok(Department::PublicSecurity));
/// ```
impl FromStr for Department {
    type Err = Unknown;
    fn from_str(name: &str) -> Result<Self, Unknown> {
        let name = name.trim();
        Self::named(name)
            .ok_or_else(|| unknown(Sought::Department, name, &mut Self::all().map(|it| told_to(name, it.label(), &it))))
    }
}
