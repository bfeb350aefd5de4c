export interface DisplayedResponse<T> {
  /** "A" for the first on screen, then "B", … */
  readonly letter: string;
  readonly response: T;
}

/**
 * Puts responses in the order in which one annotator sees them; `responseOrder` holds indices into the item's
 * own order.
 * @throws RangeError where it is not a permutation: guessing would show a text under another one's letter.
 */
export function inDisplayOrder<T>(
  responses: readonly T[],
  responseOrder: readonly number[],
): DisplayedResponse<T>[] {
  if (responseOrder.length !== responses.length || new Set(responseOrder).size !== responses.length) {
    throw new RangeError(
      `The order [${responseOrder.join(', ')}] does not fit ${responses.length} responses.`,
    );
  }
  return responseOrder.map((index, position) => {
    const response = responses[index];
    if (response === undefined)
      throw new RangeError(`The order names response ${index}, which does not exist.`);
    return { letter: letterAt(position), response };
  });
}

/** The letter of the n-th response on screen (0-based). */
export function letterAt(position: number): string {
  return String.fromCharCode(65 + position);
}
