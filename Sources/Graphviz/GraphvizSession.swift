import CGraphviz
import Synchronization

/// The process's one use of libgraphviz, behind one lock.
///
/// libgraphviz is not thread-safe anywhere, not even in making and closing graphs, and its text
/// plugin keeps pointers into the context: so there is one context, it lives as long as the process,
/// and every call is made under one lock.
public struct GraphvizSession: ~Copyable {
  private let context: OpaquePointer

  private static let shared = Mutex<GraphvizSession?>(nil)

  private init() throws(GraphvizError) {
    netmaps_prime_messages()
    guard let context = gvContext() else { throw GraphvizError(stage: .start, messages: "") }
    self.context = context
  }

  /// Lays a document out and says where everything is.
  /// - Throws: ``GraphvizError`` if libgraphviz cannot read or lay out the document.
  public static func layout(
    _ document: DOTDocument, engine: LayoutEngine = .layered
  ) throws(GraphvizError) -> GraphvizLayout {
    try withGraph(document, engine: engine) { _, graph throws(GraphvizError) in Self.places(of: graph) }
  }

  /// Draws a document.
  /// - Returns: the bytes of the picture.
  /// - Throws: ``GraphvizError`` if libgraphviz cannot read, lay out or draw the document.
  public static func render(
    _ document: DOTDocument, engine: LayoutEngine = .layered, as format: ImageFormat
  ) throws(GraphvizError) -> [UInt8] {
    try withGraph(document, engine: engine) { context, graph throws(GraphvizError) in
      var bytes: UnsafeMutablePointer<CChar>?
      var count = 0
      let code = netmaps_render(context, graph, format.rawValue, &bytes, &count)
      defer { gvFreeRenderData(bytes) }
      guard code == 0, let bytes, agerrors() == 0 else { throw Self.failure(.render) }
      return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
  }

  /// The version of libgraphviz, such as `2.43.0`.
  public static func version() throws(GraphvizError) -> String {
    try withSession { context throws(GraphvizError) in
      guard let version = gvcVersion(context) else { return "unknown" }
      return String(cString: version)
    }
  }

  private static func withSession<Result: Sendable>(
    _ body: (OpaquePointer) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    try shared.withLock { session throws(GraphvizError) in
      if session == nil { session = try GraphvizSession() }
      guard let context = session?.context else { throw GraphvizError(stage: .start, messages: "") }
      netmaps_begin_messages()
      return try body(context)
    }
  }

  private static func withGraph<Result: Sendable>(
    _ document: DOTDocument, engine: LayoutEngine,
    _ body: (OpaquePointer, UnsafeMutablePointer<Agraph_t>) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    let text = document.text
    return try withSession { context throws(GraphvizError) in
      guard let graph = agmemread(text) else { throw failure(.parse) }
      defer { agclose(graph) }
      // libgraphviz returns 0 for most failures and counts them as errors instead.
      let code = gvLayout(context, graph, engine.rawValue)
      guard code == 0 else { throw failure(.layout) }
      defer { gvFreeLayout(context, graph) }
      guard agerrors() == 0 else { throw failure(.layout) }
      return try body(context, graph)
    }
  }

  private static func failure(_ stage: GraphvizError.Stage) -> GraphvizError {
    let said = String(cString: netmaps_gathered_messages())
    let lines = said.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return GraphvizError(stage: stage, messages: lines)
  }

  private static func places(of graph: UnsafeMutablePointer<Agraph_t>) -> GraphvizLayout {
    var layout = GraphvizLayout()
    var node = agfstnode(graph)
    while let current = node {
      let place = netmaps_node_rectangle(current)
      layout.nodes[name(of: current)] = .init(
        center: DOTPoint(place.x, place.y), width: place.width, height: place.height)
      var edge = agfstout(graph, current)
      while let line = edge {
        if let course = course(of: line) { layout.edges[name(of: line)] = course }
        edge = agnxtout(graph, line)
      }
      node = agnxtnode(graph, current)
    }
    return layout
  }

  /// An edge's course; where libgraphviz split it, the parts are joined end to end.
  private static func course(of edge: UnsafeMutablePointer<Agedge_t>) -> DOTCourse? {
    let count = netmaps_spline_count(edge)
    guard count > 0, let first = netmaps_spline(edge, 0)?.pointee else { return nil }
    var points: [DOTPoint] = []
    var last = first
    for index in 0..<count {
      guard let part = netmaps_spline(edge, Int32(index))?.pointee, let list = part.list else { return nil }
      let controls = UnsafeBufferPointer(start: list, count: Int(part.size)).map { DOTPoint($0.x, $0.y) }
      points += points.isEmpty ? controls : Array(controls.dropFirst())
      last = part
    }
    guard points.count >= 4, points.count % 3 == 1 else { return nil }
    return DOTCourse(
      points: points,
      startTip: first.sflag == 0 ? nil : DOTPoint(first.sp.x, first.sp.y),
      endTip: last.eflag == 0 ? nil : DOTPoint(last.ep.x, last.ep.y))
  }

  private static func name(of object: UnsafeMutableRawPointer) -> String {
    guard let name = agnameof(object) else { return "" }
    return String(cString: name)
  }
}
