extension Loss.Cost {
    /// The name of the cost, as in `huber(1.0)`; of a user-defined one, `own` and its name.
    package var name: String {
        switch self {
        case .equations(let recording): "own \(recording.name)"
        default: "\(self)"
        }
    }
}
