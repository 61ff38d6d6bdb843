internal import Display
internal import Evaluation
internal import JSON
internal import JupyterProtocol

/// The output of cells and callbacks in output areas, which clients show like the output of a cell.
///
/// - Source: nbformat 4.5, "Code cell outputs"; the `outputs` of `@jupyter-widgets/output` 1.0.0.
struct OutputAreas {
    /// Something that stands in an area.
    private struct Entry {
        /// The output, as a notebook holds it.
        var output: JSONObject
        /// The id under which it can be replaced.
        var displayID: String?
    }

    /// An area.
    private struct Area {
        /// The contents of the area.
        var entries: [Entry] = []
        /// Indicates whether that goes when something arrives.
        var isToBeCleared = false
        /// Indicates whether clients have not been told.
        var isChanged = false

        /// The state, as clients are told it.
        var state: JSONObject { ["outputs": .array(entries.map { .object($0.output) })] }
    }

    /// The areas that something was put into.
    private var areas: [String: Area] = [:]

    /// The areas that output is redirected to, the innermost last.
    private var stack: [String] = []

    /// The area of the last output.
    private var last: String?

    /// The time of the last update that was sent to clients.
    private var told: Timestamp?

    /// The minimum time between two updates.
    private static let pause = Duration.milliseconds(50)

    // MARK: Events

    /// Takes an event, where it belongs into an area; returns whether it does.
    mutating func take(_ event: EvaluationEvent) -> Bool {
        switch event {
        case .redirect(let area?, let clears):
            begin(area, clears: clears)
            return true
        case .redirect(nil, _):
            stack.popLast().map { end($0) }
            return true
        case .replaceDisplay(let bundle, let id): return replace(bundle, id: id)
        case .text, .display, .clearOutput, .result:
            guard let area = stack.last else { return false }
            put(event, into: area)
            return true
        case .comm, .page, .nextInput: return false
        }
    }

    /// Shows an error where output went last; returns whether there is such a place.
    mutating func show(_ error: ErrorContent) -> Bool {
        guard let last else { return false }
        stack = []
        let output: JSONObject = [
            "output_type": "error", "ename": .string(error.name), "evalue": .string(error.value),
            "traceback": .array(error.traceback.map { .string($0) }),
        ]
        add(Entry(output: output), to: last)
        return true
    }

    /// Lets output go into an area.
    private mutating func begin(_ area: String, clears: Bool) {
        stack.append(area)
        last = area
        if clears { areas[area, default: Area()].isToBeCleared = true }
    }

    /// Ends the output into an area: where there was none, the area is empty now.
    private mutating func end(_ area: String) {
        if areas[area]?.isToBeCleared == true { clear(area) }
    }

    /// Empties an area.
    private mutating func clear(_ area: String) {
        areas[area] = Area(isChanged: true)
    }

    /// Puts output into an area.
    private mutating func put(_ event: EvaluationEvent, into area: String) {
        switch event {
        case .text(let text, let stream): write(text, stream, to: area)
        case .display(let bundle, let id):
            add(Entry(output: Self.display(bundle), displayID: id), to: area)
        case .result(let bundle): add(Entry(output: Self.display(bundle)), to: area)
        case .clearOutput(waitsForNext: true): areas[area, default: Area()].isToBeCleared = true
        case .clearOutput(waitsForNext: false): clear(area)
        default: break
        }
    }

    /// Adds an output.
    private mutating func add(_ entry: Entry, to area: String) {
        if areas[area]?.isToBeCleared == true { clear(area) }
        areas[area, default: Area()].entries.append(entry)
        areas[area]?.isChanged = true
    }

    /// Adds text; that of one stream that follows on itself is one output.
    private mutating func write(_ text: String, _ stream: OutputStreamName, to area: String) {
        let name = JSONValue.string(stream.rawValue)
        if areas[area]?.isToBeCleared != true, var last = areas[area]?.entries.last,
            last.output["name"] == name, let earlier = last.output["text"]?.string
        {
            last.output["text"] = .string(earlier + text)
            areas[area]?.entries.removeLast()
            return add(last, to: area)
        }
        add(
            Entry(output: ["output_type": "stream", "name": name, "text": .string(text)]),
            to: area)
    }

    /// Replaces what is shown under an id; false, where that is in no area.
    private mutating func replace(_ bundle: MIMEBundle, id: String) -> Bool {
        for area in areas.keys {
            guard let index = areas[area]?.entries.firstIndex(where: { $0.displayID == id }) else {
                continue
            }
            areas[area]?.entries[index].output = Self.display(bundle)
            areas[area]?.isChanged = true
            return true
        }
        return false
    }

    /// Returns something that is shown, as a notebook holds it.
    private static func display(_ bundle: MIMEBundle) -> JSONObject {
        [
            "output_type": "display_data", "data": .object(bundle.jupyterData),
            "metadata": .object(bundle.jupyterMetadata),
        ]
    }

    // MARK: News

    /// Returns what clients are to be told at a moment: what has changed, but not too often while more
    /// is on its way.
    mutating func news(_ moment: @autoclosure () -> Timestamp) -> [CommSignal] {
        guard areas.contains(where: \.value.isChanged) else { return [] }
        let moment = moment()
        if !stack.isEmpty, let told, moment.duration(since: told) < Self.pause { return [] }
        told = moment
        return rest()
    }

    /// Returns everything that clients have not been told.
    mutating func rest() -> [CommSignal] {
        areas.keys.sorted().compactMap { area in
            guard let state = areas[area]?.state, areas[area]?.isChanged == true else { return nil }
            areas[area]?.isChanged = false
            let data: JSONObject = [
                "method": "update", "state": .object(state), "buffer_paths": [],
            ]
            return CommSignal(.message, comm: area, dataJSON: JSONValue.object(data).text())
        }
    }

    /// The states of all areas, as texts of JSON objects.
    var states: [(area: String, state: String)] {
        areas.map { ($0.key, JSONValue.object($0.value.state).text()) }
    }
}
