import { CodeSample } from './code-sample.tsx';
import type { OpenApiDocument } from './open-api-document.ts';
import styles from './operation-article.module.css';

/** How to begin: a key, a first call, what a refusal looks like. */
export function Introduction({ document }: { readonly document: OpenApiDocument }) {
  const codes = [...(document.info.description ?? '').matchAll(/`([a-z_]+)`/g)].map(([, code]) => code);
  const first = `curl "${window.location.origin}/api/v1/projects" \\\n  -H "Authorization: Bearer $PLUMBLINE_KEY"`;
  const refusal = {
    type: 'urn:plumbline:problem:stale_revision',
    title: 'Conflict',
    status: 409,
    code: 'stale_revision',
    detail: 'Version 4 was published meanwhile: compare yours with it, then publish again.',
    details: { version: 4 },
    requestId: '0190b6d2-7c1e-7a3f-9b52-4f6a1c2d3e4f',
  };
  return (
    <article className={styles.article}>
      <header>
        <h1>{document.info.title}</h1>
        <p className={styles.lead}>
          Everything that the web app does can be done by request. Choose an act on the list.
        </p>
      </header>
      <section>
        <h2>Sign in with a key</h2>
        <p className={styles.text}>
          Make one in your settings, with only the scopes that the work needs. A key never does more than its
          person may.
        </p>
        <CodeSample label="A first call" text={first} />
      </section>
      <section>
        <h2>Refusals</h2>
        <p className={styles.text}>
          An expected “no” is problem+json. Rely on <code>code</code>, which never changes;{' '}
          <code>detail</code> is for people, <code>places</code> names the fields concerned.
        </p>
        <CodeSample label="A refusal" text={JSON.stringify(refusal, null, 2)} />
        <p className={styles.codesTitle}>The codes:</p>
        <p className={styles.codes}>
          {codes
            .filter((code) => code !== 'code')
            .map((code) => (
              <code key={code}>{code}</code>
            ))}
        </p>
      </section>
      <section>
        <h2>Long lists</h2>
        <p className={styles.text}>
          Lists come in pages: send <code>nextCursor</code> back as <code>cursor</code> until it is null.
        </p>
      </section>
    </article>
  );
}
