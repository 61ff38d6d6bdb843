package import CellProtocol
package import Evaluation
internal import Glibc
package import Processes

/// A report of a cell's failure at run time, for the user.
package struct FailureReport {
    /// The cell's plan.
    package let plan: CellPlan

    /// The position of the failure in the cells' code, or `nil` if it is unknown.
    package let trace: StackTrace?

    /// The names of the cells for the user.
    package let names: CellNames

    /// Creates a report on a cell.
    package init(plan: CellPlan, trace: StackTrace?, names: CellNames) {
        self.plan = plan
        self.trace = trace
        self.names = names
    }

    /// Reports a failure that the worker has described.
    package func failure(_ failure: CellFailure) -> EvaluationFailure {
        switch failure {
        case .uncaughtError(let type, let description, _):
            return report(
                FailureName.uncaughtError,
                "\(readable(Self.plain(type))): \(readable(description))",
                calls: trace?.calls ?? [])
        case .exited(let code):
            return report(
                FailureName.exit,
                "the cell called exit(\(code)); a cell ends where its code ends", calls: [])
        case .notLoadable(let reason):
            return report(FailureName.loadFailure, readable(reason), calls: [])
        case .inputRefused:
            return report(
                FailureName.inputRefused,
                "the cell asked for input, and whoever runs it gives none", calls: [])
        case .limitLowered(let resource):
            return report(
                FailureName.limitLowered,
                "a program has limited \(resource) of the cell's process for good, so that the "
                    + "cells after it could not go on", calls: [])
        }
    }

    /// Reports the end of the process that ran the cell.
    package func failure(_ exit: ProcessExit, _ crash: CrashReport?) -> EvaluationFailure {
        guard let crash else { return failure(ofSilent: exit) }
        let (name, message) = Self.kind(of: crash, trace?.runtimeFailure)
        return report(name, readable(message), calls: trace?.calls ?? [])
    }

    /// Reports the end of a process that left no report.
    private func failure(ofSilent exit: ProcessExit) -> EvaluationFailure {
        switch exit {
        case .exited(WorkerExit.withoutLine):
            return report(
                FailureName.exit,
                "the cell's process could not speak to the kernel any longer; "
                    + "perhaps the cell has closed a descriptor that it did not open", calls: [])
        case .exited(let code):
            return report(
                FailureName.exit, "the cell ended its process with code \(code)", calls: [])
        case .killed(SIGXCPU):
            return report(
                FailureName.killed, "the cell used up the processor time that it was limited to",
                calls: [])
        case .killed(SIGXFSZ):
            return report(
                FailureName.killed,
                "the cell made a file longer than files were limited to", calls: [])
        case .killed(let signal):
            let memory = signal == SIGKILL ? "; perhaps there was not enough memory" : ""
            return report(
                FailureName.killed,
                "\(SignalName.name(of: signal)) from outside ended the cell\(memory)", calls: [])
        }
    }

    /// Returns the kind of a crash and its message.
    private static func kind(
        of crash: CrashReport, _ runtimeFailure: String?
    ) -> (name: String, message: String) {
        if let message = RuntimeMessage(crash.message) {
            let isAboutTypes = message.name == FailureName.castFailure
            return (message.name, isAboutTypes ? plain(message.message) : message.message)
        }
        if let runtimeFailure { return kind(ofRuntimeFailure: runtimeFailure) }
        if crash.isStackOverflow {
            return (FailureName.stackOverflow, "calls lie too deep in one another")
        }
        switch crash.signal {
        case SIGSEGV, SIGBUS:
            return (FailureName.segmentationFault, "the cell used memory that is not its own")
        case SIGABRT: return (FailureName.abort, "the cell called abort()")
        default:
            return (
                FailureName.trap,
                "the cell was stopped by a check of the runtime "
                    + "(\(SignalName.name(of: crash.signal)))"
            )
        }
    }

    /// Returns the kind of a failure that the compiler has recorded only in the debug information.
    private static func kind(ofRuntimeFailure text: String) -> (name: String, message: String) {
        let sentence = text.prefix(1).uppercased() + text.dropFirst()
        let name =
            switch text {
            case "arithmetic overflow", "Not enough bits to represent the passed value",
                "Negative value is not representable":
                FailureName.arithmeticOverflow
            case "Division by zero", "Division by zero in remainder operation":
                FailureName.divisionByZero
            case "Failed cast", "failed cast": FailureName.castFailure
            case "Index out of range", "Array index is out of range": FailureName.indexOutOfRange
            case _ where text.hasPrefix("Unexpectedly found nil"): FailureName.unexpectedNil
            default: FailureName.trap
            }
        return (name, sentence)
    }

    // MARK: Text

    /// Creates the report of a failure.
    private func report(
        _ name: String, _ message: String, calls: [StackTrace.Call]
    ) -> EvaluationFailure {
        var lines = [ANSI.error("\(name): ") + message]
        for call in calls.prefix(Self.shownCalls) {
            let function = call.function.isEmpty ? "" : ", in \(call.function)"
            lines.append(
                "  \(names.name(of: call.module)), line \(call.line)\(function)")
            guard let line = names.line(call.line, of: call.module) else { continue }
            lines += SourceExcerpt.lines(line, number: call.line).map { "  " + $0 }
        }
        if calls.count > Self.shownCalls {
            lines.append("  … and \(calls.count - Self.shownCalls) more calls")
        }
        if name == FailureName.unexpectedNil, let place = calls.first,
            let line = names.line(place.line, of: place.module), let value = ForcedValue(in: line)
        {
            lines.append(ANSI.note("note: ") + value.sentence)
        }
        return EvaluationFailure(name: name, message: message, traceback: lines)
    }

    /// The maximum number of calls shown, beginning with the innermost.
    private static let shownCalls = 8

    /// Returns text with types of the standard library in their usual spelling.
    private static func plain(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: "Swift.") {
            let before = rest[..<range.lowerBound]
            let isWhole = before.last.map { !$0.isLetter && !$0.isNumber && !"_.".contains($0) }
            let isType = rest[range.upperBound...].first?.isUppercase ?? false
            result += before + ((isWhole ?? true) && isType ? "" : "Swift.")
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// Returns text without module names.
    private func readable(_ text: String) -> String { NameScrubber.scrub(text, names) }
}
