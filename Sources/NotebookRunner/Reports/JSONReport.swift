internal import JSON
internal import JupyterProtocol

/// A JSON report with everything that the other reports contain.
public struct JSONReport: Sendable {
    /// The results of the notebooks.
    private let verdicts: [NotebookVerdict]

    /// Creates a report from results.
    public init(_ verdicts: [NotebookVerdict]) {
        self.verdicts = verdicts
    }

    /// The report, with a trailing newline.
    public var text: String {
        let notebooks = JSONValue.array(verdicts.map(notebook))
        return JSONValue.object(["notebooks": notebooks]).text(style: .notebook) + "\n"
    }

    /// Returns the result of a notebook.
    private func notebook(_ verdict: NotebookVerdict) -> JSONValue {
        var object: JSONObject = [
            "path": .string(verdict.path), "status": .string(verdict.word),
            "milliseconds": .number(JSONNumber(verdict.duration.milliseconds)),
            "cells": .array(verdict.reports.map { cell($0, of: verdict) }),
        ]
        if let problem = verdict.problem { object["problem"] = .string(problem) }
        if let recorded = verdict.recorded, !recorded.values.isEmpty {
            object["recorded"] = .object(JSONObject(recorded.values.map { ($0.name, $0.value) }))
        }
        if let points = verdict.points {
            object["points"] = [
                "possible": .number(JSONNumber(points.possible)),
                "reached": .number(JSONNumber(points.reached)),
            ]
        }
        return .object(object)
    }

    /// Returns the result of a cell.
    private func cell(_ report: CellReport, of verdict: NotebookVerdict) -> JSONValue {
        let differences = verdict.mismatches.filter { $0.cell == report.cell }
        var object: JSONObject = [
            "cell": .number(JSONNumber(report.cell + 1)), "title": .string(report.title),
            "status": .string(report.status.word), "cut": .bool(report.isCut),
            "milliseconds": .number(JSONNumber(report.duration.milliseconds)),
        ]
        if let error = report.error {
            object["error"] = ["name": .string(error.name), "value": .string(error.value)]
        }
        if !differences.isEmpty {
            object["differences"] = .array(
                differences.map { .string("\($0.place): \($0.difference)") })
        }
        return .object(object)
    }
}
