extension Duration {
    /// The duration as people say it, such as `0.53 s` or `2 min 5 s`.
    var inSeconds: String {
        let milliseconds =
            components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        guard milliseconds >= 60_000 else {
            let hundredths = (milliseconds + 5) / 10
            guard hundredths % 100 != 0 || milliseconds < 1000 else {
                return "\(hundredths / 100) s"
            }
            let fraction = hundredths % 100
            return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s"
        }
        let seconds = (milliseconds + 500) / 1000
        return "\(seconds / 60) min \(seconds % 60) s"
    }
}
