// A golden case as it stood just before its first step of a kind, when and by whom that step was taken, and the fictional office.
// It is an expression, so that an example in the docs includes it in a hidden line.
|golden: &str, step: tongquan::case::StepKind| -> Result<(tongquan::AnyCase, tongquan::Stamp, tongquan::Office), Box<dyn std::error::Error>> {
    let stored = std::fs::read_to_string(format!("tests/golden/{golden}.json"))?;
    let mut journal: tongquan::Journal = serde_json::from_str(&stored)?;
    let at = journal.entries.iter().position(|it| it.kind() == step).ok_or("the golden case has no such step")?;
    let stamp = journal.entries[at].stamp().clone();
    journal.entries.truncate(at);
    let office = serde_json::from_str(&std::fs::read_to_string("examples/office.json")?)?;
    Ok((tongquan::AnyCase::replay(journal)?, stamp, office))
}
