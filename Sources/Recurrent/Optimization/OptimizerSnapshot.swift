/// A rule with its settings and everything that it remembers, as values that can be kept in a file.
public struct OptimizerSnapshot: Equatable, Sendable {
    /// The name of the rule, as in `Adam`.
    public let rule: String

    /// Its settings by name; 1 and 0 stand for yes and no.
    public let settings: [String: Double]

    /// How many steps it has taken.
    public let steps: Int

    /// How many numbers each parameter has that it moves.
    public let counts: [Int]

    /// What it remembers: one number for every parameter of the first kind, then of the second.
    public let memory: [Double]

    /// Makes a snapshot of its parts, which are checked when a rule is made of it.
    public init(
        rule: String, settings: [String: Double], steps: Int, counts: [Int], memory: [Double]
    ) {
        self.rule = rule
        self.settings = settings
        self.steps = steps
        self.counts = counts
        self.memory = memory
    }

    /// Takes what a rule remembers.
    init(_ rule: String, _ settings: [String: Double], _ memory: OptimizerMemory) {
        self.init(
            rule: rule, settings: settings, steps: memory.steps, counts: memory.counts,
            memory: memory.numbers)
    }

    /// Makes the rule, as it was.
    ///
    /// - Throws: `RecurrentError.invalidValue` for a rule that is not known, a setting that is missing
    ///   or makes no sense, and a memory that fits no parameters.
    public func optimizer() throws(RecurrentError) -> any Optimizer {
        switch rule {
        case "SGD": try SGD(self)
        case "Adagrad": try Adagrad(self)
        case "RMSprop": try RMSprop(self)
        case "RProp": try RProp(self)
        case "Adam": try Adam(self)
        default:
            throw .invalidValue(
                name: "the optimizer", value: rule,
                needed: "one of SGD, Adagrad, RMSprop, RProp and Adam")
        }
    }

    /// Returns a setting.
    func setting(_ name: String) throws(RecurrentError) -> Double {
        guard let value = settings[name] else {
            throw .invalidValue(
                name: "the setting \(name) of \(rule)", value: "missing", needed: "given")
        }
        return value
    }

    /// Returns what the rule remembers.
    func kept() throws(RecurrentError) -> OptimizerMemory {
        var total = 0
        for count in counts {
            let (sum, overflows) = total.addingReportingOverflow(count)
            guard count >= 0, !overflows else { throw unfit }
            total = sum
        }
        guard steps >= 0, total == 0 ? memory.isEmpty : memory.count % total == 0 else {
            throw unfit
        }
        return OptimizerMemory(numbers: memory, counts: counts, total: total, steps: steps)
    }

    /// What is said about a memory that fits no parameters.
    private var unfit: RecurrentError {
        .invalidValue(
            name: "the memory of \(rule)", value: "\(memory.count) numbers after \(steps) steps",
            needed: "some numbers for each of the parameters of sizes \(counts)")
    }
}
