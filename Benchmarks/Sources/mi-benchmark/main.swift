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
// The kernel's own reckoning of the most memory that was in use; 0 where it keeps none.
let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
let peakLine = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
let peak = (peakLine.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
let cells: [String] = [
  String(threads), String(format: "%.3f", seconds), String(peak), String(reading.map?.connections.count ?? 0),
  String(reading.usage.reduce(0) { $0 + $1.total }), String(reading.usage.reduce(0) { $0 + $1.used }),
  reading.problems.map { "\($0.code)=\($0.count)" }.joined(separator: ","),
]
print(cells.joined(separator: "\t"))
