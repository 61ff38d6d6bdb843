/// Looks for the faults that explain the answers to some problems.
struct SlipSearch<Way: Recipe> {
    /// The faults that were found, in the order in which they show.
    struct Finding {
        /// The faults.
        let slips: [Slip<Way>]

        /// The first row in which each shows where it is made alone.
        let rows: [Int]
    }

    /// The problems.
    let problems: [Way.Question]

    /// The answers to them.
    let answers: [[[Double]]]

    /// The effect of a single fault on the first problem.
    private struct Trace {
        /// The answer.
        let answer: [[Double]]

        /// The rows in which it differs from the right one; nil where rows are added, left out or
        /// moved.
        let rows: Set<Int>?
    }

    /// Returns the single fault, or the two faults, that explain all answers; nil where none do.
    func finding() -> Finding? {
        let slips = Way.slips(for: problems[0])
        if let slip = slips.first(where: { explains([$0]) }) { return finding(of: [slip]) }
        let traces = slips.map(trace)
        for (index, first) in slips.enumerated() {
            for other in slips.indices.dropFirst(index + 1)
            where slips[other].choice != first.choice && mayExplain(traces[index], traces[other]) {
                if explains([first, slips[other]]) { return finding(of: [first, slips[other]]) }
            }
        }
        return nil
    }

    /// Returns what a fault does to the first problem where it is made alone.
    private func trace(of slip: Slip<Way>) -> Trace {
        var way = Way()
        slip.change(&way)
        let (found, right) = (way.answer(to: problems[0]), problems[0].right)
        guard !slip.movesRows, found.count == right.count else {
            return Trace(answer: found, rows: nil)
        }
        return Trace(
            answer: found,
            rows: Set(right.indices.filter { !Nearness.areNear(found[$0], right[$0]) }))
    }

    /// Returns whether two faults may explain the answer to the first problem: if only one of them
    /// shows in it, the answer has to be that one's.
    private func mayExplain(_ first: Trace, _ second: Trace) -> Bool {
        guard let one = first.rows, let other = second.rows else { return true }
        let (found, right) = (answers[0], problems[0].right)
        guard found.count == right.count else { return false }
        return right.indices.allSatisfy { row in
            switch (one.contains(row), other.contains(row)) {
            case (true, true): true
            case (true, false): Nearness.areNear(found[row], first.answer[row])
            case (false, true): Nearness.areNear(found[row], second.answer[row])
            case (false, false): Nearness.areNear(found[row], right[row])
            }
        }
    }

    /// Returns whether faults together lead to the answers.
    private func explains(_ slips: [Slip<Way>]) -> Bool {
        var way = Way()
        for slip in slips { slip.change(&way) }
        for index in problems.indices {
            guard Nearness.areNear(answers[index], way.answer(to: problems[index])) else {
                return false
            }
        }
        return true
    }

    /// Puts faults in the order in which they show.
    private func finding(of slips: [Slip<Way>]) -> Finding {
        let shown = slips.map { ($0, row(of: $0)) }.sorted { $0.1 < $1.1 }
        return Finding(slips: shown.map(\.0), rows: shown.map(\.1))
    }

    /// Returns the first row in which a fault shows in the first problem where it does.
    private func row(of slip: Slip<Way>) -> Int {
        var way = Way()
        slip.change(&way)
        for problem in problems {
            let (found, right) = (way.answer(to: problem), problem.right)
            let row = right.indices.first { row in
                row >= found.count || !Nearness.areNear(found[row], right[row])
            }
            if let row { return row }
        }
        return max(0, problems[0].right.count - 1)
    }
}
