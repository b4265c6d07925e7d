/// A kind of deed: how often it comes, and what it does.
///
///     Verb("value", 3) { scene in
///         let lead = try await scene.lead()
///         try await scene.perform(ValueLead(lead: lead, value: scene.money()), as: try await scene.worker(of: lead))
///     },
///
/// `Scene` finds what there is to act on; `Idle` ends a deed for which there is nothing. A command with an outcome that
/// counts in the books (captures) tells it to `scene.books`.
struct Verb: Sendable {
    let name: String
    let weight: Int
    let act: @Sendable (inout Scene) async throws -> Void

    init(_ name: String, _ weight: Int, _ act: @escaping @Sendable (inout Scene) async throws -> Void) {
        self.name = name
        self.weight = weight
        self.act = act
    }
}

/// There is nothing to do this deed on.
struct Idle: Error {}

extension Verb {
    /// Every command that there is, and what befalls a workspace besides; add new ones to the list of their feature.
    static let all: [Verb] =
        capturing + signalling + working + mending + joining + handing + selling + marketing + running + peopling
        + ruling
        + delivering
}
