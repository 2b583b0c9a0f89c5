//! Cases that come again: counted once, by what came first.

use super::{counted, good, said};

#[test]
fn a_case_that_comes_again_is_told_with_the_line_that_stands_and_whether_its_text_is_the_same() {
    let good = good();
    // another journal under the first one's number
    let other = good[1].replacen("2024-good-1", "2024-good-0", 1);
    let text = format!("{}\n{}\n\n{}\r\n{other}\n", good[0], good[2], good[0]);
    let (count, missed, told) = counted(text.as_bytes());
    let expected = "j line 4: case 2024-good-0 came as j line 1, with the same text, and is not counted again\n\
        j line 5: case 2024-good-0 came as j line 1, with another text, and is not counted again\n";
    assert_eq!((told.as_str(), missed.unread, count.again), (expected, 0, 2));
    let (mut once, ..) = counted(format!("{}\n{}\n", good[0], good[2]).as_bytes());
    once.again = 2;
    assert_eq!(count, once);
    let zh = said(&["--on", "2024-12-31"], text);
    let expected = "- 第4行：办件2024-good-0已见于- 第1行，内容相同，不再计\n\
        - 第5行：办件2024-good-0已见于- 第1行，内容不同，不再计\n";
    assert!(zh.out.starts_with(expected) && zh.out.contains("未读0行，重复2件"), "{}", zh.out);
    assert_eq!(zh.status, 1);
}

#[test]
fn where_there_is_no_room_to_remember_more_it_is_said_of_how_many() {
    let good = good();
    let text = format!("{}\n{}\n{}\n{}\n", good[0], good[1], good[2], good[0]);
    let told = said(&["--remember", "2", "--lang", "en"], text.clone());
    assert!(
        told.out.contains("\nof 1 cases nobody knows whether they came before: raise --remember\n"),
        "{}",
        told.out
    );
    assert!(told.out.contains("3 cases of") && told.out.contains("0 lines not read, 1 cases that came before"));
    let none = said(&["--remember", "0"], text);
    assert!(none.out.contains("\n4件是否重复无从核查：加大 --remember\n"), "{}", none.out);
    assert_eq!((told.status, none.status), (1, 0));
}
