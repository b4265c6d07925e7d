/// What a token may do of what its person may.
enum TokenSchema {
    static func script(_ dialect: Dialect) -> String {
        "ALTER TABLE api_tokens ADD COLUMN scope TEXT NOT NULL DEFAULT 'everything'"
    }
}
