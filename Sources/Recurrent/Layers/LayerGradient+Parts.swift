extension LayerGradient {
    /// The gradients of the weights with the names of the weights: `weightHH`, `weightIH` and `biasIH`,
    /// or those of a person's own equations.
    public var parts: [(name: String, gradient: Matrix<Scalar>)] {
        guard own.names.isEmpty else {
            return zip(own.names, own.tensors).map { name, tensor in
                let columns = tensor.shape.count == 2 ? tensor.shape[1] : 1
                let shape = Shape(tensor.elements.count / max(columns, 1), columns)
                return (name, Matrix(shape, unchecked: tensor.elements))
            }
        }
        return [("weightHH", weightHH), ("weightIH", weightIH), ("biasIH", biasIH)]
    }

    /// The gradient of a person's own weight with a name; nil where there is none.
    public subscript(name: String) -> Matrix<Scalar>? { try? own[name]?.matrix }
}
