internal import Evaluation
internal import JupyterProtocol

/// What the handlers of a kernel share.
struct Services: Sendable {
    /// Who evaluates cells.
    let evaluator: any Evaluator

    /// What the kernel is.
    let info: KernelInfoReply

    /// The ports of the kernel.
    let ports: KernelPorts

    /// What arrives; closing it ends the kernel.
    let inbox: Inbox

    /// The cells that were run.
    let history: History

    /// Where cells wait for lines that people enter.
    let desk: InputDesk

    /// What the kernel uses of the machine.
    let meter = UsageMeter()

    /// Asks the running cell to end, also where it waits for a line.
    ///
    /// The evaluator hears it first: a cell that is told of the end of its input before it knows
    /// that it was interrupted would go on as if the person had entered nothing.
    func interrupt() async {
        await evaluator.interrupt()
        desk.dismiss()
    }
}
