extension RecurrentStack {
    /// The weights under PyTorch's names: `weight_ih_l0`, …, `bias_hh_l1_reverse`.
    ///
    /// For a cell that PyTorch does not have, the recurrent weights have another name, so that no
    /// program mistakes them: `weight_hh_reset_before_l0` for a GRU with the reset gate before the
    /// product, `weight_hh_no_forget_l0` for an LSTM without a forget gate.
    public var parameters: ParameterSet<Scalar> {
        Self.named(
            layers.map { level in
                level.map { layer in
                    let weights = LayerGradient(
                        weightIH: layer.weightIH, weightHH: layer.weightHH, biasIH: layer.biasIH,
                        biasHH: layer.biasHH, own: layer.own)
                    return (layer.cell, weights)
                }
            })
    }

    /// Returns the suffix of the names of one layer's weights.
    private static func suffix(level: Int, direction: Int) -> String {
        "_l\(level)" + (direction == 1 ? "_reverse" : "")
    }

    /// The names of the weights of one layer.
    static func names(_ cell: RecurrentCell, level: Int, direction: Int) -> [String] {
        let suffix = suffix(level: level, direction: direction)
        let state =
            switch cell {
            case .elman, .lstm(forgetGate: true), .gru(reset: .afterProduct): "weight_hh"
            case .lstm(forgetGate: false): "weight_hh_no_forget"
            case .gru(reset: .beforeProduct): "weight_hh_reset_before"
            case .equations: ""
            }
        return ["weight_ih", state, "bias_ih", "bias_hh"].map { $0 + suffix }
    }

    /// Loads weights from a set with PyTorch's names.
    ///
    /// Missing biases become zero, as for a module created with `bias=False`. Names that are not
    /// those of a recurrent layer are ignored.
    /// - Throws: `RecurrentError` if a weight is missing, has another shape, or belongs to another
    ///   kind of cell or to a layer that this stack does not have.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    public mutating func load(_ parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        try checkHasLayers(of: parameters)
        var loaded = self
        for level in layers.indices {
            for direction in layers[level].indices {
                var layer = layers[level][direction]
                if case .equations = layer.cell {
                    let suffix = Self.suffix(level: level, direction: direction)
                    for name in layer.own.names {
                        let like = try layer.own.matrix(name)
                        layer[name] = try parameters.matrix(name + suffix, like: like)
                    }
                    loaded.layers[level][direction] = layer
                    continue
                }
                let names = Self.names(layer.cell, level: level, direction: direction)
                let usual = Self.names(.elman, level: level, direction: direction)[1]
                try Self.checkKind(names[1], insteadOf: usual, parameters)
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

    /// Throws if the recurrent weights are those of PyTorch's cell and this cell is another one.
    ///
    /// The shapes may match, but the outputs would differ.
    private static func checkKind(
        _ name: String, insteadOf usual: String, _ parameters: ParameterSet<Scalar>
    ) throws(RecurrentError) {
        guard parameters[name] == nil, parameters[usual] != nil else { return }
        throw .invalidValue(
            name: "the parameter \(usual)", value: "of another kind of cell",
            needed: "\(name): its numbers would mean something else in this cell")
    }

    /// Throws if parameters belong to a layer, a direction or a projection that this stack does not
    /// have: without them, the model would be another one.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    private func checkHasLayers(of parameters: ParameterSet<Scalar>) throws(RecurrentError) {
        for name in parameters.names {
            guard let place = LayerPlace(ofParameter: name, ofOwn: layers[0][0].own.names)
            else { continue }
            let needed: String
            if place.level >= layers.count {
                needed =
                    "of one of \(layers.count.of("layer")); make it with more layers to load it"
            } else if place.isReverse, !isBidirectional {
                needed = "of the forward direction; make it bidirectional to load it"
            } else if place.isProjection {
                needed = "of a layer without projection (proj_size), which there is not here"
            } else {
                continue
            }
            throw .invalidValue(
                name: "the parameter \(name)", value: "not of this stack", needed: needed)
        }
    }

    /// Returns weights or gradients of all layers under their names.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    static func named(
        _ layers: [[(cell: RecurrentCell, parts: LayerGradient<Scalar>)]]
    ) -> ParameterSet<Scalar> {
        var set = ParameterSet<Scalar>()
        for (level, directions) in layers.enumerated() {
            for (direction, layer) in directions.enumerated() {
                if case .equations = layer.cell {
                    let suffix = suffix(level: level, direction: direction)
                    set.append(layer.parts.own.renaming { $0 + suffix })
                    continue
                }
                let names = names(layer.cell, level: level, direction: direction)
                set.append(names[0], Tensor(layer.parts.weightIH))
                set.append(names[1], Tensor(layer.parts.weightHH))
                set.append(names[2], Tensor(column: layer.parts.biasIH))
                set.append(names[3], Tensor(column: layer.parts.biasHH))
            }
        }
        return set
    }
}

extension StackStory {
    /// The gradients of the weights, under the weights' names.
    public var gradient: ParameterSet<Scalar> {
        RecurrentStack.named(
            stories.map { level in level.map { ($0.pass.layer.cell, $0.gradient) } })
    }
}

extension ParameterSet {
    /// Returns the parameter with a name as a matrix of a given shape.
    ///
    /// - Throws: `RecurrentError` if it is missing and has no default, or has another shape.
    @_specialize(where Scalar == Double)
    @_specialize(where Scalar == Float)
    func matrix(
        _ name: String, like other: Matrix<Scalar>, orElse standIn: Matrix<Scalar>? = nil
    ) throws(RecurrentError) -> Matrix<Scalar> {
        guard let tensor = self[name] else {
            if let standIn { return standIn }
            throw .invalidValue(
                name: "the parameter \(name)", value: "missing",
                needed: "one of the given: \(names.joined(separator: ", ")) (renaming(_:), "
                    + "dropping(prefix:) and adding(prefix:) give others)")
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

/// The position of a parameter according to its name, such as `weight_hh_l1_reverse`.
private struct LayerPlace {
    /// The index of the layer.
    let level: Int
    /// Indicates whether it belongs to the backward direction.
    let isReverse: Bool
    /// Indicates whether it is a projection of the state.
    let isProjection: Bool

    /// Parses a name; returns `nil` if it is not that of a recurrent layer.
    ///
    /// - Parameter own: the names of the weights of user-defined equations.
    init?(ofParameter name: String, ofOwn own: [String]) {
        var parts = name.split(separator: "_")
        isReverse = parts.last == "reverse"
        if isReverse { parts.removeLast() }
        if let last = parts.last, last.first == "l", let level = Int(last.dropFirst()),
            own.contains(parts.dropLast().joined(separator: "_"))
        {
            (self.level, isProjection) = (level, false)
            return
        }
        guard parts.count >= 3, parts[0] == "weight" || parts[0] == "bias" else { return nil }
        guard ["ih", "hh", "hr"].contains(parts[1]), let last = parts.last, last.first == "l",
            let level = Int(last.dropFirst())
        else { return nil }
        isProjection = parts[1] == "hr"
        self.level = level
    }
}
