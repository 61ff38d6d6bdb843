/// Throws if a count is too small, or larger than the maximum size.
package func checkCount(_ name: String, _ count: Int, from least: Int) throws(RecurrentError) {
    guard count >= least else {
        throw .invalidValue(name: name, value: "\(count)", needed: "at least \(least)")
    }
    // OpenBLAS counts in 32 bits, and the product of two such sizes does not overflow 64 bits.
    guard count <= Int32.max else {
        throw .invalidValue(name: name, value: "\(count)", needed: "at most \(Int32.max)")
    }
}

/// Throws if a setting is not a finite number in its range.
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
