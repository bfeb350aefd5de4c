import { parseSync } from 'vite';
import { listSourceFiles, type SourceFile } from '#test/architecture/source-files.ts';

/** A text found in the source, and where. */
export interface Found {
  readonly text: string;
  readonly at: string;
}

export interface Collected {
  /** Keys that the source says. */
  readonly messages: readonly Found[];
  /** Texts that reach a person past the catalogue. */
  readonly unsaid: readonly Found[];
  /** A text that cannot be collected, or that is said before the language is known. */
  readonly misused: readonly Found[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Attributes of elements and components, and fields of objects, that a person reads or hears. */
const readNames = new Set([
  ...['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
  ...['title', 'placeholder', 'alt', 'label', 'help', 'hint', 'summary', 'description', 'caption', 'intro'],
  ...['heading', 'submitLabel', 'rowsLabel', 'evidence', 'actLabel', 'consequence', 'group'],
]);
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
/** What is called with a text to be shown. */
const showers = new Set(['showToast', 'usePageTitle']);
const letters = /\p{L}{2}/u;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nodeAt = (node: Node, field: string) => (isNode(node[field]) ? node[field] : undefined);
const nodesAt = (node: Node, field: string) => (Array.isArray(node[field]) ? node[field].filter(isNode) : []);
const nameOf = (node: Node | undefined) => String(node?.name ?? node?.value ?? '');

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function quasisOf(node: Node): string[] {
  return nodesAt(node, 'quasis').map((quasi) => String((quasi.value as { cooked?: string }).cooked ?? ''));
}

/** The texts that an expression may become; undefined where one of them is not written out. */
function writtenTexts(node: Node | undefined): readonly string[] | undefined {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : undefined;
    case 'TemplateLiteral':
      return nodesAt(node, 'expressions').length === 0 ? quasisOf(node) : undefined;
    case 'JSXExpressionContainer':
      return writtenTexts(nodeAt(node, 'expression'));
    case 'ConditionalExpression': {
      const yes = writtenTexts(nodeAt(node, 'consequent'));
      const no = writtenTexts(nodeAt(node, 'alternate'));
      return yes && no ? [...yes, ...no] : undefined;
    }
    default:
      return undefined;
  }
}

/** The pieces of text that an expression shows: also the parts of a template and the branches of a choice. */
function shownPieces(node: Node | undefined): string[] {
  switch (node?.type) {
    case 'Literal':
    case 'JSXText':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [...quasisOf(node), ...nodesAt(node, 'expressions').flatMap(shownPieces)];
    case 'JSXExpressionContainer':
      return shownPieces(nodeAt(node, 'expression'));
    case 'ConditionalExpression':
      return [...shownPieces(nodeAt(node, 'consequent')), ...shownPieces(nodeAt(node, 'alternate'))];
    case 'LogicalExpression': {
      const left = node.operator === '&&' ? [] : shownPieces(nodeAt(node, 'left'));
      return [...left, ...shownPieces(nodeAt(node, 'right'))];
    }
    case 'BinaryExpression':
      return node.operator === '+' ? childrenOf(node).flatMap(shownPieces) : [];
    default:
      return [];
  }
}

/** What is read or heard of a node, by its kind. */
function shownBy(node: Node): readonly Node[] {
  const named = (name: string, value: Node | undefined) => (readNames.has(name) && value ? [value] : []);
  switch (node.type) {
    case 'JSXText':
      return [node];
    case 'JSXElement':
    case 'JSXFragment':
      return nodesAt(node, 'children').filter((child) => child.type === 'JSXExpressionContainer');
    case 'JSXAttribute':
      return named(nameOf(nodeAt(node, 'name')), nodeAt(node, 'value'));
    case 'Property':
      return named(nameOf(nodeAt(node, 'key')), nodeAt(node, 'value'));
    case 'CallExpression':
      return showers.has(nameOf(nodeAt(node, 'callee'))) ? nodesAt(node, 'arguments').slice(0, 1) : [];
    default:
      return [];
  }
}

interface Said {
  readonly by: string;
  /** Undefined where the text is not written out at this place. */
  readonly keys: readonly string[] | undefined;
}

/** What a call of `say`, `sayAs` or `message`, or an element `<Say>`, says. */
function saidBy(node: Node): Said | undefined {
  if (node.type === 'JSXOpeningElement' && nameOf(nodeAt(node, 'name')) === 'Say') {
    const text = nodesAt(node, 'attributes').find((one) => nameOf(nodeAt(one, 'name')) === 'text');
    return { by: 'say', keys: text && writtenTexts(nodeAt(text, 'value')) };
  }
  if (node.type !== 'CallExpression') return undefined;
  const by = nameOf(nodeAt(node, 'callee'));
  const [first, second] = nodesAt(node, 'arguments');
  if (by === 'say' || by === 'message') return { by, keys: writtenTexts(first) };
  if (by !== 'sayAs') return undefined;
  const meaning = writtenTexts(first)?.[0];
  const texts = meaning === undefined ? undefined : writtenTexts(second);
  return { by, keys: texts?.map((text) => `${text} ‹${meaning}›`) };
}

/** What one file says, and what it says past the catalogue. */
export function collectFrom(file: Pick<SourceFile, 'path' | 'text'>): Collected {
  const messages: Found[] = [];
  const unsaid: Found[] = [];
  const misused: Found[] = [];
  const visit = (node: Node, isInFunction: boolean): void => {
    const at = `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;
    const said = saidBy(node);
    for (const text of said?.keys ?? []) messages.push({ text, at });
    // What `say` is given from a table was marked there; the type checker sees to that.
    const isLost = said !== undefined && said.keys === undefined && said.by !== 'say';
    const isEarly = said !== undefined && said.by !== 'message' && !isInFunction;
    if (isLost || isEarly) misused.push({ text: said.by, at });
    for (const text of shownBy(node).flatMap(shownPieces)) {
      if (letters.test(text)) unsaid.push({ text: text.trim().replace(/\s+/g, ' '), at });
    }
    for (const child of childrenOf(node)) visit(child, isInFunction || functions.has(node.type));
  };
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path} cannot be parsed: ${errors[0]?.message}`);
  visit(program as unknown as Node, false);
  return { messages, unsaid, misused };
}

/** Everything that the web app says. */
export function collectMessages(): Collected {
  const files = listSourceFiles(['.ts', '.tsx']).filter(
    ({ path }) => path.startsWith('src/web/') && !/\.(test|fixture)\.tsx?$/.test(path),
  );
  const all = files.map(collectFrom);
  return {
    messages: all.flatMap((one) => one.messages),
    unsaid: all.flatMap((one) => one.unsaid),
    misused: all.flatMap((one) => one.misused),
  };
}
