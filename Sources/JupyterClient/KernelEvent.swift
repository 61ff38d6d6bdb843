public import JupyterProtocol

/// A message of a kernel, or the end of its process.
public struct KernelEvent: Sendable, Hashable {
    /// The ID of the request that caused the event, or `nil` if there is none.
    public let parent: MessageID?

    /// The content of the event.
    public let content: Content

    /// Creates an event.
    public init(parent: MessageID?, _ content: Content) {
        self.parent = parent
        self.content = content
    }

    /// The content of an event.
    public enum Content: Sendable, Hashable {
        /// The kernel has started or finished serving the request.
        case status(Status.State)
        /// A cell has started.
        case input(ExecuteInput)
        /// A cell has written text to a stream.
        case stream(StreamContent)
        /// A cell has displayed a value.
        case display(DisplayData)
        /// Displays with an identifier are replaced.
        case displayUpdate(DisplayData)
        /// The value of a cell's last expression.
        case result(ExecuteResult)
        /// Reports the error of a cell.
        case error(ErrorContent)
        /// The outputs of a cell are cleared.
        case clearOutput(ClearOutput)
        /// A cell has ended.
        case executeReply(ExecuteReply)
        /// A cell requests a line of input.
        case inputRequest(InputRequest)
        /// The kernel's process has ended; this is the last event.
        case exit(KernelExit)
        /// A message of the kernel could not be decoded; the text is the problem.
        case malformed(String)
        /// A message was not authenticated as the kernel's; the text is the reason.
        case refused(String)
        /// Any other message.
        case other(Message)
    }
}
