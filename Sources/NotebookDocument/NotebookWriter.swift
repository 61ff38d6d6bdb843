internal import JSON

/// A writer that saves a notebook repeatedly, and formats only the cells that have changed.
public struct NotebookWriter: Sendable {
    /// The cells of the last notebook with their formatted bytes.
    private var cells: [(cell: NotebookCell, bytes: [UInt8])] = []

    /// Creates a writer that has not written anything.
    public init() {}

    /// Returns the document exactly as Jupyter writes it, and keeps the formatted cells.
    public mutating func bytes(of notebook: Notebook) -> [UInt8] {
        cells.removeLast(max(0, cells.count - notebook.cells.count))
        for (index, cell) in notebook.cells.enumerated() {
            if index == cells.count {
                cells.append((cell, Self.bytes(of: cell)))
            } else if cells[index].cell != cell {
                cells[index] = (cell, Self.bytes(of: cell))
            }
        }
        return Self.document(of: notebook, count: cells.reduce(0) { $0 + $1.bytes.count }) {
            cells[$0].bytes
        }
    }

    /// Returns the document without keeping anything.
    static func bytes(of notebook: Notebook) -> [UInt8] {
        document(of: notebook, count: 0) { bytes(of: notebook.cells[$0]) }
    }

    /// Returns the formatted bytes of a cell.
    private static func bytes(of cell: NotebookCell) -> [UInt8] {
        cell.document.respelled.bytes(style: .notebook, level: 2)
    }

    /// Joins the entries of the document in the order of their keys.
    ///
    /// - Parameters:
    ///   - count: the expected number of the cells' bytes.
    ///   - cell: returns the formatted bytes of the cell at an index.
    private static func document(
        of notebook: Notebook, count: Int, cell: (Int) -> [UInt8]
    ) -> [UInt8] {
        let entries = notebook.entries
        // Sorted by code point, as in Python.
        let keys = (entries.map(\.0) + ["cells"]).sorted {
            $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
        }
        var bytes = Array("{".utf8)
        bytes.reserveCapacity(count + 4096)
        for (index, key) in keys.enumerated() {
            bytes += (index == 0 ? "\n " : ",\n ").utf8
            bytes += JSONValue.string(key).bytes(style: .notebook)
            bytes += ": ".utf8
            if key != "cells" {
                bytes += (entries[key] ?? .null).respelled.bytes(style: .notebook, level: 1)
            } else if notebook.cells.isEmpty {
                bytes += "[]".utf8
            } else {
                for index in notebook.cells.indices {
                    bytes += (index == 0 ? "[\n  " : ",\n  ").utf8
                    bytes += cell(index)
                }
                bytes += "\n ]".utf8
            }
        }
        bytes += "\n}\n".utf8
        return bytes
    }
}
