import Foundation
import TestSupport
import Testing

/// What netmap depends on stands in Package.swift, and again where people look for it: none of these may be forgotten.
struct DependencyListTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: Package.path(to: path), encoding: .utf8)
  }

  @Test func `names each Swift package in the lists of licences, and says from which version on`() throws {
    let manifest = try text("Package.swift")
    let packages = manifest.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)", from: "([^"]+)"\)/)
    #expect(!packages.isEmpty)
    #expect(packages.count == manifest.matches(of: /\.package\(/).count)
    let lists = try (text(".setup/copyright"), text(".setup/materials"), text(".github/SECURITY.md"))
    for package in packages {
      let name = String(package.1)
      #expect(lists.0.contains(name))
      #expect(lists.1.contains("\"\(name)\":"))
      #expect(lists.2.contains("| \(name) | \(package.2) "))
    }
  }

  @Test func `names each library of the system where it is installed, and in the lists of licences`() throws {
    let libraries = try text("Package.swift").matches(
      of: /pkgConfig: "([^"]+)",\s*providers: \[\.apt\(\["([^"]+)"\]\), \.brew\(\["([^"]+)"\]\)\]/)
    #expect(try libraries.count == text("Package.swift").matches(of: /\.systemLibrary\(/).count)
    let (install, formula) = try (text(".setup/install"), text(".setup/homebrew/netmap.rb"))
    let lists = try (text(".setup/materials"), text(".github/SECURITY.md"))
    for library in libraries {
      #expect(install.contains(" \(library.1)") && install.contains(library.2))
      #expect(formula.contains("\"\(library.3)\""))
      #expect(lists.0.contains("\"\(library.3)\":"))
      #expect(lists.1.localizedCaseInsensitiveContains("| \(library.3) |"))
    }
  }
}
