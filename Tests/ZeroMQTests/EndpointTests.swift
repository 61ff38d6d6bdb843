import Testing
import ZeroMQ

@Suite struct EndpointTests {
    @Test func writesEveryTransport() {
        #expect(Endpoint.tcp("127.0.0.1", port: 5).rawValue == "tcp://127.0.0.1:5")
        #expect(Endpoint.ipc("/tmp/kernel-1").rawValue == "ipc:///tmp/kernel-1")
        #expect(Endpoint.inproc("a").description == "inproc://a")
    }

    @Test func readsPorts() {
        #expect(Endpoint.tcp("[::1]", port: 80).port == 80)
        #expect(Endpoint.ipc("/tmp/a:80").port == nil)
        #expect(Endpoint(rawValue: "tcp://*:*").port == nil)
    }
}
