internal import CellProtocol
internal import JSON

extension SymbolDescription {
    /// Reads what sourcekitd knows of a symbol; nothing, where there is none at the place.
    init?(sourceKit value: JSONValue) {
        guard let name = value["key.name"]?.string else { return nil }
        let annotated = value["key.annotated_decl"]?.string ?? ""
        self.init(
            name: name, declaration: XMLText.plainText(of: annotated),
            documentation: XMLText.markdown(
                ofDocumentation: value["key.doc.full_as_xml"]?.string ?? ""),
            module: value["key.modulename"]?.string ?? "")
    }
}
