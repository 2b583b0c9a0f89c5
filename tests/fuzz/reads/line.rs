//! 语料的一行: an input as it stands in a corpus.

/// After `=` it stands as it is; one of several lines is a JSON text, one that is no text a list of bytes.
pub(crate) fn input(line: &str) -> Vec<u8> {
    match line.strip_prefix('=') {
        Some(text) => text.as_bytes().to_vec(),
        None if line.starts_with('"') => serde_json::from_str::<String>(line).unwrap().into_bytes(),
        None => serde_json::from_str(line).unwrap(),
    }
}
