import Testing

@testable import MapDrawing

struct ColumnCoordinatesTests {
  /// Worked by hand: 3 and 1 pool to their weighted mean.
  @Test func `finds the nearest nondecreasing numbers`() {
    #expect(ColumnCoordinates.nondecreasing([(1, 1), (2, 1), (3, 1)]) == [1, 2, 3])
    #expect(ColumnCoordinates.nondecreasing([(3, 1), (1, 1)]) == [2, 2])
    #expect(ColumnCoordinates.nondecreasing([(3, 3), (1, 1), (4, 1)]) == [2.5, 2.5, 4])
    #expect(ColumnCoordinates.nondecreasing([(3, 1), (2, 1), (1, 1)]) == [2, 2, 2])
    #expect(ColumnCoordinates.nondecreasing([]) == [])
  }
}
