import Glibc

/// Calls a closure with an unused path, and removes the file there afterwards.
func withTemporaryPath<Result>(_ body: (String) throws -> Result) rethrows -> Result {
    let path = "/tmp/unroll-test-\(UInt64.random(in: 0 ... .max)).json"
    defer { unlink(path) }
    return try body(path)
}

/// Writes a text to a path.
func write(_ text: String, to path: String) {
    let file = fopen(path, "w")
    fputs(text, file)
    fclose(file)
}
