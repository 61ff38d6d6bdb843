/// A recording for a layer of some sizes: every line has a shape and a place, and becomes an instruction.
struct StepPlan: Sendable, Equatable {
    /// The recorded equations.
    let recording: Recording

    /// The sizes of the layer.
    let sizes: LayerSizes

    /// Indicates whether the results are the new states of a cell, and not the cost of a loss.
    let isCell: Bool

    /// The shape of every line's value.
    let shapes: [Shape]

    /// For every line that has a value for each sequence and a place in the record, where it begins, in
    /// numbers per step and sequence; nil for states, results and shared lines.
    let offsets: [Int?]

    /// The numbers of the record per step and sequence.
    let width: Int

    /// The instructions of the lines that all sequences and steps share.
    let shared: [Instruction]

    /// The instructions of the lines that follow from the input alone.
    let early: [Instruction]

    /// The instructions of the other lines, step by step.
    let steps: [Instruction]

    /// The multiplications of matrix products for one step of one sequence.
    let work: Int

    /// Finds shapes and places.
    ///
    /// - Parameter isCell: whether the results are the new states of a cell.
    /// - Throws: `RecurrentError.shapeMismatch` where the shapes of operands do not fit, with the
    ///   equation in which they stand.
    init(
        _ recording: Recording, _ sizes: LayerSizes, isCell: Bool = true
    ) throws(RecurrentError) {
        self.recording = recording
        self.sizes = sizes
        var shapes: [Shape] = []
        for line in recording.lines.indices {
            shapes.append(try recording.shape(of: line, sizes, shapes))
        }
        self.shapes = shapes
        try recording.checkResults(shapes, isCell ? Shape(sizes.hidden, 1) : nil)
        self.isCell = isCell
        var offsets: [Int?] = []
        var width = 0
        for (line, entry) in recording.lines.enumerated() {
            let isState =
                entry.operation == .leaf(.hidden) || entry.operation == .leaf(.memory)
            let isNewState = isCell && recording.results.contains(line)
            guard !entry.isShared, !isState, !isNewState else {
                offsets.append(nil)
                continue
            }
            offsets.append(width)
            width += shapes[line].count
        }
        (self.offsets, self.width) = (offsets, width)
        let instructions = recording.lines.indices.compactMap { line in
            Instruction(line, of: recording, shapes).map { (line, $0) }
        }
        shared = instructions.filter { recording.lines[$0.0].isShared }.map(\.1)
        early = instructions.filter { recording.lines[$0.0].isEarly }.map(\.1)
        steps = instructions.filter {
            !recording.lines[$0.0].isShared && !recording.lines[$0.0].isEarly
        }.map(\.1)
        work = (early + steps).reduce(0) { $0 + $1.work }
    }

    /// The results, and the lines that they are copies of: not those that are states before the step.
    var completions: [(result: Int, source: Int)] {
        guard isCell else { return [] }
        return recording.results.compactMap { result in
            guard let source = recording.lines[result].operation.operands.first,
                offsets[source] != nil
            else { return nil }
            return (result, source)
        }
    }

    /// The lines of a leaf.
    func lines(of leaf: Leaf) -> [Int] {
        recording.lines.indices.filter { recording.lines[$0].operation == .leaf(leaf) }
    }
}
