/// The steps of each sequence that are computed; at all others its state is held.
struct StepMask: Sendable {
    /// The computed steps of each sequence, counted from 0.
    let steps: [Range<Int>]

    /// Creates a mask from the computed steps of each sequence.
    init(steps: [Range<Int>]) {
        self.steps = steps
    }

    /// Creates the mask of sequences that begin at the first step.
    ///
    /// Returns `nil` if every step of every sequence is computed.
    init?(lengths: [Int]?, steps: Int, reversed: Bool = false) {
        guard let lengths, lengths.contains(where: { $0 != steps }) else { return nil }
        self.steps = lengths.map { reversed ? steps - $0..<steps : 0..<$0 }
    }

    /// Returns whether a sequence is computed at a step.
    func contains(step: Int, row: Int) -> Bool { steps[row].contains(step) }
}

extension StepMask? {
    /// Splits rows into runs that are computed at a step and runs that are not.
    @inline(__always)
    func visit(
        step: Int, rows: Range<Int>, computed: (Range<Int>) -> Void, idle: (Range<Int>) -> Void
    ) {
        guard let mask = self else { return computed(rows) }
        var start = rows.lowerBound
        while start < rows.upperBound {
            let isComputed = mask.contains(step: step, row: start)
            var end = start + 1
            while end < rows.upperBound, mask.contains(step: step, row: end) == isComputed {
                end += 1
            }
            isComputed ? computed(start..<end) : idle(start..<end)
            start = end
        }
    }
}
