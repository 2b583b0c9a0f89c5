#![doc = include_str!("traceability.md")]
