import Recurrent

extension Double {
    /// Returns whether the number equals another one up to a relative error, or an absolute one for
    /// 0.
    func isWithin(_ tolerance: Double, of other: Double) -> Bool {
        abs(self - other) <= tolerance * (other == 0 ? 1 : abs(other))
    }
}

extension Double {
    /// Returns whether a number, rounded to as many digits as are printed, is the printed one.
    ///
    /// - Parameter printed: the printed number, such as `2.656e-5` or `57.6650390625`.
    func rounds(to printed: String) -> Bool {
        guard let value = Double(printed) else { return false }
        let parts = printed.split(separator: "e")
        let digits = parts[0].split(separator: ".")
        let places =
            (digits.count > 1 ? digits[1].count : 0) - (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        // Half a unit of the last digit, and slightly more for numbers in the middle.
        return abs(self - value) <= 0.500001 * power(0.1, places)
    }
}

extension Matrix {
    /// Returns a matrix of zeros with another's shape.
    static func zeros(of other: Matrix) -> Matrix { other.map { _ in 0 } }
}

/// Returns the message of the error that a closure throws, or a remark that it threw none.
func message<Value>(_ body: () throws -> Value) -> String {
    do {
        _ = try body()
        return "no error"
    } catch {
        return "\(error)"
    }
}
