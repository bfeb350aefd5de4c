import { Link } from '@tanstack/react-router';
import { CodeSample } from './code-sample.tsx';
import { curlOf } from './curl-of.ts';
import { exampleOf } from './example-of.ts';
import { FieldTable } from './field-table.tsx';
import type { Schemas } from './open-api-document.ts';
import styles from './operation-article.module.css';
import { describeAccess, type Operation, type Payload } from './read-operations.ts';
import { parameterRow, schemaRows } from './schema-rows.ts';

interface OperationArticleProps {
  readonly operation: Operation;
  readonly schemas: Schemas;
}

/** One operation: where, who, what goes in, what comes out, and a command that does it. */
export function OperationArticle({ operation, schemas }: OperationArticleProps) {
  const { parameters, body, responses } = operation;
  return (
    <article className={styles.article} aria-labelledby="operation-title">
      <header>
        <h1 id="operation-title">{operation.summary}</h1>
        <p className={styles.path}>
          <span className={styles.method}>{operation.method}</span>
          <code>{operation.path}</code>
        </p>
        <p className={styles.access}>{describeAccess(operation.access)}</p>
        {operation.description !== undefined && <p className={styles.text}>{operation.description}</p>}
      </header>
      {parameters.length > 0 && (
        <section>
          <h2>Parameters</h2>
          <FieldTable
            label="Parameters"
            rows={parameters.map(({ name, place, isRequired, schema }) => ({
              ...parameterRow(name, schema, schemas),
              path: name,
              depth: 0,
              isRequired,
              note: `in the ${place}`,
            }))}
          />
        </section>
      )}
      {body !== undefined && (
        <section>
          <h2>Body</h2>
          <PayloadFacts label="Example body" payload={body} schemas={schemas} />
        </section>
      )}
      {responses
        .filter(({ status }) => status !== 'default')
        .map(({ status, payload }) => (
          <section key={status}>
            <h2>Answer {status}</h2>
            {payload === undefined ? (
              <p className={styles.text}>Nothing.</p>
            ) : (
              <PayloadFacts label="Example answer" payload={payload} schemas={schemas} />
            )}
          </section>
        ))}
      <section>
        <h2>curl</h2>
        <CodeSample label="curl" text={curlOf(operation, window.location.origin, schemas)} />
        <p className={styles.hint}>
          Refusals are problem+json; see the <Link to="/api/docs">beginning</Link>.
        </p>
      </section>
    </article>
  );
}

interface PayloadFactsProps {
  readonly label: string;
  readonly payload: Payload;
  readonly schemas: Schemas;
}

function PayloadFacts({ label, payload, schemas }: PayloadFactsProps) {
  if (payload.mediaType !== 'application/json') {
    return (
      <p className={styles.text}>
        <code>{payload.mediaType}</code>, streamed.
      </p>
    );
  }
  const rows = schemaRows(payload.schema, schemas);
  return (
    <div className={styles.payload}>
      {rows.length > 0 && <FieldTable label={`Fields: ${label}`} rows={rows} />}
      <CodeSample label={label} text={JSON.stringify(exampleOf(payload.schema, schemas), null, 2)} />
    </div>
  );
}
