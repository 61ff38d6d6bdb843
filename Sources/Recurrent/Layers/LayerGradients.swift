/// What the backward pass of one layer finds on its way, before the gradients of the weights.
struct LayerGradients<Scalar: RealScalar>: Sendable {
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

    /// Makes room for a backward pass in which nothing has been asked of the states yet.
    init(_ record: LayerRecord<Scalar>) {
        self.record = record
        gates = ScalarBuffer(uninitialized: record.gates.count)
        states = ScalarBuffer(zeros: record.states.count)
        cells = ScalarBuffer(zeros: record.cells.count)
        kept = ScalarBuffer(
            uninitialized: record.kept.count > 0 ? record.count * record.hidden : 0)
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
