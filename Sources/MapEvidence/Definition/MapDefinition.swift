import MapModel
import OrderedCollections
import YAML

/// What `map.yaml` says: everything of a map but its evidence, and where the evidence stands.
struct MapDefinition {
  /// A file of evidence and what it calls its columns.
  struct EvidenceFile {
    var name: String
    /// The sheet, if it is a workbook; `nil` for the only one that is shown and holds something.
    var sheet: String?
    /// The file's names of columns, by the format's.
    var columns: [String: String] = [:]
    /// Whether the definition names the file, so that its absence is an error.
    var isDeclared = true
    /// The measures that count cases of a connection, of which the first that it has is taken, while the others are shown beside them; `nil` if it is not said.
    var caseMeasures: [String]?
  }

  var title = ""
  var source: Citation?
  var areas: [Area] = []
  var periods: [Period] = []
  var measures: [MeasureParts] = []
  var legend = Legend.report
  /// Where the map's own stages stand in the definition.
  var stageNodes: OrderedDictionary<Stage.ID, YAMLNode> = [:]
  var relations: [Relation] = []
  var informants: [InformantGroup] = []
  var actors: [MapActor] = []
  /// Where the names of actors stand that figures show.
  var nameNodes: [MapActor.ID: YAMLNode] = [:]
  var claims: [Claim] = []
  var theory: [TheoryStep] = []
  /// Where each claim stands.
  var claimPlaces: [Claim.ID: SourceLocation] = [:]
  var expectations: [Expectation] = []
  /// The names of actors that expectations name and that are not among the actors.
  var lookedFor: OrderedDictionary<MapActor.ID, String> = [:]
  var figures: [FigureDefinition] = []
  var drawing = DrawingSettings()
  var positions: [ActorPosition] = []
  var language = NetworkMap.english
  var pageSteps: [PageStep] = []
  var pageWords: [PhraseTranslation] = []
  var report: [ReportSection] = []
  var disclosure = DisclosureSettings()
  var codebook = Codebook()
  var interviews = [EvidenceFile(name: "interviews.csv", isDeclared: false)]
  /// Codings beside statements that were made from them.
  var codings: EvidenceFile?
  var coders: [Coder] = []
  /// Where each coder is listed.
  var coderPlaces: [String: SourceLocation] = [:]
  var fieldwork = [EvidenceFile(name: "fieldwork.csv", isDeclared: false)]
  var outcomes = EvidenceFile(name: "outcomes.csv", isDeclared: false)
  var countBases: [CountBase] = []
  var counts: [EvidenceFile] = []
  /// What stands in the place of numbers, in the words of their sources.
  var symbols = NumberSymbols()
  var caseFiles: [CaseFiles] = []
  /// The folders beside the map's from which files may be named.
  var folders: [String] = []
  /// The names of files as they stand in the definition, also those that nothing is read from because of an error.
  var mentionedFiles: [String] = []

  /// By which names evidence can speak of what is on the map.
  var actorNames = NameIndex<MapActor.ID>()
  var areaNames = NameIndex<Area.ID>()
  var periodNames = NameIndex<String>()
  var relationNames = NameIndex<Relation.ID>()
  var roleNames = NameIndex<Role.ID>()
  var sectorNames = NameIndex<Sector.ID>()
  var familyNames = NameIndex<Family.ID>()
  var stageNames = NameIndex<Stage.ID>()
  var informantNames = NameIndex<InformantGroup.ID>()
  var coderNames = NameIndex<String>()
  /// What has errors, so that evidence of it is left out with it.
  var leftOut = LeftOut()

  /// Of which group each actor is part.
  var actorGroups: [MapActor.ID: MapActor.ID] {
    actors.reduce(into: [:]) { if let group = $1.group { $0[$1.id] = group } }
  }

  /// The names of all files of evidence, each as often as something is read from it.
  var fileNames: [String] {
    (interviews + fieldwork + [outcomes] + [codings].compactMap(\.self) + counts
      + caseFiles.filter { $0.query == nil }.flatMap(\.files)).map(\.name) + caseFiles.flatMap { $0.query?.files ?? [] }
  }

  /// Whether a file may be read: one in the map folder, or in a folder that the map lists, or below it.
  ///
  /// Only the way there may lead up, and only as it is listed.
  func mayRead(_ name: String) -> Bool {
    if name.hasPrefix("/") || name.contains("\\") { return false }
    let way = MapFiles.normalized(name).split(separator: "/")
    let starts = [[]] + folders.map { MapFiles.normalized($0).split(separator: "/") }
    return starts.contains { way.starts(with: $0) && way.count > $0.count && !way.dropFirst($0.count).contains("..") }
  }

  /// The folder of a file, as it is listed.
  static func folder(of name: String) -> String {
    name.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Makes known the names of actors that records name: further records mean the same ones by them.
  mutating func addNames(of made: [MapActor]) {
    for actor in made {
      for name in [actor.id.rawValue, actor.name] { actorNames.add(name, for: actor.id) }
    }
  }
}
