internal import CellProtocol
internal import JSON

extension CallSignature {
    /// Decodes the signatures that sourcekitd offers for a call, beginning with the active one.
    static func all(sourceKit value: JSONValue) -> [CallSignature] {
        var all = (value["key.signatures"]?.array ?? []).compactMap(CallSignature.init(sourceKit:))
        let active = value["key.active_signature"]?.int ?? 0
        if all.indices.contains(active) { all.insert(all.remove(at: active), at: 0) }
        var seen = Set<String>()
        return all.filter { seen.insert($0.label).inserted }
    }

    /// Decodes one signature.
    private init?(sourceKit value: JSONValue) {
        guard let label = value["key.name"]?.string else { return nil }
        self.init(label: label, documentation: value["key.doc_comment"]?.string ?? "")
        guard let active = value["key.active_parameter"]?.int,
            let parameters = value["key.parameters"]?.array, parameters.indices.contains(active),
            let offset = parameters[active]["key.nameoffset"]?.int,
            let length = parameters[active]["key.namelength"]?.int
        else { return }
        parameter = offset..<(offset + length)
    }
}
