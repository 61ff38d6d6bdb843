internal import JupyterProtocol

/// The parts of a kernel that has answered.
struct StartedKernel: Sendable {
    /// The process.
    let process: KernelProcess

    /// The channels.
    let connection: KernelConnection

    /// The folder with the connection file.
    let folder: RuntimeFolder

    /// The kernel's description of itself.
    let description: KernelDescription

    /// The inbox for the kernel's messages.
    let inbox: KernelInbox
}
