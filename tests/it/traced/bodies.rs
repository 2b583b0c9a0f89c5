//! The bodies of stories: each is run by one test, which holds that each story breaks its rule alone and that its twin keeps it.

use super::Shown;
use crate::{catalogue, matters, mistakes, refusals, registers};

pub(super) struct Body {
    /// The file that has the test, in the folder of the tests.
    pub(super) file: &'static str,
    pub(super) test: &'static str,
    /// How the page calls it.
    pub(super) name: &'static str,
    /// Under which name the file keeps its stories, once run.
    pub(super) stories: &'static str,
    /// What its stories show, as they are run.
    pub(super) shown: fn() -> Vec<Shown>,
}

pub(super) const BODIES: [Body; 5] = [
    Body {
        file: "refusals/mod.rs",
        test: "each_rule_is_broken_by_one_story_and_kept_by_its_twin",
        name: "refusals",
        stories: "STORIES",
        shown: refusals::shown,
    },
    Body {
        file: "mistakes/single.rs",
        test: "each_mistake_alone_breaks_its_rule_alone_and_without_it_the_step_is_taken",
        name: "mistakes",
        stories: "STORIES",
        shown: mistakes::shown,
    },
    Body {
        file: "registers/each_rule.rs",
        test: "each_story_breaks_exactly_its_rule_at_its_place_and_its_twin_breaks_none",
        name: "registers",
        stories: "RUN",
        shown: registers::shown,
    },
    Body {
        file: "catalogue.rs",
        test: "more_patterns_of_devolution_than_an_edition_keeps_are_refused_by_the_first_too_many",
        name: "catalogue",
        stories: "CROWDED",
        shown: catalogue::shown,
    },
    Body {
        file: "matters/each_rule.rs",
        test: "each_rule_beside_a_case_is_broken_alone_by_one_story_and_kept_by_its_twin",
        name: "matters",
        stories: "STORIES",
        shown: matters::shown,
    },
];

/// The test that asks units of their duties.
pub(super) const DUTIES: (&str, &str) =
    ("obligations/each_duty.rs", "each_duty_is_due_or_overdue_without_what_shows_it_and_met_with_it");
