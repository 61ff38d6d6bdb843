internal import CCellWorker
internal import CellProtocol
internal import CellRuntime
internal import Display
internal import Synchronization

/// The host of cells, which forwards their outputs and requests to the kernel.
// Unchecked: `worker` is only used by one cell's code at a time, under `turn`.
final class KernelHost: CellHost, @unchecked Sendable {
    /// The worker of this process.
    private let worker: Worker

    /// The lock under which messages are sent; its value is the number of display IDs created.
    private let turn = Mutex(0)

    /// Creates a host for a worker's cells.
    init(worker: Worker) {
        self.worker = worker
    }

    func display(_ bundle: MIMEBundle, id: String?) { show(.display(bundle, id: id)) }

    func replaceDisplay(_ bundle: MIMEBundle, id: String) {
        show(.replaceDisplay(bundle, id: id))
    }

    func clearOutput(waitsForNext: Bool) { show(.clearOutput(waitsForNext: waitsForNext)) }

    func showResult(_ bundle: MIMEBundle, type: String?) {
        if worker.showsResult { show(.result(bundle, type: type)) }
    }

    var resultKeeping: ResultKeeping? { worker.showsResult ? worker.resultKeeping : nil }

    func send(_ signal: CommSignal) { show(.comm(signal)) }

    func redirectOutput(to area: String?, clears: Bool) {
        show(.redirect(area: area, clears: clears))
    }

    func readLine(prompt: String, isPassword: Bool) -> String? {
        turn.withLock { _ in
            cellworker_flush_streams()
            worker.send(.readLine(prompt: prompt, isPassword: isPassword))
            while true {
                switch worker.receiveAnswer() {
                case .line(let line): return line
                case .refuseInput:
                    worker.fail(.inputRefused)
                    return nil
                default: break
                }
            }
        }
    }

    func makeDisplayID() -> String {
        turn.withLock { count in
            count += 1
            return "unroll-\(count)"
        }
    }

    var shownLength: Int { worker.shownLength }

    var isInterruptionRequested: Bool { cellworker_is_interrupted() != 0 }

    func acknowledgeInterruption() { worker.hasAcknowledgedInterruption = true }

    func cellDidEnd() { worker.hasReachedEnd = true }

    /// Sends an output to the kernel, and waits until earlier printed text has been passed on, so
    /// that text and displays appear in the order of the program.
    private func show(_ event: WorkerEvent) {
        turn.withLock { _ in
            cellworker_flush_streams()
            worker.send(event)
            while true {
                if case .proceed = worker.receiveAnswer() { return }
            }
        }
    }
}
