import { say } from '#web/messages/say.ts';
import { DotIntervalPlot, type DotRow } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatDecimal, formatDuration } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { countItems, countPairs, countSecondLooks, sayGap, shareDot, sharePanel } from './figure-words.ts';
import styles from './people-quality.module.css';
import type { Figure, OwnReport } from './people-queries.ts';

export interface ShownFigure {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly figure: Figure;
  readonly size?: (n: number) => string;
}

/** Those that compare a person with nobody but themselves. */
export function consistencyFigures({ consistency }: Pick<OwnReport, 'consistency'>): ShownFigure[] {
  const { retest } = consistency;
  const looks: ShownFigure = {
    key: 'kept',
    label: say('Keeps the verdict'),
    note: say('when the same task comes again with the responses in reverse order'),
    figure: retest.kept,
    size: countSecondLooks,
  };
  const split: readonly ShownFigure[] = [
    {
      ...{ key: 'tied', label: say('A tie one time only'), figure: retest.tied, size: countSecondLooks },
      note: say('and a preference the other time'),
    },
    {
      ...{
        key: 'flipped',
        label: say('Flips with the place'),
        figure: retest.flipped,
        size: countSecondLooks,
      },
      note: say('the other response, and so the same place'),
    },
    {
      ...{ key: 'toFirst', label: say('Of flips, to the first shown'), figure: retest.toFirst },
      note: say('half where only care is missing; far from it where a place draws'),
      size: (count) => say('{count, plural, one {# flip} other {# flips}}', { count }),
    },
  ];
  return [
    looks,
    ...(retest.kept.value === null ? [] : split),
    {
      key: 'again',
      label: say('Says the same again'),
      note: say('about two texts met before, whichever came first'),
      figure: consistency.again,
      size: countPairs,
    },
    {
      key: 'order',
      label: say('Preferences in order'),
      note: say('among three texts of one prompt: A over B, B over C, A over C'),
      figure: consistency.inOrder,
      size: (count) => say('{count, plural, one {# triple} other {# triples}}', { count }),
    },
  ];
}

/** Shares beside each other on one scale, each with its interval or the reason why it is not there. */
export function FiguresPart({
  summary,
  figures,
}: {
  readonly summary: string;
  readonly figures: readonly ShownFigure[];
}) {
  return (
    <Section title={say('At a glance')} summary={summary}>
      <DotIntervalPlot
        label={say('At a glance')}
        rowsLabel={say('Figure')}
        panels={[sharePanel(say('Share'))]}
        rows={figures.map(
          ({ key, label, note, figure, size = countItems }): DotRow => ({
            ...{ key, label, note: figure.value === null ? note : `${note} · ${size(figure.n)}` },
            cells: { share: shareDot(figure, label, size) },
          }),
        )}
      />
    </Section>
  );
}

/** How long tasks take, in one sentence, and whether long texts get more of it. */
export function SpeedFacts({ speed }: Pick<OwnReport, 'speed'>) {
  const { medianMs, lowerQuarterMs, upperQuarterMs, perDoubling } = speed;
  if (medianMs === null) return null;
  return (
    <p className={styles.note}>
      {say('A typical task takes {median}; half of all take {low} to {high}.', {
        median: formatDuration(medianMs),
        low: formatDuration(lowerQuarterMs ?? medianMs),
        high: formatDuration(upperQuarterMs ?? medianMs),
      })}{' '}
      {perDoubling.value === null
        ? say('How it goes with length: {why}', { why: sayGap(perDoubling) })
        : say('Twice the text takes {times} times as long ({low} to {high}).', {
            times: formatDecimal(perDoubling.value),
            low: formatDecimal(perDoubling.low ?? perDoubling.value),
            high: formatDecimal(perDoubling.high ?? perDoubling.value),
          })}
    </p>
  );
}
