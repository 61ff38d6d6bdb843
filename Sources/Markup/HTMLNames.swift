/// The properties of HTML elements by name.
enum HTMLNames {
    /// The elements that never have contents.
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track",
        "wbr",
    ]

    /// The elements in which tags are text.
    static let rawText: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript",
        "plaintext",
    ]

    /// The elements out of which no end tag of another one reaches.
    static let boundaries: Set<String> = ["table", "td", "th", "caption", "details", "figure"]

    /// The elements that end where another one begins.
    struct Closing {
        /// Those that have to end.
        let names: Set<String>

        /// Those in between, which end with them.
        let passes: Set<String>
    }

    /// The elements of text in a line, which end with the paragraph that they stand in.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "cite", "code", "em", "font", "i", "kbd", "mark", "s", "samp", "small",
        "span", "strong", "sub", "sup", "u", "var",
    ]

    /// The elements of text in a line, and the paragraph that they stand in.
    private static let paragraph = inline.union(["p"])

    /// The elements before which a paragraph ends.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre",
        "section", "table", "ul",
    ]

    /// Returns the elements that end where one of a name begins; nil where none does.
    static func closed(by name: String) -> Closing? {
        switch name {
        case "li": Closing(names: ["li"], passes: paragraph)
        case "dt", "dd": Closing(names: ["dt", "dd"], passes: paragraph)
        case "tr": Closing(names: ["tr", "td", "th"], passes: paragraph)
        case "td", "th": Closing(names: ["td", "th"], passes: paragraph)
        case "thead", "tbody", "tfoot":
            Closing(
                names: ["thead", "tbody", "tfoot", "tr", "td", "th", "colgroup"], passes: inline)
        case "option": Closing(names: ["option"], passes: [])
        case _ where blocks.contains(name): Closing(names: ["p"], passes: inline)
        default: nil
        }
    }
}
