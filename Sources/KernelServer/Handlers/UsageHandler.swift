internal import JupyterProtocol

/// Says what the kernel and its processes use of the machine.
struct UsageHandler: MessageHandler {
    /// Who knows.
    let meter: UsageMeter

    func answer(_ content: UsageRequest, in exchange: Exchange) -> Answer { .ok(meter.read()) }
}
