import MapModel

/// What `map.yaml` says: everything of a map but its evidence, and where the evidence stands.
struct MapDefinition {
  /// A file of evidence and what it calls its columns.
  struct EvidenceFile {
    var name: String
    /// The file's names of columns, by the format's.
    var columns: [String: String] = [:]
    /// Whether the definition names the file, so that its absence is an error.
    var isDeclared = true
    /// The measures that count cases of a connection; the others are shown beside them.
    var caseMeasures: Set<String> = []
  }

  var title = ""
  var source: Citation?
  var areas: [Area] = []
  var legend = Legend.report
  var relations: [Relation] = []
  var informants: [InformantGroup] = []
  var actors: [MapActor] = []
  var claims: [Claim] = []
  var expectations: [Expectation] = []
  var figures: [FigureDefinition] = []
  var disclosure = DisclosureSettings()
  var codebook = Codebook()
  var interviews = EvidenceFile(name: "interviews.csv", isDeclared: false)
  var fieldwork = EvidenceFile(name: "fieldwork.csv", isDeclared: false)
  var outcomes = EvidenceFile(name: "outcomes.csv", isDeclared: false)
  var countBases: [CountBase] = []
  var counts: [EvidenceFile] = []
  var caseFiles: [CaseFiles] = []
}
