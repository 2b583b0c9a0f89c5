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
        (self.to_accepting, self.to_deciding) = (false, false);
    }

    /// S50: accepted wherever the papers are. CHOICE: if who decides runs the window where they are, he has them.
    pub(super) fn deemed(&mut self, hands: &Hands) {
        if self.holder == hands.deciding {
            self.at_deciding(hands);
        }
    }

    /// S51: while corrections are awaited, acceptance may come first and passing on after it. CHOICE: it then goes
    /// straight to who decides.
    pub(super) fn accepted(&mut self, hands: &Hands) {
        if !self.to_accepting {
            return;
        }
        if self.holder.near(&hands.deciding) {
            self.at_deciding(hands);
        } else {
            (self.to_accepting, self.to_deciding) = (false, true);
        }
    }

    /// S51, after a move to a later edition. CHOICE: what was still to be passed on stays so where the move gives the case
    /// to nobody of another tier or region.
    pub(super) fn moved(&mut self, stage: &str, old: &Hands, new: &Hands) {
        let before_acceptance = ["filed", "correcting"].contains(&stage);
        let same = old.accepting.near(&new.accepting) && old.deciding.near(&new.deciding);
        let one = |hands: &Hands| hands.accepting == hands.deciding;
        if same && one(old) == one(new) {
            if !self.to_accepting {
                let at = if self.to_deciding { &new.accepting } else { &new.deciding };
                // what was accepted first lies with neither
                if self.holder.near(at) {
                    self.holder = at.clone();
                }
            }
            return;
        }
        if before_acceptance {
            self.to_accepting = !self.holder.near(&new.accepting);
            self.to_deciding = !one(new);
            if !self.to_accepting {
                self.holder = new.accepting.clone();
            }
        } else if self.holder.near(&new.deciding) {
            self.at_deciding(new);
        } else if self.to_accepting {
            // deemed accepted, and still at the first window: the legs are those of the new route
            self.to_accepting = !self.holder.near(&new.accepting);
            self.to_deciding = !one(new) || !self.to_accepting;
        } else {
            self.to_deciding = true;
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
        next.papers.to_accepting = false;
        next.papers.holder = case.hands.accepting.clone();
    } else {
        next.papers.at_deciding(&case.hands);
    }
}
