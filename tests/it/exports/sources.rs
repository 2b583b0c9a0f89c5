//! A source is a URI reference of RFC 3986, and what is none is refused with where it is none.

use tongquan::exports::{BadSource, EventSource};

#[test]
fn uri_references_are_taken_as_they_are_written() {
    for text in [
        "/",
        "/jining/approvals",
        "approvals",
        "https://example.org/approvals?store=2#north",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "//host:8080/a%E6%B5%8E",
        "http://[2001:db8::7]/c",
        "./a:b",
    ] {
        let source: EventSource = text.parse().unwrap_or_else(|why| panic!("{text}: {why}"));
        assert_eq!((source.as_str(), source.to_string()), (text, text.to_owned()));
        assert_eq!(serde_json::to_value(&source).unwrap(), text);
    }
}

#[test]
fn what_is_none_is_refused_with_where_it_is_none() {
    let character = |at, found| BadSource::Character { at, found };
    for (text, why) in [
        ("", BadSource::Empty),
        (" ", character(1, ' ')),
        ("/a b", character(3, ' ')),
        ("/济宁", character(2, '济')),
        ("/a\n", character(3, '\n')),
        ("/a<b", character(3, '<')),
        ("a#b#c", character(4, '#')),
        ("/a%2", BadSource::Octet { at: 3 }),
        ("/a%zz", BadSource::Octet { at: 3 }),
        ("http://[2001:db8::zz]/", character(19, 'z')),
        ("http://[1::2::3]/", BadSource::Form { at: 9 }),
        ("1a:b", character(1, '1')),
        ("http://host:port/", character(13, 'p')),
    ] {
        let got = text.parse::<EventSource>();
        assert_eq!(got, Err(why), "{text:?}");
        assert!(why.zh().contains("来源") && why.to_string().contains("source"));
    }
    let longest = format!("/{}", "a".repeat(EventSource::MOST - 1));
    assert!(longest.parse::<EventSource>().is_ok());
    let why = BadSource::TooLong { got: EventSource::MOST + 1 };
    assert_eq!(EventSource::try_from(&*format!("{longest}a")), Err(why));
    assert_eq!(why.zh(), format!("来源有{}个字节，至多{}个", EventSource::MOST + 1, EventSource::MOST));
}
