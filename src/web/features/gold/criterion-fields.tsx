import type { Tolerance, ToleranceKind } from '#domain/gold/gold.ts';
import { tolerancesFor, usualTolerance } from '#domain/gold/tolerance.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './gold.module.css';

const kindWords: Readonly<Record<ToleranceKind, Message>> = {
  side: message('The right side'),
  within: message('Near enough'),
  same: message('The same'),
  overlap: message('One of them'),
  top: message('The right best one'),
  pairs: message('The right order, nearly'),
};

interface CriterionFieldsProps {
  readonly criterion: Criterion;
  readonly tolerance: Tolerance | undefined;
  readonly explanation: string;
  readonly onTolerance: (tolerance: Tolerance) => void;
  readonly onExplanation: (explanation: string) => void;
}

/** How strictly one criterion is held, and why its answer is right. */
export function CriterionFields(props: CriterionFieldsProps) {
  const { criterion, explanation } = props;
  const tolerance = props.tolerance ?? usualTolerance(criterion.scale);
  const withKind = (kind: ToleranceKind): Tolerance =>
    kind === 'within' || kind === 'pairs'
      ? { kind, distance: 'distance' in tolerance ? tolerance.distance : 0 }
      : { kind };
  return (
    <fieldset className={styles.criterion}>
      <legend>{criterion.label}</legend>
      <div className={styles.pair}>
        <SelectField
          label={say('What passes')}
          value={tolerance.kind}
          options={tolerancesFor(criterion.scale).map((value) => ({ value, label: say(kindWords[value]) }))}
          onChange={(kind) => props.onTolerance(withKind(kind))}
        />
        {'distance' in tolerance && (
          <NumberField
            label={
              tolerance.kind === 'pairs' ? say('Pairs the other way round, at most') : say('Away, at most')
            }
            min={0}
            value={tolerance.distance}
            onChange={(distance) => props.onTolerance({ kind: tolerance.kind, distance })}
          />
        )}
      </div>
      <TextArea
        label={say('Why it is right')}
        hint={say('Shown after a training task.')}
        rows={2}
        value={explanation}
        onChange={(event) => props.onExplanation(event.target.value)}
      />
    </fieldset>
  );
}
