import { type KeyScope, keyScopes } from '#domain/access/roles.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/database.ts';
import { startEmbeddedServer } from './database/embedded-server.ts';
import { migrate } from './database/migrate.ts';
import { hashToken } from './http/actor.ts';
import { systemSources } from './services/services.ts';
import { insertKey } from './store/api-key-store.ts';
import { findPersonByEmail } from './store/person-store.ts';

/** Makes an API key directly in the database of this machine: for whoever runs the server, beside it or without it. */
export async function createLocalKey(
  config: Config,
  input: { email: string; name: string; scopes: readonly KeyScope[] },
): Promise<string> {
  const embedded = config.databaseUrl ? null : await startEmbeddedServer({ folder: config.dataFolder });
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const database = openDatabase({ url, maxConnections: 2, onError: () => {} });
  try {
    await migrate(url);
    const person = await findPersonByEmail(database.kysely, input.email);
    if (!person || person.disabledAt !== null)
      throw new Error(`There is nobody with the address ${input.email} here: check the spelling.`);
    const secret = `plb_${systemSources.randomBytes(32).toString('base64url')}`;
    await insertKey(database.kysely, {
      id: systemSources.newId(),
      personId: person.id,
      name: input.name,
      tokenHash: hashToken(secret),
      prefix: secret.slice(0, 10),
      scopes: keyScopes.filter((scope) => input.scopes.includes(scope)),
      createdAt: systemSources.now(),
      lastUsedAt: null,
      expiresAt: null,
    });
    return secret;
  } finally {
    await database.close();
    await embedded?.stop();
  }
}
