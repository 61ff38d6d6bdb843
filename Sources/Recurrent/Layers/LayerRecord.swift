/// The intermediate values of a layer's forward pass, which the backward pass needs.
struct LayerRecord<Scalar: RealScalar>: Sendable {
    /// The kind of cell.
    let cell: RecurrentCell
    /// The layout of the cell's parts in `gates`.
    let layout: CellLayout
    /// T, the number of steps.
    let steps: Int
    /// B, the number of sequences.
    let count: Int
    /// D, the number of input features.
    let inputs: Int
    /// H, the number of hidden units.
    let hidden: Int
    /// The steps that are computed for each sequence, or `nil` for all.
    let mask: StepMask?
    /// The kernels that compute the pass.
    let kernels: Kernels<Scalar>
    /// The number of threads of the pass.
    let threads: Int
    /// For each step the parts of `CellLayout`: z of an Elman cell, gate values; `[T, B, width·H]`.
    let gates: ScalarBuffer<Scalar>
    /// h before the first step and after each, `[T + 1, B, H]`.
    let states: ScalarBuffer<Scalar>
    /// c before the first step and after each, `[T + 1, B, H]`; empty without a cell state.
    let cells: ScalarBuffer<Scalar>
    /// r h of a GRU with the reset gate before the product, `[T, B, H]`; empty otherwise.
    let kept: ScalarBuffer<Scalar>
    /// The equations of a user-defined cell, or `nil` for other cells.
    ///
    /// Their lines are stored in `gates` one after the other, each with its numbers for all steps.
    let equations: EquationRecord<Scalar>?

    /// The parts of `gates` in which every row, a sequence at a step, has numbers of its own: where
    /// each part begins, and how many numbers a row has in it.
    let segments: [(start: Int, width: Int)]

    /// Allocates the record of a pass.
    init(
        _ layer: RecurrentLayer<Scalar>, steps: Int, count: Int, mask: StepMask?,
        kernels: Kernels<Scalar>? = nil
    ) {
        let stepWork =
            count
            * (layer.plan?.work
                ?? layer.weightHH.rows * (layer.weightIH.columns + layer.weightHH.columns))
        let kernels = kernels ?? layer.computation.kernels(stepWork: stepWork)
        threads = layer.computation.threadCount(
            work: steps * stepWork, rows: count, isPlain: kernels.isPlain)
        cell = layer.cell
        layout = CellLayout(cell)
        self.steps = steps
        self.count = count
        inputs = layer.inputSize
        hidden = layer.hiddenSize
        self.mask = mask
        self.kernels = kernels
        let width = count * hidden
        let keeps = cell == .gru(reset: .beforeProduct)
        let buffers = ScalarBuffer<Scalar>.sharing([
            layer.plan.map { steps * count * $0.width } ?? steps * width * layout.width,
            (steps + 1) * width,
            cell.hasCellState ? (steps + 1) * width : 0, keeps ? steps * width : 0,
        ])
        gates = buffers[0]
        states = buffers[1]
        cells = buffers[2]
        kept = buffers[3]
        let (record, states) = (buffers[0].start, [buffers[1].start, buffers[2].start])
        equations = layer.plan.map { plan in
            EquationRecord(
                plan, layer.own, rows: steps * count, record: record, states: states, count: count,
                kernels: kernels)
        }
        segments =
            layer.plan.map { plan in
                plan.offsets.enumerated().compactMap { line, offset in
                    offset.map { ($0 * steps * count, plan.shapes[line].count) }
                }
            } ?? [(0, layout.width * hidden)]
    }

    /// Sets the numbers of some sequences at a step to zero, in `gates` or in a buffer like it.
    func erase(_ t: Int, _ rows: Range<Int>, in buffer: ScalarBuffer<Scalar>) {
        for segment in segments {
            let first = segment.start + (t * count + rows.lowerBound) * segment.width
            (buffer.start + first).update(repeating: 0, count: rows.count * segment.width)
        }
    }

    /// The number of parts into which the sequences are divided for the threads, which process some
    /// steps at a time.
    var sequenceParts: Int { threads == 1 ? 1 : min(count / 4, 2 * threads) }

    /// The number of rounds in which a part of the sequences goes through all steps, of about eight
    /// steps each.
    var stepRounds: Int { threads == 1 ? 1 : max(1, steps / 8) }

    /// The number of parts into which a product over all steps and sequences is divided.
    var productParts: Int { threads == 1 ? 1 : 8 * threads }

    /// The number of columns of one row of `gates`.
    var recordWidth: Int { layout.width * hidden }

    /// Returns the record of one sequence at one step, counted from 0.
    @inline(__always)
    func gates(_ t: Int, _ row: Int) -> Target<Scalar> {
        gates.start + (t * count + row) * recordWidth
    }

    /// Returns h of one sequence before a step, counted from 0.
    @inline(__always)
    func state(_ t: Int, _ row: Int) -> Target<Scalar> {
        states.start + (t * count + row) * hidden
    }

    /// Returns c of one sequence before a step, counted from 0.
    @inline(__always)
    func cell(_ t: Int, _ row: Int) -> Target<Scalar> {
        cells.start + (t * count + row) * hidden
    }

    /// Returns r h of one sequence at a step, counted from 0.
    @inline(__always)
    func kept(_ t: Int, _ row: Int) -> Target<Scalar> {
        kept.start + (t * count + row) * hidden
    }
}
