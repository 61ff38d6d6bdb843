/// A calculation with the elements of two values.
enum Arithmetic: String, Sendable, Hashable {
    /// a + b.
    case plus = "+"
    /// a - b.
    case minus = "-"
    /// a b, element by element.
    case times = "⊙"
    /// a / b, element by element.
    case over = "/"
}
