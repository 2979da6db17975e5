import Foundation
import NetworkMaps
import Tabular
import XML

/// What right output looks like, whatever it says.
enum WellFormed {
  /// A text for people, of which nothing steers a terminal.
  static func text(_ text: String) -> String? {
    text.unicodeScalars.first { scalar in
      scalar != "\n"
        && ([.control, .lineSeparator, .paragraphSeparator, .surrogate].contains(scalar.properties.generalCategory)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
    }.map { "U+\(String($0.value, radix: 16)) is in a text for people" }
  }

  static func json(_ text: String) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      return nil
    } catch {
      return "this is no JSON: \(error)"
    }
  }

  /// Rows of as many cells each, as RFC 4180 has them, ended by a line break.
  static func csv(_ text: String) -> String? {
    var (widths, cells, isQuoted, isStart): (Set<Int>, Int, Bool, Bool) = ([], 1, false, true)
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      switch (byte, isQuoted) {
      case (0x22, true):
        if bytes.first == 0x22 { bytes.removeFirst() } else { isQuoted = false }
      case (_, true): break
      case (0x22, false):
        guard isStart else { return "a quotation mark stands within a cell that is not quoted" }
        isQuoted = true
      case (0x2C, false):
        cells += 1
        isStart = true
        continue
      case (0x0A, false):
        widths.insert(cells)
        (cells, isStart) = (1, true)
        continue
      default: break
      }
      isStart = false
    }
    if isQuoted { return "a quotation mark is not closed" }
    if cells > 1 || !isStart { return "the last row has no line break at its end" }
    return widths.count > 1 ? "rows have \(widths.sorted()) cells" : nil
  }

  static func xml(_ bytes: [UInt8]) -> String? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return "this is not UTF-8" }
    do {
      _ = try XMLTree(reading: bytes)
      return nil
    } catch {
      return "this is no XML: \(error)"
    }
  }

  /// Brackets and quotation marks in pairs, and one graph.
  static func dot(_ bytes: [UInt8]) -> String? {
    var (depth, isQuoted, isEscaped, graphs) = (0, false, false, 0)
    for byte in bytes {
      if byte == 0 { return "a zero byte is in DOT" }
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case UInt8(ascii: "{"):
        depth += 1
        if depth == 1 { graphs += 1 }
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth < 0 { return "a bracket is closed that is not open" }
    }
    return isQuoted || depth != 0 || graphs != 1 ? "quotation marks or brackets of DOT are not in pairs" : nil
  }

  /// A page of which scripts and data end where they should.
  static func page(_ html: String) -> String? {
    let parts = html.components(separatedBy: "id=\"data\">")
    guard html.hasPrefix("<!DOCTYPE html>") || html.hasPrefix("<!doctype html>") else { return "no document type" }
    guard parts.count == 2, let data = parts[1].components(separatedBy: "</script>").first else { return "no data" }
    let tags = html.components(separatedBy: "<script").count - html.components(separatedBy: "</script>").count
    return tags != 0 ? "scripts are not closed" : json(data)
  }

  /// An archive of which every part can be expanded, and every part of XML read.
  static func archive(_ bytes: [UInt8]) -> String? {
    do {
      let archive = try ZipArchive(.memory(bytes))
      for entry in archive.entries {
        let part = try archive.bytes(of: entry)
        if entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels"), let fault = xml(part) {
          return "\(entry.name): \(fault)"
        }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// A problem that says where it is and what is wrong, on one line.
  static func problem(_ problem: Problem) -> String? {
    let text = problem.description
    if problem.file.isEmpty { return "no file: \(text)" }
    if problem.message.trimmingCharacters(in: .whitespaces).isEmpty { return "no words: \(text)" }
    if let line = problem.line, line < 1 { return "line \(line): \(text)" }
    if text.unicodeScalars.contains("\n") { return "a line break is in: \(text)" }
    return Self.text(text)
  }
}
