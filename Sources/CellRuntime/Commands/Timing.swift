public import Display

/// The duration of a repeated operation.
public struct Timing: Displayable, Sendable {
    /// The times per run in nanoseconds, in ascending order.
    let times: [Double]

    /// The number of runs per measurement.
    let loops: Int

    /// The median, the quartiles and the number of measurements.
    public var mimeBundle: MIMEBundle { MIMEBundle(text: text) }

    /// The median, the quartiles and the number of measurements.
    private var text: String {
        let (low, middle, high) = (quantile(0.25), quantile(0.5), quantile(0.75))
        return "\(Self.spelling(middle)) (half of them from \(Self.spelling(low)) to "
            + "\(Self.spelling(high))): the median of \(times.count) measurements of "
            + "\(ShownText.grouped(loops)) \(loops == 1 ? "run" : "runs") each"
    }

    /// Returns a quantile of the times.
    private func quantile(_ part: Double) -> Double {
        let place = part * Double(times.count - 1)
        let below = Int(place)
        let above = min(below + 1, times.count - 1)
        return times[below] + (times[above] - times[below]) * (place - Double(below))
    }

    /// Returns a time with three significant digits in a suitable unit.
    static func spelling(_ nanoseconds: Double) -> String {
        let units = [("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1)]
        let (unit, size) = units.first { nanoseconds >= $0.1 } ?? ("ns", 1)
        let value = nanoseconds / size
        let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
        let scale = [1.0, 10, 100][digits]
        let rounded = (value * scale).rounded() / scale
        var text = "\(rounded)"
        if digits == 0 { text = String(Int(rounded)) }
        return "\(text) \(unit)"
    }
}

/// Measures the duration of a repeated operation; Unroll inserts the call.
///
/// - Parameter run: performs the operation the given number of times.
public func _timeIt(_ run: (Int) throws -> Void) rethrows -> Timing {
    let clock = ContinuousClock()
    func time(_ loops: Int) throws -> Double {
        let start = clock.now
        try run(loops)
        let (seconds, attoseconds) = start.duration(to: clock.now).components
        return Double(seconds) * 1e9 + Double(attoseconds) * 1e-9
    }
    // As many runs as take a hundredth of a second, and as many measurements as fit into a second.
    var loops = 1
    var first = try time(loops)
    while first < 1e7, loops < 1 << 30 {
        loops *= first < 1e6 ? 10 : 2
        first = try time(loops)
    }
    let count = max(3, min(51, Int(1e9 / max(first, 1))))
    var times = [first / Double(loops)]
    while times.count < count, !isInterrupted { times.append(try time(loops) / Double(loops)) }
    return Timing(times: times.sorted(), loops: loops)
}

/// Consumes a value, so that the optimizer does not remove its computation.
@inline(never)
public func _blackHole<Value>(_ value: Value) {}
