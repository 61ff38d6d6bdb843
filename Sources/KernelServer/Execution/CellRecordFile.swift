internal import Glibc
internal import JupyterProtocol

/// The file in which a kernel notes which cell it runs.
final class CellRecordFile: Sendable {
    /// The descriptor of the file.
    private let file: Int32

    /// Creates the file; returns `nil` if that fails.
    init?(path: String) {
        file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
    }

    deinit { close(file) }

    /// Replaces the note, which survives the death of the process.
    func note(_ state: CellRecord.State, _ request: MessageID) {
        let bytes = CellRecord(request: request, state: state).bytes
        _ = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    }
}
