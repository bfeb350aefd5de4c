import type { PreferenceScale, RatingScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import styles from './criterion-form.module.css';
import { nameAnchor, pointsOf } from './editor/scale-edits.ts';
import type { Problems } from './problems.ts';
import { pointName } from './scale-words.ts';
import { WordsFields } from './words-fields.tsx';

interface AnchorListProps<Kind extends PreferenceScale | RatingScale> {
  readonly scale: Kind;
  readonly problems: Problems;
  readonly onChange: (scale: Kind, typing: string) => void;
}

/** A name and a description for each point of a scale; both may be left empty. */
export function AnchorList<Kind extends PreferenceScale | RatingScale>(props: AnchorListProps<Kind>) {
  const { scale, problems, onChange } = props;
  return (
    <ol className={styles.points} aria-label={say('Names of the points')}>
      {pointsOf(scale).map((value) => {
        const index = scale.anchors.findIndex((anchor) => anchor.value === value);
        const at = `scale.anchors.${index}`;
        const name = pointName(scale.kind, value);
        return (
          <li key={value} className={styles.point}>
            <span className={styles.value}>{name}</span>
            <WordsFields
              name={say('Point {name}', { name })}
              words={scale.anchors[index] ?? { label: '' }}
              labelError={problems.at(`${at}.label`)}
              helpError={problems.at(`${at}.help`)}
              placeholder={value === 0 && scale.kind === 'preference' ? say('About the same') : say('Label')}
              onChange={(words, field) =>
                onChange(
                  { ...scale, anchors: nameAnchor(scale.anchors, value, words) },
                  `point.${value}.${field}`,
                )
              }
            />
          </li>
        );
      })}
    </ol>
  );
}
