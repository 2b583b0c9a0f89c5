//! 审批服务工作标准 (`C7`): handbooks and the regions' own, what one must hold, what changed between two, and which
//! holds on a day.
//!
//! What grew is settled once, in [`Comparison`]: edition against edition, the first against the baseline, a region's
//! own against the handbook that it is drawn from. The rules say what of it is refused.

mod against;
mod check;
mod comparison;
mod guidance;
mod limits;
mod line;
mod outline;
mod procedure;
mod region;
mod rows;
mod steps;
mod telling;

pub use comparison::{Aspect, Base, Change, Comparison, Direction, Element};
pub use guidance::{Example, ExampleKind};
pub use limits::{Limit, Limits, TimeUnit};
pub use line::check_line;
pub use outline::{Outline, OutlineStep};
pub use procedure::{Procedure, ProcedureKind};
pub use rows::{Baseline, Condition, ConditionKind, Fee, Grown, Material, Own, Remedy, ReviewStep, Standard};
pub(crate) use telling::yuan;
