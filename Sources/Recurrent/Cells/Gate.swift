/// A part of a recurrent cell with weights of its own.
public enum Gate: String, Sendable, Hashable, CaseIterable {
    /// The only part of an Elman cell: its new state.
    case state
    /// i: how much of the candidate an LSTM writes.
    case input
    /// f: how much of its cell an LSTM keeps.
    case forget
    /// g or n: what would be written.
    case candidate
    /// o: how much of its cell an LSTM shows.
    case output
    /// r: how much of the old state a GRU's candidate sees.
    case reset
    /// z: how much of the old state a GRU keeps.
    case update
}
