extension RecurrentStack {
    /// The weights under PyTorch's names: `weight_ih_l0`, …, `bias_hh_l1_reverse`.
    public var parameters: ParameterSet<Scalar> {
        Self.named(
            layers.map { level in
                level.map { ($0.weightIH, $0.weightHH, $0.biasIH, $0.biasHH) }
            })
    }

    /// The names of the weights of one layer.
    static func names(level: Int, direction: Int) -> [String] {
        let suffix = "_l\(level)" + (direction == 1 ? "_reverse" : "")
        return ["weight_ih", "weight_hh", "bias_ih", "bias_hh"].map { $0 + suffix }
    }

    /// Takes over weights from a set that has PyTorch's names.
    ///
    /// Biases that are missing become zero, as for a module made with `bias=False`.
    /// - Throws: `RecurrentError` where a weight is missing or has another shape.
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        var loaded = self
        for level in layers.indices {
            for direction in layers[level].indices {
                let names = Self.names(level: level, direction: direction)
                var layer = layers[level][direction]
                layer.weightIH = try parameters.matrix(names[0], like: layer.weightIH)
                layer.weightHH = try parameters.matrix(names[1], like: layer.weightHH)
                let none = Matrix<Scalar>.zeros(layer.biasIH.shape)
                layer.biasIH = try parameters.matrix(names[2], like: none, orElse: none)
                layer.biasHH = try parameters.matrix(names[3], like: none, orElse: none)
                loaded.layers[level][direction] = layer
            }
        }
        self = loaded
    }

    /// Puts weights or gradients of all layers under their names.
    static func named(
        _ layers: [[(Matrix<Scalar>, Matrix<Scalar>, Matrix<Scalar>, Matrix<Scalar>)]]
    ) -> ParameterSet<Scalar> {
        var set = ParameterSet<Scalar>()
        for (level, directions) in layers.enumerated() {
            for (direction, parts) in directions.enumerated() {
                let names = names(level: level, direction: direction)
                set.append(names[0], Tensor(parts.0))
                set.append(names[1], Tensor(parts.1))
                set.append(names[2], Tensor(column: parts.2))
                set.append(names[3], Tensor(column: parts.3))
            }
        }
        return set
    }
}

extension StackStory {
    /// The gradients of the weights, under the names of the weights.
    public var gradient: ParameterSet<Scalar> {
        RecurrentStack.named(
            stories.map { level in
                level.map { story in
                    let part = story.gradient
                    return (part.weightIH, part.weightHH, part.biasIH, part.biasHH)
                }
            })
    }
}

extension ParameterSet {
    /// Returns the parameter with a name as a matrix of a given shape.
    ///
    /// - Throws: `RecurrentError` where it is missing and has no stand-in, or has another shape.
    func matrix(
        _ name: String, like other: Matrix<Scalar>, orElse standIn: Matrix<Scalar>? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        guard let tensor = self[name] else {
            if let standIn { return standIn }
            throw .invalidValue(
                name: "the parameter \(name)", value: "missing",
                needed: "one of the given: \(names.joined(separator: ", "))")
        }
        let matrix = try tensor.matrix
        guard matrix.shape == other.shape else {
            throw .shapeMismatch(
                operation: "the parameter \(name)", needed: "shape \(other.shape)",
                given: "\(tensor.shape)")
        }
        return matrix
    }
}
