import Glibc

/// Calls a body with a path at which there is nothing yet, and removes what is there afterwards.
func withTemporaryPath<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    let path = "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max)).json"
    defer { unlink(path) }
    return try body(path)
}

/// Puts a text at a path.
func write(_ text: String, to path: String) {
    let file = fopen(path, "w")
    fputs(text, file)
    fclose(file)
}
