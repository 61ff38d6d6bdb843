/// Throws where a number of something is too small, or larger than any size can be.
package func checkCount(_ name: String, _ count: Int, from least: Int) throws(RecurrentError) {
    guard count >= least else {
        throw .invalidValue(name: name, value: "\(count)", needed: "at least \(least)")
    }
    // OpenBLAS counts in 32 bits, and products of two such sizes can still be counted in 64.
    guard count <= Int32.max else {
        throw .invalidValue(name: name, value: "\(count)", needed: "at most \(Int32.max)")
    }
}

/// Throws where a setting is not a finite number in its range.
package func checkSetting(
    _ name: String, _ value: Double, from low: Double, to high: Double = .greatestFiniteMagnitude
) throws(RecurrentError) {
    guard value >= low, value <= high else {
        let range =
            low == -.greatestFiniteMagnitude
            ? "a finite number"
            : high == .greatestFiniteMagnitude
                ? "a finite number of at least \(low)" : "from \(low) to \(high)"
        throw .invalidValue(name: name, value: "\(value)", needed: range)
    }
}
