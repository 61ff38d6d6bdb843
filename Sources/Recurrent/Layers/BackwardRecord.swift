/// What the backward pass of one layer finds on its way, before the gradients of the weights.
struct BackwardRecord<Scalar: RealScalar>: Sendable {
    /// The forward pass.
    let record: LayerRecord<Scalar>
    /// Gradients of the sums in the record, `[T, B, width·H]`.
    let gates: ScalarBuffer<Scalar>
    /// dL/dh before the first step and after each, `[T + 1, B, H]`.
    let states: ScalarBuffer<Scalar>
    /// dL/dc before the first step and after each, `[T + 1, B, H]`; empty without a cell state.
    let cells: ScalarBuffer<Scalar>
    /// Room for one step's gradient of r h, `[B, H]`; empty where there is none.
    let kept: ScalarBuffer<Scalar>

    /// Makes room for a backward pass, and writes what the outputs ask of the last state.
    ///
    /// - Parameter asked: gradients of h after each step, `[T, B, H]`; none for zeros.
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
        asked.withUnsafeBufferPointer { asked in
            begin(record.steps, rows: 0..<record.count, asked: asked)
        }
        // Each step writes the gradient of the cell before it; only the last is there from before.
        guard cells.count > 0 else { return }
        cell(record.steps, 0).update(repeating: 0, count: width)
    }

    /// Makes room for the sums of several backward passes over one record, with zeros in it.
    static func zeros(like record: LayerRecord<Scalar>) -> BackwardRecord {
        let sums = BackwardRecord(record)
        for buffer in [sums.gates, sums.states, sums.cells] {
            buffer.start.update(repeating: 0, count: buffer.count)
        }
        return sums
    }

    /// Adds what another backward pass over the same record found between two states.
    ///
    /// - Parameter states: the first and the last of the states, counted from 0.
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
        add(gates, other.gates, record.count * record.recordWidth, to: range.upperBound)
    }

    /// Writes what the outputs ask of the state before a step; the step adds to it.
    ///
    /// - Parameter asked: gradients of h after each step, `[T, B, H]`; none for zeros.
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

    /// The gradient of h of one sequence before a step, counted from 0.
    @inline(__always)
    func state(_ t: Int, _ row: Int) -> Target<Scalar> {
        states.start + (t * record.count + row) * record.hidden
    }

    /// The gradient of c of one sequence before a step, counted from 0.
    @inline(__always)
    func cell(_ t: Int, _ row: Int) -> Target<Scalar> {
        cells.start + (t * record.count + row) * record.hidden
    }

    /// The gradients of one sequence's sums at a step, counted from 0.
    @inline(__always)
    func gates(_ t: Int, _ row: Int) -> Target<Scalar> {
        gates.start + (t * record.count + row) * record.recordWidth
    }
}
