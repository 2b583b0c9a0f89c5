//! C1 as a ladder: which modality the text asks for, for one item in one region (S54).

use super::items::{DIRECT, ENTRUSTED, REVIEW, WINDOW};

/// The modality, and whether there is a legal risk to be noted.
///
/// 不能授权和委托 is read as "neither the one nor the other": where only one of the two is
/// forbidden, the item is among those of the third rung, 无法直接下放和前移服务窗口办理.
pub fn rung(
    lacking: bool,
    forbids_authorising: bool,
    forbids_entrusting: bool,
    window_feasible: bool,
) -> (&'static str, bool) {
    let open = !forbids_authorising && !forbids_entrusting;
    let closed = forbids_authorising && forbids_entrusting;
    if lacking {
        return (ENTRUSTED, false);
    }
    if open {
        return (DIRECT, false);
    }
    if closed && window_feasible {
        return (WINDOW, false);
    }
    (REVIEW, forbids_entrusting)
}
