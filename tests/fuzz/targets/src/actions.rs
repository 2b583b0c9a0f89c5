#![no_main]

tongquan_fuzz::json_target!(actions);
