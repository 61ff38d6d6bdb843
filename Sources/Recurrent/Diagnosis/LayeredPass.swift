/// A forward pass of one or several recurrent layers, with the same accessors at every level.
///
/// Without a `layer:`, they refer to the uppermost layer in the forward direction, which the
/// read-out uses. Layers are counted from 0 in the order of `layers`.
public protocol LayeredPass<Scalar>: Sendable {
    /// The number type.
    associatedtype Scalar: RealScalar

    /// The passes of the recurrent layers, from the input up, forward before backward.
    var layers: [LayerPass<Scalar>] { get }

    /// 2 if every layer is bidirectional, otherwise 1.
    var directionCount: Int { get }
}

extension LayeredPass {
    /// One direction.
    public var directionCount: Int { 1 }

    /// Returns the pass of a layer, or of the uppermost one in the forward direction for `nil`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    package func chosen(_ layer: Int?) throws(RecurrentError) -> LayerPass<Scalar> {
        let layers = layers
        return layers[try place(of: layer, in: layers.count, directions: directionCount)]
    }

    /// The states of the uppermost layer, from the initial one to the one after the last step.
    public var states: [LayerState<Scalar>] {
        let pass = layers[layers.count - directionCount]
        return (0...pass.steps).map { pass.state(at: $0) }
    }

    /// Returns the state after a step; step 0 is the initial state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step or layer.
    public func state(
        after step: Int, layer: Int? = nil
    ) throws(RecurrentError) -> LayerState<Scalar> {
        try chosen(layer).state(after: step)
    }

    /// Returns the values of a gate at a step, shape `[B, H]`; for an Elman cell, its state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate, step or layer.
    public func gate(
        _ gate: Gate, at step: Int, layer: Int? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try chosen(layer).gate(gate, at: step)
    }

    /// Returns the values of a gate for one sequence at every step, shape `[T, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate, sequence or layer.
    public func gateOverTime(
        _ gate: Gate, sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try chosen(layer).gateOverTime(gate, sequence: sequence)
    }

    /// Returns h of one sequence after every step, shape `[T, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence or layer.
    public func hiddenOverTime(
        sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try chosen(layer).hiddenOverTime(sequence: sequence)
    }

    /// Returns c of one sequence after every step, shape `[T, H]`, or `nil` without a cell state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence or layer.
    public func cellOverTime(
        sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> Matrix<Scalar>? {
        try chosen(layer).cellOverTime(sequence: sequence)
    }

    /// Returns the Jacobian of the state after a step with respect to the state after an earlier
    /// one.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step, sequence or layer.
    public func jacobian(
        of later: Int, withRespectTo earlier: Int, sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> StateJacobian<Scalar> {
        try chosen(layer).jacobian(of: later, withRespectTo: earlier, sequence: sequence)
    }

    /// Returns the norms ‖∂h_t/∂h_{t-n}‖₂ of one sequence for every lag n from 0 to t, in a time
    /// proportional to t.
    ///
    /// - Parameters:
    ///   - later: t; `nil` for the last step.
    ///   - sequence: the sequence in the batch, counted from 0.
    ///   - layer: the layer; `nil` for the uppermost one, forward.
    /// - Throws: `RecurrentError.invalidValue` if the step, sequence or layer does not exist.
    public func lagNorms(
        of later: Int? = nil, sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> [Double] {
        try chosen(layer).lagNorms(of: later, sequence: sequence)
    }

    /// Returns the norms ‖∂h_t/∂h_k‖₂ of all pairs of steps of one sequence.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such sequence or layer.
    public func jacobianNorms(
        sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> JacobianNorms {
        try chosen(layer).jacobianNorms(sequence: sequence)
    }

    /// Returns dc_t/dc_{t-1} of one sequence, split into diag(f) and the paths through the gates.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a cell without c, or if there is no such step,
    ///   sequence or layer.
    public func carousel(
        at step: Int, sequence: Int = 0, layer: Int? = nil
    ) throws(RecurrentError) -> CarouselSplit<Scalar> {
        try chosen(layer).carousel(at: step, sequence: sequence)
    }
}

extension LayerPass: LayeredPass {
    /// This pass alone.
    public var layers: [LayerPass<Scalar>] { [self] }
}

extension StackPass: LayeredPass {
    /// The passes of all layers: layer by layer, forward before backward.
    public var layers: [LayerPass<Scalar>] { passes.flatMap { $0 } }

    /// 2 if every layer is bidirectional, otherwise 1.
    public var directionCount: Int { passes[0].count }
}

extension ModelPass: LayeredPass {
    /// 2 if every layer is bidirectional, otherwise 1.
    public var directionCount: Int { stackPass.directionCount }
}

extension ElmanPass: LayeredPass {
    /// The pass of the recurrent part.
    public var layers: [LayerPass<Scalar>] { [layerPass] }
}

/// Returns the index of a layer in a list, or of the uppermost one in the forward direction for
/// `nil`.
func place(of layer: Int?, in count: Int, directions: Int) throws(RecurrentError) -> Int {
    let place = layer ?? count - directions
    guard (0..<count).contains(place) else {
        throw .invalidValue(name: "the layer", value: "\(place)", needed: "from 0 to \(count - 1)")
    }
    return place
}
