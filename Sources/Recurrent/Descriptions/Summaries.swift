extension Matrix {
    /// The number itself if there is only one, otherwise the shape.
    var summary: String { shape == Shape(1, 1) ? String(elements[0]) : "\(shape)" }
}

extension Int {
    /// Returns the number with a noun: `1 step`, `3 steps`.
    package func of(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}

extension RecurrentCell {
    /// The usual name of the cell.
    var name: String {
        switch self {
        case .elman(let activation): "Elman, \(activation)"
        case .lstm(let hasForgetGate): hasForgetGate ? "LSTM" : "LSTM without forget gate"
        case .gru: "GRU"
        case .equations(let recording): recording.name
        }
    }
}
