import Configuration

/// One thing that can be configured; the raw value is its key in `baton.json`.
enum Setting: String, CaseIterable, Sendable {
    case data
    case host
    case port
    case publicURL = "publicUrl"
    case vendorAssets
    case trustProxy
    case logLevel
    case apiRate
    case database
    case mailURL = "mailUrl"
    case mailFrom
    case mailReplyTo
    case mailPassword
    case mailPasswordFile
    case mailSecurity
    case mailAuthorities
    case mailBounces

    /// The environment variable: `vendorAssets` is `BATON_VENDOR_ASSETS`.
    var variable: String {
        "BATON_" + words.joined(separator: "_").uppercased()
    }

    var flag: String {
        "--" + words.joined(separator: "-").lowercased()
    }

    /// The value when nobody says otherwise; nil where there may be none.
    var standard: ConfigContent? {
        switch self {
        case .data: .string("data")
        case .host: .string("127.0.0.1")
        case .port: .int(8080)
        case .publicURL, .database: nil
        case .vendorAssets: .string("assets/vendor")
        case .trustProxy: .bool(false)
        case .logLevel: .string("info")
        case .apiRate: .int(6000)
        case .mailURL, .mailReplyTo, .mailPassword, .mailPasswordFile, .mailAuthorities, .mailBounces: nil
        case .mailFrom: .string("Baton <baton@localhost>")
        case .mailSecurity: .string("required")
        }
    }

    var type: ConfigType {
        switch self {
        case .port, .apiRate: .int
        case .trustProxy: .bool
        default: .string
        }
    }

    /// What a value must be, for whoever has to correct it.
    var kind: String {
        switch type {
        case .int: "a whole number"
        case .bool: "true or false"
        default: "text"
        }
    }

    /// Shown as dots wherever settings are printed.
    var isSecret: Bool { [.database, .mailPassword].contains(self) }

    private var words: [String] {
        var words = [""]
        for letter in rawValue {
            if letter.isUppercase { words.append("") }
            words[words.count - 1].append(letter)
        }
        return words
    }
}
