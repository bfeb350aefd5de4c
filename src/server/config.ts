import { resolve } from 'node:path';
import { parseFilesSetting, type S3Setting } from './files-setting.ts';
import { type ModelsSetting, parsePrivateHosts, usualModels } from './models-setting.ts';

export type { S3Setting };

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where the embedded database, uploads and exports live. */
  readonly dataFolder: string;
  /** Another PostgreSQL server; null = the embedded one. */
  readonly databaseUrl: string | null;
  /** The address in people's browsers, if a proxy stands in front; null = whatever host they ask for. */
  readonly publicOrigin: string | null;
  readonly demo: boolean;
  readonly logLevel: string;
  /** Bearer token for /metrics; null = only from this machine. */
  readonly metricsToken: string | null;
  /** Requests that one address may make in a minute before it is asked to wait. */
  readonly requestsPerMinute: number;
  /** The bucket that keeps media; null = a folder in the data folder. */
  readonly files: S3Setting | null;
  /** How models may be called. */
  readonly models: ModelsSetting;
}

/** Thrown when the environment holds something unusable; the message names the variable. */
export class ConfigError extends Error {}

function integer(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new ConfigError(`${name} is "${value}": give a whole number from 0 to 65535.`);
  }
  return number;
}

function bucket(name: string, value: string | undefined): S3Setting | null {
  if (!value) return null;
  const setting = parseFilesSetting(value);
  if (typeof setting === 'string') throw new ConfigError(`${name} ${setting}`);
  return setting;
}

function models(environment: NodeJS.ProcessEnv): ModelsSetting {
  const privateHosts = parsePrivateHosts(environment['PLUMBLINE_MODEL_HOSTS']);
  if (typeof privateHosts === 'string') throw new ConfigError(`PLUMBLINE_MODEL_HOSTS ${privateHosts}`);
  const seconds = integer('PLUMBLINE_MODEL_SECONDS', environment['PLUMBLINE_MODEL_SECONDS'], 300);
  return {
    ...usualModels,
    privateHosts,
    secret: environment['PLUMBLINE_SECRET'] || null,
    replyMs: Math.max(seconds, 1) * 1000,
  };
}

/** Reads the environment: the only place that does. */
export function readConfig(environment: NodeJS.ProcessEnv, options: { demo?: boolean } = {}): Config {
  const origin = environment['PLUMBLINE_ORIGIN'];
  if (origin && !URL.canParse(origin)) {
    throw new ConfigError(
      `PLUMBLINE_ORIGIN is "${origin}": give an address such as https://plumbline.example.org`,
    );
  }
  return {
    host: environment['PLUMBLINE_HOST'] || '127.0.0.1',
    port: integer('PLUMBLINE_PORT', environment['PLUMBLINE_PORT'], 4600),
    dataFolder: resolve(environment['PLUMBLINE_DATA'] || (options.demo ? 'data/demo' : 'data/main')),
    databaseUrl: environment['DATABASE_URL'] || null,
    publicOrigin: origin ? new URL(origin).origin : null,
    demo: options.demo ?? false,
    // A visitor of the demo reads the one line with its address.
    logLevel: environment['PLUMBLINE_LOG'] || (options.demo ? 'warn' : 'info'),
    metricsToken: environment['PLUMBLINE_METRICS_TOKEN'] || null,
    requestsPerMinute: integer(
      'PLUMBLINE_REQUESTS_PER_MINUTE',
      environment['PLUMBLINE_REQUESTS_PER_MINUTE'],
      6_000,
    ),
    files: bucket('PLUMBLINE_FILES', environment['PLUMBLINE_FILES']),
    models: models(environment),
  };
}
