import Glibc
import Recurrent
import SequenceTasks
import TensorFiles
import Testing

/// A training that is stopped, written to a file, read and continued is the training without a stop.
@Suite struct ContinuedTrainingTests {
    /// The number of steps of a whole run.
    private static let length = 12

    private static let schedules: [LearningRateSchedule] = [
        .constant, .steps(every: 3, factor: 0.5), .exponential(factor: 0.9),
        .cosine(over: 10, downTo: 0.1), .warmUp(over: 5), .warmUpThenCosine(over: 3, then: 6),
        .onPlateau(factor: 0.5, patience: 1), .onPlateau(factor: 0.25, patience: 0, downTo: 0.01),
    ]

    private static func rules() throws -> [any Optimizer] {
        [
            try SGD(learningRate: 0.3),
            try SGD(learningRate: 0.1, momentum: 0.9, nesterov: true),
            try SGD(learningRate: 0.1, momentum: 0.5, dampening: 0.25, weightDecay: 0.01),
            try Adagrad(learningRate: 0.1, weightDecay: 0.1, rateDecay: 0.5), try RProp(),
            try RMSprop(learningRate: 0.01, momentum: 0.9, centered: true),
            try Adam(learningRate: 0.1, weightDecay: 0.1, decay: .gradient),
            try Adam(learningRate: 0.1, amsgrad: true),
        ]
    }

    /// Where examples come from.
    enum Source: CaseIterable, Sendable {
        case one, list, task, reading, validated
    }

    /// Takes some steps on examples of a source.
    private func train(
        _ model: inout RecurrentModel<Double>, on source: Source, _ training: Training
    ) throws -> TrainingHistory {
        let task = ParityTask(length: 4)
        switch source {
        case .one: return try model.train(on: task.batch(of: 5, seed: 1), training)
        case .list:
            return try model.train(
                on: (1...5).map { try task.batch(of: 3, seed: $0) }, training)
        case .task: return try model.train(on: task, training)
        case .validated:
            var training = training
            training.measureEvery = 2
            return try model.train(
                on: (1...5).map { try task.batch(of: 3, seed: $0) },
                validatedOn: [try task.batch(of: 9, seed: 7)], training)
        case .reading:
            let tokens = (0..<60).map { $0 * $0 % 7 % 2 }
            let batches = try (0..<5).map { index in
                let part = Array(tokens[index * 4..<index * 4 + 4])
                let next = Array(tokens[index * 4 + 1..<index * 4 + 5])
                return Batch<Double>(
                    .tokens(try TokenBatch([part, part.reversed()])),
                    .classesAtEveryStep([next, next.reversed()]))
            }
            return try model.train(reading: batches, training)
        }
    }

    private func model() throws -> RecurrentModel<Double> {
        var model = try RecurrentModel(
            .lstm, vocabulary: 2, hidden: 3, outputs: 2, layers: 2, seed: 1)
        model.dropout = try Dropout(betweenLayers: 0.25, beforeReadOut: 0.5, seed: 3)
        return model
    }

    /// Calls a closure with the path of a file that is removed afterwards.
    private func withPath<Result>(_ body: (String) throws -> Result) throws -> Result {
        var template = Array("/tmp/unroll-training-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        close(descriptor)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        return try body(path)
    }

    /// Compares a run with one that is interrupted after some steps.
    private func check(
        _ source: Source, _ rule: any Optimizer, _ schedule: LearningRateSchedule,
        stop: Int, ending: EarlyEnd = .never
    ) throws {
        func training(_ steps: Int) -> Training {
            Training(
                steps: steps, batch: 3, optimizer: rule, clipping: .globalNorm(limit: 0.5),
                schedule: schedule, ending: ending)
        }
        var whole = try model()
        let expected = try train(&whole, on: source, training(Self.length))
        var first = try model()
        let begun = try train(&first, on: source, training(stop))
        guard begun.outcome == .completed else {
            #expect(first == whole)
            return
        }
        var kept = try withPath { path in
            try ModelFile(first, begun).write(to: path)
            return try ModelFile<Double>(contentsOf: path)
        }
        #expect(kept.progress == begun.progress && kept.model == first)
        var more = training(Self.length - stop)
        more.optimizer = try #require(kept.optimizer)
        let rest = try train(&kept.model, on: source, more.continuing(from: kept.progress))
        #expect(kept.model == whole, "\(source), \(schedule), \(rule), \(stop)")
        #expect(begun.losses + rest.losses == expected.losses)
        #expect(
            (begun.steps + rest.steps).map(\.learningRate) == expected.steps.map(\.learningRate))
        #expect((begun.steps + rest.steps).map(\.step) == expected.steps.map(\.step))
        #expect(rest.progress == expected.progress && rest.outcome == expected.outcome)
        #expect(rest.optimizer.snapshot == expected.optimizer.snapshot)
        // In memory it is the same.
        let direct = try train(
            &first, on: source, training(Self.length - stop).continuing(from: begun))
        #expect(first == whole && direct.progress == expected.progress)
    }

    @Test(arguments: schedules)
    func everyRuleContinuesInEverySchedule(schedule: LearningRateSchedule) throws {
        for rule in try Self.rules() {
            for stop in 1..<Self.length { try check(.one, rule, schedule, stop: stop) }
        }
    }

    @Test(arguments: Source.allCases)
    func everySourceContinuesWhereItWas(source: Source) throws {
        for schedule in [
            LearningRateSchedule.onPlateau(factor: 0.5, patience: 0), .warmUp(over: 7),
        ] {
            for stop in 1..<Self.length {
                try check(source, Adam(learningRate: 0.1), schedule, stop: stop)
            }
        }
    }

    @Test func everyRuleForAnEndRemembersWhatWasBefore() throws {
        let endings: [EarlyEnd] = [
            .lossBelow(0.68, over: 4), .lossBelow(0.6), .noImprovement(for: 3),
            .noValidationImprovement(for: 2),
        ]
        for ending in endings {
            for stop in 1..<Self.length {
                try check(
                    ending == .noValidationImprovement(for: 2) ? .validated : .list,
                    Adam(learningRate: 0.2), .constant, stop: stop, ending: ending)
            }
        }
    }

    @Test func theBestOfTheRunBeforeIsNotForgotten() throws {
        let batch: Batch<Double> = try ParityTask(length: 4).batch(of: 4, seed: 1)
        var model = try model()
        var training = Training(epochs: 20, optimizer: try Adam(learningRate: 0.05))
        training.keepsBest = true
        let history = try model.train(on: [batch], validatedOn: [batch], training)
        let best = model
        // Steps that are too large only do harm.
        training.optimizer = try SGD(learningRate: 500)
        try model.train(
            on: [batch], validatedOn: [batch], training.continuing(from: history.progress))
        #expect(try model.meanLoss(of: [batch]) <= best.meanLoss(of: [batch]))
    }

    @Test func aProgressThatIsNoneIsTold() throws {
        let model = try model()
        for text in ["", "1", "1 2 3 4 5 6 7 8 9", "-1 2 3 4 5 6 7 8 9 10", "a 2 3 4 5 6 7 8 9 10"]
        {
            var notes = try ModelFile(model).safetensors().metadata
            notes["unroll.training"] = text
            try withPath { path in
                try Safetensors(model.parameters, metadata: notes).write(to: path)
                #expect(
                    message { try ModelFile<Double>(contentsOf: path) }
                        .contains("the progress of a training is \(text); it must be six counts"))
            }
        }
    }
}
