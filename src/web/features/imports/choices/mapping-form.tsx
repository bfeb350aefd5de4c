import type { ColumnMapping } from '#contract/imports.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './choices.module.css';
import { assignColumn, type ColumnUse, columnUse, listMissing, verdictReadings } from './edit-mapping.ts';

const useOptions: readonly { readonly value: ColumnUse; readonly label: Message }[] = [
  { value: 'prompt', label: message('Prompt') },
  { value: 'system', label: message('System message') },
  { value: 'response', label: message('Response') },
  { value: 'responses_list', label: message('List of responses') },
  { value: 'model', label: message('Model of a response') },
  { value: 'verdict', label: message('Verdict') },
  { value: 'key', label: message('Id of the row') },
  { value: 'domain', label: message('Domain') },
  { value: 'metadata', label: message('Keep as metadata') },
];

const readingLabels: Readonly<Record<(typeof verdictReadings)[number], Message>> = {
  index_from_0: message('Number of the response, from 0'),
  index_from_1: message('Number of the response, from 1'),
  letter: message('Letter: A, B or tie'),
  column_name: message('Name of the winning column'),
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
    <section aria-label={say('Columns')} className={styles.mapping}>
      <div className={styles.columns}>
        {columns.map((column) => (
          <SelectField
            key={column}
            label={column}
            options={useOptions.map(({ value, label }) => ({ value, label: say(label) }))}
            value={columnUse(mapping, column)}
            onChange={(use) => onChange(assignColumn(mapping, { column, use, columns }))}
          />
        ))}
      </div>
      {mapping.verdict !== undefined && (
        <div className={styles.reading}>
          <SelectField
            label={say('How “{verdict}” names the better response', { verdict: mapping.verdict })}
            options={verdictReadings.map((value) => ({ value, label: say(readingLabels[value]) }))}
            value={mapping.verdictAs ?? 'letter'}
            onChange={(verdictAs) => onChange({ ...mapping, verdictAs })}
          />
        </div>
      )}
      {missing.length > 0 && <Notice tone="warn">{missing.join(' ')}</Notice>}
    </section>
  );
}
