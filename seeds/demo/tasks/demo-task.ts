import type { Brief, CodeSetup, Message } from '#domain/items/item.ts';
import type { ScaleValue } from '#domain/judging/answers.ts';
import type { RunStatus } from '#domain/judging/code-run.ts';
import type { FlagKind, SkipReason } from '#domain/queue/assignment.ts';
import type { ViolationType } from '#domain/queue/violation-types.ts';

/** A file that the demo makes itself, by its name in the project. */
export interface DemoAttachment {
  readonly name: string;
  readonly alt: string;
}

export interface DemoTaskResponse {
  readonly model: string;
  readonly text?: string;
  readonly steps?: readonly string[];
  readonly attachments?: readonly DemoAttachment[];
}

/** A passage by its words; found in the text when it is marked. Without a quote the whole response. */
export interface IdealMark {
  /** Counted from 0 in the order of the file, as everywhere in the content. */
  readonly response: number;
  readonly quote?: string;
  readonly label: string;
  readonly severity?: string;
  readonly note?: string;
  readonly correction?: string;
  readonly source?: string;
}

export interface IdealRegion {
  readonly response: number;
  /** Left, top, width, height in fractions of the picture. */
  readonly box?: readonly [number, number, number, number];
  /** Start and end in milliseconds. */
  readonly time?: readonly [number, number];
  readonly label: string;
  readonly note?: string;
}

/** One way to write what is asked; each writer of an item takes another. */
export interface IdealText {
  readonly text: string;
  readonly editedFrom?: number;
  /** What this writer says of the task besides. */
  readonly task?: Readonly<Record<string, ScaleValue>>;
}

/** What running a response's code really gives; held by a test that runs it. */
export interface IdealRun {
  readonly status: RunStatus;
  readonly stdout: string;
  readonly failing: readonly string[];
}

type ByCriterion<Value> = Readonly<Record<string, Value>>;

/** What a careful person would say of an item, by criterion; lists follow the responses of the file. */
export interface IdealAnswers {
  /** Above 0: the first response is better, by so many steps. */
  readonly pair?: ByCriterion<number | 'both_bad'>;
  /** How good each response is; null where it cannot be placed. */
  readonly ranking?: ByCriterion<readonly (number | null)[]>;
  readonly response?: ByCriterion<readonly ScaleValue[]>;
  readonly turn?: ByCriterion<readonly ScaleValue[]>;
  readonly step?: ByCriterion<readonly (readonly ScaleValue[])[]>;
  readonly task?: ByCriterion<ScaleValue>;
  readonly span?: ByCriterion<readonly IdealMark[]>;
  readonly region?: ByCriterion<readonly IdealRegion[]>;
  readonly writing?: ByCriterion<readonly IdealText[]>;
  readonly runs?: ByCriterion<readonly IdealRun[]>;
  /** What the guidelines leave open here; some say so instead of answering. */
  readonly unsettled?: { readonly criterion: string; readonly section: string; readonly note: string };
  /** Reasons that people give for what they said. */
  readonly reasons?: readonly string[];
}

/** One row of a file in Plumbline's own format, with what is true of it, which is never imported. */
export interface DemoTask {
  readonly key: string;
  readonly domain: string;
  readonly prompt?: string | readonly Message[];
  readonly responses?: readonly DemoTaskResponse[];
  readonly brief?: Brief;
  readonly code?: CodeSetup;
  readonly ideal: IdealAnswers;
  /** What somebody may ask for help with here. */
  readonly flag?: {
    readonly kind: FlagKind;
    readonly note: string;
    readonly violationType?: ViolationType;
    readonly quote?: string;
  };
  /** Why somebody may leave this to others. */
  readonly skip?: { readonly reason: SkipReason; readonly note: string };
}
