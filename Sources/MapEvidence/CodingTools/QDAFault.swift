/// Why a project of a coding tool cannot be read, as a sentence without its full stop.
struct QDAFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
