internal import Display
internal import Plotting

/// Says that a solution is right, or fails the cell with what is not.
///
/// - Throws: `NotYetRight` with the diagnosis.
func conclude(_ diagnosis: Diagnosis) throws(NotYetRight) {
    guard diagnosis.isRight else { throw NotYetRight(diagnosis) }
    say(diagnosis)
}

/// Prints a diagnosis, and returns the points that the solution is worth.
func mark(_ diagnosis: Diagnosis, of points: Double) -> Double {
    say(diagnosis)
    return diagnosis.points(of: points)
}

/// Prints a diagnosis in characters that the console knows.
private func say(_ diagnosis: Diagnosis) {
    let text = diagnosis.isRight ? "✓ \(diagnosis)" : "\(diagnosis)"
    print(TextStyle.preferred == .ascii ? text.asciiSpelling : text)
}
