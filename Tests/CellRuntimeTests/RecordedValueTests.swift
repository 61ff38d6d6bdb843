import CellRuntime
import Display
import Testing

@Suite struct RecordedValueTests {
    /// A value that JSON has no form for.
    private struct Point: CustomStringConvertible {
        let description = "a \"point\""
    }

    @Test func valuesAreRecordedAsTheyAre() {
        let values: [(Any?, String)] = [
            (0.25, "0.25"), (Float(0.1), "0.1"), (3, "3"), (UInt64.max, "18446744073709551615"),
            (true, "true"),
            ("a\nb", "\"a\\u000ab\""), (nil, "null"), (Int?.none, "null"), (Int?.some(1), "1"),
            (Double.nan, "\"nan\""),
            (-Double.infinity, "\"-inf\""), ([1, 2.5], "[1.0,2.5]"),
            ([[1], []] as [[Int]], "[[1],[]]"),
            (["b": 1, "a": 2], "{\"a\":2,\"b\":1}"), (Point(), "\"a \\\"point\\\"\""),
            (1e300, "1e+300"),
        ]
        for (value, json) in values { #expect(RecordedValue(name: "n", value: value).json == json) }
    }

    @Test func aValueIsShownAndFoundByTools() {
        let bundle = RecordedValue(name: "the \"loss\"", value: 0.5).mimeBundle
        #expect(bundle.plainText == "the \"loss\" = 0.5")
        #expect(
            bundle["application/vnd.unroll.value+json"]
                == .json("{\"name\":\"the \\\"loss\\\"\",\"value\":0.5}"))
    }
}
