import type { Rubric } from '#domain/rubrics/rubric.ts';
import { criteriaOf } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import styles from './template-sketch.module.css';

/** Widths of the drawn lines in percent; what does not fit above the scales is cut. */
const ruled = [92, 100, 78, 96, 88, 99, 83, 94, 71, 97, 86, 64];

/** A small drawing of the judging screen under a rubric: two texts above, the scales below. */
export function TemplateSketch({ rubric }: { readonly rubric: Rubric }) {
  const pairs = criteriaOf(rubric, 'pair');
  const responses = criteriaOf(rubric, 'response');
  return (
    <div className={styles.sketch} aria-hidden="true">
      <div className={styles.texts}>
        {['A', 'B'].map((name) => (
          <div key={name} className={styles.text}>
            <span className={styles.letter}>{name}</span>
            {ruled.map((width) => (
              <span key={width} className={styles.line} style={{ width: `${width}%` }} />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.dock}>
        {pairs.map((criterion) => (
          <div key={criterion.key} className={styles.pair}>
            <span>{criterion.label}</span>
            {criterion.scale.kind === 'preference' && <PreferenceDots scale={criterion.scale} />}
          </div>
        ))}
        {responses.map((criterion) => (
          <div key={criterion.key} className={styles.response}>
            <span>{criterion.label}</span>
            <ValueDots count={pointCount(criterion.scale)} />
            <ValueDots count={pointCount(criterion.scale)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function pointCount(scale: Rubric['criteria'][number]['scale']): number {
  if (scale.kind === 'rating') return scale.max - scale.min + 1;
  if (scale.kind === 'preference') return scale.steps;
  return Math.max(2, Math.min(11, optionsOf(scale).length));
}

function PreferenceDots({ scale }: { readonly scale: PreferenceScale }) {
  const side = Array.from({ length: scale.steps }, (_, index) => scale.steps - index);
  return (
    <span className={styles.dots}>
      {side.map((strength) => (
        <i key={`a${strength}`} style={{ scale: 0.55 + 0.15 * strength }} />
      ))}
      {scale.tie && <i className={styles.tie} />}
      {side.toReversed().map((strength) => (
        <i key={`b${strength}`} style={{ scale: 0.55 + 0.15 * strength }} />
      ))}
    </span>
  );
}

function ValueDots({ count }: { readonly count: number }) {
  return (
    <span className={styles.dots}>
      {Array.from({ length: count }, (_, index) => `dot-${index}`).map((key) => (
        <i key={key} />
      ))}
    </span>
  );
}
