/// Tells files that are no workbook of Excel, and that people take for one, from each other.
enum FileKind {
  /// What to say of a file that is no archive.
  static func fault(ofNoArchive source: ByteSource) throws(WorkbookFault) -> WorkbookFault {
    let (start, isLocked): (ArraySlice<UInt8>, Bool)
    do throws(ZipFault) {
      let bytes = try PlacedBytes(source)
      start = try bytes.part(0, 512)
      isLocked = try Self.isLocked(bytes)
    } catch { throw WorkbookFault(error) }
    if start.isEmpty { return WorkbookFault(.otherFile, "The file is empty") }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return isLocked
        ? WorkbookFault(
          .locked,
          "The workbook is locked with a password; open it in Excel, take the password away (File, Info, Protect Workbook,"
            + " Encrypt with Password: empty the box), and save it")
        : WorkbookFault(
          .otherFile,
          "This is a workbook of the old kind (.xls); open it in Excel or LibreOffice, and save it as \"Excel Workbook"
            + " (.xlsx)\"")
    }
    if start.first(where: { $0 > 32 && $0 < 0x80 }) == UInt8(ascii: "<") {
      return WorkbookFault(
        .otherFile,
        "This is a web page or XML and not a workbook, whatever its name says; open it in Excel or LibreOffice, and save it"
          + " as \"Excel Workbook (.xlsx)\"")
    }
    return WorkbookFault(
      .otherFile, "This is not a workbook, whatever its name says; if it is CSV, give it a name that ends in .csv")
  }

  /// Whether a file of the old kind wraps a workbook that is encrypted: its list of contents says so ([MS-CFB], 2.6).
  private static func isLocked(_ bytes: PlacedBytes) throws(ZipFault) -> Bool {
    let header = ZipFields(try bytes.part(0, 512))
    let size = 1 << Int(min(header.half(30), 12))
    let start = (Int(header.word(48)) + 1) * size
    guard start < bytes.count else { return false }
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    let list = try bytes.part(start, 4096)
    return list.indices.contains { list[$0...].starts(with: name) }
  }

  /// What to say of an archive that is no workbook of Excel; `nil` if it can be one.
  static func fault(of archive: ZipArchive) -> WorkbookFault? {
    func fault(_ what: String, _ remedy: String) -> WorkbookFault {
      WorkbookFault(.otherFile, "This is \(what) and not a workbook of Excel; \(remedy)")
    }
    let type = archive["mimetype"].flatMap { try? archive.bytes(of: $0, limit: 1_000) } ?? []
    if type.starts(with: "application/vnd.oasis.opendocument".utf8) {
      return fault(
        "a file of LibreOffice (.ods)", "open it there, and save it as \"Excel 2007-365 (.xlsx)\" with File, Save As")
    }
    if archive["xl/workbook.bin"] != nil {
      return fault("a binary workbook (.xlsb)", "open it in Excel, and save it as \"Excel Workbook (.xlsx)\"")
    }
    if archive["Index/Document.iwa"] != nil || archive["index.apxl"] != nil || archive["Index.zip"] != nil {
      return fault("a file of Apple (.numbers)", "open it in Numbers, and choose File, Export To, Excel")
    }
    if archive["word/document.xml"] != nil {
      return fault("a document of Word", "copy its table into a workbook, and save that")
    }
    if archive["project.qde"] != nil {
      return fault("a project of a coding tool (.qdpx)", "name it where map.yaml asks for coded interviews")
    }
    guard archive["[Content_Types].xml"] != nil || archive["xl/workbook.xml"] != nil else {
      return fault("an archive (.zip)", "take the workbook out of it, and name that")
    }
    return nil
  }
}
