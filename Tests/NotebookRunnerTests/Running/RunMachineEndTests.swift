import JupyterClient
import JupyterProtocol
import NotebookRunner
import Processes
import Testing

/// Tests of runs that end with a problem.
@Suite struct RunMachineEndTests {
    @Test func interruptsACellThatTakesTooLong() {
        var play = RunMachinePlay(["a", "b"]) { $0.cellLimit = .seconds(3) }
        play.say(.status(.busy), of: 0)
        #expect(play.actions.last == .wake(.cellLimit(cell: 0), at: play.start + .seconds(3)))
        play.elapsed = 3
        play.reach(.cellLimit(cell: 0))
        #expect(play.actions == [.interrupt, .wake(.grace, at: play.start + .seconds(8))])
        play.say(.error(ErrorContent(name: "Interrupted", value: "")), of: 0)
        play.finish(0, as: .failed)
        #expect(play.statuses == [.timedOut, .notRun])
        #expect(play.machine.ending == .timedOut(cell: 0, limit: .seconds(3)))
        #expect(play.errors(of: 0) == ["Timeout", "Interrupted"])
        #expect(play.machine.reports[0].error?.value == "the cell did not end within 3 s")
    }

    @Test func doesNotMindALimitOfACellThatIsOver() {
        var play = RunMachinePlay(["a", "b"]) { $0.cellLimit = .seconds(3) }
        play.finish(0)
        play.reach(.cellLimit(cell: 0))
        #expect(play.actions.isEmpty)
    }

    @Test func endsTheKernelWhereAnInterruptDoesNotHelp() {
        var play = RunMachinePlay(["a"]) { $0.cellLimit = .seconds(3) }
        play.say(.status(.busy), of: 0)
        play.reach(.cellLimit(cell: 0))
        play.reach(.grace)
        #expect(play.actions == [.terminate, .wake(.lastGrace, at: play.start + .seconds(1))])
        play.reach(.lastGrace)
        #expect(play.actions == [.kill])
        play.say(.exit(KernelExit(status: .killed(signal: 9))), of: nil)
        #expect(play.statuses == [.timedOut])
        #expect(play.machine.ending == .timedOut(cell: 0, limit: .seconds(3)))
        #expect(play.errors(of: 0) == ["Timeout"])
    }

    @Test func limitsAllCellsTogether() {
        var play = RunMachinePlay(["a", "b"]) { $0.totalLimit = .seconds(5) }
        #expect(play.actions.first == .wake(.totalLimit, at: play.start + .seconds(5)))
        play.finish(0)
        play.say(.status(.busy), of: 1)
        play.reach(.totalLimit)
        #expect(play.actions.first == .interrupt)
        play.finish(1, as: .failed)
        #expect(play.machine.ending == .timedOut(cell: 1, limit: .seconds(5)))
        var between = RunMachinePlay(["a"]) { $0.totalLimit = .seconds(5) }
        between.reach(.totalLimit)
        #expect(between.machine.ending == .timedOut(cell: nil, limit: .seconds(5)))
        #expect(between.statuses == [.notRun])
    }

    @Test func saysThatTheKernelEndedAndWhatItWroteLast() {
        var play = RunMachinePlay(["a", "b", "c"])
        play.finish(0)
        play.say(.status(.busy), of: 1)
        play.say(.stream(StreamContent(name: .standardOutput, text: "kept")), of: 1)
        let exit = KernelExit(status: .killed(signal: 9), lines: ["no memory"])
        play.say(.exit(exit), of: nil)
        #expect(play.statuses == [.passed, .died, .notRun])
        #expect(play.machine.ending == .died(cell: 1, exit))
        #expect(play.machine.fold.outputs(of: 1).count == 2)
        let error = play.machine.reports[1].error
        #expect(error?.value == "the kernel ended with SIGKILL, perhaps for want of memory")
        #expect(error?.traceback.last == "no memory")
    }

    @Test func blamesTheCellWhoseTurnItIsWhereTheKernelEndsWithoutAWord() {
        var play = RunMachinePlay(["a", "b"])
        play.finish(0)
        let exit = KernelExit(status: .exited(0))
        play.say(.exit(exit), of: nil)
        #expect(play.statuses == [.passed, .died])
        #expect(play.machine.ending == .died(cell: 1, exit))
        #expect(
            play.machine.reports[1].error?.value
                == "the kernel ended with exit code 0, in this cell or just before it")
    }

    /// The kernel's death at any point of cells that were all sent to it, of which some last messages
    /// are lost; only its note tells which cell was running.
    @Test(arguments: 0..<4, [CellRecord.State.running, .succeeded])
    func blamesTheCellThatTheKernelNoted(noted: Int, state: CellRecord.State) {
        for heard in 0...noted {
            var play = RunMachinePlay(["a", "b", "c", "d"])
            for cell in 0..<heard { play.finish(cell) }
            let record = CellRecord(request: MessageID(rawValue: "request \(noted)"), state: state)
            let exit = KernelExit(status: .killed(signal: 9), cell: record)
            play.say(.exit(exit), of: nil)
            let blamed = state == .running ? noted : noted + 1
            let statuses: [CellStatus] = (0..<4).map { cell in
                cell < blamed ? .passed : cell == blamed ? .died : .notRun
            }
            #expect(play.statuses == statuses)
            guard blamed < 4 else {
                #expect(play.machine.ending == .passed)
                continue
            }
            #expect(play.machine.ending == .died(cell: blamed, exit))
            let phrase = state == .running ? "" : ", before this cell began"
            #expect(
                play.machine.reports[blamed].error?.value
                    == "the kernel ended with SIGKILL, perhaps for want of memory\(phrase)")
            let warnings = play.actions.filter { action in
                if case .report(.warning) = action { true } else { false }
            }
            #expect(warnings.count == blamed - heard)
        }
    }

    @Test func failsTheCellThatTheKernelNotedAsFailed() {
        var play = RunMachinePlay(["a", "b"])
        let record = CellRecord(request: MessageID(rawValue: "request 0"), state: .failed)
        play.say(.exit(KernelExit(status: .exited(1), cell: record)), of: nil)
        #expect(play.statuses == [.failed, .notRun])
        #expect(play.machine.ending == .failed(cell: 0))
        let unknown = CellRecord(request: MessageID(rawValue: "another"), state: .running)
        var other = RunMachinePlay(["a", "b"])
        other.finish(0)
        other.say(.exit(KernelExit(status: .exited(1), cell: unknown)), of: nil)
        #expect(other.statuses == [.passed, .died])
    }

    @Test(arguments: [true, false])
    func failsACellOfWhichAMessageCouldNotBeRead(knowsParent: Bool) {
        var play = RunMachinePlay(["a", "b"]) { $0.allowsErrors = true }
        play.say(.status(.busy), of: 0)
        play.say(.malformed("could not read"), of: knowsParent ? 0 : nil)
        #expect(play.statuses == [.pending, .pending])
        play.finish(0)
        #expect(play.statuses == [.failed, .notRun])
        #expect(play.machine.ending == .failed(cell: 0))
        #expect(play.errors(of: 0) == ["MalformedMessage"])
        #expect(play.machine.reports[0].error?.value == "could not read")
    }

    @Test func failsACellWhoseAnswerCouldNotBeRead() {
        var play = RunMachinePlay(["a"])
        play.say(.status(.busy), of: 0)
        play.say(.malformed("could not read"), of: 0)
        play.say(.status(.idle), of: 0)
        play.reach(.missingMessage(cell: 0))
        #expect(play.statuses == [.failed])
        #expect(play.errors(of: 0) == ["MalformedMessage"])
    }

    @Test func failsACellThatAsksForInput() {
        var play = RunMachinePlay(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.inputRequest(InputRequest(prompt: "? ")), of: 0)
        #expect(
            play.actions.suffix(3) == [
                .interrupt, .answer, .wake(.grace, at: play.start + .seconds(5)),
            ])
        play.finish(0)
        #expect(play.statuses == [.failed, .notRun])
        #expect(play.machine.ending == .failed(cell: 0))
        #expect(
            play.machine.reports[0].error?.value
                == "the cell asks for a line of input, and nobody is there to answer")
    }

    @Test func endsAKernelThatGoesOnWaitingForInput() {
        var play = RunMachinePlay(["a"])
        play.say(.inputRequest(InputRequest(prompt: "? ")), of: 0)
        play.reach(.grace)
        #expect(play.actions.first == .terminate)
        play.say(.exit(KernelExit(status: .killed(signal: 15))), of: nil)
        #expect(play.statuses == [.failed])
        #expect(play.errors(of: 0) == ["NoInput"])
    }

    @Test func saysOnceThatOutputIsCut() {
        var play = RunMachinePlay(["a"]) { $0.outputLimit = 10 }
        let text = StreamContent(name: .standardOutput, text: "1234567890\n")
        play.say(.stream(text), of: 0)
        let warning =
            "the output of cell 1 was cut, because a cell may put out 10 bytes; "
            + "--output-limit allows more"
        #expect(play.actions.last == .report(.warning(warning)))
        play.say(.stream(text), of: 0)
        #expect(play.actions.isEmpty)
        play.finish(0)
        #expect(play.machine.reports[0].isCut)
        #expect(play.machine.ending == .passed)
    }

    @Test func stopsGentlyAndTheSecondTimeAtOnce() {
        var play = RunMachinePlay(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.stop()
        #expect(play.actions.first == .interrupt)
        play.stop()
        #expect(play.actions == [.kill])
        play.say(.exit(KernelExit(status: .killed(signal: 9))), of: nil)
        #expect(play.statuses == [.stopped, .notRun])
        #expect(play.machine.ending == .stopped)
        #expect(play.errors(of: 0).isEmpty)
        var idle = RunMachinePlay(["a"])
        idle.stop()
        #expect(idle.machine.ending == .stopped)
    }

    @Test func goesOnWhereTheKernelForgetsToBecomeIdle() {
        var play = RunMachinePlay(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.executeReply(ExecuteReply(executionCount: 1, outcome: .passed)), of: 0)
        #expect(play.actions == [.wake(.missingMessage(cell: 0), at: play.start + .seconds(4))])
        play.reach(.missingMessage(cell: 0))
        let warning = "the kernel did not say that cell 1 was over; output may be missing"
        #expect(play.actions.first == .report(.warning(warning)))
        #expect(play.statuses == [.passed, .pending])
        play.reach(.missingMessage(cell: 0))
        #expect(play.actions.isEmpty)
    }

    @Test func failsACellThatIsNeverAnswered() {
        var play = RunMachinePlay(["a", "b"])
        play.say(.status(.busy), of: 0)
        play.say(.status(.idle), of: 0)
        play.reach(.missingMessage(cell: 0))
        #expect(play.statuses == [.failed, .notRun])
        #expect(
            play.machine.reports[0].error?.value
                == "the kernel never answered the request to run cell 1")
    }
}
