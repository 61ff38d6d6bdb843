internal import ArgumentParser
internal import Processes

/// `unroll doctor`: checks everything that Unroll needs, and reports what is missing.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Report what is installed and what is missing, with commands that repair it.",
        discussion: "Ends with 0 when notebooks can run, and with 1 when they cannot.")

    func run() async throws {
        let environment = ProcessEnvironment.variables
        let terminal = Terminal(environment: environment)
        let examination = Examination(installation: .ofThisProcess, environment: environment)
        let findings = await examination.findings()
        terminal.write(findings.map { "\($0.line)\n" }.joined())
        guard findings.allSatisfy({ $0.isFound || $0.isOptional }) else { throw ExitCode(1) }
    }
}
