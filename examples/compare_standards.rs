//! Two standards side by side: what grew, what shrank, by how much, and what the registers take in of it (`C7`: 只减不增).
//!
//! ```text
//! cargo run --example compare_standards -- --lang en
//! ```

#[path = "handle_case/words.rs"]
#[allow(dead_code, reason = "another example says more")]
mod words;

use std::error::Error;

use tongquan::{
    Office, Region,
    register::{Comparison, Element, Grown, Limit, Material, Own, Revision, Standard, TimeUnit},
};
use words::Words;

fn main() -> Result<(), Box<dyn Error>> {
    let words = Words::asked("compare_standards")?;
    let office: Office = serde_json::from_str(include_str!("office.json"))?;
    let item = office.catalogue().latest().look_up("道路客运站站级核定")?;
    let (day, region) = ("2024-04-01".parse()?, Region::Wenshang);
    let first = office.now().standard(item.key(), region, day).ok_or("no handbook")?;

    words.head("新版手册（虚构）：一项材料新增，承诺时限缩短", "A new edition (fictional): one paper more, fewer days");
    let mut second = Standard { edition: 2, from: day, ..first.clone() };
    second.materials.push(Material {
        code: "photo".parse()?,
        name: "站场照片".parse()?,
        required: true,
        dispensable: false,
    });
    promise(&mut second, 3);
    tell(words, &second.against(first));

    words.head("登记：未列依据的增加不予登记", "Recording it: growth without a cited law is refused");
    let revision = |standard: &Standard| Revision { standards: vec![standard.clone()], ..Revision::on(day) };
    let faults = office.record(&revision(&second)).err().ok_or("growth was taken in")?;
    println!("{}", words.told(&faults));

    words.head("列明依据后登记", "With the law cited, it is recorded");
    let by = "（虚构）上级文件".parse()?;
    second.grown.push(Grown { element: Element::Material, code: Some("photo".parse()?), by });
    let office = office.record(&revision(&second))?;
    let now = office.now().standard(item.key(), region, day).ok_or("no handbook")?;
    println!("{} {} {}", now.item, now.edition, now.from);

    words.head(
        "区域标准（虚构）：只缩短时限，再添一个环节",
        "A region's own (fictional): fewer days still, and one step more",
    );
    let mut own = Standard { own: Some(Own { region, handbook: 2 }), edition: 1, grown: vec![], ..second.clone() };
    promise(&mut own, 2);
    let shorter = own.clone();
    own.steps.push(serde_json::from_str(r#"{"code": "leader", "name": "领导审签", "required": true}"#)?);
    tell(words, &own.against(&second));
    let faults = office.record(&revision(&own)).err().ok_or("a region's addition was taken in")?;
    println!("{}", words.told(&faults));

    words.head("去掉所增环节后登记", "Without the added step, it is recorded");
    let office = office.record(&revision(&shorter))?;
    for region in [region, Region::Qufu] {
        let standard = office.now().standard(item.key(), region, day).ok_or("no handbook")?;
        let limit = standard.limits.map(|it| it.promised.amount).unwrap_or_default();
        let whose = if standard.own.is_some() {
            words.of("区域标准", "its own")
        } else {
            words.of("业务手册", "the handbook")
        };
        println!("{region}: {whose}, {limit} {}", words.told(&TimeUnit::WorkingDay));
    }
    Ok(())
}

fn promise(standard: &mut Standard, amount: u16) {
    if let Some(limits) = &mut standard.limits {
        limits.promised = Limit { amount, unit: TimeUnit::WorkingDay };
    }
}

fn tell(words: Words, it: &Comparison) {
    println!("{}", words.told(&it));
}
