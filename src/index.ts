/** The catalogue of the engine: what pages, components, loaders and consoles may use. */
export {InputError, QueryError, UnavailableError, isAbortError, toMessage} from "./lib/errors.ts";
export {drawSample} from "./lib/draw-sample.ts";
export {groupBy} from "./lib/group-by.ts";
export {createPause} from "./lib/pause.ts";
export {isSame} from "./lib/same.ts";
export {toIdentifier, toSlug, toUnique} from "./lib/slug.ts";
export {interpolateSql, quoteIdentifier, quoteText, toSqlLiteral} from "./lib/sql.ts";

export {toNextDates} from "./connectors/icalendar/next-dates.ts";

export type {
  Batch,
  BatchCounts,
  InPlaceTable,
  KeptFile,
  RawTable,
  Rollback
} from "./model/batch.ts";
export type {
  Catalogue,
  LakeColumn,
  LakeFile,
  LakePart,
  LakeReject,
  LakeTable
} from "./model/catalogue.ts";
export type {Change, RecordTable} from "./model/change.ts";
export type {Column, ColumnKind, Value} from "./model/column.ts";
export {toColumnKind} from "./model/column.ts";
export type {Cardinality, Edge, EdgeGrid, EdgeKind} from "./model/edge.ts";
export {toEdgeKind} from "./model/edge.ts";
export type {End} from "./model/end.ts";
export {toEnd, toEndText} from "./model/end.ts";
export type {EntryType} from "./model/entry-type.ts";
export {toEntryType, toLabel} from "./model/entry-type.ts";
export type {Entry, EntryDraft, Fields, RowSource} from "./model/entry.ts";
export {toFieldValue} from "./model/entry.ts";
export type {MergeField, MergeRule, MergeSide, SideChoice} from "./model/merge-sides.ts";
export {chooseAll, findDifferences, toMerged} from "./model/merge-sides.ts";
export type {Pack, PackEntry} from "./model/pack.ts";
export {toSampleTag} from "./model/pack.ts";
export type {GridPlace} from "./model/grid.ts";
export {toGridPlace, toPosition} from "./model/grid.ts";
export type {ParseOptions} from "./model/parse-options.ts";
export type {Problem} from "./model/problem.ts";
export type {ColumnReader, Provenance, Row} from "./model/query-result.ts";
export {QueryResult, toColumnReader} from "./model/query-result.ts";
export type {ClusterMethod, Recipe, RecipeMatch, Step, StepKind} from "./model/recipe.ts";
export {RECIPE_EXTENSION} from "./model/recipe.ts";
export type {
  Attachment,
  FieldHints,
  FieldSchema,
  HintedKind,
  ObjectSchema
} from "./model/schema.ts";
export type {
  Evidence,
  Proposal,
  Suggestion,
  SuggestionKind,
  SuggestionStatus
} from "./model/suggestion.ts";
export type {Reject} from "./model/table.ts";
export type {
  Keyword,
  Topic,
  TopicMember,
  TopicOptions,
  TopicRecord,
  TopicRule,
  TopicSet,
  TopicSetRecord
} from "./model/topic.ts";
export {fromTopicEnd, toTopicEnd, toTopicTitle} from "./model/topic.ts";
export {findHidden} from "./model/field-when.ts";
export {isAttachment} from "./model/values/attachment.ts";
export {isClock} from "./model/values/clock.ts";
export {isColour, readColour} from "./model/values/colour.ts";
export {formatMoney, toDecimals} from "./model/values/money.ts";
export type {Place} from "./model/values/place.ts";
export {formatPoint, isPlace, readPlace} from "./model/values/place.ts";
export {readText} from "./model/values/read-text.ts";
export {formatSpan, isSpan, readSpan} from "./model/values/span.ts";
export {findTemplateFields, toTitle} from "./model/title.ts";
export {findFamily, resolveType} from "./model/type-family.ts";
export type {FilterOp, Total, View, ViewFilter, ViewLayout, ViewSort} from "./model/view.ts";
export {FILTER_OPS, TOTALS, VIEW_LAYOUTS} from "./model/view.ts";
export {toJsonText, toValueText} from "./model/value-text.ts";

export {toRecipe, toRecipeText} from "./recipes/to-recipe.ts";

export type {Lake, QueryOptions, TableName} from "./lake/lake.ts";
export type {WasmLakeAssets} from "./lake/wasm-engine.ts";
export {openWasmLake} from "./lake/wasm-lake.ts";

export type {Mark} from "./search/find-marks.ts";

export type {EdgeDraft} from "./store/add-edges.ts";
export {ConflictError} from "./store/conflict-error.ts";
export type {UniqueClash, UniqueConflict, UniqueConflicts} from "./store/unique-conflicts.ts";
export {UniqueError} from "./store/unique-error.ts";
export type {EdgePatch} from "./store/update-edge.ts";
export type {EntryMatch} from "./store/directory.ts";
export type {EdgeOrder, EdgePage, EdgeQuery, EdgeRow, EdgeRowEnd} from "./store/edge-page.ts";
export type {EdgeGroup} from "./store/edge-groups.ts";
export type {EntryOrder, EntryPage, EntryQuery} from "./store/entry-page.ts";
export type {ChangeGroup} from "./store/history.ts";
export type {Live} from "./store/live.ts";
export type {RecentQuery} from "./store/queries.ts";
export type {Attachments} from "./store/attachments.ts";
export type {Suggestions, SuggestionPage, SuggestionQuery} from "./store/suggestions.ts";
export type {Transaction} from "./store/transaction.ts";
export type {MergeChoice} from "./store/accept-suggestion.ts";
export type {EntryPatch} from "./store/change-entries.ts";
export type {Views} from "./store/views.ts";
export type {StorageState} from "./store/storage.ts";
export type {Store} from "./store/store.ts";
export {openStore} from "./store/store.ts";

export type {Entities} from "./workspace/api/entities.ts";
export type {Entity, EntityPage, EntityQuery, EntityRef, Filters} from "./workspace/api/entity.ts";
export type {EntityWriter} from "./workspace/api/entity-writer.ts";
export type {WorkspaceTransaction} from "./workspace/api/transact.ts";
export type {ArchiveImport} from "./workspace/archive/archive-import.ts";
export type {
  ArchiveFile,
  ArchiveOptions,
  ArchiveProgress,
  Backup
} from "./workspace/archive/archive-options.ts";
export type {Archives} from "./workspace/archive/archives.ts";
export type {CuratedFolder} from "./workspace/curated/curated-folder.ts";
export type {WrittenFiles} from "./workspace/curated/write-curated.ts";
export type {LoadMode} from "./store/archive-judge.ts";
export type {Difference, Loaded, LoadCounts} from "./store/archive-options.ts";
export type {EntryImport, EntryImportPlan} from "./workspace/import-entries.ts";
export {importEntries, matchColumns, planEntryImport} from "./workspace/import-entries.ts";
export {exportAll, exportType} from "./workspace/exports/export-entries.ts";
export type {ExportFormat, ExportOptions} from "./workspace/exports/export.ts";
export {EXPORT_FORMATS, exportResult} from "./workspace/exports/export.ts";
export type {
  Cluster,
  Comparison,
  Estimate,
  FileAccess,
  ImportChange,
  ImportFile,
  ImportItem,
  ImportProgress,
  Imports,
  ImportSession,
  StepEffect,
  StepSuggestion,
  WorkOptions
} from "./workspace/imports/imports.ts";
export type {Deduped, DedupeOptions, DedupeRows} from "./workspace/dedupe/dedupe-rows.ts";
export type {Dedupe, DedupedSource, DedupeSourceOptions} from "./workspace/notebook/dedupe.ts";
export type {AcceptChoice, AcceptMode} from "./workspace/dedupe/accept-duplicates.ts";
export {
  acceptDuplicates,
  listAcceptModes,
  settleDuplicates
} from "./workspace/dedupe/accept-duplicates.ts";
export type {Decided} from "./workspace/dedupe/decide-pairs.ts";
export {readPlainRowSql} from "./workspace/imports/plain-row-sql.ts";
export {readNamedTables, toRawName, toRawRowSql} from "./workspace/imports/raw-rows.ts";
export {draftRows, inferRowType} from "./workspace/dedupe/row-drafts.ts";
export type {SourceRecords} from "./workspace/dedupe/source-records.ts";
export type {DuplicateJob, DuplicatePlan} from "./workspace/dedupe/duplicate-plan.ts";
export type {DuplicatePair, DuplicateSearch} from "./workspace/dedupe/duplicate-search.ts";
export type {AlikeRow, AlikeRows} from "./workspace/dedupe/find-alike-rows.ts";
export type {Duplicates, DuplicateSource} from "./workspace/dedupe/duplicates.ts";
export type {DuplicateCluster} from "./workspace/dedupe/likely-clusters.ts";
export type {ColumnPair} from "./workspace/dedupe/source-records.ts";
export type {BlockingForecast} from "./match/link/estimate.ts";
export type {BlockingRule, MatchKind, MatchPart} from "./match/link/match-table.ts";
export type {PackAddition} from "./workspace/packs/add-pack.ts";
export type {Packs, PackShelf, PackState} from "./workspace/packs/packs.ts";
export type {Proposer, ProposeOptions} from "./workspace/suggest/proposer.ts";
export {SUGGESTED_KINDS} from "./workspace/suggest/suggest-edges.ts";
export type {Twin, TwinDraft, Twins} from "./workspace/twins/twins.ts";
export type {TextMap} from "./workspace/map/text-map.ts";
export type {TextMaps} from "./workspace/map/text-maps.ts";
export {findKeywords} from "./topics/words/find-keywords.ts";
export type {TimeCourse, TimeUnit} from "./workspace/topics/time-course.ts";
export type {TopicLine} from "./workspace/topics/topic-lines.ts";
export {OUTLIER, TopicView} from "./workspace/topics/topic-view.ts";
export type {TopicCollection, TopicRoom, Topics} from "./workspace/topics/topic-room.ts";
export {toMoodCourse} from "./workspace/topics/sentiments.ts";
export type {EntryHit, EntryTypeaheadOptions} from "./workspace/find/typeahead.ts";
export {checkExpression} from "./workspace/types/check-expression.ts";
export type {Fix, FixExample, FixPreview} from "./workspace/types/fix-misfits.ts";
export {fixMisfits, previewFix} from "./workspace/types/fix-misfits.ts";
export type {Drift, DriftReport} from "./workspace/types/infer-from-entries.ts";
export {findDrift} from "./workspace/types/infer-from-entries.ts";
export type {MisfitField, MisfitReport} from "./workspace/types/misfits.ts";
export {findMisfits, isHarmless} from "./workspace/types/misfits.ts";
export type {ValueFix, ValueFixKind} from "./workspace/types/value-fix.ts";
export {moveValues} from "./workspace/types/value-fix.ts";
export type {CheckedRow} from "./workspace/paste/check-rows.ts";
export {checkRows} from "./workspace/paste/check-rows.ts";
export {mapColumns, toPastableFields} from "./workspace/paste/map-columns.ts";
export {readPasted} from "./workspace/paste/read-pasted.ts";
export type {FieldProblems} from "./workspace/validate.ts";
export {findProblems} from "./workspace/validate.ts";
export type {ColumnProfile, ProfileOptions} from "./workspace/profile.ts";
export type {BulkEdit} from "./workspace/views/bulk-edit.ts";
export {editFields, editTags, toEditedText} from "./workspace/views/bulk-edit.ts";
export type {MirrorType} from "./workspace/mirror/mirror-types.ts";
export {toMirrorTypes} from "./workspace/mirror/mirror-types.ts";
export type {TypeColumn} from "./workspace/mirror/type-columns.ts";
export type {ViewKind, ViewRelation} from "./workspace/views/view-columns.ts";
export {
  findColumn,
  isGroupable,
  toShownColumns,
  toTotals,
  toViewKind
} from "./workspace/views/view-columns.ts";
export {toFilterOps} from "./workspace/views/view-filter.ts";
export {toViewResult} from "./workspace/views/view-result.ts";
export type {ViewQuery} from "./workspace/views/view-sql.ts";
export {findViewProblems, toGroupsSql, toTotalsSql, toViewSql} from "./workspace/views/view-sql.ts";
export type {CheckScore, ModelCheck} from "./embed/check/check-model.ts";
export type {ModelFacts} from "./embed/model-facts.ts";
export type {QueueState} from "./workspace/meaning/embedding-queue.ts";
export type {CollectionState} from "./workspace/meaning/meaning.ts";
export type {Workspace, WorkspaceAssets} from "./workspace/workspace.ts";
export {openWorkspace} from "./workspace/workspace.ts";
export type {
  Facet,
  FixedItem,
  HitKind,
  HitReason,
  MarkedText,
  Search,
  SearchAnswer,
  SearchHit,
  SearchOptions
} from "./workspace/search/search.ts";
export {EMPTY_ANSWER} from "./workspace/search/search.ts";
