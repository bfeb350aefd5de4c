// What programs written for Node expect to find, as far as a program without a machine can have it: input, output,
// files, timers. Runs inside of the sandboxed interpreter, before the program; `host` is what the worker lends it.
(host, fixtures, stdin) => {
  const files = new Map(Object.entries(JSON.parse(fixtures)));
  const show = (value, depth = 0, seen = new Set()) => {
    if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'function') return `[Function: ${value.name || 'anonymous'}]`;
    if (typeof value !== 'object' || value === null) return String(value);
    if (value instanceof Error) return value.stack ? `${value}\n${value.stack}`.trimEnd() : String(value);
    if (value instanceof Date || value instanceof RegExp) return String(value);
    if (seen.has(value)) return '[Circular]';
    if (depth > 4) return Array.isArray(value) ? '[Array]' : '[Object]';
    const within = new Set(seen).add(value);
    const inner = (part) => show(part, depth + 1, within);
    const wrap = (open, parts, close) =>
      parts.length ? `${open} ${parts.join(', ')} ${close}` : `${open}${close}`;
    if (Array.isArray(value)) return wrap('[', value.map(inner), ']');
    if (value instanceof Map)
      return `Map(${value.size}) ${wrap(
        '{',
        [...value].map(([k, v]) => `${inner(k)} => ${inner(v)}`),
        '}',
      )}`;
    if (value instanceof Set) return `Set(${value.size}) ${wrap('{', [...value].map(inner), '}')}`;
    if (ArrayBuffer.isView(value))
      return `${value.constructor.name}(${value.length}) ${wrap('[', [...value].map(inner), ']')}`;
    const name = value.constructor && value.constructor !== Object ? `${value.constructor.name} ` : '';
    return (
      name +
      wrap(
        '{',
        Object.entries(value).map(([k, v]) => `${k}: ${inner(v)}`),
        '}',
      )
    );
  };
  const format = (...parts) => {
    if (typeof parts[0] !== 'string' || !parts[0].includes('%'))
      return parts.map((part) => show(part)).join(' ');
    const rest = parts.slice(1);
    const text = parts[0].replace(/%[sdifjoO%]/g, (sign) => {
      if (sign === '%%') return '%';
      if (!rest.length) return sign;
      const value = rest.shift();
      if (sign === '%d') return String(Number(value));
      if (sign === '%i') return String(Number.parseInt(value, 10));
      if (sign === '%f') return String(Number.parseFloat(value));
      return sign === '%j' ? JSON.stringify(value) : show(value);
    });
    return [text, ...rest.map((part) => show(part))].join(' ');
  };
  const line =
    (stream) =>
    (...parts) =>
      host.write(stream, `${format(...parts)}\n`);
  const out = line('stdout');
  const err = line('stderr');
  const console = {
    log: out,
    info: out,
    debug: out,
    dir: (value) => out(value),
    table: out,
    error: err,
    warn: err,
    trace: err,
  };
  console.assert = (holds, ...parts) => holds || err('Assertion failed:', ...parts);
  for (const name of ['time', 'timeEnd', 'group', 'groupEnd', 'clear']) console[name] = () => {};

  const timers = new Map();
  let lastTimer = 0;
  const addTimer = (task, delay, repeat, values) => {
    lastTimer += 1;
    const wait = Math.max(0, Number(delay) || 0);
    timers.set(lastTimer, { task: () => task(...values), at: host.now() + wait, wait, repeat });
    return lastTimer;
  };
  const setTimeout = (task, delay, ...values) => addTimer(task, delay, false, values);
  const setInterval = (task, delay, ...values) => addTimer(task, Math.max(1, delay), true, values);
  const setImmediate = (task, ...values) => addTimer(task, 0, false, values);
  const clearTimeout = (id) => void timers.delete(id);
  const next = () =>
    [...timers].reduce((first, timer) => (first && first[1].at <= timer[1].at ? first : timer), undefined);
  // The worker's own: how long until the next timer, and running it.
  host.lend({
    wait: () => (timers.size ? Math.max(0, next()[1].at - host.now()) : -1),
    fire: () => {
      const [id, timer] = next();
      if (timer.repeat) timer.at = host.now() + timer.wait;
      else timers.delete(id);
      timer.task();
    },
    text: (value) => {
      if (typeof value === 'string') return value;
      if (typeof value === 'object' && value !== null && !(value instanceof Error))
        return JSON.stringify(value) ?? show(value);
      return typeof value === 'function' ? show(value) : String(value);
    },
  });

  const listeners = {};
  let isRead = false;
  const lines = () => {
    const all = stdin.split(/\r?\n/);
    if (all.at(-1) === '') all.pop();
    return all;
  };
  const feed = (event, listener) => {
    listeners[event] = [...(listeners[event] ?? []), listener];
    if (!isRead && ['data', 'end', 'readable'].includes(event)) {
      isRead = true;
      setImmediate(() => {
        if (stdin !== '') for (const heard of listeners.data ?? []) heard(stdin);
        for (const heard of listeners.readable ?? []) heard();
        for (const heard of [...(listeners.end ?? []), ...(listeners.close ?? [])]) heard();
      });
    }
    return input;
  };
  let unread = stdin;
  const input = {
    on: feed,
    once: feed,
    addListener: feed,
    setEncoding: () => input,
    resume: () => input,
    read: () => {
      const text = unread === '' ? null : unread;
      unread = '';
      return text;
    },
    async *[Symbol.asyncIterator]() {
      if (stdin !== '') yield stdin;
    },
    isTTY: false,
    fd: 0,
  };
  const missing = (path) =>
    Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
  const tidy = (path) => String(path).replace(/^(\.\/)+/, '');
  const readFileSync = (path) => {
    if (path === 0 || path === '/dev/stdin') return stdin;
    const name = tidy(path);
    if (!files.has(name)) throw missing(path);
    return files.get(name);
  };
  const fs = {
    readFileSync,
    existsSync: (path) => files.has(tidy(path)),
    writeFileSync: (path, text) => void files.set(tidy(path), String(text)),
    appendFileSync: (path, text) => void files.set(tidy(path), (files.get(tidy(path)) ?? '') + text),
    readdirSync: () => [...files.keys()],
    readFile: (path, ...rest) => {
      const done = rest.at(-1);
      let text;
      try {
        text = readFileSync(path);
      } catch (error) {
        return setImmediate(() => done(error));
      }
      setImmediate(() => done(null, text));
    },
  };
  fs.promises = {
    readFile: async (path) => readFileSync(path),
    writeFile: async (path, text) => fs.writeFileSync(path, text),
  };
  const createInterface = () => {
    const heard = {};
    const waiting = [];
    const unheard = lines();
    const pump = () => {
      while (waiting.length && unheard.length) waiting.shift()(unheard.shift());
      if (heard.line) while (unheard.length) for (const listener of heard.line) listener(unheard.shift());
      if (!unheard.length && !waiting.length) reader.close();
    };
    let isClosed = false;
    const reader = {
      on: (event, listener) => {
        heard[event] = [...(heard[event] ?? []), listener];
        setImmediate(pump);
        return reader;
      },
      once: (event, listener) => reader.on(event, listener),
      question: (text, ...rest) => {
        host.write('stdout', String(text));
        const answer = rest.at(-1);
        if (typeof answer !== 'function')
          return new Promise((resolve) => reader.question(text.slice(0, 0), resolve));
        waiting.push(answer);
        setImmediate(pump);
      },
      close: () => {
        if (isClosed) return;
        isClosed = true;
        for (const listener of heard.close ?? []) listener();
      },
      setPrompt: () => {},
      prompt: () => {},
      async *[Symbol.asyncIterator]() {
        while (unheard.length) yield unheard.shift();
      },
    };
    return reader;
  };
  class Exit extends Error {}
  const process = {
    stdin: input,
    stdout: { write: (text) => host.write('stdout', String(text)) ?? true, isTTY: false },
    stderr: { write: (text) => host.write('stderr', String(text)) ?? true, isTTY: false },
    argv: ['node', 'main.js'],
    env: {},
    platform: 'browser',
    exitCode: undefined,
    exit: (code = 0) => {
      host.exit(Number(code));
      throw new Exit('exit');
    },
    on: () => process,
    nextTick: (task, ...values) => void Promise.resolve().then(() => task(...values)),
    cwd: () => '/',
    hrtime: Object.assign(() => [Math.floor(host.now() / 1000), (host.now() % 1000) * 1e6], {
      bigint: () => BigInt(Math.round(host.now() * 1e6)),
    }),
    memoryUsage: () => ({ heapUsed: 0 }),
  };
  const same = (one, other) => {
    if (Object.is(one, other)) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
    if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
    if (one instanceof Date) return one.getTime() === other.getTime();
    if (one instanceof Map || one instanceof Set) return same([...one], [...other]);
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
    );
  };
  class AssertionError extends Error {
    name = 'AssertionError';
  }
  const demand = (holds, text, otherwise) => {
    if (holds) return;
    throw text instanceof Error ? text : new AssertionError(text ?? otherwise);
  };
  const differ = (one, other) => `${show(one, 1)} is not ${show(other, 1)}`;
  const assert = (holds, text) => demand(holds, text, `${show(holds, 1)} is not true`);
  assert.ok = assert;
  assert.equal = assert.strictEqual = (one, other, text) =>
    demand(Object.is(one, other), text, differ(one, other));
  assert.notEqual = assert.notStrictEqual = (one, other, text) =>
    demand(!Object.is(one, other), text, `${show(one, 1)} was not expected`);
  assert.deepEqual = assert.deepStrictEqual = (one, other, text) =>
    demand(same(one, other), text, differ(one, other));
  assert.throws = (act, _kind, text) => {
    let isThrown = false;
    try {
      act();
    } catch {
      isThrown = true;
    }
    demand(isThrown, text, 'It did not throw');
  };
  assert.AssertionError = AssertionError;
  assert.strict = assert;
  const modules = {
    fs,
    'fs/promises': fs.promises,
    readline: { createInterface },
    'readline/promises': { createInterface },
    process,
    assert,
    'assert/strict': assert,
    util: {
      inspect: (value) => show(value, 1),
      format,
      promisify:
        (act) =>
        (...values) =>
          new Promise((resolve, reject) =>
            act(...values, (error, value) => (error ? reject(error) : resolve(value))),
          ),
    },
    os: { EOL: '\n' },
    perf_hooks: { performance: { now: host.now } },
    timers: { setTimeout, setInterval, setImmediate, clearTimeout },
    'timers/promises': {
      setTimeout: (delay, value) => new Promise((resolve) => setTimeout(resolve, delay, value)),
    },
  };
  const loaded = new Map();
  const require = (wanted) => {
    const name = String(wanted).replace(/^node:/, '');
    if (Object.hasOwn(modules, name)) return modules[name];
    const path = [tidy(name), `${tidy(name)}.js`, `${tidy(name)}.json`].find((candidate) =>
      files.has(candidate),
    );
    if (path === undefined || !/^\.\//.test(name))
      throw Object.assign(new Error(`Cannot find module '${wanted}'`), { code: 'MODULE_NOT_FOUND' });
    if (path.endsWith('.json')) return JSON.parse(files.get(path));
    if (!loaded.has(path)) {
      const module = { exports: {} };
      loaded.set(path, module);
      new Function('module', 'exports', 'require', host.transform(files.get(path)))(
        module,
        module.exports,
        require,
      );
    }
    return loaded.get(path).exports;
  };
  const module = { exports: {} };
  require.main = module;
  const unreadLines = lines();
  const given = {
    ...{
      console,
      setTimeout,
      setInterval,
      setImmediate,
      clearTimeout,
      clearInterval: clearTimeout,
      clearImmediate: clearTimeout,
    },
    ...{ process, require, module, exports: module.exports, global: globalThis },
    queueMicrotask: (task) => void Promise.resolve().then(task),
    structuredClone: (value) => JSON.parse(JSON.stringify(value)),
    performance: { now: host.now },
    readline: () => unreadLines.shift() ?? null,
    prompt: () => unreadLines.shift() ?? null,
    print: out,
  };
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
};
