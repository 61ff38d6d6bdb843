import Display
import Synchronization
import TestSupport
import Testing

@testable import CellRuntime

/// Tests of progress.
@Suite(.serialized, .usesHostOfCells) struct ProgressTests {
    /// A host that records what is displayed.
    private final class Screen: CellHost {
        let shown = Mutex<[String]>([])
        let isSeen: Bool

        init(isSeen: Bool) { self.isSeen = isSeen }

        func display(_ bundle: MIMEBundle, id: String?) {
            shown.withLock { $0.append(bundle.plainText ?? "") }
        }
        func replaceDisplay(_ bundle: MIMEBundle, id: String) { display(bundle, id: id) }
        func clearOutput(waitsForNext: Bool) {}
        func showResult(_ bundle: MIMEBundle, type: String?) {}
        func readLine(prompt: String, isPassword: Bool) -> String? { nil }
        func makeDisplayID() -> String { "1" }
        var isInterruptionRequested: Bool { false }
        func cellDidEnd() {}
        func acknowledgeInterruption() {}
        var showsProgress: Bool { isSeen }
    }

    /// Performs work with a recording host, and returns what it displayed.
    private func shown(isSeen: Bool = true, _ work: () -> Void) -> [String] {
        let host = CellEnvironment.host
        let screen = Screen(isSeen: isSeen)
        CellEnvironment.host = screen
        defer { CellEnvironment.host = host }
        work()
        return screen.shown.withLock { $0 }
    }

    @Test func aLoopShowsHowFarItHasComeAndSeesEveryElement() {
        var seen: [Int] = []
        let texts = shown { for x in progress(0..<5, "sum") { seen.append(x) } }
        #expect(seen == [0, 1, 2, 3, 4])
        #expect(texts.first == String(repeating: "░", count: 20) + " sum: 0 of 5")
        #expect(texts.last == String(repeating: "█", count: 20) + " sum: 5 of 5")
    }

    @Test func manyStepsAreNotManyMessages() {
        let start = ContinuousClock.now
        let texts = shown { for _ in progress(0..<200_000) {} }
        let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
        #expect(texts.count <= tenths + 3)
    }

    @Test func aSequenceOfUnknownLengthIsCounted() {
        let texts = shown { for _ in progress(sequence(first: 1) { $0 < 4 ? $0 + 1 : nil }) {} }
        #expect(texts.first == "0" && texts.last?.hasSuffix(" 4") == true)
    }

    @Test func anEmptyLoopEndsAtOnceAndOneThatBreaksStaysWhereItWas() {
        #expect(shown { for _ in progress([Int]()) {} }.last?.hasSuffix("0 of 0") == true)
        #expect(
            shown { for x in progress(0..<9) where x == 3 { break } }.last?.contains("of 9") == true
        )
    }

    @Test func nothingIsShownWhereNobodySeesWhatIsReplaced() {
        #expect(shown(isSeen: false) { for _ in progress(0..<5) {} }.isEmpty)
    }
}
