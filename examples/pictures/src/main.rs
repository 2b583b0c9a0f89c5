//! `cargo run --release --manifest-path examples/pictures/Cargo.toml --target-dir target/pictures -- target/pictures.html`

use std::process::ExitCode;

use tongquan_pictures::{CASES, Fallible, SEED, Year, page};

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "a program reads its own arguments")]
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path] = arguments.as_slice() else {
        eprintln!("用法 usage: tongquan-pictures PAGE.html");
        return ExitCode::FAILURE;
    };
    match draw(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{path}: {why}");
            ExitCode::FAILURE
        }
    }
}

fn draw(path: &str) -> Fallible<()> {
    let page = page(&Year::simulated(CASES, SEED)?)?;
    #[expect(clippy::disallowed_methods, reason = "a program writes its page; the crate writes no file")]
    Ok(std::fs::write(path, page)?)
}
