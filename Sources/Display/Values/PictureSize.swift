internal import Synchronization

/// How large pictures are shown; in a window that is narrower, each is as wide as the window.
public enum PictureSize: Sendable, Hashable, CaseIterable {
    /// The size for a reader in front of a screen.
    case page
    /// The size for an audience in front of a projector: letters are nearly twice as high.
    case lecture

    /// How many times as wide as drawn a picture is shown.
    public var factor: Double {
        switch self {
        case .page: 1
        case .lecture: 1.75
        }
    }

    /// The size of the session's pictures that have none of their own.
    ///
    /// For example: `PictureSize.current = .lecture` in the first cell of a notebook.
    public static var current: PictureSize {
        get { chosen.withLock { $0 } }
        set { chosen.withLock { $0 = newValue } }
    }

    /// What was chosen last.
    private static let chosen = Mutex(PictureSize.page)
}
