/// Turns the XML of sourcekitd's descriptions into text.
///
/// The XML comes from the compiler and is well formed; only a handful of elements matter.
enum XMLText {
    /// Returns the text without its elements.
    static func plainText(of xml: String) -> String {
        var result = ""
        var isInTag = false
        for character in xml {
            switch character {
            case "<": isInTag = true
            case ">": isInTag = false
            default: if !isInTag { result.append(character) }
            }
        }
        return unescaped(result)
    }

    /// Returns a symbol's documentation as Markdown.
    static func markdown(ofDocumentation xml: String) -> String {
        var sections: [String] = []
        if let abstract = content(of: "Abstract", in: xml) { sections.append(block(abstract)) }
        if let discussion = content(of: "Discussion", in: xml) {
            sections.append(block(discussion))
        }
        if let parameters = content(of: "Parameters", in: xml) {
            let lines = contents(of: "Parameter", in: parameters).map { parameter in
                let name = content(of: "Name", in: parameter) ?? ""
                let text = content(of: "Discussion", in: parameter) ?? ""
                return "- `\(plainText(of: name))`: \(block(text))"
            }
            sections.append("Parameters:\n" + lines.joined(separator: "\n"))
        }
        if let result = content(of: "ResultDiscussion", in: xml) {
            sections.append("Returns: " + block(result))
        }
        if let errors = content(of: "ThrowsDiscussion", in: xml) {
            sections.append("Throws: " + block(errors))
        }
        return sections.joined(separator: "\n\n")
    }

    /// Returns a block of paragraphs, lists and code as Markdown.
    private static func block(_ xml: String) -> String {
        let marked = xml.replacing("<codeVoice>", with: "`").replacing("</codeVoice>", with: "`")
            .replacing("<emphasis>", with: "*").replacing("</emphasis>", with: "*")
            .replacing("<bold>", with: "**").replacing("</bold>", with: "**")
            .replacing("<Item>", with: "- ").replacing("</Item>", with: "\n")
            .replacing("</Para>", with: "\n\n")
            .replacing("<CodeListing language=\"swift\">", with: "```swift\n")
            .replacing("<zCodeLineNumbered><![CDATA[", with: "")
            .replacing("]]></zCodeLineNumbered>", with: "\n")
            .replacing("</CodeListing>", with: "```\n")
        return plainText(of: marked).trimmingNewlines()
    }

    /// Returns what stands in the first element of a name.
    private static func content(of element: String, in xml: String) -> String? {
        contents(of: element, in: xml).first
    }

    /// Returns what stands in each element of a name.
    private static func contents(of element: String, in xml: String) -> [String] {
        var result: [String] = []
        var rest = xml[...]
        while let open = rest.firstRange(of: "<\(element)"),
            let start = rest[open.upperBound...].firstIndex(of: ">"),
            let close = rest[start...].firstRange(of: "</\(element)>")
        {
            result.append(String(rest[rest.index(after: start)..<close.lowerBound]))
            rest = rest[close.upperBound...]
        }
        return result
    }

    /// Returns text with XML's escapes resolved.
    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
            .replacing("&amp;", with: "&")
    }
}

extension String {
    /// Returns the text without line ends at its beginning and end.
    fileprivate func trimmingNewlines() -> String {
        let start = firstIndex { !$0.isNewline } ?? endIndex
        let end = lastIndex { !$0.isNewline }.map(index(after:)) ?? endIndex
        return start < end ? String(self[start..<end]) : ""
    }
}
