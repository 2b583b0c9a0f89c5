#![no_main]

tongquan_fuzz::json_target!(plain_log);
