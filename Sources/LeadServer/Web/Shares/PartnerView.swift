import LeadApp
import LeadCore
import LeadStore

/// What a partner sees of their one lead.
struct PartnerView: StandalonePage {
    static let template = "shares/partner"
    /// The page's title.
    var name: String
    var partner: String
    var giver: String
    var facts: [FactView]
    var phone: String?
    var email: String?
    var messages: [String]
    var nextStep: String?
    var due: String?
    /// Below it lie the acts and files.
    var address: String
    /// It waits for a yes or no.
    var isOffered: Bool
    var declineReasons: [Option]
    var lossReasons: [Option]
    var currency: String
    var company: String
    var until: String
    var errors: FormErrors?

    init(_ shared: SharedLead, token: String) {
        let time = TimeWords(now: shared.now, zone: shared.zone)
        let card = shared.card
        name = shared.title
        partner = shared.partner
        giver = shared.giver
        phone = card.phone
        email = card.email
        facts = [
            ("Company", card.company), ("Person", shared.contact?.name), ("Position", card.title),
            ("Place", [card.city, card.country].compactMap { $0 }.joined(separator: ", ").trimmed),
            ("About", shared.productClass), ("Passed on by", shared.giver),
        ].compactMap { label, value in value.map { FactView(label: label, value: $0) } }
        messages = shared.messages
        nextStep = shared.lead.nextStep?.what
        due = shared.lead.nextStep.map { "\(time.text($0.dueAt)) (\(shared.zone.identifier))" }
        address = "/p/\(token)"
        isOffered = shared.lead.offer != nil
        declineReasons = Option.texts(shared.policy.declineReasons, chosen: nil, none: "Choose a reason")
        lossReasons = Option.texts(shared.policy.lossReasons, chosen: nil, none: "Choose a reason")
        currency = shared.policy.currency
        company = shared.share.customer?.company ?? card.company ?? ""
        until = time.day(shared.zone.local(shared.share.expiresAt).date)
    }
}

/// What a partner sees when nothing is left to do, or the link was none.
struct PartnerEndView: StandalonePage {
    static let template = "shares/end"
    var name: String
    var sentence: String

    init(title: String, sentence: String) {
        name = title
        self.sentence = sentence
    }

    init(_ outcome: ShareOutcome) {
        name = "Thank you"
        switch outcome {
        case .declined: sentence = "You declined the lead. Whoever sent it to you has it again."
        case .won: sentence = "Congratulations. Your sale is recorded."
        default: sentence = "What became of the lead is recorded."
        }
    }
}
