//! What the examples say, in either language.

use tongquan::{Refusal, law::Fact, text::Bilingual};

/// Which language to speak.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) chinese: bool,
}

impl Words {
    /// As the command line asks: `--lang zh`, which is so if nothing is said, or `--lang en`.
    pub(crate) fn asked(program: &str) -> Result<Self, String> {
        #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] | ["--lang", "zh"] => Ok(Self { chinese: true }),
            ["--lang", "en"] => Ok(Self { chinese: false }),
            _ => Err(format!("usage: {program} [--lang zh|en]")),
        }
    }
    pub(crate) fn of(self, zh: &str, en: &str) -> String {
        if self.chinese { zh } else { en }.to_owned()
    }
    pub(crate) fn say(self, zh: &str, en: &str) {
        println!("{}", self.of(zh, en));
    }
    pub(crate) fn head(self, zh: &str, en: &str) {
        println!("\n== {}", self.of(zh, en));
    }
    /// The crate's own words come in both languages.
    pub(crate) fn told(self, it: &impl Bilingual) -> String {
        if self.chinese { it.zh() } else { it.to_string() }
    }
    /// The same of a fact.
    pub(crate) fn fact(self, it: impl Into<Fact>) -> String {
        self.told(&it.into())
    }
    /// Every reason, one a line.
    pub(crate) fn refusal(self, why: &Refusal) {
        for it in why.objections() {
            println!("      - {}", self.told(&it));
        }
    }
}
