public import JupyterProtocol

/// Something that a kernel said, or that happened to it.
public struct KernelEvent: Sendable, Hashable {
    /// The request that led to it, where one did.
    public let parent: MessageID?

    /// What it is.
    public let content: Content

    /// Names a request and what it led to.
    public init(parent: MessageID?, _ content: Content) {
        self.parent = parent
        self.content = content
    }

    /// What a kernel can say of a request.
    public enum Content: Sendable, Hashable {
        /// It begins or ends to see to the request.
        case status(Status.State)
        /// A cell begins to run.
        case input(ExecuteInput)
        /// A cell wrote text to a stream.
        case stream(StreamContent)
        /// A cell shows something.
        case display(DisplayData)
        /// What is shown under an identifier is to be replaced.
        case displayUpdate(DisplayData)
        /// A cell ended in a value.
        case result(ExecuteResult)
        /// A cell failed.
        case error(ErrorContent)
        /// What a cell has shown is to be cleared.
        case clearOutput(ClearOutput)
        /// A cell has ended.
        case executeReply(ExecuteReply)
        /// A cell asks for a line of input.
        case inputRequest(InputRequest)
        /// The kernel's process has ended; nothing comes after this.
        case exit(KernelExit)
        /// A message of the kernel that could not be understood, and why.
        case malformed(String)
        /// A message that is not known to be the kernel's, and why.
        case refused(String)
        /// Any other message.
        case other(Message)
    }
}
