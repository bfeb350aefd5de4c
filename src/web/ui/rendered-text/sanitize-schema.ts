import type { Options } from 'rehype-sanitize';

/** All that Markdown may become. No ids, no names, no classes but those of code and formulas. */
export const sanitizeSchema: Options = {
  strip: ['script', 'style'],
  clobberPrefix: 'text-',
  tagNames: [
    ...['p', 'br', 'hr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    ...['ul', 'ol', 'li', 'input', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['a', 'img', 'em', 'strong', 'del', 'sup', 'section', 'code', 'pre'],
  ],
  attributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title'],
    code: [['className', /^language-[\w+#.-]{1,40}$/, 'math-inline', 'math-display']],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  // Sources of images are only read for their host; nothing is ever loaded from them.
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};
