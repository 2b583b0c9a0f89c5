//! What the one table of arcs implies, worked out by the compiler: where each step leads from each stage, and how far ahead it has a place.
#![expect(
    clippy::indexing_slicing,
    reason = "the tables have a row for each stage and a column for each step, by their types; what is worked out, the compiler works out"
)]

use strum::EnumCount as _;

use super::{ARCS, Arc, StageKind, StepKind};

type Table<T> = [[T; StepKind::COUNT]; StageKind::COUNT];

static HERE: Table<Option<&Arc>> = {
    let mut table: Table<Option<&Arc>> = [[None; StepKind::COUNT]; StageKind::COUNT];
    let mut at = 0;
    while at < ARCS.len() {
        let arc = &ARCS[at];
        table[arc.from as usize][arc.step as usize] = Some(arc);
        at += 1;
    }
    table
};

static AHEAD: Table<Option<StageKind>> = {
    let mut table: Table<Option<StageKind>> = [[None; StepKind::COUNT]; StageKind::COUNT];
    let mut from = 0;
    while from < StageKind::COUNT {
        // breadth first, in the order of the table
        let (mut queue, mut reached) = ([from; StageKind::COUNT], [false; StageKind::COUNT]);
        let (mut head, mut tail) = (0, 1);
        reached[from] = true;
        while head < tail {
            let mut at = 0;
            while at < ARCS.len() {
                let arc = &ARCS[at];
                at += 1;
                if arc.from as usize != queue[head] {
                    continue;
                }
                let step = arc.step as usize;
                if table[from][step].is_none() {
                    table[from][step] = Some(arc.from);
                }
                if !reached[arc.to as usize] {
                    reached[arc.to as usize] = true;
                    queue[tail] = arc.to as usize;
                    tail += 1;
                }
            }
            head += 1;
        }
        from += 1;
    }
    table
};

impl StageKind {
    /// The steps that leave this stage, or stay in it.
    pub fn steps(self) -> impl Iterator<Item = StepKind> + Clone {
        ARCS.iter().filter(move |arc| arc.from == self).map(|arc| arc.step)
    }
    /// Whether nothing leads out of it.
    pub fn is_terminal(self) -> bool {
        self.steps().next().is_none()
    }

    /// The arc of a step out of this stage: the role that may take it, and where it leads.
    pub const fn arc(self, step: StepKind) -> Option<&'static Arc> {
        HERE[self as usize][step as usize]
    }

    /// 其后有此环节的阶段: the nearest stage at which a step has a place, this one or one ahead; none where it has no place from here on: it would
    /// be a second notice, a second decision, a step after the end.
    ///
    /// ```
    /// use tongquan::case::{StageKind, StepKind};
    /// // something is missing between filing and delivery
    /// assert_eq!(StageKind::Filed.ahead(StepKind::Deliver), Some(StageKind::Sealed));
    /// // nothing that could be missing makes a second notice lawful
    /// assert_eq!(StageKind::Correcting.ahead(StepKind::AskForCorrections), None);
    /// ```
    pub const fn ahead(self, step: StepKind) -> Option<Self> {
        AHEAD[self as usize][step as usize]
    }

    /// Whether a step has its next place behind a decision that this stage still has before it.
    pub(super) const fn passes_over_decision(self, step: StepKind) -> bool {
        let decided = self.ahead(StepKind::DecideFavourably).is_none();
        match self.ahead(step) {
            Some(ahead) => !decided && ahead.ahead(StepKind::DecideFavourably).is_none(),
            None => false,
        }
    }

    /// Whether a step that has its place only ahead came too early: what comes next has its place here, and not where that leads.
    pub(crate) const fn is_early(self, step: StepKind, next: StepKind) -> bool {
        match self.along(step) {
            Some(to) => self.alone_has(to, next),
            None => false,
        }
    }

    /// Whether a step has its place here, and not at another stage.
    pub(crate) const fn alone_has(self, other: Self, step: StepKind) -> bool {
        self.arc(step).is_some() && other.arc(step).is_none()
    }

    /// Whether what came too early is what a step lacks here.
    pub(crate) fn lacks(self, early: StepKind, step: StepKind) -> bool {
        let then = self.arc(early).map(|it| it.to);
        then.is_some_and(|it| it != self && it.ahead(step) == Some(it))
    }

    /// Where a step leads from the nearest stage at which it has a place; none where it has none from here on.
    pub(super) const fn along(self, step: StepKind) -> Option<Self> {
        match self.ahead(step) {
            Some(stage) => match stage.arc(step) {
                Some(arc) => Some(arc.to),
                None => None,
            },
            None => None,
        }
    }
}
