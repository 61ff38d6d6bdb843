/// A one-line summary of one or several runs.
public struct RunSummary: Sendable {
    /// The number of cells that succeeded.
    private var passed = 0

    /// The number of cells that raised a permitted error.
    private var raised = 0

    /// The number of cells that failed in any way.
    private var failed = 0

    /// The number of cells that were not run.
    private var notRun = 0

    /// The number of cells whose output exceeded the limit.
    private var cut = 0

    /// Creates a summary of cells.
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
