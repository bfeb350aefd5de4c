import { say } from '#web/messages/say.ts';
import { DotIntervalPlot, type DotPanel } from '#web/ui/charts/dot-interval-plot.tsx';
import { Section } from '#web/ui/section.tsx';
import { countPairs, formatOdds, sayGap, toDot } from './figure-words.ts';
import { countedSentence, nameBias } from './finding-words.ts';
import styles from './people-quality.module.css';
import type { Bias, PeopleAsOne } from './people-queries.ts';

/** Odds from a quarter to four times; wider where an interval reaches beyond. */
function oddsPanel(biases: readonly Bias[]): DotPanel {
  const reach = Math.max(
    Math.log(2),
    ...biases.flatMap(({ logOdds }) => [
      Math.abs(logOdds.value ?? 0),
      Math.abs(logOdds.low ?? 0),
      Math.abs(logOdds.high ?? 0),
    ]),
  );
  const end = Math.log(2) * Math.min(6, Math.ceil(reach / Math.log(2)));
  return {
    key: 'odds',
    label: say('Odds of being chosen'),
    domain: { from: -end, to: end },
    ticks: [-end, 0, end],
    formatTick: formatOdds,
    line: { value: 0, label: say('no difference') },
  };
}

const keyOf = ({ kind, name }: Bias) => `${kind}:${name}`;

interface BiasesPartProps {
  readonly biases: readonly Bias[];
  /** What everybody's choices say; left out on one's own page. */
  readonly all?: PeopleAsOne | undefined;
  readonly summary: string;
}

/** What sways a choice, each as a dot with its interval against no difference, and what anybody can count beside it. */
export function BiasesPart({ biases, all, summary }: BiasesPartProps) {
  const known = biases.filter(({ logOdds }) => logOdds.value !== null);
  const [first] = biases;
  const left = biases.filter(({ logOdds }) => logOdds.value === null);
  const usualOf = (bias: Bias) =>
    all?.biases.find((one) => keyOf(one) === keyOf(bias))?.logOdds.value ?? null;
  const noteOf = (bias: Bias) => {
    const usual = usualOf(bias);
    const counted = countedSentence(bias);
    return usual === null
      ? counted
      : say('{counted} Everybody: {odds}.', { counted: counted ?? '', odds: formatOdds(usual) });
  };
  return (
    <Section title={say('What sways the choice')} summary={summary}>
      {known.length === 0 ? (
        <p className={styles.note}>{first && sayGap(first.logOdds)}</p>
      ) : (
        <DotIntervalPlot
          label={say('What sways the choice')}
          rowsLabel={say('A response that is')}
          panels={[oddsPanel(known)]}
          rows={known.map((bias) => ({
            key: keyOf(bias),
            label: nameBias(bias),
            note: noteOf(bias),
            cells: {
              odds: toDot(bias.logOdds, { name: nameBias(bias), format: formatOdds, size: countPairs }),
            },
          }))}
        />
      )}
      {known.length > 0 && left.length > 0 && (
        <p className={styles.note}>
          {say('Not shown: {names}. Too few pairs differ in it.', { names: left.map(nameBias).join(', ') })}
        </p>
      )}
      <p className={styles.note}>
        {say(
          'Odds hold everything else in this list equal: ×2 means twice the odds of being chosen. A longer or well-formatted response may be better for good reasons; only the first place never is.',
        )}
      </p>
    </Section>
  );
}
