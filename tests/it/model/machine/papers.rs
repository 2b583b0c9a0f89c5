//! Where the papers lie, and who has still to pass them on (C1, C13, S27, S50, S51).

use super::{
    Broken, Machine,
    acts::Act,
    hands::{Body, Hands},
    unless,
};

#[derive(Clone, Debug)]
pub(super) struct Papers {
    holder: Body,
    /// Still where they were handed in.
    at_window: bool,
    /// They are still to go to who accepts, and then to who decides.
    to_accepting: bool,
    to_deciding: bool,
}

impl Papers {
    /// A window that the accepting body runs itself has nobody to pass them on to.
    pub(super) fn taken_in(hands: &Hands) -> Self {
        let to_accepting = hands.operator.as_ref().is_some_and(|operator| *operator != hands.accepting);
        Self {
            holder: if to_accepting { hands.intake.clone() } else { hands.accepting.clone() },
            at_window: to_accepting,
            to_accepting,
            to_deciding: hands.accepting != hands.deciding,
        }
    }

    pub(super) fn with_accepting(&self) -> bool {
        !self.to_accepting
    }

    pub(super) fn with_deciding(&self) -> bool {
        !self.to_accepting && !self.to_deciding
    }

    fn at_deciding(&mut self, hands: &Hands) {
        self.holder = hands.deciding.clone();
        (self.at_window, self.to_accepting, self.to_deciding) = (false, false, false);
    }

    /// S50, S51: accepted wherever they are. CHOICE: at a window of who decides he has them, and from any other they go the whole
    /// way; what a former body has goes straight to who decides, or, within one region or the city, need not go.
    pub(super) fn accepted(&mut self, hands: &Hands) {
        if !self.to_accepting {
            return;
        }
        if self.holder == hands.deciding || (!self.at_window && self.holder.near(&hands.deciding)) {
            self.at_deciding(hands);
        } else if !self.at_window {
            (self.to_accepting, self.to_deciding) = (false, true);
        }
    }

    /// S51, after a move to a later edition.
    pub(super) fn moved(&mut self, stage: &str, old: &Hands, new: &Hands) {
        let one = new.accepting == new.deciding;
        let before_acceptance = ["filed", "correcting"].contains(&stage);
        if !before_acceptance && self.holder == new.deciding {
            return self.at_deciding(new);
        }
        if self.at_window && Self::taken_in(new).to_accepting {
            self.to_deciding = !one;
            return;
        }
        let waited = self.to_deciding && !self.to_accepting && self.holder == old.accepting;
        let runs_the_window = Self::taken_in(new).to_accepting && new.operator.as_ref() == Some(&self.holder);
        if before_acceptance {
            self.to_accepting = !self.holder.near(&new.accepting);
            self.to_deciding = !one;
            self.at_window = self.to_accepting && runs_the_window;
            if !self.to_accepting {
                self.holder = new.accepting.clone();
            }
            return;
        }
        let accepts = self.holder == new.accepting || (waited && self.holder.near(&new.accepting));
        (self.to_accepting, self.to_deciding, self.at_window) = (false, true, false);
        if !one && accepts {
            self.holder = new.accepting.clone();
        } else if self.holder.near(&new.deciding) {
            self.at_deciding(new);
        } else if !one && self.holder.near(&new.accepting) {
            self.holder = new.accepting.clone();
        } else if runs_the_window {
            (self.to_accepting, self.to_deciding, self.at_window) = (true, !one, true);
        }
    }
}

/// Each leg by whoever has the papers; before acceptance only what lies at another window.
///
/// CHOICE: who is no window of the case at all holds no role, beside not having the papers.
pub(super) fn pass_on(case: &Machine, act: &Act<'_>, next: &mut Machine, why: &mut Broken) {
    let papers = &case.papers;
    let called = papers.to_accepting || papers.to_deciding && case.stage == "accepted";
    if !called {
        return unless(false, "passing_called_for", why);
    }
    let window = act.body().is_some_and(|body| case.windows.contains(body) || *body == papers.holder);
    unless(window, "actor_holds_role", why);
    unless(act.is_of(&papers.holder), "papers_with_actor", why);
    if papers.to_accepting {
        (next.papers.at_window, next.papers.to_accepting) = (false, false);
        next.papers.holder = case.hands.accepting.clone();
    } else {
        next.papers.at_deciding(&case.hands);
    }
}
