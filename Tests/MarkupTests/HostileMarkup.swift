/// Documents at random that try to get something past whoever cleans them.
struct HostileMarkup {
    /// The state of the generator.
    private var state: UInt64

    /// Starts a sequence.
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private static let names = [
        "a", "p", "div", "b", "table", "tr", "td", "svg", "math", "mi", "mtext", "style", "script",
        "title",
        "desc", "foreignObject", "img", "iframe", "object", "embed", "form", "input", "button",
        "select",
        "textarea", "noscript", "template", "xmp", "plaintext", "link", "meta", "base", "video",
        "audio",
        "animate", "set", "use", "image", "annotation-xml", "mglyph", "malignmark", "details",
        "summary",
        "body", "html", "head", "frameset", "isindex", "marquee", "keygen", "x-custom", "SCRIPT",
        "sCript",
        "svg:script", "pre", "code", "li", "ul", "h1", "select", "option", "caption", "col",
    ]
    private static let attributes = [
        "href", "src", "onclick", "onerror", "onload", "style", "class", "id", "xlink:href",
        "formaction",
        "action", "srcdoc", "data", "background", "poster", "srcset", "ping", "xmlns",
        "attributeName",
        "values", "to", "from", "begin", "name", "type", "autofocus", "onfocus", "onbegin",
        "ontoggle",
        "OnMouseOver", "fill", "filter", "clip-path", "title", "alt", "http-equiv", "content",
        "rel", "is",
        "contenteditable", "tabindex", "accesskey", "lang", "/onclick", "on\u{0}click",
        "aria-label",
    ]
    private static let values = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "&#x6A;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg onload=alert(1)>", "vbscript:x", "//evil.example/x",
        "http://evil.example/",
        "https://evil.example/\"onload=alert(1)", "alert(1)", "x\"><script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>", "`onmouseover=alert(1)", "color:red",
        "background:url(//evil.example)",
        "width:expression(alert(1))", "behavior:url(x)", "color:red;position:fixed;top:0",
        "@import 'x'",
        "\\75rl(//evil.example)", "u/**/rl(//evil.example)", "url(#a)", "URL( '//evil.example')",
        "#a", "",
        "1", "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "blob:x",
        "file:///etc/passwd",
        "\u{1}javascript:alert(1)", "javascript://%0aalert(1)", "mailto:x",
        "0;url=javascript:alert(1)",
    ]
    private static let texts = [
        "x", "<", ">", "&", "&lt;script&gt;alert(1)&lt;/script&gt;", "<!--", "-->", "<![CDATA[",
        "]]>", "<?x",
        "</", "</p>", "</svg>", "</math>", "</style>", "</script>", "<!DOCTYPE x>", "\u{0}",
        "\u{8}", "`", "\"",
        "'", "alert(1)", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "&#60;script>",
        "<scr<script>ipt>",
        "<a href=javascript:alert(1)", "<<script>alert(1)//<</script>",
        "</textarea><script>alert(1)</script>",
        "--!><img src=x onerror=alert(1)>", "{{x}}", "\u{2028}", "&NewLine;", "&Tab;",
        "</title><script>alert(1)</script>",
    ]

    /// Returns a number below a bound.
    private mutating func number(below bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % bound
    }

    /// Returns one of some texts.
    private mutating func one(of texts: [String]) -> String { texts[number(below: texts.count)] }

    /// Returns a document.
    mutating func document() -> String {
        var html = ""
        for _ in 0...number(below: 12) {
            switch number(below: 4) {
            case 0: html += one(of: Self.texts)
            case 1: html += "</" + one(of: Self.names) + ">"
            default: html += tag()
            }
        }
        return html
    }

    /// Returns a tag.
    private mutating func tag() -> String {
        var tag = "<" + one(of: Self.names)
        for _ in 0..<number(below: 4) {
            let quote = one(of: ["\"", "'", ""])
            let space = one(of: [" ", "/", "\n", "\u{C}", " / "])
            tag +=
                space + one(of: Self.attributes) + one(of: ["=", " = ", ""]) + quote
                + one(of: Self.values) + quote
        }
        return tag + one(of: [">", "/>", ">", " "])
    }
}
