import type { Criterion } from '#domain/rubrics/rubric.ts';
import { anchorsOf, optionsOf } from '#domain/rubrics/scale-points.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './guidelines-panel.module.css';

interface Point {
  readonly key: string;
  readonly sign: string;
  readonly label: string;
  readonly help: string;
}

function pointsOf({ scale }: Criterion): readonly Point[] {
  const severities = scale.kind === 'marks' ? scale.severities : [];
  const options = [...optionsOf(scale), ...severities];
  if (options.length > 0) {
    return options.map(({ key, label, help = '' }) => ({ key, sign: '', label, help }));
  }
  return anchorsOf(scale)
    .toSorted((one, other) => one.value - other.value)
    .map(({ value, label, help = '' }) => ({ key: String(value), sign: String(value), label, help }));
}

/** What a criterion means and what each of its points stands for. */
export function CriterionHelp({ criterion }: { readonly criterion: Criterion }) {
  const points = pointsOf(criterion);
  return (
    <section className={styles.help} aria-label={say('Help on {label}', { label: criterion.label })}>
      <h3>{criterion.label}</h3>
      {criterion.help === '' ? (
        <p className={styles.none}>{say('The rubric says no more about it.')}</p>
      ) : (
        <RenderedText text={criterion.help} />
      )}
      {points.length > 0 && (
        <dl className={styles.points}>
          {points.map((point) => (
            <div key={point.key} className={styles.point}>
              <dt>{point.sign}</dt>
              <dd>
                {point.label}
                {point.help !== '' && <RenderedText text={point.help} />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
