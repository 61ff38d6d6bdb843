/// Looks at HTML that has been cleaned as strictly as possible: with a reader of its own, which takes
/// only what a writer that escapes everything can have written.
enum LeftoverSearch {
    private static let forbidden: Set<String> = [
        "script", "style", "iframe", "object", "embed", "form", "button", "select", "textarea",
        "noscript",
        "template", "xmp", "plaintext", "link", "meta", "base", "video", "animate", "set", "image",
        "title",
        "foreignobject", "annotation-xml", "mglyph", "malignmark", "frameset", "body", "html",
        "head",
    ]

    /// Returns what is wrong; nil where nothing is.
    static func problem(in html: String) -> String? {
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            if let sign = rest[..<start].firstIndex(of: ">") {
                return "a sign at \(rest[sign...].prefix(20))"
            }
            guard
                let match = rest[start...].prefixMatch(
                    of: /<(\/?)([a-z0-9]+)((?: [a-z0-9:-]+="[^"<>`]*")*)>/)
            else {
                return "no tag at \(rest[start...].prefix(40))"
            }
            if forbidden.contains(String(match.output.2)) { return "an element \(match.output.2)" }
            for attribute in match.output.3.matches(of: /\ ([a-z0-9:-]+)="([^"]*)"/) {
                let name = String(attribute.output.1)
                let value = String(attribute.output.2).lowercased()
                if name.hasPrefix("on")
                    || ["srcdoc", "formaction", "action", "name", "srcset"].contains(name)
                {
                    return "an attribute \(name)"
                }
                if name == "href" || name == "src" || name == "xlink:href" {
                    let scheme = value.prefix { !"/?#".contains($0) }
                    let isKnown =
                        ["http:", "https:", "mailto:"].contains { scheme.hasPrefix($0) }
                        || name == "src" && value.hasPrefix("data:image/")
                    if scheme.contains(":"), !isKnown { return "an address \(value)" }
                    if name == "src", !value.hasPrefix("data:") {
                        return "something to load: \(value)"
                    }
                }
                if name == "style",
                    value.contains("url") || value.contains("position") || value.contains("\\")
                {
                    return "a style \(value)"
                }
                if name != "href", value.contains("url("), !value.contains("url(#") {
                    return "a value \(name)=\(value) in \(html)"
                }
            }
            rest = rest[match.range.upperBound...]
        }
        return rest.contains(">") ? "a sign at the end" : nil
    }
}
