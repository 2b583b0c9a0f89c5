//! What is to become of a case, as far as it does not follow from the rules.

use tongquan::case::StageKind;

use super::{luck::Luck, shares::SHARES};

pub(crate) struct Fate {
    pub(crate) withdrawn: Option<StageKind>,
    pub(crate) on_spot: u32,
    pub(crate) turned_away: bool,
    pub(crate) unanswered: bool,
    pub(crate) asks_more: bool,
    pub(crate) silent: bool,
    pub(crate) in_parts: bool,
    pub(crate) not_in_form: bool,
    pub(crate) suspended: u32,
    pub(crate) extended: bool,
    pub(crate) moved: bool,
    pub(crate) late: bool,
    pub(crate) favourable: bool,
    /// Decided before every step was taken, where that may be.
    pub(crate) early: bool,
    pub(crate) optional: u32,
    pub(crate) repeated: u32,
    pub(crate) rejected: u32,
    pub(crate) forgotten: bool,
}

impl Fate {
    pub(crate) fn draw(luck: &mut Luck) -> Self {
        let stages = [StageKind::Filed, StageKind::Correcting, StageKind::Accepted, StageKind::Suspended];
        let withdrawn = stages.into_iter().zip(SHARES.withdrawn).find(|(_, share)| luck.chance(*share));
        let mut times = |share| u32::from(luck.chance(share)) + u32::from(luck.chance(share / 2));
        let (on_spot, suspended) = (times(SHARES.on_spot), times(SHARES.suspended));
        Self {
            withdrawn: withdrawn.map(|(stage, _)| stage),
            on_spot,
            suspended,
            turned_away: luck.chance(SHARES.turned_away),
            unanswered: luck.chance(SHARES.unanswered),
            asks_more: luck.chance(SHARES.asks_more),
            silent: luck.chance(SHARES.silent),
            in_parts: luck.chance(SHARES.in_parts),
            not_in_form: luck.chance(SHARES.not_in_form),
            extended: luck.chance(SHARES.extended),
            moved: luck.chance(SHARES.moved),
            late: luck.chance(SHARES.late),
            favourable: luck.chance(SHARES.favourable),
            early: luck.chance(500),
            optional: SHARES.optional_step,
            repeated: SHARES.repeated_step,
            rejected: SHARES.rejected,
            forgotten: luck.chance(SHARES.forgotten),
        }
    }

    /// Granted, in time and with every step, and nothing forgotten.
    pub(crate) fn whole(&mut self) -> &mut Self {
        *self = Self {
            withdrawn: None,
            turned_away: false,
            unanswered: false,
            silent: false,
            not_in_form: false,
            moved: false,
            late: false,
            favourable: true,
            early: false,
            forgotten: false,
            ..*self
        };
        self
    }
}
