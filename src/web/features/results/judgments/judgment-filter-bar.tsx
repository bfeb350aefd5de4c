import { useQuery } from '@tanstack/react-query';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { progressQuery, rubricVersionQuery } from '#web/features/results/results-queries.ts';
import { message, say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type JudgmentSearch, listStrengths, withFilter } from './judgment-filters.ts';
import styles from './judgments.module.css';

const verdictOptions = [
  { value: '', label: message('Any verdict') },
  { value: 'prefers', label: message('Prefers one') },
  { value: 'tie', label: message('Tie') },
  { value: 'both_bad', label: message('Both bad') },
];

interface FilterProps {
  readonly search: JudgmentSearch;
  readonly set: (name: keyof JudgmentSearch) => (value: string) => void;
}

function PreferenceFilters({ search, set, rubric }: FilterProps & { readonly rubric: Rubric }) {
  const strengths = listStrengths(rubric);
  return (
    <>
      <SelectField
        label={say('Verdict')}
        labelHidden
        options={verdictOptions.map(({ value, label }) => ({ value, label: say(label) }))}
        value={search.verdict ?? ''}
        onChange={set('verdict')}
      />
      {strengths.length > 0 && (
        <SelectField
          label={say('Strength')}
          labelHidden
          options={[{ value: '', label: say('Any strength') }, ...strengths]}
          value={search.minStrength ?? ''}
          onChange={set('minStrength')}
        />
      )}
    </>
  );
}

function DayFilters({ search, set }: FilterProps) {
  return (
    <span className={styles.dates}>
      <TextField
        label={say('From day')}
        labelHidden
        type="date"
        value={search.from ?? ''}
        onChange={(event) => set('from')(event.target.value)}
      />
      <span aria-hidden="true">–</span>
      <TextField
        label={say('Until day')}
        labelHidden
        type="date"
        value={search.until ?? ''}
        onChange={(event) => set('until')(event.target.value)}
      />
    </span>
  );
}

/** Somebody of whom nothing counts is not among those who made progress. */
function unknownPerson(personId: string | undefined, people: readonly { readonly personId: string }[]) {
  return personId === undefined || people.some((person) => person.personId === personId)
    ? []
    : [{ value: personId, label: say('The chosen person') }];
}

interface FilterBarProps {
  readonly projectId: string;
  readonly search: JudgmentSearch;
  readonly onChange: (next: JudgmentSearch) => void;
}

/** What narrows the list of judgments; it all stands in the address. */
export function JudgmentFilterBar({ projectId, search, onChange }: FilterBarProps) {
  const people = useQuery(progressQuery(projectId)).data?.people ?? [];
  const { rubricVersion } = useProject(projectId);
  const rubric = useQuery(rubricVersionQuery(projectId, rubricVersion)).data?.rubric;
  const set = (name: keyof JudgmentSearch) => (value: string) => onChange(withFilter(search, name, value));
  return (
    <section className={styles.filters} aria-label={say('Filters')}>
      <SelectField
        label={say('Annotator')}
        labelHidden
        options={[
          { value: '', label: say('Everybody') },
          ...people.map(({ personId, name }) => ({ value: personId, label: name })),
          ...unknownPerson(search.annotatorId, people),
        ]}
        value={search.annotatorId ?? ''}
        onChange={set('annotatorId')}
      />
      {rubric && rubric.overallKey !== null && (
        <PreferenceFilters search={search} set={set} rubric={rubric} />
      )}
      <SelectField
        label={say('Flags')}
        labelHidden
        options={[
          { value: '', label: say('Flagged or not') },
          { value: 'true', label: say('Flagged') },
        ]}
        value={search.flagged ?? ''}
        onChange={set('flagged')}
      />
      <SelectField
        label={say('Whether they count')}
        labelHidden
        options={[
          { value: '', label: say('Those that count') },
          { value: 'true', label: say('Excluded ones') },
        ]}
        value={search.excluded ?? ''}
        onChange={set('excluded')}
      />
      <DayFilters search={search} set={set} />
      {Object.keys(search).length > 0 && (
        <Button variant="quiet" onClick={() => onChange({})}>
          {say('Clear')}
        </Button>
      )}
    </section>
  );
}
