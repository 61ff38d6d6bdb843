import Testing

@testable import CellEngine

@Suite struct SourceNestingTests {
    @Test(arguments: [
        "let a = [[[[[[1]]]]]]", "let s = \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"",
        "/* [[[[[[[[[[[[[[[[[[[[[[[[[[[ /* ((( */ */ let a = 1", "// [[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "let s = #\"\\([[[[[[[[[[[[[[[[[[[[[[[[\"#", "f(a[b[c[d[e[f[g[h[i[j[k[l[m[n[o[p[q[r[s[1]",
        "let m = \"\"\"\n[[[[[[[[[[[[[[[[[[[[[[[[[[[[ \" \"\n\"\"\"",
        "let open = \"[[[[[[[[[[[[[[[[[[[[[[[[\nlet b = 1", "a < b; c < d",
    ])
    func letsThroughWhatAPersonWrites(source: String) {
        #expect(SourceNesting.firstExcess(in: source) == nil)
    }

    @Test func namesThePlaceOfTheFirstBracketTooMany() {
        let deep = "let a = " + String(repeating: "[", count: 20)
        #expect(SourceNesting.firstExcess(in: deep) == "let a = ".utf8.count + 16)
        let braces = String(repeating: "{", count: 300)
        #expect(SourceNesting.firstExcess(in: braces) == SourceNesting.deepest)
        let inside = "\"\\(" + String(repeating: "[", count: 20) + ")\""
        #expect(SourceNesting.firstExcess(in: inside) == 3 + 16)
    }

    @Test func takesTimeInProportionToTheSource() {
        for piece in [
            "[1,", "\"\\(", "/*", "#if A\n", "#", "a<", "\"", "\"\"\"", "\\(", "\n[", "]",
        ] {
            let source = String(repeating: piece, count: 20_000)
            #expect(
                ContinuousClock().measure { _ = SourceNesting.firstExcess(in: source) }
                    < .seconds(5), "\(piece)")
        }
    }
}
