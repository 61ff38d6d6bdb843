import JSON
import NotebookDocument
import Processes
import Testing

/// What becomes of a notebook whose parameters are others than those that its text was written for.
@Suite struct ChangedParametersTests {
    /// Values for every parameter of every notebook, a list for each run; small ones, where a
    /// parameter says how long something takes.
    static let changes: [(name: String, runs: [[String]])] = [
        ("00-welcome.ipynb", [["words=[\"a\", \"b\", \"c\"]"]]),
        (
            "01-backpropagation-through-time.ipynb",
            [
                ["W=0.9"], ["W=-1.3", "U=0", "V=0.5", "x1=2"],
                ["W=0", "V=-2", "x1=-3", "x2=0", "x3=1.5", "y=-0.4"],
            ]
        ),
        (
            "02-vanishing-gradient.ipynb",
            [
                ["factor=0.9", "learningRate=0.1", "units=5", "steps=12", "seeds=1"],
                ["factor=-0.25", "learningRate=1e-4", "units=2", "steps=60", "seeds=2"],
            ]
        ),
        (
            "03-exploding-gradient.ipynb",
            [
                [
                    "factor=0.5", "startU=0.5", "startW=0.5", "learningRate=0.01",
                    "calmRate=0.0001",
                    "limit=0.1",
                ],
                [
                    "factor=-3", "startU=4", "startW=-3", "learningRate=1", "calmRate=0.3",
                    "limit=100",
                ],
            ]
        ),
        (
            "04-long-sentences.ipynb",
            [
                ["seeds=2", "steps=4", "learningRate=0.05", "laterNouns=[1, 3]", "liveSteps=20"],
                ["seeds=1", "steps=1", "learningRate=1", "laterNouns=[0]", "liveSteps=2"],
            ]
        ),
        (
            "05-gradient-clipping.ipynb",
            [
                [
                    "threshold=1", "startU=1", "startW=1.5", "learningRate=0.001", "updates=60",
                    "seeds=2",
                ],
                [
                    "threshold=0.01", "startU=-3", "startW=-2", "learningRate=1", "updates=30",
                    "seeds=1",
                ],
            ]
        ),
        (
            "06-lstm-and-gru.ipynb",
            [
                ["forgetBias=5", "lag=12", "seeds=2", "steps=5", "learningRate=0.1"],
                ["forgetBias=-2", "lag=0", "seeds=1", "steps=1", "learningRate=1e-4"],
            ]
        ),
        (
            "07-your-own-experiment.ipynb",
            [
                [
                    "cell=gru", "forgetBias=0", "hidden=3", "lag=0", "seed=7", "steps=6",
                    "learningRate=1", "clipping=0",
                ],
                [
                    "cell=elman", "forgetBias=2", "hidden=1", "lag=9", "seed=2", "steps=3",
                    "learningRate=1e-3", "clipping=0.1",
                ],
            ]
        ),
        (
            "08-beyond.ipynb",
            [
                [
                    "units=3", "steps=12", "seeds=1", "horizon=1", "letters=700", "epochs=1",
                ]
            ]
        ),
    ]

    @Test(arguments: changes.flatMap { change in change.runs.map { (change.name, $0) } })
    func theNotebookRunsToItsEnd(name: String, parameters: [String]) throws {
        let trial = try NotebookTrial(try LectureNotebook(name), setting: parameters)
        #expect(trial.exit == .exited(0), "\(trial.text)")
    }

    @Test func theTextSaysWhatItHasAndWhatTheRunHas() throws {
        let lecture = try LectureNotebook("01-backpropagation-through-time.ipynb")
        let trial = try NotebookTrial(lecture, setting: ["W=0.9"])
        let texts = trial.notebook.cells.flatMap(\.outputs).compactMap {
            $0.displayedData?.forms["text/plain"]?.string
        }
        #expect(texts.contains { $0.contains("the text has −1.0062, you have −0.7454") })
    }

    @Test(arguments: LectureNotebook.all)
    func everyParameterIsChanged(lecture: LectureNotebook) throws {
        let cell = try #require(
            lecture.notebook.cells.first { $0.tags.contains("parameters") })
        let code = cell.source.replacing(/\/\/.*/, with: "").split(separator: "\n")
            .filter { $0.hasPrefix("let ") }.joined(separator: "\n")
        let declared = Set(code.matches(of: #/(?:let|,) (\w+) = /#).map { String($0.output.1) })
        let runs = Self.changes.first { $0.name == lecture.name }?.runs ?? []
        let changed = Set(runs.joined().map { String($0.prefix { $0 != "=" }) })
        #expect(declared == changed)
    }
}
