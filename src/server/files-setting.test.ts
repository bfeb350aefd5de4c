import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const filesOf = (text: string) => readConfig({ PLUMBLINE_FILES: text }).files;

describe('where files are kept', () => {
  test('is the data folder unless something else is said', () => {
    expect(readConfig({}).files).toBeNull();
    expect(filesOf('')).toBeNull();
  });

  test.each<[string, string, object]>([
    [
      'a bucket at Amazon',
      's3://AKIA:sEcret@s3.eu-central-1.amazonaws.com/media?region=eu-central-1',
      {
        endpoint: 'https://s3.eu-central-1.amazonaws.com',
        region: 'eu-central-1',
        bucket: 'media',
        prefix: '',
        accessKeyId: 'AKIA',
        secretAccessKey: 'sEcret',
      },
    ],
    ['a server without TLS', 's3+http://k:s@127.0.0.1:9000/b', { endpoint: 'http://127.0.0.1:9000' }],
    ['no region', 's3://k:s@host/b', { region: 'us-east-1' }],
    ['a folder in the bucket', 's3://k:s@host/b/one/two/', { bucket: 'b', prefix: 'one/two/' }],
    ['a secret with special characters', 's3://k:a%2Fb%2Bc%40d@host/b', { secretAccessKey: 'a/b+c@d' }],
  ])('can be %s', (_name, text, setting) => {
    expect(filesOf(text)).toMatchObject(setting);
  });

  test.each([
    ['no address', 'somewhere'],
    ['another protocol', 'https://k:verysecret@host/bucket'],
    ['no bucket', 's3://k:verysecret@host'],
    ['no key', 's3://host/bucket'],
    ['no secret', 's3://verysecret@host/bucket'],
    ['a broken percent sign', 's3://k:verysecret%zz@host/bucket'],
  ])('is refused with the name of the variable and without its secret: %s', (_name, text) => {
    const read = () => filesOf(text);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^PLUMBLINE_FILES .*s3:\/\/KEY:SECRET/);
    expect(read).not.toThrow(/verysecret/);
  });
});
