//! C1 as a ladder: which modality is called for, an item in a region, whatever the catalogue has: the whole space against the model.

use tongquan::{
    Edition, Item, Modality, Region, Standing,
    catalogue::{Circumstances, Ladder, Origin},
    text::Text,
};

use crate::{
    model,
    support::{OFFICE, day},
};

const LACKING: &str = "（虚构）缺两名测绘工程师";
const AUTHORISING: &str = "（虚构）甲法第十条";
const ENTRUSTING: &str = "（虚构）乙法第二十条";

#[derive(Clone, Copy, Debug)]
struct Case {
    lacking: bool,
    authorising: bool,
    entrusting: bool,
    feasible: bool,
}

impl Case {
    fn all() -> impl Iterator<Item = Self> {
        (0..16_u8).map(|bits| {
            let bit = |at: u8| bits >> at & 1 == 1;
            Self { lacking: bit(0), authorising: bit(1), entrusting: bit(2), feasible: bit(3) }
        })
    }

    fn told(self) -> Circumstances {
        let text = |given: bool, text: &str| given.then(|| text.parse::<Text>().unwrap());
        Circumstances {
            lacking: text(self.lacking, LACKING),
            forbids_authorising: text(self.authorising, AUTHORISING),
            forbids_entrusting: text(self.entrusting, ENTRUSTING),
            window_feasible: self.feasible,
        }
    }

    /// The modality by the model, and whether a risk is to be noted.
    fn model(self) -> (&'static str, bool) {
        model::ladder::rung(self.lacking, self.authorising, self.entrusting, self.feasible)
    }

    fn laws(self) -> impl Iterator<Item = &'static str> {
        let laws = [self.authorising.then_some(AUTHORISING), self.entrusting.then_some(ENTRUSTING)];
        laws.into_iter().flatten()
    }
}

/// Every item, in every region, in every case.
fn each(items: &[Item<'_>], mut test: impl FnMut(Item<'_>, Region, Case, Option<&Ladder>)) -> usize {
    let mut asked = 0;
    for item in items {
        for region in Region::all() {
            for case in Case::all() {
                test(*item, region, case, Ladder::of(*item, region, &case.told()).as_ref());
                asked += 1;
            }
        }
    }
    asked
}

fn listed() -> Vec<Item<'static>> {
    Edition::built_in().items().collect()
}

#[test]
fn the_ladder_calls_for_what_the_model_says_in_every_case_for_every_item_in_every_region() {
    let (mut at_risk, mut by) = (0, [0; 4]);
    let asked = each(&listed(), |item, region, case, ladder| {
        let (ladder, (modality, risk)) = (ladder.expect("of the list"), case.model());
        assert_eq!(ladder.recommends().label(), modality, "{item:?} in {region}: {case:?}");
        assert_eq!(ladder.risk().is_some(), risk, "{item:?} in {region}: {case:?}");
        assert_eq!(ladder.taken().modality, ladder.recommends());
        assert_eq!(ladder.stands(), item.cell(region).standing);
        at_risk += usize::from(risk);
        by[ladder.recommends() as usize] += 1;
    });
    // by the sixteen cases: eight lack something, two are open, one allows a window; five are reviewed, three of them at risk
    let places = 76 * 15;
    assert_eq!(asked, 16 * places);
    assert_eq!(by, [2, 1, 5, 8].map(|cases| cases * places));
    assert_eq!(at_risk, 3 * places);
}

#[test]
fn the_rungs_tried_before_it_are_told_in_their_order_each_once_with_reason_and_clause() {
    let order = [Modality::Intake, Modality::Direct, Modality::Window, Modality::Review];
    each(&listed(), |item, region, case, ladder| {
        let ladder = ladder.expect("of the list");
        let tried: Vec<Modality> = ladder.passed().iter().chain([ladder.taken()]).map(|it| it.modality).collect();
        assert_eq!(tried, order[..tried.len()], "{item:?} in {region}: {case:?}");
        for rung in ladder.passed().iter().chain([ladder.taken()]) {
            assert_eq!(rung.basis[0].id(), "C1", "{case:?}");
            // where the law forbids but one of the two, or neither, what follows is ours
            let settled = case.authorising && case.entrusting;
            let ours = matches!(rung.modality, Modality::Window | Modality::Review) && !settled;
            assert_eq!(rung.basis.iter().any(|it| it.id() == "S54"), ours, "{case:?}");
            assert!(!rung.why.zh().is_empty() && !rung.why.to_string().is_empty());
        }
    });
}

#[test]
fn it_stands_apart_where_the_catalogue_has_it_otherwise_and_nowhere_that_is_yet_to_choose() {
    let (mut apart, mut same, mut open, mut withheld) = (0, 0, 0, 0);
    each(&listed(), |item, region, case, ladder| {
        let ladder = ladder.expect("of the list");
        let expected = match item.cell(region).standing {
            Standing::Devolved(modality) => modality.label() != case.model().0,
            // on no rung yet: the region chooses freely
            Standing::RegionChooses => false,
            // to hold it back is none of the four, and so never what is called for
            Standing::NotDevolved => true,
            other => panic!("{other:?}"),
        };
        assert_eq!(ladder.stands_apart(), expected, "{item:?} in {region}: {case:?}");
        *match (item.cell(region).standing, expected) {
            (Standing::RegionChooses, _) => &mut open,
            (Standing::NotDevolved, _) => &mut withheld,
            (_, true) => &mut apart,
            (_, false) => &mut same,
        } += 1;
    });
    // by clause 2 and the remarks: cells of annex 1 by modality, times the cases that call for it
    let cells = |modality: Modality| -> usize {
        let of = |region: Region| model::totals(region.label())[modality as usize];
        Region::all().map(of).sum()
    };
    let called = [(Modality::Direct, 2), (Modality::Window, 1), (Modality::Review, 5), (Modality::Intake, 8)];
    let agreeing: usize = called.iter().map(|(modality, cases)| cells(*modality) * cases).sum();
    assert_eq!((same, open, withheld), (agreeing, 15 * 15 * 16, 2 * 4 * 16));
    assert_eq!(apart, 61 * 15 * 16 - same - withheld);
}

#[test]
fn what_was_never_the_citys_has_no_ladder_and_an_item_of_an_earlier_round_has_one() {
    let edition = OFFICE.now().edition_on(day(2024, 3, 4)).unwrap();
    let own: Vec<Item<'_>> =
        edition.items().filter(|it| edition.items().take(76).all(|listed| listed != *it)).collect();
    let mut none = 0;
    let asked = each(&own, |item, region, case, ladder| match item.origin() {
        Origin::County => {
            assert!(ladder.is_none(), "{item:?} in {region}: {case:?}");
            none += 1;
        }
        Origin::City => assert_eq!(ladder.unwrap().recommends().label(), case.model().0, "{item:?} in {region}"),
        Origin::ThreeTier => panic!("{item:?}"),
    });
    assert_eq!((asked, none), (5 * 15 * 16, 2 * 15 * 16));
}

#[test]
fn both_languages_tell_modality_laws_and_where_the_catalogue_stands() {
    each(&listed(), |item, region, case, ladder| {
        let ladder = ladder.expect("of the list");
        let (zh, en) = (ladder.zh(), ladder.to_string());
        let told = |zh_words: &str, en_words: &str| (zh.contains(zh_words), en.contains(en_words));
        let taken = ladder.recommends();
        assert_eq!(told(taken.label(), taken.english()), (true, true), "{zh} / {en}");
        // over every other rung: of what a region cannot take on, no law is asked
        assert_eq!(told(LACKING, LACKING), (case.lacking, case.lacking), "{zh} / {en}");
        for law in case.laws() {
            assert_eq!(told(law, law), (!case.lacking, !case.lacking), "{law}: {zh} / {en}");
        }
        for law in [AUTHORISING, ENTRUSTING].into_iter().filter(|it| case.laws().all(|law| law != *it)) {
            assert_eq!(told(law, law), (false, false), "{law}: {zh} / {en}");
        }
        let risk = case.model().1;
        assert_eq!(told("法律风险", "legal risk"), (risk, risk), "{zh} / {en}");
        assert_eq!(told("S54]", "S54]").1, risk, "{en}");
        let (now_zh, now_en) = ("清单现为", "the catalogue has");
        let apart = ladder.stands_apart();
        assert_eq!(told(now_zh, now_en), (apart, apart), "{item:?} in {region}: {zh} / {en}");
        if apart {
            let stands = ladder.stands();
            assert!(zh.ends_with(stands.label()) && en.ends_with(stands.english()), "{zh} / {en}");
        }
    });
}
