//! Where findings are told, and how far the audit has come.

use std::io::{self, Write};

use tongquan::Refusal;

use super::words::Words;

pub(crate) struct Told<'w> {
    pub(crate) words: Words,
    quiet: bool,
    out: &'w mut dyn Write,
    beside: &'w mut dyn Write,
}

/// A line of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place<'i> {
    /// The inputs' names.
    pub(crate) inputs: &'i [String],
    pub(crate) input: usize,
    pub(crate) line: u64,
}

impl Place<'_> {
    pub(crate) fn zh(&self) -> String {
        format!("{} 第{}行", self.name(), self.line)
    }
    pub(crate) fn en(&self) -> String {
        format!("{} line {}", self.name(), self.line)
    }
    fn name(&self) -> &str {
        self.inputs.get(self.input).map_or("-", String::as_str)
    }
}

impl<'w> Told<'w> {
    pub(crate) fn new(words: Words, quiet: bool, out: &'w mut dyn Write, beside: &'w mut dyn Write) -> Self {
        Self { words, quiet, out, beside }
    }

    pub(crate) fn line(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    pub(crate) fn say(&mut self, zh: &str, en: &str) -> io::Result<()> {
        self.line(&self.words.of(zh, en))
    }

    pub(crate) fn head(&mut self, zh: &str, en: &str) -> io::Result<()> {
        writeln!(self.out, "\n== {}", self.words.of(zh, en))
    }

    /// Something about a line.
    pub(crate) fn of_line(&mut self, place: &Place<'_>, zh: &str, en: &str) -> io::Result<()> {
        self.say(&format!("{}：{zh}", place.zh()), &format!("{}: {en}", place.en()))
    }

    /// Something about an input as a whole.
    pub(crate) fn of_input(&mut self, place: &Place<'_>, zh: &str, en: &str) -> io::Result<()> {
        let name = place.name();
        self.say(&format!("{name}：{zh}"), &format!("{name}: {en}"))
    }

    /// A breach: where, of which case, and at what; then each rule, a line each.
    pub(crate) fn breach(
        &mut self,
        place: &Place<'_>,
        case: &str,
        what: (&str, &str),
        why: &Refusal,
    ) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        let zh = format!("{}，办件{case}，{}", place.zh(), what.0);
        let en = format!("{}, case {case}, {}", place.en(), what.1);
        self.say(&zh, &en)?;
        for it in why.objections() {
            // a text that is quoted may have lines of its own
            let told = self.words.told(&it).replace('\n', "\n    ");
            writeln!(self.out, "  - {told}")?;
        }
        Ok(())
    }

    /// How far it has come. What was found so far is then told too.
    pub(crate) fn progress(&mut self, place: &Place<'_>, found: u64) -> io::Result<()> {
        self.out.flush()?;
        let zh = format!("{}：{found}件有违规环节", place.zh());
        let en = format!("{}: {found} cases with breaches", place.en());
        writeln!(self.beside, "{}", self.words.of(&zh, &en))
    }
}
