package import Display

extension String {
    /// The text in seven-bit ASCII: Greek letters by name, superscripts after `^`, `?` for the rest.
    package var asciiSpelling: String {
        var speller = ASCIISpeller()
        for scalar in unicodeScalars { speller.add(scalar) }
        return speller.text
    }

    /// Returns the text as a style can write it, on one line.
    package func spelled(in style: TextStyle) -> String {
        style == .ascii ? singleLine.asciiSpelling : singleLine
    }
}
