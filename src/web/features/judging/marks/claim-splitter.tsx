import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { addMark, type MarkedUnit } from './mark-list.ts';
import styles from './marks-panel.module.css';
import { listSentences } from './pick-passage.ts';
import type { Marking } from './use-marks.ts';

/** Makes every sentence of a text a claim, to be judged, reworded or taken away. */
export function ClaimSplitter({ marking }: { readonly marking: Marking }) {
  const untouched = marking.units.filter(
    ({ unitId }) => !marking.marks.some((mark) => mark.unitId === unitId),
  );
  if (untouched.length === 0) return null;
  const split = (unit: MarkedUnit) => {
    let { marks } = marking;
    for (const passage of listSentences(unit.text)) ({ marks } = addMark(marks, { unit, passage }));
    marking.setMarks(marks);
  };
  return (
    <div className={styles.splitter}>
      {untouched.map((unit) => (
        <Button key={unit.unitId} variant="quiet" onClick={() => split(unit)}>
          {say('Split {name} into claims', { name: unit.name })}
        </Button>
      ))}
    </div>
  );
}
