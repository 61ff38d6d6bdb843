internal import CellProtocol
internal import Display

/// The hints on names that the compiler does not find or does not allow to be changed.
package struct NameHints: Sendable {
    /// The names of the session.
    package let table: SessionTable

    /// The fates of names that can no longer be used.
    package let fates: NameFates

    /// Returns a hint on a name that was not found, or `nil` if there is none.
    ///
    /// - Parameter isAssigned: whether the cell assigns to the name.
    package func sentence(aboutMissing name: String, isAssigned: Bool) -> String? {
        if name.wholeMatch(of: /Out\d*/) != nil {
            return "the value that cell 3 ended in is 'Out[3]', and the last one is 'Out1'"
        }
        if let cell = cellWithPrivate(name) {
            return "'\(name)' is private to cell \(cell); remove 'private' there to use it here"
        }
        if let sentence = fates.sentence(about: name) { return sentence }
        if let module = Self.toolchainNames[name] {
            return "'\(name)' is in \(module); write 'import \(module)' first"
        }
        if isAssigned {
            return "to declare it, write 'let \(name) = …', or 'var \(name) = …' if it will change"
        }
        guard let nearest = nearestName(to: name) else {
            return
                "no cell that has run so far declares '\(name)'; if one of the notebook does, run "
                + "it first"
        }
        let cell = table.entries(named: nearest).last.flatMap { table.modules[$0.module] }
        let place = cell.map { " of cell \($0.cellNumber)" } ?? ""
        return "did you mean '\(nearest)'\(place)?"
    }

    /// Returns a sentence that names the cell of a constant, or `nil` if it was not declared in a
    /// cell.
    package func sentence(aboutConstant name: String, in module: ModuleName) -> String? {
        guard let entry = table.entries(named: name).last, entry.declaration.kind == .let,
            entry.module != module, let cell = table.modules[entry.module]
        else { return nil }
        return "'\(name)' was declared with 'let' in cell \(cell.cellNumber); write 'var \(name)' "
            + "there and run it again, or declare '\(name)' anew here"
    }

    /// Returns the number of the newest cell that has a private declaration of a name.
    private func cellWithPrivate(_ name: String) -> Int? {
        table.modules.values.filter { module in
            module.analysis.declarations.contains { $0.isPrivate && $0.name == name }
        }.map(\.cellNumber).max()
    }

    /// Returns the name of the session that is most similar to another, within the distance of a
    /// typing error.
    private func nearestName(to name: String) -> String? {
        guard name.count > 2 else { return nil }
        let names = table.entries.map(\.declaration).filter { $0.kind != .extension }
        return NearestName(to: name, among: Set(names.map(\.name)).sorted()).name
    }

    /// The modules of the toolchain that declare names which students often use.
    package static let toolchainNames: [String: String] = {
        let names = [
            "Foundation": """
            AttributedString Bundle ByteCountFormatter Calendar CharacterSet Data Date \
            DateComponents DateFormatter DateInterval Decimal Dimension FileHandle FileManager \
            Formatter ISO8601DateFormatter IndexPath IndexSet JSONDecoder JSONEncoder \
            JSONSerialization Locale LocalizedError Measurement NSArray NSAttributedString \
            NSCondition NSData NSDate NSDictionary NSError NSLock NSMutableArray \
            NSMutableDictionary NSMutableString NSNull NSNumber NSObject NSRange \
            NSRecursiveLock NSRegularExpression NSString Notification NotificationCenter \
            NumberFormatter Operation OperationQueue PersonNameComponents Pipe Process \
            ProcessInfo Progress PropertyListDecoder PropertyListEncoder RunLoop Scanner Stream \
            Thread TimeInterval TimeZone Timer URL URLComponents URLQueryItem UUID Unit \
            UnitLength UnitMass UnitTemperature UserDefaults arc4random_uniform exit fputs \
            getenv sleep usleep
            """,
            "FoundationNetworking": """
            HTTPURLResponse URLRequest URLResponse URLSession URLSessionConfiguration \
            URLSessionDataTask
            """,
            "FoundationXML": "XMLDocument XMLElement XMLNode XMLParser",
            "Dispatch": """
            DispatchData DispatchGroup DispatchIO DispatchQoS DispatchQueue DispatchSemaphore \
            DispatchSource DispatchTime DispatchTimeInterval DispatchWallTime DispatchWorkItem
            """,
            "Glibc": "abort clock getpid malloc memcpy rand srand strlen time",
            "Observation": "Observable ObservationRegistrar Observations withObservationTracking",
            "Synchronization": "Atomic AtomicLazyReference Mutex WordPair",
            "RegexBuilder": """
            Anchor Capture ChoiceOf Lookahead NegativeLookahead One OneOrMore Optionally Reference \
            RegexComponentBuilder Repeat TryCapture ZeroOrMore
            """,
        ]
        var modules: [String: String] = [:]
        for (module, list) in names {
            for name in list.split(separator: " ") { modules[String(name)] = module }
        }
        return modules
    }()
}
