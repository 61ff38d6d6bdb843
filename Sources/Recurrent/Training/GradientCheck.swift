/// The result of comparing a gradient with finite differences.
public struct GradientCheck: Equatable, Sendable {
    /// The result for one parameter.
    public struct Entry: Equatable, Sendable {
        /// The name of the parameter.
        public let name: String
        /// ‖a - n‖ / (‖a‖ + ‖n‖) for the gradient a and the differences n; 0 if both are zero.
        public let relativeError: Double
        /// The largest absolute difference of an element.
        public let largestDifference: Double
        /// The norm of the gradient.
        public let norm: Double
        /// The number of elements that were skipped because the loss has a kink nearby.
        public let skipped: Int
        /// The verdict.
        public let verdict: Verdict
    }

    /// The verdict on a gradient.
    public enum Verdict: String, Sendable, Hashable {
        /// The gradient is correct as far as differences can show.
        case agrees
        /// The gradient is too small for differences to be meaningful; it may be correct.
        case vanished
        /// The gradient is wrong, or the loss is too rough for the step.
        case disagrees
    }

    /// The results, one per parameter.
    public let entries: [Entry]

    /// Indicates whether no parameter's gradient is wrong.
    public var passes: Bool { entries.allSatisfy { $0.verdict != .disagrees } }

    /// The largest relative error among the gradients that are large enough to be checked.
    public var largestRelativeError: Double {
        entries.filter { $0.verdict != .vanished }.map(\.relativeError).max() ?? 0
    }
}

extension GradientCheck: CustomStringConvertible {
    /// One line per parameter.
    public var description: String {
        entries.map { entry in
            let note = entry.skipped > 0 ? ", \(entry.skipped) at kinks left out" : ""
            return "\(entry.name): \(entry.verdict.rawValue), relative error "
                + "\(entry.relativeError)\(note)"
        }.joined(separator: "\n")
    }
}

extension Learner {
    /// Compares the gradient of an example with central differences, element by element.
    ///
    /// Relative errors below 1e-7 in double precision (1e-2 in single) count as agreement, and so do
    /// differences within the rounding error of the loss. If the first differences disagree, they are
    /// computed again with an error of the fourth order in the step. If the
    /// gradient and the differences are both below 1e-10 (1e-3), a relative error is meaningless,
    /// and the verdict is that the gradient has vanished.
    ///
    /// - Parameters:
    ///   - example: the example whose loss is used.
    ///   - step: the displacement of a parameter in each direction, or `nil` for 1e-5 (1e-2 in
    ///     single precision).
    /// - Throws: `RecurrentError` if the example does not match, or the step is not positive.
    public func gradientCheck(
        on example: Example, step: Double? = nil
    ) throws(RecurrentError) -> GradientCheck {
        let step = step ?? (Scalar.precision == .double ? 1e-5 : 1e-2)
        guard step > 0, step < .infinity else {
            throw .invalidValue(
                name: "the step of a gradient check", value: "\(step)", needed: "a number over 0")
        }
        let gradient = try lossAndGradient(of: example).gradient
        let loss = Double(try loss(of: example))
        var entries: [GradientCheck.Entry] = []
        for (name, tensor) in zip(gradient.names, gradient.tensors) {
            entries.append(
                try check(name, tensor.elements.map { Double($0) }, example, loss, step))
        }
        return GradientCheck(entries: entries)
    }

    /// Compares the gradient of one parameter.
    private func check(
        _ name: String, _ analytic: [Double], _ example: Example, _ loss: Double, _ step: Double
    ) throws(RecurrentError) -> GradientCheck.Entry {
        let first = try compare(name, analytic, example, loss, step, isRefined: false)
        guard first.verdict == .disagrees else { return first }
        return try compare(name, analytic, example, loss, step, isRefined: true)
    }

    /// Compares the gradient of one parameter with differences.
    ///
    /// - Parameter isRefined: whether twice the step is taken as well, so that what is left of the
    ///   loss's third derivative cancels.
    private func compare(
        _ name: String, _ analytic: [Double], _ example: Example, _ loss: Double, _ step: Double,
        isRefined: Bool
    ) throws(RecurrentError) -> GradientCheck.Entry {
        var (kept, numeric): ([Double], [Double]) = ([], [])
        for (index, derivative) in analytic.enumerated() {
            let above = try self.loss(of: example, moving: name, index, by: step)
            let below = try self.loss(of: example, moving: name, index, by: -step)
            let sides = (above - loss, loss - below)
            let size = max(abs(sides.0), abs(sides.1))
            // The one-sided differences of a smooth loss differ by about the step; a kink makes
            // them differ more.
            if abs(sides.0 - sides.1) > 0.02 * size, abs(sides.0 - sides.1) > 100 * step * step {
                continue
            }
            kept.append(derivative)
            let slope = (sides.0 + sides.1) / (2 * step)
            guard isRefined else {
                numeric.append(slope)
                continue
            }
            let far = try self.loss(of: example, moving: name, index, by: 2 * step)
            let near = try self.loss(of: example, moving: name, index, by: -2 * step)
            numeric.append((4 * slope - (far - near) / (4 * step)) / 3)
        }
        let ulp = Double(Scalar.ulpOfOne)
        let noise = 8 * ulp * max(abs(loss), 1e-3) / step * Double(kept.count).squareRoot()
        return entry(name, kept, numeric, noise, skipped: analytic.count - kept.count)
    }

    /// Returns the loss with one element of a parameter changed.
    private func loss(
        of example: Example, moving name: String, _ index: Int, by step: Double
    ) throws(RecurrentError) -> Double {
        var moved = self
        var parameters = self.parameters
        guard let position = parameters.names.firstIndex(of: name) else { return .nan }
        parameters.tensors[position].elements[index] += Scalar(step)
        try moved.load(parameters)
        return Double(try moved.loss(of: example))
    }

    /// Returns the result for one parameter.
    ///
    /// - Parameter noise: the part of their distance that rounding alone can explain.
    private func entry(
        _ name: String, _ analytic: [Double], _ numeric: [Double], _ noise: Double, skipped: Int
    ) -> GradientCheck.Entry {
        let differences = zip(analytic, numeric).map(-)
        let (a, n) = (euclideanNorm(of: analytic), euclideanNorm(of: numeric))
        let distance = euclideanNorm(of: differences)
        let relative = a + n == 0 ? 0 : distance / (a + n)
        let isDouble = Scalar.precision == .double
        let (tolerance, floor) = isDouble ? (1e-7, 1e-10) : (1e-2, 1e-3)
        let verdict: GradientCheck.Verdict =
            a <= floor && n <= floor * 10
            ? .vanished
            : relative < tolerance || distance <= noise
                ? .agrees : .disagrees
        return GradientCheck.Entry(
            name: name, relativeError: relative,
            largestDifference: differences.map(abs).max() ?? 0, norm: a, skipped: skipped,
            verdict: verdict)
    }
}
