/// Comparisons of numbers up to rounding.
enum Nearness {
    /// By what part of the largest number of a row numbers may differ.
    static let tolerance = 1e-6

    /// Returns whether a row is the same as another.
    static func areNear(_ found: [Double], _ wanted: [Double]) -> Bool {
        guard found.count == wanted.count else { return false }
        var scale = 0.0
        for number in wanted { scale = max(scale, number.magnitude) }
        for index in found.indices {
            let difference = (found[index] - wanted[index]).magnitude
            guard difference <= tolerance * scale || difference <= 1e-12 else { return false }
        }
        return true
    }

    /// Returns whether an answer is the same as another.
    static func areNear(_ found: [[Double]], _ wanted: [[Double]]) -> Bool {
        guard found.count == wanted.count else { return false }
        for index in found.indices where !areNear(found[index], wanted[index]) { return false }
        return true
    }
}
