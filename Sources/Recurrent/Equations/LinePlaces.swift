/// The places of the values of a recording's lines, or of the gradients with respect to them.
///
/// A row is one sequence at one step. A shared line has the same numbers for every row: its stride is
/// 0, so that what is added to it row by row is summed.
struct LinePlaces<Scalar: RealScalar>: @unchecked Sendable {
    // Unchecked: threads that work at the same time have rows of their own, and shared lines are
    // written by one of them.

    /// The start of each line's elements.
    let starts: [UnsafeMutablePointer<Scalar>?]

    /// The number of elements of each line for a row; 0 for a shared line.
    let strides: [Int]

    /// The numbers of a line for a row.
    @inline(__always)
    func at(_ line: Int, _ row: Int) -> UnsafeMutablePointer<Scalar> {
        // Every line that an instruction names has a place.
        starts[line].unsafelyUnwrapped + row * strides[line]
    }

    /// Finds the places of all lines.
    ///
    /// - Parameters:
    ///   - rows: how many rows there are, T·B.
    ///   - record: has the lines one after the other, each with its numbers for all rows.
    ///   - states: of h and of c, where those before the first step begin.
    ///   - count: B, by how many rows the state after a step lies behind that before it.
    ///   - shared: has the shared lines; nil where nobody asks for them.
    init(
        _ plan: StepPlan, rows: Int, record: UnsafeMutablePointer<Scalar>,
        states: [UnsafeMutablePointer<Scalar>], count: Int, shared: SharedBuffer<Scalar>?
    ) {
        let lines = plan.recording.lines
        var starts: [UnsafeMutablePointer<Scalar>?] = []
        for (line, entry) in lines.enumerated() {
            if let offset = plan.offsets[line] {
                starts.append(record + offset * rows)
            } else if let result = plan.recording.results.firstIndex(of: line) {
                starts.append(states[result] + count * plan.sizes.hidden)
            } else if entry.isShared {
                starts.append(shared?.start(of: line))
            } else {
                starts.append(states[entry.operation == .leaf(.memory) ? 1 : 0])
            }
        }
        self.starts = starts
        strides = lines.indices.map { lines[$0].isShared ? 0 : plan.shapes[$0].count }
    }
}
