//! The whole matrix: 76 items × 15 regions × two scopes.
//!
//! `cargo run --example matrix` prints a table for people; with `--csv`, one row per item, region and scope for programs.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    process::ExitCode,
};

use tongquan::{
    Edition, Item, Key, Modality, Region, Route, Scope, Source, Standing,
    route::{Answer, NoRoute},
};

const HEADER: [&str; 13] = [
    "annex",
    "item",
    "name",
    "region",
    "scope",
    "modality",
    "intake",
    "accepts",
    "decides",
    "seal",
    "answers",
    "respondent",
    "basis",
];

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let printed = match arguments.as_slice() {
        [] => print_table(&mut io::stdout().lock()),
        [csv] if csv == "--csv" => print_csv(&mut io::stdout().lock()),
        _ => {
            eprintln!("usage: matrix [--csv]");
            return ExitCode::FAILURE;
        }
    };
    match printed {
        // whoever reads may have seen enough, as `head` does
        Err(why) if why.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn print_csv(to: &mut dyn Write) -> io::Result<()> {
    let mut out = csv::Writer::from_writer(to);
    out.write_record(HEADER)?;
    for item in Edition::built_in().items() {
        for region in Region::all() {
            for scope in [Scope::WITHIN, crossing(region)] {
                out.write_record(row(item, region, scope))?;
            }
        }
    }
    out.flush()
}

/// A matter that touches a second region, whichever.
fn crossing(home: Region) -> Scope {
    Scope::touching(Region::all().find(|other| *other != home))
}

fn row(item: Item<'_>, region: Region, scope: Scope) -> Vec<String> {
    let (annex, number) = match item.key() {
        Key::Annex1(number) => ("1", number.to_string()),
        Key::Annex2(number) => ("2", number.to_string()),
        Key::Own(mark) => ("", mark.to_string()),
    };
    let mut row: Vec<String> =
        [annex, &number, item.name(), region.label(), scope.label(region)].map(str::to_owned).into();
    match Route::of(item, region, scope) {
        Ok(route) => row.extend(answers(&route)),
        Err(none) => row.extend(open(&none)),
    }
    row
}

fn answers(route: &Route<'_>) -> [String; 8] {
    let mut basis = Basis::default();
    basis.add(route.why().basis);
    let mut told = |answer: Answer<tongquan::Party<'_>>| {
        basis.add(answer.basis);
        answer.is.zh()
    };
    let (intake, accepts, decides) = (told(route.intake()), told(route.acceptance()), told(route.decision()));
    let mut answers = told(route.answers());
    if let Some(intake) = route.answers_for_intake() {
        answers = format!("{answers}；{}（收件环节）", told(intake));
    }
    basis.add(route.seal().basis);
    let respondent = route.respondent();
    let law: Vec<Source> = respondent.litigation().chain(respondent.reconsideration()).map(Source::Article).collect();
    basis.add(&law);
    let contested = if respondent.is_contested() { "（有争议）" } else { "" };
    [
        route.standing().label().to_owned(),
        intake,
        accepts,
        decides,
        route.seal().is.label().to_owned(),
        answers,
        format!("{}{contested}", respondent.who().zh()),
        basis.told(),
    ]
}

/// Nobody is named: the region must choose, or the text is silent.
fn open(none: &NoRoute) -> [String; 8] {
    let mut basis = Basis::default();
    basis.add(none.basis());
    let standing = none.standing().map_or("未定", Standing::label);
    let open = || "未定".to_owned();
    [standing.to_owned(), open(), open(), open(), open(), open(), open(), basis.told()]
}

/// Sources in the order in which they were first cited.
#[derive(Default)]
struct Basis {
    seen: BTreeSet<Source>,
    cited: Vec<&'static str>,
}

impl Basis {
    fn add(&mut self, sources: &[Source]) {
        for source in sources {
            if self.seen.insert(*source) {
                self.cited.push(source.id());
            }
        }
    }
    fn told(&self) -> String {
        self.cited.join(" ")
    }
}

fn print_table(to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "每格为本区域事项的同权方式；跨县市区的，附件1由市级保留（C2），附件2文件未定（S23）。")?;
    writeln!(
        to,
        "直 直接下放　窗 窗口前移　审 下放实质性审核权　收 委托收件、受审分离　市 暂不下放　择 由本区域自行确定\n"
    )?;
    for line in 0..2 {
        let heads: String = HEADS.iter().filter_map(|head| head.chars().nth(line)).map(|c| format!(" {c}")).collect();
        writeln!(to, "      {heads}")?;
    }
    for item in Edition::built_in().items() {
        let cells: String = Region::all().map(|region| format!(" {}", sign(item.cell(region).standing))).collect();
        let department = item.department().map_or("", |it| it.label());
        writeln!(to, "{:<6}{cells}  {}　{department}", item.key().to_string(), item.name())?;
    }
    Ok(())
}

/// Two characters that tell the regions apart, in their order.
const HEADS: [&str; Region::COUNT] = [
    "任城", "兖州", "微山", "鱼台", "金乡", "嘉祥", "汶上", "泗水", "梁山", "曲阜", "邹城", "高新", "太白", "经开",
    "示范",
];

fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Devolved(Modality::Direct) => "直",
        Standing::Devolved(Modality::Window) => "窗",
        Standing::Devolved(Modality::Review) => "审",
        Standing::Devolved(Modality::Intake) => "收",
        Standing::NotDevolved => "市",
        Standing::RegionChooses => "择",
        Standing::Chosen(_) | Standing::Original | Standing::Reserved | Standing::Unresolved => "－",
    }
}
