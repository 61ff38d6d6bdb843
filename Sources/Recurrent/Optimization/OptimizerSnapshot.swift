/// An optimizer with its settings and its whole state, as values that can be stored in a file.
public struct OptimizerSnapshot: Equatable, Sendable {
    /// The name of the optimizer, such as `Adam`.
    public let rule: String

    /// Its settings by name; Booleans are 1 and 0.
    public let settings: [String: Double]

    /// The number of steps taken.
    public let steps: Int

    /// The number of elements of each parameter.
    public let counts: [Int]

    /// The state: the numbers of the first kind for every parameter, then those of the second, and
    /// so on.
    public let memory: [Double]

    /// Creates a snapshot from its parts, which are validated when it is restored.
    public init(
        rule: String, settings: [String: Double], steps: Int, counts: [Int], memory: [Double]
    ) {
        self.rule = rule
        self.settings = settings
        self.steps = steps
        self.counts = counts
        self.memory = memory
    }

    /// Creates a snapshot of an optimizer's state.
    init(_ rule: String, _ settings: [String: Double], _ memory: OptimizerMemory) {
        self.init(
            rule: rule, settings: settings, steps: memory.steps, counts: memory.counts,
            memory: memory.numbers)
    }

    /// Restores the optimizer.
    ///
    /// - Throws: `RecurrentError.invalidValue` if the optimizer is unknown, a setting is missing or
    ///   out of range, or the state is inconsistent.
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

    /// Returns the state of the optimizer.
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

    /// The error for an inconsistent state.
    private var unfit: RecurrentError {
        .invalidValue(
            name: "the memory of \(rule)", value: "\(memory.count) numbers after \(steps) steps",
            needed: "some numbers for each of the parameters of sizes \(counts)")
    }
}
