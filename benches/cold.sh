#!/bin/sh
# How long a service waits for its first dev build: with the crate, and with the five packages alone that the crate takes. Each in a directory of its own, in a
# package without code, three times in turn; at the end, the ratio of the medians.
set -eu
cd "$(dirname "$0")/.."
here=$PWD
at=$(mktemp -d)
trap 'rm -rf "$at"' EXIT

package() {
    mkdir -p "$at/$1/src"
    : > "$at/$1/src/lib.rs"
    printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n%s\n' "$1" "$2" > "$at/$1/Cargo.toml"
    cargo fetch --quiet --manifest-path "$at/$1/Cargo.toml"
}
five=$(sed -n '/^\[dependencies\]/,/^$/p' Cargo.toml | grep '=' | grep -v optional)
test "$(echo "$five" | wc -l)" -eq 5
package five "$five"
package service "tongquan = { path = \"$here\" }"

for round in 1 2 3; do
    for it in five service; do
        begun=$(date +%s%N)
        cargo build --quiet --manifest-path "$at/$it/Cargo.toml" --target-dir "$at/$it/target/$round"
        taken=$((($(date +%s%N) - begun) / 1000000))
        echo "$it: $taken ms"
        echo "$taken" >> "$at/$it/times"
    done
done
median() { sort -n "$at/$1/times" | sed -n 2p; }
awk -v with="$(median service)" -v alone="$(median five)" 'BEGIN { printf "%.2f x\n", with / alone }'
