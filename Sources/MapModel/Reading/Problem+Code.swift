extension Problem {
  /// What kind of fault a problem is, by which scripts know it: the words of a message may change, its code does not.
  public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The code as it is printed, such as `unknown-actor`.
    public let rawValue: String

    /// Makes a code of its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The code as it is printed.
    public var description: String { rawValue }

    /// Something of a kind is named that is not on the map.
    /// - Parameter kind: the kind in words, such as `informant group`.
    package static func unknown(_ kind: String) -> Code {
      Code(rawValue: "unknown-\(kind.replacing(" ", with: "-"))")
    }
  }
}

extension Problem.Code {
  /// All codes, by what they are about.
  public static let all: [Problem.Code] = [
    .missingFile, .missingCompanion, .unreadableFile, .notAFile, .notText, .missingSheet, .hiddenCells, .unsavedResult,
    .emptyFile, .encoding, .outsideFolder, .yaml,
    .format,
    .shareOfNothing, .totalDiffers, .unknownClaim, .unknownFigure,
    .duplicateKey, .unknownKey, .missingKey, .unusedKey, .unknownValue, .wrongType, .tooMany, .badID, .duplicateID,
    .badSum,
    .ambiguousName, .numberAsID, .onlyLookedFor, .badColor, .lowContrast, .looksAlike, .longName, .missingGlyph,
    .mutualSupport, .emptyStage,
    .badPeriod, .periodsOverlap, .periodOutside, .wrongCondition, .leftOut,
    .inconsistentMap, .unknownActor,
    .unknownArea, .unknownPeriod, .unknownRelation, .unknownRole, .unknownSector, .unknownFamily, .unknownStage,
    .unknownInformantGroup,
    .titleRows, .missingColumn,
    .duplicateColumn, .unknownColumn, .raggedHeader, .raggedRow, .strayQuote, .unclosedQuote, .missingValue,
    .emptyCell, .severalAreas, .badNumber, .negativeNumber, .notANumber, .badDate, .duplicateCount,
    .duplicateOutcome, .missingCases, .severalMeasures, .severalPeriods, .severalSpellings, .areasExceed,
    .unknownMeasure, .unknownCode, .unknownDocument, .badStretch, .coderWithoutCodings, .unknownCoder,
    .unclearDirection, .selfConnection,
    .supportDirection, .unplacedFieldwork, .silentGroup, .mergedCells, .dittoMarks, .noteMark, .repeatedHeader,
    .totalRow,
    .noteRow, .shortRow,
    .missingCase,
    .damagedID, .duplicateRow,
    .conflictingDetails,
    .unmatchedValue, .nearDuplicateName, .dateSerial, .twoDigitYear, .mixedDateOrder, .datesOutOfOrder,
    .nearDuplicateID, .dateInFuture, .formulaError, .encodingDamage, .ambiguousSymbol, .notAvailable, .datesContradict,
    .otherResult, .oldProfile, .missingProgram, .programNotStarted, .failedQuery, .wordyID,
  ]
}

// MARK: Files

extension Problem.Code {
  /// A map with which the map is published cannot be read.
  public static let missingCompanion = Self(rawValue: "missing-companion")
  /// A file that the map needs is not there.
  public static let missingFile = Self(rawValue: "missing-file")
  /// A file cannot be opened, or not be read to its end.
  public static let unreadableFile = Self(rawValue: "unreadable-file")
  /// A folder, a pipe or a device stands where a file should.
  public static let notAFile = Self(rawValue: "not-a-file")
  /// A file is neither a table of text nor a workbook that can be read.
  public static let notText = Self(rawValue: "not-text")
  /// A workbook does not have the sheet that is named, or has several and none is named.
  public static let missingSheet = Self(rawValue: "missing-sheet")
  /// Rows, or a whole sheet, were read that Excel does not show.
  public static let hiddenCells = Self(rawValue: "hidden-cells")
  /// The results of formulas were not saved, so that cells are empty.
  public static let unsavedResult = Self(rawValue: "unsaved-result")
  /// A file holds nothing.
  public static let emptyFile = Self(rawValue: "empty-file")
  /// The encoding of a file is not sure, or some of its letters are damaged.
  public static let encoding = Self(rawValue: "encoding")
  /// The definition names a file outside the map folder.
  public static let outsideFolder = Self(rawValue: "outside-folder")
}

// MARK: The definition

extension Problem.Code {
  /// The definition is not YAML.
  public static let yaml = Self(rawValue: "yaml")
  /// The definition is in a format that is not known.
  public static let format = Self(rawValue: "format")
  /// A key stands twice.
  public static let duplicateKey = Self(rawValue: "duplicate-key")
  /// A key is not one of those that can stand there.
  public static let unknownKey = Self(rawValue: "unknown-key")
  /// A key that is needed is not there, or has nothing behind it.
  public static let missingKey = Self(rawValue: "missing-key")
  /// A key says nothing beside another one.
  public static let unusedKey = Self(rawValue: "unused-key")
  /// A word is not one of those that can stand there.
  public static let unknownValue = Self(rawValue: "unknown-value")
  /// A list, a text, a number or a mapping stands where another of them should.
  public static let wrongType = Self(rawValue: "wrong-type")
  /// A list has more items than are taken.
  public static let tooMany = Self(rawValue: "too-many")
  /// A text cannot be an identifier.
  public static let badID = Self(rawValue: "bad-id")
  /// Two things of a kind have the same identifier.
  public static let duplicateID = Self(rawValue: "duplicate-id")
  /// Several measures of a connection count cases, and are not added.
  public static let severalMeasures = Self(rawValue: "several-measures")
  /// Two names of a period, or of a measure, are nearly the same.
  public static let severalSpellings = Self(rawValue: "several-spellings")
  /// Numbers of several periods are not added.
  public static let severalPeriods = Self(rawValue: "several-periods")
  /// Areas together have more cases than the programme.
  public static let areasExceed = Self(rawValue: "areas-exceed-programme")
  /// A total is more than all its parts make.
  public static let totalDiffers = Self(rawValue: "total-differs")
  /// Something is part of itself.
  public static let badSum = Self(rawValue: "bad-sum")
  /// A name stands for two things of a kind.
  public static let ambiguousName = Self(rawValue: "ambiguous-name")
  /// Identifiers are bare numbers, which other maps use for others.
  public static let numberAsID = Self(rawValue: "number-as-id")
  /// An expectation names an actor that is not among the actors.
  public static let onlyLookedFor = Self(rawValue: "only-looked-for")
  /// A text is not a colour.
  public static let badColor = Self(rawValue: "bad-color")
  /// A colour can hardly be seen, or text on it not be read.
  public static let lowContrast = Self(rawValue: "low-contrast")
  /// Two families look the same in figures.
  public static let looksAlike = Self(rawValue: "looks-alike")
  /// A name is shortened in figures.
  public static let longName = Self(rawValue: "long-name")
  /// No typeface of the computer has a sign that a name needs.
  public static let missingGlyph = Self(rawValue: "missing-glyph")
  /// A relation of support is mutual.
  public static let mutualSupport = Self(rawValue: "mutual-support")
  /// No actor stands at a stage.
  public static let emptyStage = Self(rawValue: "empty-stage")
  /// A period ends before it starts.
  public static let badPeriod = Self(rawValue: "bad-period")
  /// Two periods have days in common, and neither contains the other.
  public static let periodsOverlap = Self(rawValue: "periods-overlap")
  /// The dates of a period lie outside those of one that contains it.
  public static let periodOutside = Self(rawValue: "period-outside")
  /// A claim or an expectation does not say one thing that can be checked.
  public static let wrongCondition = Self(rawValue: "wrong-condition")
  /// A claim takes a share of connections of which there is none.
  public static let shareOfNothing = Self(rawValue: "share-of-nothing")
  /// Evidence was left out because what it names has errors.
  public static let leftOut = Self(rawValue: "left-out")
  /// The parts of the definition contradict each other.
  public static let inconsistentMap = Self(rawValue: "inconsistent-map")
}

// MARK: Databases

extension Problem.Code {
  /// What a database gave is of another map, or of other rules.
  public static let otherResult = Self(rawValue: "other-result")
  /// The database holds values that the profile lacks, which were decided.
  public static let oldProfile = Self(rawValue: "old-profile")
  /// A program that should count is not there.
  public static let missingProgram = Self(rawValue: "missing-program")
  /// A program that should count was not started, since nobody agreed to that.
  public static let programNotStarted = Self(rawValue: "program-not-started")
  /// A program that should count ended with an error, or not in time.
  public static let failedQuery = Self(rawValue: "failed-query")
  /// Case ids hold no digit, so that they may be notes or totals.
  public static let wordyID = Self(rawValue: "id-without-digits")
}

// MARK: Names

extension Problem.Code {
  /// An actor is named that is not on the map.
  public static let unknownActor = Self(rawValue: "unknown-actor")
  /// An area is named that is not on the map.
  public static let unknownArea = Self(rawValue: "unknown-area")
  /// A period is named that the map, which lists periods, does not list.
  public static let unknownPeriod = Self(rawValue: "unknown-period")
  /// A step of the theory of change names a claim that is not there.
  public static let unknownClaim = Self(rawValue: "unknown-claim")
  /// A figure is named that is not on the map.
  public static let unknownFigure = Self(rawValue: "unknown-figure")
  /// A relation is named that is not on the map.
  public static let unknownRelation = Self(rawValue: "unknown-relation")
  /// A role is named that is not in the legend.
  public static let unknownRole = Self(rawValue: "unknown-role")
  /// A sector is named that is not in the legend.
  public static let unknownSector = Self(rawValue: "unknown-sector")
  /// There is no such family.
  public static let unknownFamily = Self(rawValue: "unknown-family")
  /// There is no such stage.
  public static let unknownStage = Self(rawValue: "unknown-stage")
  /// A group of informants is named that is not on the map.
  public static let unknownInformantGroup = Self(rawValue: "unknown-informant-group")
}

// MARK: Tables

extension Problem.Code {
  /// Lines stand above the header.
  public static let titleRows = Self(rawValue: "title-rows")
  /// A column that is needed is not there.
  public static let missingColumn = Self(rawValue: "missing-column")
  /// Two columns have the same name.
  public static let duplicateColumn = Self(rawValue: "duplicate-column")
  /// A column was not read whose name is nearly that of a known one.
  public static let unknownColumn = Self(rawValue: "unknown-column")
  /// All rows have more or fewer cells than the header.
  public static let raggedHeader = Self(rawValue: "ragged-header")
  /// A row has more or fewer cells than the header.
  public static let raggedRow = Self(rawValue: "ragged-row")
  /// The mark of a note stands behind a name.
  public static let noteMark = Self(rawValue: "note-mark")
  /// Cells hold a ditto mark in the place of what stands above.
  public static let dittoMarks = Self(rawValue: "ditto-marks")
  /// Cells are empty that were merged with the one above.
  public static let mergedCells = Self(rawValue: "merged-cells")
  /// A quotation mark stands where none can be.
  public static let strayQuote = Self(rawValue: "stray-quote")
  /// A quotation mark is not closed.
  public static let unclosedQuote = Self(rawValue: "unclosed-quote")
}

// MARK: Evidence

extension Problem.Code {
  /// A cell that is needed says nothing.
  public static let missingValue = Self(rawValue: "missing-value")
  /// An outcome has no name.
  public static let emptyCell = Self(rawValue: "empty-cell")
  /// A number belongs to several areas.
  public static let severalAreas = Self(rawValue: "several-areas")
  /// A text is not a number, or not one that can be.
  public static let badNumber = Self(rawValue: "bad-number")
  /// A symbol stands in the place of a number that means one thing in one source and another in the next.
  public static let ambiguousSymbol = Self(rawValue: "ambiguous-symbol")
  /// Numbers are not available, as the source says.
  public static let notAvailable = Self(rawValue: "not-available")
  /// A number is below 0.
  public static let negativeNumber = Self(rawValue: "negative-number")
  /// A value is infinite, or no number at all.
  public static let notANumber = Self(rawValue: "not-a-number")
  /// A text is not a date.
  public static let badDate = Self(rawValue: "bad-date")
  /// A number is given twice.
  public static let duplicateCount = Self(rawValue: "duplicate-count")
  /// An outcome is given twice.
  public static let duplicateOutcome = Self(rawValue: "duplicate-outcome")
  /// It is not said which of several measures counts cases.
  public static let missingCases = Self(rawValue: "missing-cases")
  /// A measure that is said to count cases is nowhere.
  public static let unknownMeasure = Self(rawValue: "unknown-measure")
  /// A code is not in the codebook, and nearly is.
  public static let unknownCode = Self(rawValue: "unknown-code")
  /// The name of a document fits none of those of which the map says where and with whom they were.
  public static let unknownDocument = Self(rawValue: "unknown-document")
  /// A stretch of a document has no start or no end, or ends before it starts.
  public static let badStretch = Self(rawValue: "bad-stretch")
  /// Nothing was coded by somebody who is listed as a coder.
  public static let coderWithoutCodings = Self(rawValue: "coder-without-codings")
  /// Something was coded by somebody who is not listed as a coder.
  public static let unknownCoder = Self(rawValue: "unknown-coder")
  /// Codes do not say which actor is the source.
  public static let unclearDirection = Self(rawValue: "unclear-direction")
  /// An actor is connected with itself.
  public static let selfConnection = Self(rawValue: "self-connection")
  /// Support points away from a beneficiary.
  public static let supportDirection = Self(rawValue: "support-direction")
  /// No interview is of an area, or of a period, although the map has some.
  public static let unplacedFieldwork = Self(rawValue: "unplaced-fieldwork")
  /// An informant group was interviewed, and nothing says for which actors it can speak.
  public static let silentGroup = Self(rawValue: "silent-group")
}

// MARK: Case records

extension Problem.Code {
  /// Rows repeat the header.
  public static let repeatedHeader = Self(rawValue: "repeated-header")
  /// Rows end before the last column that is read.
  public static let shortRow = Self(rawValue: "short-row")
  /// Rows hold notes, such as those below a table.
  public static let noteRow = Self(rawValue: "note-row")
  /// Case ids differ by no more than how they are written.
  public static let nearDuplicateID = Self(rawValue: "near-duplicate-id")
  /// Dates are written in another order than the definition says.
  public static let datesContradict = Self(rawValue: "dates-contradict")
  /// Rows hold totals.
  public static let totalRow = Self(rawValue: "total-row")
  /// Rows have no case id.
  public static let missingCase = Self(rawValue: "missing-case")
  /// Case ids were damaged by a spreadsheet.
  public static let damagedID = Self(rawValue: "damaged-id")
  /// Rows say the same as others of their case.
  public static let duplicateRow = Self(rawValue: "duplicate-row")
  /// Rows of a case differ in what should be the same.
  public static let conflictingDetails = Self(rawValue: "conflicting-details")
  /// No rule knows a value.
  public static let unmatchedValue = Self(rawValue: "unmatched-value")
  /// Two names are nearly the same.
  public static let nearDuplicateName = Self(rawValue: "near-duplicate-name")
  /// Dates are numbers, as spreadsheets keep them.
  public static let dateSerial = Self(rawValue: "date-serial")
  /// Dates have years of two digits.
  public static let twoDigitYear = Self(rawValue: "two-digit-year")
  /// Dates are written with the day first and with the month first.
  public static let mixedDateOrder = Self(rawValue: "mixed-date-order")
  /// Dates do not follow each other as they should.
  public static let datesOutOfOrder = Self(rawValue: "dates-out-of-order")
  /// Dates had not come when the file was written.
  public static let dateInFuture = Self(rawValue: "date-in-future")
  /// Cells hold the errors of formulas.
  public static let formulaError = Self(rawValue: "formula-error")
  /// Letters were damaged before the file was saved.
  public static let encodingDamage = Self(rawValue: "encoding-damage")
}
