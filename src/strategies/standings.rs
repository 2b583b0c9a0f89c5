use proptest::{prelude::*, sample::select};
use strum::IntoEnumIterator;

use crate::catalogue::{Kind, Modality, Standing};

/// 同权方式: any of the four.
pub fn modalities() -> impl Strategy<Value = Modality> {
    select(Modality::iter().collect::<Vec<_>>())
}

/// 事项类型: licence, confirmation, other power, public service.
pub fn kinds() -> impl Strategy<Value = Kind> {
    select(Kind::iter().collect::<Vec<_>>())
}

/// 事项归属: any way in which an item can stand in a region.
pub fn standings() -> impl Strategy<Value = Standing> {
    prop_oneof![
        modalities().prop_map(Standing::Devolved),
        modalities().prop_map(Standing::Chosen),
        select(vec![
            Standing::NotDevolved,
            Standing::RegionChooses,
            Standing::Original,
            Standing::Reserved,
            Standing::Unresolved
        ]),
    ]
}
