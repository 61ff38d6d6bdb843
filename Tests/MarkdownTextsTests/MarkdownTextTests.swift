import MarkdownTexts
import Markup
import Mathematics
import Testing

@Suite struct MarkdownTextTests {
    /// Returns a text as HTML.
    private func html(_ text: String) -> String {
        var sanitizer = HTMLSanitizer()
        var macros = TeXMacros()
        return MarkupWriter.html(MarkdownText(text).markup(cleanedBy: &sanitizer, macros: &macros))
            .replacing(/\n+/, with: "\n").replacing(/\n(<|$)/) { "\($0.output.1)" }.replacing(
                /(?s)<math.*?<\/math>/, with: "MATH")
    }

    @Test func blocksAreRecognized() {
        for (text, expected) in [
            ("# A *b*", "<h1 id=\"A-b\">A <em>b</em></h1>"), ("A\n===", "<h1 id=\"A\">A</h1>"),
            ("a\nb\n\nc", "<p>a\nb</p><p>c</p>"),
            ("> a\nb\n> c", "<blockquote><p>a\nb\nc</p></blockquote>"),
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
            ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
            ("```swift\na < b\n```", "<pre><code>a &lt; b</code></pre>"),
            ("    code\n\n    more", "<pre><code>code\nmore</code></pre>"),
            ("a\n***\nb", "<p>a</p><hr><p>b</p>"),
            (
                "- [x] a\n- [ ] b",
                "<ul><li class=\"task\"><input type=\"checkbox\" checked=\"\" disabled=\"\"> a</li><li class=\"task\"><input type=\"checkbox\" disabled=\"\"> b</li></ul>"
            ),
            (
                "| a | b |\n|:-:|--|\n| 1 | `x|y` |",
                "<table><thead><tr><th scope=\"col\" style=\"text-align:center\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><td style=\"text-align:center\">1</td><td><code>x|y</code></td></tr></tbody></table>"
            ),
            (
                "<details>\n<summary>s</summary>\n\n*t*\n\n</details>",
                "<details><summary>s</summary><p><em>t</em></p></details>"
            ),
            ("1) a\n\n   b", "<ol><li><p>a</p><p>b</p></li></ol>"),
            ("a\n- b", "<p>a</p><ul><li>b</li></ul>"),
            ("a\n2. b", "<p>a\n2. b</p>"), ("-a", "<p>-a</p>"), ("#a", "<p>#a</p>"),
        ] { #expect(html(text) == expected, "\(text)") }
    }

    @Test func wordsAreMarked() {
        for (text, expected) in [
            (
                "**a** *b* ***c*** ~~d~~",
                "<strong>a</strong> <em>b</em> <em><strong>c</strong></em> <del>d</del>"
            ),
            ("a_b_c _d_", "a_b_c <em>d</em>"), ("2 * 3 * 4", "2 * 3 * 4"),
            ("*a **b***", "<em>a <strong>b</strong></em>"),
            ("`` a`b ``", "<code>a&#96;b</code>"),
            ("[a](b \"c\")", "<a href=\"b\" title=\"c\">a</a>"),
            (
                "[a][r] [r]\n\n[r]: <x y> 't'",
                "<a href=\"x y\" title=\"t\">a</a> <a href=\"x y\" title=\"t\">r</a>"
            ),
            ("[a [b](c) d](e)", "[a <a href=\"c\">b</a> d](e)"),
            ("<https://x.org>", "<a href=\"https://x.org\">https://x.org</a>"),
            ("see https://x.org/a_b.", "see <a href=\"https://x.org/a_b\">https://x.org/a_b</a>."),
            ("a  \nb\\\nc", "a<br>\nb<br>\nc"), ("\\*a\\* &copy; &lt;", "*a* © &lt;"),
            ("a <b>c</b>", "a <b>c</b>"), ("a < b", "a &lt; b"),
            ("[x](a(b)c)", "<a href=\"a(b)c\">x</a>"),
            ("[link](<a b>)", "<a href=\"a b\">link</a>"), ("[x]", "[x]"), ("**a*", "*<em>a</em>"),
        ] { #expect(html(text) == "<p>\(expected)</p>", "\(text)") }
    }

    @Test func formulasAreTakenOutBeforeMarks() {
        for (text, expected) in [
            ("$a_b$ and $c_d$", "<p>MATH and MATH</p>"), ("$$\na\n= b\n- c\n$$", "<p>MATH</p>"),
            ("\\begin{align}\nx &= 1 \\\\\ny &= 2\n\\end{align}", "<p>MATH</p>"),
            ("a $x < y$ b", "<p>a MATH b</p>"),
            ("`$a$` \\$5", "<p><code>$a$</code> $5</p>"), ("costs $5", "<p>costs $5</p>"),
            (
                "| $\\lvert x \\rvert$ | $a|b$ |\n|-|-|\n| 1 | 2 |",
                "<table><thead><tr><th scope=\"col\">MATH</th><th scope=\"col\">MATH</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
            ),
            ("text $$x$$ text", "<p>text MATH text</p>"), ("\\\\(x\\\\)", "<p>MATH</p>"),
            ("- a\n\n  $$\n  x\n  $$", "<ul><li><p>a</p><p>MATH</p></li></ul>"),
            (
                "$\\text{a $b$}$",
                "<p><code class=\"tex\" title=\"This formula could not be set.\">$\\text{a $b$}$</code></p>"
            ),
            ("<p align=\"center\">$x$</p>", "<p align=\"center\">MATH</p>"),
        ] { #expect(html(text) == expected, "\(text)") }
    }

    @Test func markdownCannotSmuggleInScripts() {
        for text in [
            "[a](javascript:alert(1))", "![a](javascript:alert(1))", "<script>alert(1)</script>",
            "[a](  java\nscript:alert(1))",
            "<img src=x onerror=alert(1)>", "$<script>alert(1)</script>$",
            "$\\text{<img src=x onerror=alert(1)>}$", "[a]: javascript:alert(1)\n\n[a]",
            "```\"><script>\nalert(1)\n```", "<javascript:alert(1)>",
            "$\\color{red;x:url(//a)}{x}$", "![a](x \"onerror=alert(1)\")",
            "\u{F8F0}0\u{F8F0} $x$ <b title=\"$x$\">", "# <a id=\"x\" onclick=alert(1)>h</a>",
        ] {
            let result = html(text).replacing(/<code.*?<\/code>/, with: "")
            #expect(!result.contains("<script"), "\(text)\n\(result)")
            #expect(
                result.firstMatch(of: /<[^>]*(?:on\w+=|javascript:)/) == nil, "\(text)\n\(result)")
        }
    }

    @Test func textsWithoutAnEndEnd() {
        for text in [
            String(repeating: ">", count: 5_000) + "a", String(repeating: "- ", count: 5_000) + "a",
            String(repeating: "[", count: 20_000),
            String(repeating: "]", count: 20_000), String(repeating: "*a_ ", count: 3_000),
            String(repeating: "`a``", count: 5_000),
            String(repeating: "$", count: 5_001), String(repeating: "<a ", count: 5_000),
            String(repeating: "![a](", count: 5_000),
            String(repeating: "a | ", count: 5_000) + "\n"
                + String(repeating: "- | ", count: 5_000),
            String(repeating: "\\begin{a}", count: 2_000),
            String(repeating: "**a", count: 10_000), String(repeating: "<!-- ", count: 5_000),
            String(repeating: "    a\n\n", count: 5_000),
        ] { _ = html(text) }
    }
}
