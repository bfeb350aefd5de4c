import { countTyping, hasTyping, startTyping, type Typing, type TypingAct } from '#domain/judging/typing.ts';

/** Where something is written that belongs to the judgment; nothing else is looked at. */
export const watchedWriting = { 'data-watched-writing': '' } as const;
const watched = '[data-watched-writing]';
const mostRemembered = 50_000;

/** Line ends and spaces change on the way through a clipboard. */
const squeeze = (text: string) => text.replaceAll(/\s+/g, '');

/**
 * Counts how what is written comes about: characters typed, pasted from elsewhere and taken from this page, deletions and
 * time. Keys and texts are not kept; of what was copied here the last text is remembered while the page is open, to tell
 * the page's own words from others.
 */
export class TypingWatch {
  readonly #now: () => number;
  #count = startTyping;
  #copied = '';

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Starts on a task, or goes on with what was counted of it before the page was opened anew. */
  restart(before?: Typing): void {
    this.#count = before === undefined ? startTyping : { ...startTyping, typing: before };
  }

  /** Undefined where nothing was written. */
  read(): Typing | undefined {
    return hasTyping(this.#count.typing) ? this.#count.typing : undefined;
  }

  /** Listens to a page; the answer ends that. */
  listen(page: Document): () => void {
    const remember = (event: Event) => this.#remember(page, event);
    const onPaste = (event: Event) => this.#onText(event, (event as ClipboardEvent).clipboardData);
    const onDrop = (event: Event) => this.#onText(event, (event as DragEvent).dataTransfer);
    const onInput = (event: Event) => this.#onInput(event as InputEvent);
    const kinds: readonly (readonly [string, (event: Event) => void])[] = [
      ['copy', remember],
      ['cut', remember],
      ['dragstart', remember],
      ['paste', onPaste],
      ['drop', onDrop],
      ['input', onInput],
    ];
    for (const [kind, handle] of kinds) page.addEventListener(kind, handle, { capture: true, passive: true });
    return () => {
      for (const [kind, handle] of kinds) page.removeEventListener(kind, handle, { capture: true });
    };
  }

  #remember(page: Document, { target }: Event): void {
    const text =
      target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
        ? target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0)
        : (page.getSelection()?.toString() ?? '');
    if (text !== '') this.#copied = squeeze(text.slice(0, mostRemembered));
  }

  #onText({ target }: Event, data: DataTransfer | null): void {
    const text = data?.getData('text/plain') ?? '';
    if (text === '' || !isWatched(target)) return;
    const words = squeeze(text.slice(0, mostRemembered));
    const isOwn = words !== '' && this.#copied.includes(words);
    this.#add(isOwn ? 'taken' : 'pasted', text.length);
  }

  #onInput({ target, inputType, data }: InputEvent): void {
    if (!isWatched(target) || typeof inputType !== 'string') return;
    if (inputType.startsWith('delete')) this.#add('corrected', 0);
    // While a word is composed, each step reports the word so far.
    else if (inputType === 'insertCompositionText' || inputType.startsWith('insertLine'))
      this.#add('typed', 1);
    else if (inputType === 'insertText' || inputType === 'insertReplacementText')
      this.#add('typed', Math.max(1, data?.length ?? 1));
  }

  #add(kind: TypingAct['kind'], characters: number): void {
    this.#count = countTyping(this.#count, { kind, characters, atMs: this.#now() });
  }
}

function isWatched(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(watched) !== null;
}
