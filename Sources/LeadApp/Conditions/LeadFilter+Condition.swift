package import LeadCore
import LeadStore

extension LeadFilter {
    /// The same filter with its condition understood by the workspace's fields and put to the store.
    ///
    /// - Throws: `condition_invalid`, with pointers below `/where`.
    func asked(_ policy: Policy, now: Instant) throws(Refusal) -> LeadFilter {
        guard let question else { return self }
        var filter = self
        let catalogue = ConditionCatalogue(fields: policy.process.fields)
        let understood = try question.understood(by: catalogue, at: "/where")
        filter.asked = .condition(understood, policy, now: now)
        return filter
    }
}

extension Condition {
    /// Reads a condition that was written as JSON.
    ///
    /// - Parameter pointer: where it stood, for what cannot be read.
    package init(json text: String, at pointer: String = "/where") throws(Refusal) {
        guard text.utf8.count <= 20_000 else {
            throw Refusal(
                .invalid,
                "condition_invalid",
                "This condition is too long.",
                issues: [.init(pointer, "At most 20,000 bytes.")]
            )
        }
        do {
            self = try JSON.value(from: text)
        } catch {
            let sentence = (error as? DecodingError)?.conditionSentence ?? "This is no condition."
            throw Refusal(.invalid, "condition_invalid", sentence, issues: [.init(pointer, sentence)])
        }
    }

    package var json: String { (try? JSON.text(self)) ?? "{}" }
}

extension DecodingError {
    /// What the reader of conditions had to say, or that it is no condition.
    fileprivate var conditionSentence: String? {
        guard case .dataCorrupted(let context) = self, context.debugDescription.hasPrefix("There is no field") else {
            return nil
        }
        return context.debugDescription
    }
}
