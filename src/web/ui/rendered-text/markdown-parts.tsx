import type { Components, ExtraProps } from 'react-markdown';
import { say } from '#web/messages/say.ts';
import { CodeBlock } from './code-block.tsx';
import { spellOutHidden } from './hidden-characters.ts';
import styles from './rendered-text.module.css';
import { readSafeLink } from './safe-link.ts';
import { classesOf, type TreeNode, textOf } from './tree.ts';

type PartProps = ExtraProps & { readonly children?: React.ReactNode };

function languageOf(code: TreeNode | undefined): string {
  const name = code === undefined ? undefined : classesOf(code).find((each) => each.startsWith('language-'));
  return name?.slice('language-'.length) ?? '';
}

function Pre({ node, children }: PartProps) {
  const code = node?.children[0] as TreeNode | undefined;
  if (code?.tagName !== 'code') return <pre className={styles.code}>{children}</pre>;
  return <CodeBlock code={textOf(code).replace(/\n$/, '')} language={languageOf(code)} />;
}

function Link({ href, children }: PartProps & { readonly href?: string | undefined }) {
  const link = readSafeLink(href);
  if (link === undefined)
    return (
      <span className={styles.deadLink} dir="auto">
        {children}
      </span>
    );
  return (
    <a
      href={link.href}
      title={say('Opens {host}', { host: link.host })}
      target="_blank"
      rel="noopener noreferrer nofollow"
      dir="auto"
    >
      {children}
    </a>
  );
}

function ImageChip({ src, alt }: PartProps & { readonly src?: unknown; readonly alt?: string | undefined }) {
  const link = readSafeLink(src);
  return (
    <span className={styles.imageChip} data-whole="">
      {say('image not loaded')}
      {link === undefined ? '' : `: ${link.host}`}
      {alt ? <q>{spellOutHidden(alt)}</q> : null}
    </span>
  );
}

function Table({ dir, children }: PartProps & { readonly dir?: string | undefined }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section className={styles.tableFrame} tabIndex={0} aria-label={say('Table')}>
      <table dir={dir}>{children}</table>
    </section>
  );
}

function TaskBox({ checked }: { readonly checked?: boolean | undefined }) {
  return (
    <span className={styles.taskBox} data-made="">
      {checked ? '☑' : '☐'}{' '}
    </span>
  );
}

function headingOf(level: number) {
  // The page has its own headings above; those of a text stand two levels below.
  const Tag = `h${Math.min(6, level + 2)}` as 'h3' | 'h4' | 'h5' | 'h6';
  return function Heading({ children }: PartProps) {
    return (
      <Tag data-level={level} dir="auto">
        {children}
      </Tag>
    );
  };
}

/** How each part of a Markdown text is shown: nothing loads, links show where they lead. */
export const markdownParts: Components = {
  pre: Pre,
  a: ({ node, href, children }) => (
    <Link node={node} href={href}>
      {children}
    </Link>
  ),
  img: ({ node, src, alt }) => <ImageChip node={node} src={src} alt={alt} />,
  table: Table,
  input: ({ checked }) => <TaskBox checked={checked} />,
  h1: headingOf(1),
  h2: headingOf(2),
  h3: headingOf(3),
  h4: headingOf(4),
  h5: headingOf(5),
  h6: headingOf(6),
};
