import Processes

/// The seeds of a campaign: few in an ordinary run, as many as wanted in `make faults`.
public enum CampaignSeeds {
    /// Returns the seeds.
    ///
    /// - Parameters:
    ///   - count: the number of seeds in an ordinary run.
    ///   - share: the number of seeds for each one of `UNROLL_FAULTS_COUNT`.
    public static func list(_ count: UInt64, share: UInt64 = 1) -> [UInt64] {
        let environment = ProcessEnvironment.variables
        let first = environment["UNROLL_FAULTS_SEED"].flatMap { UInt64($0) } ?? 1
        let wanted = environment["UNROLL_FAULTS_COUNT"].flatMap { UInt64($0) }
        return Array(first..<(first + (wanted.map { $0 * share } ?? count)))
    }
}
