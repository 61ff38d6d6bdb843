internal import ArgumentParser
internal import Glibc

extension Unroll {
    /// Runs the command that the arguments name.
    ///
    /// Mistakes in the arguments end with 2, as with most programs, instead of the parser's 64.
    static func main() async {
        do {
            var command = try parsedCommand(CommandLine.arguments.dropFirst())
            if var command = command as? any AsyncParsableCommand {
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
    /// A client waits for a kernel, and a kernel's arguments are a program's: where they make sense,
    /// the other commands need not be looked at, which takes longer than all else before the sockets.
    private static func parsedCommand(
        _ arguments: ArraySlice<String>
    ) throws -> any ParsableCommand {
        if arguments.first == KernelCommand.configuration.commandName,
            let kernel = try? KernelCommand.parse(Array(arguments.dropFirst()))
        {
            return kernel
        }
        return try parseAsRoot()
    }
}
