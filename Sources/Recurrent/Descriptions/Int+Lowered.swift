extension Int {
    /// The number in subscript digits, as in H₃.
    package var lowered: String {
        String(
            String.UnicodeScalarView(
                String(self).unicodeScalars.compactMap { digit in
                    digit == "-" ? "₋" : Unicode.Scalar(digit.value - 0x30 + 0x2080)
                }))
    }
}
