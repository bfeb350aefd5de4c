/** A file that the demo makes itself, so that nobody else has a right to it. */
export interface DemoFile {
  readonly name: string;
  readonly bytes: Buffer<ArrayBuffer>;
}
