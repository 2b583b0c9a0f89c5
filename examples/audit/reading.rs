//! Every line of every input, in turn.

use std::io::{self, BufRead};

use serde::de::DeserializeOwned;
use tongquan::text::Bilingual;

use super::{
    document::Document,
    lines::Lines,
    told::{Place, Told},
    unread::Unread,
};

/// Who takes lines of one kind.
pub(crate) trait Reading {
    type Line: DeserializeOwned;
    /// What a line is not that is something else, in Chinese and English.
    const NOT: (&'static str, &'static str);
    /// What a file should hold, in Chinese and English.
    const EACH: (&'static str, &'static str);
    /// How many lines go between two lines of progress.
    const STRIDE: u64;
    fn take(&mut self, place: &Place<'_>, line: Self::Line, text: &str, told: &mut Told<'_>) -> io::Result<()>;
    /// In how many cases there was something.
    fn found(&self) -> u64;
}

/// Inputs, and their names.
#[derive(Default)]
pub(crate) struct Inputs<'i> {
    names: Vec<String>,
    from: Vec<io::Result<Box<dyn BufRead + 'i>>>,
}

impl<'i> Inputs<'i> {
    pub(crate) fn add(&mut self, name: &str, from: Box<dyn BufRead + 'i>) {
        self.opened(name, Ok(from));
    }

    /// One that may not have been there.
    pub(crate) fn opened(&mut self, name: &str, from: io::Result<Box<dyn BufRead + 'i>>) {
        self.names.push(name.to_owned());
        self.from.push(from);
    }
}

/// What was not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missed {
    /// Lines.
    pub(crate) unread: u64,
    /// Inputs that could not be read: to their end, at all, or in any line.
    pub(crate) cut: u64,
}

impl Missed {
    pub(crate) const fn add(&mut self, other: Self) {
        self.unread = self.unread.saturating_add(other.unread);
        self.cut = self.cut.saturating_add(other.cut);
    }
}

/// Gives every line that can be read, and tells of every other one. An error is of what is written; one of what is read ends that input alone.
pub(crate) fn read<R: Reading>(to: &mut R, inputs: Inputs<'_>, told: &mut Told<'_>) -> io::Result<Missed> {
    let (mut missed, mut taken) = (Missed::default(), 0_u64);
    for (input, from) in inputs.from.into_iter().enumerate() {
        let place = |line| Place { inputs: &inputs.names, input, line };
        match from {
            Ok(from) => missed.add(one(to, from, place, &mut taken, told)?),
            Err(why) => {
                missed.cut += 1;
                let (zh, en) =
                    (format!("不能打开，未核查：{why}"), format!("it cannot be opened, and is not audited: {why}"));
                told.of_input(&place(0), &zh, &en)?;
            }
        }
    }
    Ok(missed)
}

fn one<'p, R: Reading>(
    to: &mut R,
    from: impl BufRead,
    place: impl Fn(u64) -> Place<'p>,
    taken: &mut u64,
    told: &mut Told<'_>,
) -> io::Result<Missed> {
    let (mut lines, mut missed, mut read) = (Lines::of(from), Missed::default(), 0_u64);
    match lines.ahead().map(Document::of::<R::Line>) {
        Ok(None) => {}
        Ok(Some(document)) => {
            let (zh, en) = document.told(R::EACH);
            told.of_input(&place(0), &zh, &en)?;
            return Ok(Missed { unread: 0, cut: 1 });
        }
        Err(why) => {
            broken_off(&place(1), &why, told)?;
            return Ok(Missed { unread: 0, cut: 1 });
        }
    }
    loop {
        let next = lines.number() + 1;
        let line = match lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => break,
            Err(why) => {
                missed.cut += 1;
                broken_off(&place(next), &why, told)?;
                break;
            }
        };
        let place = place(line.number);
        if line.marked {
            let en = "the byte order mark (BOM) before it is left out";
            told.of_line(&place, "开头的字节序标记（BOM）已略去", en)?;
        }
        let parsed = line.text.and_then(|it| match serde_json::from_str(it) {
            Ok(read) => Ok((read, it)),
            Err(why) => Err(Unread::of(it, &why, R::NOT)),
        });
        match parsed {
            Ok((line, text)) => {
                read += 1;
                to.take(&place, line, text, told)?;
            }
            Err(why) => {
                missed.unread += 1;
                told.of_line(&place, &why.zh(), &why.to_string())?;
            }
        }
        *taken += 1;
        if taken.is_multiple_of(R::STRIDE) {
            told.progress(&place, to.found())?;
        }
    }
    if read == 0 && missed.unread > 0 {
        missed.cut = 1;
        let (many, (zh, en)) = (missed.unread, R::EACH);
        let zh = format!("{many}行均不能读，未能核查：应为{zh}");
        told.of_input(
            &place(0),
            &zh,
            &format!("none of its {many} lines could be read, and no audit could be made: {en} is wanted"),
        )?;
    }
    Ok(missed)
}

fn broken_off(place: &Place<'_>, why: &io::Error, told: &mut Told<'_>) -> io::Result<()> {
    let zh = format!("自此读取中断，其后各行未核查：{why}");
    let en = format!("it cannot be read from here on, and what follows is not audited: {why}");
    told.of_line(place, &zh, &en)
}
