//! A second, independent reading of 济政字〔2021〕30号: plain strings, sets and tables.
//!
//! Written from the document, the rulebook and the numbered silences, without a look at how the crate
//! answers, and without using it. It is slow and dull on purpose; where it and the crate disagree, one of them has
//! misread. Each place where the rulebook leaves a choice is marked `CHOICE`.

pub(crate) mod beside;
mod course;
pub(crate) mod disputes;
pub(crate) mod duties;
pub(crate) mod experts;
pub(crate) mod findings;
mod items;
pub(crate) mod ladder;
pub(crate) mod licences;
pub(crate) mod lists;
pub(crate) mod lists_differences;
mod lists_own;
pub(crate) mod machine;
pub(crate) mod messages;
mod periods;
pub(crate) mod plain;
pub(crate) mod plain_journals;
pub(crate) mod plain_rules;
pub(crate) mod readiness;
mod route;
pub(crate) mod seal;
mod selfcheck;
mod selfcheck_beside;
mod selfcheck_course;
mod selfcheck_duties;
mod selfcheck_lists;
mod selfcheck_plain;
mod selfcheck_readiness;
mod selfcheck_seal;
mod selfcheck_standard;
mod selfcheck_statistics;
pub(crate) mod stages;
pub(crate) mod standard;
pub(crate) mod statistics;
mod statistics_clock;
pub(crate) mod statistics_groups;
mod statistics_seeds;
pub(crate) mod township;
mod venue;
mod who;

pub use course::{OPENING, arcs, pushes, reports};
pub use items::{DIRECT, ENTRUSTED, NOT_HERE, ORIGINAL, RESERVED, REVIEW, WINDOW};
pub use items::{REGIONS, ZONES, base, department, is_zone, kind, totals};
pub use periods::{
    Waiting, deemed_allowed, extension_allowed, lapse_allowed, notice_bars, receipt_stamp, site_check_allowed,
    turned_away_as_incomplete_allowed, waits_for,
};
pub use route::{Answer, amended, answer, answers_basis, fallback, original};
pub use venue::{Record, access, access_basis, deciding};
pub use who::{STAGES, STEPS, Situation, who_may};
