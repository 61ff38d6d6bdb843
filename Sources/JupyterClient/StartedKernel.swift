internal import JupyterProtocol

/// A kernel that has answered, in its parts.
struct StartedKernel: Sendable {
    /// The process.
    let process: KernelProcess

    /// The channels.
    let connection: KernelConnection

    /// The folder with the connection file.
    let folder: RuntimeFolder

    /// What the kernel says of itself.
    let description: KernelDescription

    /// Where the kernel's messages arrive.
    let inbox: KernelInbox
}
