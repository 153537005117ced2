/** A file of the record, with what it belongs to. */
export interface KeptFile {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly media_type: string
  readonly entity: string | null
  readonly entity_id: string | null
  /** Of an issued report: its number in the chain and its kind. */
  readonly number: number | null
  readonly kind: string | null
  /** Reference of the case, where there is one. */
  readonly reference: string | null
}

const LONGEST = 120

/** Where each file goes in an export, no two at one place whatever they are called. */
export function placesOf(
  files: readonly KeptFile[],
): readonly { readonly path: string; readonly file: KeptFile }[] {
  const taken = new Set<string>()
  return files.map(file => {
    const folder = folderOf(file)
    const name = safeName(file.name)
    let path = `${folder}/${name}`
    // Some file systems do not tell capitals apart.
    if (taken.has(path.toLowerCase())) path = `${folder}/${file.id}-${name}`
    taken.add(path.toLowerCase())
    return { path, file }
  })
}

function folderOf({ entity, entity_id, number, kind, reference }: KeptFile): string {
  if (entity === 'reports' && number !== null && reference !== null) {
    return `reports/${safeName(reference)}/${entity_id}-${number}-${kind}`
  }
  if (entity === 'cases' && reference !== null) return `files/cases/${safeName(reference)}`
  return entity === null ? 'files/other' : `files/${entity}/${entity_id}`
}

/** A name that is one step of a path on every system: no separator, no control character, no reserved name. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  const short =
    [...plain].length > LONGEST
      ? `${[...plain].slice(0, LONGEST - extension.length).join('')}${extension}`
      : plain
  if (short === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(short)) return `_${short}`
  return short
}
