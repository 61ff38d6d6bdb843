internal import CellProtocol

extension CompileResult {
    /// Whether every error has a place in the cell: then the cell's source alone is to blame, and it
    /// fails the same way wherever and whenever it is compiled.
    func blamesOnlyCell(of job: CompileJob) -> Bool {
        errors.allSatisfy { error in
            error.line > 0
                && [".swift", ".end"].contains { error.file.hasSuffix("\(job.moduleName)\($0)") }
        }
    }

    /// What went wrong around the cell, where nothing is wrong in any source.
    var causeAroundCell: String? {
        guard let first = errors.first, errors.allSatisfy({ $0.line == 0 || $0.file.isEmpty })
        else {
            return nil
        }
        return first.message
    }

    /// The errors among what the compiler said.
    private var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
