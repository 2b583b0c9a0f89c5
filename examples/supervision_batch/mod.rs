//! The batch's own side: shards are read, counted side by side, merged and told.

pub(crate) mod merged;
pub(crate) mod note;
pub(crate) mod sample;
pub(crate) mod shard;
pub(crate) mod tell;

pub(crate) use merged::Merged;
pub(crate) use shard::{Batch, Shard, is_counts};
