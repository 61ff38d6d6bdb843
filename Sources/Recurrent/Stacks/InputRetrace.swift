/// The way back from gradients of a stack's outputs to those of its inputs, without the gradients of
/// weights.
///
/// Its memory serves for any number of gradients, one after the other.
struct InputRetrace<Scalar: RealScalar> {
    /// The way back through one direction of a layer.
    private struct Way {
        /// The gradients of the layer's states and preactivations.
        let gradients: BackwardRecord<Scalar>
        /// The weights of the layer.
        let weights: BackwardWeights<Scalar>
        /// The weights of its inputs.
        let inputWeights: InputWeights<Scalar>

        /// Allocates the way back through a pass.
        init(_ pass: LayerPass<Scalar>) {
            gradients = .zeros(like: pass.record)
            weights = BackwardWeights(pass.layer, pass.record)
            inputWeights = InputWeights(pass.layer, pass.record)
        }

        /// Returns the gradients of the inputs of the first steps, given those of their outputs.
        func inputGradients(_ asked: SequenceBatch<Scalar>) -> SequenceBatch<Scalar> {
            let record = gradients.record
            let (last, rows) = (asked.steps, 0..<record.count)
            asked.elements.withUnsafeBufferPointer { asked in
                gradients.begin(last, rows: rows, asked: asked)
                if gradients.cells.count > 0 {
                    gradients.cell(last, 0).update(
                        repeating: 0, count: record.count * record.hidden)
                }
                gradients.retrace(rows: rows, steps: 0..<last, weights, asked: asked)
            }
            var input = [Scalar](repeating: 0, count: last * record.count * record.inputs)
            input.withUnsafeMutableBufferPointer { input in
                guard let start = input.baseAddress else { return }
                gradients.inputGradients(rows: 0..<last * record.count, inputWeights, into: start)
            }
            return SequenceBatch(
                steps: last, count: record.count, features: record.inputs, lengths: nil,
                unchecked: input)
        }
    }

    /// The layers, each with one or two directions.
    private let levels: [[Way]]

    /// Allocates the way back through a pass whose sequences have equal lengths.
    init(_ pass: StackPass<Scalar>) {
        levels = pass.passes.map { $0.map { Way($0) } }
    }

    /// Returns the gradients of the inputs of the first steps, given those of their outputs.
    ///
    /// - Parameter asked: of shape `[t, B, F]`, where later steps have no gradient; all steps if
    ///   there are two directions.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func inputGradients(_ asked: SequenceBatch<Scalar>) -> SequenceBatch<Scalar> {
        var signal = asked
        for level in levels.reversed() {
            guard level.count == 2 else {
                signal = level[0].inputGradients(signal)
                continue
            }
            let hidden = level[0].gradients.record.hidden
            let forward = level[0].inputGradients(signal.features(0..<hidden))
            let backward = level[1].inputGradients(
                signal.features(hidden..<2 * hidden).reversedInTime)
            signal = forward.adding(backward.reversedInTime)
        }
        return signal
    }
}
