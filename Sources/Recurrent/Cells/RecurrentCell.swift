/// The kind of a recurrent cell: the computation of one step.
///
/// Shapes use these letters everywhere: `T` steps, `B` sequences of a batch, `D` input features,
/// `H` hidden units, `V` words of a vocabulary, `O` outputs, `G` gates.
public enum RecurrentCell: Sendable, Hashable {
    /// h′ = g(W h + U x + b), one gate.
    ///
    /// - Source: Elman 1990, Finding structure in time.
    case elman(Activation)

    /// c′ = f c + i g and h′ = o tanh(c′); gates in the order i, f, g, o of PyTorch.
    ///
    /// Without a forget gate, c′ = c + i g with gates i, g, o.
    /// - Source: Hochreiter and Schmidhuber 1997; the forget gate is Gers et al. 2000.
    case lstm(forgetGate: Bool)

    /// h′ = (1 - z) n + z h; gates in the order r, z, n of PyTorch.
    ///
    /// - Source: Cho et al. 2014, arXiv:1406.1078, equations 5 to 8; z scales the old state, as in
    ///   PyTorch.
    case gru(reset: ResetPlacement)

    /// A person's own equations; `own(_:)` makes it.
    case equations(Recording)

    /// The position of a GRU's reset gate.
    public enum ResetPlacement: Sendable, Hashable {
        /// n = tanh(a + r (W h + b)), as in PyTorch and cuDNN.
        case afterProduct
        /// n = tanh(a + W (r h) + b), as in the original paper.
        case beforeProduct
    }

    /// An Elman cell with tanh.
    public static var elman: RecurrentCell { .elman(.tanh) }

    /// An LSTM cell with a forget gate.
    public static var lstm: RecurrentCell { .lstm(forgetGate: true) }

    /// A GRU cell in PyTorch's form.
    public static var gru: RecurrentCell { .gru(reset: .afterProduct) }

    /// The gates in the order of their rows in weights, G of them; none of a person's own equations.
    public var gates: [Gate] {
        switch self {
        case .elman: [.state]
        case .lstm(forgetGate: true): [.input, .forget, .candidate, .output]
        case .lstm(forgetGate: false): [.input, .candidate, .output]
        case .gru: [.reset, .update, .candidate]
        case .equations: []
        }
    }

    /// Indicates whether the cell has a cell state c in addition to h.
    public var hasCellState: Bool {
        switch self {
        case .elman, .gru: false
        case .lstm: true
        case .equations(let recording): recording.hasMemory
        }
    }
}
