import Markup
import Testing

@Suite struct MarkupParserTests {
    /// Returns HTML as it is written again.
    private func rewritten(_ html: String) -> String { MarkupWriter.html(MarkupParser.parse(html)) }

    @Test func whatHTMLLeavesOutIsPutIn() {
        for (html, expected) in [
            ("<p>a<p>b", "<p>a</p><p>b</p>"),
            ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
            ),
            ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
            ("a<br>b<hr/>", "a<br>b<hr>"), ("<B>x</b>", "<b>x</b>"), ("<b>x</i></b>", "<b>x</b>"),
            ("<p><b>a<div>c</div>", "<p><b>a</b></p><div>c</div>"),
            ("<td>a</p></td>", "<td>a</td>"),
            (
                "<ul><li><p>a<ul><li>b</ul><li>c</ul>",
                "<ul><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ul>"
            ),
        ] { #expect(rewritten(html) == expected) }
    }

    @Test func referencesStandForCharacters() {
        let text = MarkupParser.parse(
            "&lt;&amp;&eacute;&#8730;&#x221A;&copy 1 &copyright &unknown; &"
        ).map(\.text)
        #expect(text.joined() == "<&é√√© 1 &copyright &unknown; &")
    }

    @Test func valuesStandInQuotesOrNot() {
        let element = MarkupParser.parse("<a href=x title='a\"b' id = \"c\" disabled ID=d>").first?
            .element
        #expect(element?["href"] == "x")
        #expect(element?["title"] == "a\"b")
        #expect(element?["id"] == "c")
        #expect(element?["disabled"] == "")
    }

    @Test func commentsAndDeclarationsAreLeftOut() {
        #expect(rewritten("a<!-- <b> -->b<!DOCTYPE html>c<?php x?>d<!-->e<!--f--!>g") == "abcdeg")
    }
}
