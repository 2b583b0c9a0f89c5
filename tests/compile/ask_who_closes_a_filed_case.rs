//! 没有的环节没有角色。 Nobody holds the role of a step that the stage does not have (C7): who closes what was only taken in?

use tongquan::case::{Listed, Role, stage::Filed, steps::Close};

const WHO: Role = <Close as Listed<Filed>>::ROLE;

fn main() {}
