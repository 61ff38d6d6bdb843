/// A backward pass of one or several recurrent layers, with the same accessors at every level.
///
/// Without a `layer:`, they refer to the uppermost layer in the forward direction. Layers are
/// counted from 0 in the order of `layers`.
public protocol LayeredStory<Scalar>: Sendable {
    /// The number type.
    associatedtype Scalar: RealScalar

    /// The backward passes of the recurrent layers, from the input up, forward before backward.
    var layers: [LayerStory<Scalar>] { get }

    /// 2 if every layer is bidirectional, otherwise 1.
    var directionCount: Int { get }

    /// The norms of the gradients of the states after each step, from 0 to T, over all sequences.
    var stateGradientNorms: [Double] { get }
}

extension LayeredStory {
    /// One direction.
    public var directionCount: Int { 1 }

    /// Returns the backward pass of a layer, or of the uppermost one in the forward direction for
    /// `nil`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    package func chosen(_ layer: Int?) throws(RecurrentError) -> LayerStory<Scalar> {
        let layers = layers
        return layers[try place(of: layer, in: layers.count, directions: directionCount)]
    }

    /// The norms of the gradients of the states after each step of the uppermost layer, from 0 to T.
    public var stateGradientNorms: [Double] {
        layers[layers.count - directionCount].stateGradientNorms
    }

    /// Returns the norms of the gradients of a layer's states after each step, from 0 to T.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    public func stateGradientNorms(ofLayer layer: Int) throws(RecurrentError) -> [Double] {
        try chosen(layer).stateGradientNorms
    }

    /// The lag at which the gradient of the states has decreased below a hundredth of the last one,
    /// or `nil` if it has not or if a gradient is not finite.
    public var effectiveMemory: Int? {
        try? Recurrent.effectiveMemory(stateGradientNorms)
    }

    /// Returns dL/dh and dL/dc after a step; step 0 is the initial state.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step or layer.
    public func stateGradient(
        after step: Int, layer: Int? = nil
    ) throws(RecurrentError) -> LayerState<Scalar> {
        try chosen(layer).stateGradient(after: step)
    }

    /// Returns the gradient of a gate's preactivation at a step, shape `[B, H]`.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such gate, step or layer.
    public func gateGradient(
        _ gate: Gate, at step: Int, layer: Int? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        try chosen(layer).gateGradient(gate, at: step)
    }

    /// Returns the contribution of one step to the gradients of a layer's weights, which are the
    /// sum over all steps.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such step or layer.
    public func contribution(
        ofStep step: Int, layer: Int? = nil
    ) throws(RecurrentError) -> LayerGradient<Scalar> {
        try chosen(layer).contribution(ofStep: step)
    }

    /// Returns the contribution of each step to the gradients of a layer's weights, from step 1 to
    /// step T.
    ///
    /// - Throws: `RecurrentError.invalidValue` if there is no such layer.
    public func contributions(
        ofLayer layer: Int
    ) throws(RecurrentError) -> [LayerGradient<Scalar>] {
        try chosen(layer).contributions
    }
}

extension LayerStory: LayeredStory {
    /// This backward pass alone.
    public var layers: [LayerStory<Scalar>] { [self] }

    /// The contribution of each step to the gradients of the weights, from step 1 to step T.
    public var contributions: [LayerGradient<Scalar>] {
        (1...pass.steps).map { gradients.weightGradients(of: $0 - 1..<$0, input: pass.input) }
    }
}

extension StackStory: LayeredStory {
    /// The backward passes of all layers: layer by layer, forward before backward.
    public var layers: [LayerStory<Scalar>] { stories.flatMap { $0 } }

    /// 2 if every layer is bidirectional, otherwise 1.
    public var directionCount: Int { stories[0].count }

    /// The contribution of each step to the gradients of the uppermost layer's weights, from step 1
    /// to step T.
    public var contributions: [LayerGradient<Scalar>] {
        layers[layers.count - directionCount].contributions
    }
}

extension ModelStory: LayeredStory {
    /// The backward passes of all layers: layer by layer, forward before backward.
    public var layers: [LayerStory<Scalar>] { stackStory.layers }

    /// 2 if every layer is bidirectional, otherwise 1.
    public var directionCount: Int { stackStory.directionCount }

    /// The contribution of each step to the gradients of the uppermost layer's weights, from step 1
    /// to step T.
    public var contributions: [LayerGradient<Scalar>] { stackStory.contributions }
}

extension ElmanStory: LayeredStory {
    /// The backward pass of the recurrent part.
    public var layers: [LayerStory<Scalar>] { [layerStory] }
}
