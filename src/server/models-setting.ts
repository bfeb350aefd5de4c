/** What the operator lets the product do with model endpoints, and how much of it. */
export interface ModelsSetting {
  /** Hosts, with or without a port, whose private addresses may be called: "localhost:11434", "vllm.internal". */
  readonly privateHosts: readonly string[];
  /** Mixed into the key that seals API keys, so that the database alone does not open them; null = the database alone does. */
  readonly secret: string | null;
  /** How long one reply may take from the question to its end. */
  readonly replyMs: number;
  /** How long a model may send nothing. */
  readonly silenceMs: number;
}

export const usualModels: ModelsSetting = {
  privateHosts: [],
  secret: null,
  replyMs: 300_000,
  silenceMs: 60_000,
};

const host = /^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i;

/** Reads the list of private hosts; a text says what is wrong with it. */
export function parsePrivateHosts(value: string | undefined): readonly string[] | string {
  const hosts = (value ?? '')
    .split(/[\s,]+/)
    .filter((each) => each !== '')
    .map((each) => each.toLowerCase());
  const odd = hosts.find((each) => !host.test(each));
  return odd === undefined
    ? hosts
    : `holds "${odd}": give hosts with or without a port, such as localhost:11434, vllm.internal`;
}
