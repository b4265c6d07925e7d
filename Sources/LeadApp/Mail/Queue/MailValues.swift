import LeadCore
import LeadStore

/// What a mail's placeholders stand for.
struct MailValues {
    private(set) var values: [MailField: String] = [:]

    init(contact: ContactRecord?, productClass: ProductClass.ID?, _ snapshot: borrowing Snapshot) throws {
        if let contact {
            values[.contactName] = contact.name
            values[.contactFirstName] = contact.name.split(separator: " ").first.map(String.init)
            values[.contactEmail] = contact.email
            if let account = try snapshot.accountName(contact.account), !account.personal {
                values[.accountName] = account.name
            }
        }
        values[.productClass] = try productClass.flatMap { id in
            try snapshot.productClasses().first { $0.id == id }?.name
        }
    }

    /// What is known of a lead: who has it, what comes next, where it is from.
    static func lead(_ lead: Lead, _ snapshot: borrowing Snapshot) throws -> [MailField: String] {
        var values: [MailField: String] = [:]
        if let user = try lead.owner.person.flatMap({ try snapshot.user($0) }) {
            values[.ownerName] = user.name
            values[.ownerEmail] = user.email
        }
        values[.nextStep] = lead.nextStep?.what
        values[.dueAt] = lead.nextStep.map { MailTime.text($0.dueAt, in: .utc) + " UTC" }
        values[.source] = try snapshot.sources().first { $0.id == lead.source }?.name
        values[.campaign] = try lead.campaign.flatMap { id in try snapshot.campaigns().first { $0.id == id }?.name }
        return values
    }
}

/// A moment as a mail says it.
enum MailTime {
    static func text(_ at: Instant, in zone: ZoneRules) -> String {
        let local = zone.local(at)
        return "\(local.date) \(two(local.hour)):\(two(local.minute))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
