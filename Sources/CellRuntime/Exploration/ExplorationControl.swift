/// One control of an exploration, as a page or a widget shows it.
public struct ExplorationControl: Sendable, Hashable {
    /// The kind of a control.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A handle that moves along a scale.
        case slider
        /// A list of which one is chosen.
        case choice
        /// A box that is checked or not.
        case toggle
    }

    /// The name of the parameter.
    public let name: String

    /// The kind of control.
    public let kind: Kind

    /// The labels of its positions, in order.
    public let labels: [String]

    /// The place of the first position to be shown, counted from 0.
    public let start: Int

    /// The name and the value at a position, such as "W = 0.5".
    ///
    /// - Parameter position: the place of the position, counted from 0; beyond the ends, the end.
    public func setting(at position: Int) -> String {
        guard !labels.isEmpty else { return "\(name): nothing to choose from" }
        return "\(name) = \(labels[max(0, min(position, labels.count - 1))])"
    }
}
