//! 归档的办件不得重开。 No arc is added to a stage that ends (C7, S26): neither the stage nor the step is one's own.

use tongquan::case::{Entry, Listed, Role, StepKind, Taken, stage::Closed, steps::Withdraw};

impl Listed<Closed> for Withdraw {
    const KIND: StepKind = StepKind::Withdraw;
    const ROLE: Role = Role::Applicant;

    fn entry(taken: Taken<Self>) -> Entry {
        Entry::Withdraw(taken)
    }
}

fn main() {}
