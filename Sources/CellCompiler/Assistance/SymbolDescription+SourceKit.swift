internal import CellProtocol
internal import JSON
internal import XML

extension SymbolDescription {
    /// Decodes sourcekitd's information on a symbol; returns `nil` if there is no symbol.
    init?(sourceKit value: JSONValue) {
        guard let name = value["key.name"]?.string else { return nil }
        let kinds = Set((value["key.kind"]?.string ?? "").split(separator: "."))
        self.init(
            name: name,
            declaration: XMLElement(value["key.annotated_decl"]?.string ?? "").text,
            documentation: SymbolDocumentation(value["key.doc.full_as_xml"]?.string ?? "").markdown,
            module: value["key.modulename"]?.string ?? "",
            isCallable: !kinds.isDisjoint(with: ["function", "struct", "class", "enum"])
                && !kinds.contains("var"))
    }
}
