/// The elements and attributes that are allowed in untrusted HTML.
enum HTMLAllowance {
    /// The elements of text, of pictures in SVG and of formulas in MathML that may stay.
    static let elements: Set<String> = text.union(pictures).union(formulas)

    /// The elements of text.
    private static let text: Set<String> = [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote",
        "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn",
        "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4",
        "h5",
        "h6", "header", "hr", "i", "img", "input", "ins", "kbd", "li", "main", "mark", "nav", "ol",
        "p",
        "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "strong",
        "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt",
        "u",
        "ul", "var", "wbr",
    ]

    /// The elements of pictures.
    private static let pictures: Set<String> = [
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
        "tspan",
        "textpath", "defs", "lineargradient", "radialgradient", "stop", "clippath", "marker",
        "mask",
        "pattern", "symbol", "use", "desc",
    ]

    /// The elements of formulas.
    private static let formulas: Set<String> = [
        "math", "mrow", "mi", "mo", "mn", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot",
        "msub",
        "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none",
        "mtable", "mtr", "mtd", "mpadded", "mphantom", "mstyle", "menclose", "merror", "semantics",
        "annotation",
    ]

    /// The attributes that may stay, whatever element they belong to.
    static let attributes: Set<String> = [
        // Text.
        "abbr", "align", "alt", "bgcolor", "border", "cellpadding", "cellspacing", "checked",
        "color",
        "colspan", "datetime", "dir", "face", "headers", "height", "id", "lang", "open", "reversed",
        "role", "rowspan", "scope", "size", "span", "start", "title", "valign", "value", "width",
        // Pictures.
        "clip-path", "clip-rule", "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill",
        "fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-weight", "fx",
        "fy",
        "gradienttransform", "gradientunits", "letter-spacing", "marker-end", "marker-mid",
        "marker-start", "markerheight", "markerunits", "markerwidth", "mask", "offset", "opacity",
        "orient", "paint-order", "patterntransform", "patternunits", "points",
        "preserveaspectratio",
        "r", "refx", "refy", "rotate", "rx", "ry", "spreadmethod", "startoffset", "stop-color",
        "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
        "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor",
        "textlength", "transform", "vector-effect", "viewbox", "visibility", "x", "x1", "x2",
        "xmlns",
        "y", "y1", "y2",
        // Formulas.
        "accent", "accentunder", "columnalign", "columnlines", "columnspacing", "columnspan",
        "depth",
        "display", "displaystyle", "encoding", "fence", "form", "largeop", "linethickness",
        "lspace",
        "mathbackground", "mathcolor", "mathsize", "mathvariant", "maxsize", "minsize",
        "movablelimits",
        "notation", "rowalign", "rowlines", "rowspacing", "rspace", "scriptlevel", "separator",
        "stretchy", "symmetric", "voffset",
    ]

    /// The classes that may stay: of boxes and tables as Jupyter shows them, and of highlighted code.
    private static let classes: Set<String> = [
        "alert", "alert-info", "alert-success", "alert-warning", "alert-danger", "alert-block",
        "dataframe", "tex", "code", "task", "footnotes", "k", "s", "c", "n", "t", "f", "o", "m",
    ]

    /// Returns whether a class may stay.
    static func allows(_ name: Substring) -> Bool { classes.contains(String(name)) }

    /// Returns whether the value of an attribute names nothing outside of the document.
    static func isHarmless(_ value: String) -> Bool {
        let small = value.lowercased()
        guard !small.contains("\\") else { return false }
        let isIgnored = { (character: Character) in
            character.isWhitespace || character == "'" || character == "\""
        }
        return small.ranges(of: "url").allSatisfy { range in
            let rest = small[range.upperBound...].drop(while: isIgnored)
            return rest.first != "(" || rest.dropFirst().drop(while: isIgnored).first == "#"
        }
    }
}
