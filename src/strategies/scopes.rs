use proptest::{collection::vec, prelude::*};

use super::regions;
use crate::route::Scope;

/// What other regions a matter touches: mostly none, else up to three. It shrinks to none.
pub fn scopes() -> impl Strategy<Value = Scope> {
    prop_oneof![5 => Just(Scope::WITHIN), 1 => vec(regions(), 1..4).prop_map(Scope::touching)]
}
