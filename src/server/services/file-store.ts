import type { Readable } from 'node:stream';
import type { Config } from '#server/config.ts';
import { filesFolder } from './data-folder.ts';
import { createLocalFileStore } from './local-file-store.ts';
import { createS3FileStore } from './s3-file-store.ts';

/** Which bytes of a file, both ends included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A whole file on this machine's disk, and what it holds. */
export interface FinishedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Keeps files by the sha256 of their bytes: the same bytes are kept once, and what is kept never changes. */
export interface FileStore {
  /** Takes a finished file in, wholly or not at all. The store may move it away from its path. */
  keep(file: FinishedFile): Promise<void>;
  /** How long a kept file is; null where it is not there. */
  measure(sha256: string): Promise<number | null>;
  /** Opens a kept file; null where it is not there. Without a range all of it. */
  open(sha256: string, range?: ByteRange): Promise<Readable | null>;
  /** Forgets a file; one that is not there is fine. */
  remove(sha256: string): Promise<void>;
  /** The hashes of everything that is kept. */
  list(): AsyncIterable<string>;
}

/** Thrown where the store cannot be reached or does not do what it is asked; trying again later may help. */
export class FileStoreAwayError extends Error {}

/** The store that the configuration names: a folder on this machine, or a bucket. */
export function createFileStore(config: Pick<Config, 'dataFolder' | 'files'>): FileStore {
  return config.files === null ? createLocalFileStore(filesFolder(config)) : createS3FileStore(config.files);
}
