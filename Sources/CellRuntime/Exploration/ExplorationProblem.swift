/// An error in the description of a knob.
public struct ExplorationProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the knob.
    public let knob: String

    /// The position that was asked for, counted from 0.
    public let position: Int

    /// The number of positions.
    public let count: Int

    /// The description of the error, and the remedy.
    public var description: String {
        if count == 0 {
            return
                "could not set \(knob): there is nothing to choose from; give it at least one value"
        }
        return "could not set \(knob) to position \(position): take one from 0 to \(count - 1)"
    }
}
