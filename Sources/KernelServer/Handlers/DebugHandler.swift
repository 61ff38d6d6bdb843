internal import JSON
internal import JupyterProtocol

/// Says in the words of the Debug Adapter Protocol that there is no debugger.
struct DebugHandler: MessageHandler {
    func answer(_ content: DebugRequest, in exchange: Exchange) -> Answer {
        .verbatim(
            DebugReply([
                "type": "response", "seq": 0, "request_seq": content.json["seq"] ?? 0,
                "success": false, "command": content.json["command"] ?? "",
                "message": "could not debug: this kernel has no debugger",
            ]))
    }
}
