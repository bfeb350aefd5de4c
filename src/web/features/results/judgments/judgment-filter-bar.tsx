import { useQuery } from '@tanstack/react-query';
import { progressQuery } from '#web/features/results/results-queries.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type JudgmentSearch, withFilter } from './judgment-filters.ts';
import styles from './judgments.module.css';

const verdictOptions = [
  { value: '', label: 'Any verdict' },
  { value: 'prefers', label: 'Prefers one' },
  { value: 'tie', label: 'Tie' },
  { value: 'both_bad', label: 'Both bad' },
];

const strengthOptions = [
  { value: '', label: 'Any strength' },
  { value: '2', label: '2 and more' },
  { value: '3', label: '3 and more' },
  { value: '4', label: '4' },
];

interface FilterBarProps {
  readonly projectId: string;
  readonly search: JudgmentSearch;
  readonly onChange: (next: JudgmentSearch) => void;
}

/** What narrows the list of judgments; it all stands in the address. */
export function JudgmentFilterBar({ projectId, search, onChange }: FilterBarProps) {
  const people = useQuery(progressQuery(projectId)).data?.people ?? [];
  const set = (name: keyof JudgmentSearch) => (value: string) => onChange(withFilter(search, name, value));
  return (
    <search className={styles.filters}>
      <SelectField
        label="Annotator"
        labelHidden
        options={[
          { value: '', label: 'Everybody' },
          ...people.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        value={search.annotatorId ?? ''}
        onChange={set('annotatorId')}
      />
      <SelectField
        label="Verdict"
        labelHidden
        options={verdictOptions}
        value={search.verdict ?? ''}
        onChange={set('verdict')}
      />
      <SelectField
        label="Strength"
        labelHidden
        options={strengthOptions}
        value={search.minStrength ?? ''}
        onChange={set('minStrength')}
      />
      <SelectField
        label="Flags"
        labelHidden
        options={[
          { value: '', label: 'Flagged or not' },
          { value: 'true', label: 'Flagged' },
        ]}
        value={search.flagged ?? ''}
        onChange={set('flagged')}
      />
      <span className={styles.dates}>
        <TextField
          label="From day"
          labelHidden
          type="date"
          value={search.from ?? ''}
          onChange={(event) => set('from')(event.target.value)}
        />
        <span aria-hidden="true">–</span>
        <TextField
          label="Until day"
          labelHidden
          type="date"
          value={search.until ?? ''}
          onChange={(event) => set('until')(event.target.value)}
        />
      </span>
      {Object.keys(search).length > 0 && (
        <Button variant="quiet" onClick={() => onChange({})}>
          Clear
        </Button>
      )}
    </search>
  );
}
