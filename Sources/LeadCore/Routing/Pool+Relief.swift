extension Pool {
    /// Who takes over what `owner` has let run out: somebody else who can take it, whose turn it is; with nobody else the pool
    /// holds it and its duty holder answers.
    package func relieve(_ owner: Owner, _ wanted: Wanted = Wanted()) -> Allotment {
        var pool = self
        // A queue has no turns, but its members can still help out.
        if strategy == .queue { pool.strategy = .rotation }
        let choice = pool.choose(for: wanted, besides: owner.person)
        guard let user = choice.chosen else { return Allotment(owner: .pool(id), reason: .ranOut, turn: turn) }
        return Allotment(owner: .person(user), reason: .ranOut, turn: choice.turn)
    }
}
