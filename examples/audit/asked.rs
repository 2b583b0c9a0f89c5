//! What the command line asks for.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{files, words::Words};

pub(crate) struct Asked {
    pub(crate) words: Words,
    pub(crate) office: Option<PathBuf>,
    /// As of which day cases are counted.
    pub(crate) day: NaiveDate,
    /// Whether the lines are events of a plain log.
    pub(crate) log: bool,
    /// What was filed in the cases of a plain log.
    pub(crate) cases: Option<PathBuf>,
    /// Whether breaches are counted and not told one by one.
    pub(crate) quiet: bool,
    /// How many case numbers are remembered, to find those that come again.
    pub(crate) remember: usize,
    pub(crate) files: Vec<PathBuf>,
}

pub(crate) enum Wanted {
    Audit(Box<Asked>),
    Usage,
}

pub(crate) const USAGE: &str = "\
用法 usage: audit [--office FILE] [--on DAY] [--quiet] [--remember N] [--lang zh|en] [FILE …]
            audit --log [--cases FILE [--office FILE]] [--quiet] [--lang zh|en] [FILE …]

FILE …         JSON Lines；未写明或写作 - 的为标准输入 / JSON Lines; standard input where none is named, or by -
--office FILE  登记，流转记录据以核查；与 --log 同用时，收件据以定路径 / the registers that journals are held against; with --log, that filings are routed by
--on DAY       统计截至之日，未写明为今日 / as of which day cases are counted: YYYY-MM-DD, today where nothing is said
--log          各行为普通日志的一项：case, activity, at, by，同一办件的按时间先后 / the lines are events of a plain log, those of a case in the order of time
--cases FILE   普通日志各办件的收件，一行一件 / what was filed in the cases of a plain log, a line each
--quiet        只列合计 / tell the counts alone
--remember N   记住多少件编号以查重复，每件36字节 / how many case numbers are remembered, to find those that come again: 36 bytes each
--lang zh|en   语言 / language
--help         本说明 / this

0：未发现问题；1：有发现；2：未能核查，或未能查完 / exit status 0: nothing found; 1: something; 2: no audit could be made, or not to its end
";

/// As many cases as the city has in a year, and some.
const REMEMBERED: usize = 1_500_000;

impl Asked {
    pub(crate) fn of(arguments: impl IntoIterator<Item = String>) -> Result<Wanted, String> {
        let mut asked = Self {
            words: Words { chinese: true },
            office: None,
            day: files::today(),
            log: false,
            cases: None,
            quiet: false,
            remember: REMEMBERED,
            files: Vec::new(),
        };
        let mut named = Vec::new();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let told = |why: &str| format!("{argument}: {why}\n\n{USAGE}");
            let mut value = || arguments.next().ok_or_else(|| told("缺少其值 / its value is missing"));
            match argument.as_str() {
                "--help" | "-h" => return Ok(Wanted::Usage),
                "--office" => asked.office = Some(value()?.into()),
                "--cases" => asked.cases = Some(value()?.into()),
                "--on" => asked.day = value()?.parse().map_err(|_| told("应为 YYYY-MM-DD / a day is YYYY-MM-DD"))?,
                "--remember" => asked.remember = value()?.parse().map_err(|_| told("应为数 / a number is wanted"))?,
                "--log" => asked.log = true,
                "--quiet" => asked.quiet = true,
                "--lang" => {
                    asked.words.chinese = match value()?.as_str() {
                        "zh" => true,
                        "en" => false,
                        _ => return Err(told("只能为 zh 或 en / either zh or en")),
                    }
                }
                it if it.starts_with('-') && it != "-" => return Err(told("不识此项 / there is no such option")),
                it => asked.files.push(it.into()),
            }
            named.push(argument);
        }
        let has = |it: &str| named.iter().any(|named| named == it);
        for (option, amiss, why) in [
            ("--cases", !asked.log, "只与 --log 同用 / it goes with --log"),
            ("--on", asked.log, "不与 --log 同用 / it does not go with --log"),
            ("--remember", asked.log, "不与 --log 同用 / it does not go with --log"),
            (
                "--office",
                asked.log && asked.cases.is_none(),
                "与 --log 同用时须有 --cases / with --log it goes with --cases",
            ),
        ] {
            if amiss && has(option) {
                return Err(format!("{option}: {why}\n\n{USAGE}"));
            }
        }
        Ok(Wanted::Audit(Box::new(asked)))
    }
}
