extension RecurrentCell {
    /// The lines of user-defined equations, by which they are told from others of the same name; `nil`
    /// for other cells.
    package var equations: String? {
        guard case .equations(let recording) = self else { return nil }
        return recording.lines.map { "\($0.operation)" }.joined(separator: "; ")
    }
}
