import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import { nameTurn } from '#web/session/turn-names.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './dialogue-tree.module.css';

type Turn = NonNullable<ItemDetail['dialogue']>[number];

interface DialogueTreeProps extends Pick<ItemDetail, 'judgments'> {
  readonly dialogue: readonly Turn[];
}

/** A recorded dialogue with all of its branches, and who chose which reply. */
export function DialogueTree({ dialogue, judgments }: DialogueTreeProps) {
  const choices = judgments.flatMap(({ annotator, answers }) =>
    Object.values(answers.continuation ?? {}).flatMap(({ path }) =>
      path.map((choice) => ({ ...choice, name: annotator.name })),
    ),
  );
  return (
    <section aria-label={say('Recorded dialogue')} className={styles.dialogue}>
      <h2 className="visually-hidden">{say('Recorded dialogue')}</h2>
      <Branch {...{ dialogue, choices }} parentId={null} />
    </section>
  );
}

interface BranchProps {
  readonly dialogue: readonly Turn[];
  readonly choices: readonly { at: string | null; chosen: string | null; name: string }[];
  readonly parentId: string | null;
}

function Branch({ dialogue, choices, parentId }: BranchProps) {
  const turns = dialogue.filter((turn) => turn.parentId === parentId);
  if (turns.length === 0) return null;
  const here = choices.filter(({ at }) => at === parentId);
  const stopped = here.filter(({ chosen }) => chosen === null).map(({ name }) => name);
  return (
    <ol className={styles.branch} data-forks={turns.length > 1 || undefined}>
      {turns.map((turn) => {
        const names = here.filter(({ chosen }) => chosen === turn.id).map(({ name }) => name);
        return (
          <li key={turn.id} data-chosen={names.length > 0 || undefined}>
            <article className={styles.turn} data-unit={turn.id} aria-label={turn.id}>
              <header className={styles.head}>
                <strong>{turn.id}</strong>
                <span>{nameTurn(turn.role)}</span>
                {turn.model !== null && <span className={styles.model}>{turn.model}</span>}
                {names.length > 0 && (
                  <span className={styles.chosen}>
                    {say('chosen by {count, number} of {all, number}: {names}', {
                      count: names.length,
                      all: here.length,
                      names: names.join(', '),
                    })}
                  </span>
                )}
              </header>
              <RenderedText text={turn.text} />
            </article>
            <Branch {...{ dialogue, choices }} parentId={turn.id} />
          </li>
        );
      })}
      {stopped.length > 0 && (
        <li className={styles.stopped}>
          {say('None is good enough: {names}', { names: stopped.join(', ') })}
        </li>
      )}
    </ol>
  );
}
