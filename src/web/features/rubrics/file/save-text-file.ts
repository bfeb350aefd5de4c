/** Hands a text to the browser as a file to be kept. */
export function saveTextFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A file name that every system takes, made from a project's name. */
export function rubricFileName(projectName: string): string {
  const words = projectName
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `rubric-${words?.join('-').slice(0, 80) ?? 'project'}.json`;
}
