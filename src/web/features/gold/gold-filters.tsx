import { goldDifficulties } from '#domain/gold/gold.ts';
import { say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './gold.module.css';
import type { GoldFilter, GoldOverview } from './gold-queries.ts';
import { difficultyWords, restWords, stateWords } from './gold-words.ts';

const states = ['all', 'draft', 'active', 'resting', 'suspect', 'retired'] as const;

function nameState(state: (typeof states)[number]): string {
  if (state === 'all') return say('All');
  return state === 'resting' ? say(restWords.resting) : say(stateWords[state]);
}

interface GoldFilterBarProps {
  readonly filter: GoldFilter;
  readonly choices: GoldOverview['choices'];
  readonly onChange: (filter: GoldFilter) => void;
}

/** What narrows the list of gold. */
export function GoldFilterBar({ filter, choices, onChange }: GoldFilterBarProps) {
  const set = (change: Partial<GoldFilter>) => onChange({ ...filter, ...change });
  return (
    <div className={styles.filter}>
      <Segmented
        label={say('Which gold')}
        value={filter.state}
        options={states.map((value) => ({ value, label: nameState(value) }))}
        onChange={(state) => set({ state })}
      />
      <SelectField
        label={say('Concept')}
        labelHidden
        value={filter.concept}
        options={[
          { value: '', label: say('Any concept') },
          ...choices.concepts.map((concept) => ({ value: concept, label: concept })),
        ]}
        onChange={(concept) => set({ concept })}
      />
      <SelectField
        label={say('Difficulty')}
        labelHidden
        value={filter.difficulty}
        options={[
          { value: '', label: say('Any difficulty') },
          ...goldDifficulties.map((value) => ({ value, label: say(difficultyWords[value]) })),
        ]}
        onChange={(difficulty) => set({ difficulty })}
      />
      <SelectField
        label={say('Criterion')}
        labelHidden
        value={filter.criterion}
        options={[
          { value: '', label: say('Any criterion') },
          ...choices.criteria.map(({ key, label }) => ({ value: key, label })),
        ]}
        onChange={(criterion) => set({ criterion })}
      />
      <SelectField
        label={say('Suspicion')}
        labelHidden
        value={filter.suspected}
        options={[
          { value: '', label: say('Suspected or not') },
          { value: 'true', label: say('Suspect now or once') },
          { value: 'false', label: say('Never suspect') },
        ]}
        onChange={(suspected) => set({ suspected })}
      />
    </div>
  );
}
