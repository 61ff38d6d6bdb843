import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import Processes
import TestSupport
import Testing

/// Tests that the notebook is valid whatever a kernel sends, and that a cell with lost output has
/// failed.
@Suite struct MalformedMessageTests {
    /// Runs a cell that prints, sends a content unchanged, and prints again.
    private func run(sending content: String, as type: String) async throws -> NotebookRun {
        let source = "print a\nraw \(type) \(content)\nprint b"
        return try await run(source)
    }

    /// Runs a cell.
    private func run(_ source: String) async throws -> NotebookRun {
        let notebook = Notebook(cells: [NotebookCell(.code, id: "c", source: source)])
        let specification = KernelSpecification(
            name: "fake", arguments: [BuiltPrograms.fakeKernel, "{connection_file}"],
            displayName: "Fake",
            language: "fake", interruptMode: .message)
        let launch = KernelLaunch(specification, transport: .ipc, environment: [:])
        let kernel = try await RunningKernel.start(launch, on: EventLoop())
        let run = await NotebookExecutor().run(notebook, in: kernel)
        await kernel.shutDown(patience: .milliseconds(200))
        return run
    }

    /// Contents by the types of their messages, in order.
    private static let contents: [String: JSONObject] = [
        "stream": ["name": "stdout", "text": "x"],
        "display_data": ["data": ["text/plain": "x"], "metadata": [:], "transient": [:]],
        "execute_result": [
            "data": ["text/plain": "x"], "metadata": [:], "execution_count": 1,
        ],
        "error": ["ename": "E", "evalue": "v", "traceback": ["t"]],
    ]

    /// Contents in which a part is missing or of another type.
    static let broken: [(String, String)] = {
        let values: [JSONValue] = [nil, true, 1.5, "x", [1], ["a": 1]]
        var result: [(String, String)] = []
        for (type, content) in contents.sorted(by: { $0.key < $1.key }) {
            for key in content.keys {
                var without = content
                without[key] = nil
                result.append((type, JSONValue.object(without).text()))
                for value in values where value.kind != content[key]?.kind {
                    var changed = content
                    changed[key] = value
                    result.append((type, JSONValue.object(changed).text()))
                }
            }
        }
        return result
    }()

    @Test(arguments: broken)
    func whateverIsSentTheNotebookIsValid(type: String, content: String) async throws {
        let run = try await run(sending: content, as: type)
        let problem = try NotebookSchema.problem(in: run.notebook)
        #expect(problem == nil)
        let outputs = run.notebook.cells[0].outputs.count
        guard run.ending == .passed else {
            #expect(run.reports[0].error?.name == "MalformedMessage")
            #expect(run.reports[0].status == .failed)
            return
        }
        // The sent output is present: merged with the text around it, or between.
        #expect(outputs == 3 || type == "stream")
    }

    @Test(arguments: [
        ("display_data", #"{"data": {"text/plain": "x""#, "is not JSON"),
        ("display_data", "{\"data\": {\"text/plain\": \"\u{7F}\"}}", "not UTF-8"),
        ("display_data", #"{"data": {"application/json": {"loss": [NaN]}}}"#, "NaN is not JSON"),
        ("display_data", #"{"data": {"application/x+json": -Infinity}}"#, "-Infinity is not JSON"),
        ("display_data", #"{"data": {}, "metadata": {"width": NaN}}"#, "NaN is not JSON"),
        ("display_data", #"{"data": {"image/png": {"a": 1}}}"#, "data.image/png: expected a text"),
        ("display_data", #"{"data": {"text/html": [1]}}"#, "data.text/html: expected a text"),
        ("update_display_data", #"{"data": {"text/plain": 1}}"#, "expected a text"),
        ("stream", #"{"name": "stdout", "text": "\ud800"}"#, "surrogate"),
        ("stream", "[]", "should be an object"),
    ])
    func saysWhatIsWrongAndFailsTheCell(
        type: String, content: String, problem: String
    ) async throws {
        let run = try await run(sending: content, as: type)
        #expect(run.ending == .failed(cell: 0))
        let error = try #require(run.reports[0].error)
        #expect(error.value.contains(problem), "\(error.value)")
        #expect(try NotebookSchema.problem(in: run.notebook) == nil)
        #expect(run.notebook.cells[0].outputs.count == 3)
    }

    @Test func takesTextAsAnArrayOfLines() async throws {
        let content = #"{"data": {"text/html": ["a", "b"]}}"#
        let run = try await run(sending: content, as: "display_data")
        #expect(run.ending == .passed)
        #expect(try NotebookSchema.problem(in: run.notebook) == nil)
    }

    @Test func failsACellWhoseAnswerIsBroken() async throws {
        let run = try await run("print a\nraw-reply {\"status\": NaN")
        #expect(run.ending == .failed(cell: 0))
        #expect(run.reports[0].error?.name == "MalformedMessage")
    }

    @Test func failsACellThatAsksEvenThoughItMayNot() async throws {
        let run = try await run("print a\nask name\nprint b")
        #expect(run.ending == .failed(cell: 0))
        #expect(run.reports[0].error?.name == "NoInput")
    }
}

/// The part of the nbformat 4.5 schema that concerns outputs.
enum NotebookSchema {
    /// Returns the problem of a notebook as written, or `nil` if it is valid.
    static func problem(in notebook: Notebook) throws -> String? {
        let document = try JSONValue(parsing: notebook.bytes)
        let text = document.text()
        if text.contains("NaN") && !text.contains("NaN is not JSON") { return "NaN" }
        for cell in document["cells"]?.array ?? [] {
            for output in cell["outputs"]?.array ?? [] {
                if let problem = problem(in: output) { return "\(problem) in \(output)" }
            }
        }
        return nil
    }

    /// Returns the problem of an output.
    private static func problem(in output: JSONValue) -> String? {
        let keys: [String]
        switch output["output_type"]?.string {
        case "stream":
            keys = ["name", "output_type", "text"]
            guard output["name"]?.string != nil, isText(output["text"]) else { return "stream" }
        case "display_data", "execute_result":
            let isResult = output["output_type"] == "execute_result"
            keys = ["data", "metadata", "output_type"] + (isResult ? ["execution_count"] : [])
            guard let data = output["data"]?.object, output["metadata"]?.object != nil else {
                return "data or metadata"
            }
            for (type, form) in data where !type.hasSuffix("json") && !isText(form) { return type }
        case "error":
            keys = ["ename", "evalue", "output_type", "traceback"]
            guard output["ename"]?.string != nil, output["evalue"]?.string != nil,
                output["traceback"]?.array?.allSatisfy({ $0.string != nil }) == true
            else { return "error" }
        default: return "output_type"
        }
        return output.object?.keys.sorted() == keys.sorted() ? nil : "keys"
    }

    /// Returns whether a value is a text or an array of lines.
    private static func isText(_ value: JSONValue?) -> Bool {
        value?.string != nil || value?.array?.allSatisfy { $0.string != nil } == true
    }
}
