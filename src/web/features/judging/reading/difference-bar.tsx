import { X } from 'lucide-react';
import { letterAt } from '#domain/judging/display-order.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import styles from './difference-bar.module.css';
import type { DifferenceStanding } from './difference-painter.ts';

interface DifferenceBarProps {
  readonly pair: readonly [number, number];
  readonly count: number;
  readonly standing: DifferenceStanding;
  readonly bindings: KeyBindings;
  readonly onPair: (pair: readonly [number, number]) => void;
  readonly onClose: () => void;
}

function sayStanding(pair: readonly [number, number], standing: DifferenceStanding): string {
  const [one, other] = [letterAt(pair[0]), letterAt(pair[1])];
  if (standing.kind === 'computing') return say('Comparing {one} and {other}…', { one, other });
  if (standing.by === 'whole') return say('{one} and {other} are too long to be compared.', { one, other });
  if (standing.count === 0) return say('{one} and {other} have the same words.', { one, other });
  const values = { one, other, count: standing.count };
  if (standing.by === 'lines') {
    return say(
      '{count, plural, one {# passage} other {# passages}} only in {one} or {other}, by lines',
      values,
    );
  }
  return say('{count, plural, one {# passage} other {# passages}} only in {one} or {other}', values);
}

function Choice(props: {
  readonly label: string;
  readonly count: number;
  readonly chosen: number;
  readonly taken: number;
  readonly onChoose: (at: number) => void;
}) {
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{props.label}</legend>
      {Array.from({ length: props.count }, (_, at) => (
        <button
          key={letterAt(at)}
          type="button"
          aria-pressed={at === props.chosen}
          disabled={at === props.taken}
          onClick={() => props.onChoose(at)}
        >
          {letterAt(at)}
        </button>
      ))}
    </fieldset>
  );
}

/** Says which two responses are compared, and lets others be chosen. */
export function DifferenceBar({ pair, count, standing, bindings, onPair, onClose }: DifferenceBarProps) {
  const [one, other] = pair;
  const choose = (a: number, b: number) => onPair([Math.min(a, b), Math.max(a, b)]);
  return (
    <section className={styles.bar} aria-label={say('Difference of two responses')}>
      <span role="status">{sayStanding(pair, standing)}</span>
      {count > 2 && (
        <>
          <Choice
            label={say('First response')}
            count={count}
            chosen={one}
            taken={other}
            onChoose={(at) => choose(at, other)}
          />
          <Choice
            label={say('Second response')}
            count={count}
            chosen={other}
            taken={one}
            onChoose={(at) => choose(one, at)}
          />
          <Kbd keys={bindings.difference_pair} />
        </>
      )}
      <IconButton
        label={say('Hide the difference')}
        keyHint={bindings.difference}
        icon={<X />}
        onClick={onClose}
      />
    </section>
  );
}
