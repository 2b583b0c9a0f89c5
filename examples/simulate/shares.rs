//! How often what happens: the shares that shape a simulation, in one table.

/// Of a thousand, each time that it can happen.
pub(crate) struct Shares {
    /// Papers handed in at another window than the competent one.
    pub(crate) elsewhere: u32,
    /// Papers that come in on any day, at any hour, where the window never closes.
    pub(crate) any_hour: u32,
    /// Formerly-city matters that touch a second region.
    pub(crate) crossing: u32,
    /// Filings that follow an earlier case of the same matter that was not accepted, withdrawn or lapsed, where there is one.
    pub(crate) again: u32,
    /// Filings with everything that is required.
    pub(crate) complete: u32,
    /// A slip put right at the window, again and again.
    pub(crate) on_spot: u32,
    /// Turned away before any notice.
    pub(crate) turned_away: u32,
    /// Licences that nobody answers within five working days.
    pub(crate) unanswered: u32,
    /// A notice that names a paper beside what is missing: one that is not in form, or may be added.
    pub(crate) asks_more: u32,
    /// Corrections that never come.
    pub(crate) silent: u32,
    /// Corrections handed in in two parts.
    pub(crate) in_parts: u32,
    /// Corrections that are still not in form.
    pub(crate) not_in_form: u32,
    /// To be taken back while it is filed, corrected, under review, suspended; half of them go on before it comes to that.
    pub(crate) withdrawn: [u32; 4],
    /// Cases that wait for a proceeding, once more for a second one.
    pub(crate) suspended: u32,
    /// Licences whose limit is extended.
    pub(crate) extended: u32,
    /// Running cases that move on to a later edition, where there is one.
    pub(crate) moved: u32,
    /// Steps that the standard leaves open, taken.
    pub(crate) optional_step: u32,
    /// Steps that may be repeated, repeated.
    pub(crate) repeated_step: u32,
    /// Cases that take far longer than promised.
    pub(crate) late: u32,
    /// Decisions that grant what was applied for.
    pub(crate) favourable: u32,
    /// A report or push sent or answered before the next step of the case itself.
    pub(crate) message_first: u32,
    /// Reports and pushes that the addressee sends back.
    pub(crate) rejected: u32,
    /// Concluded cases whose messages nobody looks after.
    pub(crate) forgotten: u32,
}

/// Invented, and of a plausible size.
pub(crate) const SHARES: Shares = Shares {
    elsewhere: 170,
    any_hour: 400,
    crossing: 12,
    again: 60,
    complete: 640,
    on_spot: 90,
    turned_away: 22,
    unanswered: 25,
    asks_more: 120,
    silent: 70,
    in_parts: 220,
    not_in_form: 45,
    withdrawn: [14, 40, 14, 120],
    suspended: 70,
    extended: 90,
    moved: 250,
    optional_step: 350,
    repeated_step: 150,
    late: 45,
    favourable: 935,
    message_first: 180,
    rejected: 35,
    forgotten: 30,
};

/// 一年中各月: of how many filings each month has, January first.
pub(crate) const MONTHS: [u32; 12] = [68, 52, 104, 96, 84, 92, 80, 78, 94, 72, 96, 84];

/// 办件量: how much comes in of an item; those not named here are rare, those at zero have none.
pub(crate) const VOLUMES: &[(&str, u32)] = &[
    ("A1-1", 40),
    ("A1-2", 90),
    ("A1-3", 70),
    ("A1-7", 25),
    ("A1-8", 0),
    ("A1-10", 60),
    ("A1-11", 45),
    ("A1-13", 80),
    ("A1-16", 110),
    ("A1-17", 50),
    ("A1-19", 25),
    ("A1-20", 30),
    ("A1-23", 40),
    ("A1-24", 30),
    ("A1-26", 25),
    ("A1-28", 0),
    ("A1-31", 140),
    ("A1-32", 60),
    ("A1-33", 45),
    ("A1-35", 55),
    ("A1-36", 20),
    ("A1-38", 65),
    ("A1-40", 75),
    ("A1-44", 35),
    ("A1-45", 4),
    ("A1-47", 30),
    ("A1-48", 420),
    ("A1-49", 180),
    ("A1-51", 0),
    ("A1-53", 45),
    ("A1-56", 60),
    ("A1-57", 150),
    ("A1-58", 80),
    ("A1-59", 25),
    ("A1-60", 30),
    ("A1-61", 120),
    ("A2-1", 60),
    ("A2-2", 30),
    ("A2-3", 45),
    ("A2-6", 0),
    ("A2-7", 260),
    ("A2-8", 160),
    ("A2-9", 110),
    ("A2-11", 70),
    ("A2-12", 140),
    ("A2-14", 90),
    ("XK-1", 130),
    ("XK-2", 70),
    ("XK-3", 120),
    ("XK-4", 90),
    ("XK-5", 60),
    ("XK-6", 110),
    ("YS-1", 90),
    ("YS-2", 60),
];

/// That of an item that the table does not name.
pub(crate) const RARE: u32 = 8;

/// The region that no place resolves to counts as a small one.
pub(crate) const NO_VILLAGES: u32 = 40;
