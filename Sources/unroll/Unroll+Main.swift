internal import ArgumentParser
internal import Glibc
internal import ZeroMQ

extension Unroll {
    /// Runs the command that the arguments name.
    ///
    /// Mistakes in the arguments end with 2, as with most programs, instead of the parser's 64.
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        // A client that has started a kernel tries to reach it a moment later, and again only a
        // tenth of a second after that. So this comes before all else.
        let ports = KernelCommand.isNamed(in: arguments) ? KernelCommand.listen(arguments) : nil
        do {
            var command = try parsedCommand(arguments)
            if let kernel = command as? KernelCommand {
                try await kernel.run(listeningAlready: ports)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            let message = "unroll: \(failure)\n"
            _ = write(STDERR_FILENO, message, message.utf8.count)
            Glibc.exit(failure.code)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            let message = fullMessage(for: error) + "\n"
            _ = write(STDERR_FILENO, message, message.utf8.count)
            Glibc.exit(ExitStatus.badInput)
        }
    }

    /// Returns the command that the arguments name.
    ///
    /// Where a kernel's arguments make sense, the other commands are not looked at, which would take
    /// longer than all else; libzmq gets ready meanwhile.
    private static func parsedCommand(
        _ arguments: ArraySlice<String>
    ) throws -> any ParsableCommand {
        if KernelCommand.isNamed(in: arguments) {
            ZeroMQLibrary.load()
            if let kernel = try? KernelCommand.parse(Array(arguments.dropFirst())) { return kernel }
        }
        return try parseAsRoot()
    }
}
