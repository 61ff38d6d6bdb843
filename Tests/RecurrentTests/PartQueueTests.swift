import Testing

@testable import Recurrent

@Suite struct PartQueueTests {
    private typealias Turn = PartQueue.Turn

    @Test func handsOutWhatHasWaitedLongest() {
        let queue = PartQueue(parts: 3, rounds: 2)
        let (fast, slow) = (queue.next(after: nil), queue.next(after: nil))
        #expect(fast == Turn(part: 0, round: 0) && slow == Turn(part: 1, round: 0))
        var taken: [Turn] = []
        var turn = fast
        while let next = queue.next(after: turn) {
            taken.append(next)
            turn = next
        }
        #expect(
            taken == [
                Turn(part: 2, round: 0), Turn(part: 0, round: 1), Turn(part: 2, round: 1),
            ])
        #expect(queue.next(after: slow) == Turn(part: 1, round: 1))
        #expect(queue.next(after: Turn(part: 1, round: 1)) == nil)
    }

    /// The rounds of a part are in order even if different threads process them.
    @Test(arguments: [(1, 1), (2, 4), (4, 3), (3, 16)])
    func everyPartGoesThroughItsRoundsInOrder(threads: Int, parts: Int) {
        let rounds = 50
        let done = ScalarBuffer<Double>(zeros: parts)
        ThreadTeam.run(threads, parts: parts, rounds: rounds) { part, round in
            #expect(done.start[part] == Double(round))
            done.start[part] += 1
        }
        #expect(done.array(from: 0, count: parts) == [Double](repeating: 50, count: parts))
    }
}
