/// Looks for a lead that one rule holds for and others do not, by trying the cells of one field after the other and leaving out
/// what is decided already: exact, and finished when nothing is left to try.
struct RuleSearch {
    /// A condition whose comparisons are places in the space.
    private indirect enum Form {
        case all([Form])
        case any([Form])
        case none([Form])
        case answer(variable: Int, answer: Int)
    }

    enum Finding {
        /// Nobody can be such a lead.
        case impossible
        /// One cell for each variable that matters; nil for those that do not.
        case found([Int?])
        /// Too many cases to look at them all.
        case undecided
    }

    let space: RuleSpace
    private let forms: [Form]
    private let variables: [[Int]]
    private let most: Int

    /// - Parameter most: how many cases are looked at before it gives up.
    init(_ conditions: [Condition], _ space: RuleSpace, most: Int = 50_000) {
        self.space = space
        self.most = most
        forms = conditions.map { Self.form($0, space) }
        variables = conditions.map { condition in
            var found: [Int] = []
            for place in condition.comparisons.compactMap(space.place) where !found.contains(place.variable) {
                found.append(place.variable)
            }
            return found
        }
    }

    private static func form(_ condition: Condition, _ space: RuleSpace) -> Form {
        switch condition {
        case .all(let parts): .all(parts.map { form($0, space) })
        case .any(let parts): .any(parts.map { form($0, space) })
        case .none(let parts): .none(parts.map { form($0, space) })
        case .comparison(let comparison):
            space.place(of: comparison).map { .answer(variable: $0.variable, answer: $0.answer) } ?? .any([])
        }
    }

    /// A lead for which `wanted` holds and none of `others` does.
    ///
    /// - Parameter wanted: nil asks for a lead for which none of the others holds.
    func find(_ wanted: Int?, without others: [Int]) -> Finding {
        var assigned = [Int?](repeating: nil, count: space.variables.count)
        var left = most
        return search(wanted, others, &assigned, &left)
    }

    private func search(_ wanted: Int?, _ others: [Int], _ assigned: inout [Int?], _ left: inout Int) -> Finding {
        left -= 1
        guard left > 0 else { return .undecided }
        let goal = wanted.map { value(forms[$0], assigned) } ?? true
        if goal == false { return .impossible }
        var open: [Int] = []
        for other in others {
            switch value(forms[other], assigned) {
            case true?: return .impossible
            case false?: continue
            case nil: open.append(other)
            }
        }
        if goal == true, open.isEmpty { return .found(assigned) }
        guard let variable = next(goal == nil ? wanted : nil, open, assigned) else { return .impossible }
        var isDecided = true
        for cell in space.variables[variable].cells.indices {
            assigned[variable] = cell
            switch search(wanted, open, &assigned, &left) {
            case .found(let lead): return .found(lead)
            case .impossible: continue
            case .undecided: isDecided = false
            }
            if left <= 0 { break }
        }
        assigned[variable] = nil
        return isDecided ? .impossible : .undecided
    }

    /// The field that decides most: of the wanted rule first, then of the rule with the fewest fields open.
    private func next(_ wanted: Int?, _ open: [Int], _ assigned: [Int?]) -> Int? {
        if let wanted, let variable = variables[wanted].first(where: { assigned[$0] == nil }) { return variable }
        let rest = open.map { rule in variables[rule].filter { assigned[$0] == nil } }.filter { !$0.isEmpty }
        return rest.min { $0.count < $1.count }?.first
    }

    /// Whether it holds, as far as the cells that were chosen tell; nil while they do not.
    private func value(_ form: Form, _ assigned: [Int?]) -> Bool? {
        switch form {
        case .answer(let variable, let answer):
            return assigned[variable].map { space.variables[variable].cells[$0].answers[answer] }
        case .all(let parts):
            var isOpen = false
            for part in parts {
                guard let value = value(part, assigned) else {
                    isOpen = true
                    continue
                }
                if !value { return false }
            }
            return isOpen ? nil : true
        case .any(let parts): return anyValue(parts, assigned)
        case .none(let parts): return anyValue(parts, assigned).map { !$0 }
        }
    }

    private func anyValue(_ parts: [Form], _ assigned: [Int?]) -> Bool? {
        var isOpen = false
        for part in parts {
            guard let value = value(part, assigned) else {
                isOpen = true
                continue
            }
            if value { return true }
        }
        return isOpen ? nil : false
    }
}
