internal import JSON

extension CellOutput {
    /// Decodes an output; one without the shape of its type is kept as `other`.
    init(document: JSONValue, at place: String) throws(NotebookError) {
        let whole = Self.joined(try DocumentEntries(document, at: place).remaining)
        do {
            var entries = try DocumentEntries(.object(whole), at: place)
            if let content = try Content(type: entries.takeText("output_type"), from: &entries) {
                self.init(content, unknownEntries: entries.remaining)
                return
            }
        } catch {
            // A malformed output is no reason to reject the notebook.
        }
        self.init(.other(whole))
    }

    /// The output as JSON.
    var document: JSONValue {
        var object = unknownEntries
        switch content {
        case .stream(let name, let text):
            object["output_type"] = "stream"
            object["name"] = .string(name)
            object["text"] = .string(text)
        case .display(let data):
            object["output_type"] = "display_data"
            object.add(data)
        case .result(let data, let executionCount):
            object["output_type"] = "execute_result"
            object["execution_count"] = executionCount.map { .number(JSONNumber($0)) } ?? .null
            object.add(data)
        case .error(let name, let value, let traceback):
            object["output_type"] = "error"
            object["ename"] = .string(name)
            object["evalue"] = .string(value)
            object["traceback"] = .array(traceback.map(JSONValue.string))
        case .other(let whole):
            object = whole
        }
        return .object(Self.split(object))
    }

    /// Returns an output with its lines joined to texts.
    private static func joined(_ output: JSONObject) -> JSONObject {
        var output = output
        switch output["output_type"]?.string ?? "" {
        case "": break
        case "display_data", "execute_result":
            if case .object(let forms)? = output["data"] {
                output["data"] = .object(MIMEForms.joined(forms))
            }
        default:
            if case .array(let lines)? = output["text"], let text = MIMEForms.joined(lines: lines) {
                output["text"] = text
            }
        }
        return output
    }

    /// Returns an output with its texts split into lines.
    private static func split(_ output: JSONObject) -> JSONObject {
        var output = output
        switch output["output_type"]?.string {
        case "display_data", "execute_result":
            if case .object(let forms)? = output["data"] {
                output["data"] = .object(MIMEForms.split(forms))
            }
        case "stream":
            if case .string(let text)? = output["text"] { output["text"] = MIMEForms.split(text) }
        default: break
        }
        return output
    }
}

extension CellOutput.Content {
    /// Decodes an output of a known type, or returns `nil` if an entry is missing.
    fileprivate init?(
        type: String?, from entries: inout DocumentEntries
    ) throws(NotebookError) {
        switch type {
        case "stream":
            guard let name = try entries.takeText("name"), let text = try entries.takeText("text")
            else { return nil }
            self = .stream(name: name, text: text)
        case "display_data":
            guard let data = try DisplayedData(from: &entries) else { return nil }
            self = .display(data)
        case "execute_result":
            guard let data = try DisplayedData(from: &entries) else { return nil }
            self = .result(data, executionCount: try entries.takeInteger("execution_count"))
        case "error":
            guard let name = try entries.takeText("ename"),
                let value = try entries.takeText("evalue"),
                let lines = try entries.takeArray("traceback")
            else { return nil }
            let traceback = lines.compactMap(\.string)
            guard traceback.count == lines.count else { return nil }
            self = .error(name: name, value: value, traceback: traceback)
        default: return nil
        }
    }
}

extension DisplayedData {
    /// Decodes the representations and their metadata, or returns `nil` if they are missing.
    fileprivate init?(from entries: inout DocumentEntries) throws(NotebookError) {
        guard let forms = try entries.takeObject("data"),
            let metadata = try entries.takeObject("metadata")
        else { return nil }
        self.init(forms: forms, metadata: metadata)
    }
}

extension JSONObject {
    /// Adds the representations and metadata to an output.
    fileprivate mutating func add(_ data: DisplayedData) {
        self["data"] = .object(data.forms)
        self["metadata"] = .object(data.metadata)
    }
}
