//! What neither a rule nor an answer nor a duty rests on, and why not: where it is kept instead, or that it is not the crate's to keep.

/// A reason, and what shows it.
pub(super) struct Reason {
    /// Of which clause, silence or article.
    pub(super) source: &'static str,
    pub(super) why: &'static str,
    /// Where it is kept, or what comes closest.
    pub(super) item: Option<&'static str>,
    /// The file and the test that hold it there.
    pub(super) test: Option<(&'static str, &'static str)>,
}

const fn why(source: &'static str, why: &'static str) -> Reason {
    Reason { source, why, item: None, test: None }
}

impl Reason {
    const fn at(self, item: &'static str) -> Self {
        Self { item: Some(item), ..self }
    }
    const fn held_by(self, file: &'static str, test: &'static str) -> Self {
        Self { test: Some((file, test)), ..self }
    }
}

pub(super) const REASONS: [Reason; 33] = [
    why("P1", "an aim: it asks nothing of anybody that could be kept or broken"),
    why("S6", "nothing is late by itself, so there is nothing to refuse; what is open is told")
        .at("oversight::Outstanding")
        .held_by("outstanding/uncovered.rs", "without_a_limit_nothing_is_late_however_old"),
    why("S24", "the place comes with the filing, and is taken as it is told").at("case::steps::File::place"),
    why("S25", "a ceiling bars no step; what exceeds it is told")
        .at("oversight::ceilings")
        .held_by("ceilings.rs", "no_ceiling_bars_a_step"),
    why("S29", "it says which day is counted from, and every period is counted from it")
        .at("case::Record::filed")
        .held_by("periods/notice.rs", "papers_on_their_way_do_not_stop_the_five_days"),
    why("S30", "a moment has one day, and periods are counted by days")
        .at("Moment::day")
        .held_by("periods/notice.rs", "what_comes_in_outside_office_hours_counts_on_its_calendar_day"),
    why("S34", "there is no stage between the two")
        .at("case::steps::Deliver")
        .held_by("arcs.rs", "the_table_has_the_arcs_and_roles_of_the_rulebook_and_no_other"),
    why("S63", "it says how what is broken is told, and refuses nothing")
        .at("oversight::Audit")
        .held_by("conformance/journals.rs", "one_fault_is_told_once_where_it_stands"),
    why("S64", "it says what is written outside, by feature `exports`, and refuses nothing")
        .held_by("exports/persons.rs", "nothing_that_refers_to_a_person_or_was_written_by_one_is_in_any_export"),
    why("APL23", "whether law lets a region act in its own name is told to the ladder by whoever drafts; the crate knows no law of items")
        .at("catalogue::Circumstances::forbids_authorising")
        .held_by("ladder.rs", "both_languages_tell_modality_laws_and_where_the_catalogue_stands"),
    why("APL24", "whether law lets a matter be entrusted is told to the ladder; who answers outwardly then, `ARL19c` and `ALL26e` say")
        .at("catalogue::Circumstances::forbids_entrusting")
        .held_by("ladder.rs", "both_languages_tell_modality_laws_and_where_the_catalogue_stands"),
    why("APL25", "it binds the province and the State Council: that there is an approval bureau is taken as recorded")
        .at("UnitKind::ApprovalBureau"),
    why("APL26", "one window is what `C13` to `C15` are; handling by several at once is not told apart").at("Venue"),
    why("APL29", "by which channel an application comes is not told: a filing is one however it came").at("case::steps::File"),
    why("APL32a", "it gives a ground, which needs nothing to be proven")
        .at("case::steps::Ground::NothingToApplyFor")
        .held_by("refusals/mod.rs", "each_rule_is_broken_by_one_story_and_kept_by_its_twin"),
    why("APL42j", "handling by several at once is not told apart: a handbook writes its statutory limit")
        .at("register::Limits::statutory"),
    why("APL42jx", "as `APL42j`").at("register::Limits::statutory"),
    why("APL43", "no route has one body review and another decide").at("route::Route"),
    why("APL44", "a late delivery is entered all the same, and shown as late (`S47`)")
        .at("register::Limit::LICENCE_DELIVERY")
        .held_by("periods/lateness.rs", "a_licence_delivered_on_the_eleventh_working_day_is_delivered_and_shown_late"),
    why("APL47", "a hearing is a proceeding of the standard; when it is to be asked for is outside a case")
        .at("register::ProcedureKind::Hearing"),
    why("APL50", "to renew is to file again, a new case (`S9`); by when is the applicant's affair").at("case::steps::File::follows"),
    why("APL55", "an inspection is a review step of the standard").at("register::ReviewStep::on_site"),
    why("SDOBE31", "it names centres; the document's own names are used").at("place::Centre"),
    why("ARL30", "it binds the authority that reconsiders, whose proceedings no record tells").at("oversight::Dispute"),
    why("ARL62", "as `ARL30`").at("oversight::Dispute"),
    why("ARIR13", "no act of a route is approved by a superior").at("route::Respondent"),
    why("SPCL4", "no act of a route is approved by a superior").at("route::Respondent"),
    why("SPCL5", "handling by several at once is not told apart").at("route::Respondent"),
    why("OGS8", "an electronic signature is worth a written one: a stamp tells who acted either way").at("case::Stamp"),
    why("OGS9", "an electronic seal is worth a cut one, and has the same rules: an electronic Seal No. 2 is a seal of its own (`S22`)")
        .at("register::SealStep::Cut"),
    why("OGS10", "an electronic licence is worth a paper one: both are issued, changed and cancelled at once").at("oversight::LicenceStep"),
    why("OGS12", "an electronic archive is worth a paper one: the journal is the record either way").at("Journal"),
    why("SDEDZ9", "that what zones are given is kept in a list is what the catalogue is").at("Catalogue"),
];
