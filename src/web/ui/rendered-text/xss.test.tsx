import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readMathsPlugin, subscribeToMaths } from './maths-plugin.ts';
import { RenderedText } from './rendered-text.tsx';
import { xssPayloads } from './xss-payloads.fixture.ts';

const forbidden =
  'script,style,iframe,object,embed,base,meta,link,form,input,button,select,video,audio,source,template,img,image,svg script,animate,foreignObject,noscript,marquee,details';
const harmless = ['http:', 'https:', 'mailto:'];

function listDangers(root: Element): string[] {
  const dangers = Array.from(root.querySelectorAll(forbidden), (element) => `<${element.localName}>`);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const isHandler = /^on/i.test(name);
      const loads = [
        'src',
        'srcset',
        'poster',
        'data',
        'background',
        'ping',
        'action',
        'formaction',
      ].includes(name);
      const clobbers = name === 'id' || name === 'name';
      const leads =
        /href$/i.test(name) && !(URL.canParse(value) && harmless.includes(new URL(value).protocol));
      const styles = name === 'style' && /url\s*\(|expression|@import/i.test(value);
      if (isHandler || loads || clobbers || leads || styles) dangers.push(`${name}="${value}"`);
    }
  }
  return dangers;
}

// Formulas must go through the typesetter here, or nothing about it would be proved.
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    subscribeToMaths(resolve);
    readMathsPlugin();
  });
}, 30_000);
afterEach(cleanup);

describe.each(['rendered', 'source'] as const)('a hostile text shown as %s', (as) => {
  it.each(xssPayloads.map((payload) => [payload]))('is inert: %s', (payload) => {
    const { container } = render(<RenderedText text={payload} as={as} />);
    expect(listDangers(container)).toEqual([]);
    expect(container.textContent).not.toBe('');
  });

  it('is inert between paragraphs, in quotes and in lists', () => {
    const text = xssPayloads
      .map((payload) => `> ${payload}\n\n- ${payload}\n\nand ${payload} too`)
      .join('\n\n');
    const { container } = render(<RenderedText text={text} as={as} />);
    expect(listDangers(container)).toEqual([]);
  });
});

describe('the check itself', () => {
  it('would see a handler, a script and a link that runs', () => {
    const root = document.createElement('div');
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:alert(1)');
    link.setAttribute('onclick', 'alert(1)');
    root.append(document.createElement('script'), link);
    expect(listDangers(root)).toHaveLength(3);
  });
});
