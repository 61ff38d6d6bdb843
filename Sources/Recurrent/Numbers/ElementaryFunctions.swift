/// Elementary functions computed from + - * / alone, so that they yield identical bits on every
/// processor.
///
/// The C library selects its versions by processor, and their results differ in the last bit.
package enum ElementaryFunctions {
    /// Returns the natural logarithm, accurate to less than one unit in the last place.
    ///
    /// With x = 2^e m and s = (m - 1) / (m + 1), ln m = 2 atanh(s) = f - s (f - w), where f = m - 1
    /// and w is the rest of the series.
    package static func logarithm(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x < .infinity else { return x }
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa > 1.4142135623730951 {
            mantissa /= 2
            exponent += 1
        }
        let f = mantissa - 1
        let s = f / (mantissa + 1)
        let square = s * s
        var series = 0.0
        for odd in stride(from: 25.0, through: 3.0, by: -2.0) {
            series = (series + 2 / odd) * square
        }
        // ln 2 in two parts; the high one ends in zero bits, so that its product is exact.
        let high = exponent * 0x1.62e42fefa4000p-1
        let low = exponent * -0x1.8432a1b0e2634p-43
        return high + (f - (s * (f - series) - low))
    }

    /// Returns e to the power of a number, accurate to a few units in the last place.
    ///
    /// With x = n ln 2 + r, exp x = 2ⁿ exp r, and exp r is computed by its series.
    package static func exponential(_ x: Double) -> Double {
        guard x < 710 else { return x.isNaN ? x : .infinity }
        guard x > -746 else { return 0 }
        let n = (x * 1.4426950408889634).rounded()
        let r = (x - n * 0x1.62e42fefa4000p-1) - n * -0x1.8432a1b0e2634p-43
        var sum = 1.0
        for k in stride(from: 20.0, through: 1.0, by: -1.0) { sum = 1 + sum * r / k }
        // In two steps: 2ⁿ alone may overflow or underflow.
        let half = Int(n) / 2
        return sum * Double(sign: .plus, exponent: half, significand: 1)
            * Double(sign: .plus, exponent: Int(n) - half, significand: 1)
    }

    /// Returns the cosine of π t for t from 0 to 1, for learning-rate schedules.
    static func cosineOfPi(times t: Double) -> Double {
        guard t <= 0.5 else { return -cosineOfPi(times: 1 - t) }
        let x = t * .pi
        let square = x * x
        var sum = 1.0
        for k in stride(from: 22.0, through: 2.0, by: -2.0) {
            sum = 1 - sum * square / (k * (k - 1))
        }
        return sum
    }
}
