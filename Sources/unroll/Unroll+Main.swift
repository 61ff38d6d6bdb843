internal import ArgumentParser
internal import Glibc
internal import ZeroMQ

extension Unroll {
    /// Runs the command that the arguments name.
    ///
    /// Invalid arguments end the process with code 2, as in most programs, instead of the parser's
    /// 64.
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        // A client that has started a kernel tries to connect a moment later, and again only a
        // tenth of a second after that. So this comes first.
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

    /// Parses the command that the arguments name.
    ///
    /// If the arguments of a kernel are valid, the other commands are not considered, which would
    /// take longer than everything else; libzmq is loaded meanwhile.
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
