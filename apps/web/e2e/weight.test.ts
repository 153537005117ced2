import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { buildPage } from './testing/server.js'

const MOST = 300 * 1024

/** Files of the first screen: what index.html names, and the chunk of the board with what it imports itself. */
function firstScreen(folder: string): readonly string[] {
  const index = readFileSync(`${folder}/index.html`, 'utf8')
  const named = [...index.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(m => m[1] ?? '')
  const files = new Set(['/index.html', ...named])
  for (const file of files) {
    if (!file.endsWith('.js')) continue
    const code = readFileSync(`${folder}${file}`, 'utf8')
    const imported = [...code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(m => `/assets/${m[1]}`)
    const board = [
      ...code.matchAll(/assets\/(?:board-page)[^"'`]*\.(?:js|css)|\.\/(board-page[^"'`]*\.js)/g),
    ].map(m => (m[1] === undefined ? `/${m[0]}` : `/assets/${m[1]}`))
    for (const next of [...imported, ...board]) files.add(next)
  }
  return [...files]
}

it('the first screen weighs at most 300 kB, compressed', () => {
  const folder = buildPage()
  const files = firstScreen(folder)
  expect(files.some(f => f.includes('board-page'))).toBe(true)
  const sum = (compress: (bytes: Buffer) => Buffer) =>
    files.reduce((total, f) => total + compress(readFileSync(`${folder}${f}`)).length, 0)
  const [gzip, brotli] = [sum(b => gzipSync(b)), sum(b => brotliCompressSync(b))]
  process.stdout.write(`first screen: ${files.length} files, ${gzip} bytes gzip, ${brotli} bytes brotli\n`)
  expect(gzip).toBeLessThan(MOST)
})
