/// The error thrown by the mathematics: shapes that do not match, values out of range.
public enum RecurrentError: Error, Equatable, Sendable {
    /// The shapes of two operands do not match.
    case shapeMismatch(operation: String, needed: String, given: String)
    /// A value is invalid for the operation.
    case invalidValue(name: String, value: String, needed: String)
    /// A computed number is infinite or NaN; `place` is its location.
    case nonFinite(place: String, value: String)
    /// A given number is infinite or NaN; `place` is its location.
    case nonFiniteData(place: String, value: String)
}

extension RecurrentError: CustomStringConvertible {
    /// A sentence with the operation, its subject, the cause and the remedy.
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
