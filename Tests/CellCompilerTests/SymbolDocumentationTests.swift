import Testing
import XML

@testable import CellCompiler

@Suite struct SymbolDocumentationTests {
    @Test func everyPartIsTakenFromItsOwnPlace() {
        let xml = """
            <Function><Name>f(a:b:)</Name><CommentParts><Abstract><Para>Does <codeVoice>x</codeVoice>.\
            </Para></Abstract><Parameters><Parameter><Name>a</Name><Discussion><Para>the first &lt;1&gt;\
            </Para></Discussion></Parameter><Parameter><Name>b</Name><Discussion><Para>the second</Para>\
            </Discussion></Parameter></Parameters><ResultDiscussion><Para>a result</Para>\
            </ResultDiscussion></CommentParts></Function>
            """
        #expect(
            SymbolDocumentation(xml).markdown == """
                Does `x`.

                Parameters:
                - `a`: the first <1>
                - `b`: the second

                Returns: a result
                """)
    }

    @Test func aDiscussionOfTheWholeIsNotThatOfAParameter() {
        let xml = """
            <Function><CommentParts><Abstract><Para>A.</Para></Abstract><Parameters><Parameter>\
            <Name>a</Name><Discussion><Para>p</Para></Discussion></Parameter></Parameters>\
            <Discussion><Para>D.</Para><CodeListing language="swift"><zCodeLineNumbered>\
            <![CDATA[f(1 < 2)]]></zCodeLineNumbered><zCodeLineNumbered></zCodeLineNumbered></CodeListing>\
            <List-Bullet><Item><Para>one</Para></Item><Item><Para>two</Para></Item></List-Bullet>\
            </Discussion></CommentParts></Function>
            """
        #expect(
            SymbolDocumentation(xml).markdown == """
                A.

                D.

                ```swift
                f(1 < 2)
                ```

                - one
                - two

                Parameters:
                - `a`: p
                """)
    }

    @Test func xmlIsReadWhateverItHolds() {
        #expect(XMLElement("a &amp;lt; <b x=\"1\">c<d/>e</b>f").text == "a &lt; cef")
        #expect(XMLElement("<a>1<a>2</a>3</a>").elements.map(\.text) == ["123"])
        for broken in ["<", "<a", "</a>", "<a><b>", "<![CDATA[", ""] {
            #expect(XMLElement(broken).text.isEmpty)
        }
    }
}
