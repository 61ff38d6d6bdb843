/// What can go wrong in the mathematics: shapes that do not fit, values out of range.
public enum RecurrentError: Error, Equatable, Sendable {
    /// Two operands whose shapes do not fit; the needed shape, and the one that was given.
    case shapeMismatch(operation: String, needed: String, given: String)
    /// A value that the operation cannot work with.
    case invalidValue(name: String, value: String, needed: String)
    /// A number that was computed and is infinite or not a number, with its place.
    case nonFinite(place: String, value: String)
    /// A number that was given and is infinite or not a number, with its place.
    case nonFiniteData(place: String, value: String)
}

extension RecurrentError: CustomStringConvertible {
    /// What could not be done, to what, because of what, and what to do.
    public var description: String {
        switch self {
        case .shapeMismatch(let operation, let needed, let given):
            "\(operation) needs \(needed), got \(given)"
        case .invalidValue(let name, let value, let needed):
            "\(name) is \(value); it must be \(needed)"
        case .nonFinite(let place, let value):
            "\(place) is \(value); lower the learning rate, clip gradients, or look at the data"
        case .nonFiniteData(let place, let value):
            "\(place) is \(value); replace it by a finite number, or leave it out"
        }
    }
}
