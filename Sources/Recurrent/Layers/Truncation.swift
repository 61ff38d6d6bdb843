/// Truncated backpropagation through time: every loss is propagated back a limited number of steps.
///
/// A loss after step t reaches the steps t - k + 1 to t of its own sequence, in every layer; the
/// state before them counts as given, as if it were detached in PyTorch. With a loss after every
/// step, each is propagated separately, which takes T k steps in total.
///
/// - Source: Williams and Peng 1990, whose BPTT(k) this is.
struct Truncation: Sendable {
    /// k, the number of steps that each loss is propagated back, at least 1.
    let reach: Int

    /// Creates a truncation; returns `nil` if every loss reaches the first step anyway.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a number less than 1.
    init?(after steps: Int?, of all: Int) throws(RecurrentError) {
        guard let steps else { return nil }
        guard steps >= 1 else {
            throw .invalidValue(
                name: "the number of steps to go back", value: "\(steps)", needed: "at least 1")
        }
        guard steps < all else { return nil }
        reach = steps
    }

    /// Returns the first step, counted from 0, that the loss after a step reaches.
    func first(ofLossAfter step: Int) -> Int { max(0, step - reach) }

    /// Returns the steps that a gradient of the last states reaches: k computed steps of each
    /// sequence, and the steps after its end, at which its state was held.
    func reachOfFinalStates<Scalar>(of record: LayerRecord<Scalar>) -> StepMask {
        StepMask(
            steps: (0..<record.count).map { row in
                let computed = record.mask?.steps[row] ?? 0..<record.steps
                let first = computed.upperBound - reach
                return first <= computed.lowerBound ? 0..<record.steps : first..<record.steps
            })
    }
}

/// The backward pass of one layer in which every loss is propagated separately.
struct TruncatedRetrace<Scalar: RealScalar> {
    /// The sums over all losses.
    let sums: BackwardRecord<Scalar>

    /// The results of the current loss.
    let scratch: BackwardRecord<Scalar>

    /// The weights of the layer.
    let weights: BackwardWeights<Scalar>

    /// The input weights of the layer.
    let inputWeights: InputWeights<Scalar>

    /// Allocates the backward pass of a layer.
    init(_ layer: RecurrentLayer<Scalar>, _ record: LayerRecord<Scalar>) {
        sums = .zeros(like: record)
        scratch = .zeros(like: record)
        weights = BackwardWeights(layer, record)
        inputWeights = InputWeights(layer, record)
    }

    /// Propagates back the gradients of the last states, and those of the states on the way.
    ///
    /// - Parameters:
    ///   - reach: the steps of each sequence that are reached.
    ///   - asked: gradients of h after each step, `[T, B, H]`; empty for zeros.
    ///   - ask: adds the gradients of the last states.
    func followFinalStates(
        reach: StepMask, asked: [Scalar] = [],
        ask: (BackwardRecord<Scalar>) throws(RecurrentError) -> Void
    ) throws(RecurrentError) {
        let record = scratch.record
        start(after: record.steps, asked)
        try ask(scratch)
        retrace(0..<record.steps, reach: reach, asked)
        sums.add(scratch, states: 0...record.steps)
    }

    /// Propagates back the loss after one step.
    ///
    /// - Parameters:
    ///   - step: the step, from 1 to T.
    ///   - first: the first step that is reached, counted from 0.
    ///   - asked: gradients of h after each step, `[T, B, H]`; only those of reached steps are
    ///     read.
    ///   - isAskedOnTheWay: whether earlier steps have gradients as well, as in a layer below
    ///     another one.
    func followLoss(after step: Int, downTo first: Int, asked: [Scalar], isAskedOnTheWay: Bool) {
        start(after: step, asked)
        retrace(first..<step, asked, isAskedOnTheWay: isAskedOnTheWay)
        sums.add(scratch, states: first...step)
    }

    /// Sets the gradient of the state after a step, at which the backward pass begins.
    private func start(after step: Int, _ asked: [Scalar]) {
        let record = scratch.record
        asked.withUnsafeBufferPointer { asked in
            scratch.begin(step, rows: 0..<record.count, asked: asked)
        }
        guard scratch.cells.count > 0 else { return }
        scratch.cell(step, 0).update(repeating: 0, count: record.count * record.hidden)
    }

    /// Goes back through some steps, on several threads if the sizes are large enough.
    private func retrace(
        _ steps: Range<Int>, reach: StepMask? = nil, _ asked: [Scalar],
        isAskedOnTheWay: Bool = true
    ) {
        let record = scratch.record
        asked.withUnsafeBufferPointer { asked in
            let parts = record.sequenceParts
            ThreadTeam.run(record.threads, parts: parts) { part, _ in
                scratch.retrace(
                    rows: (0..<record.count).share(part, of: parts), steps: steps, reach: reach,
                    weights, asked: isAskedOnTheWay ? asked : .init(start: nil, count: 0))
            }
        }
    }
}
