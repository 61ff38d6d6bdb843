/// The types in a text that are qualified with their modules.
package struct QualifiedNames {
    /// The modules of each type, in the order of their occurrence.
    private var modules: [String: [ModuleName]] = [:]

    /// Finds the types in a text.
    package init(in text: String) {
        var rest = text[...]
        while let range = rest.firstRange(of: ModuleName.prefix) {
            let name = rest[range.lowerBound...]
                .prefix(ModuleName.prefix.count + ModuleName.digestLength)
            rest = rest[range.upperBound...].dropFirst(ModuleName.digestLength)
            guard rest.first == "." else { continue }
            let type = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            let module = ModuleName(name)
            if modules[String(type)]?.contains(module) != true {
                modules[String(type), default: []].append(module)
            }
        }
    }

    /// The types that occur with several modules, by name.
    package var repeated: [(type: String, modules: [ModuleName])] {
        modules.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }
}
