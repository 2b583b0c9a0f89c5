//! Who acts: city departments, the units of a region, partners; and the person who acts for one of them.

mod actor;
mod department;
mod party;
#[rustfmt::skip]
mod table;
mod unit;

use crate::text::bilingual;

pub use actor::Actor;
pub(crate) use department::DepartmentRow;
pub use party::Party;
pub use table::Department;
pub use unit::{Agency, Body, BodyRef, Unit, UnitKind};

bilingual!(Actor, Party<'_>);
bilingual!(label: Department, Body);
