/// Mail that goes out, its words and files, who gets none; how people are told; leads shared by a link.
enum MailSchema {
    static func script(_ dialect: Dialect) -> String {
        [templates, mails, notices, shares].joined(separator: "\n")
    }

    private static let templates = """
        CREATE TABLE mail_templates (
          id BLOB NOT NULL, version BIGINT NOT NULL, purpose TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
          source_id BLOB REFERENCES sources(id), campaign_id BLOB REFERENCES campaigns(id),
          class_id BLOB REFERENCES product_classes(id), intent TEXT, sends BOOLEAN NOT NULL, marketing BOOLEAN NOT NULL,
          subject TEXT NOT NULL, body TEXT NOT NULL, html TEXT, files TEXT NOT NULL, retired BOOLEAN NOT NULL,
          saved_at BIGINT NOT NULL, saved_by BLOB, PRIMARY KEY (id, version)
        );
        CREATE TABLE mail_files (
          id BLOB PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, size BIGINT NOT NULL, bytes BLOB NOT NULL,
          added_at BIGINT NOT NULL, added_by BLOB, template_file BOOLEAN NOT NULL
        );
        """

    /// `next_at` is when a mail is to be tried; a mail whose way has ended has none.
    private static let mails = """
        CREATE TABLE mails (
          id BLOB PRIMARY KEY, purpose TEXT NOT NULL, state TEXT NOT NULL, lead_id BLOB, contact_id BLOB, user_id BLOB,
          response_id BLOB, template_id BLOB, template_version BIGINT, class_id BLOB, campaign_id BLOB,
          address TEXT NOT NULL, address_name TEXT NOT NULL, address_key TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE,
          subject TEXT NOT NULL, body TEXT NOT NULL, html TEXT, language TEXT, unsubscribe TEXT, files TEXT NOT NULL,
          created_at BIGINT NOT NULL, next_at BIGINT, attempts BIGINT NOT NULL, code BIGINT, answer TEXT,
          ended_at BIGINT, CHECK ((next_at IS NOT NULL) = (state IN ('waiting', 'deferred')))
        );
        CREATE INDEX mails_due ON mails (next_at) WHERE next_at IS NOT NULL;
        CREATE INDEX mails_by_state ON mails (state, id);
        CREATE INDEX mails_by_lead ON mails (lead_id, id) WHERE lead_id IS NOT NULL;
        CREATE INDEX mails_by_contact ON mails (contact_id, id) WHERE contact_id IS NOT NULL;
        CREATE INDEX mails_by_address ON mails (address_key, id);
        CREATE UNIQUE INDEX mails_once_a_response ON mails (response_id) WHERE response_id IS NOT NULL;
        CREATE TABLE mail_stops (
          address_key TEXT PRIMARY KEY, reason TEXT NOT NULL, at BIGINT NOT NULL, mail_id BLOB
        );
        """

    private static let notices = """
        CREATE TABLE notice_choices (
          user_id BLOB NOT NULL REFERENCES users(id), kind TEXT NOT NULL, way TEXT NOT NULL, PRIMARY KEY (user_id, kind)
        );
        CREATE TABLE notice_digests (
          user_id BLOB PRIMARY KEY REFERENCES users(id), minute BIGINT NOT NULL, since BIGINT NOT NULL, due_at BIGINT
        );
        CREATE INDEX notice_digests_due ON notice_digests (due_at) WHERE due_at IS NOT NULL;
        """

    private static let shares = """
        CREATE TABLE shares (
          id BLOB PRIMARY KEY, lead_id BLOB NOT NULL REFERENCES leads(id), partner_id BLOB NOT NULL REFERENCES users(id),
          created_at BIGINT NOT NULL, created_by BLOB, expires_at BIGINT NOT NULL, revoked_at BIGINT, ended_at BIGINT,
          outcome TEXT, customer TEXT, CHECK (expires_at > created_at)
        );
        CREATE INDEX shares_by_lead ON shares (lead_id, id);
        """
}
