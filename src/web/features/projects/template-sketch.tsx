import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import { SketchTop } from './sketch-top.tsx';
import styles from './template-sketch.module.css';

const mostRows = 4;

/** A small drawing of the judging screen under a rubric: what is read above, the scales below. */
export function TemplateSketch({ rubric }: { readonly rubric: Rubric }) {
  const rows = rubric.criteria.filter(isRow).slice(0, mostRows);
  return (
    <div className={styles.sketch} aria-hidden="true">
      <SketchTop rubric={rubric} />
      <div className={styles.dock}>
        {rows.map((criterion) => (
          <div key={criterion.key} className={styles.row}>
            <span className={styles.label}>{criterion.label}</span>
            <Control criterion={criterion} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Whether a criterion is answered below the text, and not in it. */
function isRow({ scale, target }: Criterion): boolean {
  return (
    !['chat', 'writing', 'regions', 'run', 'continuation'].includes(scale.kind) &&
    target !== 'turn' &&
    target !== 'step'
  );
}

function Control({ criterion: { scale, target } }: { readonly criterion: Criterion }) {
  if (scale.kind === 'preference') return <PreferenceDots scale={scale} />;
  if (scale.kind === 'ranking') return <span className={styles.ranks}>1 2 3 4</span>;
  if (scale.kind === 'text') return <span className={styles.field} />;
  const dots = <ValueDots count={pointCount(scale)} />;
  if (target !== 'response') return dots;
  return (
    <span className={styles.twice}>
      {dots}
      {dots}
    </span>
  );
}

function pointCount(scale: Criterion['scale']): number {
  if (scale.kind === 'rating') return scale.max - scale.min + 1;
  return Math.max(2, Math.min(7, optionsOf(scale).length));
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
