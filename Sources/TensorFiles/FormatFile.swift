internal import Files

/// Reading and replacement of files of a format.
enum FormatFile {
    /// Reads a file and converts its bytes.
    ///
    /// - Parameter format: the expected format.
    /// - Throws: the closure's error with the path, or the actual format of the file.
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

    /// Replaces a file; if that fails, the old file is left untouched.
    ///
    /// - Throws: `TensorFileError.file` with the system's reason.
    static func write(_ bytes: [UInt8], to path: String) throws(TensorFileError) {
        do {
            try WholeFile.replace(path, with: bytes)
        } catch {
            throw TensorFileError(error)
        }
    }

    /// Reads all bytes of a file.
    private static func read(_ path: String) throws(TensorFileError) -> [UInt8] {
        do {
            return try WholeFile.read(path)
        } catch {
            throw TensorFileError(error)
        }
    }
}

extension TensorFileError {
    /// Creates an error from a file error.
    fileprivate init(_ error: FileError) {
        self = .file(
            operation: error.operation, path: error.path, reason: error.cause.description)
    }
}
