package import Display
internal import JSON

/// The comms of a session that are open, and what clients know of the objects behind them.
///
/// A value, as the names are: where a cell fails or is undone, what has to be said to clients follows from
/// two of them.
package struct CommTable: Sendable, Hashable {
    /// A comm.
    private struct Comm: Sendable, Hashable {
        /// The name of the target in clients.
        let target: String
        /// The data of the opening message, without the state.
        let data: JSONObject
        /// The state of the object as clients know it.
        var state: JSONObject
    }

    /// The comms, by what identifies them.
    private var comms: [String: Comm] = [:]

    /// The identifiers of the comms in the order in which they were opened: parts come before the
    /// whole.
    private var order: [String] = []

    /// Begins without a comm.
    package init() {}

    /// The targets of the comms.
    package var targets: [String: String] { comms.mapValues(\.target) }

    /// Returns whether a comm is open.
    package func contains(_ comm: String) -> Bool { comms[comm] != nil }

    // MARK: Changes

    /// Notes what is said on a comm, whoever says it.
    package mutating func note(_ signal: CommSignal) {
        let data = (try? JSONValue(parsing: signal.dataJSON))?.object ?? [:]
        switch signal.kind {
        case .open:
            var rest = data
            rest["state"] = nil
            if comms[signal.comm] == nil { order.append(signal.comm) }
            comms[signal.comm] = Comm(
                target: signal.target, data: rest, state: data["state"]?.object ?? [:])
        case .message:
            guard data["method"] == "update", let changes = data["state"]?.object else { return }
            note(changes, of: signal.comm)
        case .close:
            comms[signal.comm] = nil
            order.removeAll { $0 == signal.comm }
        }
    }

    /// Notes what clients have been told of an object, as a JSON object's text.
    package mutating func note(_ stateJSON: String, of comm: String) {
        guard let changes = (try? JSONValue(parsing: stateJSON))?.object else { return }
        note(changes, of: comm)
    }

    /// Notes changes of a state.
    private mutating func note(_ changes: JSONObject, of comm: String) {
        comms[comm]?.state.merge(changes)
    }

    // MARK: Signals

    /// Returns what has to be said to clients that know another table, so that they know this one.
    package func signals(after known: CommTable) -> [CommSignal] {
        let closed = known.order.reversed().filter { comms[$0] == nil }
            .map { CommSignal(.close, comm: $0) }
        let opened = order.filter { known.comms[$0] == nil }.compactMap(opening)
        let changed = order.compactMap { comm -> CommSignal? in
            guard let then = known.comms[comm]?.state, let now = comms[comm]?.state else {
                return nil
            }
            let changes = JSONObject(now.filter { then[$0] != $1 })
            return changes.isEmpty ? nil : Self.update(changes, of: comm)
        }
        return closed + opened + changed
    }

    /// Returns what opens a comm with the present state.
    private func opening(_ comm: String) -> CommSignal? {
        guard let entry = comms[comm] else { return nil }
        var data = entry.data
        data["state"] = .object(entry.state)
        return CommSignal(
            .open, comm: comm, target: entry.target, dataJSON: JSONValue.object(data).text())
    }

    /// Returns what tells clients of changes.
    private static func update(
        _ changes: JSONObject, of comm: String, method: String = "update"
    ) -> CommSignal {
        let data: JSONObject = [
            "method": .string(method), "state": .object(changes), "buffer_paths": [],
        ]
        return CommSignal(.message, comm: comm, dataJSON: JSONValue.object(data).text())
    }

    /// Returns what tells every client that one of them has made changes; nil, where it has said
    /// something else.
    package func echo(of signal: CommSignal) -> CommSignal? {
        guard let data = try? JSONValue(parsing: signal.dataJSON), data["method"] == "update",
            let changes = data["state"]?.object, contains(signal.comm)
        else { return nil }
        return Self.update(changes, of: signal.comm, method: "echo_update")
    }

    /// Answers a question about one state, or about those of all objects.
    ///
    /// - Source: ipywidgets, packages/schema/messages.md, "Synchronizing multiple models".
    package func answer(to question: CommSignal) -> [CommSignal] {
        guard let data = try? JSONValue(parsing: question.dataJSON) else { return [] }
        switch data["method"]?.string {
        case "request_state":
            guard let state = comms[question.comm]?.state else { return [] }
            return [Self.update(state, of: question.comm)]
        case "request_states":
            let states = order.compactMap { comm in
                comms[comm].map { (comm, JSONValue.object(Self.description(of: $0.state))) }
            }
            let answer: JSONObject = [
                "method": "update_states", "states": .object(JSONObject(states)),
                "buffer_paths": [],
            ]
            return [
                CommSignal(
                    .message, comm: question.comm, dataJSON: JSONValue.object(answer).text())
            ]
        default: return []
        }
    }

    /// Returns a state with the names of its model, as clients want to have it.
    private static func description(of state: JSONObject) -> JSONObject {
        [
            "model_name": state["_model_name"] ?? .null,
            "model_module": state["_model_module"] ?? .null,
            "model_module_version": state["_model_module_version"] ?? .null,
            "state": .object(state),
        ]
    }
}
