/// A part of a recurrent cell that has its own weights.
public enum Gate: String, Sendable, Hashable, CaseIterable {
    /// The only part of an Elman cell: its new state.
    case state
    /// The input gate i, which scales the candidate that an LSTM adds to its cell state.
    case input
    /// The forget gate f, which scales the cell state that an LSTM keeps.
    case forget
    /// The candidate g or n for the new state.
    case candidate
    /// The output gate o, which scales the cell state that an LSTM outputs.
    case output
    /// The reset gate r, which scales the old state in a GRU's candidate.
    case reset
    /// The update gate z, which scales the old state that a GRU keeps.
    case update
}
