/// What somebody asked for or did, as far as we can tell (requirement A5).
package enum Intent: String, CaseIterable, Codable, Sendable {
    /// Wants to talk to us; what an inquiry is when it says nothing else.
    case contact
    case quote, demo, visit
    case callBack = "call_back"
    /// Asked for printed or sent material, nothing more (requirement A9).
    case brochure
    case eventRegistration = "event_registration"
    case eventAttendance = "event_attendance"
    /// Clicked on a link in a mailing.
    case click
    case download, reply

    package var label: String {
        switch self {
        case .contact: "Contact"
        case .quote: "Quote"
        case .demo: "Demo"
        case .visit: "Salesperson's visit"
        case .callBack: "Call back"
        case .brochure: "Brochure"
        case .eventRegistration: "Event registration"
        case .eventAttendance: "Event attended"
        case .click: "Link clicked"
        case .download: "Download"
        case .reply: "Reply to a mailing"
        }
    }
}
