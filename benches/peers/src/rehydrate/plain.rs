//! What a service would write for the same JSON: structs and externally tagged enums with public fields, words that a small list closes as enums,
//! all others as strings. `T` is a timestamp.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tongquan::case::StepKind;

macro_rules! entries {
    ($($Step:ident: $Taken:ty),+) => {
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Entry<T> { File(Filing<T>), $($Step($Taken)),+ }

        impl<T> Entry<T> {
            /// Which step; none for the filing.
            pub fn kind(&self) -> Option<StepKind> {
                match self {
                    Self::File(_) => None,
                    $(Self::$Step(_) => Some(StepKind::$Step)),+
                }
            }
        }
    };
}

entries! {
    CorrectOnSpot: Taken<T, CorrectOnSpot>,
    AskForCorrections: Asked<T, Materials, Period>,
    HandInCorrections: Taken<T, Materials>,
    Accept: Asked<T, Accept, Period>,
    NotAccept: Asked<T, NotAccept, Period>,
    DeemAccepted: Asked<T, Nothing, Period>,
    Lapse: Asked<T, Nothing, Period>,
    PassOn: Taken<T, Nothing>,
    TakeReviewStep: Taken<T, TakeReviewStep>,
    Suspend: Taken<T, Suspend>,
    Resume: Taken<T, Nothing>,
    Extend: Asked<T, Extend, Period>,
    Transfer: Transferred<T>,
    DecideFavourably: Taken<T, DecideFavourably>,
    DecideUnfavourably: Taken<T, DecideUnfavourably>,
    AffixSeal: Taken<T, Nothing>,
    AffixSealNo2: Asked<T, AffixSealNo2, Option<SealRecord>>,
    IssueLicence: Taken<T, IssueLicence>,
    Deliver: Taken<T, Nothing>,
    Report: Taken<T, Nothing>,
    Push: Asked<T, Nothing, Supervision>,
    Acknowledge: Taken<T, Acknowledge>,
    Close: Taken<T, Nothing>,
    Withdraw: Taken<T, Withdraw>
}

macro_rules! plain {
    ($(struct $Struct:ident$(<$($P:ident),+>)? { $($field:ident: $Type:ty),* })+) => {$(
        #[derive(Serialize, Deserialize)]
        pub struct $Struct$(<$($P),+>)? { $(pub $field: $Type),* }
    )+};
}

macro_rules! words {
    ($(enum $Enum:ident { $($body:tt)* })+) => {$(
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $Enum { $($body)* }
    )+};
}

plain! {
    struct Filing<T> { v: u32, stamp: Stamp<T>, step: File, found: Box<Brief> }
    struct Taken<T, S> { stamp: Stamp<T>, step: S }
    struct Asked<T, S, F> { stamp: Stamp<T>, step: S, found: Said<F> }
    struct Transferred<T> { stamp: Stamp<T>, step: Reason, found: Box<Brief> }
    struct Stamp<T> { at: T, by: Actor }
    struct Said<F> { revision: u32, said: F }

    struct File {
        case: String,
        item: String,
        place: Place,
        scope: Vec<String>,
        venue: Venue,
        applicant: String,
        materials: Vec<String>,
        follows: Option<String>
    }
    struct Brief {
        revision: u32,
        edition: EditionId,
        item: ItemFacts,
        undertaking: Undertaking,
        admission: Option<Admission>,
        standard: Option<Standard>,
        gaps: Vec<Gap>
    }
    struct EditionId { number: u32, from: NaiveDate }
    struct ItemFacts { department: String, kind: Kind, column: Modality, cell: Cell }
    struct Cell { standing: Standing, why: Why }
    struct Undertaking {
        handler: Option<Unit>,
        posted: bool,
        centre: Option<Centre>,
        supervision: Supervision,
        chosen: Option<Chosen>
    }
    struct Chosen { way: Way, township: String, body: Unit, supervision: Supervision }
    struct Admission { operator: Body, handling: Handling }
    struct Supervision {
        county_supervisor: Option<Body>,
        county_enforcement: Option<Body>,
        city_supervisor: Option<Body>,
        city_enforcement: Option<Body>
    }
    struct Standard {
        edition: u32,
        own: Option<Own>,
        required: Vec<String>,
        optional: Vec<String>,
        acceptance: Vec<String>,
        conditions: Vec<String>,
        steps: Vec<ReviewStep>,
        procedures: Vec<String>,
        outcome: String,
        remedies: Vec<Remedy>,
        licence: Option<String>,
        limits: Option<Limits>,
        notice: Option<Limit>,
        corrections: Option<Limit>
    }
    struct Own { region: String, handbook: u32 }
    struct ReviewStep { code: String, required: bool, after: Vec<String>, repeats: bool, on_site: bool }
    struct Limits { promised: Limit, statutory: Limit }
    struct Limit { amount: u16, unit: LimitUnit }
    struct Unit { id: String, region: String, kind: UnitKind, name: String }
    struct Agency { id: String, name: String }
    struct SealId { department: String, number: u16 }
    struct SealRecord {
        seal: SealId,
        region: Option<String>,
        agreement: Option<String>,
        users: Vec<String>,
        covers_item: bool,
        circumstances: Vec<String>,
        state: SealState
    }

    struct Nothing {}
    struct CorrectOnSpot { material: String, what: String }
    struct Materials { materials: Vec<String> }
    struct Accept { receipt: String }
    struct NotAccept { receipt: String, ground: Ground }
    struct TakeReviewStep { step: String, finding: Option<String>, officers: Vec<String> }
    struct Suspend { procedure: String, needs: Limit, notice: String }
    struct Extend { working_days: u16, reason: String, notice: String, approved_by: Actor }
    struct Reason { reason: String }
    struct DecideFavourably { attested: Vec<String> }
    struct DecideUnfavourably { unmet: Vec<String>, remedies: Vec<Remedy> }
    struct AffixSealNo2 { seal: SealId, circumstance: String, documents: Vec<String> }
    struct IssueLicence { number: String }
    struct Acknowledge { message: Message, reply: Reply }
    struct Withdraw { reason: Option<String> }
}

words! {
    enum Actor { Official { body: Body, person: String }, Applicant(String) }
    enum Body { Department(String), City(Agency), Unit(Unit), Partner(Agency) }
    enum UnitKind { ApprovalBureau, Sector, Enforcement, Township }
    enum Place { City, Region(String), Township(String), Village(String) }
    enum Centre { City, Region(String) }
    enum Venue {
        Centre(Centre),
        TownshipStation(String),
        TownshipCentre(String),
        JointCentre(String),
        VillageStation(String),
        BankOutlet(String),
        Kiosk(String),
        Online
    }
    enum Kind { Licence, Confirmation, OtherPower, PublicService }
    enum Modality { Direct, Window, Review, Intake }
    enum Standing {
        Devolved(Modality),
        NotDevolved,
        RegionChooses,
        Chosen(Modality),
        Original,
        Reserved,
        Unresolved
    }
    enum Why { Column, Remark, Note, OwnRecord, Amendment }
    enum Way { Direct, Window { county: Unit }, Review { seal: Option<ReviewSeal> }, Intake { county: Unit } }
    enum ReviewSeal { Township, County(Unit) }
    enum Handling { PassOn, Decide(Bearer) }
    enum Bearer { Competent, Department }
    enum Gap {
        NotChosen,
        SealNotNamed,
        NoHandler,
        NoCentre,
        NotStationed,
        NoStandard,
        NoAdviser,
        NoStaffPosted,
        NoSealNo2,
        NoElectronicSeal,
        NoElectronicLicence,
        NotOnPlatform,
        EmptySeat(Tier)
    }
    enum Remedy { Reconsideration, Litigation }
    enum LimitUnit { WorkingDay, Day }
    enum SealState { NotHandedOver, InService, Suspended, Withdrawn, Lost }
    enum Period { Unset, Running, Over { last: NaiveDate }, Uncovered { year: i32 } }
    enum Ground { NothingToApplyFor, AnotherIsCompetent(Body), ConditionUnmet(String), StillIncomplete(Vec<String>) }
    enum Message { Report, Push(Tier) }
    enum Tier { CountySupervisor, CountyEnforcement, CitySupervisor, CityEnforcement }
    enum Reply { Acknowledged, Rejected(String) }
}
