internal import Recurrent

extension RealScalar {
    /// The number as its shortest decimal digits suggest: a `Float` 0.1 becomes 0.1.
    var shown: Double { Double(description) ?? Double(self) }
}

extension Matrix {
    /// The element of a matrix that has only one, or `nil`.
    var single: Double? { elements.count == 1 ? elements[0].shown : nil }
}
