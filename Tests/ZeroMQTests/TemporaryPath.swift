/// Returns a path for a file of one test, short enough for a socket.
func temporaryPath() -> String {
    "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max))"
}
