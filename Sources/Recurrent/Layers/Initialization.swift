/// What the weights of a network start from.
public struct Initialization: Hashable, Sendable {
    /// How one matrix is filled.
    public enum Filling: Hashable, Sendable {
        /// Evenly between ±1/√H, PyTorch's choice for everything in a recurrent layer.
        case uniformByHiddenSize
        /// Evenly between ±√(6 / (rows + columns)); Glorot and Bengio 2010.
        case glorot
        /// Normally distributed with this standard deviation.
        case normal(Double)
        /// This multiple of the identity; Le, Jaitly and Hinton 2015, arXiv:1504.00941.
        case identity(Double)
        /// This multiple of a random orthogonal matrix, for every gate; Saxe et al. 2014.
        case orthogonal(Double)
        /// Zero everywhere.
        case zero
    }

    /// The weights of the input.
    public var input: Filling

    /// The weights of the state.
    public var state: Filling

    /// The biases.
    public var bias: Filling

    /// The sum of the two biases of an LSTM's forget gate; nil leaves them as they were filled.
    ///
    /// With 0, a fresh LSTM forgets half of its cell at every step.
    /// - Source: Jozefowicz, Zaremba and Sutskever 2015.
    public var forgetBias: Double?

    /// Makes a choice; without arguments, PyTorch's.
    public init(
        input: Filling = .uniformByHiddenSize, state: Filling = .uniformByHiddenSize,
        bias: Filling = .uniformByHiddenSize, forgetBias: Double? = nil
    ) {
        self.input = input
        self.state = state
        self.bias = bias
        self.forgetBias = forgetBias
    }

    /// What PyTorch does: everything evenly between ±1/√H.
    public static let pytorch = Initialization()

    /// What Keras does: Glorot, orthogonal, zero, and a forget bias of 1.
    public static let keras = Initialization(
        input: .glorot, state: .orthogonal(1), bias: .zero, forgetBias: 1)
}

extension Initialization {
    /// Throws where a number of it is not finite.
    func check() throws(RecurrentError) {
        for (name, filling) in [("input", input), ("state", state), ("bias", bias)] {
            let number: Double =
                switch filling {
                case .uniformByHiddenSize, .glorot, .zero: 0
                case .normal(let number), .identity(let number), .orthogonal(let number): number
                }
            try checkSetting(
                "the number that fills the \(name)", number, from: -.greatestFiniteMagnitude)
        }
        try checkSetting("the forget bias", forgetBias ?? 0, from: -.greatestFiniteMagnitude)
    }
}

extension Initialization.Filling {
    /// Returns a matrix of blocks of rows, one for every gate.
    func matrix<Scalar: RealScalar>(
        blocks: Int, hidden: Int, columns: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix<Scalar> {
        var elements: [Scalar] = []
        for _ in 0..<blocks {
            elements += try block(hidden, columns, using: &generator).elements
        }
        return Matrix(Shape(blocks * hidden, columns), unchecked: elements)
    }

    /// Returns the block of one gate.
    private func block<Scalar: RealScalar>(
        _ hidden: Int, _ columns: Int, using generator: inout some RandomNumberGenerator
    ) throws(RecurrentError) -> Matrix<Scalar> {
        switch self {
        case .uniformByHiddenSize:
            let bound = 1 / Double(max(hidden, 1)).squareRoot()
            return try .uniform(hidden, columns, from: -bound, to: bound, using: &generator)
        case .glorot:
            let bound = (6 / Double(hidden + columns)).squareRoot()
            return try .uniform(hidden, columns, from: -bound, to: bound, using: &generator)
        case .normal(let deviation):
            return try .normal(hidden, columns, deviation: deviation, using: &generator)
        case .zero:
            return try .zeros(hidden, columns)
        case .identity(let scale):
            var matrix = try Matrix<Scalar>.zeros(hidden, columns)
            for index in 0..<min(hidden, columns) { matrix[index, index] = Scalar(scale) }
            return matrix
        case .orthogonal(let scale):
            let size = max(hidden, columns)
            let square = try Matrix<Scalar>.orthogonal(
                size, scale: Scalar(scale), using: &generator)
            let part = (0..<hidden).flatMap { row in (0..<columns).map { square[row, $0] } }
            return Matrix(Shape(hidden, columns), unchecked: part)
        }
    }
}
