import type { ColumnMapping } from '#contract/imports.ts';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './choices.module.css';
import { assignColumn, type ColumnUse, columnUse, listMissing, verdictReadings } from './edit-mapping.ts';

const useOptions: readonly { readonly value: ColumnUse; readonly label: string }[] = [
  { value: 'prompt', label: 'Prompt' },
  { value: 'system', label: 'System message' },
  { value: 'response', label: 'Response' },
  { value: 'responses_list', label: 'List of responses' },
  { value: 'model', label: 'Model of a response' },
  { value: 'verdict', label: 'Verdict' },
  { value: 'key', label: 'Id of the row' },
  { value: 'domain', label: 'Domain' },
  { value: 'metadata', label: 'Keep as metadata' },
];

const readingLabels: Readonly<Record<(typeof verdictReadings)[number], string>> = {
  index_from_0: 'Number of the response, from 0',
  index_from_1: 'Number of the response, from 1',
  letter: 'Letter: A, B or tie',
  column_name: 'Name of the winning column',
};

interface MappingFormProps {
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** Says which column of a file holds what. */
export function MappingForm({ columns, mapping, onChange }: MappingFormProps) {
  const missing = listMissing(mapping);
  return (
    <section aria-label="Columns" className={styles.mapping}>
      <div className={styles.columns}>
        {columns.map((column) => (
          <SelectField
            key={column}
            label={column}
            options={useOptions}
            value={columnUse(mapping, column)}
            onChange={(use) => onChange(assignColumn(mapping, { column, use, columns }))}
          />
        ))}
      </div>
      {mapping.verdict !== undefined && (
        <div className={styles.reading}>
          <SelectField
            label={`How “${mapping.verdict}” names the better response`}
            options={verdictReadings.map((value) => ({ value, label: readingLabels[value] }))}
            value={mapping.verdictAs ?? 'letter'}
            onChange={(verdictAs) => onChange({ ...mapping, verdictAs })}
          />
        </div>
      )}
      {missing.length > 0 && <Notice tone="warn">{missing.join(' ')}</Notice>}
    </section>
  );
}
