export interface FileLimits {
  /** A file beyond this is shown from the server only. */
  readonly fileBytes: number;
  /** All files of a person together. */
  readonly totalBytes: number;
}

export const fileLimits: FileLimits = { fileBytes: 50_000_000, totalBytes: 200_000_000 };

/** A file that is known on this device: its bytes are here, or it is only noted that they are not kept. */
export interface KnownFile {
  readonly bytes: number;
  readonly isHere: boolean;
}

export interface FilePlan {
  /** To be fetched, in this order. */
  readonly fetch: readonly string[];
  /** Wanted, and not kept: too large, or no room is left behind what is needed first. */
  readonly leave: readonly string[];
  /** Wanted no more. */
  readonly drop: readonly string[];
}

/** Which files this device fetches, keeps and lets go. What is wanted first gets room first. */
export function planFiles(asked: {
  /** The files of the tasks in hand, those of the task on screen first. */
  readonly wanted: readonly string[];
  readonly known: ReadonlyMap<string, KnownFile>;
  /** Sizes that the server told of files that are not known here. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly limits: FileLimits;
}): FilePlan {
  const { known, sizes, limits } = asked;
  const wanted = new Set(asked.wanted);
  const fetch: string[] = [];
  const leave: string[] = [];
  let room = limits.totalBytes;
  for (const name of wanted) {
    const bytes = known.get(name)?.bytes ?? sizes.get(name);
    if (bytes === undefined) continue;
    if (bytes > Math.min(limits.fileBytes, room)) {
      leave.push(name);
      continue;
    }
    room -= bytes;
    if (known.get(name)?.isHere !== true) fetch.push(name);
  }
  return { fetch, leave, drop: [...known.keys()].filter((name) => !wanted.has(name)) };
}
