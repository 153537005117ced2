import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** A file of the built page, as it is sent. */
export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Brotli; absent where the file is compressed by nature. */
  readonly compressed?: Uint8Array<ArrayBuffer>
  readonly etag: string
  /** Whether the name holds a hash of the content, so that it never changes. */
  readonly hashed: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSED_BY_NATURE: ReadonlySet<string> = new Set(['.png', '.woff2'])

/**
 * The files of the built page by their path (`/index.html`), read once at start: no request ever names a file of the
 * disk. Empty when the page was not built.
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const names = namesIn(folder)
  return new Map(
    names.flatMap(name => {
      const type = TYPES[extname(name)]
      return type === undefined ? [] : [[`/${name}`, fileOf(join(folder, name), name, type)]]
    }),
  )
}

function namesIn(folder: string): readonly string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    return found
      .filter(f => f.isFile())
      .map(f => join(f.parentPath, f.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''))
  } catch {
    return []
  }
}

function fileOf(path: string, name: string, type: string): PageFile {
  const bytes = new Uint8Array(readFileSync(path))
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const hashed = name.startsWith('assets/')
  if (COMPRESSED_BY_NATURE.has(extname(name))) return { type, bytes, etag, hashed }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return { type, bytes, compressed: new Uint8Array(brotliCompressSync(bytes, { params })), etag, hashed }
}
