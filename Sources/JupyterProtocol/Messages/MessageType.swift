/// The types of messages that the protocol knows.
///
/// - Source: jupyter_client, docs/messaging.rst; `usage_request` is an extension of ipykernel.
public enum MessageType: String, Sendable, Hashable, CaseIterable {
    /// Asks for a cell to be run.
    case executeRequest = "execute_request"
    /// Says how a cell ended.
    case executeReply = "execute_reply"
    /// Asks what stands at a place in some code.
    case inspectRequest = "inspect_request"
    /// Documents what stands there.
    case inspectReply = "inspect_reply"
    /// Asks what could stand at a place in some code.
    case completeRequest = "complete_request"
    /// Lists what could.
    case completeReply = "complete_reply"
    /// Asks for cells that were run before.
    case historyRequest = "history_request"
    /// Lists them.
    case historyReply = "history_reply"
    /// Asks whether some code wants more lines.
    case isCompleteRequest = "is_complete_request"
    /// Says whether it does.
    case isCompleteReply = "is_complete_reply"
    /// Asks for the kernel's ports.
    case connectRequest = "connect_request"
    /// Lists them.
    case connectReply = "connect_reply"
    /// Asks which comms are open.
    case commInfoRequest = "comm_info_request"
    /// Lists them.
    case commInfoReply = "comm_info_reply"
    /// Asks what the kernel is.
    case kernelInfoRequest = "kernel_info_request"
    /// Says what it is.
    case kernelInfoReply = "kernel_info_reply"
    /// Asks the kernel to end.
    case shutdownRequest = "shutdown_request"
    /// Says that it will.
    case shutdownReply = "shutdown_reply"
    /// Asks for the running cell to be ended.
    case interruptRequest = "interrupt_request"
    /// Says that it was asked.
    case interruptReply = "interrupt_reply"
    /// Asks something of a debugger.
    case debugRequest = "debug_request"
    /// Gives the debugger's answer.
    case debugReply = "debug_reply"
    /// Asks what the kernel uses of the machine.
    case usageRequest = "usage_request"
    /// Says how much.
    case usageReply = "usage_reply"
    /// Asks for another thread of execution.
    case createSubshellRequest = "create_subshell_request"
    /// Names it.
    case createSubshellReply = "create_subshell_reply"
    /// Asks for a thread of execution to end.
    case deleteSubshellRequest = "delete_subshell_request"
    /// Says that it did.
    case deleteSubshellReply = "delete_subshell_reply"
    /// Asks which threads of execution there are.
    case listSubshellRequest = "list_subshell_request"
    /// Lists them.
    case listSubshellReply = "list_subshell_reply"

    /// Opens a comm: a line between an object in the kernel and one in a client.
    case commOpen = "comm_open"
    /// Says something on a comm.
    case commMessage = "comm_msg"
    /// Closes a comm.
    case commClose = "comm_close"

    /// Text was written to standard output or standard error.
    case stream
    /// Something is to be shown.
    case displayData = "display_data"
    /// Something that is shown is to be replaced.
    case updateDisplayData = "update_display_data"
    /// A cell begins to run.
    case executeInput = "execute_input"
    /// A cell ended in a value.
    case executeResult = "execute_result"
    /// A cell failed.
    case error
    /// The kernel begins or ends to see to a request.
    case status
    /// What a cell has shown is to be cleared.
    case clearOutput = "clear_output"
    /// A debugger noticed something.
    case debugEvent = "debug_event"
    /// A subscription has taken effect.
    case iopubWelcome = "iopub_welcome"

    /// Asks a person for a line.
    case inputRequest = "input_request"
    /// Brings the line.
    case inputReply = "input_reply"

    /// Any other type; the header has its name.
    case unknown

    /// Finds a type by its name.
    public init(named name: String) {
        self = MessageType(rawValue: name) ?? .unknown
    }
}
