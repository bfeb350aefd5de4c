import type { ColumnMapping as WireMapping } from '#contract/imports.ts';
import type { ColumnMapping, ResponseColumns, ResponseList } from '#domain/imports/mapping.ts';

/** Reads a mapping as the API takes it. No metadata columns named means: all that nothing else takes. */
export function toDomainMapping(wire: WireMapping): ColumnMapping {
  const responses: ResponseColumns | ResponseList =
    wire.responsesColumn === undefined
      ? {
          kind: 'columns',
          columns: wire.responses,
          ...(wire.models.length > 0 ? { models: wire.models } : {}),
        }
      : {
          kind: 'list',
          column: wire.responsesColumn,
          ...(wire.models[0] === undefined ? {} : { modelsColumn: wire.models[0] }),
        };
  return {
    prompt: wire.prompt,
    responses,
    ...(wire.system === undefined ? {} : { system: wire.system }),
    ...(wire.key === undefined ? {} : { id: wire.key }),
    ...(wire.domain === undefined ? {} : { domain: wire.domain }),
    ...(wire.metadata.length > 0 ? { metadata: wire.metadata } : {}),
    ...(wire.verdict === undefined
      ? {}
      : { verdict: { column: wire.verdict, reading: wire.verdictAs ?? 'letter' } }),
  };
}

/** Shows a mapping as the API gives it. */
export function toWireMapping(mapping: ColumnMapping): WireMapping {
  const { responses } = mapping;
  const models =
    responses.kind === 'list'
      ? [responses.modelsColumn ?? null]
      : (responses.models ?? []).slice(0, responses.columns.length);
  const named = models.filter((model) => model !== null);
  return {
    prompt: mapping.prompt,
    responses: responses.kind === 'columns' ? [...responses.columns] : [],
    // A model column for some of the responses only cannot be said on the wire; it stays in the metadata.
    models: named.length === models.length ? named : [],
    metadata: [...(mapping.metadata ?? [])],
    ...(responses.kind === 'list' ? { responsesColumn: responses.column } : {}),
    ...(mapping.system === undefined ? {} : { system: mapping.system }),
    ...(mapping.id === undefined ? {} : { key: mapping.id }),
    ...(mapping.domain === undefined ? {} : { domain: mapping.domain }),
    ...(mapping.verdict === undefined
      ? {}
      : { verdict: mapping.verdict.column, verdictAs: mapping.verdict.reading }),
  };
}
