/// The initialization of a network's weights.
public struct Initialization: Hashable, Sendable {
    /// The distribution of one matrix.
    public enum Filling: Hashable, Sendable {
        /// Uniform between ±1/√H, PyTorch's choice for everything in a recurrent layer.
        case uniformByHiddenSize
        /// Uniform between ±√(6 / (rows + columns)); Glorot and Bengio 2010.
        case glorot
        /// Normal with this standard deviation.
        case normal(Double)
        /// A multiple of the identity; Le, Jaitly and Hinton 2015, arXiv:1504.00941.
        case identity(Double)
        /// A multiple of a random orthogonal matrix for every gate; Saxe et al. 2014.
        case orthogonal(Double)
        /// Zero everywhere.
        case zero
        /// This number everywhere.
        case constant(Double)
        /// Uniform between two numbers.
        case between(Double, Double)
    }

    /// The distribution of the input weights.
    public var input: Filling

    /// The distribution of the recurrent weights.
    public var state: Filling

    /// The distribution of the biases.
    public var bias: Filling

    /// The sum of the two biases of an LSTM's forget gate, or `nil` to leave them as initialized.
    ///
    /// With 0, an untrained LSTM forgets half of its cell state at every step.
    /// - Source: Jozefowicz, Zaremba and Sutskever 2015.
    public var forgetBias: Double?

    /// T, the longest time that gates should span; `nil` leaves their biases as they were filled.
    ///
    /// The biases of an LSTM's forget gate are drawn as log u with u uniform from 1 to T - 1, those of
    /// its input gate are their negatives; a GRU's update gate gets log u.
    /// - Source: Tallec and Ollivier 2018, arXiv:1804.11188, section 2.
    public var longestTime: Int?

    /// Creates an initialization, by default that of PyTorch.
    public init(
        input: Filling = .uniformByHiddenSize, state: Filling = .uniformByHiddenSize,
        bias: Filling = .uniformByHiddenSize, forgetBias: Double? = nil
    ) {
        self.input = input
        self.state = state
        self.bias = bias
        self.forgetBias = forgetBias
    }

    /// PyTorch's initialization: everything uniform between ±1/√H.
    public static let pytorch = Initialization()

    /// Chrono initialization: gates that span times up to T steps from the start.
    ///
    /// - Parameter longest: T, at least 3.
    /// - Source: Tallec and Ollivier 2018, arXiv:1804.11188.
    public static func chrono(longest: Int) -> Initialization {
        var initialization = Initialization()
        initialization.longestTime = longest
        return initialization
    }

    /// IRNN: the identity for the state, small weights for the input, no bias; for `.elman(.relu)`.
    ///
    /// - Source: Le, Jaitly and Hinton 2015, arXiv:1504.00941, section 3.
    public static let irnn = Initialization(
        input: .normal(0.001), state: .identity(1), bias: .zero)

    /// Keras's initialization: Glorot, orthogonal, zero, and a forget bias of 1.
    public static let keras = Initialization(
        input: .glorot, state: .orthogonal(1), bias: .zero, forgetBias: 1)
}

extension Initialization {
    /// Throws if one of its numbers is not finite.
    func check() throws(RecurrentError) {
        for (name, filling) in [("input", input), ("state", state), ("bias", bias)] {
            let number: Double =
                switch filling {
                case .uniformByHiddenSize, .glorot, .zero: 0
                case .between(let low, let high): low + high
                case .normal(let number), .identity(let number), .orthogonal(let number),
                    .constant(let number):
                    number
                }
            try checkSetting(
                "the number that fills the \(name)", number, from: -.greatestFiniteMagnitude)
        }
        if let longestTime { try checkCount("the longest time of gates", longestTime, from: 3) }
        try checkSetting("the forget bias", forgetBias ?? 0, from: -.greatestFiniteMagnitude)
    }
}

extension Initialization.Filling {
    /// Returns a matrix of blocks of rows, one per gate.
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
        case .between(let low, let high):
            return try .uniform(hidden, columns, from: low, to: high, using: &generator)
        case .constant(let number):
            return try Matrix(rows: hidden, columns: columns, repeating: Scalar(number))
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
