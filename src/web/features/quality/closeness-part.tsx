import { usualSameSide } from '#domain/quality/usual-agreement.ts';
import { say } from '#web/messages/say.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { sharePanel } from './criteria-part.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './quality.module.css';
import type { Closeness } from './quality-query.ts';
import { countUnits, plainShare, shareDot } from './quality-words.ts';

type Stratum = Closeness['strata'][number];

function nameStratum({ from, to }: Stratum): string {
  return say('The better model wins {from} to {to}', { from: formatShare(from), to: formatShare(to) });
}

function summarise(criterion: string): string {
  return say(
    'How often two people take the same side on {criterion}, by how close the two models are. Published preference data lie between {from} and {to}, and close models agree less however careful people are: a bare threshold would mislead.',
    { criterion, from: formatShare(usualSameSide.from), to: formatShare(usualSameSide.to) },
  );
}

/** Agreement by how close two models are: what a lead needs before calling a figure low. */
export function ClosenessPart({
  closeness,
  criterion,
}: {
  readonly closeness: Closeness;
  readonly criterion: string;
}) {
  const { strata, unplacedUnits } = closeness;
  const isAnyPlaced = strata.some(({ units }) => units > 0);
  const left = say(
    '{units, plural, =0 {Every item could be placed.} one {# item could not be placed: a model’s name is unknown, both are the same, or the two met on fewer than 10 items.} other {# items could not be placed: a model’s name is unknown, both are the same, or the two met on fewer than 10 items.}} How close two models are is read from the majorities over all their items.',
    { units: unplacedUnits },
  );
  return (
    <Section title={say('By how close the models are')} summary={summarise(criterion)}>
      {isAnyPlaced && (
        <>
          <DotIntervalPlot
            label={say('Agreement by how close the models are')}
            rowsLabel={say('Models')}
            panels={[
              {
                ...sharePanel(),
                label: say('Pairs on the same side'),
                band: { ...usualSameSide, label: say('usual') },
              },
            ]}
            rows={strata.map((stratum) => ({
              key: String(stratum.from),
              label: nameStratum(stratum),
              note: say('{pairs, plural, one {# pair of models} other {# pairs of models}} · n = {n}', {
                pairs: stratum.modelPairs,
                n: countUnits(stratum.units, 'item'),
              }),
              cells: { share: shareDot(plainShare(stratum), 'item') },
            }))}
          />
          <FiguresTable
            label={say('Figures by how close the models are')}
            namesLabel={say('Models')}
            rows={strata.map((stratum) => ({
              ...stratum,
              key: String(stratum.from),
              name: nameStratum(stratum),
            }))}
          />
        </>
      )}
      <p className={styles.note}>{left}</p>
    </Section>
  );
}
