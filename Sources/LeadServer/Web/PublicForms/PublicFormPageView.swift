import LeadApp
import LeadStore

/// A page without the frame of the others: visitors see it, also inside another site.
protocol StandalonePage: Encodable, Sendable {
    static var template: String { get }
}

/// The form itself.
struct PublicFormPageView: StandalonePage {
    static let template = "forms/public"
    var name: String
    var action: String
    var stamp: String
    var honeypot = FormReading.honeypot

    init(_ form: FormRecord, stamp: String) {
        name = form.name
        action = "/forms/\(form.key)"
        self.stamp = stamp
    }
}

/// What visitors see afterwards unless the form sends them elsewhere.
struct ThanksView: StandalonePage {
    static let template = "forms/thanks"
    var name: String
}
