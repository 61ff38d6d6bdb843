import CellEngine
import Evaluation
import Testing

/// Tests of values in cells that do not mention their types.
@Suite struct MemberTests {
    @Test func usesMembersOfATypeThatTheCellDoesNotMention() async throws {
        let session = try TestSession()
        await session.run(
            """
            struct Point: Equatable {
                var x = 1
                func twice() -> Int { 2 * x }
                subscript(index: Int) -> Int { index * x }
            }
            func makePoint() -> Point { Point() }
            """)
        await session.run("var point = makePoint()")
        #expect(await session.run("point.x").result == "1")
        #expect(await session.run("point.twice()").result == "2")
        #expect(await session.run("point[3]").result == "3")
        #expect(await session.run("point == point").result == "true")
        await session.run("point.x += 4")
        #expect(await session.run("[point].map(\\.x)").result == "[5]")
        await session.end()
    }
}
