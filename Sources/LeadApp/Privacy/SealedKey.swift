import LeadCore
import LeadStore

/// A sender's own id of an arrival once its person was erased: it cannot be read any more, and is still known when it comes again.
enum SealedKey {
    static func of(_ key: String) -> String {
        "sealed:" + Hash.hex(of: Array(key.utf8))
    }
}

extension Snapshot {
    /// What became of an arrival that came under a key, also when it was erased since.
    func arrival(under key: String) throws -> DecidedSubmission? {
        try submission(withDedupeKey: key) ?? submission(withDedupeKey: SealedKey.of(key))
    }
}
