import JupyterClient
import JupyterProtocol
import NotebookDocument
import NotebookRunner
import Testing

@Suite struct RunMachineTests {
    @Test func handsOverAllCellsAtOnceAndEndsAfterTheLast() {
        var play = RunMachinePlay(["a", "b", "c"])
        #expect(play.sent == [0, 1, 2])
        for cell in 0..<3 { play.finish(cell) }
        #expect(play.statuses == [.passed, .passed, .passed])
        #expect(play.machine.ending == .passed)
        #expect(play.actions.last == .finish)
        #expect(play.machine.executionCount(of: 2) == 3)
    }

    @Test func handsOverOneCellAfterTheOtherWhereThatIsWanted() {
        var play = RunMachinePlay(["a", "b"]) { $0.handsOverAtOnce = false }
        #expect(play.sent == [0])
        play.finish(0)
        #expect(play.sent == [1])
        play.finish(1)
        #expect(play.machine.ending == .passed)
    }

    @Test func announcesACellOnceTheOneBeforeIsOver() {
        var play = RunMachinePlay(["a", "b"])
        let input = KernelEvent.Content.input(ExecuteInput(code: "", executionCount: 1))
        play.say(.status(.busy), of: 0)
        #expect(play.actions.isEmpty)
        play.say(input, of: 0)
        #expect(play.reported == ["began 1"])
        play.say(.status(.idle), of: 0)
        play.say(.status(.busy), of: 1)
        play.say(input, of: 1)
        #expect(play.reported.isEmpty)
        let reply = ExecuteReply(executionCount: 1, outcome: .passed)
        play.say(.executeReply(reply), of: 0)
        #expect(play.reported == ["ended 1", "began 2"])
    }

    @Test func doesNotTakeADroppedCellForOneThatRan() {
        var play = RunMachinePlay(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.status(.idle), of: 0)
        play.say(.status(.busy), of: 1)
        play.say(.executeReply(ExecuteReply(executionCount: 1, outcome: .failed)), of: 0)
        #expect(play.statuses == [.failed, .notRun])
    }

    @Test func leavesOutCellsThatAreEmptyOrTagged() {
        let play = RunMachinePlay(["a", " \n", "b", "c"], tags: [2: "skip-execution"])
        #expect(play.sent == [0, 3])
        #expect(play.machine.reports.map(\.cell) == [0, 3])
        #expect(play.machine.reports.map(\.ordinal) == [1, 2])
        var empty = RunMachinePlay([""])
        #expect(empty.machine.ending == .passed)
        empty.stop()
        #expect(empty.actions.isEmpty)
    }

    @Test(arguments: [true, false])
    func waitsForBothMessagesThatEndACell(idleFirst: Bool) {
        var play = RunMachinePlay(["a"])
        let reply = KernelEvent.Content.executeReply(
            ExecuteReply(executionCount: 1, outcome: .passed))
        play.say(.status(.busy), of: 0)
        play.say(idleFirst ? .status(.idle) : reply, of: 0)
        #expect(play.machine.ending == nil)
        play.say(.stream(StreamContent(name: .standardOutput, text: "late")), of: 0)
        play.say(idleFirst ? reply : .status(.idle), of: 0)
        #expect(play.machine.ending == .passed)
        #expect(play.machine.fold.outputs(of: 0).count == 1)
    }

    @Test func ignoresWhatBelongsToNoCell() {
        var play = RunMachinePlay(["a"])
        play.say(.status(.busy), of: 9)
        play.say(.status(.idle), of: nil)
        play.say(.stream(StreamContent(name: .standardOutput, text: "stray")), of: nil)
        #expect(play.statuses == [.pending])
        #expect(play.actions.isEmpty)
    }

    @Test func measuresACellFromWhenItBegins() {
        var play = RunMachinePlay(["a", "b"])
        play.finish(0)
        play.elapsed = 10
        play.say(.status(.busy), of: 1)
        play.elapsed = 13
        play.finish(1)
        #expect(play.machine.reports[1].duration == .seconds(3))
    }

    @Test func stopsAtTheFirstCellThatFails() {
        var play = RunMachinePlay(["a", "b", "c"])
        play.finish(0)
        play.finish(1, as: .failed)
        #expect(play.statuses == [.passed, .failed, .notRun])
        #expect(play.machine.ending == .failed(cell: 1))
        play.say(.stream(StreamContent(name: .standardOutput, text: "after")), of: 2)
        #expect(play.machine.fold.outputs(of: 2).isEmpty)
    }

    @Test func recordsAnErrorThatOnlyTheReplyNames() {
        var play = RunMachinePlay(["a"])
        play.finish(0, as: .failed)
        #expect(play.errors(of: 0) == ["E"])
        #expect(play.machine.reports[0].error?.name == "E")
    }

    @Test func doesNotFailForAnErrorThatTheReplyDoesNotName() {
        var play = RunMachinePlay(["a"])
        play.say(.error(ErrorContent(name: "Mishap", value: "")), of: 0)
        play.finish(0)
        #expect(play.machine.ending == .passed)
        #expect(play.errors(of: 0) == ["Mishap"])
    }

    @Test func goesOnAfterCellsThatMayFail() {
        var tagged = RunMachinePlay(["a", "b"], tags: [0: "raises-exception"])
        tagged.finish(0, as: .failed)
        tagged.finish(1)
        #expect(tagged.statuses == [.raised, .passed])
        #expect(tagged.machine.ending == .passed)
        var all = RunMachinePlay(["a", "b"]) { $0.allowsErrors = true }
        all.finish(0, as: .failed)
        all.finish(1, as: .failed)
        #expect(all.statuses == [.raised, .raised])
        #expect(all.machine.ending == .passed)
    }

    @Test func handsOverAgainWhatTheKernelDroppedWithoutNeed() {
        var play = RunMachinePlay(["a", "b"], tags: [0: "raises-exception"])
        play.finish(0, as: .failed)
        play.finish(1, as: .aborted)
        #expect(play.sent == [1])
        play.finish(1)
        #expect(play.statuses == [.raised, .passed])
    }

    @Test func keepsTheOrderOfCellsThatTheKernelDrops() {
        var play = RunMachinePlay(["a", "b", "c"], tags: [0: "raises-exception"])
        play.finish(0, as: .failed)
        play.finish(1, as: .aborted)
        #expect(play.sent == [1])
        play.finish(2, as: .aborted)
        #expect(play.sent == [])
        play.finish(1)
        #expect(play.sent == [2])
        play.finish(2)
        #expect(play.statuses == [.raised, .passed, .passed])
    }

    @Test func waitsLongerAndLongerForAKernelThatGoesOnToDrop() {
        var play = RunMachinePlay(["a"])
        play.finish(0, as: .aborted)
        #expect(play.sent == [0])
        for pause in [100, 400, 1600] {
            play.finish(0, as: .aborted)
            #expect(
                play.actions == [
                    .wake(.droppedCell(0), at: play.start + .milliseconds(pause))
                ])
            play.reach(.droppedCell(0))
            #expect(play.sent == [0])
        }
        play.finish(0, as: .aborted)
        #expect(play.machine.ending == .failed(cell: 0))
        #expect(play.errors(of: 0) == ["Dropped"])
    }

    @Test func passesOnWhatBelongsToNoCell() {
        var play = RunMachinePlay(["a"])
        for content in [KernelEvent.Content.malformed("why"), .refused("why")] {
            play.say(content, of: nil)
            #expect(play.actions == [.report(.warning("why"))])
        }
        play.say(.status(.busy), of: 0)
        play.say(.refused("why"), of: nil)
        play.finish(0)
        #expect(play.statuses == [.passed])
    }
}
