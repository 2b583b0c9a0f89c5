//! The lines of a simulation, each drawn by itself from the seed and its number.

use tongquan::{AnyCase, Journal};

use super::{
    Fallible,
    course::Course,
    fate::Fate,
    faults::{Fault, KINDS},
    intake::{Application, Wish},
    luck::Luck,
    shares::SHARES,
    world::World,
};

/// One journal, and what was planted in it.
pub(crate) struct Line {
    pub(crate) journal: Journal,
    pub(crate) fault: Option<Fault>,
}

/// What is drawn: by which seed, and how many of a hundred journals have a fault.
#[derive(Clone, Copy)]
pub(crate) struct Draw {
    pub(crate) seed: u64,
    pub(crate) faults: u64,
}

impl Draw {
    /// The line of a number, counted from 1. It depends on no other number of lines.
    pub(crate) fn line(self, world: &World, line: u64) -> Fallible<Line> {
        match self.turn(line) {
            None => Ok(Line { journal: self.lawful(world, line)?.into(), fault: None }),
            Some(turn) => self.planted(world, line, turn),
        }
    }

    /// The so-many-eth fault, where the line has one: they are spread evenly, and each kind has its turn.
    fn turn(self, line: u64) -> Option<u64> {
        let before = |line: u64| line * self.faults / 100;
        (before(line) > before(line - 1)).then(|| before(line - 1))
    }

    fn lawful(self, world: &World, line: u64) -> Fallible<AnyCase> {
        let luck = &mut Luck::of(self.seed, line);
        if line > 1 && luck.chance(SHARES.again) {
            let back = luck.between(1, u32::try_from(line - 1).unwrap_or(u32::MAX).min(LOOKS_BACK));
            let before = line - u64::from(back);
            if self.turn(before).is_none()
                && let Some(application) = Application::again(world, line, &self.lawful(world, before)?, luck)?
            {
                return run(world, line, application, |_| {}, luck);
            }
        }
        loop {
            if let Some(application) = Application::draw(world, line, &Wish::NONE, luck)? {
                return run(world, line, application, |_| {}, luck);
            }
        }
    }

    /// A case that allows the fault whose turn it is, or else the next.
    fn planted(self, world: &World, line: u64, turn: u64) -> Fallible<Line> {
        let luck = &mut Luck::of(self.seed, line);
        let first = usize::try_from(turn)? % KINDS.len();
        for kind in KINDS.iter().cycle().skip(first).take(KINDS.len()) {
            for _ in 0..TRIES {
                let Some(application) = Application::draw(world, line, &kind.wish, luck)? else { continue };
                let case = run(world, line, application, kind.wish.shape, luck)?;
                if let Some((journal, fault)) = kind.plant(world, line, &case, luck)? {
                    return Ok(Line { journal, fault: Some(fault) });
                }
            }
        }
        Err(format!("line {line}: no case was found in which something can be planted").into())
    }
}

/// How far back the case is looked for that a filing may follow.
const LOOKS_BACK: u32 = 400;
/// How many cases are tried for one kind of fault.
const TRIES: u32 = 24;

fn run(world: &World, line: u64, it: Application, shape: fn(&mut Fate), luck: &mut Luck) -> Fallible<AnyCase> {
    let case = it.file(world, luck)?;
    let mut fate = Fate::draw(luck);
    shape(&mut fate);
    Course::new(world, line, fate, luck).run(case)
}

/// The first lines of a simulation, in memory.
pub(crate) fn planted(world: &World, lines: u64, draw: Draw) -> Fallible<Vec<Line>> {
    (1..=lines).map(|line| draw.line(world, line)).collect()
}
