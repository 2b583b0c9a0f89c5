//! `src/body/table.rs`: the city departments.

use std::path::Path;

use super::{
    Shape, enumeration, head, rows,
    tsv::{self, Fault, Unique, required, variant},
};

/// A row of `departments.tsv`.
#[derive(Debug)]
pub(crate) struct Department {
    /// The enum's variant.
    pub(crate) id: String,
    /// Its name in the document.
    pub(crate) name: String,
    en: String,
    source: String,
}

/// Reads the departments.
pub(crate) fn read(root: &Path, fault: &mut Fault) -> Option<Vec<Department>> {
    let lines = tsv::read(root, "departments.tsv", ["id", "name", "en", "source"], fault)?;
    let before = fault.count();
    let (mut ids, mut names, mut english) = (Unique::new("id"), Unique::new("name"), Unique::new("en"));
    let mut departments = Vec::new();
    for tsv::Line { at, cells: [id, name, en, source] } in lines {
        ids.see(variant(&id, at, fault), at, fault);
        names.see(required(&name, "name", at, fault), at, fault);
        english.see(required(&en, "en", at, fault), at, fault);
        required(&source, "source", at, fault);
        departments.push(Department { id, name, en, source });
    }
    (fault.count() == before).then_some(departments)
}

/// Writes the table.
pub(crate) fn table(departments: &[Department]) -> String {
    let mut out = head("departments");
    out.push_str("use super::DepartmentRow;\n");
    let docs = departments.iter().map(|Department { id, name, en, .. }| (id.clone(), format!("{name}: {en}")));
    enumeration(
        &mut out,
        "Department",
        r##"市直部门（单位）: a department or unit of the city that the document names. Closed by the document.

```
use tongquan::{Department, Edition};
let item = Edition::built_in().look_up("A1-36")?;
let department = item.department().ok_or("of annex 2")?;
assert_eq!((department.label(), department.english()), ("市交通运输局", "Municipal Bureau of Transport"));
assert_eq!(serde_json::to_string(&department)?, r#""transport""#);
assert_eq!(department, "济宁市交通运输局".parse()?);
# Ok::<(), Box<dyn std::error::Error>>(())
```"##,
        Shape { serde: true, grows: false },
        docs,
    );
    let lines: Vec<String> = departments
        .iter()
        .map(|Department { id, name, en, source }| {
            format!("DepartmentRow {{ department: Department::{id}, name: {name:?}, en: {en:?}, source: {source:?} }}")
        })
        .collect();
    rows(&mut out, "DEPARTMENTS", "DepartmentRow", &lines);
    out
}
