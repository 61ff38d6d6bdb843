/// What keeps a knob from being turned.
public struct ExplorationProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the knob.
    public let knob: String

    /// The position that was asked for, counted from 0.
    public let position: Int

    /// How many positions there are.
    public let count: Int

    /// What is wrong, and what to do.
    public var description: String {
        if count == 0 {
            return
                "could not set \(knob): there is nothing to choose from; give it at least one value"
        }
        return "could not set \(knob) to position \(position): take one from 0 to \(count - 1)"
    }
}
