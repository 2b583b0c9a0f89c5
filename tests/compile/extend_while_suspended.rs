//! 中止期间不得延期。 No extension while a proceeding has the clock stand (APL42x, APL45): the limit does not run.

use tongquan::{
    Case, Office, Stamp,
    case::{
        stage::Accepted,
        steps::{Extend, Suspend},
    },
};

fn extend(case: Case<Accepted>, proceeding: Suspend, extension: Extend, stamp: Stamp, office: &Office) {
    if let Ok(suspended) = case.apply(proceeding, stamp.clone(), office) {
        let _ = suspended.apply(extension, stamp, office);
    }
}

fn main() {}
