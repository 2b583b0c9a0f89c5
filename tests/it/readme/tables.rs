//! Its tables of who does what say what the crate answers, in both languages.

use tongquan::{
    Item, Office, Party, Place, Question, Region, Route, Scope, Seal, Standing, UnitKind, Venue,
    route::{Access, Respondent},
};

use super::halves;
use crate::{
    choices::{FIRST, WAYS, regions, rows_of},
    support::OFFICE,
};

/// Takes in, accepts, decides, seal, answers inside, outward respondent.
type Cells = [String; 6];

/// How a half of the README calls things.
struct Words {
    region: &'static str,
    city: &'static str,
    posted: &'static str,
    own: [&'static str; 2],
    no_2: &'static str,
    its_intake: [&'static str; 2],
    contested: &'static str,
    township: &'static str,
    county: &'static str,
    stationed: &'static str,
    own_below: [&'static str; 2],
}

const ENGLISH: Words = Words {
    region: "region",
    city: "city",
    posted: "city staff at the region's centre",
    own: ["region's own", "city's own"],
    no_2: "**2号章 Seal No. 2**, affixed by the region",
    its_intake: ["; the region for its intake", "; township for its intake"],
    contested: " (contested)",
    township: "township",
    county: "county",
    stationed: "county staff in the township",
    own_below: ["township's own", "county's own"],
};

const CHINESE: Words = Words {
    region: "区域",
    city: "市级",
    posted: "市级部门派驻区域为民服务中心的窗口人员",
    own: ["区域自有印章", "市级自有印章"],
    no_2: "**2号章**，由区域加盖",
    its_intake: ["；区域只对收件负责", "；乡镇只对收件负责"],
    contested: "（有争议）",
    township: "乡镇",
    county: "县级",
    stationed: "县级派驻乡镇的人员",
    own_below: ["乡镇自有印章", "县级自有印章"],
};

impl Words {
    fn party(&self, it: Party<'_>, shared: bool) -> &'static str {
        match it {
            Party::Department(_) => self.city,
            Party::Posted { .. } => self.posted,
            Party::Stationed { .. } => self.stationed,
            Party::Unit(unit) if unit.kind == UnitKind::Township => self.township,
            Party::Unit(_) | Party::Undertaker(_) if shared => self.county,
            Party::Unit(_) | Party::Undertaker(_) => self.region,
            Party::Operator(_) => panic!("nobody else runs a competent counter"),
        }
    }

    fn respondent(&self, it: Respondent<'_>, shared: bool) -> String {
        let contested = if it.is_contested() && !shared { self.contested } else { "" };
        format!("{}{contested}", self.party(it.who(), shared))
    }

    fn cells(&self, route: &Route<'_>) -> Cells {
        let shared = matches!(route.standing(), Standing::Chosen(_));
        let party = |it| self.party(it, shared).to_owned();
        let seal = match route.seal().is {
            Seal::No2 => self.no_2,
            Seal::Department => self.own[1],
            Seal::Township => self.own_below[0],
            Seal::Region if shared => self.own_below[1],
            Seal::Region => self.own[0],
        };
        let its_intake = route.answers_for_intake().map_or("", |_| self.its_intake[usize::from(shared)]);
        [
            party(route.intake().is),
            party(route.acceptance().is),
            party(route.decision().is),
            seal.to_owned(),
            party(route.answers().is) + its_intake,
            self.respondent(route.respondent(), shared),
        ]
    }
}

/// The row of a table that speaks of something; the first table is of the city's items, the second of what regions share.
#[track_caller]
fn row(half: &str, table: usize, of: &str) -> Vec<String> {
    let heading = if half.starts_with("# tongquan") { "takes in" } else { "收件" };
    let of_table = half.split(&format!("| | {heading} |")).nth(table + 1).unwrap().lines().skip(2);
    let mut rows = of_table.take_while(|it| it.starts_with('|')).map(|it| it.trim_matches('|').split('|'));
    let row = rows.find(|it| it.clone().next().unwrap().contains(of)).unwrap_or_else(|| panic!("no row of {of}"));
    row.skip(1).map(|it| it.trim().to_owned()).collect()
}

fn both() -> [(&'static str, Words); 2] {
    let (english, chinese) = halves();
    [(english, ENGLISH), (chinese, CHINESE)]
}

#[track_caller]
fn then_the_row_says(of: &str, item: Item<'_>, region: Region, scope: Scope) {
    let route = Route::of(item, region, scope).unwrap();
    for (half, words) in both() {
        let (mut told, row) = (words.cells(&route), row(half, 0, of));
        // a zone's own body is contested as a respondent, which stands below the table
        if region.is_zone() && route.region_decides() && !told[5].contains(words.contested) {
            panic!("{item} in {region} is not contested");
        }
        if region.is_zone() && route.seal().is == Seal::Region {
            told[5] = told[5].replace(words.contested, "");
        }
        // what is added to the seal of the region's own powers is a ban
        let row: Vec<&str> =
            row.iter().map(|it| if it.starts_with(words.own[0]) { words.own[0] } else { it }).collect();
        assert_eq!(row, told.each_ref().map(String::as_str), "{item} in {region}");
    }
}

#[test]
fn of_the_citys_items_it_says_for_each_modality_what_every_route_answers() {
    let mut seen = 0;
    for (item, region) in (1..=61).flat_map(|number| Region::all().map(move |region| (number, region))) {
        let item = OFFICE.catalogue().latest().annex_1(item).unwrap();
        match item.cell(region).standing {
            Standing::Devolved(modality) => then_the_row_says(modality.label(), item, region, Scope::WITHIN),
            _ => then_the_row_says("暂不下放", item, region, Scope::WITHIN),
        }
        let another = Region::all().find(|it| *it != region).unwrap();
        then_the_row_says("市级保留", item, region, Scope::touching([another]));
        seen += 2;
    }
    let own = OFFICE.catalogue().latest().look_up("WS-001").unwrap();
    Region::all().for_each(|region| then_the_row_says("县级原有", own, region, Scope::WITHIN));
    assert_eq!(seen, 2 * 61 * Region::COUNT);
}

#[test]
fn of_three_tier_items_it_says_for_each_choice_what_every_route_answers() {
    for (way, county) in WAYS {
        let office = Office::new(vec![rows_of(way, county)]).unwrap();
        for (region, township) in regions() {
            let (item, venue) = ("A2-8".parse().unwrap(), Venue::TownshipCentre(township));
            let asked = Question {
                item: &item,
                place: Place::Township(township),
                scope: Scope::WITHIN,
                venue: Some(&venue),
                day: FIRST,
            };
            let route = office.route(&asked).unwrap();
            assert_eq!(route.access(), Access::Competent);
            let Standing::Chosen(modality) = route.standing() else { panic!("{region} chose") };
            for (half, words) in both() {
                let told = words.cells(&route);
                let row = row(half, 1, modality.label().split('、').next().unwrap());
                if modality == tongquan::Modality::Review {
                    // the seal is as chosen, and whose it is is the respondent
                    let whose = usize::from(route.seal().is == Seal::Region);
                    assert_eq!((&row[..3], &row[4]), (&told[..3], &told[4]));
                    assert_eq!(told[3], words.own_below[whose]);
                    assert_eq!(told[5], [words.township, words.county][whose]);
                } else {
                    assert_eq!(row, told, "{region} by {modality}");
                }
            }
        }
    }
}
