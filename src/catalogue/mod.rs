//! 事项清单: the items, how each stands in each region, and the editions that say so.
//!
//! The built-in edition is annexes 1 and 2 of 济政字〔2021〕30号 as read off the document; a service adds items of its own to it
//! ([`Edition::with_own`]). An [`Item`] is a handle into an edition: that it exists proves the look-up.

mod edition;
mod item;
mod key;
mod modality;
mod own;
mod standing;
#[rustfmt::skip]
mod table;
mod totals;

pub use edition::{Edition, EditionId};
pub(crate) use item::Row;
pub use item::{Item, ItemFacts, Kind};
pub use key::{BadKey, Key, OwnKey};
pub use modality::Modality;
pub use own::{OwnItem, OwnItemFault, OwnOrigin};
pub(crate) use standing::Class;
pub use standing::{Cell, Origin, Standing, Why};
