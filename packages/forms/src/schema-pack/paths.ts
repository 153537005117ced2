/** A file of an archive or a folder: its path inside with forward slashes or backslashes, and its content. */
export interface PackEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A path inside an archive in its plain form (`a/b.xsd`), or undefined if it leads out of the archive, is absolute,
 * names a drive or a network share, or holds control characters.
 */
export function insidePath(name: string): string | undefined {
  if (name === '' || /\p{Cc}|^[\\/]|^[A-Za-z]:/u.test(name)) return undefined
  const parts = name.split(/[\\/]/).filter(part => part !== '' && part !== '.')
  // Windows drops dots and spaces at the end of a name, so `.. ` is a way up too.
  if (parts.length === 0 || parts.some(part => /^\.\.[. ]*$/.test(part))) return undefined
  return parts.join('/')
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Where a reference in a schema points, as a path inside the pack; undefined if it points outside. */
export function resolveInside(from: string, reference: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(reference)
  } catch {
    return undefined
  }
  if (decoded === '' || /^[A-Za-z][A-Za-z0-9+.-]*:|^[\\/]|[\\?#]/.test(decoded)) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.length === 0 ? undefined : parts.join('/')
}
