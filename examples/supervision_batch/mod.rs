//! The batch's own side: shards are read, counted side by side, merged and told.

#[path = "../audit/count.rs"]
#[allow(dead_code, reason = "the audit asks whether anything was found; the batch tells how much")]
mod count;
#[path = "../audit/lines.rs"]
pub(crate) mod lines;
pub(crate) mod merged;
pub(crate) mod note;
#[path = "../audit/report.rs"]
mod report;
pub(crate) mod sample;
pub(crate) mod shard;
pub(crate) mod tell;
#[path = "../handle_case/words.rs"]
#[allow(dead_code, reason = "one example says more than another")]
mod words;

pub(crate) use count::Count;
pub(crate) use merged::Merged;
pub(crate) use shard::{Batch, Shard, is_counts};
pub(crate) use words::Words;
