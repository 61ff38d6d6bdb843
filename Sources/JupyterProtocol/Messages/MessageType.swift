/// The message types of the protocol.
///
/// - Source: jupyter_client, docs/messaging.rst; `usage_request` is an extension of ipykernel.
public enum MessageType: String, Sendable, Hashable, CaseIterable {
    /// Requests the execution of a cell.
    case executeRequest = "execute_request"
    /// Reports the outcome of a cell.
    case executeReply = "execute_reply"
    /// Requests information on the symbol at a position in code.
    case inspectRequest = "inspect_request"
    /// Returns documentation of the symbol.
    case inspectReply = "inspect_reply"
    /// Requests completions at a position in code.
    case completeRequest = "complete_request"
    /// Returns completions.
    case completeReply = "complete_reply"
    /// Requests entries of the history.
    case historyRequest = "history_request"
    /// Returns entries of the history.
    case historyReply = "history_reply"
    /// Asks whether code is complete.
    case isCompleteRequest = "is_complete_request"
    /// Returns whether code is complete.
    case isCompleteReply = "is_complete_reply"
    /// Requests the kernel's ports.
    case connectRequest = "connect_request"
    /// Returns the kernel's ports.
    case connectReply = "connect_reply"
    /// Requests the open comms.
    case commInfoRequest = "comm_info_request"
    /// Returns the open comms.
    case commInfoReply = "comm_info_reply"
    /// Requests a description of the kernel.
    case kernelInfoRequest = "kernel_info_request"
    /// Returns a description of the kernel.
    case kernelInfoReply = "kernel_info_reply"
    /// Requests the kernel to shut down.
    case shutdownRequest = "shutdown_request"
    /// Confirms the shutdown.
    case shutdownReply = "shutdown_reply"
    /// Requests an interrupt of the running cell.
    case interruptRequest = "interrupt_request"
    /// Confirms the interrupt.
    case interruptReply = "interrupt_reply"
    /// Sends a request to the debugger.
    case debugRequest = "debug_request"
    /// Returns the debugger's response.
    case debugReply = "debug_reply"
    /// Requests the kernel's use of resources.
    case usageRequest = "usage_request"
    /// Returns the kernel's use of resources.
    case usageReply = "usage_reply"
    /// Requests a new subshell.
    case createSubshellRequest = "create_subshell_request"
    /// Returns the identifier of a new subshell.
    case createSubshellReply = "create_subshell_reply"
    /// Requests the deletion of a subshell.
    case deleteSubshellRequest = "delete_subshell_request"
    /// Confirms the deletion.
    case deleteSubshellReply = "delete_subshell_reply"
    /// Requests the list of subshells.
    case listSubshellRequest = "list_subshell_request"
    /// Returns the list of subshells.
    case listSubshellReply = "list_subshell_reply"

    /// Opens a comm: a channel between an object in the kernel and one in a client.
    case commOpen = "comm_open"
    /// Sends data on a comm.
    case commMessage = "comm_msg"
    /// The content of `comm_close`, which closes a comm.
    case commClose = "comm_close"

    /// Carries text written to standard output or standard error.
    case stream
    /// Displays a value.
    case displayData = "display_data"
    /// Updates a displayed value.
    case updateDisplayData = "update_display_data"
    /// Announces that a cell starts.
    case executeInput = "execute_input"
    /// Carries the value of a cell's last expression.
    case executeResult = "execute_result"
    /// Reports the error of a cell.
    case error
    /// Announces that the kernel is starting, busy or idle.
    case status
    /// Clears the outputs of a cell.
    case clearOutput = "clear_output"
    /// Carries an event of the debugger.
    case debugEvent = "debug_event"
    /// Confirms a subscription.
    case iopubWelcome = "iopub_welcome"

    /// Requests a line of input from the user.
    case inputRequest = "input_request"
    /// Returns the line of input.
    case inputReply = "input_reply"

    /// Any other type, whose name is in the header.
    case unknown

    /// Finds a type by name; returns `unknown` for any other name.
    public init(named name: String) {
        self = Self.byName[name] ?? .unknown
    }

    /// The types by name; faster than comparing a name with all others, once per message.
    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
