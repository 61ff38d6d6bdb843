import Display
import JSON
import JupyterProtocol
import Testing

@Suite struct MIMEBundleTests {
    private let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47]

    @Test func travelsAsTextBase64AndValues() {
        var bundle = MIMEBundle(text: "a")
        bundle[.png] = .data(png)
        bundle[.svg] = .text("<svg/>")
        bundle["application/vnd.plotly.v1+json"] = .json(#"{"b": 1.0, "a": [null]}"#)
        bundle.metadataJSON = #"{"image/png": {"width": 640}}"#
        let display = DisplayData(bundle, displayID: "d")
        #expect(
            JSONValue.object(display.data).text() == """
                {"text/plain":"a","image/png":"iVBORw==","image/svg+xml":"<svg/>",\
                "application/vnd.plotly.v1+json":{"b":1.0,"a":[null]}}
                """)
        #expect(display.metadata == ["image/png": ["width": 640]])
        var expected = bundle
        expected["application/vnd.plotly.v1+json"] = .json(#"{"b":1.0,"a":[null]}"#)
        expected.metadataJSON = #"{"image/png":{"width":640}}"#
        #expect(display.bundle == expected)
    }

    @Test func numbersThatAreNoneInJSONLeaveAsNull() {
        var bundle = MIMEBundle(text: "a")
        bundle["application/vnd.vegalite.v5+json"] = .json("[NaN, {\"a\": -Infinity}, 1e400, 1]")
        bundle.metadataJSON = #"{"image/png": {"width": Infinity}}"#
        let session = MessageSession(signer: Signer(key: ""))
        let message = session.message(
            DisplayData(bundle), metadata: ["x": .number(JSONNumber(.nan))])
        let frames = session.frames(of: message).map { String(decoding: $0, as: UTF8.self) }
        for frame in frames { #expect(!frame.contains("NaN") && !frame.contains("Infinity")) }
        #expect(frames.contains { $0.contains("[null,{\"a\":null},1e400,1]") })
    }

    @Test func readsBase64WithLineBreaks() {
        let bundle = MIMEBundle(jupyterData: ["image/png": "iVBO\nRw==\n"])
        #expect(bundle[.png] == .data(png))
    }

    @Test(arguments: [0, 1, 2, 3, 1000])
    func keepsEveryByteOfData(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        var bundle = MIMEBundle()
        bundle[.png] = .data(bytes)
        #expect(MIMEBundle(jupyterData: bundle.jupyterData)[.png] == .data(bytes))
    }

    @Test func losesNothingThatIsNotWhatItClaims() {
        var bundle = MIMEBundle()
        bundle[.json] = .json("{not json")
        bundle.metadataJSON = "[]"
        #expect(bundle.jupyterData == ["application/json": "{not json"])
        #expect(bundle.jupyterMetadata == [:])
        let picture = MIMEBundle(jupyterData: ["image/png": "not base 64!", "text/x": 1])
        #expect(picture[.png] == .text("not base 64!"))
        #expect(picture["text/x"] == .json("1"))
    }

    @Test func keepsStringsOfJSONTypesAsValues() {
        let bundle = MIMEBundle(jupyterData: ["application/json": "text"])
        #expect(bundle[.json] == .json(#""text""#))
        #expect(bundle.jupyterData == ["application/json": "text"])
    }
}
