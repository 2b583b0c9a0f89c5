//! Why an item stands as it does is true of the edition asked, also where an amendment moved what it was said of.

use tongquan::{
    Catalogue, Edition, Item, Modality, Region, Route, Scope, Standing,
    catalogue::{Exception, ItemChange, Origin, Why},
};

use super::{amendment, given::changing, space::singles, words::first_day};
use crate::model::lists::{Amendment, first};

/// The column is not said to rule where it says something else.
#[track_caller]
fn column_is_followed(item: Item<'_>) -> usize {
    for region in Region::all() {
        let cell = item.cell(region);
        let follows = item.column().map(Standing::Devolved) == Some(cell.standing);
        assert!(cell.why != Why::Column || follows, "{item:?} in {region}: {cell:?}, the column: {:?}", item.column());
    }
    Region::all().len()
}

#[test]
fn the_column_is_named_as_the_reason_only_where_it_is_followed() {
    let mut looked = 0;
    for it in singles(&first()) {
        let it = amendment(&Amendment { from: first_day() + 1, ..it });
        let Ok(catalogue) = Catalogue::built_in().amend(&it) else { continue };
        let item = it.changes.first().and_then(|it| catalogue.latest().find(&it.item));
        looked += item.map_or(0, column_is_followed);
    }
    assert_eq!(looked, (5_185 - 76) * 15);
}

#[test]
fn a_region_that_keeps_its_modality_while_the_column_moves_has_it_by_the_amendment() {
    let mut kept = 0;
    for item in Edition::built_in().items().filter(|it| it.origin() == Origin::City) {
        let before = item.devolution().unwrap();
        let others = [Modality::Direct, Modality::Window, Modality::Review, Modality::Intake];
        for (region, to) in Region::all().flat_map(|at| others.map(move |to| (at, to))) {
            let stood = Standing::Devolved(before.modality);
            if item.cell(region).standing != stood || to == before.modality {
                continue;
            }
            let exceptions = Some(vec![Exception { region, modality: before.modality }]);
            let change = ItemChange { modality: Some(to), exceptions, ..ItemChange::of(item.key().clone()) };
            let catalogue = Catalogue::built_in().amend(&changing("1", "2024-01-01", vec![change])).unwrap();
            let amended = catalogue.latest().find(item.key()).unwrap();
            column_is_followed(amended);
            let whys = Route::of(amended, region, Scope::WITHIN).unwrap().why().is;
            assert_eq!((whys.standing, whys.column), (stood, Some(to)));
            assert!(whys.why == Why::Amendment || item.cell(region).why == Why::Remark, "{item:?} in {region}: {whys}");
            kept += 1;
        }
    }
    assert_eq!(kept, (61 * 15 - 56 - 8) * 3); // where no remark speaks otherwise
}
