import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emdn } from './emdn/emdn.js'
import { annexOf } from './imdrf/entry.js'
import { imdrf } from './imdrf/release.js'

const shared = new URL('../../../../shared/reference/', import.meta.url)
const tool = fileURLToPath(new URL('../tools/new-release.mjs', import.meta.url))
const annexes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
const absent = !existsSync(shared)
if (absent) console.log('skipped: the reference code lists are not beside the repository')

interface Row {
  readonly code: string
  readonly term: string
  readonly parent: string | null
  readonly level: number
  readonly status?: string
}

const read = (file: string) => readFileSync(new URL(file, shared), 'utf8')
const shipped = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

describe.skipIf(absent)('the shipped lists against the reference, row by row', () => {
  it.each(annexes)('IMDRF annex %s', letter => {
    const rows: readonly Row[] = JSON.parse(read(`imdrf/annex-${letter}.json`))
    expect(rows.length).toBeGreaterThan(30)
    const seen = new Set<string>()
    for (const row of rows) {
      const entry = imdrf().get(row.code)
      expect(entry?.term).toBe(row.term)
      expect(entry?.officialStatus).toBe(row.status ?? '')
      const parents: readonly (string | null)[] = entry?.parents.length ? entry.parents : [null]
      expect(parents).toContain(row.parent)
      const paths = imdrf().paths(row.code)
      expect(paths.some(p => p.length === row.level)).toBe(true)
      seen.add(`${row.code} ${row.parent}`)
    }
    const annex = annexOf(letter.toUpperCase())
    if (annex === undefined) throw new Error(letter)
    const ours = imdrf()
      .entries(annex)
      .flatMap(e => (e.parents.length ? e.parents.map(p => `${e.code} ${p}`) : [`${e.code} null`]))
    expect(new Set(ours)).toEqual(seen)
  })

  it('EMDN version 2', () => {
    const [, ...lines] = read('emdn/emdn-v2.csv').trimEnd().split(/\r?\n/)
    const ours = emdn().entries.map(e => {
      const term = /[",]/.test(e.term) ? `"${e.term.replaceAll('"', '""')}"` : e.term
      return `${e.code},${term},${e.level},${e.terminal ? 'YES' : 'NO'}`
    })
    expect(ours).toEqual(lines)
  })

  it('are what the tool writes', () => {
    const out = mkdtempSync(join(tmpdir(), 'vigie-codes-'))
    try {
      const inputs = annexes.map(a => fileURLToPath(new URL(`imdrf/annex-${a}.json`, shared)))
      execFileSync(process.execPath, [tool, 'imdrf', out, ...inputs])
      execFileSync(process.execPath, [tool, 'emdn', out, fileURLToPath(new URL('emdn/emdn-v2.csv', shared))])
      for (const a of annexes)
        expect(readFileSync(join(out, `annex-${a}.ts`), 'utf8')).toBe(shipped(`./imdrf/2025/annex-${a}.ts`))
      expect(readFileSync(join(out, 'rows.ts'), 'utf8')).toBe(shipped('./emdn/2/rows.ts'))
    } finally {
      rmSync(out, { recursive: true })
    }
  })
})
