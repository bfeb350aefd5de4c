import { memo, useMemo, useSyncExternalStore } from 'react';
import Markdown, { type Options } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { limitMaths } from './limit-maths.ts';
import { markHidden } from './mark-hidden.ts';
import { markdownParts } from './markdown-parts.tsx';
import { readMathsPlugin, subscribeToMaths } from './maths-plugin.ts';
import { normaliseMaths } from './normalise-maths.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { showRawHtml } from './show-raw-html.ts';

type Plugins = NonNullable<Options['rehypePlugins']>;

const plainPlugins: Plugins = [remarkGfm, showRawHtml];
const mathsPlugins: Plugins = [remarkGfm, remarkMath, showRawHtml];
const noSubscription = () => () => {};

/** Addresses are judged by the sanitiser and by the link itself; here they pass unchanged. */
function keepUrl(url: string): string {
  return url;
}

/** Markdown as React elements: sanitised first, then typeset. */
export const MarkdownText = memo(function MarkdownText({ text }: { readonly text: string }) {
  const maths = useMemo(() => normaliseMaths(text), [text]);
  const typeset = useSyncExternalStore(
    maths.hasMaths ? subscribeToMaths : noSubscription,
    () => (maths.hasMaths ? readMathsPlugin() : undefined),
    () => undefined,
  );
  return useMemo(() => {
    // The typesetter comes last: what it makes is its own, with spaces of no width as a matter of course.
    const rehypePlugins: Plugins = [[rehypeSanitize, sanitizeSchema], limitMaths, markHidden];
    if (typeset !== undefined) rehypePlugins.push(typeset);
    return (
      <Markdown
        remarkPlugins={maths.hasMaths ? mathsPlugins : plainPlugins}
        rehypePlugins={rehypePlugins}
        components={markdownParts}
        urlTransform={keepUrl}
      >
        {maths.text}
      </Markdown>
    );
  }, [maths, typeset]);
});
