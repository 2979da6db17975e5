// One import for all of NetworkMaps. A re-export keeps members visible under MemberImportVisibility,
// which a typealias would not.
@_exported public import GraphMeasures
@_exported public import Documents
@_exported public import MapAnalysis
@_exported public import MapDisclosure
@_exported public import MapDrawing
@_exported public import MapEvidence
@_exported public import MapFormats
@_exported public import MapModel
@_exported public import MapPage
@_exported public import MapReports
@_exported public import OrderedCollections
