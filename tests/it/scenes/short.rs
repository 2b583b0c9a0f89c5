//! Offices where something is missing that lets a case go on, but not to its end (S11).

use tongquan::{Region, Venue, case::StageKind};

use super::{
    Scene,
    list::{Cast, online},
    offices::Kept,
};

impl Kept {
    /// Whether something is missing that does not move the route.
    pub(crate) const fn is_short(self) -> bool {
        matches!(self, Self::Bookless | Self::Sealless | Self::Seatless)
    }
}

impl Scene {
    /// Stages that no case of it comes to, for want of what is missing.
    pub(crate) fn out_of_reach(&self) -> &'static [StageKind] {
        match self.kept {
            // S37, S3: only a handbook says what suspends a case, how long papers are waited for, and that there is a licence
            Kept::Bookless => &[StageKind::Suspended, StageKind::Lapsed, StageKind::Licensed],
            // S11: it moves up to sealing, and waits
            Kept::Sealless if self.needs_seal_no2() => {
                &[StageKind::Sealed, StageKind::Licensed, StageKind::Concluded, StageKind::Closed]
            }
            // C12: what cannot be told to a seat stays open
            Kept::Seatless if self.pushes() => &[StageKind::Closed],
            _ => &[],
        }
    }

    pub(crate) fn reaches(&self, stage: StageKind) -> bool {
        !self.out_of_reach().contains(&stage)
    }
}

/// A handbook is asked by every standing; a Seal No. 2 under review; the seats where the approval bureau decided, with and without a city
/// department that stands in.
const SHORT: [(Kept, &[&str]); 3] = [
    (
        Kept::Bookless,
        &[
            "WS-001", "XK-001", "XK-002", "XK-003", "XK-004", "XK-005", "A1-33", "A1-61", "A2-1", "A2-6", "A2-8",
            "A2-14",
        ],
    ),
    (Kept::Sealless, &["XK-003", "A1-33"]),
    (Kept::Seatless, &["XK-002", "XK-003", "A1-33", "A1-13", "A2-2", "A2-6", "A2-14"]),
];

/// At the counter, and of some licences where they are taken in and passed on.
pub(super) fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (kept, keys) in SHORT {
        for key in keys {
            let region = Region::Wenshang;
            let mut cast = Cast { scenes: &mut scenes, kept, key, region, crossing: false, fallen_back: false };
            cast.at_the_counter();
            if matches!(*key, "XK-003" | "XK-004") {
                cast.at(Venue::Online, "pass_on", Some(online()));
            }
        }
    }
    assert!(scenes.iter().all(|it| !it.out_of_reach().is_empty()), "what is missing makes a difference");
    scenes
}
