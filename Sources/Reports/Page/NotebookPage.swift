internal import JSON
internal import MarkdownTexts
internal import Markup
internal import Mathematics
public import NotebookDocument

/// A notebook as a page of HTML that needs nothing else: no network, no other file, no script of the
/// notebook's.
///
/// The contents of the notebook are cleaned (see `HTMLSanitizer`); the page lists the omissions.
public struct NotebookPage {
    /// The notebook.
    private let notebook: Notebook

    /// The additional contents of the page.
    private let options: PageOptions

    /// The commands for formulas that the notebook has defined so far.
    private var macros = TeXMacros()

    /// The headings so far.
    private var outline = PageOutline()

    /// Takes a notebook.
    public init(_ notebook: Notebook, options: PageOptions = PageOptions()) {
        self.notebook = notebook
        self.options = options
    }

    /// Returns the page.
    public static func html(_ notebook: Notebook, options: PageOptions = PageOptions()) -> String {
        var page = NotebookPage(notebook, options: options)
        return page.html()
    }

    /// Returns the page.
    private mutating func html() -> String {
        let cells = notebook.cells.indices.map { cell(at: $0) }.joined()
        let title = outline.title ?? options.title
        let heading = outline.title == nil ? "<h1>\(MarkupWriter.escaped(title))</h1>\n" : ""
        let up = options.up.map { link in
            "<a href=\"\(MarkupWriter.escaped(link.address))\">\(MarkupWriter.escaped(link.words))</a>"
        }
        let top = [up, options.summary.map(MarkupWriter.escaped)].compactMap { $0 }
        let line = top.isEmpty ? "" : "<p class=\"top\">\(top.joined(separator: " · "))</p>\n"
        let body = """
            <a class="skip" href="#contents">To the contents</a>
            <div class="page">
            \(line)\(outline.html)<main id="contents">
            \(heading)\(cells)</main>
            </div>
            """
        let language = notebook.metadata["lang"]?.string ?? "en"
        return PageFrame.html(title: title, language: language, body: body)
    }

    /// Returns a cell.
    private mutating func cell(at index: Int) -> String {
        let cell = notebook.cells[index]
        let marks = CellFolding(of: cell)
        guard !marks.removesCell else { return "" }
        let id = "cell-\(index + 1)"
        switch cell.kind {
        case .markdown:
            return
                "<section class=\"cell text\" id=\"\(id)\">\n\(text(of: cell))\(notes(at: index))</section>\n"
        case .code:
            let inside = code(of: cell, at: index, marks)
            return inside.isEmpty
                ? "" : "<section class=\"cell\" id=\"\(id)\">\n\(inside)</section>\n"
        case .raw: return ""
        case .other:
            return
                "<section class=\"cell\" id=\"\(id)\"><pre>\(MarkupWriter.escaped(cell.source))</pre></section>\n"
        }
    }

    /// Returns a sanitizer that finds the pictures of a cell.
    private func sanitizer(for cell: NotebookCell) -> HTMLSanitizer {
        let attachments = cell.attachments
        let picture = options.picture
        return HTMLSanitizer { address in
            if address.hasPrefix("attachment:") {
                let name = Percent.decoded(String(address.dropFirst(11)))
                for (type, content) in attachments?[name]?.object ?? [:] {
                    if let content = content.string,
                        let held = PictureAddress.of(content, type: type)
                    {
                        return held
                    }
                }
                return nil
            }
            guard WebAddress(address).scheme == nil else { return nil }
            return picture(Percent.decoded(address)).flatMap(PictureAddress.of)
        }
    }

    /// Returns the text of a cell.
    private mutating func text(of cell: NotebookCell) -> String {
        let language = notebook.languageName ?? ""
        var sanitizer = sanitizer(for: cell)
        var nodes = MarkdownText(cell.source).markup(cleanedBy: &sanitizer, macros: &macros) {
            text, info in
            let words = info.isEmpty ? language : info
            let isCode = !info.isEmpty
            let html =
                isCode ? CodeHighlighter.html(text, language: words) : MarkupWriter.escaped(text)
            return "<div class=\"box\"><pre class=\"code\"><code>\(html)</code></pre></div>"
        }
        nodes = outline.named(PageLinks.led(nodes, by: options.target))
        return MarkupWriter.html(nodes) + Self.omissions(sanitizer)
    }

    /// Returns the source and the outputs of a cell.
    private mutating func code(
        of cell: NotebookCell, at index: Int, _ marks: CellFolding
    ) -> String {
        let language = notebook.languageName ?? "swift"
        var source = ""
        if !marks.removesSource, !cell.source.isEmpty {
            let count =
                cell.executionCount.map {
                    "<span class=\"count\" aria-hidden=\"true\">[\($0)]</span>"
                } ?? ""
            let code = CodeHighlighter.html(cell.source, language: language)
            source =
                "\(count)<div class=\"box\"><pre class=\"code\" tabindex=\"0\"><code>\(code)</code></pre></div>\n"
        }
        var outputs = ""
        if !marks.removesOutputs {
            outputs = cell.outputs.map { output($0, of: cell) }.joined()
            if !outputs.isEmpty { outputs = "<div class=\"output\">\n\(outputs)</div>\n" }
        }
        let notes = notes(at: index)
        if marks.foldsSource, marks.foldsOutputs || outputs.isEmpty {
            return Self.folded(source + outputs, marks.title) + notes
        }
        if marks.foldsSource { source = Self.folded(source, marks.title) }
        if marks.foldsOutputs { outputs = Self.folded(outputs, "Output") }
        return source + outputs + notes
    }

    /// Puts something behind a line that opens it.
    private static func folded(_ html: String, _ title: String) -> String {
        html.isEmpty ? "" : "<details><summary>\(title)</summary>\n\(html)</details>\n"
    }

    /// Returns an output.
    private mutating func output(_ output: CellOutput, of cell: NotebookCell) -> String {
        switch output.content {
        case .stream(let name, let text):
            let kind = name == "stderr" ? "stderr" : "stdout"
            return "<pre class=\"\(kind)\" tabindex=\"0\">\(TerminalText.html(text))</pre>\n"
        case .display(let data), .result(let data, _): return shown(data, of: cell)
        case .error(let name, let value, let traceback):
            let text = traceback.isEmpty ? "\(name): \(value)" : traceback.joined(separator: "\n")
            return "<pre class=\"error\" tabindex=\"0\">\(TerminalText.html(text))</pre>\n"
        case .other: return ""
        }
    }

    /// Returns the richest form of something that was shown that can be shown here.
    private mutating func shown(_ data: DisplayedData, of cell: NotebookCell) -> String {
        var omitted = ""
        for type in ShownForms.order {
            guard let form = data.forms[type] else { continue }
            var sanitizer = sanitizer(for: cell)
            if let html = html(of: form, type: type, data: data, &sanitizer) {
                return html + Self.omissions(sanitizer)
            }
            omitted = Self.omissions(sanitizer)
        }
        let types = data.forms.keys.sorted().joined(separator: ", ")
        let isSilent = data.forms.keys.allSatisfy(ShownForms.silent.contains)
        return isSilent
            ? "" : omitted + "<p class=\"omitted\">Left out: \(MarkupWriter.escaped(types)).</p>\n"
    }

    /// Returns a form of something that was shown; nil where nothing of it can be seen.
    private mutating func html(
        of form: JSONValue, type: String, data: DisplayedData, _ sanitizer: inout HTMLSanitizer
    ) -> String? {
        if type == "application/json" {
            let text = MarkupWriter.escaped(form.text(style: .notebook))
            return "<pre class=\"plain\" tabindex=\"0\">\(text)</pre>\n"
        }
        guard let text = form.string else { return nil }
        switch type {
        case "text/html":
            let parsed = MarkupParser.parse(text)
            if let frames = parsed.lazy.compactMap(\.element).compactMap(FrameSet.init).first {
                return frames.html(cleanedBy: &sanitizer)
            }
            let nodes = PageLinks.led(sanitizer.clean(parsed), by: options.target)
            guard ShownForms.isVisible(nodes) else { return nil }
            return "<div class=\"html\">\(MarkupWriter.html(nodes))</div>\n"
        case "text/markdown":
            let nodes = MarkdownText(text).markup(cleanedBy: &sanitizer, macros: &macros)
            return
                "<div class=\"html text\">\(MarkupWriter.html(PageLinks.led(nodes, by: options.target)))</div>\n"
        case "text/latex":
            let nodes = MarkdownText(text).markup(cleanedBy: &sanitizer, macros: &macros)
            return "<div class=\"formula\">\(MarkupWriter.html(nodes))</div>\n"
        case "text/plain":
            return "<pre class=\"plain\" tabindex=\"0\">\(TerminalText.html(text))</pre>\n"
        default:
            guard let address = PictureAddress.of(text, type: type) else { return nil }
            let alternative = ShownForms.alternative(to: text, type: type, data: data)
            let width = data.metadata[type]?["width"]?.int.map { " width=\"\($0)\"" } ?? ""
            return
                "<figure><img src=\"\(address)\" alt=\"\(MarkupWriter.escaped(alternative))\"\(width)></figure>\n"
        }
    }

    /// Returns what is to be said about a cell.
    private func notes(at index: Int) -> String {
        (options.notes[index] ?? []).map { note in
            let pictures = note.pictures.compactMap { picture in
                PictureAddress.of(picture.content, type: picture.type).map { address in
                    let caption = MarkupWriter.escaped(picture.caption)
                    return
                        "<figure><figcaption>\(caption)</figcaption><img src=\"\(address)\" alt=\"\(caption)\"></figure>"
                }
            }
            let pair = pictures.isEmpty ? "" : "<div class=\"pair\">\(pictures.joined())</div>"
            return
                "<div class=\"note\" role=\"note\">\(MarkupWriter.escaped(note.text))\(pair)</div>\n"
        }.joined()
    }

    /// Returns a line with what had to be left out.
    private static func omissions(_ sanitizer: HTMLSanitizer) -> String {
        let known = sanitizer.omissions.filter { $0 != "a style sheet or header" }
        guard !known.isEmpty else { return "" }
        return
            "<p class=\"omitted\">Left out: \(MarkupWriter.escaped(known.joined(separator: ", "))).</p>\n"
    }
}
