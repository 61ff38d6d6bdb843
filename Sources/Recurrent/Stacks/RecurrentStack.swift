/// Stacked recurrent layers, unidirectional or bidirectional, as in PyTorch.
public struct RecurrentStack<Scalar: RealScalar>: Equatable, Sendable {
    /// The layers from the input up; each has one direction, or two: forward and backward.
    public internal(set) var layers: [[RecurrentLayer<Scalar>]]

    /// Creates a stack from layers.
    ///
    /// - Parameter layers: for each level one layer, or two for both directions.
    /// - Throws: `RecurrentError` if there is no layer, or sizes do not match.
    public init(_ layers: [[RecurrentLayer<Scalar>]]) throws(RecurrentError) {
        self.layers = layers
        let directions = layers.first?.count ?? 0
        guard directions == 1 || directions == 2 else {
            throw .invalidValue(
                name: "the number of directions", value: "\(directions)", needed: "1 or 2")
        }
        var width = layers[0][0].inputSize
        for (index, level) in layers.enumerated() {
            try Self.check(level, at: index, directions: directions, inputs: width)
            width = directions * level[0].hiddenSize
        }
    }

    /// Creates a stack of one layer.
    public init(_ layer: RecurrentLayer<Scalar>) {
        layers = [[layer]]
    }

    /// Indicates whether every layer is bidirectional.
    public var isBidirectional: Bool { layers[0].count == 2 }

    /// D, the number of input features.
    public var inputSize: Int { layers[0][0].inputSize }

    /// H, the number of hidden units per direction of the last layer.
    public var hiddenSize: Int { layers[layers.count - 1][0].hiddenSize }

    /// The number of features of the output: H, or 2 H if the layers are bidirectional.
    public var outputSize: Int { hiddenSize * layers[0].count }

    /// The kind of cell.
    public var cell: RecurrentCell { layers[0][0].cell }

    /// The settings of the layers' computation.
    public var computation: Computation {
        get { layers[0][0].computation }
        set {
            for level in layers.indices {
                for direction in layers[level].indices {
                    layers[level][direction].computation = newValue
                }
            }
        }
    }

    /// Throws if the layers of one level do not match those below or each other.
    private static func check(
        _ level: [RecurrentLayer<Scalar>], at index: Int, directions: Int, inputs: Int
    ) throws(RecurrentError) {
        let hidden = level.first?.hiddenSize ?? 0
        let fits = level.allSatisfy { $0.inputSize == inputs && $0.hiddenSize == hidden }
        guard level.count == directions, fits else {
            throw .shapeMismatch(
                operation: "layer \(index) of a stack",
                needed: "\(directions) layers with \(inputs) inputs and equal hidden sizes",
                given: level.map { "\($0.inputSize) inputs and \($0.hiddenSize) hidden units" }
                    .joined(separator: ", "))
        }
        for layer in level { try layer.checkShapes() }
    }
}
