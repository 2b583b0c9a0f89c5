//! 决定之后不得当作未决。 What a service does before the decision, it does not do to a decided case (C7, S26).

use tongquan::{
    Case,
    case::stage::{BeforeDecision, Decided},
};

fn tell_that_it_may_be_withdrawn<S: BeforeDecision>(_: &Case<S>) {}

fn tell(decided: &Case<Decided>) {
    tell_that_it_may_be_withdrawn(decided);
}

fn main() {}
