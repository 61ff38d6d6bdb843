import CellProtocol
import CellSession
import Glibc
import Processes

/// A worker process that exists only in a simulation.
struct SimulatedProcess {
    /// What a cell does.
    enum Deed: CaseIterable {
        case succeed, fail, end, loop, ignoreInterrupts, noticeInterrupts, sleep, runInPlace
        case failInPlace, killParent, killEverything, ask

        /// Indicates whether the cell goes on until the user interrupts it.
        var isEndless: Bool {
            [.loop, .ignoreInterrupts, .noticeInterrupts, .ask, .killParent].contains(self)
        }
    }

    /// A command of the kernel.
    enum Command {
        case run(copy: Int, Deed, value: Int)
        case leave
        case adopt(Int)
        case branch(Int)
    }

    /// What a process reports on its line.
    enum Report {
        case ready
        case started(isInPlace: Bool)
        case finished(noticedInterrupt: Bool)
        case failed
        case childEnded(ProcessExit)
        case closed
    }

    /// What a process is about.
    enum Activity {
        /// It is being started.
        case starting
        /// It waits for a command.
        case idle
        /// It waits for the end of the process that was forked from it.
        case watching(Int)
        /// It waits for the end of one process, and then for that of another.
        case adopting(Int, next: Int)
        /// It was forked, and has not reported it yet.
        case forked(Deed, value: Int)
        /// It runs a cell.
        case running(Deed, value: Int, until: Int?)
    }

    /// Its number in the chain.
    let number: Int
    /// The process that reaps it.
    var parent: Int?
    /// The value of the only variable.
    var value: Int
    /// What it is about.
    var activity: Activity
    /// The commands that it has not read.
    var commands: [Command] = []
    /// Its exit, once it has ended.
    var exit: ProcessExit?
    /// Indicates whether it is stopped by a signal.
    var isStopped = false
    /// Indicates whether an interrupt is pending.
    var isInterrupted = false
    /// Indicates whether it is killed when its parent ends.
    var diesWithParent = false
    /// Indicates whether it keeps a state for a subshell, so that it outlives the cell beside it.
    var isBranch = false

    /// Indicates whether it can do something at a time.
    func canAct(at time: Int) -> Bool {
        guard exit == nil, !isStopped else { return false }
        switch activity {
        case .starting, .forked: return true
        case .idle: return !commands.isEmpty
        case .watching, .adopting: return false
        case .running(let deed, _, let until):
            switch deed {
            case .loop, .ignoreInterrupts, .ask: return false
            case .noticeInterrupts: return isInterrupted
            case .sleep: return until.map { $0 <= time } ?? true
            default: return true
            }
        }
    }
}
