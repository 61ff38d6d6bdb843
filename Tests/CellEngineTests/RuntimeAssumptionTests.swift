import CellProtocol
import Testing

@testable import CellEngine

/// What the worker does where something that it relies on does not hold.
@Suite struct RuntimeAssumptionTests {
    @Test func everyAssumptionHoldsHere() async throws {
        let session = try TestSession()
        await session.run("1")
        #expect(await session.evaluator.runtimeProblems == [])
        await session.end()
    }

    /// Cells work without any one of them, and the engine says which it does without.
    @Test(arguments: RuntimeAssumption.allCases)
    func cellsWorkWithoutIt(assumption: RuntimeAssumption) async throws {
        let session = try TestSession { $0.brokenAssumptions = [assumption] }
        await session.run("import Dispatch\nvar count = 1")
        let problems = await session.evaluator.runtimeProblems
        #expect(problems == ["\(assumption.rawValue): \(assumption.consequence)"])
        await session.run("DispatchQueue.global().sync { count += 1 }")
        await session.run("await Task.yield()\ncount += 1")
        #expect(await session.run("count").result == "3")
        await session.end()
    }

    /// Without the numbers of threads no copy is made, which the loss says; without the others of
    /// them that matter here, a failure leaves everything as it was.
    @Test(arguments: RuntimeAssumption.allCases)
    func aFailureIsRolledBackOrSaidNotToBe(assumption: RuntimeAssumption) async throws {
        let session = try TestSession { $0.brokenAssumptions = [assumption] }
        await session.run("var count = 1")
        let failure = await session.run("count = 2\nfatalError()").failure
        #expect(failure != nil)
        if assumption == .threadNumbers {
            #expect(await session.run("count").failure != nil)
        } else {
            #expect(await session.run("count").result == "1")
        }
        await session.end()
    }

    /// Without Dispatch's variables, a cell after one with a timer runs in place, instead of in a copy
    /// whose Dispatch would wait for the thread that serves timers.
    @Test func cellsRunInPlaceWhereDispatchCannotBePutBack() async throws {
        let session = try TestSession { $0.brokenAssumptions = [.dispatchVariables] }
        await session.run("import Dispatch\nvar count = 1")
        await session.run(
            """
            let done = DispatchSemaphore(value: 0)
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.001) { done.signal() }
            done.wait()
            """)
        let failure = await session.run("count = 2\nfatalError()").failure
        #expect(failure != nil)
        // The state before the cell with the timer is still there; what that cell declared is not.
        #expect(await session.run("count").result == "1")
        #expect(await session.run("done.wait()").failure != nil)
        await session.end()
    }
}
