//! Stories of each rule of a dispute, each with a twin that differs in one thing; and what is told where several are broken, or the record lies.

use super::*;
use crate::{
    matters::{Story, opened, taken},
    support::{case_at, counter, stranger},
};

/// What is told of a refusal: in both languages, with sources and a remedy.
#[track_caller]
fn then_only(why: &tongquan::Refusal, rule: Rule) {
    assert_eq!(rules(why), [rule]);
    for it in why.objections() {
        assert!(it.zh().contains(rule.remedy_zh()) && it.to_string().contains(rule.remedy_en()));
        assert!(it.expected != it.got, "{it}");
    }
}

/// An opening that one rule refuses, and one that none does.
#[track_caller]
fn opens(told: &Told, rule: Rule, broken: &(Lodge, Stamp), kept: &(Lodge, Stamp)) -> Story {
    let open = |(lodge, stamp): &(Lodge, Stamp)| opened::<Dispute>(lodge, stamp, told.beside());
    Story::of(rule, open(broken), open(kept))
}

/// A dossier, what is asked, and who asks it in the hour of its last step.
type Asked<'a> = (&'a Dossier<Dispute>, DisputeStep, &'a Actor);

/// A step that one rule refuses, and one that none does.
#[track_caller]
fn steps(told: &Told, rule: Rule, broken: Asked<'_>, kept: Asked<'_>) -> Story {
    let take = |(dossier, step, by): Asked<'_>| {
        taken(dossier, &step, &Stamp { at: dossier.last_at(), by: by.clone() }, told.beside())
    };
    Story::of(rule, take(broken), take(kept))
}

/// What is lodged.
fn lodged() -> Vec<Story> {
    let told = Told::at("A1-33", StageKind::Decided);
    let stamp = Stamp { at: told.after(1), by: told.applicant() };
    let lodge = |act| told.lodge(DisputeKind::Complaint, act);
    let it = (lodge(DisputedAct::Decision), stamp.clone());
    let filed = told.case.record().filed();
    let early = Lodge { known: filed, ..lodge(DisputedAct::Decision) };
    let other = Lodge { case: "2024-000002".parse().unwrap(), ..lodge(DisputedAct::Decision) };
    // the second before it was filed, of what was known that day
    let before = Stamp { at: Moment::new(filed, 8, 59, 59).unwrap(), ..stamp.clone() };
    let at_filing = Stamp { at: told.case.record().opening().stamp.at, ..stamp.clone() };
    let intake = Lodge { known: filed, ..lodge(DisputedAct::Intake) };
    vec![
        opens(&told, Rule::DisputedActThere, &(lodge(DisputedAct::Delay), stamp.clone()), &it),
        opens(&told, Rule::KnownInTime, &(early, stamp.clone()), &it),
        opens(&told, Rule::MatterOfCase, &(other, stamp), &it),
        opens(&told, Rule::TimeRunsForward, &(intake.clone(), before), &(intake, at_filing)),
    ]
}

/// What is done about it.
fn done() -> Vec<Story> {
    let told = Told::at("A1-33", StageKind::Closed);
    let [county, city] = [official(told.handler()), official(told.department())];
    let (applicant, nobody) = (told.applicant(), official(stranger(HOME)));
    let lodged = told.lodged(DisputeKind::Litigation, DisputedAct::Decision);
    let up = told.take(lodged.clone(), DisputeStep::TakeUp {}, told.handler());
    let [take_up, appear] = [|| DisputeStep::TakeUp {}, || DisputeStep::Appear {}];
    let appeared = told.take(up.clone(), appear(), told.department());
    let petition = told.lodged(DisputeKind::Petition, DisputedAct::Decision);
    let end = |kind| told.take(up.clone(), concluded(award(kind, 100)), told.handler());
    let (unlawful, lawful) = (end(AwardKind::StateCompensation), end(AwardKind::Compensation));
    let [pay, back] =
        [|amount| DisputeStep::Pay { amount: fen(amount) }, |amount| DisputeStep::Reimburse { amount: fen(amount) }];
    let part = told.take(unlawful.clone(), pay(60), told.department());
    let without = told.take(up.clone(), concluded(None), told.handler());
    let paid = told.take(lawful.clone(), pay(60), told.handler());
    let of = |rule, broken, kept| steps(&told, rule, broken, kept);
    let taken_up_by = |by| of(Rule::MatterActor, (&lodged, take_up(), by), (&lodged, take_up(), &county));
    vec![
        of(Rule::MatterInOrder, (&up, take_up(), &county), (&lodged, take_up(), &county)),
        of(Rule::MatterInOrder, (&lodged, concluded(None), &county), (&up, concluded(None), &county)),
        taken_up_by(&city),
        taken_up_by(&applicant),
        taken_up_by(&nobody),
        of(Rule::AppearanceCalledFor, (&appeared, appear(), &city), (&up, appear(), &city)),
        of(Rule::AppearanceCalledFor, (&petition, appear(), &city), (&lodged, appear(), &city)),
        of(Rule::PaymentWithinAward, (&unlawful, pay(101), &city), (&unlawful, pay(100), &city)),
        of(Rule::PaymentWithinAward, (&part, pay(41), &city), (&part, pay(40), &city)),
        of(Rule::PaymentWithinAward, (&part, back(61), &county), (&part, back(60), &county)),
        of(Rule::PaymentWithinAward, (&unlawful, back(1), &county), (&part, back(1), &county)),
        of(Rule::PaymentWithinAward, (&without, pay(1), &city), (&unlawful, pay(1), &city)),
        of(Rule::ReimbursementCalledFor, (&paid, back(60), &county), (&part, back(60), &county)),
        of(Rule::MatterActor, (&lawful, pay(1), &city), (&unlawful, pay(1), &city)),
        of(Rule::MatterActor, (&part, back(1), &city), (&part, back(1), &county)),
    ]
}

pub(crate) fn stories() -> Vec<Story> {
    let of_law = YearsEnd::told();
    [lodged(), done(), vec![of_law.story()]].into_iter().flatten().collect()
}

#[test]
fn a_step_is_no_sooner_than_the_one_before() {
    let told = Told::at("A1-33", StageKind::Closed);
    let lodged = told.lodged(DisputeKind::Complaint, DisputedAct::Decision);
    let at = |hour, second| Moment::new(lodged.last_at().day(), hour, 0, second).unwrap();
    let by = official(told.handler());
    let before = Stamp { at: Moment::new(lodged.last_at().day(), 8, 59, 59).unwrap(), by: by.clone() };
    then_only(&lodged.check(&DisputeStep::TakeUp {}, &before, told.beside()).unwrap_err(), Rule::TimeRunsForward);
    for at in [at(9, 0), at(9, 1), at(23, 59)] {
        assert_eq!(lodged.check(&DisputeStep::TakeUp {}, &Stamp { at, by: by.clone() }, told.beside()), Ok(()));
    }
}

#[test]
fn every_reason_is_told_at_once() {
    let told = Told::at("A1-33", StageKind::Decided);
    let known = told.after(5).day();
    let lodge = Lodge { known, ..told.lodge(DisputeKind::Complaint, DisputedAct::NonAcceptance) };
    let opening = told.case.record().opening().stamp.at;
    let at = Moment::new(opening.day(), 0, 0, 0).unwrap();
    let refused = Dossier::<Dispute>::open(lodge, Stamp { at, by: told.applicant() }, told.beside()).unwrap_err();
    assert_eq!(rules(&refused.why), [Rule::TimeRunsForward, Rule::DisputedActThere, Rule::KnownInTime]);
    let lodged = told.lodged(DisputeKind::Litigation, DisputedAct::Decision);
    let up = told.take(lodged, DisputeStep::TakeUp {}, told.handler());
    let end = told.take(up, concluded(award(AwardKind::StateCompensation, 100)), told.handler());
    let before = Stamp { at: told.after(0), by: told.applicant() };
    let why = end.check(&DisputeStep::Pay { amount: fen(101) }, &before, told.beside()).unwrap_err();
    assert_eq!(rules(&why), [Rule::TimeRunsForward, Rule::PaymentWithinAward, Rule::MatterActor]);
}

/// A case filed in the last month of 2023, disputed on the last day of that year, whose law is not in the facts, and on the first of the next.
struct YearsEnd {
    told: Told,
    unknown: Dossier<Dispute>,
    known: Dossier<Dispute>,
}

impl YearsEnd {
    fn told() -> Self {
        let item = OFFICE.catalogue().latest().annex_1(33).unwrap();
        let venue = counter(&OFFICE, item, HOME);
        let filed = crate::support::day(2023, 12, 4);
        let case = crate::walk::Walk::new(&OFFICE, filed, None).until(StageKind::Decided, item, HOME, &venue).unwrap();
        let told = Told { office: &OFFICE, case };
        let lodged = |year, month, day| {
            let at = Moment::new(crate::support::day(year, month, day), 9, 0, 0).unwrap();
            let stamp = Stamp { at, by: told.applicant() };
            let lodge = told.lodge(DisputeKind::Reconsideration, DisputedAct::Decision);
            Dossier::open(lodge, stamp, told.beside()).unwrap()
        };
        let (unknown, known) = (lodged(2023, 12, 31), lodged(2024, 1, 1));
        Self { told, unknown, known }
    }

    fn story(&self) -> Story {
        let city = official(self.told.department());
        let appear = |dossier| (dossier, DisputeStep::Appear {}, &city);
        steps(&self.told, Rule::LawCovers, appear(&self.unknown), appear(&self.known))
    }
}

#[test]
fn what_does_not_rest_on_the_law_that_is_not_in_the_facts_is_owed_all_the_same() {
    let YearsEnd { unknown, known, .. } = YearsEnd::told();
    let owed = |of: &Dossier<Dispute>| of.owed().iter().map(|it| it.step).collect::<Vec<_>>();
    assert!(unknown.matter().appears().is_err());
    assert_eq!(owed(&unknown), [DisputeStepKind::TakeUp]);
    assert_eq!(owed(&known), [DisputeStepKind::TakeUp, DisputeStepKind::Appear]);
}

#[test]
fn a_record_that_is_a_lie_is_no_ground_for_a_dispute() {
    // the case was read, and the office has no such standard: what it claims is not what the registers say
    let case = case_at(&OFFICE, "A1-33", HOME, StageKind::Decided);
    let read: AnyCase = serde_json::from_str(&serde_json::to_string(&case).unwrap()).unwrap();
    let other = crate::support::changed(|rows| rows.standards.clear());
    let told = Told { office: &OFFICE, case: read };
    let lodge = told.lodge(DisputeKind::Complaint, DisputedAct::Decision);
    let stamp = Stamp { at: told.after(1), by: told.applicant() };
    let elsewhere = OnCase { record: told.case.record(), office: &other };
    let refused = Dossier::<Dispute>::open(lodge.clone(), stamp.clone(), elsewhere).unwrap_err();
    then_only(&refused.why, Rule::RecordAgrees);
    let dispute = Dossier::<Dispute>::open(lodge, stamp.clone(), told.beside()).unwrap();
    // neither does it go on there, nor is it proven there
    let step = DisputeStep::TakeUp {};
    let by = Stamp { by: official(told.handler()), ..stamp };
    then_only(&dispute.check(&step, &by, elsewhere).unwrap_err(), Rule::RecordAgrees);
    assert_eq!(dispute.check(&step, &by, told.beside()), Ok(()));
    let unfounded = Dossier::prove(dispute.minutes().clone(), elsewhere).unwrap_err();
    assert_eq!((unfounded.at, &unfounded.minutes), (0, dispute.minutes()));
    then_only(&unfounded.why, Rule::RecordAgrees);
    // nor beside another case of the same office
    let entries = serde_json::to_value(&case).unwrap();
    let (file, stamp) = crate::journals::filing(&entries[0]);
    let file = tongquan::case::steps::File { case: "2024-000002".parse().unwrap(), ..file };
    let another = AnyCase::file(file, stamp, &OFFICE).unwrap();
    let aside = OnCase { record: another.record(), office: &OFFICE };
    then_only(&dispute.check(&step, &by, aside).unwrap_err(), Rule::MatterOfCase);
}
