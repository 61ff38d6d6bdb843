import Recurrent

extension Double {
    /// Whether the number is another one up to a relative error; for 0, an absolute one.
    func isWithin(_ tolerance: Double, of other: Double) -> Bool {
        abs(self - other) <= tolerance * (other == 0 ? 1 : abs(other))
    }
}

extension Matrix {
    /// A matrix of zeros of another's shape.
    static func zeros(of other: Matrix) -> Matrix { other.map { _ in 0 } }
}

/// The message of the error that a closure throws, or a remark that it threw none.
func message<Value>(_ body: () throws -> Value) -> String {
    do {
        _ = try body()
        return "no error"
    } catch {
        return "\(error)"
    }
}
