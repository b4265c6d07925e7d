/// The seven promises in the words of those who rely on them; keyed by the name that the check gives them.
struct InvariantWords {
    var meaning: String
    /// What was counted: "open leads".
    var counted: String

    static func of(_ invariant: String) -> InvariantWords {
        known[invariant] ?? InvariantWords(meaning: "", counted: "things")
    }

    private static let known = [
        "Custody": InvariantWords(
            meaning: "Somebody is responsible for every open lead, knows what to do next, and is told when it is late.",
            counted: "open leads"
        ),
        "Stays tile": InvariantWords(
            meaning: "All time is accounted for: what reports say about durations adds up to the age of each lead.",
            counted: "stays"
        ),
        "Responses are stable": InvariantWords(
            meaning: "A campaign's responses never change by linking, merging or converting leads.",
            counted: "responses"
        ),
        "Books balance": InvariantWords(
            meaning: "Nothing that came in was lost on the way: each arrival became exactly one thing.",
            counted: "arrivals"
        ),
        "Fold": InvariantWords(
            meaning: "The history explains the present: replaying every event gives exactly what you see.",
            counted: "leads and deals"
        ),
        "One decision, one reason": InvariantWords(
            meaning: "Each assignment, score and refusal can be explained by the rules that were in force then.",
            counted: "events"
        ),
        "Idempotent": InvariantWords(
            meaning: "Whatever was delivered twice took effect once.",
            counted: "clocks"
        ),
    ]
}
