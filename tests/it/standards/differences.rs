//! The one comparison: what it tells, in words, and against what.

use serde_json::json;
use tongquan::register::{Aspect, Base, Baseline, Direction, Element, Limit, Own, Standard, TimeUnit};

use super::{handbook, mark, own, read, second, step};

const ZH: &str = "（对照手册第1版）";
const EN: &str = " (against handbook edition 1)";

/// What the second edition tells against the first, without saying against which.
fn told(change: impl FnOnce(&mut Standard)) -> (String, String) {
    let told = second(change).against(&handbook());
    let (zh, en) = (told.zh(), told.to_string());
    for (change, (zh, en)) in told.changes.iter().zip(zh.lines().zip(en.lines())) {
        assert_eq!((zh, en), (&*format!("{}{ZH}", change.zh()), &*format!("{change}{EN}")), "a line, and against what");
    }
    let cut = |text: &str, tail: &str| -> String {
        let lines: Vec<&str> = text.lines().map(|line| line.strip_suffix(tail).expect("says against what")).collect();
        lines.join("\n")
    };
    (cut(&zh, ZH), cut(&en, EN))
}

#[track_caller]
fn says(change: impl FnOnce(&mut Standard), zh: &str, en: &str) {
    assert_eq!(told(change), (zh.to_owned(), en.to_owned()));
}

#[test]
fn every_change_is_a_line_in_both_languages() {
    says(|_| {}, "无变化", "no change");
    says(
        |it| it.limits.as_mut().unwrap().promised.amount = 13,
        "承诺时限 10工作日→13工作日，增3工作日",
        "promised limit 10 working days → 13 working days, 3 working days more",
    );
    says(
        |it| it.limits.as_mut().unwrap().promised.amount = 1,
        "承诺时限 10工作日→1工作日，减9工作日",
        "promised limit 10 working days → 1 working day, 9 working days less",
    );
    says(
        |it| it.limits.as_mut().unwrap().promised = Limit { amount: 10, unit: TimeUnit::Day },
        "承诺时限 10工作日→10日，增",
        "promised limit 10 working days → 10 days, grown",
    );
    says(
        |it| it.limits.as_mut().unwrap().statutory = None,
        "法定时限 20工作日→无",
        "statutory limit 20 working days → nothing",
    );
    says(
        |it| it.fees[0].amount = 805,
        "收费 工本费（book） 10.00元→8.05元，减1.95元",
        "fee 工本费 (book) CNY 10.00 → CNY 8.05, CNY 1.95 less",
    );
    says(
        |it| it.fees[0].by = "新文件".parse().unwrap(),
        "收费 工本费（book） 收费依据 （虚构）收费文件→新文件",
        "fee 工本费 (book) basis （虚构）收费文件 → 新文件",
    );
    says(|it| it.fees.clear(), "收费 工本费（book） 取消", "fee 工本费 (book) dropped");
    says(
        |it| it.materials[1].required = false,
        "材料 现场照片（photo） 必交→非必交，减",
        "material 现场照片 (photo) required → optional, shrunk",
    );
    says(
        |it| it.materials[0].dispensable = true,
        "材料 申请表（form） 法定→非法定",
        "material 申请表 (form) required by law → dispensable",
    );
    says(
        |it| it.materials[0].name = "登记表".parse().unwrap(),
        "材料 登记表（form） 名称 申请表→登记表",
        "material 登记表 (form) name 申请表 → 登记表",
    );
    says(
        |it| it.conditions.push(serde_json::from_str(r#"{"code": "c", "name": "另一条件"}"#).unwrap()),
        "条件 另一条件（c） 新增",
        "condition 另一条件 (c) added",
    );
    says(
        |it| it.conditions[0].kind = tongquan::register::ConditionKind::Acceptance,
        "条件 符合条件（eligible） 审查条件→受理条件",
        "condition 符合条件 (eligible) condition of review → condition of acceptance",
    );
    says(
        |it| it.steps[0].repeats = true,
        "环节 材料审查（desk） 不重复→可重复，增",
        "step 材料审查 (desk) taken once → may be repeated, grown",
    );
    says(
        |it| it.steps[3].after = vec![mark("site"), mark("site")],
        "环节 审查意见（opinion） 前置环节 desk、site→site、site",
        "step 审查意见 (opinion) prerequisites desk, site → site, site",
    );
    says(
        |it| it.steps[1].after.push(mark("panel")),
        "环节 现场核查（site） 前置环节 desk→desk、panel\n环节 专家评审（panel） 非必经→必经环节的前置，增",
        "step 现场核查 (site) prerequisites desk → desk, panel\n\
         step 专家评审 (panel) optional → awaited by a required step, grown",
    );
    says(
        |it| it.outcome = "备案".parse().unwrap(),
        "予以办理用语 确认→备案",
        "word for a favourable outcome 确认 → 备案",
    );
    says(
        |it| it.refusal = Some("不予确认".parse().unwrap()),
        "不予办理用语 无→不予确认",
        "word for an unfavourable outcome nothing → 不予确认",
    );
    says(
        |it| it.remedies.truncate(1),
        "救济途径 行政复议、行政诉讼→行政复议",
        "remedies administrative reconsideration, administrative litigation → administrative reconsideration",
    );
    says(|it| it.licence = None, "证照 （虚构）站级证书→无", "licence （虚构）站级证书 → nothing");
}

#[test]
fn merging_is_told_from_both_ends() {
    let merged = own(|it| {
        it.steps = vec![
            it.steps[0].clone(),
            step(json!({"code": "joint", "name": "联合核查", "required": true, "merges": ["site", "panel"]})),
        ];
        it.limits.as_mut().unwrap().promised.amount = 5;
    });
    let told = merged.against(&handbook());
    let expected = "\
环节 联合核查（joint） 合并环节 现场核查、专家评审→联合核查（对照所依据的手册第1版）
环节 联合核查（joint） 可重复→不重复，减（对照所依据的手册第1版）
环节 现场核查（site） 取消，并入“联合核查”（对照所依据的手册第1版）
环节 专家评审（panel） 取消，并入“联合核查”（对照所依据的手册第1版）
环节 审查意见（opinion） 取消（对照所依据的手册第1版）
承诺时限 10工作日→5工作日，减5工作日（对照所依据的手册第1版）";
    assert_eq!(told.zh(), expected);
    assert_eq!((told.base, told.is_within()), (Base::Handbook(1), true));
    assert_eq!(told.of(Direction::Shrunk).count(), 5);

    // what is merged and stands by itself all the same, which is a fault, has no other's place
    let kept = own(|it| it.steps[0].merges = vec![mark("panel")]).against(&handbook());
    assert_eq!(kept.zh(), "环节 材料审查（desk） 合并环节 无→panel（对照所依据的手册第1版）");

    let back = handbook().against(&merged);
    assert!(back.zh().contains("环节 现场核查（site） 新增，析自“联合核查”（对照区域标准第1版）"), "{}", back.zh());
    assert!(
        back.to_string()
            .contains("step 联合核查 (joint) merges 联合核查 → 现场核查, 专家评审 (against the region's own")
    );
    assert_eq!(back.grown().count(), 5);
}

#[test]
fn it_says_against_what() {
    let base = |it: &Standard, base: &Standard| it.against(base).base;
    let next = own(|it| it.edition = 2);
    assert_eq!(base(&second(|_| {}), &handbook()), Base::Edition(1));
    assert_eq!(base(&own(|_| {}), &second(|_| {})), Base::Handbook(2));
    assert_eq!(base(&next, &own(|_| {})), Base::Own(1));
    assert_eq!(base(&handbook(), &next), Base::Own(2));
    let told = [Base::Baseline, Base::Edition(1), Base::Handbook(2), Base::Own(3)].map(|it| (it.zh(), it.to_string()));
    let expected = [
        ("改革前基线", "the baseline"),
        ("手册第1版", "handbook edition 1"),
        ("所依据的手册第2版", "handbook edition 2, which it is drawn from"),
        ("区域标准第3版", "the region's own edition 3"),
    ];
    assert_eq!(told, expected.map(|(zh, en)| (zh.to_owned(), en.to_owned())));
}

#[test]
fn the_baseline_is_compared_as_far_as_it_is_given() {
    assert_eq!(handbook().against_baseline(), None);
    let mut standard = handbook();
    standard.baseline = Some(Baseline::default());
    assert!(standard.against_baseline().unwrap().is_empty());
    standard.baseline = Some(Baseline {
        steps: Some(vec![]),
        materials: Some(standard.materials[..2].to_vec()),
        fees: None,
        promised: Some(Limit { amount: 15, unit: TimeUnit::WorkingDay }),
    });
    let told = standard.against_baseline().unwrap();
    assert_eq!(told.base, Base::Baseline);
    let lines: Vec<(Element, Option<&str>, Direction)> =
        told.changes.iter().map(|it| (it.element, it.code.as_ref().map(AsRef::as_ref), it.direction)).collect();
    let added = ["desk", "site", "panel", "opinion"].map(|code| (Element::Step, Some(code), Direction::Grown));
    let mut expected = added.to_vec();
    expected.extend([(Element::Material, Some("other"), Direction::Grown), (Element::Limit, None, Direction::Shrunk)]);
    assert_eq!(lines, expected);
    assert!(told.zh().ends_with("承诺时限 15工作日→10工作日，减5工作日（对照改革前基线）"));
}

#[test]
fn a_change_tells_where_it_stands_and_how_it_was() {
    let told = second(|it| {
        it.steps.swap(0, 3);
        it.steps[0].name = "会审".parse().unwrap();
        it.materials.remove(0);
    })
    .against(&handbook());
    let value = serde_json::to_value(&told).unwrap();
    let expected = json!({"base": {"edition": 1}, "changes": [
        {"element": "step", "code": "opinion", "name": "会审", "at": 0, "aspect": "name", "direction": "changed",
         "before": {"text": "审查意见"}, "after": {"text": "会审"}},
        {"element": "material", "code": "form", "name": "申请表", "at": null, "aspect": "presence", "direction": "shrunk",
         "before": {"text": "申请表"}, "after": "nothing"}]});
    assert_eq!(value, expected);
    assert_eq!(told.changes[0].aspect, Aspect::Name);
}

#[test]
fn editions_regions_and_guidance_are_no_difference() {
    let mut other = Standard { edition: 7, from: super::on("2030-01-01"), ..handbook() };
    other.own = Some(Own { region: tongquan::Region::Qufu, handbook: 1 });
    other.steps.rotate_left(2);
    other.materials.reverse();
    other.conditions.reverse();
    other.remedies.reverse();
    other.steps.iter_mut().for_each(|it| it.after.reverse());
    other.pitfalls.push("客流按年度平均日计".parse().unwrap());
    other.review_points.push("核对站级".parse().unwrap());
    assert!(other.against(&handbook()).is_empty(), "{}", other.against(&handbook()));
}

#[test]
fn a_long_list_takes_a_moment() {
    let steps = 20_000;
    let codes: Vec<String> = (0..steps).map(|at| format!("s{at}")).collect();
    let rows: Vec<_> = (0..steps)
        .map(|at| {
            let after: &[String] = if at == 0 { &[] } else { &codes[at - 1..at] };
            let (required, dispensable) = (at == steps - 1, at % 2 == 1);
            json!({"code": codes[at], "name": "审查", "required": required, "dispensable": dispensable, "after": after})
        })
        .collect();
    let papers: Vec<_> = codes.iter().map(|it| json!({"code": it, "name": "材料", "required": true})).collect();
    let conditions: Vec<_> = codes.iter().map(|it| json!({"code": it, "name": "条件"})).collect();
    let long = read(json!({"item": "A1-36", "edition": 1, "from": "2021-06-15", "materials": papers,
        "conditions": conditions, "steps": rows, "outcome": "确认", "remedies": []}));
    let mut drawn = Standard { own: own(|_| {}).own, ..long.clone() };
    // every other step goes, and the one behind it waits for the one before it
    drawn.steps.retain(|it| !it.dispensable);
    drawn.steps.iter_mut().enumerate().skip(1).for_each(|(at, it)| it.after = vec![mark(&codes[2 * at - 2])]);
    let mut merged = drawn.clone();
    let gone = (0..steps).filter(|at| at % 2 == 1).map(|at| mark(&codes[at]));
    merged.steps[0].merges = gone.collect();
    merged.steps.iter_mut().skip(1).for_each(|it| it.after = vec![mark("s0")]);

    let start = std::time::Instant::now();
    assert_eq!(super::alone(&long).len(), 0);
    let faults = super::line(&[&long, &drawn]);
    // the last step, alone required, goes too, so that nothing is required in effect any more, which is free
    assert_eq!(faults, []);
    assert_eq!(super::line(&[&long, &merged]).len(), 1); // what is merged into the first waited for those behind it
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
