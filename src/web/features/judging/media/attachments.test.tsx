import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { layDesk } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import { fetchParts } from '#web/features/judging/fetched/fetched-parts.ts';
import { type KeptFile, KeptFilesContext, nameOfFile } from '#web/features/judging/files/kept-files.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { SceneProvider } from '#web/features/judging/parts/scene-provider.tsx';
import { createObservable } from '#web/session/observable.ts';
import { Attachments } from './attachments.tsx';

beforeEach(async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  await fetchParts(['media']);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const picture = { mediaId: 'm', name: 'boat.png', kind: 'image' } as const;

/** A task with one picture while the network is away, and what this device knows of the picture. */
function showOffline(kept: KeptFile | undefined) {
  const task = {
    assignmentId: 'a',
    rubric: {
      criteria: [],
      overallKey: null,
      justification: { ask: 'off', minCharacters: 0 },
      confidence: 'off',
    },
    prompt: [{ role: 'user', content: 'Look', attachments: [picture] }],
    responses: [{ id: 'r1', text: 'One' }],
  } as const;
  const desk = layDesk(deskTaskOf(task));
  const scene: Scene = {
    task,
    desk,
    onAct: () => {},
    bindings: defaultBindings,
    projectId: 'p',
    mode: 'live',
    taker: { current: null },
  };
  const files = new Map(kept === undefined ? [] : [[nameOfFile('p', 'm'), kept]]);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <KeptFilesContext value={createObservable(files)}>
        <SceneProvider scene={scene}>
          <Attachments attachments={[picture]} />
        </SceneProvider>
      </KeptFilesContext>
    </QueryClientProvider>,
  );
}

it('a file that this device keeps is shown from there', async () => {
  showOffline({ url: 'blob:http://localhost/1', durationMs: null });
  const image = await screen.findByAltText('boat.png');
  expect(image.getAttribute('src')).toBe('blob:http://localhost/1');
  expect(screen.queryByText(/on this device|when you are online/)).toBeNull();
});

it('a file that is too large to be kept says so', async () => {
  showOffline({ url: null, durationMs: null });
  expect(await screen.findByText(/“boat.png” is too large to be kept on this device/)).toBeDefined();
});

it('a file of which nothing is known asks to be tried again', async () => {
  showOffline(undefined);
  expect(await screen.findByText(/“boat.png” cannot be shown now/)).toBeDefined();
});
