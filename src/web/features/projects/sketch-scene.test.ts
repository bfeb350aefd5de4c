import { expect, it } from 'vitest';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { sceneOf } from './sketch-scene.ts';

it.each([
  ['pairwise_7_point', { kind: 'texts', count: 2, isMarked: false }],
  ['ranking_with_ties', { kind: 'texts', count: 4, isMarked: false }],
  ['edit_the_best', { kind: 'texts', count: 4, isMarked: false }],
  ['claims_check', { kind: 'texts', count: 1, isMarked: true }],
  ['dialogue_rating', { kind: 'dialogue' }],
  ['dialogue_continuation', { kind: 'tree' }],
  ['process_supervision', { kind: 'steps' }],
  ['reference_writing', { kind: 'page' }],
  ['prompt_writing', { kind: 'brief' }],
  ['live_chat', { kind: 'chat', models: 2 }],
  ['red_team_attempt', { kind: 'chat', models: 1 }],
  ['image_comparison', { kind: 'media', isTimed: false }],
  ['audio_comparison', { kind: 'media', isTimed: true }],
])('%s is drawn as %o', (key, scene) => {
  const template = rubricTemplates.find((each) => each.key === key);
  expect(template && sceneOf(template.rubric)).toEqual(scene);
});
