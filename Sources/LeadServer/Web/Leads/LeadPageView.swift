/// `/leads/{id}`: everything about one lead, and the acts that are allowed now.
struct LeadPageView: Page {
    static let template = "leads/page"
    var page: PageFrame
    var lead: LeadHead
    /// The allowed acts only, most likely one first.
    var acts: [ActButton]
    var custody: CustodyView
    /// Who the lead passed through, oldest first: the proportional bar and the table beside it.
    var stays: [StayView]
    /// Total age in words, "34 d".
    var age: String
    var people: [LeadPersonView]
    /// Where one more person is added; nil once the lead is closed.
    var addPerson: String?
    var qualification: QualificationView
    var fields: FieldsPanel
    var value: ValueView
    /// Leads about the same deal, and what was merged.
    var joined: JoinedView
    /// The account's other leads, open ones first.
    var others: [AccountLeadView]
    /// Links by which partners work it; empty where there are none.
    var shares: [ShareView]
    var responses: [ResponseView]
    /// What was tried without getting through; nil where it says nothing.
    var tried: TriedView?
    /// Newest first.
    var timeline: [TimelineEntry]
    /// To the older part of the timeline; nil when all is shown.
    var older: LinkView?
    /// Where something is written down.
    var note: FormView
    /// To why it is where it is.
    var why: String
}

struct LeadHead: Encodable {
    var id: String
    var title: String
    var account: LinkView?
    var productClass: String
    /// Where that is changed; nil once the lead is closed.
    var reclassifying: String?
    var status: StatusView
    var grade: GradeView?
    var owner: HolderView
    var marketingOwner: HolderView?
    /// Where the marketing owner is set; nil for those who may not.
    var marketing: LinkView?
    /// Nil while marketing alone holds it.
    var salesOwner: HolderView?
    /// "€ 24,000"; nil when unknown.
    var value: String?
    /// Where the value is set; nil once the lead is closed.
    var valuing: LinkView?
    var source: String
    var campaign: LinkView?
    var created: MomentView
    /// Why it was closed or where it went: "Budget cut", "Opportunity Acme fleet"; nil while open.
    var ending: LinkView?
    /// The lead that carries on, when this one was merged.
    var survivor: LinkView?
    /// What sales would miss, "a way to reach them, the company"; nil when nothing is.
    var missing: String?
}

/// A button of the action bar; it opens `href`, the page with the act's form, in a dialog.
struct ActButton: Encodable {
    /// The sub-resource.
    ///
    /// One of `LeadVerb`'s paths, such as `attempts` or `handoff`.
    var id: String
    var label: String
    /// `/leads/{id}/{act}`.
    var href: String
    var icon: String
    /// The single key that opens it.
    var key: String
    /// One act is the main one.
    var primary = false
}

/// Owner, next step and clock: what every open lead always has.
struct CustodyView: Encodable {
    /// False once the lead is closed; the card then tells how it ended.
    var isOpen: Bool
    var owner: HolderView
    var since: MomentView
    var nextStep: String
    var due: MomentView
    /// `late`, `warn` or `ok`.
    var dueTone: String
    var clock: ClockView?
}

struct StayView: Encodable {
    var status: StatusView
    var holder: String
    var entered: MomentView
    /// Nil for the stay that still runs.
    var left: MomentView?
    /// "3 d 4 h".
    var wall: String
    var working: String
    /// Where the stay begins in the bar, 0–1000 of the lead's life.
    var start: Int
    /// Its share of the bar, 1–1000.
    var width: Int
}

struct LeadPersonView: Encodable {
    var name: String
    var initials: String
    var hue: Int
    /// "Decision maker".
    var role: String
    var title: String?
    var email: String?
    var phone: String?
    /// "do not call, do not e-mail"; nil when they may be.
    var limits: String?
    /// POST here takes them off the lead; nil for the last one.
    var removal: String?
    /// The page on which they move to another company; nil on a closed lead.
    var move: String?
    /// The page on which they are erased for good; nil for who may not.
    var erasure: String?
    /// The page on which they turn out to be somebody else whom we know; nil for erased people.
    var same: String?
    /// The page on which what is known of them is set right; nil on a deal.
    var edit: String?
    /// Who turned out to be them, to be taken apart again.
    var selves: [FormerSelfView] = []
}

/// A record that was merged into a person.
struct FormerSelfView: Encodable {
    var name: String
    /// POST here takes them apart; nil once that is too late.
    var apart: String?
}

struct QualificationView: Encodable {
    /// Need, urgency, fit, authority, money.
    var rows: [QualificationRow]
    /// False when nothing was entered yet.
    var isStarted: Bool
    var grade: GradeView?
    /// Why the grade was set by hand; nil when it follows from the levels.
    var overrideReason: String?
    var updated: MomentView?
    var updatedBy: String?
}

struct QualificationRow: Encodable {
    var label: String
    /// 0 none, 1 low, 2 medium, 3 high.
    var level: Int
    /// "Medium"; "Not asked" when unknown.
    var levelLabel: String
    var evidence: String?
    /// Who recorded it.
    var by: String?
}

struct ResponseView: Encodable {
    var what: String
    var campaign: LinkView?
    var person: String
    var when: MomentView
}

struct TimelineEntry: Encodable {
    var icon: String
    /// `neutral`, `active`, `good`, `bad`: the marker's colour.
    var tone = "neutral"
    /// "Handed off to Field North".
    var title: String
    /// The note or message, plain text.
    var text: String?
    /// Reason or rule: "Rule 'DACH fleet' v3".
    var why: String?
    var who: String
    var when: MomentView
    /// "Corrected: it happened on Mon 3 Nov, 09:00"; nil while what was recorded holds.
    var corrected: String?
    /// Where what was recorded can be set right.
    var corrections: [LinkView] = []
    /// What can be done about it: "Other company".
    var remedy: LinkView?
}
