//! Writes the JSON Schemas of what is stored, asked and sent, a file each.
//!
//! ```text
//! cargo run --features schema --example schemas -- target/schemas
//! ```

use std::{error::Error, fs, path::Path};

use tongquan::IntoEnumIterator;
use tongquan::schema::Document;

#[expect(
    clippy::disallowed_methods,
    reason = "a program reads its own arguments, and writes files; the crate does neither"
)]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).filter(|it| !it.starts_with('-')).ok_or("usage: schemas <folder>")?;
    fs::create_dir_all(&folder)?;
    for it in Document::iter() {
        let path = Path::new(&folder).join(format!("{}.schema.json", it.name()));
        fs::write(&path, serde_json::to_string_pretty(&it.schema())? + "\n")?;
        println!("{} {}", path.display(), it.label());
    }
    Ok(())
}
