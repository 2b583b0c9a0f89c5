//! Offices made for the question at hand.

use super::*;

pub(crate) fn unit(region: Region, kind: UnitKind) -> Unit {
    let id = format!("{}-{}", region as usize, kind as usize).parse().unwrap();
    Unit { id, region, kind, name: format!("{region}承办单位（虚构）").parse().unwrap() }
}

/// An office in which every region has a plan or none, of the bureau or of a sector, and staff are posted or not.
pub(super) fn office_of(handler: Option<UnitKind>, posted: bool) -> tongquan::Office {
    tongquan::Office::new(vec![rows_of(handler, posted)]).unwrap()
}

pub(crate) fn rows_of(handler: Option<UnitKind>, posted: bool) -> Revision {
    let mut rows = Revision::on(day(2021, 6, 30));
    for region in Region::all() {
        rows.units.extend(handler.map(|kind| unit(region, kind)));
        let undertakes = handler.map(|kind| Undertaken {
            items: Items::All,
            handler: unit(region, kind).id,
            supervision: Supervision::NOBODY,
            uses: Uses::default(),
        });
        let centre = (region == Region::CultureZone).then(|| Region::Qufu.centre().unwrap());
        let undertakes = undertakes.into_iter().collect();
        rows.plans.push(Plan { region, from: day(2021, 6, 30), centre, undertakes });
        for department in tongquan::Department::all().filter(|_| posted) {
            rows.postings.push(Posting { department, region, from: day(2021, 6, 30), until: None });
        }
    }
    rows
}

/// A permission, and who runs the window.
pub(super) fn permission(
    venue: &Venue,
    kind: &str,
    region: Region,
    record: Record,
    (from, until): (NaiveDate, Option<NaiveDate>),
) -> Option<(Permission, Body)> {
    if record == Record::None {
        return None;
    }
    let handling = if record == Record::DirectDefault { Handling::Decide(Bearer::Competent) } else { Handling::PassOn };
    // a station is run by the bureau of its own region, every other window by somebody else
    let operator = if kind == "township_station" {
        unit(venue.region().unwrap(), UnitKind::ApprovalBureau).into()
    } else {
        match (venue.region(), kind) {
            (None, "city_centre") => tongquan::Department::Finance.into(),
            (at, _) => crate::support::stranger(at.unwrap_or(region)),
        }
    };
    let named = match &operator {
        Body::Department(it) => BodyRef::Department(*it),
        Body::Unit(it) => BodyRef::Body(it.id.clone()),
        Body::City(it) | Body::Partner(it) => BodyRef::Body(it.id.clone()),
    };
    let gives = Admission { operator: named, handling };
    let regions = [region].into_iter().collect();
    let (number, ground) = ("SJ-1".parse().unwrap(), "虚构".parse().unwrap());
    let row = Permission { number, venue: venue.clone(), gives, items: Items::All, regions, from, until, ground };
    Some((row, operator))
}
