use std::{error::Error, fs};

use serde::de::DeserializeOwned;

/// What stands beside the examples, as data.
pub(crate) fn read<T: DeserializeOwned>(file: &str) -> Result<T, Box<dyn Error>> {
    #[expect(clippy::disallowed_methods, reason = "the service reads its own files; the crate reads none")]
    let text = fs::read_to_string(format!("{}/examples/{file}", env!("CARGO_MANIFEST_DIR")))?;
    serde_json::from_str(&text).map_err(|why| format!("{file}: {why}").into())
}
