import { letterAt } from '#domain/judging/display-order.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import type { RadioRow } from '#web/features/judging/view/radio-row.tsx';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import type { Walking } from './continuation-task.tsx';
import styles from './place-bar.module.css';

interface PlaceBarProps extends Walking {
  readonly criterion: Criterion;
  readonly mayStop: boolean;
  /** Null while the task is only laid out ahead. */
  readonly scene: Scene | null;
  readonly RadioRow: typeof RadioRow;
}

const none = 'none';

/** Where the reply of a place is chosen, and the ways to the place before and the next one. */
export function PlaceBar(props: PlaceBarProps) {
  const { view, goTo, scene } = props;
  const { index } = view;
  const { bindings } = scene ?? {};
  return (
    <div className={styles.bar} data-at={view.fork === undefined ? 'end' : undefined}>
      <Question {...props} />
      <div className={styles.acts}>
        {index > 0 && (
          <Button variant="quiet" keyHint={bindings?.clear_answer} onClick={() => goTo(index - 1)}>
            {say('Back')}
          </Button>
        )}
        {view.fork !== undefined && (
          <Button
            keyHint={bindings?.submit}
            disabled={view.choice === undefined}
            onClick={() => goTo(index + 1)}
          >
            {say('Go on')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Question({ RadioRow, ...props }: PlaceBarProps) {
  const { view, criterion, mayStop, scene, isSpokenTo, choose } = props;
  const { fork, choice } = view;
  const control = { kind: 'continuation', criterionKey: criterion.key } as const;
  const id = controlId(control);
  const activate = () => scene?.onAct({ kind: 'activate', control });
  if (fork === undefined)
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys lead back from here
      <p id={id} className={styles.end} tabIndex={0} onFocus={isSpokenTo ? undefined : activate}>
        {view.forks.length > 0 && endedByNone(view)
          ? say('You ended the dialogue here.')
          : say('The dialogue ends here.')}
      </p>
    );
  const replies = fork.replyIds.map((replyId, index) => ({
    key: replyId,
    text: letterAt(index),
    name: say('Reply {letter} goes on', { letter: letterAt(index) }),
    digit: index + 1,
  }));
  const stop = {
    key: none,
    text: say('None'),
    name: say('None is good enough: end the dialogue here'),
    digit: 0,
  };
  const chosen = choice === undefined ? undefined : (choice.chosen ?? none);
  return (
    <div className={styles.question}>
      <span className={styles.label} aria-hidden="true">
        {criterion.label}
      </span>
      <RadioRow
        id={id}
        name={criterion.label}
        look="segments"
        options={mayStop ? [...replies, stop] : replies}
        chosen={chosen}
        isActive={isSpokenTo}
        isMissing={scene !== null && isSameControl(scene.desk.missing, control)}
        isRequired={criterion.required}
        onPick={(key) => choose(key === none ? null : key)}
        onActivate={activate}
      />
    </div>
  );
}

function endedByNone({ before }: Walking['view']): boolean {
  return before.at(-1)?.role !== 'assistant';
}
