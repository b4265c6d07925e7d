extension Pool {
    /// Who takes over what `owner` has let run out: the next present member in turn, never the same person; with nobody
    /// else the pool holds it and its duty holder answers.
    package func relieve(_ owner: Owner) -> Allotment {
        for offset in members.indices {
            let member = members[(turn + offset) % members.count]
            if member.available, .person(member.user) != owner {
                return Allotment(owner: .person(member.user), reason: .ranOut, turn: turn + offset + 1)
            }
        }
        return Allotment(owner: .pool(id), reason: .ranOut, turn: turn)
    }
}
