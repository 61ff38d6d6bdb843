public import JSON
public import NotebookDocument

/// What a notebook tells of its last run, under `unroll.run` in its metadata and in its cells'.
///
/// Only where somebody asks for it: Jupyter notes nothing of the kind.
public struct RunRecord: Sendable {
    /// What identifies the kernel: its name, its implementation, its language's version.
    private let kernel: JSONObject

    /// What identifies what the notebook was to do, and with what.
    private let fingerprint: String

    /// Whether durations are noted, which are never twice the same.
    private let notesTime: Bool

    /// The key of the record.
    private static let key = "run"

    /// Makes a record.
    ///
    /// - Parameters:
    ///   - kernel: what identifies the kernel.
    ///   - fingerprint: what identifies what the notebook was to do, and with what.
    ///   - notesTime: whether durations are noted, which are never twice the same.
    public init(kernel: JSONObject, fingerprint: String, notesTime: Bool) {
        self.kernel = kernel
        self.fingerprint = fingerprint
        self.notesTime = notesTime
    }

    /// Returns what identifies what a notebook is to do, and with what: the sources of its code cells,
    /// parameters among them, its kernel, and what else it depends on.
    public static func fingerprint(of notebook: Notebook, with context: [String]) -> String {
        let sources = notebook.cells.filter { $0.kind == .code }.map { cell in
            "\(CellMarks(of: cell).skips) \(cell.source.utf8.count) \(cell.source)"
        }
        let text = ([notebook.kernelName ?? ""] + context + sources).joined(separator: "\n")
        return FileFingerprint(of: Array(text.utf8)).hexadecimal
    }

    /// Whether a notebook tells that all of it went well, for what another one is to do.
    public static func isComplete(_ notebook: Notebook, for fingerprint: String) -> Bool {
        let record = notebook.metadata["unroll"]?[key]
        return record?["status"] == "ok" && record?["fingerprint"]?.string == fingerprint
    }

    /// Adds the record of a run to its notebook.
    public func added(to run: NotebookRun) -> Notebook {
        var notebook = run.notebook
        let total: JSONObject = [
            "fingerprint": .string(fingerprint), "kernel": .object(kernel),
            "status": .string(run.ending.word),
        ]
        Self.set(total + time(run.duration), in: &notebook.metadata)
        for report in run.reports {
            var record: JSONObject = ["status": .string(report.status.word)]
            if report.isCut { record["cut"] = true }
            let hasRun = report.status != .notRun && report.status != .pending
            Self.set(
                hasRun ? record + time(report.duration) : record,
                in: &notebook.cells[report.cell].metadata)
        }
        for cell in run.skipped {
            Self.set(["status": "skipped"], in: &notebook.cells[cell].metadata)
        }
        return notebook
    }

    /// A duration, where it is to be noted.
    private func time(_ duration: Duration) -> JSONObject {
        notesTime ? ["milliseconds": .number(JSONNumber(duration.milliseconds))] : [:]
    }

    /// Puts a record into some metadata.
    private static func set(_ record: JSONObject, in metadata: inout JSONObject) {
        var own = metadata["unroll"]?.object ?? [:]
        own[key] = .object(record)
        metadata["unroll"] = .object(own)
    }

    /// Removes the records of earlier runs, which no longer hold.
    static func remove(from notebook: inout Notebook, besides kept: Set<Int>) {
        remove(from: &notebook.metadata)
        for index in notebook.cells.indices where !kept.contains(index) {
            remove(from: &notebook.cells[index].metadata)
        }
    }

    /// Removes the record from some metadata.
    private static func remove(from metadata: inout JSONObject) {
        guard var own = metadata["unroll"]?.object, own[key] != nil else { return }
        own[key] = nil
        metadata["unroll"] = own.isEmpty ? nil : .object(own)
    }
}

extension JSONObject {
    /// Returns the entries of two objects together.
    fileprivate static func + (one: JSONObject, other: JSONObject) -> JSONObject {
        JSONObject(Array(one) + Array(other))
    }
}

extension Duration {
    /// The duration in whole milliseconds.
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}

extension RunEnding {
    /// The ending in a word, as records and reports say it.
    public var word: String {
        switch self {
        case .passed: "ok"
        case .failed: "error"
        case .timedOut: "timed out"
        case .died: "died"
        case .stopped: "stopped"
        }
    }
}

extension CellStatus {
    /// The status in a word, as records and reports say it.
    public var word: String {
        switch self {
        case .passed: "ok"
        case .raised: "error, as allowed"
        case .failed: "error"
        case .timedOut: "timed out"
        case .died: "died"
        case .stopped: "stopped"
        case .pending, .running, .notRun: "not run"
        }
    }
}
