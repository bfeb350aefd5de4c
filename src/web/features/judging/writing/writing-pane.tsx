import { useDeferredValue, useState } from 'react';
import { answerLimits, ownValue, type WrittenText } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { WritingScale } from '#domain/rubrics/scale.ts';
import { checkWriting } from '#domain/writing/check-writing.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import { watchedWriting } from '#web/features/judging/live/typing-watch.ts';
import { type Scene, useScene } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { WordChanges } from '#web/ui/word-changes/word-changes.tsx';
import { RecordedNote } from './recorded-note.tsx';
import { SimilarPrompts } from './similar-prompts.tsx';
import { StartChoice } from './start-choice.tsx';
import styles from './writing-pane.module.css';
import { WritingRules } from './writing-rules.tsx';

interface WritingPaneProps {
  readonly criterion: Criterion;
}

/** Where a prompt or a reference response is written, with its rules checked along. */
export function WritingPane({ criterion }: WritingPaneProps) {
  const scene = useScene();
  const { scale } = criterion;
  if (scale.kind !== 'writing') return null;
  return (
    <section className={styles.pane} aria-label={criterion.label} data-dock="">
      {scene !== null && <Writing criterion={criterion} scale={scale} scene={scene} />}
    </section>
  );
}

interface WritingProps {
  readonly criterion: Criterion;
  readonly scale: WritingScale;
  readonly scene: Scene;
}

function Writing({ criterion, scale, scene }: WritingProps) {
  const { task, desk, onAct } = scene;
  const control = { kind: 'writing', criterionKey: criterion.key } as const;
  const written = ownValue(desk.answers.writing, criterion.key);
  const write = (value: WrittenText | undefined) =>
    onAct({ kind: 'answer', control, change: { record: 'writing', key: criterion.key, value } });
  const mustChoose = written === undefined && scale.start !== 'blank' && task.responses.length > 0;
  return (
    <>
      <header className={styles.head}>
        <h2 data-active={isSameControl(desk.active, control) || undefined}>{criterion.label}</h2>
        {written?.editedFrom != null && (
          <EditedFrom written={written} scene={scene} onStartOver={() => write(undefined)} />
        )}
      </header>
      {mustChoose ? (
        <StartChoice id={controlId(control)} scale={scale} scene={scene} onStart={write} />
      ) : (
        <Editor key={task.assignmentId} {...{ criterion, scale, scene, written, write }} />
      )}
    </>
  );
}

function EditedFrom(props: { written: WrittenText; scene: Scene; onStartOver: () => void }) {
  const { written, scene, onStartOver } = props;
  const at = scene.task.responses.findIndex(({ id }) => id === written.editedFrom);
  return (
    <span className={styles.from}>
      {say('edited from {letter}', { letter: String.fromCharCode(65 + at) })}
      <button type="button" onClick={onStartOver}>
        {say('Start over')}
      </button>
    </span>
  );
}

type View = 'write' | 'changes' | 'rendered';

interface EditorProps extends WritingProps {
  readonly written: WrittenText | undefined;
  readonly write: (value: WrittenText | undefined) => void;
}

function Editor({ criterion, scale, scene, written, write }: EditorProps) {
  const [view, setView] = useState<View>('write');
  const { task, desk, onAct } = scene;
  const control = { kind: 'writing', criterionKey: criterion.key } as const;
  const text = written?.text ?? '';
  const editedFrom = written?.editedFrom ?? null;
  const original = task.responses.find(({ id }) => id === editedFrom)?.text;
  // Counting and checking may lag behind quick typing; the letters must not.
  const settled = useDeferredValue(text);
  const isMissing = isSameControl(desk.missing, control);
  return (
    <>
      <Segmented
        label={say('View')}
        options={[
          { value: 'write', label: say('Write') },
          ...(original === undefined ? [] : [{ value: 'changes' as const, label: say('Changes') }]),
          { value: 'rendered', label: say('As it will be read') },
        ]}
        value={view}
        onChange={setView}
      />
      <div className={styles.body}>
        {view === 'write' && (
          <textarea
            id={controlId(control)}
            className={styles.area}
            dir="auto"
            spellCheck
            {...watchedWriting}
            aria-label={criterion.label}
            aria-required={criterion.required || undefined}
            aria-invalid={isMissing || undefined}
            placeholder={
              scale.purpose === 'prompt' ? say('Write the prompt…') : say('Write the ideal response…')
            }
            maxLength={answerLimits.writtenCharacters}
            value={text}
            onFocus={() => onAct({ kind: 'activate', control })}
            onChange={(event) => {
              const next = event.target.value;
              write(next === '' && editedFrom === null ? undefined : { text: next, editedFrom });
            }}
          />
        )}
        {view === 'changes' && original !== undefined && (
          <div className={styles.changes}>
            <WordChanges original={original} edited={settled} />
          </div>
        )}
        {view === 'rendered' && (
          <div className={styles.rendered}>
            <RenderedText text={text} />
          </div>
        )}
      </div>
      <WritingRules
        findings={checkWriting(settled, scale.rules)}
        isEmpty={settled.trim() === ''}
        text={settled}
      />
      <RecordedNote />
      {scale.purpose === 'prompt' && scene.projectId !== undefined && (
        <SimilarPrompts text={settled} scene={scene} />
      )}
    </>
  );
}
