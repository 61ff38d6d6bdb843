internal import JSON
internal import JupyterClient
internal import JupyterProtocol

/// The widgets of a run: their states, and the outputs that some of them capture.
///
/// - Source: the comm target `jupyter.widget` of ipywidgets 8, and nbclient's `output_widget.py`.
struct WidgetStates: Sendable {
    /// The media type under which a notebook stores the states.
    static let mediaType = "application/vnd.jupyter.widget-state+json"

    /// The widgets by the identifiers of their comms.
    private var models: [String: WidgetModel] = [:]

    /// The widgets that capture the outputs of a request, the innermost last.
    private var catchers: [MessageID: [String]] = [:]

    /// Handles a message on a comm; returns a response, if any.
    mutating func apply(_ message: Message, limit: Int?) -> CommMessage? {
        switch message.type {
        case .commOpen:
            guard let open = try? message.content(as: CommOpen.self),
                open.targetName == "jupyter.widget"
            else { return nil }
            models[open.commID] = WidgetModel()
            return update(open.commID, with: open.data, message.buffers, limit: limit)
        case .commMessage:
            guard let content = try? message.content(as: CommMessage.self),
                models[content.commID] != nil,
                ["update", "echo_update"].contains(content.data["method"]?.string)
            else { return nil }
            return update(content.commID, with: content.data, message.buffers, limit: limit)
        case .commClose:
            guard let close = try? message.content(as: CommClose.self) else { return nil }
            models[close.commID] = nil
            for request in catchers.keys { catchers[request]?.removeAll { $0 == close.commID } }
            return nil
        default: return nil
        }
    }

    /// Updates a part of a widget's state, which may start or stop the capture of outputs.
    private mutating func update(
        _ id: String, with data: JSONValue, _ buffers: [[UInt8]], limit: Int?
    ) -> CommMessage? {
        let before = models[id]?.caughtRequest
        models[id]?.update(with: data, buffers: buffers)
        let after = models[id]?.caughtRequest
        guard before != after else { return nil }
        if let before { catchers[before]?.removeAll { $0 == id } }
        if let after {
            catchers[after, default: []].append(id)
            if models[id]?.caught == nil { models[id]?.caught = CellOutputs(limit: limit) }
            return nil
        }
        // The kernel's side of the widget gets the captured outputs once they are complete.
        guard let outputs = models[id]?.caughtOutputs else { return nil }
        return CommMessage(
            commID: id,
            data: ["method": "update", "state": ["outputs": outputs], "buffer_paths": []])
    }

    /// Lets a widget capture an output of a request; returns whether one does.
    mutating func takes(_ content: KernelEvent.Content, of request: MessageID?) -> Bool {
        guard !catchers.isEmpty, let request, let id = catchers[request]?.last else { return false }
        switch content {
        case .stream(let stream): models[id]?.caught?.append(stream)
        case .display(let display): models[id]?.caught?.append(display)
        case .result(let result): models[id]?.caught?.append(result)
        case .error(let error): models[id]?.caught?.append(error)
        case .clearOutput(let clear): models[id]?.caught?.clear(clear)
        default: return false
        }
        return true
    }

    /// Returns the states for the notebook's metadata, merged with the earlier ones.
    func metadata(addedTo earlier: JSONValue?) -> JSONValue? {
        guard !models.isEmpty else { return earlier }
        var states = earlier?[Self.mediaType]?["state"]?.object ?? [:]
        for (id, model) in models { states[id] = model.document }
        return [
            Self.mediaType: [
                "state": .object(states), "version_major": 2, "version_minor": 0,
            ]
        ]
    }
}
