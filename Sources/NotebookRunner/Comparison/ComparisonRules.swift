public import JSON

/// The permitted differences between a notebook's outputs and those of a new run.
public struct ComparisonRules: Sendable, Hashable {
    /// The maximum relative difference of two numbers, as a fraction of the expected one.
    public var relativeTolerance: Double

    /// The maximum absolute difference of two numbers; the larger of both tolerances applies.
    public var absoluteTolerance: Double

    /// The maximum absolute value of a number if the expected one is zero, or vice versa: rounding
    /// errors of sums that should be zero exceed any relative tolerance.
    public var zeroTolerance: Double

    /// Indicates whether the tolerances also apply to integers.
    public var comparesIntegersLoosely = false

    /// By how many of 255 levels a pixel may differ and still count as the same.
    public var pixelLevels = 0.0

    /// Which part of a picture's pixels may be others.
    public var pixelShare = 0.0

    /// The media types whose contents are not compared, such as `image/png`.
    public var ignoredTypes: Set<String>

    /// Indicates whether outputs are ignored altogether.
    public var ignoresOutputs: Bool

    /// The replacements made in texts before they are compared.
    public var sanitizers: [Sanitizer] = []

    /// Indicates whether standard error is ignored.
    public var ignoresStandardError = false

    /// Creates rules; by default only the last few digits of numbers may differ.
    public init(
        relativeTolerance: Double = 1e-9, absoluteTolerance: Double = 0,
        zeroTolerance: Double = 1e-12, ignoredTypes: Set<String> = [], ignoresOutputs: Bool = false
    ) {
        self.relativeTolerance = relativeTolerance
        self.absoluteTolerance = absoluteTolerance
        self.zeroTolerance = zeroTolerance
        self.ignoredTypes = ignoredTypes
        self.ignoresOutputs = ignoresOutputs
    }

    /// Returns the rules as overridden by the metadata of a notebook or a cell.
    ///
    /// The overrides are stored under `unroll.compare`, as `relative`, `absolute`, `zero`,
    /// `integers`, `pixel_levels`, `pixel_share`, `ignore`, `ignore_types`, `ignore_stderr`,
    /// `sanitize` and `replace`:
    /// `{"unroll": {"compare": {"relative": 1e-6, "ignore_types": ["image/png"]}}}`.
    public func overridden(by metadata: JSONObject) -> ComparisonRules {
        var rules = self
        guard let compare = metadata["unroll"]?["compare"] else { return rules }
        rules.relativeTolerance = compare["relative"]?.double ?? relativeTolerance
        rules.absoluteTolerance = compare["absolute"]?.double ?? absoluteTolerance
        rules.zeroTolerance = compare["zero"]?.double ?? zeroTolerance
        rules.comparesIntegersLoosely = compare["integers"]?.bool ?? comparesIntegersLoosely
        rules.pixelLevels = compare["pixel_levels"]?.double ?? pixelLevels
        rules.pixelShare = compare["pixel_share"]?.double ?? pixelShare
        rules.ignoresOutputs = compare["ignore"]?.bool ?? rules.ignoresOutputs
        rules.ignoresStandardError = compare["ignore_stderr"]?.bool ?? ignoresStandardError
        for name in compare["sanitize"]?.array ?? [] {
            rules.sanitizers += (name.string.flatMap { try? Sanitizer.named($0) }) ?? []
        }
        for rule in compare["replace"]?.array ?? [] {
            guard let pattern = rule["pattern"]?.string,
                let sanitizer = try? Sanitizer(
                    pattern: pattern, replacement: rule["with"]?.string ?? "")
            else { continue }
            rules.sanitizers.append(sanitizer)
        }
        if let types = compare["ignore_types"]?.array {
            rules.ignoredTypes.formUnion(types.compactMap(\.string))
        }
        return rules
    }

    /// Returns whether a number is close enough to the expected one.
    func accept(_ found: Double, for expected: Double) -> Bool {
        if found == expected || (found.isNaN && expected.isNaN) { return true }
        return abs(found - expected) <= allowedDifference(found, for: expected)
    }

    /// Returns the maximum difference from the expected number.
    func allowedDifference(_ found: Double, for expected: Double) -> Double {
        let isAboutZero = expected == 0 || found == 0
        return max(
            relativeTolerance * abs(expected), absoluteTolerance, isAboutZero ? zeroTolerance : 0)
    }
}
