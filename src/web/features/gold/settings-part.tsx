import { useState } from 'react';
import { goldPurposes } from '#domain/gold/gold.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './gold.module.css';
import type { GoldOverview } from './gold-queries.ts';
import { purposeWords } from './gold-words.ts';
import { useGoldActs } from './use-gold-acts.ts';

interface SettingsPartProps {
  readonly projectId: string;
  readonly settings: GoldOverview['settings'];
}

/** How much gold people get; nothing of it is told to them. */
export function SettingsPart({ projectId, settings }: SettingsPartProps) {
  const [draft, setDraft] = useState(settings);
  const { setSettings } = useGoldActs(projectId);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings);
  const bounded = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return (
    <Section
      title={say('How gold is served')}
      summary={say(
        'Drawn by the server for each person. Annotators see the same task, the same answers and the same counts for gold as for other work.',
      )}
    >
      <form
        className={styles.settings}
        onSubmit={(event) => {
          event.preventDefault();
          setSettings.mutate(draft);
        }}
      >
        <NumberField
          label={say('First tasks of a person')}
          min={0}
          max={50}
          value={draft.firstTasks}
          onChange={(value) => setDraft({ ...draft, firstTasks: bounded(value, 50) })}
        />
        <SelectField
          label={say('Those are')}
          value={draft.firstPurpose}
          options={goldPurposes.map((value) => ({ value, label: say(purposeWords[value]) }))}
          onChange={(firstPurpose) => setDraft({ ...draft, firstPurpose })}
        />
        <NumberField
          label={say('Later, percent of all tasks')}
          min={0}
          max={50}
          value={draft.sharePercent}
          onChange={(value) => setDraft({ ...draft, sharePercent: bounded(value, 50) })}
        />
        <NumberField
          label={say('Of those, percent training')}
          min={0}
          max={100}
          value={draft.trainingPercent}
          onChange={(value) => setDraft({ ...draft, trainingPercent: bounded(value, 100) })}
        />
        <NumberField
          label={say('Rests after so many people')}
          hint={say('0: never')}
          min={0}
          max={10_000}
          value={draft.mostPeople}
          onChange={(value) => setDraft({ ...draft, mostPeople: bounded(value, 10_000) })}
        />
        <NumberField
          label={say('Rests after so many days')}
          hint={say('0: never')}
          min={0}
          max={3_650}
          value={draft.mostDays}
          onChange={(value) => setDraft({ ...draft, mostDays: bounded(value, 3_650) })}
        />
        <Button type="submit" variant="primary" disabled={!isChanged} busy={setSettings.isPending}>
          {say('Save')}
        </Button>
      </form>
    </Section>
  );
}
