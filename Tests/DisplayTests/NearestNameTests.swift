import Display
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("lenght", "length"), ("Count", "count"), ("cuont", "count"), ("lengt", "length"),
        ("x", "x"), ("hidden_size", "hiddenSize"),
    ])
    func findsTheNameThatWasMeant(word: String, name: String) {
        let names = ["length", "count", "hiddenSize", "x"]
        #expect(NearestName(to: word, among: names).name == name)
        #expect(NearestName(to: word, among: names).hint == "did you mean \(name)?")
    }

    @Test func namesAllWhereNoneIsSimilar() {
        let nearest = NearestName(to: "momentum", among: ["length", "count"])
        #expect(nearest.name == nil && nearest.text.isEmpty)
        #expect(nearest.hint == "known are count, length")
        #expect(NearestName(to: "x", among: []).hint == "there is none")
    }
}
