package import LeadCore

extension MailPurpose: SQLBindable, SQLReadable {}
extension MailState: SQLBindable, SQLReadable {}

/// A template with what its list says of it.
package struct TemplateRow: Sendable {
    package var template: MailTemplate
    package var savedAt: Instant
    package var savedBy: User.ID?
}

/// A file that a template carries, without its bytes.
package struct MailFileRow: Sendable {
    package var id: MailFile.ID
    package var name: String
    package var mediaType: String
    package var size: Int
}

/// Ids in a text column, in order.
enum IDList {
    static func text<Entity>(_ ids: [Identifier<Entity>]) -> String { ids.map(\.description).joined(separator: " ") }

    static func ids<Entity>(_ text: String) -> [Identifier<Entity>] {
        text.split(separator: " ").compactMap { Identifier(String($0)) }
    }
}

extension Snapshot {
    /// The newest version of every template in use, by purpose and name.
    package func mailTemplates() throws -> [TemplateRow] {
        try all(
            "\(raw: TemplateRow.select) WHERE newest.version = (\(raw: TemplateRow.newest)) AND NOT newest.retired ORDER BY newest.purpose, LOWER(newest.name), newest.id"
        ) {
            row in try TemplateRow(&row)
        }
    }

    /// One version of a template; the newest when nil.
    package func mailTemplate(_ id: MailTemplate.ID, version: Int? = nil) throws -> TemplateRow? {
        let which: SQL = version.map { "newest.version = \($0)" } ?? "newest.version = (\(raw: TemplateRow.newest))"
        return try first("\(raw: TemplateRow.select) WHERE newest.id = \(id) AND \(which)") { row in
            try TemplateRow(&row)
        }
    }

    package func mailFile(_ id: MailFile.ID) throws -> MailFileRow? {
        try first("SELECT id, name, media_type, size FROM mail_files WHERE id = \(id)") { row in
            MailFileRow(id: try row.next(), name: try row.next(), mediaType: try row.next(), size: try row.next())
        }
    }

    package func attachment(_ id: MailFile.ID) throws -> MailMessage.Attachment? {
        try first("SELECT name, media_type, bytes FROM mail_files WHERE id = \(id)") { row in
            MailMessage.Attachment(name: try row.next(), mediaType: try row.next(), bytes: try row.next())
        }
    }

    /// Files that were brought in for templates, newest first.
    package func mailFiles() throws -> [MailFileRow] {
        try all("SELECT id, name, media_type, size FROM mail_files WHERE template_file ORDER BY id DESC LIMIT 200") {
            row in
            MailFileRow(id: try row.next(), name: try row.next(), mediaType: try row.next(), size: try row.next())
        }
    }
}

extension Transaction {
    package func insert(_ template: MailTemplate, retired: Bool = false) throws {
        try run(
            """
            INSERT INTO mail_templates (id, version, purpose, name, language, source_id, campaign_id, class_id, intent, sends,
              marketing, subject, body, html, files, retired, saved_at, saved_by)
            VALUES (\(template.id), \(template.version), \(template.purpose), \(template.name), \(template.language),
              \(template.scope.source), \(template.scope.campaign), \(template.scope.productClass),
              \(template.scope.intent), \(template.sends), \(template.marketing), \(template.subject), \(template.text),
              \(template.html), \(IDList.text(template.files)), \(retired), \(now), \(actor.user))
            """
        )
    }

    /// - Parameter forTemplates: offered to every template; false for what belongs to one mail alone.
    package func insert(_ id: MailFile.ID, _ file: MailMessage.Attachment, forTemplates: Bool) throws {
        try run(
            """
            INSERT INTO mail_files (id, name, media_type, size, bytes, added_at, added_by, template_file)
            VALUES (\(id), \(file.name), \(file.mediaType), \(file.bytes.count), \(file.bytes), \(now), \(actor.user),
              \(forTemplates))
            """
        )
    }
}

extension TemplateRow {
    fileprivate static let select = """
        SELECT newest.id, newest.version, newest.purpose, newest.name, newest.language, newest.source_id, newest.campaign_id,
          newest.class_id, newest.intent, newest.sends, newest.marketing, newest.subject, newest.body, newest.html,
          newest.files, newest.saved_at, newest.saved_by
        FROM mail_templates AS newest
        """
    fileprivate static let newest = "SELECT MAX(version) FROM mail_templates WHERE mail_templates.id = newest.id"

    fileprivate init(_ row: inout Row) throws {
        template = MailTemplate(
            id: try row.next(),
            version: try row.next(),
            purpose: try row.next(),
            name: try row.next(),
            language: try row.next(),
            scope: MailTemplate.Scope(
                source: try row.next(),
                campaign: try row.next(),
                productClass: try row.next(),
                intent: try row.next()
            ),
            sends: try row.next(),
            marketing: try row.next(),
            subject: try row.next(),
            text: try row.next(),
            html: try row.next(),
            files: IDList.ids(try row.next())
        )
        savedAt = try row.next()
        savedBy = try row.next()
    }
}
