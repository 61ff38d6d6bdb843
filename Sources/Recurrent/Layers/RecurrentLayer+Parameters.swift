extension RecurrentLayer {
    /// The weights under the names of a PyTorch module of one layer: `weight_ih_l0`, ….
    public var parameters: ParameterSet<Scalar> { RecurrentStack(self).parameters }

    /// Loads weights from a set with PyTorch's names.
    ///
    /// - Throws: `RecurrentError` if a weight is missing, has another shape or belongs to another
    ///   kind of cell.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        var stack = RecurrentStack(self)
        try stack.load(parameters)
        self = stack.layers[0][0]
    }
}
