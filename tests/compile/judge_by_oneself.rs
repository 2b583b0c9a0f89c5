//! 不得自行评判。 No bench but the machine's (C7): one that nobody was heard at would give its permit for nothing.

use tongquan::law::Bench;

fn hear_nobody() -> Bench {
    Bench::new()
}

fn main() {}
