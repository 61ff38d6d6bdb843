public import Plotting
public import Recurrent
internal import SequenceTasks

extension RecurrentModel {
    /// Returns the words of a sentence of the agreement task, colored by their influence on the
    /// verb.
    ///
    /// - Parameters:
    ///   - sentence: words of the task's vocabulary.
    ///   - verb: the verb whose output is explained, or `nil` for the more likely one.
    /// - Returns: the norm of the gradient of the verb's logit with respect to each word's vector.
    /// - Throws: `RecurrentError` for a word outside the vocabulary, or a model with another input.
    public func saliencyMap(
        of sentence: String, verb: String? = nil
    ) throws(RecurrentError) -> TokenMap {
        let tokens = try AgreementTask.tokens(of: sentence)
        let input = SequenceInput<Scalar>.tokens(try TokenBatch(tokens))
        let probabilities = try self.probabilities(for: input)
        let likelier = probabilities[0, 1] > probabilities[0, 0] ? 1 : 0
        let output = verb.map { AgreementTask.verbs.firstIndex(of: $0) ?? -1 } ?? likelier
        guard AgreementTask.verbs.indices.contains(output) else {
            throw .invalidValue(
                name: "the verb", value: verb ?? "", needed: "one of: is, are")
        }
        let saliency = try saliency(ofOutput: output, for: input)
        let probability = NumberFormat.significant(3).spelling(
            of: Double(probabilities[0, output]))
        return TokenMap(
            "What decides “\(AgreementTask.verbs[output])” (P = \(probability))",
            AgreementTask.words(of: tokens), values: saliency.elements.map { Double($0) },
            label: "norm of the gradient")
    }

    /// Returns the probability of each verb after a sentence of the agreement task.
    ///
    /// - Throws: `RecurrentError` for a word outside the vocabulary, or a model with another input.
    public func verbProbabilities(
        after sentence: String
    ) throws(RecurrentError) -> (is: Double, are: Double) {
        let tokens = try AgreementTask.tokens(of: sentence)
        let row = try probabilities(for: .tokens(try TokenBatch(tokens)))
        guard row.columns == 2 else {
            throw .shapeMismatch(
                operation: "the probabilities of is and are", needed: "a model with 2 outputs",
                given: "\(row.columns)")
        }
        return (Double(row[0, 0]), Double(row[0, 1]))
    }
}
