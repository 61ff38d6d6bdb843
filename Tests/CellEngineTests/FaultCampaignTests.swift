import Evaluation
import Files
import Foundation
import Processes
import TestSupport
import Testing

@testable import CellEngine

/// Sessions of random cells with random faults, compared with a model: after each cell the
/// variables are those of the model, every cell ends in time, and nothing is left behind.
///
/// A failure reports the seed; `UNROLL_FAULTS_SEED` repeats it, and `UNROLL_FAULTS_COUNT` tries
/// more.
@Suite struct FaultCampaignTests {
    /// The seeds to try.
    static let seeds = CampaignSeeds.list(16)

    /// The steps of a session.
    enum Step: CaseIterable {
        case set, set2, append, trap, throwError, leave, killItself, killGroup, closeEverything
        case interruptLoop, interruptSleep, undo, threads, children, output
        case killCompiler, stopCompiler, stopSession, killSession, complete, nest
    }

    /// A session with its model.
    private struct Play {
        let session: TestSession
        var numbers: SeededGenerator
        /// The values of the variables after each cell that can be undone, the latest last.
        var states: [[Int]] = [[0, 0, 0]]
        /// The steps so far, for the report of a failure.
        var story: [String] = []

        var values: [Int] {
            get { states[states.count - 1] }
        }

        /// Runs a cell that succeeds, and changes the model.
        mutating func succeed(_ code: String, _ change: (inout [Int]) -> Void = { _ in }) async {
            story.append(code)
            let record = await session.run(code)
            #expect(record.failure == nil, "\(story): \(record.story)")
            var values = values
            change(&values)
            states.append(values)
        }

        /// Runs a cell that fails and changes nothing.
        mutating func fail(_ code: String, interruptingAt mark: String? = nil) async {
            story.append(code)
            let record = await session.run(code, interruptingAt: mark)
            #expect(record.failure != nil, "\(story)")
            if mark != nil {
                #expect(record.failure?.name == "Interrupted", "\(story): \(record.story)")
            }
        }

        /// Performs a step.
        mutating func take(_ step: Step) async throws {
            let index = Int.random(in: 0..<3, using: &numbers)
            let value = Int.random(in: 0..<1000, using: &numbers)
            let change = "values[\(index)] = -1"
            switch step {
            case .set, .set2, .append:
                await succeed("values[\(index)] = \(value)") { $0[index] = value }
            case .trap: await fail("\(change); _ = values[\(value + 3)]")
            case .throwError: await fail("\(change); throw CancellationError()")
            case .leave: await fail("\(change); exit(3)")
            case .killItself: await fail("\(change); kill(getpid(), SIGKILL); sleep(60)")
            case .killGroup: await fail("\(change); kill(0, SIGKILL); sleep(60)")
            case .closeEverything:
                await fail("\(change); for n: Int32 in 3..<2000 { close(n) }; print(1)")
            case .interruptLoop:
                await fail("\(change); print(\"begun\"); while true {}", interruptingAt: "begun")
            case .interruptSleep:
                await fail("\(change); print(\"begun\"); sleep(60)", interruptingAt: "begun")
            case .undo:
                guard states.count > 2 else { return }
                story.append("%undo")
                let record = await session.run("%undo")
                #expect(record.failure == nil, "\(story): \(record.story)")
                states.removeLast()
            case .threads:
                await succeed(
                    "DispatchQueue.concurrentPerform(iterations: 8) { _ in }; values[\(index)] += 1"
                ) { $0[index] += 1 }
            case .children:
                await succeed("_ = system(\"(sleep 600 &) </dev/null >/dev/null 2>&1\")")
            case .output: await succeed("for n in 0..<2000 { print(n) }")
            case .killCompiler:
                story.append("kill the compiler")
                if let compiler = await session.evaluator.compiler.processIdentifier {
                    kill(compiler, SIGKILL)
                }
            case .stopCompiler:
                try await session.evaluator.compiler.start()
                guard let compiler = await session.evaluator.compiler.processIdentifier else {
                    return
                }
                story.append("stop the compiler")
                kill(compiler, SIGSTOP)
                let cell = Task { [session] in
                    await session.run("values[\(index)] = \(value) + \(value)")
                }
                while await !session.evaluator.compiler.isAtWorkForCell { await Task.yield() }
                await session.evaluator.interrupt()
                #expect(await cell.value.failure?.name == "Interrupted", "\(story)")
            case .stopSession:
                story.append("stop the session")
                if let process = await session.evaluator.chain.processes.last {
                    kill(process, SIGSTOP)
                }
            case .killSession:
                guard states.count > 2 else { return }
                story.append("kill the session")
                let generation = await session.evaluator.chain.generation
                if let process = await session.evaluator.chain.processes.last {
                    kill(process, SIGKILL)
                }
                while await session.evaluator.chain.generation == generation { await Task.yield() }
                let record = await session.run("values")
                #expect(record.failure?.name == "SessionLost", "\(story): \(record.story)")
                states.removeLast()
            case .complete:
                story.append("complete")
                _ = await session.evaluator.completions(in: "values.app", at: 10)
            case .nest:
                let deep = String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
                await fail("\(change); let deep = \(deep)")
            }
        }

        /// Compares the session with the model.
        mutating func check() async {
            // A separate state, like that of each cell that succeeds.
            let record = await session.run("values")
            #expect(record.result == "\(values)", "\(story): \(record.story)")
            states.append(values)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: seeds)
    func keepsWhatItPromises(seed: UInt64) async throws {
        let session = try TestSession { $0.waitLimits = [.copy: .seconds(5)] }
        var play = Play(session: session, numbers: SeededGenerator(seed: seed))
        let start = await session.run("import Foundation\nimport Dispatch\nvar values = [0, 0, 0]")
        #expect(start.failure == nil, "\(start.story)")
        for _ in 0..<12 {
            guard let step = Step.allCases.randomElement(using: &play.numbers) else { break }
            let begun = ContinuousClock.now
            try await play.take(step)
            await play.check()
            #expect(begun.duration(to: .now) < .seconds(120), "\(play.story)")
        }
        let folder = await session.evaluator.folder.path
        let processes = await session.evaluator.chain.processes
        await session.end()
        #expect(access(folder, F_OK) != 0)
        for process in processes { #expect(kill(process, 0) < 0, "\(play.story)") }
    }
}
