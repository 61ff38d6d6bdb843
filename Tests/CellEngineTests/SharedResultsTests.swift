import Testing

@testable import CellEngine

/// Tests of results that are made once: requests share them, failures are not kept, and no task
/// stays.
@Suite struct SharedResultsTests {
    /// A failure of a task.
    private struct Failure: Error {}

    @Test func requestsShareATaskAndThenItsResult() async throws {
        var results = SharedResults<String, Int>()
        let first = results.task(for: "a") { Task { 1 } }
        let second = results.task(for: "a") { Task { 2 } }
        #expect(first.number == second.number)
        #expect(results["a"] == nil)
        results.end(first.number, for: "a", keeping: try await second.task.value)
        #expect(results["a"] == 1)
    }

    @Test func aFailureIsMadeAgain() async throws {
        var results = SharedResults<String, Int>()
        let first = results.task(for: "a") { Task { throw Failure() } }
        results.end(first.number, for: "a", keeping: try? await first.task.value)
        let second = results.task(for: "a") { Task { 2 } }
        // The end of the first task, noted by another that has waited for it, changes nothing.
        results.end(first.number, for: "a", keeping: nil)
        results.end(second.number, for: "a", keeping: try await second.task.value)
        #expect(results["a"] == 2)
    }
}
