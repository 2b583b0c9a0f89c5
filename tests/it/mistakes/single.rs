//! Each mistake by itself: the step done well but for it breaks its rule, and done well keeps it.

use std::sync::LazyLock;

use tongquan::AnyCase;

use super::{
    Course, Mistake,
    attempt::{Attempt, Made, World},
    courses,
    filing::{self, Filing},
};
use crate::traced::{Call, Refused, Shown, Story};

fn tried(world: &mut World, attempt: &Attempt) -> Result<(), Refused> {
    let Made { case, step, stamp, office } = world.make(attempt);
    let by = Call::step(step.kind());
    case.apply(step, stamp, &office).map(drop).map_err(|back| Refused { why: back.why, by })
}

fn filed(Filing { step, stamp, planned }: Filing) -> Result<(), Refused> {
    let office = filing::office(planned);
    AnyCase::file(step, stamp, office).map(drop).map_err(|back| Refused::by("case::steps::File", back.why))
}

/// The story of each mistake that breaks nothing else.
fn singles<A: Clone>(
    good: &A,
    mistakes: &[Mistake<A>],
    mut tried: impl FnMut(&A) -> Result<(), Refused>,
) -> Vec<Story> {
    let kept = tried(good);
    let alone = mistakes.iter().filter(|it| it.also.is_empty());
    let story = |it: &Mistake<A>| {
        let mut wrong = good.clone();
        (it.does)(&mut wrong);
        Story::told(it.rule, tried(&wrong), kept.clone())
    };
    alone.map(story).collect()
}

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let mut world = World::default();
    let steps = courses()
        .into_iter()
        .flat_map(|Course { good, mistakes, .. }| singles(&good, &mistakes, |it| tried(&mut world, it)));
    let mut stories: Vec<Story> = steps.collect();
    stories.extend(singles(&filing::good(), &filing::mistakes(), |it| filed(it.clone())));
    stories
});

pub(crate) fn shown() -> Vec<Shown> {
    STORIES.iter().map(Shown::from).collect()
}

#[test]
fn each_mistake_alone_breaks_its_rule_alone_and_without_it_the_step_is_taken() {
    for Story { rule, broken, kept } in &*STORIES {
        assert_eq!(super::rules(broken), [*rule], "{broken}");
        assert_eq!(*kept, Ok(()), "{broken}");
    }
    assert_eq!(STORIES.len(), 283);
}
