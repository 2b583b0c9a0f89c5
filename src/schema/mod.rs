//! JSON模式: JSON Schemas of what is stored, asked and sent, for those who read it without Rust. Feature `schema`.
//!
//! A [`Document`] is one of the shapes on the wire; its [`schema`](Document::schema) is a whole JSON Schema (2020-12), in which every field is described, with the
//! document's own word first. It tells the form: which fields, what kind of value, which names. What is not of the form the crate does not read, but for an object written
//! as the list of its fields, which serde takes, and for days outside the years 1 to 9999. What is of the form it reads, but for what a schema cannot tell: texts in which personal data
//! stand (`C7`), a township's or village's code that the national list lacks, whole numbers written with a point or out of range. Whether a journal proves a case, and registers or a
//! list hold together, the crate alone tells.
//!
//! ```
//! use tongquan::schema::Document;
//! let schema = serde_json::to_value(Document::Journal.schema())?;
//! assert_eq!(schema["title"], "流转记录");
//! assert_eq!(schema["$defs"]["Stamp"]["required"], serde_json::json!(["at", "by"]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `cargo run --features schema --example schemas -- target/schemas` writes them all.

mod document;
mod names;
mod prose;

pub use document::Document;
