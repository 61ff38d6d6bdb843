internal import Synchronization

/// The size in which pictures are displayed; they are never wider than the page.
public enum PictureSize: Sendable, Hashable, CaseIterable {
    /// The size for reading on a screen.
    case page
    /// The size for projection in a lecture hall: letters are nearly twice as high.
    case lecture

    /// The factor by which a picture is wider than its drawing.
    public var factor: Double {
        switch self {
        case .page: 1
        case .lecture: 1.75
        }
    }

    /// The size of pictures without a size of their own.
    ///
    /// For example: `PictureSize.current = .lecture` in the first cell of a notebook.
    public static var current: PictureSize {
        get { chosen.withLock { $0 } }
        set { chosen.withLock { $0 = newValue } }
    }

    /// The current size.
    private static let chosen = Mutex(PictureSize.page)
}
