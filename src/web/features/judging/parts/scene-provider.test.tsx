import { cleanup, render } from '@testing-library/react';
import { memo, useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { deskRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import { defaultBindings } from '#web/features/judging/keys/key-bindings.ts';
import { type Scene, useScene } from './scene.ts';
import { SceneProvider } from './scene-provider.tsx';

afterEach(cleanup);

function sceneWhy(justification: string): Scene {
  return {
    task: { assignmentId: 'a', rubric: deskRubric, prompt: [], responses: [] },
    desk: { answers: { ...emptyAnswers, justification }, active: null, missing: null },
    onAct: () => {},
    bindings: defaultBindings,
    projectId: undefined,
    mode: 'live',
    taker: { current: null },
  };
}
const Reader = () => <output>{useScene()?.desk.answers.justification ?? 'no scene'}</output>;
const Text = memo(function Text() {
  const renders = useRef(0);
  renders.current += 1;
  return (
    <div data-renders={renders.current}>
      <Reader />
    </div>
  );
});

it('tells those who read the scene of each change, without rendering the texts around them anew', () => {
  const { container, rerender } = render(
    <SceneProvider scene={null}>
      <Text />
    </SceneProvider>,
  );
  const show = (scene: Scene | null) =>
    rerender(
      <SceneProvider scene={scene}>
        <Text />
      </SceneProvider>,
    );
  expect(container.textContent).toBe('no scene');
  for (const words of ['first', 'second']) {
    show(sceneWhy(words));
    expect(container.textContent).toBe(words);
  }
  show(null);
  expect(container.textContent).toBe('no scene');
  expect(container.querySelector('[data-renders]')?.getAttribute('data-renders')).toBe('1');
});
