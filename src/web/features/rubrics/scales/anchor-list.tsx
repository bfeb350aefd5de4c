import { useState } from 'react';
import type { PreferenceScale, RatingScale } from '#domain/rubrics/scale.ts';
import { nameAnchor, pointsOf } from '#web/features/rubrics/editor/scale-edits.ts';
import { pointName } from '#web/features/rubrics/scale-words.ts';
import { say } from '#web/messages/say.ts';
import { PointRow } from './point-row.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

/** A name, a meaning and an example for each point of a scale; all may be left empty. */
export function AnchorList<Kind extends PreferenceScale | RatingScale>(props: ScaleFormProps<Kind>) {
  const { scale, problems, onChange } = props;
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <ol className={styles.list} aria-label={say('Names of the points')}>
      {pointsOf(scale).map((value) => {
        const index = scale.anchors.findIndex((anchor) => anchor.value === value);
        const at = `scale.anchors.${index}`;
        const name = pointName(scale.kind, value);
        return (
          <li key={value} className={styles.row}>
            <PointRow
              name={say('Point {name}', { name })}
              mark={<span className={styles.number}>{name}</span>}
              words={scale.anchors[index] ?? { label: '' }}
              errors={{ label: problems.at(`${at}.label`), help: problems.at(`${at}.help`) }}
              placeholder={value === 0 && scale.kind === 'preference' ? say('About the same') : say('Label')}
              isOpen={opened === value}
              onOpen={(isOpen) => setOpened(isOpen ? value : null)}
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
