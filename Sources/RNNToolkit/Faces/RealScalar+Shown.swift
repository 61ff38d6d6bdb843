internal import Recurrent

extension RealScalar {
    /// The number with the digits that a person would have typed: a `Float` 0.1 stays 0.1.
    var shown: Double { Double(description) ?? Double(self) }
}

extension Matrix {
    /// The element of a matrix that has only one; nothing where it has none or several.
    var single: Double? { elements.count == 1 ? elements[0].shown : nil }
}
