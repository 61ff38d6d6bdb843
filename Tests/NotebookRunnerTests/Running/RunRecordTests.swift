import JSON
import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import Processes
import TestSupport
import Testing

@Suite struct RunRecordTests {
    /// Runs cells and returns the notebook with a record, and the notebook of another run of that
    /// without one.
    private func run(
        _ sources: [String], tags: [Int: String] = [:], time: Bool = false
    ) async throws -> (recorded: Notebook, again: Notebook) {
        let notebook = Notebook(
            cells: sources.enumerated().map { index, source in
                NotebookCell(
                    .code, id: "c\(index)", source: source,
                    metadata: tags[index].map { ["tags": .array([.string($0)])] } ?? [:])
            })
        let specification = KernelSpecification(
            name: "fake", arguments: [BuiltPrograms.fakeKernel, "{connection_file}"],
            displayName: "Fake",
            language: "fake", interruptMode: .message)
        var options = RunOptions()
        options.outputLimit = 1000
        var notebooks: [Notebook] = []
        for _ in 0..<2 {
            let launch = KernelLaunch(specification, transport: .ipc, environment: [:])
            let kernel = try await RunningKernel.start(launch, on: EventLoop())
            let run = await NotebookExecutor(options: options).run(
                notebooks.last ?? notebook, in: kernel)
            await kernel.shutDown(patience: .milliseconds(200))
            let record = RunRecord(
                kernel: ["name": "fake"],
                fingerprint: RunRecord.fingerprint(of: notebook, with: []), notesTime: time)
            notebooks.append(notebooks.isEmpty ? record.added(to: run) : run.notebook)
        }
        return (notebooks[0], notebooks[1])
    }

    /// The statuses of the cells.
    private func statuses(_ notebook: Notebook) -> [String?] {
        notebook.cells.map { $0.metadata["unroll"]?["run"]?["status"]?.string }
    }

    @Test func tellsWhatBecameOfEveryCell() async throws {
        let (notebook, again) = try await run(
            ["print a", "print b", "raise E v", "bulk 5000", "raise E v", "print c"],
            tags: [1: "skip-execution", 2: "raises-exception"])
        #expect(
            statuses(notebook) == ["ok", "skipped", "error, as allowed", "ok", "error", "not run"])
        #expect(notebook.cells[3].metadata["unroll"]?["run"]?["cut"] == true)
        #expect(notebook.metadata["unroll"]?["run"]?["status"] == "error")
        #expect(notebook.metadata["unroll"]?["run"]?["kernel"]?["name"] == "fake")
        #expect(!notebook.document.text().contains("milliseconds"))
        // A record that is no longer valid is removed.
        #expect(again.metadata["unroll"] == nil)
        #expect(statuses(again) == [nil, "skipped", nil, nil, nil, nil])
    }

    @Test func notesTimesOnlyWhereTheyAreWanted() async throws {
        let (notebook, _) = try await run(["print a"], time: true)
        #expect(notebook.cells[0].metadata["unroll"]?["run"]?["milliseconds"]?.int != nil)
    }

    @Test func isCompleteForWhatItDid() async throws {
        let (notebook, _) = try await run(["print a"])
        let fingerprint = RunRecord.fingerprint(
            of: Notebook(cells: [NotebookCell(.code, source: "print a")]), with: [])
        #expect(RunRecord.isComplete(notebook, for: fingerprint))
        let others = [
            Notebook(cells: [NotebookCell(.code, source: "print b")]),
            Notebook(cells: [
                NotebookCell(.code, source: "print a"), NotebookCell(.code, source: ""),
            ]),
            Notebook(
                cells: [NotebookCell(.code, source: "print a")],
                metadata: ["kernelspec": ["name": "other"]]),
        ]
        for other in others {
            let fingerprint = RunRecord.fingerprint(of: other, with: [])
            #expect(!RunRecord.isComplete(notebook, for: fingerprint))
        }
        let changed = RunRecord.fingerprint(of: notebook, with: ["data 1"])
        #expect(!RunRecord.isComplete(notebook, for: changed))
        let (failed, _) = try await run(["print a\nraise E v"])
        let same = RunRecord.fingerprint(
            of: Notebook(cells: [NotebookCell(.code, source: "print a\nraise E v")]), with: [])
        #expect(!RunRecord.isComplete(failed, for: same))
    }
}
