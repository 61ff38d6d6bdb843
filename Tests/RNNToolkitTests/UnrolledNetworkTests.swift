import Display
import Foundation
import FoundationXML
import RNNToolkit
import Testing

@Suite struct UnrolledNetworkTests {
    @Test func drawsThePassOfTheLecture() throws {
        #expect(
            try Samples.lecture.unrolled.text(style: .unicode) == """
                The backward pass through 3 steps
                                                                           ┌─────────────┐
                                                                           │ ŷ = -0.146  │
                                                                           │    y = 1    │
                                                                           │  L = 0.656  │
                                                                           └─────────────┘
                                                                                 ▲ ╎
                                                                               V │ ▼
                ┌────────┐      ┌──────────────┐      ┌─────────────┐      ┌─────────────┐
                │ H₀ = 0 │───W─▶│  H₁ = 0.762  │───W─▶│ H₂ = 0.707  │───W─▶│ H₃ = -0.146 │
                │        │◀╌δ₁╌╌│ δ₁ = -0.0589 │◀╌δ₂╌╌│ δ₂ = -0.281 │◀╌δ₃╌╌│ δ₃ = -1.12  │
                └────────┘      └──────────────┘      └─────────────┘      └─────────────┘
                                       ▲                     ▲                    ▲
                                     U │                   U │                  U │
                                ┌──────────────┐      ┌─────────────┐      ┌─────────────┐
                                │    x₁ = 1    │      │  x₂ = 0.5   │      │  x₃ = -0.5  │
                                └──────────────┘      └─────────────┘      └─────────────┘
                  ∂L/∂W             δ₁H₀ = 0           δ₂H₁ = -0.214        δ₃H₂ = -0.793
                  ∂L/∂U          δ₁x₁ = -0.0589        δ₂x₂ = -0.14         δ₃x₃ = 0.561
                The last rows add up: ∂L/∂W = -1.01, ∂L/∂U = 0.361.
                """)
    }

    @Test func highlightsTheWayToAStepAndNoFurther() throws {
        let story = try Samples.lecture
        let whole = try story.unrolled(pathTo: 1).text(style: .unicode)
        #expect(whole.contains("║ δ₂ = -0.281 ║") && whole.contains("◀═δ₂══"))
        let short = try story.unrolled(pathTo: 3).text(style: .unicode)
        #expect(short.contains("║ δ₃ = -1.12  ║") && !short.contains("◀═"))
        #expect(short.hasSuffix("δ₃ = g′(z₃) V ∂L/∂ŷ = -1.12; step 3 contributes δ₃ H₂ = -0.793."))
        for step in [0, 4] {
            #expect(throws: RecurrentError.self) { try story.unrolled(pathTo: step) }
        }
    }

    @Test func keepsTheHighlightedStepOfALongSequence() throws {
        let text = try Samples.long.unrolled(pathTo: 20).text(style: .unicode)
        #expect(["‖H₀‖ =", "‖δ₂₀‖ =", "‖δ₃₀‖ =", "⋯"].allSatisfy(text.contains))
        #expect(!text.contains("H₅‖"))
    }

    /// Stories of networks of any size, over any number of steps, whatever becomes of their numbers.
    private func stories() throws -> [(String, ElmanStory<Double>)] {
        var stories: [(String, ElmanStory<Double>)] = [
            ("lecture", try Samples.lecture), ("pair", try Samples.pair),
            ("long", try Samples.long),
            ("frozen", try Samples.frozen), ("exploding", try Samples.exploding),
        ]
        for steps in [1, 2, 4, 5, 9, 120] {
            let inputs = (0..<steps).map { Double($0 % 3) - 1 }
            let network = try ElmanNetwork<Double>(inputs: 1, hidden: 1 + steps % 3, seed: 2)
            stories.append(
                ("\(steps) steps", try network.backward(network.forward(inputs, target: 1))))
            let every = try network.forward(
                SequenceBatch(inputs), targets: SequenceBatch(inputs.map { 2 * $0 }))
            stories.append(("\(steps) steps, each read", try network.backward(every)))
        }
        return stories
    }

    @Test func everyPassFitsAConsoleAndIsAPicture() throws {
        for (name, story) in try stories() {
            let count = story.pass.layerPass.steps
            let paths = try Set([1, (count + 1) / 2, count]).map { try story.unrolled(pathTo: $0) }
            for diagram in paths + [story.unrolled, story.pass.unrolled] {
                for style in TextStyle.allCases {
                    let lines = diagram.text(style: style).split(separator: "\n")
                    #expect(lines.allSatisfy { $0.count <= 80 }, "\(name), \(style)")
                }
                #expect(XMLParser(data: Data(diagram.svg.utf8)).parse(), "\(name)")
                #expect(!diagram.alternativeText.isEmpty)
            }
        }
    }
}
