//! Lists as long as a client cares to send. Fifty thousand are judged at once; a judgement that compares each with each would not come to
//! its end.

use std::collections::BTreeSet;

use tongquan::{
    Actor, AnyCase, AnyStep, Moment, Office, Refusal, Region, Rule, Stamp,
    case::{
        Action, Role, StageKind,
        steps::{
            Accept, AffixSealNo2, AskForCorrections, DecideFavourably, DecideUnfavourably, File, Ground,
            HandInCorrections, NotAccept, TakeReviewStep,
        },
    },
    law::Fact,
    register::{Condition, ConditionKind, Material, Remedy, SealId},
    text::Mark,
};

use super::{mark, text};
use crate::support::{OFFICE, case_at, changed, official};

const MANY: usize = 50_000;

fn codes(word: &str, count: usize) -> Vec<Mark> {
    (0..count).map(|it| mark(&format!("{word}-{it}"))).collect()
}

/// An office whose handbook of one item names very many materials and conditions.
fn office(count: usize) -> Office {
    changed(|rows| {
        let handbook = rows.standards.iter_mut().find(|it| it.item.to_string() == "A1-33").unwrap();
        let name = || text("（虚构）");
        handbook.baseline = None;
        handbook.materials = codes("paper", count)
            .into_iter()
            .map(|code| Material { code, name: name(), required: true, dispensable: false })
            .collect();
        handbook.conditions = codes("condition", count)
            .into_iter()
            .map(|code| Condition { code, name: name(), kind: ConditionKind::Review })
            .collect();
        handbook.steps.clear();
    })
}

fn filed(office: &Office, materials: Vec<Mark>) -> AnyCase {
    let opening = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed).record().opening().clone();
    AnyCase::file(File { materials, ..opening.step }, opening.stamp, office).unwrap()
}

fn stamp(case: &AnyCase, step: &AnyStep) -> Stamp {
    let by = match case.stage().arc(step.kind()).unwrap().role {
        Role::Applicant => Actor::Applicant(case.record().file().applicant.clone()),
        role => official(case.record().holders(role).next().unwrap().to_body().unwrap()),
    };
    let at = case.record().last_at().day().succ_opt().unwrap();
    Stamp { at: Moment::new(at, 9, 0, 0).unwrap(), by }
}

#[track_caller]
fn taken(case: AnyCase, step: impl Into<AnyStep>, office: &Office) -> AnyCase {
    // as a client would send it
    let step: AnyStep = serde_json::from_slice(&serde_json::to_vec(&step.into()).unwrap()).unwrap();
    let stamp = stamp(&case, &step);
    case.apply(step, stamp, office).unwrap()
}

/// Refused by these rules; each with how many things it names.
#[track_caller]
fn refused(case: &AnyCase, step: impl Into<AnyStep>, office: &Office) -> Vec<(Rule, usize, usize)> {
    let step = step.into();
    let stamp = stamp(case, &step);
    let back = case.clone().apply(step.clone(), stamp.clone(), office).unwrap_err();
    assert!(back.case == *case && back.step == step && back.stamp == stamp);
    assert!(Err(&back.why) == case.check(&step, &stamp, office).as_ref());
    told(&back.why)
}

fn told(why: &Refusal) -> Vec<(Rule, usize, usize)> {
    assert_eq!(why.zh().lines().count(), why.objections().len());
    assert_eq!(why.to_string().lines().count(), why.objections().len() + 1);
    let count = |fact: &Fact| match fact {
        Fact::List(all) => {
            let each: BTreeSet<String> = all.iter().map(Fact::zh).collect();
            assert_eq!(each.len(), all.len(), "each once");
            all.len()
        }
        Fact::Nothing => 0,
        _ => 1,
    };
    why.objections().iter().map(|it| (it.rule, count(&it.expected), count(&it.got))).collect()
}

#[test]
fn a_notice_of_ten_thousand_corrections_and_more_is_judged_like_one_of_one() {
    for count in [1, 10_000, MANY] {
        let office = office(count);
        let case = filed(&office, vec![]);
        let all = codes("paper", count);
        let ask = |materials| AskForCorrections { materials };
        let doubled = [all.clone(), all.clone()].concat();
        let unknown = codes("no-paper", count);
        let both = [all.clone(), unknown.clone()].concat();
        assert_eq!(
            refused(&case, ask(unknown), &office),
            [(Rule::MaterialsInStandard, count, count), (Rule::NoticeComplete, count, count)]
        );
        assert_eq!(refused(&case, ask(both), &office), [(Rule::MaterialsInStandard, count, count)]);
        assert_eq!(refused(&case, ask(doubled), &office), [(Rule::NamedOnce, 1, count)]);
        let most = all[1..].to_vec();
        let left_out = refused(&case, ask(most.clone()), &office);
        assert_eq!(left_out.last(), Some(&(Rule::NoticeComplete, 1, count - 1)));

        let case = taken(case, ask(all.clone()), &office);
        let hand_in = |materials| HandInCorrections { materials };
        let more = [all[..1].to_vec(), codes("no-paper", count)].concat();
        assert_eq!(refused(&case, hand_in(more), &office), [(Rule::OnlyAskedFor, count, count)]);
        let turned_away = |materials| NotAccept { receipt: mark("BYSL-1"), ground: Ground::StillIncomplete(materials) };
        let told = refused(&case, turned_away(codes("no-paper", count)), &office);
        assert_eq!(told, [(Rule::StillIncomplete, count, count), (Rule::ApplicantHadTime, count, 1)]);
        let case = if most.is_empty() { case } else { taken(case, hand_in(most), &office) };
        let accept = || Accept { receipt: mark("SL-1") };
        assert_eq!(refused(&case, accept(), &office), [(Rule::PapersComplete, 1, count - 1)]);
        let case = taken(taken(case, hand_in(all), &office), accept(), &office);
        let read: AnyCase = serde_json::from_slice(&serde_json::to_vec(&case).unwrap()).unwrap();
        assert!(read == case && read.record().hold_against(&office).is_ok());
    }
}

#[test]
fn a_filing_of_very_many_papers_is_judged_at_once_and_what_it_names_twice_is_told() {
    let office = office(MANY);
    let (all, others) = (codes("paper", MANY), codes("other", MANY));
    // what the standard does not name bars nothing and counts for nothing
    let case = filed(&office, [others, all.clone()].concat());
    assert_eq!(taken(case.clone(), Accept { receipt: mark("SL-1") }, &office).stage(), StageKind::Accepted);
    let file = File { materials: [all.clone(), all].concat(), ..case.record().file().clone() };
    let back = AnyCase::file(file, case.record().opening().stamp.clone(), &office).unwrap_err();
    assert_eq!(told(&back.why), [(Rule::NamedOnce, 1, MANY)]);
}

#[test]
fn a_decision_on_very_many_conditions_is_judged_at_once() {
    let office = office(MANY);
    let all = codes("condition", MANY);
    let case = taken(filed(&office, codes("paper", MANY)), Accept { receipt: mark("SL-1") }, &office);
    let favourable = |attested| DecideFavourably { attested };
    let unknown = codes("whim", MANY);
    assert_eq!(
        refused(&case, favourable(unknown.clone()), &office),
        [(Rule::ConditionsAttested, MANY, MANY), (Rule::ConditionsInStandard, MANY, MANY)]
    );
    let twice = [all.clone(), all.clone()].concat();
    assert_eq!(refused(&case, favourable(twice.clone()), &office), [(Rule::NamedOnce, 1, MANY)]);
    let remedies = vec![Remedy::Reconsideration, Remedy::Litigation];
    let unfavourable = |unmet| DecideUnfavourably { unmet, remedies: remedies.clone() };
    assert_eq!(refused(&case, unfavourable(unknown), &office), [(Rule::ConditionsInStandard, MANY, MANY)]);
    assert_eq!(refused(&case, unfavourable(twice), &office), [(Rule::NamedOnce, 1, MANY)]);
    let backwards: Vec<Mark> = all.into_iter().rev().collect();
    assert_eq!(taken(case.clone(), unfavourable(backwards.clone()), &office).stage(), StageKind::Decided);
    assert_eq!(taken(case, favourable(backwards), &office).stage(), StageKind::Decided);
}

#[test]
fn very_many_officers_and_documents_are_judged_at_once() {
    let accepted = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Accepted);
    let officers: Vec<_> = (0..MANY).map(|it| format!("officer-{it}").parse().unwrap()).collect();
    let review = |officers| TakeReviewStep { step: mark("desk"), finding: None, officers };
    let twice = [officers.clone(), officers.clone()].concat();
    assert_eq!(refused(&accepted, review(twice), &OFFICE), [(Rule::NamedOnce, 1, MANY)]);
    taken(accepted, review(officers), &OFFICE);

    let decided = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Decided);
    let documents: Vec<_> = (0..MANY).map(|it| text(&format!("决定书第{it}号"))).collect();
    let seal = SealId { department: tongquan::Department::NaturalResources, number: 7 };
    let affix = |documents| AffixSealNo2 { seal, circumstance: mark("decision"), documents };
    let twice = [documents.clone(), documents.clone()].concat();
    let named = [(Rule::NamedOnce, 1, MANY), (Rule::SealNo2NamedUser, 1, 1)];
    assert_eq!(refused(&decided, affix(twice), &OFFICE), named);
    let step = AnyStep::from(affix(documents));
    let Stamp { at, by } = stamp(&decided, &step);
    let by = Actor::Official { body: by.body().unwrap().clone(), person: "wenshang-seal-keeper".parse().unwrap() };
    let action = Action { id: mark("op-1"), expected: None, step, stamp: Stamp { at, by } };
    let sealed = decided.act(action.clone(), &OFFICE).unwrap().into_case();
    // a retry compares the whole of it
    assert!(sealed.clone().act(action, &OFFICE).unwrap().into_case() == sealed);
}

#[test]
fn a_review_step_repeated_and_slips_corrected_very_often_stay_one_case() {
    let mut case = case_at(&OFFICE, "A1-33", Region::Wenshang, StageKind::Filed);
    let paper = case.record().file().materials[0].clone();
    let slip = tongquan::case::steps::CorrectOnSpot { material: paper, what: text("补填日期") };
    let by = stamp(&case, &slip.clone().into());
    for _ in 0..5_000 {
        case = case.apply(slip.clone().into(), by.clone(), &OFFICE).unwrap();
    }
    assert_eq!(case.record().version(), 5_001);
    let read: AnyCase = postcard::from_bytes(&postcard::to_stdvec(&case).unwrap()).unwrap();
    assert!(read == case && read.record().hold_against(&OFFICE).is_ok());
}
