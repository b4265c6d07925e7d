import Foundation
import LeadCore
import Testing

@Suite struct HeaderNamesTests {
    /// The headers in the rows of CONVENTIONS.md's table of exports.
    private static func documented() throws -> [String] {
        let url = try #require(Vectors.shared("CONVENTIONS.md"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        let table = lines.drop { !$0.hasPrefix("| Source | Headers") }.dropFirst(2).prefix { $0.hasPrefix("|") }
        return table.flatMap { row in
            let headers = row.split(separator: "|")[1]
            // Every second piece between back quotes is quoted; a piece may hold a list.
            return headers.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }
                .flatMap { $0.element.split(separator: ",") }
                .map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0 != ";" }
        }
    }

    @Test(
        "A1: every header that other systems export is known for certain",
        .enabled(if: Vectors.shared("CONVENTIONS.md") != nil, "needs ../shared")
    )
    func conventions() throws {
        let headers = try Self.documented()
        #expect(headers.count > 150)
        for header in headers {
            #expect(HeaderNames.recognise(header)?.confidence == .certain, "\(header)")
        }
    }

    @Test(
        "case, spaces, punctuation and accents make no difference",
        arguments: [
            ("No. of Employees", LeadField.employees), ("NumberOfEmployees", .employees),
            ("no of employees", .employees),
            ("Company / Account", .company), ("accountName", .company), ("FIRMA", .company), ("Straße", .street),
            ("Strasse", .street), ("E-Mail", .email), ("e_mail", .email), ("E-Mail-Adresse", .email),
            ("\u{FEFF}Email", .email),
            ("Währung", .currency), ("PLZ", .postalCode), ("HasOptedOutOfEmail", .doNotEmail), ("gcl_id", .gclid),
            ("utm_source", .utmSource), ("li_fat_id", .liFatID), ("Lead Email", .email), ("Erstellt am", .createdAt),
            ("WORK_EMAIL", .email), ("REGION", .state), ("Zip/Postal Code", .postalCode),
        ]
    )
    func forgiving(header: String, field: LeadField) {
        #expect(HeaderNames.recognise(header)?.meaning == .field(field))
    }

    @Test("what no system writes is not guessed", arguments: ["", "Shoe size", "TotalVisits", "emails sent", "🙂"])
    func unknown(header: String) {
        #expect(HeaderNames.recognise(header) == nil)
    }

    @Test("two columns never claim one field, and the surer one gets it")
    func columns() {
        let meanings = HeaderNames.columns(["Mail", "Email", "Email", "Shoe size", "Jigsaw"]).map(\.meaning)
        #expect(meanings == [.custom("Mail"), .field(.email), .custom("Email"), .custom("Shoe size"), .bookkeeping])
    }

    @Test("a title beside a job title is the lead's own")
    func titles() {
        #expect(HeaderNames.columns(["Title", "Email"]).map(\.meaning) == [.field(.title), .field(.email)])
        #expect(HeaderNames.columns(["title", "job_title"]).map(\.meaning) == [.field(.subject), .field(.title)])
    }
}

@Suite struct WebToLeadFieldsTests {
    @Test(
        "A1: Salesforce's Web-to-Lead names are taken as they are",
        arguments: [
            ("oid", FieldMeaning.bookkeeping), ("retURL", .bookkeeping), ("first_name", .field(.firstName)),
            ("last_name", .field(.lastName)), ("email", .field(.email)), ("company", .field(.company)),
            ("phone", .field(.phone)), ("URL", .field(.website)), ("description", .field(.description)),
            ("industry", .field(.industry)), ("lead_source", .field(.source)), ("title", .field(.title)),
            ("city", .field(.city)), ("state", .field(.state)), ("zip", .field(.postalCode)),
            ("country", .field(.country)),
            ("mobile", .field(.mobile)), ("street", .field(.street)), ("salutation", .field(.salutation)),
            ("rating", .field(.rating)), ("revenue", .field(.annualRevenue)), ("employees", .field(.employees)),
            ("Campaign_ID", .field(.campaign)), ("member_status", .field(.memberStatus)),
            ("00N5f00000ABCDE", .custom("00N5f00000ABCDE")), ("00N5f00000ABCDEFGH", .custom("00N5f00000ABCDEFGH")),
            ("utm_campaign", .field(.utmCampaign)), ("shoe_size", .custom("shoe_size")),
        ]
    )
    func names(name: String, meaning: FieldMeaning) {
        #expect(WebToLeadFields.meaning(of: name) == meaning)
    }
}
