import { type ChatScale, chatLimits, type PerTurnAsk } from '#domain/chat/chat-scale.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { message, say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { AttackForm } from './attack-form.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

const counts = (['1', '2', '3', '4'] as const).map((value) => ({ value, label: value }));
const asks: readonly { value: PerTurnAsk; label: ReturnType<typeof message> }[] = [
  { value: 'choose', label: message('Choose the better one') },
  { value: 'rate', label: message('Rate each') },
  { value: 'none', label: message('Nothing') },
];

/** How many models, what is asked at each turn, how long it goes on, and whether it is an attack. */
export function ChatForm({ scale, problems, onChange }: ScaleFormProps<ChatScale>) {
  return (
    <div className={styles.form}>
      <div>
        <p className={styles.legend}>{say('Models side by side, blind')}</p>
        <Segmented
          label={say('Models side by side, blind')}
          options={counts}
          value={String(scale.models) as '1' | '2' | '3' | '4'}
          onChange={(models) => onChange({ ...scale, models: Number(models) })}
        />
        <FieldProblem text={problems.at('scale.models')} />
      </div>
      <div>
        <p className={styles.legend}>{say('Asked at each turn')}</p>
        <Segmented
          label={say('Asked at each turn')}
          options={asks.map(({ value, label }) => ({ value, label: say(label) }))}
          value={scale.perTurn}
          onChange={(perTurn) => onChange({ ...scale, perTurn })}
        />
        {scale.perTurn === 'choose' && (
          <p className={styles.hint}>{say('The chosen reply goes on; the others are kept as branches.')}</p>
        )}
        <FieldProblem text={problems.at('scale.perTurn')} />
      </div>
      <div className={styles.controls}>
        <div className={styles.short}>
          <NumberField
            label={say('Turns, at least')}
            min={1}
            max={chatLimits.turns}
            value={scale.minTurns}
            error={problems.at('scale.minTurns')}
            onChange={(minTurns) => onChange({ ...scale, minTurns }, 'minTurns')}
          />
        </div>
        <div className={styles.short}>
          <NumberField
            label={say('Turns, at most')}
            min={1}
            max={chatLimits.turns}
            value={scale.maxTurns}
            error={problems.at('scale.maxTurns')}
            onChange={(maxTurns) => onChange({ ...scale, maxTurns }, 'maxTurns')}
          />
        </div>
      </div>
      <AttackForm scale={scale} problems={problems} onChange={onChange} />
    </div>
  );
}
