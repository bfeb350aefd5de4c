import { describe, expect, test } from 'vitest';
import { judgeAddress } from './judge-address.ts';
import { isPrivateAddress } from './private-address.ts';

const inside = /private network/;

describe('judgeAddress', () => {
  test.each<[string, RegExp | null]>([
    ['https://api.example.com/v1', null],
    ['https://api.example.com:8443/v1', null],
    ['https://8.8.8.8/v1', null],
    ['nonsense', /no web address/],
    ['', /no web address/],
    ['file:///etc/passwd', /begin with https/],
    ['ftp://example.com', /begin with https/],
    ['gopher://127.0.0.1:70/', /begin with https/],
    ['https://user:pw@example.com', /name or password/],
    ['https://key@example.com', /name or password/],
    ['http://api.example.com/v1', /Use https/],
    ['https://example.com:22', /Port 22/],
    ['https://example.com:25', /Port 25/],
    ['https://example.com:5432', /Port 5432/],
    ['https://127.0.0.1/v1', inside],
    ['https://2130706433/', inside],
    ['https://0x7f.1/', inside],
    ['https://127.1/', inside],
    ['https://１２７.0.0.1/', inside],
    ['https://127。0。0。1/', inside],
    ['https://0/', inside],
    ['https://[::1]/', inside],
    ['https://[::]/', inside],
    ['https://[::ffff:127.0.0.1]/', inside],
    ['https://[::ffff:169.254.169.254]/', inside],
    ['https://[64:ff9b::a9fe:a9fe]/', inside],
    ['https://[fd00:ec2::254]/', inside],
    ['https://[fe80::1]/', inside],
    ['https://[2002:7f00:1::]/', inside],
    ['https://169.254.169.254/latest/meta-data', inside],
    ['https://10.0.0.1/', inside],
    ['https://172.31.255.255/', inside],
    ['https://192.168.0.1/', inside],
    ['https://100.64.0.1/', inside],
    ['https://localhost/', inside],
    ['https://localhost./', inside],
    ['https://LOCALHOST/', inside],
    ['https://a.localhost/', inside],
    ['https://metadata.google.internal/', inside],
    ['https://printer.local/', inside],
    ['https://intranet/', inside],
  ])('%s', (address, problem) => {
    const judged = judgeAddress(address, []);
    if (problem === null) expect(judged).toMatchObject({ mayBePrivate: false });
    else expect(judged).toMatch(problem);
  });

  test.each<[string, readonly string[], boolean]>([
    ['http://localhost:11434/v1', ['localhost:11434'], true],
    ['http://localhost:11435/v1', ['localhost:11434'], false],
    ['http://localhost:11435/v1', ['localhost'], true],
    ['http://127.0.0.1:11434/v1', ['localhost:11434'], false],
    ['http://[::1]:80/v1', ['[::1]'], true],
    ['https://vllm.internal/v1', ['vllm.internal'], true],
    ['https://vllm.internal./v1', ['vllm.internal'], true],
    ['https://evil.vllm.internal/v1', ['vllm.internal'], false],
    ['http://user:pw@localhost:11434', ['localhost:11434'], false],
  ])('%s is allowed by %j: %s', (address, allowed, isAllowed) => {
    const judged = judgeAddress(address, allowed);
    expect(typeof judged === 'object' && judged.mayBePrivate).toBe(isAllowed);
  });
});

test.each<[string, boolean]>([
  ['8.8.8.8', false],
  ['2606:4700::1111', false],
  ['172.32.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['::ffff:10.0.0.1', true],
  ['255.255.255.255', true],
  ['not an address', true],
])('%s is private: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});
