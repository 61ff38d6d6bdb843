internal import ArgumentParser

/// How many bytes of output are kept, as a person writes it: `10MB`, `500 kB`, `none`.
struct OutputLimit: ExpressibleByArgument {
    /// The number of bytes; without limit, where this is nil.
    let bytes: Int?

    /// Takes a number of bytes.
    init(bytes: Int?) {
        self.bytes = bytes
    }

    /// Reads a number with or without a unit.
    init?(argument: String) {
        if argument.lowercased() == "none" {
            self.init(bytes: nil)
            return
        }
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let unit = argument[digits.endIndex...].drop { $0 == " " }.lowercased()
        let factors = ["": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000]
        guard let count = Int(digits), count > 0, let factor = factors[unit],
            case (let bytes, false) = count.multipliedReportingOverflow(by: factor)
        else { return nil }
        self.init(bytes: bytes)
    }

    /// The limit as the help shows it.
    var defaultValueDescription: String {
        bytes.map { "\($0 / 1_000_000)MB" } ?? "none"
    }
}
