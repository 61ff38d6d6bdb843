import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import Processes
import TestSupport
import Testing

@Suite struct WidgetTests {
    private static let type = "application/vnd.jupyter.widget-state+json"

    /// Runs cells, with states of an earlier run in the metadata.
    private func run(_ sources: [String], tags: [Int: String] = [:]) async throws -> NotebookRun {
        let stale: JSONValue = .object([Self.type: ["state": ["old": [:]], "version_major": 2]])
        let notebook = Notebook(
            cells: sources.enumerated().map { index, source in
                NotebookCell(
                    .code, id: "c\(index)", source: source,
                    metadata: tags[index].map { ["tags": .array([.string($0)])] } ?? [:])
            }, metadata: ["widgets": stale])
        let specification = KernelSpecification(
            name: "fake", arguments: [BuiltPrograms.fakeKernel, "{connection_file}"],
            displayName: "Fake",
            language: "fake", interruptMode: .message)
        let launch = KernelLaunch(specification, transport: .ipc, environment: [:])
        let kernel = try await RunningKernel.start(launch, on: EventLoop())
        var options = RunOptions()
        options.handsOverAtOnce = false
        let run = await NotebookExecutor(options: options).run(notebook, in: kernel)
        await kernel.shutDown(patience: .milliseconds(200))
        return run
    }

    /// Returns the states that a notebook stores.
    private func states(_ run: NotebookRun) -> JSONObject? {
        run.notebook.metadata["widgets"]?[Self.type]?["state"]?.object
    }

    private static let open =
        #"raw comm_open {"comm_id": "w", "target_name": "jupyter.widget", "data": "#
        + #"{"state": {"_model_name": "OutputModel", "_model_module": "@jupyter-widgets/output", "#
        + #""_model_module_version": "1.0.0", "value": NaN}, "buffer_paths": []}}"#

    @Test func forgetsTheWidgetsOfEarlierRuns() async throws {
        #expect(try await run(["print a"]).notebook.metadata["widgets"] == nil)
        // A cell that keeps its outputs may show them.
        let skipping = try await run(["print a"], tags: [0: "skip-execution"])
        #expect(states(skipping)?.keys == ["old"])
    }

    @Test func keepsTheStatesOfWidgets() async throws {
        let update =
            #"raw comm_msg {"comm_id": "w", "data": {"method": "update", "state": {"value": 2}}}"#
        let other = #"raw comm_open {"comm_id": "x", "target_name": "mine", "data": {}}"#
        let run = try await run([Self.open, update, other])
        #expect(run.ending == .passed)
        #expect(states(run)?.keys == ["w"])
        #expect(states(run)?["w"]?["model_name"] == "OutputModel")
        #expect(states(run)?["w"]?["state"]?["value"] == 2)
        let first = try await self.run([Self.open])
        #expect(states(first)?["w"]?["state"]?["value"] == .null)
        let closed = try await self.run([Self.open, #"raw comm_close {"comm_id": "w"}"#])
        #expect(states(closed) == nil)
    }

    @Test func anOutputWidgetCatchesOutputs() async throws {
        let run = try await run([
            Self.open, "print a\ncatch w\nprint b\nshow x one\nrelease w\nprint c", "comm-heard",
        ])
        #expect(
            run.notebook.cells[1].outputs.map(\.content) == [
                .stream(name: "stdout", text: "a\nc\n")
            ])
        let caught = try #require(states(run)?["w"]?["state"]?["outputs"]?.array)
        #expect(caught.count == 2)
        #expect(caught[0] == ["name": "stdout", "output_type": "stream", "text": "b\n"])
        #expect(caught[1]["data"] == ["text/plain": "one"])
        // The kernel's side gets it before the next cell.
        guard case .stream(_, let heard)? = run.notebook.cells[2].outputs.first?.content else {
            Issue.record("the kernel heard nothing")
            return
        }
        #expect(heard == "1\n")
    }
}
