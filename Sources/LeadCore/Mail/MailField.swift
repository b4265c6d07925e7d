/// What a template can put in: `{{contact.firstName}}`, or `{{contact.firstName|you}}` with what stands there when it is not known.
package enum MailField: String, CaseIterable, Sendable {
    case contactName = "contact.name"
    case contactFirstName = "contact.firstName"
    case contactEmail = "contact.email"
    case accountName = "account.name"
    case productClass = "lead.productClass"
    case campaign = "lead.campaign"
    case source = "lead.source"
    case nextStep = "lead.nextStep"
    case dueAt = "lead.dueAt"
    case ownerName = "owner.name"
    case ownerEmail = "owner.email"
    case partnerName = "partner.name"
    case link
    case unsubscribe

    /// Whether a mail of a purpose can know it.
    func fits(_ purpose: MailPurpose) -> Bool {
        switch self {
        case .ownerName, .ownerEmail: purpose != .brochure
        case .nextStep, .dueAt, .link, .partnerName: purpose == .partner
        case .unsubscribe: purpose != .partner
        default: true
        }
    }

    package static func known(to purpose: MailPurpose) -> [MailField] { allCases.filter { $0.fits(purpose) } }
}

/// The text of a template, cut at its placeholders.
package struct MailText: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case literal(String)
        case field(MailField, otherwise: String)
    }

    let parts: [Part]

    /// Reads a text; each thing in it that cannot be put in is an issue at `pointer`.
    package init(_ text: String, for purpose: MailPurpose, at pointer: String, _ issues: inout [Refusal.Issue]) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            parts.append(.literal(String(rest[..<open.lowerBound])))
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else {
                issues.append(.init(pointer, "A {{ has no }} behind it."))
                break
            }
            let body = rest[..<close.lowerBound].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            let name = body.first.map(Self.trimmed) ?? ""
            if let field = MailField(rawValue: name), field.fits(purpose) {
                parts.append(.field(field, otherwise: body.count > 1 ? Self.trimmed(body[1]) : ""))
            } else {
                let known = MailField.known(to: purpose).map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
                issues.append(.init(pointer, "There is no {{\(name)}} in this mail. Known: \(known)."))
            }
            rest = rest[close.upperBound...]
        }
        parts.append(.literal(String(rest)))
        self.parts = parts
    }

    /// - Parameter escape: makes what is put in harmless where it lands, as in HTML.
    package func filled(_ values: [MailField: String], escape: (String) -> String = { $0 }) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): return text
            case .field(let field, let otherwise):
                let value = values[field] ?? ""
                return escape(value.isEmpty ? otherwise : value)
            }
        }.joined()
    }

    /// For HTML text and attributes.
    package static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension MailTemplate {
    /// The words with what is known put in.
    package struct Filled: Hashable, Sendable {
        package var subject: String
        package var text: String
        package var html: String?
    }

    /// Refuses words that cannot be filled in: an empty subject or text, and placeholders that nothing stands behind.
    package func check() throws(Refusal) {
        var issues: [Refusal.Issue] = []
        _ = parts(&issues)
        if !MailPurpose.templated.contains(purpose) {
            issues.append(.init("/purpose", "Templates are for answers, brochures and partner links."))
        }
        if sends {
            if subject.allSatisfy(\.isWhitespace) { issues.append(.init("/subject", "A mail needs a subject.")) }
            if text.allSatisfy(\.isWhitespace) { issues.append(.init("/text", "A mail needs a text.")) }
        }
        if subject.contains(where: \.isNewline) { issues.append(.init("/subject", "A subject is one line.")) }
        for (pointer, text, most) in [("/subject", subject, 500), ("/text", self.text, 100_000)]
        where text.utf8.count > most { issues.append(.init(pointer, "This is longer than \(most) bytes.")) }
        if (html ?? "").utf8.count > 300_000 { issues.append(.init("/html", "This is longer than 300000 bytes.")) }
        guard let first = issues.first else { return }
        throw Refusal(.invalid, "invalid_input", first.message, issues: issues)
    }

    package func filled(_ values: [MailField: String]) -> Filled {
        var issues: [Refusal.Issue] = []
        let parts = parts(&issues)
        return Filled(
            subject: parts.subject.filled(values),
            text: parts.text.filled(values),
            html: parts.html?.filled(values, escape: MailText.escaped)
        )
    }

    private func parts(_ issues: inout [Refusal.Issue]) -> (subject: MailText, text: MailText, html: MailText?) {
        (
            MailText(subject, for: purpose, at: "/subject", &issues),
            MailText(text, for: purpose, at: "/text", &issues),
            html.map { MailText($0, for: purpose, at: "/html", &issues) }
        )
    }
}
