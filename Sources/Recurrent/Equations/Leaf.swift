/// A value that an equation is given.
enum Leaf: String, Sendable, Hashable {
    /// The input of a step.
    case input = "x"
    /// The first state before a step.
    case hidden = "h"
    /// The second state before a step.
    case memory = "c"
    /// The output of a model at one position, which a loss judges.
    case output = "ŷ"
    /// The target at one position.
    case target = "y"
}
