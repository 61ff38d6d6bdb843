internal import Digests
internal import Display
internal import Markup

/// The frame of every page: its styles, its script, and the rule by which browsers run no other
/// script and load nothing.
enum PageFrame {
    /// Returns a page.
    ///
    /// - Parameters:
    ///   - title: the title, as text.
    ///   - language: the language of the text, such as `en`.
    ///   - body: the contents, as HTML.
    static func html(title: String, language: String, body: String) -> String {
        let digest = Base64.text(of: SHA256.digest(of: Array(PageScript.source.utf8)))
        return """
            <!DOCTYPE html>
            <html lang="\(MarkupWriter.escaped(language))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; script-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(MarkupWriter.escaped(title))</title>
            <style>
            \(PageStyle.source)
            </style>
            </head>
            <body>
            \(body)
            <script>\(PageScript.source)</script>
            </body>
            </html>

            """
    }
}
