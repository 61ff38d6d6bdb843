internal import CellProtocol
internal import CellSession
internal import Display

/// A page of information on a position in a cell.
struct InspectionPage {
    /// The information.
    let inspection: CodeInspection

    /// The names of the cells for the user.
    let names: CellNames

    /// The maximum number of signatures shown.
    private static let limit = 20

    /// The page as plain text and as Markdown, or `nil` if there is no information.
    var bundle: MIMEBundle? {
        var text: [String] = []
        var markdown: [String] = []
        for section in sections {
            switch section {
            case .code(let code):
                text.append(code)
                markdown.append("```swift\n\(code)\n```")
            case .prose(let prose):
                text.append(prose)
                markdown.append(prose)
            case .note(let note):
                text.append(note)
                markdown.append("*\(note)*")
            }
        }
        guard !text.isEmpty else { return nil }
        var bundle = MIMEBundle(text: text.joined(separator: "\n\n"))
        bundle[.markdown] = .text(markdown.joined(separator: "\n\n"))
        return bundle
    }

    /// A part of the page.
    private enum Section {
        /// Code.
        case code(String)
        /// Documentation.
        case prose(String)
        /// A remark by Unroll.
        case note(String)
    }

    /// The parts of the page.
    private var sections: [Section] {
        guard let symbol = inspection.symbol else { return sections(of: inspection.signatures) }
        var sections = [Section.code(NameScrubber.scrub(symbol.declaration, names))]
        if !symbol.documentation.isEmpty { sections.append(.prose(symbol.documentation)) }
        if inspection.signatures.count > 1 {
            sections += [.note("It can be called in \(inspection.signatures.count) ways:")]
            sections.append(.code(list(of: inspection.signatures)))
        }
        let origin = origin(of: symbol)
        if !origin.isEmpty { sections.append(.note(origin)) }
        return sections
    }

    /// Returns the parts that describe a call, or the overloads of a name.
    private func sections(of signatures: [CallSignature]) -> [Section] {
        guard let first = signatures.first else { return [] }
        var sections: [Section] = []
        if signatures.contains(where: { $0.parameter != nil }) {
            sections = signatures.prefix(Self.limit).map { .code(pointed($0)) }
        } else {
            sections = [.code(list(of: signatures))]
        }
        let documented = signatures.first { !$0.documentation.isEmpty } ?? first
        if !documented.documentation.isEmpty { sections.append(.prose(documented.documentation)) }
        return sections
    }

    /// Returns signatures, one per line.
    private func list(of signatures: [CallSignature]) -> String {
        var lines = signatures.prefix(Self.limit).map { NameScrubber.scrub($0.label, names) }
        let rest = signatures.count - lines.count
        if rest > 0 { lines.append("… and \(rest) more") }
        return lines.joined(separator: "\n")
    }

    /// Returns a signature with a line under the current parameter.
    private func pointed(_ signature: CallSignature) -> String {
        guard let parameter = signature.parameter else {
            return NameScrubber.scrub(signature.label, names)
        }
        // Module names are removed from each part separately, so that the line stays aligned.
        let bytes = Array(signature.label.utf8)
        func part(_ range: Range<Int>) -> String {
            let range = range.clamped(to: 0..<bytes.count)
            return NameScrubber.scrub(String(decoding: bytes[range], as: UTF8.self), names)
        }
        let before = part(0..<parameter.lowerBound)
        let pointed = part(parameter)
        return before + pointed + part(parameter.upperBound..<bytes.count) + "\n"
            + String(repeating: " ", count: before.count)
            + String(repeating: "^", count: pointed.count)
    }

    /// Returns the place of a symbol's declaration.
    private func origin(of symbol: SymbolDescription) -> String {
        let module = symbol.module
        guard !module.isEmpty else { return "" }
        guard module.hasPrefix(ModuleName.prefix) else { return "From the module \(module)." }
        return "Declared in \(names.name(of: ModuleName(module)))."
    }
}
