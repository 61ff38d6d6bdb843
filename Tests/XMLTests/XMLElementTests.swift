import Testing
import XML

/// The parsing of XML.
@Suite struct XMLElementTests {
    /// A node of random XML.
    indirect enum Tree: Equatable {
        case text(String)
        case element(String, [String: String], [Tree])

        /// The tree as XML.
        var xml: String {
            switch self {
            case .text(let text): XMLText.escaped(text)
            case .element(let name, let attributes, let contents):
                "<\(name)"
                    + attributes.map { " \($0)=\"\(XMLText.escaped($1))\"" }.joined()
                    + (contents.isEmpty
                        ? "/>" : ">\(contents.map(\.xml).joined())</\(name)>")
            }
        }

        /// Returns a random tree without adjacent texts.
        static func random(depth: Int) -> Tree {
            let texts = ["a < b", "\u{301}x", "]]>", "'\"&amp;", " ", "ünï", "\r\n"]
            let attributes = ["x": texts.randomElement() ?? "", "y-z": "1"]
            var contents: [Tree] = []
            for index in 0..<(depth > 0 ? Int.random(in: 0...3) : 0) {
                contents.append(random(depth: depth - 1))
                if index.isMultiple(of: 2) { contents.append(.text(texts.randomElement() ?? "")) }
            }
            return .element(["a", "b:c", "svg"].randomElement() ?? "a", attributes, contents)
        }
    }

    /// Returns an element as a tree.
    private func tree(_ element: XMLElement) -> Tree {
        .element(
            element.name, element.attributes,
            element.contents.map { content in
                switch content {
                case .text(let text): .text(text)
                case .element(let element): tree(element)
                }
            })
    }

    @Test func readsTheTreeThatWasWritten() throws {
        for _ in 0..<200 {
            let written = Tree.random(depth: 4)
            let read = XMLElement("<?xml version=\"1.0\"?><!-- > -->\(written.xml)")
            #expect(tree(try #require(read.elements.first)) == written)
        }
    }

    @Test func endsWithWhateverItIsGiven() {
        let pieces = [
            "<", ">", "/", "a", "=", "\"", "'", "<!--", "]]>", "<![CDATA[", "&", "</a>", "<a ",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12)).map { _ in pieces.randomElement() ?? "" }
                .joined()
            _ = XMLElement(text).text
        }
    }

    @Test func keepsTheTextOfSectionsAndSkipsWhatIsNotContent() {
        let element = XMLElement("<a>1<!-- <b> --><![CDATA[<2>]]><c x='>'>3</c></b></a>")
        #expect(element.text == "1<2>3")
        #expect(element["a"]?["c"]?.attributes == ["x": ">"])
    }
}
