/// A cell's source with its regions.
struct MarkedSource {
    /// A piece of the source.
    enum Piece {
        /// A line outside of regions.
        case line(Substring)
        /// A region, with what stands before the words of its first line, and the lines in it.
        case region(MarkedRegion, indentation: Substring, lines: [Substring])
    }

    /// The pieces, in order.
    let pieces: [Piece]

    /// Reads a source.
    ///
    /// - Throws: `ExerciseError`, where a region begins in another, or does not end.
    init(_ source: String, cell: Int) throws(ExerciseError) {
        var pieces: [Piece] = []
        var open: (region: MarkedRegion, indentation: Substring, lines: [Substring])?
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if let region = MarkedRegion.allCases.first(where: { line.contains($0.beginning) }) {
                if let open {
                    throw ExerciseError(
                        cell: cell,
                        problem: "\(region.beginning) stands inside of \(open.region.beginning)")
                }
                open = (region, line.prefix { $0 == " " || $0 == "\t" }, [])
            } else if let region = MarkedRegion.allCases.first(where: { line.contains($0.ending) })
            {
                guard let closed = open, closed.region == region else {
                    throw ExerciseError(
                        cell: cell,
                        problem: "there is no \(region.beginning) before \(region.ending)")
                }
                pieces.append(
                    .region(region, indentation: closed.indentation, lines: closed.lines))
                open = nil
            } else if open != nil {
                open?.lines.append(line)
            } else {
                pieces.append(.line(line))
            }
        }
        if let open {
            throw ExerciseError(
                cell: cell,
                problem: "there is no \(open.region.ending) after \(open.region.beginning)")
        }
        self.pieces = pieces
    }

    /// Returns whether there is a region of a kind.
    func has(_ region: MarkedRegion) -> Bool {
        pieces.contains { piece in
            guard case .region(region, _, _) = piece else { return false }
            return true
        }
    }

    /// The source without the lines that begin and end regions.
    var plain: String {
        let lines = pieces.flatMap { piece -> [Substring] in
            switch piece {
            case .line(let line): [line]
            case .region(_, _, let lines): lines
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Returns the source with a stub in place of solutions, without other regions.
    func stubbed(_ stub: [Substring]) -> String {
        let lines = pieces.flatMap { piece -> [String] in
            switch piece {
            case .line(let line): [String(line)]
            case .region(.solution, let indentation, _): stub.map { "\(indentation)\($0)" }
            case .region: []
            }
        }
        return lines.joined(separator: "\n")
    }
}

/// A kind of region in a cell's source, between a line that begins it and one that ends it.
///
/// - Source: nbgrader's documentation, "Creating and grading assignments".
enum MarkedRegion: String, CaseIterable {
    /// The part that students write themselves.
    case solution = "SOLUTION"
    /// Tests that students do not see.
    case hiddenTests = "HIDDEN TESTS"
    /// The criteria for those who mark a task by hand.
    case markScheme = "MARK SCHEME"

    /// The text that is somewhere in the first line.
    var beginning: String { "BEGIN \(rawValue)" }

    /// The text that is somewhere in the last line.
    var ending: String { "END \(rawValue)" }
}
