internal import ArgumentParser

/// A limit of output, such as `10MB`, `500 kB` or `none`.
struct OutputLimit: ExpressibleByArgument {
    /// The number of bytes, or `nil` for no limit.
    let bytes: Int?

    /// Creates a limit.
    init(bytes: Int?) {
        self.bytes = bytes
    }

    /// Parses a number with or without a unit.
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

    /// The limit as shown in the help.
    var defaultValueDescription: String {
        bytes.map { "\($0 / 1_000_000)MB" } ?? "none"
    }
}
