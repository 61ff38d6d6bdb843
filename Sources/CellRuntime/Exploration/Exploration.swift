public import Display

/// A picture with controls: a closure that returns what to show, and what can be turned.
///
/// Shown in a page, it holds a frame for every position and a slider to go through them, with nothing
/// to be fetched or computed; where a page withholds scripts, it is the first frame.
public struct Exploration {
    /// The controls, in the order of the closure's parameters.
    public let controls: [ExplorationControl]

    /// Returns what is shown for a position of every control.
    private let frame: ([Int]) throws -> Any

    /// The maximum size of the HTML in a notebook, in bytes.
    var mostBytes = 440_000

    /// Joins controls with a closure.
    ///
    /// - Parameters:
    ///   - controls: what can be turned.
    ///   - frame: returns what is shown for a position of every control, each counted from 0.
    public init(controls: [ExplorationControl], frame: @escaping ([Int]) throws -> Any) {
        self.controls = controls
        self.frame = frame
    }

    /// The first position of every control.
    public var start: [Int] { controls.map(\.start) }

    /// Returns what is shown for a position of every control, each counted from 0; an error, where the
    /// closure throws one, as a sentence.
    public func bundle(at positions: [Int]) -> MIMEBundle {
        let content = content(at: positions)
        var bundle = MIMEBundle(text: content.text)
        bundle[.html] = .text(content.html(.image))
        return bundle
    }

    /// Returns what is shown for a position of every control.
    func content(at positions: [Int]) -> FrameContent {
        do {
            return FrameContent(try frame(positions))
        } catch {
            let setting = settings(at: positions)
            return FrameContent(failure: "\(setting.isEmpty ? "" : "At \(setting): ")\(error)")
        }
    }

    /// Returns the names and values of every control, such as "W = 0.5, lag = 3".
    func settings(at positions: [Int]) -> String {
        zip(controls, positions).map { $0.setting(at: $1) }.joined(separator: ", ")
    }
}

extension Exploration: Displayable {
    /// The first frame as text, with a sentence on how to see another, and all frames as HTML.
    public var mimeBundle: MIMEBundle {
        let page = ExplorationPage(self)
        var bundle = MIMEBundle(text: page.text)
        bundle[.html] = .text(page.html)
        return bundle
    }
}
