// One import for all of NetworkMaps. A re-export keeps members visible under MemberImportVisibility,
// which type aliases would not.
@_exported public import Graphviz
@_exported public import MapAnalysis
@_exported public import MapDrawing
@_exported public import MapEvidence
@_exported public import MapFormats
@_exported public import MapModel
// A map's actors, areas and connections are ordered dictionaries.
@_exported public import OrderedCollections
