import Foundation
import NetworkMaps

// Reads the map folder once, as `netmap` does, and prints a row: threads, seconds, peak MiB, connections, rows, rows used.
let arguments = CommandLine.arguments
guard arguments.count == 3, let threads = Int(arguments[2]), threads == 1 || threads == 2 else {
  FileHandle.standardError.write(Data("usage: mi-benchmark MAP-FOLDER 1|2\n".utf8))
  exit(2)
}
let clock = ContinuousClock()
let start = clock.now
let reading = MapFolder.read(at: arguments[1], options: ReadingOptions(usesTwoThreads: threads == 2))
let seconds = (clock.now - start) / .seconds(1)
var usage = rusage()
getrusage(RUSAGE_SELF, &usage)
#if os(Linux)
  let peak = usage.ru_maxrss / 1024
#else
  let peak = usage.ru_maxrss / 1_048_576
#endif
let cells: [String] = [
  String(threads), String(format: "%.3f", seconds), String(peak), String(reading.map?.connections.count ?? 0),
  String(reading.usage.reduce(0) { $0 + $1.total }), String(reading.usage.reduce(0) { $0 + $1.used }),
  reading.problems.map { "\($0.code)=\($0.count)" }.joined(separator: ","),
]
print(cells.joined(separator: "\t"))
