/// Words that somebody typed into a lead's or a deal's life: a next step, a reason of their own.
///
/// They stand beside the ledger, which names them by id only, so that they can be erased and the ledger stays as it was
/// written (decision 0011).
package enum LedgerText {
    package typealias ID = Identifier<LedgerText>

    /// What stands where words were erased.
    package static let erased = "(erased)"

    private static let prefix = "text:"

    /// The words as the ledger writes them: only their id.
    package static func reference(_ id: ID) -> String { prefix + id.description }

    /// The id that a line of the ledger names; nil when the words are the policy's own.
    package static func id(in word: String) -> ID? {
        word.hasPrefix(prefix) ? ID(String(word.dropFirst(prefix.count))) : nil
    }

    /// Words that could be taken for an id are never written into the ledger, whoever says them.
    package static func isAmbiguous(_ words: String) -> Bool { words.hasPrefix(prefix) }
}

extension Policy {
    /// Whether words are the policy's own, such as a listed reason or the step that a status proposes: no person typed them
    /// about a lead, so the ledger may hold them.
    package func says(_ words: String) -> Bool {
        guard !LedgerText.isAmbiguous(words) else { return false }
        return words == LedgerText.erased || process.steps.contains { $0.nextStep?.what == words }
            || [rejectionReasons, recycleReasons, declineReasons, lossReasons].contains { $0.contains(words) }
    }

    /// The words of the policy that a workspace begins with.
    package static let standardWords = Set(
        LeadProcess.standard.steps.compactMap { $0.nextStep?.what } + standardRejectionReasons + standardRecycleReasons
            + standardDeclineReasons + standardLossReasons
    )
}
