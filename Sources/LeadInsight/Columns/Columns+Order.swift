import LeadCore

extension Columns {
    /// The statuses in process order; after them those that leads were in before the process changed.
    package var statusOrder: [Step] {
        let known = Set(process.map(\.code))
        let former = (1..<Code(max(1, statuses.count))).filter { !known.contains($0) }
        return process
            + former.map { Step($0, isOpen: statuses.keys[Int($0)] != Status.merged.rawValue, isMilestone: false) }
    }

    /// The stages in process order; after them those that deals were in before the process changed.
    package var stageOrder: [Step] {
        let known = Set(salesProcess.map(\.code))
        let former = (1..<Code(max(1, stages.count))).filter { !known.contains($0) }
        return salesProcess + former.map { Step($0, isOpen: true, isMilestone: false) }
    }
}

extension Columns {
    /// The statuses on the way to a sale, in process order.
    package var milestones: [Code] {
        process.filter(\.isMilestone).map(\.code)
    }
}
