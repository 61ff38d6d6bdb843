/// A number of a problem with its name.
package struct Quantity: Sendable, Hashable {
    /// The name, such as "g′(z₃)".
    package let name: String

    /// The number.
    package let value: Double

    /// Names a number.
    package init(_ name: String, _ value: Double) {
        self.name = name
        self.value = value
    }
}
