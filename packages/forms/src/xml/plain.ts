import type { Cursor } from './cursor.js'
import { PlainCursor } from './plain-cursor.js'
import { scanPlain } from './plain-scan.js'
import { plainText } from './plain-text.js'
import { PlainTree } from './plain-tree.js'

/** Trees that no open document uses. A document may be opened while another is open. */
const idle: PlainTree[] = []

/**
 * Lets `use` read a document that is so plain that no parser is needed: UTF-8 without DOCTYPE and namespaces. Undefined
 * for every other document, well-formed or not, which is left to libxml2; so no document is ever refused or mended here.
 * `use` must not keep the cursor.
 */
export function usePlain<T>(bytes: Uint8Array, use: (cursor: Cursor) => T): { readonly read: T } | undefined {
  const text = plainText(bytes)
  if (text === undefined) return undefined
  const tree = idle.pop() ?? new PlainTree()
  try {
    return scanPlain(text, tree) ? { read: use(new PlainCursor(text, tree)) } : undefined
  } finally {
    idle.push(tree)
  }
}
