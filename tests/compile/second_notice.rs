//! 补正只告知一次。 One notice of corrections, and no second one (APL32d, OBE36): after it the applicant corrects.

use tongquan::{
    Case, Office, Stamp,
    case::{stage::Filed, steps::AskForCorrections},
};

fn ask_twice(case: Case<Filed>, notice: AskForCorrections, stamp: Stamp, office: &Office) {
    if let Ok(correcting) = case.apply(notice.clone(), stamp.clone(), office) {
        let _ = correcting.apply(notice, stamp, office);
    }
}

fn main() {}
