import { Trash2 } from 'lucide-react';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import type { ChoiceScale, PreferenceScale, RatingScale, Scale } from '#domain/rubrics/scale.ts';
import { message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { AnchorList } from './anchor-list.tsx';
import styles from './criterion-form.module.css';
import type { DraftCriterion } from './editor/draft-rubric.ts';
import { addOption, changeOption, removeOption, setPreference } from './editor/scale-edits.ts';
import { FieldProblem } from './field-problem.tsx';
import type { FormProps } from './form-props.ts';
import type { Problems } from './problems.ts';
import { RatingRange } from './rating-range.tsx';
import { WordsFields } from './words-fields.tsx';

interface ScaleFormProps extends FormProps {
  readonly criterion: DraftCriterion;
}

interface KindProps<Kind extends Scale> {
  readonly scale: Kind;
  readonly problems: Problems;
  /** `typing` names the text field that was written in. */
  readonly onChange: (scale: Kind, typing?: string) => void;
}

/** The answers that a criterion offers, and what each of them is called. */
export function ScaleForm({ criterion: { id, scale }, problems, onEdit }: ScaleFormProps) {
  const change = (next: Scale, typing?: string) =>
    onEdit({ kind: 'scale', id, scale: next, ...(typing !== undefined && { typing }) });
  const shared = { problems, onChange: change };
  return (
    <>
      <div className={styles.scaleHeader}>
        <h2>{say('Scale')}</h2>
        {scale.kind !== 'preference' && (
          <Segmented
            label={say('Kind of scale')}
            options={valueKinds.map(({ value, label }) => ({ value, label: say(label) }))}
            value={scale.kind}
            onChange={(kind) => change(freshScale(kind))}
          />
        )}
      </div>
      {scale.kind === 'preference' && <PreferenceForm scale={scale} {...shared} />}
      {scale.kind === 'rating' && <RatingForm scale={scale} {...shared} />}
      {scale.kind === 'choice' && <ChoiceForm scale={scale} {...shared} />}
    </>
  );
}

const valueKinds = [
  { value: 'rating', label: message('Rating') },
  { value: 'choice', label: message('Choice') },
] as const;

const stepOptions = (['1', '2', '3', '4'] as const).map((value) => ({ value, label: value }));

function PreferenceForm({ scale, problems, onChange }: KindProps<PreferenceScale>) {
  const set = (change: Parameters<typeof setPreference>[1]) => onChange(setPreference(scale, change));
  return (
    <Stack gap={4}>
      <div className={styles.controls}>
        <div>
          <p className={styles.legend}>{say('Strengths a side')}</p>
          <Segmented
            label={say('Strengths a side')}
            options={stepOptions}
            value={String(scale.steps) as '1' | '2' | '3' | '4'}
            onChange={(steps) => set({ steps: Number(steps) })}
          />
        </div>
        <Stack gap={1}>
          <Switch
            label={say('“About the same” in the middle')}
            checked={scale.tie}
            onChange={(event) => set({ tie: event.target.checked })}
          />
          <Switch
            label={say('“Both bad” apart from the scale')}
            checked={scale.bothBad}
            onChange={(event) => set({ bothBad: event.target.checked })}
          />
        </Stack>
      </div>
      <AnchorList scale={scale} problems={problems} onChange={onChange} />
    </Stack>
  );
}

function RatingForm({ scale, problems, onChange }: KindProps<RatingScale>) {
  return (
    <Stack gap={4}>
      <RatingRange scale={scale} onChange={onChange} />
      <AnchorList scale={scale} problems={problems} onChange={onChange} />
    </Stack>
  );
}

function ChoiceForm({ scale, problems, onChange }: KindProps<ChoiceScale>) {
  return (
    <Stack gap={3}>
      <ol className={styles.points} aria-label={say('Options')}>
        {scale.options.map((option, index) => {
          const at = `scale.options.${index}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name of its own that holds while it is typed
            <li key={index} className={styles.point}>
              <span className={styles.value}>{index + 1}</span>
              <WordsFields
                name={say('Option {number}', { number: index + 1 })}
                words={option}
                labelError={problems.at(`${at}.label`)}
                helpError={problems.at(`${at}.help`)}
                keyField={{ value: option.key, error: problems.at(`${at}.key`) }}
                onChange={(change, field) =>
                  onChange(changeOption(scale, index, change), `option.${index}.${field}`)
                }
              />
              <span className={styles.remove}>
                <IconButton
                  label={say('Remove option {number}', { number: index + 1 })}
                  icon={<Trash2 />}
                  onClick={() => onChange(removeOption(scale, index))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <FieldProblem text={problems.at('scale.options')} />
      <div>
        <Button
          size="small"
          disabled={scale.options.length >= rubricLimits.options}
          onClick={() => onChange(addOption(scale))}
        >
          {say('Add an option')}
        </Button>
      </div>
    </Stack>
  );
}
