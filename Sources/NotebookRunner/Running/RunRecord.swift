public import JSON
public import NotebookDocument

/// A record of the last run, stored under `unroll.run` in the metadata of the notebook and its
/// cells.
///
/// It is written only on request, because Jupyter stores nothing similar.
public struct RunRecord: Sendable {
    /// The identity of the kernel: its name, its implementation and its language's version.
    private let kernel: JSONObject

    /// The fingerprint of the notebook's inputs.
    private let fingerprint: String

    /// Indicates whether durations are recorded, which differ in every run.
    private let notesTime: Bool

    /// The key of the record.
    private static let key = "run"

    /// Creates a record.
    ///
    /// - Parameters:
    ///   - kernel: the identity of the kernel.
    ///   - fingerprint: the fingerprint of the notebook's inputs.
    ///   - notesTime: whether to record durations, which differ in every run.
    public init(kernel: JSONObject, fingerprint: String, notesTime: Bool) {
        self.kernel = kernel
        self.fingerprint = fingerprint
        self.notesTime = notesTime
    }

    /// Returns the fingerprint of a notebook's inputs: the sources of its code cells including
    /// parameters, its kernel, and whatever else it depends on.
    public static func fingerprint(of notebook: Notebook, with context: [String]) -> String {
        let sources = notebook.cells.filter { $0.kind == .code }.map { cell in
            "\(CellMarks(of: cell).skips) \(cell.source.utf8.count) \(cell.source)"
        }
        let text = ([notebook.kernelName ?? ""] + context + sources).joined(separator: "\n")
        return FileFingerprint(of: Array(text.utf8)).hexadecimal
    }

    /// Returns whether a notebook records a successful run with a given fingerprint.
    public static func isComplete(_ notebook: Notebook, for fingerprint: String) -> Bool {
        let record = notebook.metadata["unroll"]?[key]
        return record?["status"] == "ok" && record?["fingerprint"]?.string == fingerprint
    }

    /// Returns the notebook of a run with the record added.
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

    /// Returns a duration, if durations are recorded.
    private func time(_ duration: Duration) -> JSONObject {
        notesTime ? ["milliseconds": .number(JSONNumber(duration.milliseconds))] : [:]
    }

    /// Sets a record in metadata.
    private static func set(_ record: JSONObject, in metadata: inout JSONObject) {
        var own = metadata["unroll"]?.object ?? [:]
        own[key] = .object(record)
        metadata["unroll"] = .object(own)
    }

    /// Removes the records of earlier runs, which are no longer valid.
    static func remove(from notebook: inout Notebook, besides kept: Set<Int>) {
        remove(from: &notebook.metadata)
        for index in notebook.cells.indices where !kept.contains(index) {
            remove(from: &notebook.cells[index].metadata)
        }
    }

    /// Removes the record from metadata.
    private static func remove(from metadata: inout JSONObject) {
        guard var own = metadata["unroll"]?.object, own[key] != nil else { return }
        own[key] = nil
        metadata["unroll"] = own.isEmpty ? nil : .object(own)
    }
}

extension JSONObject {
    /// Returns the merged entries of two objects.
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
    /// The ending in one word, as in records and reports.
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
    /// The status in one word, as in records and reports.
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
