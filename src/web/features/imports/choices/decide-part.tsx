import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { importFormat, startImport } from '#contract/imports.ts';
import { importFormatTexts } from '#domain/imports/format.ts';
import { importsQuery, previewQuery } from '#web/features/imports/imports-queries.ts';
import type {
  ImportChoices,
  ImportFlow,
  ImportFlowEvent,
  ImportFormat,
} from '#web/features/imports/uploading/import-flow.ts';
import { type Message, message, say, sayKnown } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorState, errorText } from '#web/ui/error-state.tsx';
import { formatBytes } from '#web/ui/format-number.ts';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import styles from './choices.module.css';
import { listMissing } from './edit-mapping.ts';
import { MappingForm } from './mapping-form.tsx';
import { needsPairs } from './needs-pairs.ts';
import { type ImportPreview, PreviewRows } from './preview-rows.tsx';
import { RejectionList } from './rejection-list.tsx';

type Deciding = Extract<ImportFlow, { step: 'decide' }>;

interface DecidePartProps {
  readonly projectId: string;
  readonly flow: Deciding;
  readonly tell: (event: ImportFlowEvent) => void;
}

const kindWords: Readonly<Record<ImportPreview['fileKind'], Message>> = {
  jsonl: message('JSON lines'),
  json_array: message('a JSON list'),
  csv: message('CSV'),
  parquet: message('Parquet'),
};

function FormatChoice({
  format,
  preview,
  tell,
}: {
  readonly format: ImportFormat;
  readonly preview: ImportPreview | undefined;
  readonly tell: DecidePartProps['tell'];
}) {
  return (
    <div className={styles.format}>
      <SelectField
        label={say('Format')}
        options={importFormat.options.map((one) => ({
          value: one,
          label: sayKnown(importFormatTexts[one].label),
        }))}
        value={format}
        onChange={(chosen) => tell({ type: 'format_chosen', format: chosen })}
      />
      <p className={styles.reason}>
        {preview?.reason} {sayKnown(importFormatTexts[format].description)}
      </p>
    </div>
  );
}

function PairsChoice({
  pairs,
  tell,
}: {
  readonly pairs: ImportChoices['pairs'];
  readonly tell: DecidePartProps['tell'];
}) {
  return (
    <Row gap={3}>
      <span>{say('Rows with more than two responses become')}</span>
      <Segmented
        label={say('Which pairs')}
        options={[
          { value: 'all', label: say('All pairs') },
          { value: 'best_vs_worst', label: say('Best against worst') },
        ]}
        value={pairs}
        onChange={(chosen) => tell({ type: 'pairs_chosen', pairs: chosen })}
      />
    </Row>
  );
}

function Findings({ preview }: { readonly preview: ImportPreview }) {
  const { rows, rejections, mismatch } = preview;
  return (
    <>
      {mismatch !== null && (
        <Notice tone="bad" title={say('These rows do not fit the rubric')}>
          {mismatch}
        </Notice>
      )}
      {rejections.length > 0 && (
        <details className={styles.rejections}>
          <summary>
            {say('{rejected, plural, one {# row} other {# rows}} among the first 200 would be rejected', {
              rejected: rejections.length,
            })}
          </summary>
          <RejectionList rejections={rejections} />
        </details>
      )}
      {rows.length > 0 && (
        <Section
          title={say('First rows')}
          summary={say('As annotators will get them, here with the names of models.')}
        >
          <PreviewRows rows={rows} />
        </Section>
      )}
    </>
  );
}

function useStartImport({ projectId, flow, tell }: DecidePartProps) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api.call(startImport, { params: { projectId }, body: { uploadId: flow.uploadId, ...flow.choices } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: importsQuery(projectId).queryKey });
      tell({ type: 'left' });
    },
  });
}

/** What is about to be imported, to be looked at and put right before anything is written. */
export function DecidePart(props: DecidePartProps) {
  const { projectId, flow, tell } = props;
  const { choices } = flow;
  const found = useQuery({
    ...previewQuery(projectId, flow.uploadId, choices),
    placeholderData: keepPreviousData,
  });
  const start = useStartImport(props);
  const { data: preview } = found;
  const format = choices.format ?? preview?.format;
  const mapping = choices.mapping ?? preview?.mapping ?? undefined;
  const isMapped = format === 'generic' && mapping !== undefined;
  const isReady =
    found.isSuccess &&
    !found.isPlaceholderData &&
    preview?.mismatch === null &&
    !(isMapped && listMissing(mapping).length > 0);
  const facts = preview
    ? `${formatBytes(flow.sizeBytes)}, ${say(kindWords[preview.fileKind])}${preview.gzip ? `, ${say('gzipped')}` : ''}`
    : formatBytes(flow.sizeBytes);
  return (
    <Section
      title={flow.fileName}
      summary={facts}
      actions={
        <Row>
          <Button onClick={() => tell({ type: 'left' })}>{say('Choose another file')}</Button>
          <Button variant="primary" disabled={!isReady} busy={start.isPending} onClick={() => start.mutate()}>
            {say('Start import')}
          </Button>
        </Row>
      }
    >
      <Stack gap={4}>
        {start.error && <Notice tone="bad">{errorText(start.error)}</Notice>}
        {format === undefined && !found.error && <Skeleton lines={6} />}
        {format !== undefined && <FormatChoice format={format} preview={preview} tell={tell} />}
        {isMapped && preview && (
          <MappingForm
            columns={preview.columns}
            mapping={mapping}
            onChange={(changed) => tell({ type: 'mapping_changed', mapping: changed })}
          />
        )}
        {preview && needsPairs(preview.rows, choices.pairs) && (
          <PairsChoice pairs={choices.pairs} tell={tell} />
        )}
        {found.error ? (
          <ErrorState
            title={say('The file cannot be read like this')}
            error={found.error}
            onRetry={() => void found.refetch()}
          />
        ) : (
          preview && <Findings preview={preview} />
        )}
      </Stack>
    </Section>
  );
}
