import Recurrent
import SequenceTasks
import Testing

@Suite struct TaskTests {
    private func batch(_ task: some SequenceTask, _ size: Int = 50) throws -> Batch<Double> {
        try task.batch(of: size, seed: 9)
    }

    private func sequences(_ batch: Batch<Double>) -> [[Int]] {
        guard case .tokens(let tokens) = batch.input else { return [] }
        return (0..<tokens.count).map { b in
            (0..<(tokens.lengths?[b] ?? tokens.steps)).map { tokens.tokens[$0 * tokens.count + b] }
        }
    }

    private func classes(_ batch: Batch<Double>) -> [Int?] {
        switch batch.target {
        case .classes(let classes): classes
        case .classesAtEveryStep(let classes): classes.flatMap { $0 }
        default: []
        }
    }

    @Test func sentencesFollowTheirGrammar() throws {
        let training = try batch(AgreementTask(), 200)
        for (tokens, label) in zip(sequences(training), classes(training)) {
            let words = AgreementTask.words(of: tokens)
            #expect(words[0] == "the" && words.count % 3 == 2 && words.count <= 14)
            #expect(AgreementTask.pluralNouns.contains(words[1]) == (label == 1))
            for k in stride(from: 2, to: words.count, by: 3) {
                #expect(AgreementTask.prepositions.contains(words[k]) && words[k + 1] == "the")
            }
        }
        let even: Batch<Double> = try batch(AgreementTask(oneLengthPerBatch: true), 40)
        #expect(Set(sequences(even).map(\.count)).count == 1)
        let test = try batch(AgreementTask().withAttractors(6))
        for (tokens, label) in zip(sequences(test), classes(test)) {
            let nouns = AgreementTask.words(of: tokens).enumerated().filter { $0.offset % 3 == 1 }
            #expect(nouns.count == 7)
            for noun in nouns.dropFirst() {
                #expect(AgreementTask.pluralNouns.contains(noun.element) == (label == 0))
            }
        }
        let tokens = try AgreementTask.tokens(of: "The writer of the books")
        #expect(AgreementTask.words(of: tokens) == ["the", "writer", "of", "the", "books"])
        #expect(
            message { try AgreementTask.tokens(of: "the cat") }
                .hasPrefix("the word \"cat\" is unknown; it must be one of: the, writer, book"))
    }

    @Test func lagsAreAsLongAsAsked() throws {
        let lag = try batch(LagTask(lag: 20))
        for (tokens, label) in zip(sequences(lag), classes(lag)) {
            #expect(tokens.count == 21 && tokens[0] / 8 == label)
            #expect(tokens.dropFirst().allSatisfy { (16..<24).contains($0) })
        }
        #expect(LagTask(lag: 1).vocabularySize == 24)
    }

    @Test func countsAndSumsAreRight() throws {
        guard case .values(let bits) = try batch(CountingTask(length: 7)).input,
            case .values(let counts) = try batch(CountingTask(length: 7)).target,
            case .values(let numbers) = try batch(AddingTask(length: 9)).input,
            case .values(let sums) = try batch(AddingTask(length: 9)).target
        else { return }
        for b in 0..<50 {
            let ones = (0..<7).reduce(0.0) { $0 + bits.elements[$1 * 50 + b] }
            #expect(counts[b, 0] == ones)
            let marked = (0..<9).filter { numbers.elements[($0 * 50 + b) * 2 + 1] == 1 }
            #expect(marked.count == 2 && marked[0] < 4 && marked[1] >= 4)
            let sum = marked.reduce(0.0) { $0 + numbers.elements[($1 * 50 + b) * 2] }
            #expect(sums[b, 0] == sum)
        }
        #expect(AddingTask(length: 9).constantAnswerLoss.isWithin(1e-15, of: 1.0 / 6))
        let published: ElmanExample<Double> = try CountingTask.publishedExample()
        #expect(published.inputs.count == 20 && published.target[0, 0] == 2)
    }

    @Test(arguments: [2, 3])
    func ordersAreRight(symbols: Int) throws {
        let order = try batch(TemporalOrderTask(length: 50, symbols: symbols))
        for (tokens, label) in zip(sequences(order), classes(order)) {
            #expect(tokens.first == 6 && tokens.last == 7)
            let marks = tokens.filter { $0 == 4 || $0 == 5 }
            #expect(marks.reduce(0) { 2 * $0 + $1 - 4 } == label && marks.count == symbols)
        }
    }

    @Test func copiesAndParitiesAreRight() throws {
        let copy = try batch(CopyTask(delay: 5), 3)
        let tokens = sequences(copy)
        let answers = classes(copy)
        #expect(tokens[0].count == 25 && tokens[0][14] == 9)
        for b in 0..<3 {
            #expect((0..<10).map { answers[25 * b + 15 + $0] } == tokens[b].prefix(10).map { $0 })
        }
        #expect(CopyTask(delay: 100).memorylessLoss.isWithin(1e-4, of: 0.17329))
        let parity = try batch(ParityTask(length: 6))
        for (bits, label) in zip(sequences(parity), classes(parity)) {
            #expect(bits.reduce(0, +) % 2 == label)
        }
        let every = try batch(ParityTask(length: 6, atEveryStep: true), 4)
        for (b, bits) in sequences(every).enumerated() {
            #expect((0..<6).allSatisfy { classes(every)[6 * b + $0] == bits[...$0].reduce(0, ^) })
        }
    }

    @Test func theSameSeedGivesTheSameBatch() throws {
        #expect(try batch(AgreementTask()) == batch(AgreementTask()))
        #expect(
            message { try batch(LagTask(lag: -1)) } == "the lag is -1; it must be at least 0")
        #expect(
            message { try batch(LagTask(lag: 1), 0) }
                == "the size of a batch is 0; it must be at least 1")
    }

    @Test func textsBecomeStrands() throws {
        let corpus = try CharacterCorpus("hello, world")
        #expect(corpus.vocabulary == [" ", ",", "d", "e", "h", "l", "o", "r", "w"])
        #expect(corpus.text(of: corpus.tokens) == "hello, world")
        #expect(try corpus.tokens(of: "he") == [4, 3])
        #expect(
            message { try corpus.tokens(of: "ha") }
                == "the character \"a\" is unknown; it must be one that the corpus has: "
                + "\" ,dehlorw\"")
        let letters = try CharacterCorpus("the end", lettersOnly: true)
        #expect(try letters.text(of: letters.tokens(of: "The -- Den")) == "the den")
        let batches: [Batch<Double>] = try corpus.batches(of: 2, steps: 2)
        #expect(batches.count == 2)
        #expect(sequences(batches[0]).map(corpus.text) == ["he", ", "])
        #expect(sequences(batches[1]).map(corpus.text) == ["ll", "wo"])
        let next = classes(batches[0]).compactMap { $0 }
        #expect(corpus.text(of: next) == "el w")
        #expect(
            message { () -> [Batch<Double>] in try corpus.batches(of: 2, steps: 9) }
                == "the length of the text is 12; it must be at least 19 characters for one batch")
        #expect(try CharacterCorpus("A b--C", lettersOnly: true).tokens == [1, 0, 2, 0, 3])
        #expect(
            message { try CharacterCorpus("x") }
                == "the length of the text is 1; it must be at least 2 characters, one to read and "
                + "one to guess")
    }

    @Test func theNovelIsThere() throws {
        let corpus = try CharacterCorpus(TimeMachine.text, lettersOnly: true)
        #expect(try TimeMachine.text.utf8.count == 109_488)
        #expect(corpus.vocabulary.count == 27)
        #expect(corpus.text(of: Array(corpus.tokens.prefix(18))) == "the time traveller")
    }
}
