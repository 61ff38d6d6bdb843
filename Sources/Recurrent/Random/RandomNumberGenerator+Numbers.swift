extension RandomNumberGenerator {
    /// Returns a uniformly distributed number from 0 up to but not including 1: the upper 53 bits
    /// of the next word.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Returns a uniformly distributed number between two others.
    public mutating func uniform(from low: Double, to high: Double) -> Double {
        low + (high - low) * uniform()
    }

    /// Returns a normally distributed number with mean 0 and standard deviation 1.
    ///
    /// Samples points (u, v) of the square from -1 to 1 until one is inside the unit circle, at
    /// squared distance s, and returns u √(-2 ln s / s). The second number of each point is not
    /// used, so that a generator needs no additional state.
    ///
    /// - Source: Marsaglia and Bray 1964, the polar method.
    public mutating func normal() -> Double {
        while true {
            let u = uniform(from: -1, to: 1)
            let v = uniform(from: -1, to: 1)
            let s = u * u + v * v
            guard s > 0, s < 1 else { continue }
            return u * (-2 * ElementaryFunctions.logarithm(s) / s).squareRoot()
        }
    }

    /// Returns a uniformly distributed integer from 0 up to but not including a bound.
    ///
    /// - Precondition: the bound is at least 1.
    /// - Source: Lemire 2019, arXiv:1805.10941.
    public mutating func integer(below bound: Int) -> Int {
        guard bound >= 1 else { fatalError("there is no whole number from 0 up to \(bound)") }
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// Returns a uniformly distributed element of a list.
    ///
    /// - Precondition: the list is not empty.
    public mutating func element<Element>(of list: [Element]) -> Element {
        list[integer(below: list.count)]
    }

    /// Returns a uniformly distributed permutation of a list.
    public mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for index in stride(from: list.count - 1, to: 0, by: -1) {
            list.swapAt(index, integer(below: index + 1))
        }
        return list
    }
}
