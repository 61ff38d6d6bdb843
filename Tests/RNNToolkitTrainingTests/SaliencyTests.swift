import RNNToolkit
import Testing

@Suite struct SaliencyTests {
    @Test func namesTheVerbAndItsProbability() throws {
        let model = try Samples.model(.elman)
        let (singular, plural) = try model.verbProbabilities(after: "the writer of the books")
        #expect(abs(singular + plural - 1) < 1e-12)
        let likelier = singular > plural ? "is" : "are"
        let text = try model.saliencyMap(of: "the writer of the books").text(style: .unicode)
        #expect(text.hasPrefix("What decides “\(likelier)” (P = "))
        #expect(text.contains("writer") && text.contains("books"))
        let other = try model.saliencyMap(of: "the writer", verb: "are").text(style: .unicode)
        #expect(other.hasPrefix("What decides “are”"))
    }

    @Test func saysWhichWordOrVerbItDoesNotKnow() throws {
        let model = try Samples.model(.elman)
        #expect(
            Samples.message { _ = try model.saliencyMap(of: "the reader") }?
                .hasPrefix("the word \"reader\" is unknown") == true)
        #expect(
            Samples.message { _ = try model.saliencyMap(of: "the writer", verb: "was") }
                == "the verb is was; it must be one of: is, are")
        let wide = try RecurrentModel(
            .elman, vocabulary: AgreementTask.vocabulary.count, hidden: 2, outputs: 3, seed: 1)
        #expect(
            Samples.message { _ = try wide.verbProbabilities(after: "the writer") }
                == "the probabilities of is and are needs a model with 2 outputs, got 3")
    }
}
