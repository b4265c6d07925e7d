extension Verb {
    /// How commands arrive: again much later, all at once, and after the process has been started anew.
    static let delivering: [Verb] = [
        Verb("retry", 6) { scene in try await scene.retryEarlier() },
        Verb("crowd", 3) { scene in try await scene.crowd() },
        Verb("restart", 1) { scene in try await scene.stage.restart() },
    ]

    /// What can happen at the same moment on the same leads.
    static let crowding: [Verb] =
        (capturing + signalling).filter { !$0.name.contains("import") } + working + mending + joining + handing
        + selling
}
