import { Download } from 'lucide-react';
import { downloadExportFile, type ExportRun } from '#contract/exports.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { formatBytes, formatCount } from '#web/ui/format-number.ts';
import styles from './runs.module.css';

type ExportFile = ExportRun['files'][number];

function columnsFor(projectId: string, exportId: string): readonly Column<ExportFile>[] {
  const hrefOf = (name: string) =>
    api.urlOf(downloadExportFile, { params: { projectId, exportId }, query: { name } });
  return [
    {
      key: 'name',
      label: say('File'),
      grows: true,
      cell: ({ name }) => (
        <a href={hrefOf(name)} download className={styles.file}>
          <Download aria-hidden="true" /> {name}
        </a>
      ),
    },
    {
      key: 'rows',
      label: say('Rows'),
      numeric: true,
      cell: ({ rows }) => (rows > 0 ? formatCount(rows) : '–'),
    },
    { key: 'size', label: say('Size'), numeric: true, cell: ({ bytes }) => formatBytes(bytes) },
    {
      key: 'sha256',
      label: say('SHA-256'),
      wideOnly: true,
      cell: ({ name, sha256 }) => (
        <span className={styles.hash}>
          <code>{sha256.slice(0, 12)}…</code>
          <CopyButton label={say('Copy the SHA-256 of {name}', { name })} value={sha256} />
        </span>
      ),
    },
  ];
}

/** The files of an export, each to be taken alone and checked. */
export function ExportFiles({ projectId, run }: { readonly projectId: string; readonly run: ExportRun }) {
  return (
    <DataTable
      label={say('Files')}
      columns={columnsFor(projectId, run.id)}
      rows={run.files}
      rowKey={({ name }) => name}
      empty={<p>{say('No file: every item was left out.')}</p>}
    />
  );
}
