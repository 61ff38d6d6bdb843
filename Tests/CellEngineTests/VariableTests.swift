import CellEngine
import Display
import Evaluation
import Testing

/// Tests of the list of variables.
@Suite struct VariableTests {
    @Test func namesTypesValuesAndShapesAreListed() async throws {
        let session = try TestSession()
        #expect(await session.evaluator.variables().isEmpty)
        await session.run(
            "let rate = 0.5; var names = [\"a\", \"b\"]\nstruct P { var x = 1 }\nlet p = P()")
        await session.run("let rate = 1.5; let `default` = [[1.0, 2.0]]; let text = \"long\"")
        let variables = await session.evaluator.variables()
        #expect(variables.map(\.name) == ["names", "p", "rate", "default", "text"])
        #expect(variables.map(\.shape) == ["2", "", "", "1 × 2", ""])
        #expect(
            variables.map(\.value) == ["[\"a\", \"b\"]", "P(x: 1)", "1.5", "[[1.0, 2.0]]", "long"])
        #expect(variables[1].type == "P" && variables[2].type == "Swift.Double")
        #expect(await session.evaluator.value(ofVariable: "rate")?.plainText == "1.5")
        #expect(await session.evaluator.value(ofVariable: "nobody") == nil)
        await session.end()
    }

    @Test func lookingHoldsUpNoCellAndMeetsNone() async throws {
        let session = try TestSession()
        await session.run("var n = 0")
        for number in 1...5 {
            async let found = session.evaluator.variables()
            async let record = session.run("n += 1; n")
            #expect(await record.result == "\(number)")
            #expect(await found.map(\.name) == ["n"] || number == 1)
        }
        await session.end()
    }
}
