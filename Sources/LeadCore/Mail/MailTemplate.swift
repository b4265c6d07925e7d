/// The words of a mail, in versions, and for what they are meant.
package struct MailTemplate: Hashable, Sendable {
    package typealias ID = Identifier<MailTemplate>

    /// For what a template is meant; what is nil does not matter.
    package struct Scope: Hashable, Codable, Sendable {
        package var source: Source.ID?
        package var campaign: Campaign.ID?
        package var productClass: ProductClass.ID?
        package var intent: Intent?

        package init(
            source: Source.ID? = nil,
            campaign: Campaign.ID? = nil,
            productClass: ProductClass.ID? = nil,
            intent: Intent? = nil
        ) {
            self.source = source
            self.campaign = campaign
            self.productClass = productClass
            self.intent = intent
        }

        /// Whether all that this asks for is so.
        func holds(for occasion: Scope) -> Bool {
            (source == nil || source == occasion.source) && (campaign == nil || campaign == occasion.campaign)
                && (productClass == nil || productClass == occasion.productClass)
                && (intent == nil || intent == occasion.intent)
        }

        /// A campaign says more than a class, a class more than a source, and that more than what they want.
        var weight: Int {
            (campaign == nil ? 0 : 8) + (productClass == nil ? 0 : 4) + (source == nil ? 0 : 2)
                + (intent == nil ? 0 : 1)
        }
    }

    package var id: ID
    package var version: Int
    package var purpose: MailPurpose
    package var name: String
    /// A language tag such as `en` or `de`.
    package var language: String
    package var scope: Scope
    /// False says that where this template fits, no mail goes out.
    package var sends: Bool
    /// Advertising, which anybody may stop with one click.
    package var marketing: Bool
    package var subject: String
    package var text: String
    package var html: String?
    package var files: [MailFile.ID]

    package init(
        id: ID,
        version: Int,
        purpose: MailPurpose,
        name: String,
        language: String = "en",
        scope: Scope = Scope(),
        sends: Bool = true,
        marketing: Bool = false,
        subject: String,
        text: String,
        html: String? = nil,
        files: [MailFile.ID] = []
    ) {
        self.id = id
        self.version = version
        self.purpose = purpose
        self.name = name
        self.language = language
        self.scope = scope
        self.sends = sends
        self.marketing = marketing
        self.subject = subject
        self.text = text
        self.html = html
        self.files = files
    }
}

extension [MailTemplate] {
    /// The template for an occasion: the most particular, then the one in the reader's language, then the oldest.
    ///
    /// One that says that nothing goes out is a template like the others; whoever calls asks `sends`.
    package func best(for purpose: MailPurpose, _ occasion: MailTemplate.Scope, language: String?) -> MailTemplate? {
        filter { $0.purpose == purpose && $0.scope.holds(for: occasion) }
            .min { a, b in
                if a.scope.weight != b.scope.weight { return a.scope.weight > b.scope.weight }
                let (mine, other) = (a.language == language, b.language == language)
                return mine != other ? mine : a.id < b.id
            }
    }
}

/// In which language somebody is written to.
package enum MailLanguage {
    private static let ofCountry = [
        "DE": "de", "GERMANY": "de", "DEUTSCHLAND": "de", "AT": "de", "AUSTRIA": "de", "ÖSTERREICH": "de", "CH": "de",
        "SWITZERLAND": "de", "SCHWEIZ": "de", "LI": "de", "FR": "fr", "FRANCE": "fr", "ES": "es", "SPAIN": "es",
        "MX": "es", "IT": "it", "ITALY": "it", "NL": "nl", "NETHERLANDS": "nl", "PL": "pl", "POLAND": "pl", "PT": "pt",
        "PORTUGAL": "pt", "BR": "pt", "BRAZIL": "pt", "JP": "ja", "JAPAN": "ja", "CN": "zh", "CHINA": "zh", "CZ": "cs",
        "DK": "da", "DENMARK": "da", "SE": "sv", "SWEDEN": "sv", "NO": "nb", "NORWAY": "nb", "FI": "fi",
        "FINLAND": "fi", "GB": "en", "UK": "en", "UNITED KINGDOM": "en", "US": "en", "USA": "en", "IE": "en",
        "IRELAND": "en",
    ]

    /// The language of most people there; nil where we do not know.
    package static func spoken(in country: String?) -> String? {
        country.flatMap { ofCountry[$0.uppercased()] }
    }
}
