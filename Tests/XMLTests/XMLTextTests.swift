import Testing
import XML

/// The escaping and unescaping of text in XML.
@Suite struct XMLTextTests {
    @Test func leavesOutWhatXMLDoesNotAllow() {
        #expect(XMLText.escaped("a<b>&\"\u{0}\u{1B}\u{FFFE}é😀") == "a&lt;b&gt;&amp;&quot;é😀")
    }

    @Test func readsNamedAndNumberedReferences() {
        #expect(XMLText.unescaped("&lt;&gt;&quot;&apos;&amp;lt; &#65;&#x1F600;") == "<>\"'&lt; A😀")
    }

    @Test(arguments: ["&", "a & b", "&nbsp;", "&#;", "&#x110000;", "&#xD800;", "&;", "&amp"])
    func leavesWhatIsNoReference(text: String) { #expect(XMLText.unescaped(text) == text) }

    @Test func readsWhatItWrites() {
        var numbers = SystemRandomNumberGenerator()
        let scalars: [Unicode.Scalar] = [
            "&", "<", ">", "\"", "'", ";", "a", "l", "t", "#", "6", "\u{301}", "é", "\n",
        ]
        for _ in 0..<500 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &numbers) {
                text.append(scalars.randomElement(using: &numbers) ?? "a")
            }
            #expect(XMLText.unescaped(XMLText.escaped(String(text))) == String(text))
        }
    }
}
