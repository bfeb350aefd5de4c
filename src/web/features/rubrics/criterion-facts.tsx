import type { Criterion } from '#domain/rubrics/rubric.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './published-rubric.module.css';
import { pointName, summariseCriterion } from './scale-words.ts';

/** One criterion in words, for reading. */
export function CriterionFacts({
  criterion,
  isOverall,
  condition,
}: {
  readonly criterion: Criterion;
  readonly isOverall: boolean;
  /** When it is asked, in words; undefined where always. */
  readonly condition: string | undefined;
}) {
  const { scale } = criterion;
  const points =
    scale.kind === 'rating' || scale.kind === 'preference'
      ? scale.anchors.map((anchor) => ({ ...anchor, name: pointName(scale.kind, anchor.value) }))
      : optionsOf(scale).map((option) => ({ name: option.key, label: option.label, help: option.help }));
  return (
    <section className={styles.criterion} aria-label={criterion.label}>
      <h2>
        {criterion.label} {isOverall && <Tag>{say('overall')}</Tag>}{' '}
        {!criterion.required && <Tag>{say('optional')}</Tag>}
      </h2>
      <p className={styles.facts}>
        <code>{criterion.key}</code> · {summariseCriterion(criterion)}
        {condition !== undefined && ` · ${condition}`}
        {criterion.allowNotApplicable === true && ` · ${say('may be not applicable')}`}
      </p>
      {criterion.help !== '' && (
        <div className={styles.help}>
          <RenderedText text={criterion.help} />
        </div>
      )}
      {points.length > 0 && (
        <dl className={styles.points}>
          {points.map((point) => (
            <div key={point.name}>
              <dt>{point.name}</dt>
              <dd>
                <strong>{point.label}</strong>
                {point.help !== undefined && ` ${point.help}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
