/// Sums up a run, or several, in a line.
public struct RunSummary: Sendable {
    /// How many cells ran to their end.
    private var passed = 0

    /// How many cells raised an error that they may raise.
    private var raised = 0

    /// How many cells failed, in whatever way.
    private var failed = 0

    /// How many cells were not run.
    private var notRun = 0

    /// How many cells put out more than is kept.
    private var cut = 0

    /// Makes a summary of some cells.
    public init(_ reports: some Sequence<CellReport>) {
        for report in reports {
            if report.isCut { cut += 1 }
            switch report.status {
            case .passed: passed += 1
            case .raised: raised += 1
            case .notRun, .pending, .running: notRun += 1
            case .failed, .timedOut, .died, .stopped: failed += 1
            }
        }
    }

    /// Returns the line, such as `9 cells passed, 2 raised as allowed, 1 failed in 1.20 s`.
    public func text(in duration: Duration) -> String {
        var parts = ["\(passed) \(passed == 1 ? "cell" : "cells") passed"]
        if raised > 0 { parts.append("\(raised) raised as allowed") }
        if failed > 0 { parts.append("\(failed) failed") }
        if notRun > 0 { parts.append("\(notRun) not run") }
        if cut > 0 { parts.append("the output of \(cut) cut") }
        return "\(parts.joined(separator: ", ")) in \(duration.inSeconds)"
    }
}
