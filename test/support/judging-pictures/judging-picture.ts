import type { TemplateKey } from '#domain/rubrics/examples/example-items.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { ScriptedReply } from '#test/support/fake-model-server.ts';
import type { CaseFile } from '#test/support/template-cases/template-case.ts';

/** The order in which responses stand before this person: keys are meant for responses, not for letters. */
export interface Places {
  /** From 1, of a response counted from 1 in the row. */
  at(response: number): number;
  /** Keys that are given per response, in the order on screen. */
  inOrder(...perResponse: readonly string[]): string[];
  /** The digit by which a response is preferred; `steps` from each side to the middle. */
  prefer(response: number, strength: number, scale?: { steps: number; tie: boolean }): string;
}

/** A task that is half judged, as the guide shows it. */
export interface JudgingPicture {
  readonly name: string;
  readonly templateKey: TemplateKey;
  /** What the project is called where not as its template: the demo has some of these names. */
  readonly project?: string;
  /** Instead of the template's own. */
  readonly rubric?: Rubric;
  /** Of the window, where the work needs more room than 1280 by 720. */
  readonly width?: number;
  readonly height?: number;
  readonly row: object;
  readonly keys: (places: Places) => readonly string[];
  readonly files?: readonly CaseFile[];
  /** What each model says, turn by turn. */
  readonly models?: Readonly<Record<string, readonly ScriptedReply[]>>;
}

/** A key that is pressed so many times. */
export const times = (count: number, key: string) => Array.from({ length: count }, () => key);

const usual = { steps: 3, tie: true };

export function placesOf(letters: readonly string[]): Places {
  const at = (response: number) => (letters[response - 1] ?? 'A').charCodeAt(0) - 64;
  return {
    at,
    inOrder: (...perResponse) =>
      perResponse
        .map((key, index) => ({ key, place: at(index + 1) }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ key }) => key),
    prefer(response, strength, { steps, tie } = usual) {
      const middle = steps + (tie ? 1 : 0);
      return String(at(response) === 1 ? steps - strength + 1 : middle + strength);
    },
  };
}
