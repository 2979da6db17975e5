import MapEvidence
import MapModel

extension MapReading {
  /// A map of two actors, `a` (A) and `b` (Bee), one of whom tells the other, with more in its definition.
  init(withDefinition more: String) {
    let start = """
      title: T
      relations: [{id: tells, family: coordination}]
      actors:
        - {id: a, name: A, role: delivery, sector: nhs, stage: delivery}
        - {id: b, name: Bee, role: delivery, sector: nhs, stage: delivery}

      """
    self = MapFolder.read(
      MapFiles(["map.yaml": (start + more + "\n").utf8, "interviews.csv": "from,to,relation\na,b,tells\n".utf8]))
  }
}
