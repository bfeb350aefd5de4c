import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useReducer, useState, useSyncExternalStore } from 'react';
import type { Preferences } from '#contract/accounts.ts';
import type { Project } from '#contract/projects.ts';
import { parseSections } from '#domain/guidelines/sections.ts';
import { say } from '#web/messages/say.ts';
import type { DeviceStore } from '#web/session/device/device-store.ts';
import { DeviceNotice } from '#web/session/device-notice.tsx';
import { useChangePreferences } from '#web/session/use-session.ts';
import { TopBarSlot } from '#web/ui/top-bar-slot.tsx';
import { ChatPlaceContext } from './chat/chat-place.ts';
import type { JudgeAct } from './desk/judge-act.ts';
import { KeptFilesContext } from './files/kept-files.ts';
import { useFilesInHand } from './files/use-files-in-hand.ts';
import styles from './judge-desk.module.css';
import { resolveBindings } from './keys/key-bindings.ts';
import type { JudgingSession } from './live/judging-session.ts';
import type { JudgingSnapshot, ShownTask } from './live/judging-snapshot.ts';
import { changeReading } from './panels/change-reading.ts';
import { DockMessage } from './panels/dock-message.tsx';
import { Instructions } from './panels/instructions.tsx';
import { closedPanels, type PanelAct, type PanelState, reducePanels } from './panels/panel-state.ts';
import { StandIn } from './panels/stand-in.tsx';
import { TopLine } from './panels/top-line.tsx';
import { useJudgingSession } from './use-judging-session.ts';
import { JudgingView } from './view/judging-view.tsx';

const dialogs = () => import('./panels/judge-dialogs.tsx');
const guidelines = () => import('./panels/guidelines-panel.tsx');
const precedents = () => import('./panels/precedents.tsx');
const refusals = () => import('./panels/refused-list.tsx');
const JudgeDialogs = lazy(async () => ({ default: (await dialogs()).JudgeDialogs }));
const GuidelinesPanel = lazy(async () => ({ default: (await guidelines()).GuidelinesPanel }));
const Precedents = lazy(async () => ({ default: (await precedents()).Precedents }));
const FeedbackPanel = lazy(async () => ({
  default: (await import('./panels/feedback-panel.tsx')).FeedbackPanel,
}));
const RefusedList = lazy(async () => ({ default: (await refusals()).RefusedList }));

/** Fetches what opens beside and over a task after the task's own texts, and before it is asked for. */
async function fetchPanels(): Promise<void> {
  await Promise.allSettled([dialogs(), guidelines(), precedents(), refusals()]);
}

interface JudgeDeskProps {
  readonly project: Project;
  readonly personId: string;
  /** What this device keeps for the person. */
  readonly device: DeviceStore;
  readonly preferences: Preferences;
  readonly onLeave: () => void;
}

interface GuidelinesProps {
  readonly projectId: string;
  readonly versions: JudgingSession['versions'];
  readonly task: ShownTask;
  readonly panels: PanelState;
  readonly onClose: () => void;
}

function Guidelines({ projectId, versions, task, panels, onClose }: GuidelinesProps) {
  const storageKey = `plumbline/guidelines/${projectId}`;
  const [place] = useState(() => sessionStorage.getItem(storageKey));
  const version = task.guidelineVersion;
  const { data } = useQuery({
    queryKey: ['guidelines-in-hand', projectId, version],
    queryFn: () => versions.guidelines(version),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <GuidelinesPanel
      markdown={data}
      criterion={task.rubric.criteria.find((criterion) => criterion.key === panels.helpKey) ?? null}
      precedents={(search) => (
        <Precedents
          key={task.assignmentId}
          {...{ projectId, search }}
          assignmentId={task.assignmentId}
          criteria={task.rubric.criteria}
          criterionKey={panels.helpKey}
        />
      )}
      place={place}
      onPlace={(anchor) => sessionStorage.setItem(storageKey, anchor)}
      onClose={onClose}
    />
  );
}

/** The headings of the guidelines in force, read when they are asked for. */
function useHeadings(
  projectId: string,
  asked: { readonly task: ShownTask; readonly session: JudgingSession; readonly isAsked: boolean },
): readonly string[] | undefined {
  const version = asked.task.guidelineVersion;
  const { data } = useQuery({
    queryKey: ['guidelines-in-hand', projectId, version],
    queryFn: () => asked.session.versions.guidelines(version),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: asked.isAsked,
    select: (markdown) => parseSections(markdown).flatMap(({ heading }) => (heading === '' ? [] : [heading])),
  });
  return data;
}

function activeKeyOf({ desk }: JudgingSnapshot): string | null {
  return desk.active !== null && 'criterionKey' in desk.active ? desk.active.criterionKey : null;
}

/** Sends an act to whom it concerns: the reading preferences, the panels, or the session. */
function useActs(props: JudgeDeskProps, session: JudgingSession, snapshot: JudgingSnapshot) {
  const [panels, dispatch] = useReducer(reducePanels, closedPanels);
  const { mutate: changePreferences } = useChangePreferences();
  const onAct = (act: JudgeAct) => {
    if (act.kind === 'leave') {
      if (panels.isGuidelinesOpen) dispatch({ kind: 'close_guidelines' });
      else session.leaveAmendment();
      return;
    }
    if (act.kind === 'command') {
      const reading = changeReading(props.preferences, act.id);
      if (reading !== undefined) changePreferences(reading);
      dispatch({ kind: 'command', id: act.id, activeKey: activeKeyOf(snapshot) });
    }
    session.act(act);
  };
  return { panels, dispatch, onAct, changePreferences };
}

function Task(props: {
  readonly desk: JudgeDeskProps;
  readonly task: ShownTask;
  readonly snapshot: JudgingSnapshot;
  readonly session: JudgingSession;
  readonly panels: PanelState;
  readonly dispatch: (act: PanelAct) => void;
  readonly onAct: (act: JudgeAct) => void;
}) {
  const { desk, task, snapshot, session, panels, dispatch, onAct } = props;
  const { project, device } = desk;
  const chatPlace = useMemo(() => ({ projectId: project.id, device }), [project.id, device]);
  return (
    <ChatPlaceContext value={chatPlace}>
      <JudgingView
        task={task}
        upcoming={snapshot.upcoming}
        desk={snapshot.desk}
        onAct={onAct}
        bindings={resolveBindings(desk.preferences.keys)}
        layout={desk.preferences.layout}
        as={panels.as}
        mode={task.mode === 'amend' ? 'amend' : 'live'}
        projectId={desk.project.id}
        sections={useHeadings(desk.project.id, {
          task,
          session,
          isAsked: snapshot.desk.unsettling !== undefined,
        })}
        message={
          <DockMessage
            snapshot={snapshot}
            onDismiss={() => session.dismissNotice()}
            onDismissBreak={() => session.dismissBreak()}
            onPause={() => session.setPaused(true)}
          />
        }
        aside={
          panels.isGuidelinesOpen && (
            <Suspense fallback={null}>
              <Guidelines
                projectId={desk.project.id}
                versions={session.versions}
                task={task}
                panels={panels}
                onClose={() => dispatch({ kind: 'close_guidelines' })}
              />
            </Suspense>
          )
        }
      />
    </ChatPlaceContext>
  );
}

/** The whole judging screen for one person and project. */
export function JudgeDesk(props: JudgeDeskProps) {
  const { session, snapshot, feedback } = useJudgingSession(props);
  const [explained] = useSyncExternalStore(feedback.waiting.subscribe, feedback.waiting.get);
  const { panels, dispatch, onAct, changePreferences } = useActs(props, session, snapshot);
  const { task, phase } = snapshot;
  const hasTask = task !== null;
  const files = useFilesInHand({ ...props, projectId: props.project.id }, hasTask);
  // Synchronises with the network.
  useEffect(() => {
    if (hasTask) void fetchPanels();
  }, [hasTask]);
  const leave = () => {
    void session.release().catch(() => {});
    props.onLeave();
  };
  return (
    <div className={styles.desk}>
      <h1 className="visually-hidden">{say('Judge: {project}', { project: props.project.name })}</h1>
      <TopBarSlot>
        <TopLine
          progress={snapshot.progress}
          targetPerDay={props.project.targetPerDay}
          saving={snapshot.saving}
          bindings={resolveBindings(props.preferences.keys)}
          hasGuidelinesOpen={panels.isGuidelinesOpen}
          onCommand={(id) => onAct({ kind: 'command', id })}
        />
      </TopBarSlot>
      <div className={styles.notices}>
        <DeviceNotice device={snapshot.device} />
        {snapshot.refused.length > 0 && (
          <Suspense fallback={null}>
            <RefusedList refused={snapshot.refused} session={session} />
          </Suspense>
        )}
        {explained !== undefined && (
          <Suspense fallback={null}>
            <FeedbackPanel
              key={explained}
              projectId={props.project.id}
              assignmentId={explained}
              versions={session.versions}
              onRead={() => feedback.remove(explained)}
            />
          </Suspense>
        )}
        <Instructions projectId={props.project.id} text={props.project.instructions} />
      </div>
      {task === null || phase === 'paused' ? (
        <StandIn
          snapshot={snapshot}
          pauseKey={resolveBindings(props.preferences.keys).pause}
          onResume={() => session.setPaused(false)}
          onLookAgain={() => session.tryNow()}
          onLeave={leave}
        />
      ) : (
        <KeptFilesContext value={files}>
          <Task {...{ task, snapshot, session, panels, dispatch, onAct }} desk={props} />
        </KeptFilesContext>
      )}
      {panels.dialog !== null && (
        <Suspense fallback={null}>
          <JudgeDialogs
            dialog={panels.dialog}
            session={session}
            keys={props.preferences.keys}
            onKeys={(keys) => changePreferences({ ...props.preferences, keys: { ...keys } })}
            onClose={() => dispatch({ kind: 'close_dialog' })}
          />
        </Suspense>
      )}
      <p className="visually-hidden" role="status" aria-live="polite">
        {snapshot.announcement}
      </p>
    </div>
  );
}
