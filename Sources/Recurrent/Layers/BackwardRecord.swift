/// The intermediate results of a layer's backward pass, before the gradients of the weights.
struct BackwardRecord<Scalar: RealScalar>: Sendable {
    /// The forward pass.
    let record: LayerRecord<Scalar>
    /// The gradients of the preactivations in the record, `[T, B, width·H]`.
    let gates: ScalarBuffer<Scalar>
    /// dL/dh before the first step and after each, `[T + 1, B, H]`.
    let states: ScalarBuffer<Scalar>
    /// dL/dc before the first step and after each, `[T + 1, B, H]`; empty without a cell state.
    let cells: ScalarBuffer<Scalar>
    /// Space for one step's gradient of r h, `[B, H]`; empty if it is not needed.
    let kept: ScalarBuffer<Scalar>
    /// The places of the gradients of the lines of a person's own equations, or nil for other
    /// cells.
    let places: LinePlaces<Scalar>?

    /// Allocates a backward pass, and sets the gradient of the last state from the outputs.
    ///
    /// - Parameter asked: gradients of h after each step, `[T, B, H]`; empty for zeros.
    init(_ record: LayerRecord<Scalar>, asked: [Scalar] = []) {
        self.record = record
        let width = record.count * record.hidden
        let buffers = ScalarBuffer<Scalar>.sharing([
            record.gates.count, record.states.count, record.cells.count,
            record.kept.count > 0 ? width : 0,
        ])
        gates = buffers[0]
        states = buffers[1]
        cells = buffers[2]
        kept = buffers[3]
        let (gates, states, cells) = (gates, states, cells)
        places = record.equations.map { equations in
            record.places(
                gates: gates, states: states, cells: cells, equations.plan, shared: nil)
        }
        asked.withUnsafeBufferPointer { asked in
            begin(record.steps, rows: 0..<record.count, asked: asked)
        }
        // Each step writes the gradient of the cell state before it; only the last must be
        // initialized.
        guard cells.count > 0 else { return }
        cell(record.steps, 0).update(repeating: 0, count: width)
    }

    /// Allocates the sums of several backward passes over one record, initialized with zeros.
    static func zeros(like record: LayerRecord<Scalar>) -> BackwardRecord {
        let sums = BackwardRecord(record)
        for buffer in [sums.gates, sums.states, sums.cells] {
            buffer.start.update(repeating: 0, count: buffer.count)
        }
        return sums
    }

    /// Adds the results of another backward pass over the same record between two states.
    ///
    /// - Parameter states: the indices of the first and the last state.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func add(_ other: BackwardRecord, states range: ClosedRange<Int>) {
        let width = record.count * record.hidden
        func add(
            _ target: ScalarBuffer<Scalar>, _ source: ScalarBuffer<Scalar>, _ size: Int, to end: Int
        ) {
            guard target.count > 0 else { return }
            for index in range.lowerBound * size..<end * size {
                target.start[index] += source.start[index]
            }
        }
        add(states, other.states, width, to: range.upperBound + 1)
        add(cells, other.cells, width, to: range.upperBound + 1)
        for segment in record.segments {
            let size = record.count * segment.width
            for index in range.lowerBound * size..<range.upperBound * size {
                gates.start[segment.start + index] += other.gates.start[segment.start + index]
            }
        }
    }

    /// Sets the gradient of the state before a step from the outputs; the step adds to it.
    ///
    /// - Parameter asked: gradients of h after each step, `[T, B, H]`; empty for zeros.
    @inline(__always)
    func begin(_ t: Int, rows: Range<Int>, asked: UnsafeBufferPointer<Scalar>) {
        let target = state(t, rows.lowerBound)
        let size = rows.count * record.hidden
        if t > 0, !asked.isEmpty, let asked = asked.baseAddress {
            let row = (t - 1) * record.count + rows.lowerBound
            target.update(from: asked + row * record.hidden, count: size)
        } else {
            target.update(repeating: 0, count: size)
        }
    }

    /// Returns the gradient of h of one sequence before a step, counted from 0.
    @inline(__always)
    func state(_ t: Int, _ row: Int) -> Target<Scalar> {
        states.start + (t * record.count + row) * record.hidden
    }

    /// Returns the gradient of c of one sequence before a step, counted from 0.
    @inline(__always)
    func cell(_ t: Int, _ row: Int) -> Target<Scalar> {
        cells.start + (t * record.count + row) * record.hidden
    }

    /// Returns the gradients of one sequence's preactivations at a step, counted from 0.
    @inline(__always)
    func gates(_ t: Int, _ row: Int) -> Target<Scalar> {
        gates.start + (t * record.count + row) * record.recordWidth
    }
}
