import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { MediaLink } from '#contract/media.ts';
import type { Attachment } from '#domain/items/item.ts';
import { ownValue, type RegionMark } from '#domain/judging/answers.ts';
import { findExampleAddress } from '#domain/rubrics/examples/media-examples.ts';
import { criteriaOf } from '#domain/rubrics/rubric.ts';
import type { RegionsScale } from '#domain/rubrics/scale.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { chooseSource, type Source } from '#web/features/judging/files/choose-source.ts';
import { type KeptFile, nameOfFile, useKeptFiles } from '#web/features/judging/files/kept-files.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { useMediaLinks } from '#web/session/media-links.ts';
import { useIsOffline } from '#web/session/reachability.ts';
import { MediaView } from '#web/ui/media/media-view.tsx';
import type { Marking } from '#web/ui/media/region-shape.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import styles from './attachments.module.css';
import { FileNames } from './file-names.tsx';
import { RegionForm } from './region-form.tsx';
import { addRegion, changeRegion, removeRegion } from './region-list.ts';
import { useSelectedRegion } from './use-selected-region.ts';

interface TaskFilesProps {
  readonly attachments: readonly Attachment[];
  readonly scene: Scene;
}

/** The files of one text of the task on screen. */
export function TaskFiles({ attachments, scene }: TaskFilesProps) {
  const { projectId } = scene;
  if (projectId === undefined) return <Examples {...{ attachments, scene }} />;
  return <Shown {...{ attachments, scene, projectId }} />;
}

/** A preview asks no server for addresses: the files of its examples come with the app. */
function Examples({ attachments, scene }: TaskFilesProps) {
  return (
    <AttachmentKeys scene={scene}>
      {attachments.map((attachment) => {
        const url = findExampleAddress(attachment.mediaId);
        return url === undefined ? (
          <FileNames key={attachment.mediaId} attachments={[attachment]} />
        ) : (
          <Viewer key={attachment.mediaId} {...{ attachment, scene, url }} durationMs={null} />
        );
      })}
    </AttachmentKeys>
  );
}

interface ShownProps extends TaskFilesProps {
  readonly projectId: string;
}

function Shown({ attachments, scene, projectId }: ShownProps) {
  const files = useKeptFiles();
  const links = useMediaLinks(
    projectId,
    attachments.map(({ mediaId }) => mediaId),
  );
  return (
    <AttachmentKeys scene={scene}>
      {attachments.map((attachment) => (
        <FromSource
          key={attachment.mediaId}
          {...{ attachment, scene }}
          link={links.find(attachment.mediaId)}
          kept={files.get(nameOfFile(projectId, attachment.mediaId))}
          isLoading={links.isLoading}
        />
      ))}
    </AttachmentKeys>
  );
}

interface FromSourceProps {
  readonly attachment: Attachment;
  readonly scene: Scene;
  readonly link: MediaLink | undefined;
  readonly kept: KeptFile | undefined;
  readonly isLoading: boolean;
}

/** A file from the server or from this device, whichever can be had. */
function FromSource({ attachment, scene, link, kept, isLoading }: FromSourceProps) {
  const isOffline = useIsOffline();
  const [before, setBefore] = useState<Source | null>(null);
  const own = kept?.url ?? null;
  const source = chooseSource({ before, hasLink: link !== undefined, isKept: own !== null, isOffline });
  if (source !== before) setBefore(source);
  const url = source === 'device' ? own : (link?.url ?? null);
  const durationMs = link?.durationMs ?? kept?.durationMs ?? null;
  const isLeftBehind = isOffline && own === null && kept !== undefined;
  if (url === null && isLoading && !isLeftBehind)
    return (
      <div className={styles.waiting}>
        <Skeleton lines={3} />
      </div>
    );
  return (
    <>
      {url !== null && <Viewer {...{ attachment, scene, url, durationMs }} />}
      {(url === null || isLeftBehind) && (
        <div className={styles.waiting}>
          <p>{sayAway(attachment, isLeftBehind)}</p>
        </div>
      )}
    </>
  );
}

function sayAway({ name }: Attachment, isLeftBehind: boolean): string {
  return isLeftBehind
    ? say('“{name}” is too large to be kept on this device. It is shown again when you are online.', { name })
    : say('“{name}” cannot be shown now. Try again when you are online.', { name });
}

/** Where the keys of viewers count: J and K lead to other questions, Escape back to the one about these files. */
function AttachmentKeys({ scene, children }: { readonly scene: Scene; readonly children: ReactNode }) {
  const [criterion] = criteriaOf(scene.task.rubric, 'region');
  const control = criterion && ({ kind: 'region', criterionKey: criterion.key } as const);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the viewers inside
    <div
      className={styles.attachments}
      data-own-keys="leaves"
      onFocus={() => control !== undefined && scene.onAct({ kind: 'activate', control })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || control === undefined) return;
        document.getElementById(controlId(control))?.focus();
      }}
    >
      {children}
    </div>
  );
}

interface ViewerProps {
  readonly attachment: Attachment;
  readonly scene: Scene;
  readonly url: string;
  readonly durationMs: number | null;
}

function Viewer({ attachment, scene, url, durationMs }: ViewerProps) {
  const { kind, name, alt, mediaId } = attachment;
  const { task, desk, onAct } = scene;
  const [criterion] = criteriaOf(task.rubric, 'region');
  const [selectedId, select] = useSelectedRegion(task.assignmentId);
  const view = { kind, url, name, alt, durationMs };
  if (criterion?.scale.kind !== 'regions') return <MediaView {...view} isReadOnly />;
  const { key, scale } = criterion;
  const all = ownValue(desk.answers.region, key) ?? [];
  const own = all.filter((mark) => mark.mediaId === mediaId);
  const set = (value: readonly RegionMark[]) =>
    onAct({
      kind: 'answer',
      control: { kind: 'region', criterionKey: key },
      change: { record: 'region', key, value },
    });
  const marking: Marking = {
    marks: own.map(({ id, shape, label }) => ({ id, shape, label: labelOf(scale, label) })),
    shapes: scale.shapes,
    selectedId,
    onSelect: select,
    onMark: (shape) => {
      const added = addRegion(all, { mediaId, shape, label: scale.labels[0]?.key ?? '' });
      set(added.marks);
      select(added.id);
    },
    onChange: (id, shape) => set(changeRegion(all, id, { shape })),
    onRemove: (id) => set(removeRegion(all, id)),
  };
  const selected = own.find(({ id }) => id === selectedId);
  const labelByDigit = (event: KeyboardEvent) => {
    const label = selected === undefined ? undefined : labelForKey(event, scale);
    if (selected === undefined || label === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    set(changeRegion(all, selected.id, { label }));
  };
  return (
    <figure className={styles.figure} data-media="" onKeyDownCapture={labelByDigit}>
      <MediaView {...view} {...marking} />
      {selected !== undefined && (
        <RegionForm
          key={selected.id}
          scale={scale}
          mark={selected}
          onChange={(part) => set(changeRegion(all, selected.id, part))}
          onRemove={() => {
            set(removeRegion(all, selected.id));
            select(null);
          }}
        />
      )}
    </figure>
  );
}

/** The label that a digit stands for while a mark is open; digits that are written are only digits. */
function labelForKey(event: KeyboardEvent, { labels }: RegionsScale): string | undefined {
  const isWriting = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return /^[1-9]$/.test(event.key) ? labels[Number(event.key) - 1]?.key : undefined;
}

function labelOf({ labels }: RegionsScale, key: string): string {
  return labels.find((option) => option.key === key)?.label ?? key;
}
