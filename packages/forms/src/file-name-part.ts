/** A part of a file name: letters and digits that every file system takes, no dot or minus sign at its start; 60 at most. */
export function fileNamePart(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.+-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  return plain === '' ? 'report' : plain.slice(0, 60)
}
