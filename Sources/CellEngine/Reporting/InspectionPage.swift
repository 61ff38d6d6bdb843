internal import CellProtocol
internal import Display

/// What is known of a symbol, as a person reads it.
struct InspectionPage {
    /// What is known.
    let description: SymbolDescription

    /// What the person calls the cells.
    let names: CellNames

    /// The page as plain text and as Markdown.
    var bundle: MIMEBundle {
        let declaration = NameScrubber.scrub(description.declaration, names)
        let origin = origin
        var text = declaration
        var markdown = "```swift\n\(declaration)\n```"
        if !description.documentation.isEmpty {
            text += "\n\n" + description.documentation
            markdown += "\n\n" + description.documentation
        }
        if !origin.isEmpty {
            text += "\n\n" + origin
            markdown += "\n\n*\(origin)*"
        }
        var bundle = MIMEBundle(text: text)
        bundle[.markdown] = .text(markdown)
        return bundle
    }

    /// Where the symbol is declared.
    private var origin: String {
        let module = description.module
        guard !module.isEmpty else { return "" }
        guard module.hasPrefix(ModuleName.prefix) else { return "From the module \(module)." }
        return "Declared in \(names.name(of: ModuleName(module)))."
    }
}
