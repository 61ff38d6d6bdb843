import JSON
import Testing

@Suite struct JSONCodableTests {
    /// A value with every shape that occurs in messages.
    private struct Message: Codable, Equatable {
        enum Kind: String, Codable { case first, second }
        var name: String
        var count: Int?
        var ratios: [Double]
        var kind: Kind
        var nested: [String: [Int]]
        var raw: JSONValue
    }

    private let message = Message(
        name: "a", count: nil, ratios: [1, 0.5], kind: .second, nested: ["x": [1, 2]],
        raw: ["z": 1.0, "a": nil])

    @Test func bringsValuesThereAndBack() throws {
        let value = try JSONValue(encoding: message)
        #expect(value["raw"]?.text() == #"{"z":1.0,"a":null}"#)
        #expect(try value.decoded(as: Message.self) == message)
    }

    /// An enumeration with associated values.
    private enum Event: Codable, Equatable {
        case started
        case printed(String, line: Int)
        indirect case grouped([Event], Message?)
    }

    @Test func bringsEnumerationsThereAndBack() throws {
        let event = Event.grouped([.started, .printed("a", line: 3)], message)
        #expect(try JSONValue(encoding: event).decoded(as: Event.self) == event)
        let printed = try JSONValue(encoding: Event.printed("a", line: 3))
        #expect(printed.text() == #"{"printed":{"_0":"a","line":3}}"#)
    }

    @Test func namesThePathOfWhatIsMissingOrMistaken() throws {
        var value = try JSONValue(encoding: message)
        value["nested"] = ["x": [1, "two"]]
        let mistaken = #expect(throws: JSONDecodingError.self) {
            try value.decoded(as: Message.self)
        }
        #expect(mistaken?.description == "nested.x.1: expected an integer, found a string")
        value["nested"] = nil
        let missing = #expect(throws: JSONDecodingError.self) {
            try value.decoded(as: Message.self)
        }
        #expect(missing?.description == "nested: the key is missing")
    }

    @Test func refusesIntegersThatDoNotFit() throws {
        let error = #expect(throws: JSONDecodingError.self) {
            try JSONValue(parsing: "300").decoded(as: UInt8.self)
        }
        #expect(error?.description == "expected an integer, found 300")
    }
}
