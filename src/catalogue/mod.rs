//! 事项清单: the items, how each stands in each region, and the editions that say so.
//!
//! The built-in edition is annexes 1 and 2 of 济政字〔2021〕30号 as read off the document; a service adds items of its own to it
//! ([`Edition::with_own`]), and the city government's [`Amendment`]s make later ones: a [`Catalogue`] has them all, by day. An [`Item`] is a
//! handle into an edition: that it exists proves the look-up.

mod amend;
mod amendment;
mod apart;
#[expect(clippy::module_inception, reason = "the room and the noun have one name")]
mod catalogue;
mod devolution;
mod difference;
mod draft;
mod edition;
mod item;
mod key;
mod ladder;
mod modality;
mod no_item;
mod own;
mod shelf;
mod spread;
mod standing;
#[rustfmt::skip]
mod table;
mod totals;

use crate::text::bilingual;

pub use amendment::{Amendment, Ground, ItemChange, NewItem, NewOrigin, Opinion, Practice};
pub use apart::Apart;
pub use catalogue::{Catalogue, Checked, Entry};
pub(crate) use catalogue::{check_until, in_force};
pub use devolution::{Devolution, Exception};
pub use difference::Difference;
pub(crate) use difference::{differences, pairs};
pub(crate) use draft::Draft;
pub(crate) use edition::ON_THE_LIST;
pub use edition::{Edition, EditionId};
pub use item::{Item, ItemFacts, Kind};
pub(crate) use item::{Name, Row};
pub use key::{BadKey, Key, OwnKey};
pub use ladder::{Circumstances, Ladder, Rung};
pub use modality::Modality;
pub use no_item::NoItem;
pub(crate) use no_item::{edition_on, item_on, look_up};
pub use own::{OwnItem, OwnOrigin};
pub(crate) use standing::Class;
pub use standing::{Cell, Origin, Standing, Why};

bilingual!(BadKey, Ladder, NoItem);
bilingual!(label: Standing);
bilingual!(name: Item<'_>);
