import Foundation
import TestSupport
import Testing

/// What shells offer, by the scripts that the program makes for them.
struct CompletionTests {
  private static let netmap = BuiltProgram("netmap")
  private static let areas = ["doncaster", "knowsley", "middlesbrough", "salford", "stoke-on-trent"]
  private static let bash = InstalledProgram("bash")
  private static let zsh = InstalledProgram("zsh")
  private static let fish = InstalledProgram("fish")

  /// A folder with the script for a shell, and what finds the program as one that is installed.
  private static func script(for shell: String, as name: String) throws -> TemporaryFolder {
    let run = try netmap.run("--generate-completion-script", shell)
    #expect(run.code == 0, "\(run.errors)")
    return try TemporaryFolder([name: run.output])
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> [String] {
    let folder = URL(filePath: netmap.path).deletingLastPathComponent().path()
    let path = folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let shell = InstalledProgram(program, environment: ["PATH": path, "TERM": "dumb"])
    return try shell.run(arguments).text.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test(.enabled("there is no bash") { bash.isThereOrDemanded })
  func `bash offers verbs, options, and the areas of the map`() throws {
    let folder = try Self.script(for: "bash", as: "netmap.bash")
    let lines = """
      source '\(folder.path)/netmap.bash'
      function=$(complete -p netmap | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
      $function netmap "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    func offered(_ words: String...) throws -> [String] {
      try Self.run("bash", ["-c", lines, "bash", "netmap"] + words)
    }
    #expect(try offered("wat") == ["watch"])
    #expect(try offered("query", "Maps/ami", "--area", "") == Self.areas)
    #expect(try offered("query", "Maps/ami", "--area", "mid") == ["middlesbrough"])
    #expect(try offered("check", "Maps/ami", "--run") == ["--run-queries"])
  }

  @Test(.enabled("there is no zsh") { zsh.isThereOrDemanded })
  func `zsh offers the areas of the map`() throws {
    let folder = try Self.script(for: "zsh", as: "_netmap")
    // Completion needs a terminal: a shell in a shell has one.
    let lines = """
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PS1=; fpath=('$1' \\$fpath); autoload -Uz compinit; compinit -u -D; bindkey '^I' list-choices"
      zpty -w shell 'print be''gun'
      zpty -r shell line '*begun*'
      zpty -w -n shell "netmap query Maps/ami --area "$'\\t'
      zpty -r shell line '*stoke-on-trent*'
      print -r -- "$line"
      zpty -d shell
      """
    let text = try Self.run("timeout", ["60", "zsh", "-c", lines, "zsh", folder.path]).joined(separator: "\n")
    for area in Self.areas { #expect(text.contains(area), "\(text)") }
  }

  @Test(.enabled("there is no fish") { fish.isThereOrDemanded })
  func `fish offers verbs with what they do`() throws {
    let folder = try Self.script(for: "fish", as: "netmap.fish")
    let lines = try Self.run("fish", ["-c", "source '\(folder.path)/netmap.fish'; complete -C 'netmap wat'"])
    #expect(lines.first?.hasPrefix("watch\tCheck a map") == true, "\(lines)")
  }
}
