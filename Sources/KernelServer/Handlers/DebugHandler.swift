internal import Display
internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// Lists variables in the format of the Debug Adapter Protocol, and replies to other requests that
/// there is no debugger.
///
/// - Source: jupyter_client, docs/messaging.rst, "Additions to the DAP".
struct DebugHandler: MessageHandler {
    /// The evaluator that provides the variables.
    let evaluator: any Evaluator

    func answer(_ content: DebugRequest, in exchange: Exchange) async -> Answer {
        let body = await body(of: content)
        var reply: JSONObject = [
            "type": "response", "seq": 0, "request_seq": content.json["seq"] ?? 0,
            "success": .bool(body != nil), "command": content.json["command"] ?? "",
        ]
        if let body {
            reply["body"] = .object(body)
        } else {
            reply["message"] = "could not debug: this kernel has no debugger"
        }
        return .verbatim(DebugReply(.object(reply)))
    }

    /// Returns the body of the response, or `nil` if the request needs a debugger.
    private func body(of request: DebugRequest) async -> JSONObject? {
        switch request.json["command"]?.string {
        case "debugInfo":
            return [
                "isStarted": false, "hashMethod": "Murmur2", "hashSeed": 0, "tmpFilePrefix": "",
                "tmpFileSuffix": ".swift", "breakpoints": [], "stoppedThreads": [],
                "richRendering": true, "exceptionPaths": [], "copyToGlobals": false,
            ]
        case "inspectVariables":
            let variables = await evaluator.variables()
            return ["variables": .array(variables.map(description(of:)))]
        case "richInspectVariables":
            guard let name = request.json["arguments"]?["variableName"]?.string else { return nil }
            let bundle = await evaluator.value(ofVariable: name) ?? MIMEBundle()
            return [
                "data": .object(bundle.jupyterData), "metadata": .object(bundle.jupyterMetadata),
            ]
        default: return nil
        }
    }

    /// Returns the description of a variable.
    private func description(of variable: Variable) -> JSONValue {
        let type = variable.shape.isEmpty ? variable.type : "\(variable.type) (\(variable.shape))"
        return [
            "name": .string(variable.name), "evaluateName": .string(variable.name),
            "type": .string(type), "value": .string(variable.value), "variablesReference": 0,
        ]
    }
}
