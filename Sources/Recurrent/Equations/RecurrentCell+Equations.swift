extension RecurrentCell {
    /// The lines of user-defined equations, by which they are told from others of the same name; `nil`
    /// for other cells.
    package var equations: String? {
        guard case .equations(let recording) = self else { return nil }
        return recording.operations
    }
}

extension Loss {
    /// The lines of a user-defined cost, by which it is told from others of the same name; `nil` for
    /// other costs.
    package var equations: String? {
        guard case .equations(let recording) = cost else { return nil }
        return recording.operations
    }
}

extension Recording {
    /// The operations of all lines.
    fileprivate var operations: String {
        lines.map { "\($0.operation)" }.joined(separator: "; ")
    }
}
