/** A bucket, and how to get at it. */
export interface S3Setting {
  /** Such as https://s3.eu-central-1.amazonaws.com */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What the names of our files in the bucket begin with; empty, or ends in "/". */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * Reads "s3://key:secret@endpoint/bucket/folder?region=…"; "s3+http:" in front is for servers without TLS.
 * @returns why not, in words that do not repeat the secret, where it cannot be used.
 */
export function parseFilesSetting(text: string): S3Setting | string {
  const form =
    'give s3://KEY:SECRET@ENDPOINT/BUCKET?region=REGION, with special characters of KEY and SECRET percent-encoded';
  if (!URL.canParse(text)) return `is no address: ${form}.`;
  const url = new URL(text);
  const scheme = { 's3:': 'https', 's3+http:': 'http' }[url.protocol];
  if (scheme === undefined) return `begins with ${url.protocol}, not with s3: or s3+http: — ${form}.`;
  const [bucket = '', ...folders] = url.pathname.split('/').filter((part) => part !== '');
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(decode);
  if (!url.host || bucket === '') return `names no endpoint or no bucket: ${form}.`;
  if (!accessKeyId || !secretAccessKey) return `holds no key or no secret that can be read: ${form}.`;
  return {
    endpoint: `${scheme}://${url.host}`,
    region: url.searchParams.get('region') || 'us-east-1',
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    accessKeyId,
    secretAccessKey,
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
