internal import JupyterProtocol

/// Replies with the kernel's use of resources.
struct UsageHandler: MessageHandler {
    /// The meter of resources.
    let meter: UsageMeter

    func answer(_ content: UsageRequest, in exchange: Exchange) -> Answer { .ok(meter.read()) }
}
