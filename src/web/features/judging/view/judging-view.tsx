import { type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { explainUnfinished } from '#domain/judging/explain-unfinished.ts';
import type { Desk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { readPart } from '#web/features/judging/fetched/fetched-parts.ts';
import { useFetchedParts } from '#web/features/judging/fetched/use-fetched-parts.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { useMarks } from '#web/features/judging/marks/use-marks.ts';
import { goToNextFile } from '#web/features/judging/media/go-to-next-file.ts';
import type { Scene, ViewTask } from '#web/features/judging/parts/scene.ts';
import { SceneProvider } from '#web/features/judging/parts/scene-provider.tsx';
import { ReadingBars } from '#web/features/judging/reading/reading-bars.tsx';
import type { ReadingLooks } from '#web/features/judging/reading/reading-looks.ts';
import { useReading } from '#web/features/judging/reading/use-reading.ts';
import type { RunPanelHandle } from '#web/features/judging/running/run-panel.tsx';
import { message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Dock } from './dock.tsx';
import styles from './judging-view.module.css';
import { TaskText } from './task-text.tsx';
import { useActiveFocus } from './use-active-focus.ts';
import { useJudgeKeys } from './use-judge-keys.ts';

export interface JudgingViewProps {
  readonly task: ViewTask;
  /** Fetched ahead; laid out unseen. */
  readonly upcoming?: readonly ViewTask[];
  readonly desk: Desk;
  readonly onAct: (act: JudgeAct) => void;
  readonly bindings: KeyBindings;
  /** Left out in a preview, which asks no server. */
  readonly projectId?: string | undefined;
  readonly layout: 'side_by_side' | 'stacked';
  readonly as?: 'rendered' | 'source';
  readonly mode: 'live' | 'amend' | 'preview';
  /** Said beside the buttons. */
  readonly message?: ReactNode;
  /** In place of the usual buttons. */
  readonly acts?: ReactNode;
  /** The headings of the guidelines in force, where they are known. */
  readonly sections?: readonly string[] | undefined;
  /** Opens beside the texts, never over them. */
  readonly aside?: ReactNode;
}

const noTasks: readonly ViewTask[] = [];
const submitLabels = {
  live: message('Submit'),
  amend: message('Replace'),
  preview: message('Submit'),
} as const;

/** One task to be judged, without network: the live screen and the designer's preview both show this. */
export function JudgingView(props: JudgingViewProps) {
  const parts = useFetchedParts(props.task, props.upcoming ?? noTasks);
  if (parts.isReady) return <WholeView {...props} />;
  if (!parts.hasFailed) return <Skeleton lines={6} />;
  return (
    <Notice
      tone="bad"
      title={say('A part of this page could not be fetched')}
      action={<Button onClick={parts.tryAgain}>{say('Try again')}</Button>}
    >
      {say('Your work is kept. This task is shown once the part is there.')}
    </Notice>
  );
}

function WholeView(props: JudgingViewProps) {
  const { task, upcoming = noTasks, desk, bindings, layout, as = 'rendered', mode, projectId } = props;
  const root = useRef<HTMLDivElement>(null);
  const ahead = useDeferredValue(upcoming, noTasks);
  const reading = useReading(root, task);
  const taker: Scene['taker'] = useRef(null);
  const scene: Scene = { task, desk, onAct: (act) => onAct(act), bindings, mode, projectId, taker };
  const runner = useRef<RunPanelHandle>(null);
  const MarksPanel = readPart('marks');
  const RunPanel = readPart('running');
  const toRun = task.rubric.criteria.find(({ scale }) => scale.kind === 'run');
  const marks = useMarks(root, scene, reading.current);
  const onAct = (act: JudgeAct) => {
    if (reading.take(act) || marks.take(act) || taker.current?.(act)) return;
    if (act.kind === 'command' && act.id === 'mark') goToNextFile(root.current);
    else if (act.kind === 'command' && act.id === 'run_code') runner.current?.run();
    else props.onAct(act);
  };
  useJudgeKeys({ root, bindings, isEverywhere: mode !== 'preview', onAct });
  useActiveFocus({ root, desk, taskKey: `${mode}${task.assignmentId}`, takesFocus: mode !== 'preview' });
  const { isFolded, scrolling } = reading.state;
  const { dispatch } = reading;
  // The same object as long as nothing of it changes, so that texts are not rendered anew at each key.
  const looks = useMemo(
    (): ReadingLooks => ({
      scrolling,
      isFolded,
      foldKey: bindings.fold,
      onFold: () => dispatch({ kind: 'toggle_fold' }),
    }),
    [scrolling, isFolded, bindings.fold, dispatch],
  );
  const texts = [task, ...ahead.filter((each) => each.assignmentId !== task.assignmentId)];
  return (
    <div ref={root} className={styles.view} data-mode={mode}>
      <div className={styles.reading}>
        <div className={styles.texts}>
          {texts.map((each) => (
            <SceneProvider key={each.assignmentId} scene={each === task ? scene : null}>
              <TaskText
                task={each}
                isShown={each === task}
                layout={layout}
                as={as}
                looks={looks}
                current={each === task ? reading.current : null}
              />
            </SceneProvider>
          ))}
          <ReadingBars reading={reading} task={task} bindings={bindings} />
        </div>
        {MarksPanel !== undefined && marks.marking !== undefined && (
          <MarksPanel root={root} marking={marks.marking} scene={scene} />
        )}
        {RunPanel !== undefined && toRun !== undefined && (
          <RunPanel criterion={toRun} scene={scene} handle={runner} />
        )}
        {props.aside}
      </div>
      <Dock
        rubric={task.rubric}
        responseIds={task.responses.map((response) => response.id)}
        desk={desk}
        bindings={bindings}
        submitLabel={say(submitLabels[mode])}
        isFresh={mode === 'live'}
        acts={props.acts}
        message={props.message}
        unfinished={
          desk.missing && explainUnfinished(desk.missing, { ...deskTaskOf(task), answers: desk.answers })
        }
        sections={props.sections}
        taskKey={`${mode}${task.assignmentId}`}
        onAct={onAct}
      />
    </div>
  );
}
