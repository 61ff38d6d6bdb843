internal import Glibc

/// Reads and writes whole files.
enum FileBytes {
    /// Reads all bytes of a file.
    ///
    /// - Throws: `TensorFileError.file` with what the system says.
    static func read(_ path: String) throws(TensorFileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Reads a file and makes something of its bytes.
    ///
    /// - Parameter format: what the file should be.
    /// - Throws: what the closure throws, with the path in it, or what the file is instead.
    static func reading<Value>(
        _ path: String, as format: String,
        _ make: ([UInt8]) throws(TensorFileError) -> Value
    ) throws(TensorFileError) -> Value {
        let bytes = try read(path)
        do {
            return try make(bytes)
        } catch {
            if let kind = ForeignFile(bytes), kind.format != format {
                throw .foreign(path: path, kind: kind.name, advice: kind.advice(path))
            }
            throw error.inFile(path, format: format)
        }
    }

    /// Writes all bytes of a file: first beside it, then in its place.
    ///
    /// - Throws: `TensorFileError.file` with what the system says; an older file is then untouched.
    static func write(_ bytes: [UInt8], to path: String) throws(TensorFileError) {
        let beside = "\(path).\(getpid()).new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure("write", path) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw abandon(descriptor, beside, path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw abandon(descriptor, beside, path) }
        close(descriptor)
        guard rename(beside, path) == 0 else {
            let error = failure("write", path)
            unlink(beside)
            throw error
        }
    }

    /// Closes and removes a file that could not be finished.
    private static func abandon(
        _ descriptor: Int32, _ beside: String, _ path: String
    ) -> TensorFileError {
        let error = failure("write", path)
        close(descriptor)
        unlink(beside)
        return error
    }

    /// What the system says about the last call.
    private static func failure(_ operation: String, _ path: String) -> TensorFileError {
        let number = errno
        return .file(
            operation: operation, path: path,
            reason: "\(String(cString: strerror(number))) (\(number))")
    }
}
