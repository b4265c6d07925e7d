package import LeadCore

/// How a file is read: the mapping file that `baton import --mapping` takes and the import page saves.
///
///     {
///       "name": "Web shop", "kind": "leads", "system": "shop", "timeZone": "Europe/Berlin", "createMissing": true,
///       "columns": {"Nr": "external_id", "Quelle": {"field": "source", "values": {"goog": "Google"}}},
///       "constants": {"product_class": "Pumps"},
///       "statuses": {"Gekauft": {"status": "converted", "won": true}, "Neu": "open"}
///     }
package struct ImportMapping: Codable, Hashable, Sendable {
    package var name = "Import"
    package var kind = ImportKind.leads
    /// The name of the system the file is from: its ids are its own, and meet those of no other.
    package var system: String?
    /// One character; found out when nil.
    package var delimiter: String?
    package var encoding: TextEncoding?
    /// Which line of the file names the columns, counting from 1.
    package var headerRow = 1
    /// Found out from the columns when `auto`.
    package var dateFormat = DateOrder.automatic
    package var numberFormat = TextAmount.Style.automatic
    /// IANA name of the zone that times without one are in; the workspace's own when nil.
    package var timeZone: String?
    /// ISO 4217 code of amounts that name none; the workspace's own when nil.
    package var currency: String?
    /// Values that mean that nothing was given.
    package var missing = ImportMapping.standardMissing
    package var columns: [String: ColumnMapping] = [:]
    /// What a row without a value for a field has.
    package var constants: [ImportField: String] = [:]
    package var statuses: [String: StatusMeaning] = [:]
    /// Also maps columns that `columns` does not name, by their names; columns in `ignore` stay out.
    package var automatic = false
    package var ignore: [String] = []
    /// Makes sources, campaigns, product classes and people that are named and not there yet.
    package var createMissing = false

    package static let standardMissing = ["", "NULL", "null", "N/A", "n/a", "NaN", "nan"]

    package init(name: String = "Import", kind: ImportKind = .leads) {
        self.name = name
        self.kind = kind
    }
}

/// What a status word of the file means in the lead process, or in the sales process for opportunities.
package struct StatusMeaning: Hashable, Sendable {
    /// A status's or stage's key or label.
    package var status: String
    /// For a status of kind converted: the deal was won, not just begun.
    package var won: Bool

    package init(status: String, won: Bool = false) {
        self.status = status
        self.won = won
    }
}

/// What one column fills: mostly one field, sometimes more.
package struct ColumnMapping: Hashable, Sendable {
    package struct Use: Codable, Hashable, Sendable {
        package var field: ImportField
        /// What values of the file are called here; others stay as they are.
        package var values: [String: String]?
        /// What all others become when `values` does not name them; an empty text makes them missing.
        package var otherwise: String?
        /// Put before a value, as `Campaign ` before a number.
        package var prefix: String?
        /// What an amount is multiplied with, as 1000000 when the file counts in millions.
        package var scale: Int64?
        /// The key, for a custom field.
        package var name: String?

        /// A custom field, by its key.
        package static func custom(_ key: String) -> Use {
            var use = Use(.custom)
            use.name = key
            return use
        }

        /// `email`, or `field:budget`.
        package var word: String { name.map { "field:\($0)" } ?? field.rawValue }

        /// What a mapping file or a page calls a field; nil when there is none of that name.
        package init?(word: String) {
            if word.hasPrefix("field:") {
                self = .custom(String(word.dropFirst(6)))
            } else if let field = ImportField(rawValue: word), field != .custom {
                self.init(field)
            } else {
                return nil
            }
        }

        package init(
            _ field: ImportField,
            values: [String: String]? = nil,
            otherwise: String? = nil,
            prefix: String? = nil,
            scale: Int64? = nil
        ) {
            self.field = field
            self.values = values
            self.otherwise = otherwise
            self.prefix = prefix
            self.scale = scale
        }
    }

    package var uses: [Use]

    package init(_ uses: Use...) {
        self.uses = uses
    }
}
