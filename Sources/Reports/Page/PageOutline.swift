internal import Markup

/// The headings of a page, and links to them.
struct PageOutline {
    /// A heading.
    private struct Entry {
        /// Its level, from one to three.
        let level: Int
        /// The name by which it is reached.
        let id: String
        /// Its words.
        let text: String
    }

    /// The headings so far.
    private var entries: [Entry] = []

    /// The names so far, and how many times each was wanted.
    private var names: [String: Int] = [:]

    /// The words of the first heading of the highest level; nil where there is none.
    var title: String? { entries.first { $0.level == 1 }?.text }

    /// Adds the headings among some pieces; returns the pieces with a name of its own for each.
    mutating func named(_ nodes: [MarkupNode]) -> [MarkupNode] {
        nodes.map { node in
            guard case .element(var element) = node else { return node }
            let levels = ["h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6]
            guard let level = levels[element.name] else {
                element.children = named(element.children)
                return .element(element)
            }
            let wanted = element["id"].flatMap { $0.isEmpty ? nil : $0 } ?? "heading"
            let count = names[wanted, default: 0] + 1
            names[wanted] = count
            let id = count == 1 ? wanted : "\(wanted)-\(count)"
            element.attributes.removeAll { $0.name == "id" }
            element.attributes.append(.init("id", id))
            if level <= 3 {
                entries.append(Entry(level: level, id: id, text: Self.words(of: element)))
            }
            return .element(element)
        }
    }

    /// The links; nothing, where there are too few headings to get lost among.
    var html: String {
        let shown = entries.filter { $0.text.contains { !$0.isWhitespace } }
        guard shown.count > 2 else { return "" }
        let items = shown.map { entry in
            "<li class=\"l\(entry.level)\"><a href=\"#\(MarkupWriter.escaped(entry.id))\">\(MarkupWriter.escaped(entry.text))</a></li>"
        }
        return """
            <details class="outline"><summary>Contents</summary><nav aria-label="Contents"><ol>
            \(items.joined(separator: "\n"))
            </ol></nav></details>

            """
    }

    /// Returns the words of a heading; of a formula, only what is shown.
    private static func words(of element: MarkupElement) -> String {
        element.children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element) where element.name == "annotation": ""
            case .element(let element): words(of: element)
            }
        }.joined()
    }
}
