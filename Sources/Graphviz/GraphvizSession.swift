import CGraphviz
import Synchronization

/// The process's one use of libgraphviz, behind one lock.
///
/// libgraphviz is not thread-safe anywhere, not even in making and closing graphs, and its text
/// plugin keeps pointers into the context: so there is one context, it lives as long as the process,
/// and every call is made under one lock.
@safe package struct GraphvizSession: ~Copyable {
  private let context: OpaquePointer

  private static let shared = Mutex<GraphvizSession?>(nil)

  private init() throws(GraphvizError) {
    netmaps_prime_messages()
    guard let context = unsafe gvContext() else { throw GraphvizError(stage: .start, messages: "") }
    unsafe self.context = context
  }

  /// Draws a document.
  /// - Returns: the bytes of the picture.
  /// - Throws: ``GraphvizError`` if libgraphviz cannot read, lay out or draw the document.
  package static func render(
    _ document: DOTDocument, engine: LayoutEngine = .layered, as format: ImageFormat
  ) throws(GraphvizError) -> [UInt8] {
    try unsafe withGraph(document, engine: engine) { context, graph throws(GraphvizError) in
      var bytes: UnsafeMutablePointer<CChar>?
      var count = 0
      let code = unsafe netmaps_render(context, graph, format.rawValue, &bytes, &count)
      defer { unsafe gvFreeRenderData(bytes) }
      guard code == 0, let bytes = unsafe bytes, agerrors() == 0 else { throw Self.failure(.render) }
      return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
  }

  /// The version of libgraphviz, such as `2.43.0`.
  package static func version() throws(GraphvizError) -> String {
    try unsafe withSession { context throws(GraphvizError) in
      guard let version = unsafe gvcVersion(context) else { return "unknown" }
      return unsafe String(cString: version)
    }
  }

  private static func withSession<Result: Sendable>(
    _ body: (OpaquePointer) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    try shared.withLock { session throws(GraphvizError) in
      if session == nil { session = try GraphvizSession() }
      guard let context = unsafe session?.context else { throw GraphvizError(stage: .start, messages: "") }
      netmaps_begin_messages()
      return try unsafe body(context)
    }
  }

  private static func withGraph<Result: Sendable>(
    _ document: DOTDocument, engine: LayoutEngine,
    _ body: (OpaquePointer, UnsafeMutablePointer<Agraph_t>) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    let text = document.text
    return try unsafe withSession { context throws(GraphvizError) in
      guard let graph = unsafe agmemread(text) else { throw failure(.parse) }
      defer { unsafe agclose(graph) }
      // libgraphviz returns 0 for most failures and counts them as errors instead.
      let code = unsafe gvLayout(context, graph, engine.rawValue)
      guard code == 0 else { throw failure(.layout) }
      defer { unsafe gvFreeLayout(context, graph) }
      guard agerrors() == 0 else { throw failure(.layout) }
      return try unsafe body(context, graph)
    }
  }

  private static func failure(_ stage: GraphvizError.Stage) -> GraphvizError {
    let said = unsafe String(cString: netmaps_gathered_messages())
    let lines = said.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return GraphvizError(stage: stage, messages: lines)
  }
}
