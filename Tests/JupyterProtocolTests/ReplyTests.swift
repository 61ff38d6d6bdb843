import JSON
import JupyterProtocol
import Testing

@Suite struct ReplyTests {
    @Test(arguments: [
        (#"{"status":"ok","restart":true}"#, Reply.ok(ShutdownReply(restarts: true))),
        (
            #"{"status":"error","ename":"E","evalue":"v","traceback":["t"]}"#,
            .failed(ErrorContent(name: "E", value: "v", traceback: ["t"]))
        ),
        (#"{"status":"aborted"}"#, .aborted),
    ])
    func hasItsStatusBesideWhatItSays(text: String, reply: Reply<ShutdownReply>) throws {
        #expect(JSONValue.object(.describing(reply)).text() == text)
        #expect(try JSONValue(parsing: text).decoded() == reply)
    }

    @Test func isFineWithoutAStatusAsOldKernelsSendIt() throws {
        let reply: Reply<ShutdownReply> = try JSONValue(parsing: #"{"restart":false}"#).decoded()
        #expect(reply == .ok(ShutdownReply(restarts: false)))
        #expect(Reply<ShutdownReply>.messageType == .shutdownReply)
    }
}
