import LeadApp
import LeadCore
import LeadStore

/// What makes us look at a form's content before it becomes a lead: a filled honeypot, a form filled faster than anybody types, too
/// many from one address.
struct FormSuspicions: Sendable {
    let stamp: FormStamp
    private let arrivals = Throttle(limit: 20, per: .minutes(10))
    private static let fastest = Span.seconds(2)
    private static let oldest = Span.hours(24)

    struct Arrival {
        var form: FormRecord
        var fields: SubmittedForm
        var address: String
        /// Sent from the page that we draw, which always carries a stamp; other sites' forms carry none.
        var comesFromOurPage: Bool
        var now: Instant
    }

    init(stamp: FormStamp) {
        self.stamp = stamp
    }

    func suspicion(of arrival: Arrival) -> CaptureLead.Suspicion? {
        guard arrivals.count("\(arrival.form.key) \(arrival.address)", at: arrival.now) else {
            return .init(code: "too_many", sentence: "More than twenty came from one address within ten minutes.")
        }
        if !arrival.fields[FormReading.honeypot].isEmpty {
            return .init(code: "honeypot", sentence: "A field that people do not see was filled in.")
        }
        return timing(of: arrival)
    }

    private func timing(of arrival: Arrival) -> CaptureLead.Suspicion? {
        let text = arrival.fields["_t"]
        guard !text.isEmpty || arrival.comesFromOurPage else { return nil }
        guard let age = stamp.age(of: text, form: arrival.form.key, at: arrival.now) else {
            return .init(code: "no_stamp", sentence: "It does not say when the form was shown, or not truly.")
        }
        if age < Self.fastest {
            return .init(code: "too_fast", sentence: "The form was filled in faster than anybody types.")
        }
        guard age <= Self.oldest else {
            return .init(code: "too_old", sentence: "The form was shown more than a day before it was sent.")
        }
        return nil
    }
}
