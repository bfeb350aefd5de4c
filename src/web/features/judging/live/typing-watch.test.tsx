import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TypingWatch } from './typing-watch.ts';

let now = 0;
let watch: TypingWatch;
let stop: () => void;
const area = (id: string) => document.querySelector<HTMLTextAreaElement>(`#${id}`) ?? document.body;

beforeEach(() => {
  document.body.innerHTML =
    '<p id="task">The sky is blue because of Rayleigh scattering.</p><textarea id="own" data-watched-writing></textarea><textarea id="note"></textarea>';
  now = 0;
  watch = new TypingWatch(() => now);
  stop = watch.listen(document);
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

function input(id: string, inputType: string, data: string | null = null) {
  now += 100;
  area(id).dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data }));
}
function paste(id: string, text: string, kind = 'paste') {
  now += 100;
  const event = new Event(kind, { bubbles: true });
  const data = { getData: () => text };
  Object.defineProperty(event, kind === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data });
  area(id).dispatchEvent(event);
}
function copyTask() {
  const range = document.createRange();
  range.selectNodeContents(area('task'));
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
  document.dispatchEvent(new Event('copy', { bubbles: true }));
}

describe('Writing', () => {
  it('is counted by characters, deletions and time, and never kept', () => {
    for (const letter of 'tea') input('own', 'insertText', letter);
    input('own', 'deleteContentBackward');
    expect(watch.read()).toEqual({ typed: 3, pasted: 0, taken: 0, pastes: 0, corrections: 1, typingMs: 300 });
    expect(JSON.stringify(watch.read())).not.toContain('tea');
  });

  it('tells what comes from elsewhere from what was copied on this page', () => {
    paste('own', 'A text from somewhere else.');
    input('own', 'insertFromPaste', 'A text from somewhere else.');
    copyTask();
    paste('own', 'because of\nRayleigh   scattering');
    paste('own', 'dropped', 'drop');
    expect(watch.read()).toMatchObject({ typed: 0, pasted: 27 + 7, taken: 32, pastes: 3 });
  });

  it('goes on from what was counted before the page was opened anew', () => {
    for (const letter of 'tea') input('own', 'insertText', letter);
    const before = watch.read();
    watch.restart();
    expect(watch.read()).toBeUndefined();
    watch.restart(before);
    input('own', 'insertText', 's');
    expect(watch.read()).toMatchObject({ typed: 4, typingMs: 200 });
  });

  it('counts a word that is composed step by step', () => {
    for (const data of ['に', 'にほ', 'にほん']) input('own', 'insertCompositionText', data);
    expect(watch.read()).toMatchObject({ typed: 3 });
  });

  it('is looked at only where it belongs to the judgment, and begins anew with each task', () => {
    input('note', 'insertText', 'x');
    paste('note', 'something private');
    expect(watch.read()).toBeUndefined();
    input('own', 'insertText', 'x');
    expect(watch.read()).toBeDefined();
    watch.restart();
    expect(watch.read()).toBeUndefined();
    stop();
    input('own', 'insertText', 'x');
    expect(watch.read()).toBeUndefined();
  });
});
