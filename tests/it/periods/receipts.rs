//! Whose acceptance stamp is on the receipts, in every situation (`S28`).

use tongquan::{Body, law::Fact};

use crate::{
    model::receipt_stamp,
    scenes::{PLAYED, same},
};

#[test]
fn receipts_are_stamped_by_whoever_accepts_and_for_the_decider_under_entrusted_intake_alone() {
    let (mut stamped, mut on_behalf) = (0, 0);
    for played in PLAYED.iter() {
        let scene = &played.scene;
        let (of, decider) = receipt_stamp(&scene.situation);
        let is = |party: tongquan::Party<'_>, symbol: &str| {
            let expected: Body = scene.body(symbol).unwrap();
            party.to_body().is_some_and(|it| same(&it, &expected))
        };
        for shot in &played.shots {
            let stamp = shot.case.record().receipt_stamp().unwrap();
            assert!(is(stamp.of, of), "{stamp:?} in {scene:?}");
            assert_eq!(stamp.on_behalf_of.is_some(), decider.is_some(), "{stamp:?} in {scene:?}");
            assert!(stamp.on_behalf_of.is_none_or(|it| is(it, decider.unwrap())), "{stamp:?} in {scene:?}");
            assert_eq!(Fact::from(stamp).zh().contains('代'), decider.is_some());
            stamped += 1;
            on_behalf += usize::from(decider.is_some());
        }
    }
    assert!(stamped > 14_000 && on_behalf > 1_000, "{stamped} {on_behalf}");
}
