extension RecurrentLayer: CustomStringConvertible {
    /// The cell and the sizes.
    public var description: String {
        "\(cell.name) layer, \(inputSize.of("input")), \(hiddenSize.of("unit"))"
    }
}

extension LayerPass: CustomStringConvertible {
    /// The numbers of steps and sequences, and the layer.
    public var description: String {
        "forward pass over \(steps.of("step")), \(input.count.of("sequence")), through \(layer)"
    }
}

extension LayerStory: CustomStringConvertible {
    /// The numbers of steps and sequences, and the layer.
    public var description: String {
        "backward pass over \(pass.steps.of("step")), \(pass.input.count.of("sequence")), "
            + "through \(pass.layer)"
    }
}

extension RecurrentStack: CustomStringConvertible {
    /// The cell, the number of layers, and the sizes.
    public var description: String {
        "\(cell.name) stack, \(layers.count.of("layer"))\(isBidirectional ? " in both directions" : "")"
            + ", \(inputSize.of("input")), \(hiddenSize.of("unit"))"
    }
}
