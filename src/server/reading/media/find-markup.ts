const markup = /<(?:script|html|!doctype|iframe|svg|body|object|embed|meta\s)/i;

/** Whether a file that should hold pixels or sound holds a web page too: such a file is made to deceive. */
export function holdsMarkup(bytes: Buffer): boolean {
  return markup.test(bytes.toString('latin1'));
}
