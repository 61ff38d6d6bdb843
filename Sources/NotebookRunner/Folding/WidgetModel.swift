internal import Display
internal import JSON
internal import JupyterProtocol
internal import NotebookDocument

/// The state of a widget as sent by the kernel.
struct WidgetModel: Sendable {
    /// The state.
    private(set) var state: JSONObject = [:]

    /// The binary parts of the state in Base64, by their paths.
    private var buffers: [(path: JSONValue, data: String)] = []

    /// The outputs that an output widget has captured, or `nil` if there are none.
    var caught: CellOutputs?

    /// Updates a part of the state.
    mutating func update(with data: JSONValue, buffers bytes: [[UInt8]]) {
        for (key, value) in data["state"]?.object ?? [:] { state[key] = value }
        for (path, bytes) in zip(data["buffer_paths"]?.array ?? [], bytes) {
            buffers.removeAll { $0.path == path }
            buffers.append((path, Base64.text(of: bytes)))
        }
    }

    /// Indicates whether the widget is an output widget, which captures outputs.
    var catchesOutputs: Bool { state["_model_name"] == "OutputModel" }

    /// The request whose outputs the widget is capturing.
    var caughtRequest: MessageID? {
        guard catchesOutputs, let id = state["msg_id"]?.string, !id.isEmpty else { return nil }
        return MessageID(rawValue: id)
    }

    /// The captured outputs in the form of a widget's state.
    var caughtOutputs: JSONValue? {
        caught.map { .array($0.outputs.map(\.unsplitDocument)) }
    }

    /// The state in the form that notebooks store.
    ///
    /// - Source: the schema `widget-state` 2.0 of ipywidgets.
    var document: JSONValue {
        var whole = state
        if let caughtOutputs { whole["outputs"] = caughtOutputs }
        var document: JSONObject = [
            "model_module": state["_model_module"] ?? "",
            "model_module_version": state["_model_module_version"] ?? "",
            "model_name": state["_model_name"] ?? "", "state": JSONValue.object(whole).finite,
        ]
        if !buffers.isEmpty {
            document["buffers"] = .array(
                buffers.map { path, data in
                    ["data": .string(data), "encoding": "base64", "path": path]
                })
        }
        return .object(document)
    }
}

extension CellOutput {
    /// The output with texts not split into lines.
    fileprivate var unsplitDocument: JSONValue {
        switch content {
        case .stream(let name, let text):
            ["name": .string(name), "output_type": "stream", "text": .string(text)]
        case .display(let data):
            [
                "data": .object(data.forms), "metadata": .object(data.metadata),
                "output_type": "display_data",
            ]
        case .result(let data, let count):
            [
                "data": .object(data.forms),
                "execution_count": count.map { .number(JSONNumber($0)) } ?? nil,
                "metadata": .object(data.metadata), "output_type": "execute_result",
            ]
        case .error(let name, let value, let traceback):
            [
                "ename": .string(name), "evalue": .string(value), "output_type": "error",
                "traceback": .array(traceback.map(JSONValue.string)),
            ]
        case .other(let whole): .object(whole)
        }
    }
}

extension JSONValue {
    /// The value with `null` in place of non-finite numbers.
    fileprivate var finite: JSONValue {
        switch self {
        case .number(let number): number.double.isFinite ? self : .null
        case .array(let values): .array(values.map(\.finite))
        case .object(let object): .object(JSONObject(object.map { ($0, $1.finite) }))
        default: self
        }
    }
}
