import Foundation
import LeadApp
import LeadCore
import LeadStore

extension JSONValue {
    /// All that is held on one person.
    static func file(_ file: PersonFile) -> JSONValue {
        [
            "contacts": .list(file.contacts.map(contact)), "account": file.account.map(account) ?? .null,
            "keys": .list(file.keys.map { ["kind": .text($0.kind), "key": .text($0.key)] }),
            "leads": .list(file.leads.map(onLead)), "opportunities": .list(file.deals.map { .id($0) }),
            "responses": .list(file.responses.map(answered)), "activities": .list(file.activities.map(logged)),
            "submissions": .list(file.arrivals.map(arrived)),
            "touches": .list(file.touches.map { ["kind": .text($0.kind.rawValue), "at": .time($0.at)] }),
        ]
    }

    private static func contact(_ contact: ContactRecord) -> JSONValue {
        [
            "id": .id(contact.id), "name": .text(contact.name), "title": .text(contact.title),
            "email": .text(contact.email), "phone": .text(contact.phone), "country": .text(contact.country),
            "city": .text(contact.city), "doNotEmail": .bool(contact.doNotEmail),
            "doNotCall": .bool(contact.doNotCall),
        ]
    }

    private static func account(_ account: AccountRecord) -> JSONValue {
        [
            "id": .id(account.id), "name": .text(account.name), "personal": .bool(account.personal),
            "website": .text(account.website), "country": .text(account.country), "city": .text(account.city),
        ]
    }

    private static func onLead(_ lead: PersonFile.OnLead) -> JSONValue {
        [
            "id": .id(lead.id), "role": .text(lead.role.rawValue), "createdAt": .time(lead.createdAt),
            "productClass": .text(lead.productClass), "source": .text(lead.source),
            "status": .text(lead.status.rawValue), "nextStep": .text(lead.nextStep), "reason": .text(lead.reason),
            "texts": .list(lead.texts.map { .text($0) }), "evidence": .list(lead.evidence.map { .text($0) }),
            "fields": .list(lead.fields.map { .text($0) }),
        ]
    }

    private static func answered(_ response: PersonFile.Answered) -> JSONValue {
        [
            "id": .id(response.id), "campaign": .text(response.campaign), "at": .time(response.at),
            "intent": .text(response.intent?.rawValue), "lead": .id(response.lead),
        ]
    }

    private static func logged(_ activity: PersonFile.Logged) -> JSONValue {
        [
            "lead": .id(activity.lead), "at": .time(activity.at), "inbound": .bool(activity.inbound),
            "channel": .text(activity.channel), "outcome": .text(activity.outcome), "note": .text(activity.note),
        ]
    }

    /// Text as it came; what is no text in base 64.
    private static func arrived(_ arrival: PersonFile.Arrived) -> JSONValue {
        let text = String(validating: arrival.raw, as: UTF8.self)
        return [
            "id": .id(arrival.id), "receivedAt": .time(arrival.at), "channel": .text(arrival.channel.rawValue),
            "contentType": .text(arrival.contentType), "content": .text(text),
            "base64": .text(text == nil ? Data(arrival.raw).base64EncodedString() : nil),
        ]
    }
}
