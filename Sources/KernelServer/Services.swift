internal import Evaluation
internal import JupyterProtocol

/// The services that the handlers of a kernel share.
struct Services: Sendable {
    /// The evaluator of cells.
    let evaluator: any Evaluator

    /// The description of the kernel.
    let info: KernelInfoReply

    /// The ports of the kernel.
    let ports: KernelPorts

    /// The received messages; closing the inbox ends the kernel.
    let inbox: Inbox

    /// The history of cells.
    let history: History

    /// The requests for input.
    let desk: InputDesk

    /// The file in which the running cell is noted, or `nil` for none.
    let cellRecord: CellRecordFile?

    /// The subshells.
    let subshells = Subshells()

    /// The meter of the kernel's resources.
    let meter = UsageMeter()

    /// Interrupts the running cell, even while it waits for input.
    ///
    /// The evaluator is told first: a cell that gets the end of its input before it knows of the
    /// interrupt would continue as if the user had entered nothing.
    func interrupt() async {
        await evaluator.interrupt()
        desk.dismiss()
    }
}
