public import JSON

/// What may differ between the outputs that a notebook holds and those of a new run.
public struct ComparisonRules: Sendable, Hashable {
    /// The largest difference between two numbers, as a part of the expected one.
    public var relativeTolerance: Double

    /// The largest difference between two numbers, as such; the larger of both tolerances counts.
    public var absoluteTolerance: Double

    /// How far a number may lie from an expected zero, or zero from an expected number: rounding
    /// leaves such rests of sums that should be zero, and no part of zero allows for them.
    public var zeroTolerance: Double

    /// Whether the tolerances are for whole numbers as well.
    public var comparesIntegersLoosely = false

    /// The media types whose contents are not compared, such as `image/png`.
    public var ignoredTypes: Set<String>

    /// Whether outputs are not compared at all.
    public var ignoresOutputs: Bool

    /// What is replaced in texts before they are compared.
    public var sanitizers: [Sanitizer] = []

    /// Whether what was written to standard error is not compared.
    public var ignoresStandardError = false

    /// Makes rules; by default numbers may differ in their last few digits, and nothing else may.
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

    /// Returns the rules with those that the metadata of a notebook or a cell set in their place.
    ///
    /// They stand under `unroll.compare`, as `relative`, `absolute`, `zero`, `integers`, `ignore`,
    /// `ignore_types`, `ignore_stderr`, `sanitize` and `replace`:
    /// `{"unroll": {"compare": {"relative": 1e-6, "ignore_types": ["image/png"]}}}`.
    public func overridden(by metadata: JSONObject) -> ComparisonRules {
        var rules = self
        guard let compare = metadata["unroll"]?["compare"] else { return rules }
        rules.relativeTolerance = compare["relative"]?.double ?? relativeTolerance
        rules.absoluteTolerance = compare["absolute"]?.double ?? absoluteTolerance
        rules.zeroTolerance = compare["zero"]?.double ?? zeroTolerance
        rules.comparesIntegersLoosely = compare["integers"]?.bool ?? comparesIntegersLoosely
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

    /// Tells whether a number is close enough to the expected one.
    func accept(_ found: Double, for expected: Double) -> Bool {
        if found == expected || (found.isNaN && expected.isNaN) { return true }
        return abs(found - expected) <= allowedDifference(found, for: expected)
    }

    /// Returns by how much a number may differ from the expected one.
    func allowedDifference(_ found: Double, for expected: Double) -> Double {
        let isAboutZero = expected == 0 || found == 0
        return max(
            relativeTolerance * abs(expected), absoluteTolerance, isAboutZero ? zeroTolerance : 0)
    }
}
