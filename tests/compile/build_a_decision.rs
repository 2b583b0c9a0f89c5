//! 决定不得自造。 No decision is built by hand (C7): it is made by a step of the deciding body.

use tongquan::{Moment, case::stage::Decision};

fn grant(at: Moment) -> Decision {
    Decision { favourable: true, at }
}

fn main() {}
