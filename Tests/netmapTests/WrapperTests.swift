import TestSupport
import Testing

/// What Python and R make of the program, by the tests beside their examples.
struct WrapperTests {
  private static let program = BuiltProgram("netmap").path
  private static let python = InstalledProgram(
    Package.path(to: ".build/peers/bin/python"), environment: ["NETMAP": program])
  private static let hasPython =
    InstalledProgram.areDemanded || (try? python.run(["-c", "import networkx, pandas, setuptools"]).code) == 0
  private static let r = InstalledProgram("Rscript", environment: ["NETMAP": program])
  private static let libraries = "library(igraph); library(jsonlite); library(knitr); library(rmarkdown)"
  private static let hasR = InstalledProgram.areDemanded || (try? r.run(["-e", libraries]).code) == 0

  @Test(.enabled(if: hasPython, "no pandas, networkx and setuptools: .setup/peers installs them"))
  func `Python makes data frames, graphs and figures, and a wheel of the program`() throws {
    let run = try Self.python.run(
      ["-m", "unittest", "discover", "tests"], in: Package.path(to: "Examples/python"))
    #expect(run.code == 0 && !run.text.contains("skipped"), "\(run.text)")
  }

  @Test(.enabled(if: hasR, "no igraph, jsonlite, knitr and rmarkdown for R: .setup/peers installs them"))
  func `R makes data frames, graphs and figures, and documents with chunks of netmap`() throws {
    let run = try Self.r.run(["Examples/r/test_netmap.R"])
    #expect(run.code == 0 && run.text.contains("rendered to 2 formats"), "\(run.text)")
  }
}
