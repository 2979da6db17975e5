import MapEvidence
import MapModel
import OrderedCollections
import TestSupport
import Testing

struct AttributionReadingTests {
  private static let head = """
    title: T
    relations: [{id: tells, family: coordination}]
    actors:
      - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
      - {id: b, name: B, role: delivery, sector: nhs, stage: delivery}

    """

  private static func read(_ interviews: String, _ text: String = "") throws -> MapReading {
    let folder = try TemporaryFolder(["map.yaml": head + text, "interviews.csv": interviews])
    return MapFolder.read(at: folder.path)
  }

  @Test func `a statement says what is owed to the programme, or does not`() throws {
    let reading = try Self.read(
      "from,to,relation,attribution\na,b,tells,before\na,b,tells,Beside\na,b,tells,because\na,b,tells,\n")
    #expect(reading.problems.isEmpty)
    let statements = try #require(reading.map?.connections.values.first).statements
    #expect(statements.map(\.attribution) == [.before, .beside, .because, nil])
  }

  @Test func `its column can have another name`() throws {
    let reading = try Self.read(
      "from,to,relation,Since when\na,b,tells,because\n",
      "interviews: {file: interviews.csv, columns: {attribution: Since when}}\n")
    #expect(reading.problems.isEmpty)
    #expect(reading.map?.connections.values.first?.statements.map(\.attribution) == [.because])
  }

  @Test func `what is no attribution is a problem with its place`() throws {
    let problems = try Self.read("from,to,relation,attribution\na,b,tells,after\n").problems
    #expect(problems.map(\.code) == [.unknownValue])
    #expect(problems.first?.line == 2 && problems.first?.column != nil)
    #expect(problems.first?.message.contains("one of before, beside, because, or empty") == true)
    let figure = try Self.read(
      "from,to,relation\n", "figures: [{id: f, title: F, show: {attributions: [after]}}]\n"
    ).problems
    #expect(figure.map(\.code) == [.unknownValue] && figure.first?.line == 6)
  }

  @Test func `a figure selects by it, and has lines of one meaning`() throws {
    let reading = try Self.read(
      "from,to,relation\n",
      "figures: [{id: f, title: F, show: {attributions: [before, because]}, lines: frequency}]\n")
    #expect(reading.problems.isEmpty)
    let figure = try #require(reading.map?.figures.first)
    #expect(figure.content == .map(.init(attributions: [.before, .because])) && figure.weighsFrequency)
    let both = try Self.read(
      "from,to,relation\n", "figures: [{id: f, title: F, widths: cases, lines: frequency}]\n")
    #expect(both.problems.map(\.code) == [.unusedKey])
    #expect(both.map?.figures.first?.weighsFrequency == false)
  }

  @Test func `a code says it of a segment, and two that differ say nothing`() throws {
    let codes = """
      codes:
        - {code: works, from: a, to: b, relation: tells}
        - {code: new, attribution: because}
        - {code: old, attribution: before}
      """
    let reading = try Self.read(
      "segment,interview,code,excerpt\n1,I,works,x\n1,I,new,x\n2,I,works,y\n2,I,new,y\n2,I,old,y\n", codes)
    #expect(reading.problems.isEmpty, "\(reading.problems.map(\.description))")
    #expect(reading.map?.connections.values.first?.statements.map(\.attribution) == [.because, nil])
  }
}
