//! 流转记录不得自行担保。 A record that was read is compared with the registers, and not declared to agree with them (S33).

use tongquan::Record;

fn vouch(mut record: Record) {
    record.vouch();
}

fn main() {}
