import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { SpanMark } from '#domain/judging/answers.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { ClaimSplitter } from './claim-splitter.tsx';
import { chooseByDigit, MarkForm } from './mark-form.tsx';
import { passageOf } from './mark-list.ts';
import styles from './marks-panel.module.css';
import { stepPicking } from './picking-keys.ts';
import { useMarkPaint } from './use-mark-paint.ts';
import type { Marking } from './use-marks.ts';

interface MarksPanelProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly marking: Marking;
  readonly scene: Scene;
}

/** The passages that were marked, beside the texts; the open one with everything that is asked about it. */
export function MarksPanel({ root, marking, scene }: MarksPanelProps) {
  const { criterion, marks, selected, picking } = marking;
  useMarkPaint(root, marking);
  const panel = useRef<HTMLElement>(null);
  const isBusy = selected !== undefined || picking !== null;
  const openId = selected?.id ?? (picking === null ? null : 'picking');
  // Synchronises the browser's focus: what is open is spoken to by keys, and gives them back when it closes.
  useEffect(() => {
    const own = panel.current;
    if (openId !== null) own?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
    else if (own?.contains(document.activeElement)) own.querySelector<HTMLElement>('[data-control]')?.focus();
  }, [openId]);
  return (
    <section
      ref={panel}
      className={styles.panel}
      data-panel=""
      aria-label={criterion.label}
      data-busy={isBusy || undefined}
    >
      <Head marking={marking} scene={scene} />
      {picking !== null && <PickingBar marking={marking} />}
      {marks.length === 0 ? (
        <p className={styles.empty}>
          {marking.isAnswered
            ? say('Nothing to mark, you said.')
            : say('Select words and press {key}, or press it alone to choose a passage by keys.', {
                key: scene.bindings.mark,
              })}
        </p>
      ) : (
        <ol className={styles.list}>
          {marks.map((mark) => (
            <MarkRow key={mark.id} marking={marking} mark={mark} />
          ))}
        </ol>
      )}
      {marking.scale.kind === 'claims' && <ClaimSplitter marking={marking} />}
    </section>
  );
}

function Head({ marking, scene }: { readonly marking: Marking; readonly scene: Scene }) {
  const { criterion, criteria, marks, isAnswered } = marking;
  const control = { kind: 'span', criterionKey: criterion.key } as const;
  const { desk, bindings, onAct } = scene;
  return (
    <header className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a heading and a list beside it */}
      <div
        id={controlId(control)}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the desk's keys speak to it like to any other question
        tabIndex={0}
        data-control=""
        data-dock=""
        className={styles.control}
        data-active={isSameControl(desk.active, control) || undefined}
        data-missing={isSameControl(desk.missing, control) || undefined}
        aria-label={say('{criterion}: {count, plural, =0 {no marks} one {# mark} other {# marks}}', {
          criterion: criterion.label,
          count: marks.length,
        })}
        onFocus={() => onAct({ kind: 'activate', control })}
      >
        <h2>{criterion.label}</h2>
        <span className={styles.count}>{marks.length}</span>
      </div>
      {criteria.length > 1 && (
        <div className={styles.tabs}>
          {criteria.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              aria-pressed={key === criterion.key}
              onClick={() => marking.choose(key)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <div className={styles.acts}>
        <Button keyHint={bindings.mark} onClick={() => onAct({ kind: 'command', id: 'mark' })}>
          {say('Mark')}
        </Button>
        {marks.length === 0 && (
          <button
            type="button"
            className={styles.none}
            aria-pressed={isAnswered}
            onClick={() => marking.setMarks(isAnswered ? undefined : [])}
          >
            {say('Nothing to mark')}
            <Kbd keys="0" />
          </button>
        )}
      </div>
    </header>
  );
}

function PickingBar({ marking }: { readonly marking: Marking }) {
  const { picking, units } = marking;
  if (picking === null) return null;
  const unit = units.find(({ unitId }) => unitId === picking.unitId);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = stepPicking({ key, isShift: event.shiftKey }, { units, ...picking });
    if (step === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (step.kind === 'leave') marking.pick(null);
    else if (step.kind === 'move') marking.pick({ unitId: step.unitId, passage: step.passage });
    else if (unit !== undefined) marking.mark(unit, step.isWhole ? null : picking.passage);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys speak to it as a whole
    <div
      className={styles.picking}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys choose the passage here
      tabIndex={0}
      data-open=""
      data-own-keys=""
      aria-label={say('Choose a passage of {name}', { name: unit?.name ?? '' })}
      onKeyDown={onKeyDown}
    >
      <blockquote dir="auto" aria-live="polite">
        {unit?.text.slice(picking.passage.start, picking.passage.end)}
      </blockquote>
      <dl className={styles.keys}>
        <Hint keys={['ArrowUp', 'ArrowDown']} text={say('sentence')} />
        <Hint keys={['ArrowLeft', 'ArrowRight']} text={say('end, by word')} />
        <Hint keys={['Shift+ArrowLeft', 'Shift+ArrowRight']} text={say('beginning')} />
        <Hint keys={['1', '9']} text={say('another text')} />
        <Hint keys={['Enter']} text={say('mark')} />
        <Hint keys={['A']} text={say('all of it')} />
        <Hint keys={['Escape']} text={say('leave')} />
      </dl>
    </div>
  );
}

function Hint({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

function MarkRow({ marking, mark }: { readonly marking: Marking; readonly mark: SpanMark }) {
  const isOpen = marking.selected?.id === mark.id;
  const unit = marking.units.find(({ unitId }) => unitId === mark.unitId);
  const passage = unit && passageOf(mark, unit.text);
  const label = optionsOf(marking.scale).find(({ key }) => key === mark.label)?.label;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (openByKey(event, { marking, mark })) event.preventDefault();
  };
  return (
    <li className={styles.mark} data-selected={isOpen || undefined}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={isOpen}
        data-open={isOpen || undefined}
        data-own-keys={isOpen || undefined}
        onKeyDown={isOpen ? onKeyDown : undefined}
        onClick={() => marking.select(isOpen ? null : mark.id)}
      >
        <span className={styles.unit}>{unit?.name ?? mark.unitId}</span>
        <span className={styles.label} data-open-question={label === undefined || undefined}>
          {label ?? (marking.scale.kind === 'marks' ? say('What is wrong?') : say('Verdict?'))}
          {mark.severity !== undefined && ` · ${severityOf(marking, mark.severity)}`}
        </span>
        <q className={styles.quote} dir="auto">
          {passage ? unit.text.slice(passage.start, passage.end) : say('all of it')}
        </q>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the open mark also hold inside its form
        <div data-own-keys="" onKeyDown={onKeyDown}>
          <MarkForm marking={marking} mark={mark} />
        </div>
      )}
    </li>
  );
}

function severityOf({ scale }: Marking, severity: string): string {
  const options = scale.kind === 'marks' ? scale.severities : [];
  return options.find(({ key }) => key === severity)?.label ?? severity;
}

/** What a key does to the open mark; false where it means nothing here. */
function openByKey(event: KeyboardEvent, { marking, mark }: { marking: Marking; mark: SpanMark }): boolean {
  const { key, target } = event;
  const isOnButton = target instanceof Element && target.matches('button:not([role=radio], [aria-expanded])');
  if (isOnButton && (key === 'Enter' || key === ' ')) return false;
  if (/^[0-9]$/.test(key)) {
    const marks = chooseByDigit({ marking, mark }, Number(key));
    if (marks !== undefined) marking.setMarks(marks);
    return marks !== undefined;
  }
  if (key === 'Backspace' || key === 'Delete') marking.remove(mark.id);
  else if (key === 'Escape' || key === 'Enter') marking.select(null);
  else if (key === 'ArrowDown' || key === 'ArrowUp') {
    const at = marking.marks.findIndex(({ id }) => id === mark.id) + (key === 'ArrowDown' ? 1 : -1);
    marking.select(marking.marks[at]?.id ?? mark.id);
  } else return false;
  return true;
}
