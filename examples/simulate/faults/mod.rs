//! 植入差错: each kind edits a lawful journal so that it is known which entries break which rules.

mod edit;
mod messages;
mod order;
mod papers;
mod registers;
mod review;
mod sealing;

use serde::Serialize;
use tongquan::{AnyCase, Journal, Kind, Modality, Region, Rule, catalogue::Origin, text::Mark};

use self::edit::Scene;
use super::{
    Fallible,
    fate::Fate,
    intake::Wish,
    luck::Luck,
    world::{Listed, World},
};

/// What was planted in the journal of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fault {
    pub(crate) line: u64,
    pub(crate) case: Mark,
    pub(crate) kind: &'static str,
    /// Whether it shows only beside the office's registers.
    pub(crate) office: bool,
    pub(crate) breaches: Vec<Breach>,
}

/// An entry, the opening as 0, and every rule that it breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Breach {
    pub(crate) entry: usize,
    pub(crate) rules: Vec<Rule>,
}

/// The journal with the fault in it; none where the case does not allow it.
pub(crate) type Planted = Option<(Journal, Vec<Breach>)>;

/// A kind of fault.
pub(crate) struct FaultKind {
    pub(crate) name: &'static str,
    pub(crate) office: bool,
    /// Of what kind of case it is planted.
    pub(crate) wish: Wish,
    edit: fn(&mut Scene<'_>) -> Fallible<Planted>,
}

impl FaultKind {
    const fn new(name: &'static str, wish: Wish, edit: fn(&mut Scene<'_>) -> Fallible<Planted>) -> Self {
        Self { name, office: false, wish, edit }
    }

    const fn beside_registers(name: &'static str, wish: Wish, edit: fn(&mut Scene<'_>) -> Fallible<Planted>) -> Self {
        Self { name, office: true, wish, edit }
    }

    pub(crate) fn plant(
        &self,
        world: &World,
        line: u64,
        case: &AnyCase,
        luck: &mut Luck,
    ) -> Fallible<Option<(Journal, Fault)>> {
        let planted = (self.edit)(&mut Scene { world, case, luck })?;
        Ok(planted.map(|(journal, breaches)| {
            let case = journal.opening.step.case.clone();
            (journal, Fault { line, case, kind: self.name, office: self.office, breaches })
        }))
    }
}

fn whole(it: &mut Fate) {
    it.whole();
}

const ANY: Wish = Wish { shape: whole, filed: ((1, 1), (9, 30)), ..Wish::NONE };
const PLAIN: Wish = Wish { plain: true, ..ANY };
/// Papers are missing, or not in form.
const CORRECTED: Wish = Wish { shape: |it| it.whole().asks_more = true, ..PLAIN };
const LICENCE: Wish = Wish { item: |it| it.kind == Kind::Licence, ..PLAIN };
const NO_LICENCE: Wish = Wish { item: |it| it.kind != Kind::Licence, ..PLAIN };
const REVIEW: Wish = Wish { item: in_review, ..PLAIN };
const DIRECT: Wish = Wish { item: |it| it.column == Some(Modality::Direct), ..PLAIN };
const ORIGINAL: Wish = Wish { item: |it| it.origin == Origin::County, ..PLAIN };
const REFUSED: Wish = Wish { shape: |it| it.whole().favourable = false, ..PLAIN };
const SUSPENDED: Wish = Wish { shape: |it| it.whole().suspended = 1, ..PLAIN };
const EXTENDED: Wish = Wish { shape: |it| it.whole().extended = true, ..LICENCE };
const UNANSWERED: Wish = Wish { shape: |it| it.whole().unanswered = true, ..LICENCE };
const LAPSED: Wish = Wish { shape: |it| it.whole().silent = true, ..PLAIN };
const TURNED_AWAY: Wish = Wish { shape: |it| it.whole().turned_away = true, ..LICENCE };
const ENDED: Wish = Wish { shape: |it| it.forgotten = false, ..PLAIN };
const INTAKE: Wish = Wish { item: |it| it.column == Some(Modality::Intake), region: |it| !it.is_zone(), ..PLAIN };
const TOUCHED: Wish = Wish {
    item: of_approval_service,
    region: |it| matches!(it, Region::Zoucheng | Region::Rencheng),
    filed: ((1, 1), (11, 15)),
    ..PLAIN
};
const LOST: Wish =
    Wish { item: of_approval_service, region: |it| it == Region::Yanzhou, filed: ((10, 8), (11, 5)), ..PLAIN };

fn in_review(it: &Listed) -> bool {
    it.column == Some(Modality::Review)
}

fn of_approval_service(it: &Listed) -> bool {
    in_review(it) && it.department == Some(tongquan::Department::ApprovalService)
}

/// Every kind, in turn.
pub(crate) const KINDS: &[FaultKind] = &[
    FaultKind::new("filed_by_wrong_body", PLAIN, papers::filed_by_wrong_body),
    FaultKind::new("venue_not_open", PLAIN, papers::venue_not_open),
    FaultKind::new("second_notice", CORRECTED, papers::second_notice),
    FaultKind::new("notice_incomplete", PLAIN, papers::notice_incomplete),
    FaultKind::new("notice_beyond_standard", CORRECTED, papers::notice_beyond_standard),
    FaultKind::new("handed_in_unasked", CORRECTED, papers::handed_in_unasked),
    FaultKind::new("accepted_incomplete", PLAIN, papers::accepted_incomplete),
    FaultKind::new("acceptance_missing", PLAIN, papers::acceptance_missing),
    FaultKind::new("deemed_for_no_licence", NO_LICENCE, papers::deemed_for_no_licence),
    FaultKind::new("licence_turned_away", TURNED_AWAY, papers::licence_turned_away),
    FaultKind::new("not_passed_on", INTAKE, papers::not_passed_on),
    FaultKind::new("passed_on_needlessly", PLAIN, papers::passed_on_needlessly),
    FaultKind::new("wrong_actor", ANY, order::wrong_actor),
    FaultKind::new("time_backwards", ANY, order::time_backwards),
    FaultKind::new("action_reused", ANY, order::action_reused),
    FaultKind::new("step_after_end", ENDED, order::step_after_end),
    FaultKind::new("second_decision", ANY, order::second_decision),
    FaultKind::new("decision_missing", ANY, order::decision_missing),
    FaultKind::new("sealed_before_decided", ANY, order::sealed_before_decided),
    FaultKind::new("seal_missing", ANY, order::seal_missing),
    FaultKind::new("step_not_in_standard", ANY, review::step_not_in_standard),
    FaultKind::new("step_repeated", ANY, review::step_repeated),
    FaultKind::new("required_step_missing", ANY, review::required_step_missing),
    FaultKind::new("steps_out_of_order", ANY, review::steps_out_of_order),
    FaultKind::new("one_officer", LICENCE, review::one_officer),
    FaultKind::new("proceeding_not_in_standard", SUSPENDED, review::proceeding_not_in_standard),
    FaultKind::new("time_needed_not_told", SUSPENDED, review::time_needed_not_told),
    FaultKind::new("extension_of_no_licence", NO_LICENCE, review::extension_of_no_licence),
    FaultKind::new("extended_twice", EXTENDED, review::extended_twice),
    FaultKind::new("condition_not_attested", ANY, review::condition_not_attested),
    FaultKind::new("condition_invented", ANY, review::condition_invented),
    FaultKind::new("condition_named_twice", ANY, review::condition_named_twice),
    FaultKind::new("remedies_not_told", REFUSED, review::remedies_not_told),
    FaultKind::new("own_seal_for_seal_no2", REVIEW, sealing::own_seal_for_seal_no2),
    FaultKind::new("seal_no2_on_direct", DIRECT, sealing::seal_no2_on_direct),
    FaultKind::new("seal_no2_on_original", ORIGINAL, sealing::seal_no2_on_original),
    FaultKind::new("seal_no2_by_unnamed_user", REVIEW, sealing::seal_no2_by_unnamed_user),
    FaultKind::new("seal_no2_of_another_region", REVIEW, sealing::seal_no2_of_another_region),
    FaultKind::new("seal_no2_without_documents", REVIEW, sealing::seal_no2_without_documents),
    FaultKind::new("seal_no2_out_of_circumstance", REVIEW, sealing::seal_no2_out_of_circumstance),
    FaultKind::new("licence_not_issued", LICENCE, sealing::licence_not_issued),
    FaultKind::new("licence_not_due", ANY, sealing::licence_not_due),
    FaultKind::new("report_missing", REVIEW, messages::report_missing),
    FaultKind::new("reported_twice", REVIEW, messages::reported_twice),
    FaultKind::new("report_not_called_for", ORIGINAL, messages::report_not_called_for),
    FaultKind::new("pushed_by_another", REVIEW, messages::pushed_by_another),
    FaultKind::new("push_not_called_for", ORIGINAL, messages::push_not_called_for),
    FaultKind::new("acknowledged_by_another", REVIEW, messages::acknowledged_by_another),
    FaultKind::new("closed_unacknowledged", REVIEW, messages::closed_unacknowledged),
    FaultKind::beside_registers("handler_replaced", REVIEW, registers::handler_replaced),
    FaultKind::beside_registers("outline_shortened", PLAIN, registers::outline_shortened),
    FaultKind::beside_registers("acceptance_period_lied", UNANSWERED, registers::acceptance_period_lied),
    FaultKind::beside_registers("lapsed_early", LAPSED, registers::lapsed_early),
    FaultKind::beside_registers("seal_state_lied", TOUCHED, registers::seal_state_lied),
    FaultKind::beside_registers("seal_found_lost", LOST, registers::seal_found_lost),
    FaultKind::beside_registers("seat_lied", REVIEW, registers::seat_lied),
];
