import { memo, useMemo } from 'react';
import Markdown, { type Options } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import { groupBlocks } from './group-blocks.ts';
import { limitMaths } from './limit-maths.ts';
import { markHidden } from './mark-hidden.ts';
import { markdownParts } from './markdown-parts.tsx';
import { readGithubSyntax, readMathsSyntax } from './markdown-syntax.ts';
import { readMathsPlugin, subscribeToMaths } from './maths-plugin.ts';
import { type MathsText, normaliseMaths } from './normalise-maths.ts';
import { placeText } from './place-text.ts';
import { recordSource } from './record-source.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { setDirection } from './set-direction.ts';
import { showRawHtml } from './show-raw-html.ts';
import { SourceChunks } from './source-chunks.ts';
import { type SourceTrace, traceSource } from './trace-source.ts';
import { useLateValue } from './use-late-value.ts';

type Plugins = NonNullable<Options['rehypePlugins']>;

const plainPlugins: Plugins = [readGithubSyntax, showRawHtml];
const mathsPlugins: Plugins = [readGithubSyntax, readMathsSyntax, showRawHtml];
const noSubscription = () => () => {};
const readNothing = () => undefined;

/** Addresses are judged by the sanitiser and by the link itself; here they pass unchanged. */
function keepUrl(url: string): string {
  return url;
}

interface Prepared extends MathsText {
  readonly chunks: SourceChunks;
}

/** The text as the parser takes it. */
function prepare(text: string): Prepared {
  // The parser passes over a byte order mark without counting it, and so would it over the next one.
  const marks = /^\uFEFF*/.exec(text)?.[0].length ?? 0;
  const maths = normaliseMaths(text.slice(marks));
  const edits = maths.edits.map((edit) => ({ ...edit, at: edit.at + marks }));
  const chunks = new SourceChunks(maths.text);
  if (marks === 0) return { ...maths, chunks };
  return { ...maths, chunks, edits: [{ at: 0, length: marks, newAt: 0, newLength: 0 }, ...edits] };
}

/** Parsing that keeps a record of where each part stood. */
function readingPlugins({ hasMaths, chunks }: Prepared): Plugins {
  return [...(hasMaths ? mathsPlugins : plainPlugins), [recordSource, chunks], [placeText, chunks]];
}

interface MarkdownTextProps {
  readonly text: string;
  readonly trace: SourceTrace;
  /** Laid out only where it is in sight. */
  readonly isLong: boolean;
}

/** Markdown as React elements: sanitised first, then typeset. */
export const MarkdownText = memo(function MarkdownText({ text, trace, isLong }: MarkdownTextProps) {
  const prepared = useMemo(() => prepare(text), [text]);
  const { hasMaths } = prepared;
  const typeset = useLateValue(
    hasMaths ? subscribeToMaths : noSubscription,
    hasMaths ? readMathsPlugin : readNothing,
  );
  return useMemo(() => {
    const { chunks, edits } = prepared;
    // The typesetter comes last: what it makes is its own, with spaces of no width as a matter of course.
    const rehypePlugins: Plugins = [
      [rehypeSanitize, sanitizeSchema],
      limitMaths,
      [traceSource, { trace, chunks, edits }],
      markHidden,
      setDirection,
    ];
    if (isLong) rehypePlugins.push(groupBlocks);
    if (typeset !== undefined) rehypePlugins.push(typeset);
    return (
      <Markdown
        remarkPlugins={readingPlugins(prepared)}
        rehypePlugins={rehypePlugins}
        components={markdownParts}
        urlTransform={keepUrl}
      >
        {prepared.text}
      </Markdown>
    );
  }, [prepared, typeset, trace, isLong]);
});
