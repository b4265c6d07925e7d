import Foundation
import LeadCore

/// Where a new workspace works: what phone numbers, times and amounts mean that do not say otherwise.
package struct HomePlace: Codable, Hashable, Sendable {
    /// ISO 3166 alpha-2.
    package var region: String
    /// IANA name.
    package var zone: String
    /// ISO 4217.
    package var currency: String

    /// What the page of the first start proposes.
    package static let proposed = HomePlace("DE", "Europe/Berlin", "EUR")

    private init(_ region: String, _ zone: String, _ currency: String) {
        self.region = region
        self.zone = zone
        self.currency = currency
    }

    /// - Throws: one refusal with each of them that cannot be.
    package init(region: String, zone: String, currency: String) throws {
        var faults = Faults()
        let region = region.trimmed?.uppercased() ?? ""
        let currency = currency.trimmed?.uppercased() ?? ""
        _ = try faults.check {
            guard Phone.knows(region: region) else {
                throw Refusal.invalid("/region", "This is no country: two letters such as DE are expected.")
            }
        }
        _ = try faults.check { try ZoneLoader.load(zone.trimmed ?? "") }
        _ = try faults.check {
            guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
                throw Refusal.invalid("/currency", "An ISO 4217 code is needed, such as EUR.")
            }
        }
        guard faults.isEmpty else { throw faults.refusal }
        self.init(region, zone.trimmed ?? "", currency)
    }

    /// The names of all zones that are known here, for a list to choose from.
    package static var zones: [String] { TimeZone.knownTimeZoneIdentifiers.sorted() }
}

extension PolicyBody {
    /// The same, for a workspace that works there.
    func working(in place: HomePlace) -> PolicyBody {
        var body = self
        body.region = place.region
        body.currency = place.currency
        body.calendar.zone = place.zone
        return body
    }
}
