//! The tables in the source are what the seeds say, and seeds that cannot be right are refused by file and line.

use std::{
    fs,
    path::{Path, PathBuf},
};

#[path = "../../seeds/generate/main.rs"]
mod generate;

const SEEDS: [&str; 13] = [
    "annex1.tsv",
    "annex2.tsv",
    "articles.tsv",
    "calendar.tsv",
    "clauses.tsv",
    "departments.tsv",
    "duties.tsv",
    "glossary.tsv",
    "regions.tsv",
    "silences.tsv",
    "townships.tsv",
    "villages.tsv",
    "zone_overlay.tsv",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
#[expect(
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a test of files reads files, and fails where there are none"
)]
fn text(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The rows of a seed, without its header.
#[track_caller]
fn seed(file: &str) -> Vec<Vec<String>> {
    let text = text(root(), &format!("seeds/{file}"));
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// How many rows of a seed have that word in that column.
#[track_caller]
fn count(file: &str, column: usize, word: &str) -> usize {
    seed(file).iter().filter(|row| row.get(column).is_some_and(|cell| cell == word)).count()
}

/// A seed as the broken copies start from: whole, but of the villages only those of three townships, for speed.
#[track_caller]
fn sample(file: &str) -> String {
    let whole = text(root(), &format!("seeds/{file}"));
    let kept = ["code", "370811002", "370811005", "370871005"];
    let keep = |line: &&str| file != "villages.tsv" || kept.iter().any(|code| line.starts_with(code));
    whole.lines().filter(keep).map(|line| line.to_owned() + "\n").collect()
}

/// A copy of all seeds in a directory of its own, gone when dropped.
struct Copied(PathBuf);

impl Copied {
    #[expect(clippy::unwrap_used, reason = "a test that cannot copy its files fails")]
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("tongquan-tables-{}-{name}", std::process::id()));
        let copy = Self(root);
        fs::create_dir_all(copy.0.join("seeds")).unwrap();
        for file in SEEDS {
            copy.write(file, &sample(file));
        }
        copy
    }

    #[expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test of broken files writes them")]
    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join("seeds").join(file), text).unwrap();
    }

    /// What the generator says of a seed put in place of its own, which is put back afterwards.
    #[track_caller]
    #[expect(clippy::panic, reason = "fails the test")]
    fn told(&self, file: &str, broken: &str) -> String {
        self.write(file, broken);
        let told = match generate::tables(&self.0) {
            Ok(_) => panic!("{file} was taken although broken"),
            Err(fault) => fault.to_string(),
        };
        self.write(file, &sample(file));
        told
    }

    /// As [`Self::told`], of a seed with one cell changed; lines count from 1, columns from 0.
    #[track_caller]
    fn told_of_cell(&self, file: &str, line: usize, column: usize, cell: &str) -> String {
        let edit = |at, old: &str| if at == (line, column) { cell.to_owned() } else { old.to_owned() };
        let lines = sample(file);
        let lines = (1..).zip(lines.lines()).map(|(line, row)| {
            let cells: Vec<String> =
                (0..).zip(row.split('\t')).map(|(column, old)| edit((line, column), old)).collect();
            cells.join("\t")
        });
        let broken: String = lines.map(|line| line + "\n").collect();
        self.told(file, &broken)
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn checked_in_tables_are_fresh() {
    let tables = generate::tables(root()).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(tables.len(), 9);
    let stale: Vec<&str> =
        tables.iter().filter(|(path, fresh)| text(root(), path) != *fresh).map(|(path, _)| *path).collect();
    assert!(stale.is_empty(), "not what the seeds say: {stale:?}; run seeds/generate from the root of the package");
}

#[test]
fn the_seeds_hold_the_counts_of_the_document_and_of_the_national_list() {
    let of = |file: &str, column: usize, words: &[&str]| -> Vec<usize> {
        words.iter().map(|word| count(file, column, word)).collect()
    };
    let modalities = ["直接下放", "窗口前移", "下放实质性审核权", "委托收件、受审分离"];
    let kinds = ["其他行政权力", "行政确认", "公共服务", "行政许可"];
    assert_eq!(seed("annex1.tsv").len(), 61);
    assert_eq!(seed("annex2.tsv").len(), 15);
    assert_eq!(of("annex1.tsv", 4, &modalities), [19, 11, 30, 1]);
    assert_eq!(of("annex1.tsv", 3, &kinds), [49, 9, 3, 0]);
    assert_eq!(of("annex2.tsv", 2, &kinds), [0, 0, 8, 7]);
    assert_eq!(61 - count("annex1.tsv", 5, "-"), 10, "items with a remark");

    assert_eq!(seed("townships.tsv").len(), 158);
    assert_eq!(of("townships.tsv", 2, &["subdistrict", "town", "township", "quasi"]), [49, 103, 4, 2]);
    assert_eq!(seed("villages.tsv").len(), 4927);
    assert_eq!(of("villages.tsv", 3, &["village", "neighbourhood", "quasi"]), [4481, 407, 39]);
    assert_eq!(seed("zone_overlay.tsv").len(), 9);

    assert_eq!(of("regions.tsv", 1, &["district", "county", "county_city", "zone"]), [2, 7, 2, 4]);
    assert_eq!(count("regions.tsv", 7, "yes"), 14, "centres at county level");
    assert_eq!(seed("departments.tsv").len(), 15);
    for (row, it) in seed("departments.tsv").iter().zip(tongquan::Department::all()) {
        assert_eq!([&row[1], &row[2], &row[3]], [it.label(), it.english(), it.source()]);
    }
    assert_eq!(seed("clauses.tsv").len(), 22);
    assert_eq!(seed("duties.tsv").len(), 44);
    assert_eq!(seed("silences.tsv").len(), 64);
    assert_eq!(seed("calendar.tsv").len(), 282);
    let mut articles: Vec<String> = seed("articles.tsv").into_iter().filter_map(|row| row.into_iter().next()).collect();
    articles.dedup();
    assert_eq!(articles.len(), 49);
}

#[test]
fn every_kind_of_bad_seed_is_refused_with_file_and_line() {
    let cells: [(&str, usize, usize, &str, &str); 75] = [
        // any seed
        ("annex1.tsv", 5, 2, "", r#"name is empty; a blank cell is "-""#),
        (
            "annex1.tsv",
            5,
            2,
            " 房地产估价机构备案",
            r#"name " 房地产估价机构备案" has blanks around it or control characters in it"#,
        ),
        ("annex1.tsv", 5, 2, "房地产\r备案", r#"name "房地产\r备案" has blanks around it or control characters in it"#),
        ("annex1.tsv", 5, 2, "-", "name is blank"),
        ("annex1.tsv", 5, 5, "-\t-", "7 columns instead of 6"),
        ("villages.tsv", 1, 3, "sort", r#"the header is not "code name township kind source""#),
        // the annexes
        ("annex1.tsv", 21, 0, "21", r#"number "21" stands where 20 is due"#),
        ("annex1.tsv", 21, 1, "市教育局", r#"unknown department "市教育局""#),
        ("annex1.tsv", 3, 2, "测绘项目登记", r#"name "测绘项目登记" stands at seeds/annex1.tsv:2 already"#),
        ("annex1.tsv", 21, 3, "行政处罚", r#"unknown kind "行政处罚""#),
        ("annex1.tsv", 21, 4, "下放", r#"unknown modality "下放""#),
        ("annex1.tsv", 21, 5, "暂不下放", r#"unknown remark "暂不下放""#),
        ("annex2.tsv", 2, 0, "02", r#"number "02" stands where 1 is due"#),
        ("annex2.tsv", 2, 1, "测绘项目登记", r#"name "测绘项目登记" stands at seeds/annex1.tsv:2 already"#),
        ("annex2.tsv", 2, 2, "许可", r#"unknown kind "许可""#),
        ("annex2.tsv", 2, 3, "暂不向各功能区下放", r#"unknown remark "暂不向各功能区下放""#),
        // departments
        (
            "departments.tsv",
            3,
            0,
            "ecology",
            r#"id "ecology" is not an upper-case letter followed by letters and digits"#,
        ),
        ("departments.tsv", 16, 0, "Ecology", r#"id "Ecology" stands at seeds/departments.tsv:3 already"#),
        ("departments.tsv", 16, 3, "-", "source is blank"),
        // regions
        ("regions.tsv", 2, 1, "city", r#"unknown kind "city""#),
        ("regions.tsv", 3, 4, "任城", r#""任城" of 兖州区 can be confused with 任城区"#),
        ("regions.tsv", 16, 4, "济宁市曲阜", r#""济宁市曲阜" of 曲阜文化建设示范区 can be confused with 曲阜市"#),
        ("regions.tsv", 2, 4, "济宁", r#""济宁" is the city's name"#),
        ("regions.tsv", 2, 4, "任城；任城", r#"name "任城" stands at seeds/regions.tsv:2 already"#),
        ("regions.tsv", 2, 4, "任城；", r#"aliases "任城；" has an empty part, or blanks around one"#),
        ("regions.tsv", 13, 5, "37087", r#"code "37087" is not a number of 6 digits"#),
        ("regions.tsv", 13, 5, "370883", r#"code "370883" stands at seeds/regions.tsv:12 already"#),
        ("regions.tsv", 14, 5, "370872", "code and scheme go together"),
        ("regions.tsv", 2, 6, "GB 2260", r#"unknown scheme "GB 2260""#),
        ("regions.tsv", 16, 7, "none", r#"unknown centre "none""#),
        ("regions.tsv", 2, 9, "2023-02-29", r#""2023-02-29" is not a day, such as 2021-06-15"#),
        // townships
        ("townships.tsv", 2, 0, "3708110021", r#"code "3708110021" is not a number of 9 digits"#),
        ("townships.tsv", 3, 0, "370811001", "370811001 is out of order after 370811002"),
        ("townships.tsv", 3, 0, "370811002", "370811002 is out of order after 370811002"),
        ("townships.tsv", 3, 1, "许庄街道", r#"township "任城区 许庄街道" stands at seeds/townships.tsv:2 already"#),
        ("townships.tsv", 3, 2, "road", r#"unknown kind "road""#),
        ("townships.tsv", 3, 3, "市中区", r#"unknown region "市中区""#),
        ("townships.tsv", 3, 3, "济宁高新区", "济宁高新区 is a zone, no statutory parent"),
        ("townships.tsv", 3, 3, "兖州区", "code 370811005 of 李营街道 does not lie in 兖州区"),
        // villages
        ("villages.tsv", 2, 0, "37081100200", r#"code "37081100200" is not a number of 12 digits"#),
        ("villages.tsv", 3, 0, "370811002001", "370811002001 is out of order after 370811002001"),
        (
            "villages.tsv",
            3,
            1,
            "航运新村居委会",
            r#"village "370811002 航运新村居委会" stands at seeds/villages.tsv:2 already"#,
        ),
        ("villages.tsv", 3, 2, "370811005", "the code of 颂运水庭社区居民委员会 does not lie in 370811005"),
        ("villages.tsv", 3, 3, "hamlet", r#"unknown kind "hamlet""#),
        // the overlay
        ("zone_overlay.tsv", 2, 0, "370811003", r#"unknown township or village "370811003""#),
        ("zone_overlay.tsv", 2, 1, "许庄镇", "370811002 is 许庄街道, not 许庄镇"),
        ("zone_overlay.tsv", 2, 2, "任城区", r#"unknown zone "任城区""#),
        ("zone_overlay.tsv", 2, 3, "嘉祥县", "370811002 lies in 任城区, not in 嘉祥县"),
        ("zone_overlay.tsv", 2, 4, "low", r#"unknown confidence "low""#),
        // the calendar
        ("calendar.tsv", 3, 0, "2019-2-2", r#""2019-2-2" is not a day, such as 2021-06-15"#),
        ("calendar.tsv", 3, 1, "workday", r#"unknown kind "workday""#),
        ("calendar.tsv", 3, 0, "2019-01-01", "2019-01-01 is out of order after 2019-01-01"),
        ("calendar.tsv", 3, 0, "2019-02-01", "2019-02-01 is no weekend day, so there is nothing to make up"),
        // clauses, silences, articles
        ("clauses.tsv", 4, 4, "市教育局", r#"unknown unit "市教育局" in leads"#),
        ("clauses.tsv", 7, 6, "2021-07-31;2021-07-15", r#"the days of "2021-07-31;2021-07-15" are not in order"#),
        // duties
        ("duties.tsv", 2, 0, "PostStaff", r#"name "PostStaff" is not of words in small letters joined by "_""#),
        ("duties.tsv", 2, 0, "post__staff", r#"name "post__staff" is not of words in small letters joined by "_""#),
        ("duties.tsv", 3, 0, "post_staff", r#"name "post_staff" stands at seeds/duties.tsv:2 already"#),
        ("duties.tsv", 2, 1, "C16", r#"unknown clause "C16""#),
        ("duties.tsv", 2, 2, "-", "zh is blank"),
        ("duties.tsv", 3, 3, "-", "en is blank"),
        ("duties.tsv", 2, 4, "-", "bearers is blank"),
        ("duties.tsv", 2, 4, "市教育局", r#"unknown unit "市教育局" in bearers"#),
        ("duties.tsv", 2, 4, "departments:none", r#"unknown unit "departments:none" in bearers"#),
        // not of the clause's own line, or of a group that is not
        ("duties.tsv", 22, 4, "regions", r#""regions" is not among the units of C10"#),
        ("duties.tsv", 22, 4, "departments；曲阜市", r#""曲阜市" is not among the units of C10"#),
        ("duties.tsv", 35, 4, "regions", r#""regions" is not among the units of C14"#),
        ("duties.tsv", 35, 4, "泗水县", r#""泗水县" is not among the units of C14"#),
        ("duties.tsv", 4, 5, "2021-07-31", r#"C2 names no day "2021-07-31""#),
        ("duties.tsv", 2, 5, "month", r#""month" is not a day, such as 2021-06-15"#),
        ("duties.tsv", 2, 6, "-", "proof is blank"),
        ("duties.tsv", 2, 6, "NoStaff", r#"unknown proof "NoStaff""#),
        ("silences.tsv", 2, 0, "S2", r#"id "S2" stands where S1 is due"#),
        ("silences.tsv", 2, 3, "maybe", r#"unknown fixed "maybe""#),
        ("articles.tsv", 3, 8, "2020-04-23", "APL24 has another topic, law or span than in the row above"),
    ];
    let copy = Copied::new("cells");
    for (file, line, column, cell, expected) in cells {
        let told = copy.told_of_cell(file, line, column, cell);
        let expected = format!("seeds/{file}:{line}: {expected}");
        assert!(told.lines().any(|fault| fault == expected), "expected\n{expected}\nin\n{told}");
    }
    // what holds in pairs of cells, or needs a row of its own
    let articles: [(usize, &str, &str); 5] = [
        (8, "2019-04-23\t2019-04-22\tx", "2019-04-23 is after 2019-04-22"),
        (8, "-\t2024-01-01\tx", "until 2024-01-01, but from no day"),
        (8, "2019-04-23\t-\t-", "validity_source is blank"),
        (4, "hour\t行政许可法(2019)\t23\tx\t2019-04-23\t-\tx", r#"unknown unit "hour""#),
        (5, "行政许可法(2019)\t23\tx\t2019-04-31\t-\tx", r#""2019-04-31" is not a day, such as 2021-06-15"#),
    ];
    let good = sample("articles.tsv");
    for (from, tail, expected) in articles {
        let row =
            |line: &str| line.split('\t').take(from).map(|cell| cell.to_owned() + "\t").collect::<String>() + tail;
        let lines = (1..).zip(good.lines()).map(|(at, line)| if at == 5 { row(line) } else { line.to_owned() } + "\n");
        let told = copy.told("articles.tsv", &lines.collect::<String>());
        assert_eq!(told, format!("seeds/articles.tsv:5: {expected}"));
    }
    let extended = |file: &str, row: &str| sample(file) + row;
    let refused: [(&str, String, &str); 9] = [
        ("annex2.tsv", sample("annex2.tsv").trim_end().to_owned(), "seeds/annex2.tsv:16: the last line does not end"),
        ("annex2.tsv", "number\tname\tkind\tremark\n".to_owned(), "seeds/annex2.tsv:1: no rows"),
        ("annex2.tsv", String::new(), r#"seeds/annex2.tsv:1: the header is not "number name kind remark""#),
        (
            "calendar.tsv",
            extended("calendar.tsv", "2028-01-03\tholiday\t元旦\tx\n"),
            "seeds/calendar.tsv:284: the year before 2028 has no days",
        ),
        (
            "articles.tsv",
            extended("articles.tsv", "APL24\tt\tp\tv\t-\tl\t1\t-\t-\t-\t-\n"),
            r#"seeds/articles.tsv:53: id "APL24" stands at seeds/articles.tsv:2 already"#,
        ),
        (
            "clauses.tsv",
            extended("clauses.tsv", "A3\t附件2\tz\te\t-\t-\t-\n"),
            r#"seeds/clauses.tsv:24: cite "附件2" stands at seeds/clauses.tsv:23 already"#,
        ),
        (
            "villages.tsv",
            extended("villages.tsv", "370999001001\t某村\t370999001\tvillage\tx\n"),
            "seeds/villages.tsv:75: unknown township 370999001",
        ),
        // a code of the zone's own is let through by the overlay alone
        (
            "zone_overlay.tsv",
            sample("zone_overlay.tsv").replace("370871005\t黄屯街道\t济宁高新区", "370871005\t黄屯街道\t太白湖新区"),
            "seeds/townships.tsv:131: code 370871005 of 黄屯街道 does not lie in 兖州区",
        ),
        (
            "zone_overlay.tsv",
            extended("zone_overlay.tsv", "370871005201\t某村\t济宁高新区\t兖州区\thigh\tx\n"),
            "seeds/zone_overlay.tsv:11: 370871005201 is 李屯村村委会, not 某村",
        ),
    ];
    for (file, broken, expected) in refused {
        let told = copy.told(file, &broken);
        assert!(told.lines().any(|fault| fault == expected), "expected\n{expected}\nin\n{told}");
    }
}

#[test]
fn all_faults_are_told_at_once_and_none_of_their_consequences() {
    let copy = Copied::new("faults");
    copy.write("annex2.tsv", &sample("annex2.tsv").replace("\n7\t", "\n8\t").replace("行政许可", "许可"));
    let told = copy.told_of_cell("regions.tsv", 2, 1, "city");
    let mut expected = vec![r#"seeds/regions.tsv:2: unknown kind "city""#.to_owned()];
    for line in 2..=8 {
        if line == 8 {
            expected.push(r#"seeds/annex2.tsv:8: number "8" stands where 7 is due"#.to_owned());
        }
        expected.push(format!(r#"seeds/annex2.tsv:{line}: unknown kind "许可""#));
    }
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_missing_seed_is_refused_by_name() {
    let copy = Copied::new("missing");
    fs::remove_file(copy.0.join("seeds/silences.tsv")).unwrap();
    let told = generate::tables(&copy.0).unwrap_err().to_string();
    assert!(told.starts_with("seeds/silences.tsv:1: cannot be read: "), "{told}");
}

#[test]
fn a_zone_may_run_single_villages() {
    let copy = Copied::new("village");
    let overlay = sample("zone_overlay.tsv");
    let row = "370811005001\t汇翠园社区居民委员会\t济宁高新区\t任城区\tmedium\tx\n";
    let village = sample("villages.tsv").lines().skip(1).position(|line| line.starts_with("370811005001"));
    let mut lines: Vec<String> = overlay.lines().map(|line| line.to_owned() + "\n").collect();
    lines.insert(2, row.to_owned());
    copy.write("zone_overlay.tsv", &lines.concat());
    let tables = generate::tables(&copy.0).unwrap_or_else(|fault| panic!("{fault}"));
    let (_, place) = tables.into_iter().find(|(path, _)| *path == "src/place/table.rs").unwrap();
    let expected = format!(
        "pub(super) static VILLAGE_OVERLAYS: [VillageOverlay; 1] = [\n    VillageOverlay {{ village: {}, overlay: Overlay {{ zone: Region::HighTechZone, confidence: Confidence::Medium }} }},\n];",
        village.unwrap(),
    );
    assert!(place.contains(&expected), "{place}");
}
