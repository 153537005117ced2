import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEATH_IN_GERMANY, vigie } from './testing.js'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(`${ROOT}docs/use`).map(name => `docs/use/${name}`),
]

/** A command as a page shows it, and the lines it shows below it; `...` stands for any lines. */
interface Shown {
  readonly typed: string
  readonly args: readonly string[]
  readonly stdin?: string
  readonly code: number
  readonly lines: readonly string[]
}

/** The commands after `$` in the blocks marked `console`. */
function shownIn(page: string): Shown[] {
  const blocks = [...page.matchAll(/^```console\n([\s\S]*?)^```/gm)].map(m => m[1] ?? '')
  return blocks.flatMap(block =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map(part => {
        const [first = '', ...lines] = part.replace(/\n$/, '').split('\n')
        const m = /^(?:npx )?vigie (.*?)(?: < (\S+))?(?:\s+# ends with (\d))?$/.exec(first)
        if (m === null) throw new Error(`not a command this test understands: ${first}`)
        const args = [...(m[1] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map(a => a[1] ?? a[2] ?? '')
        return {
          typed: first,
          args,
          ...(m[2] === undefined ? {} : { stdin: m[2] }),
          code: Number(m[3] ?? 0),
          lines,
        }
      }),
  )
}

/** Where the shown lines do not follow from the output; undefined when they do. */
function mismatch(shown: readonly string[], output: string): string | undefined {
  const lines = output.replace(/\n$/, '').split('\n')
  let at = 0
  let free = false
  for (const line of shown) {
    if (line === '...') {
      free = true
      continue
    }
    const found = free ? lines.indexOf(line, at) : lines[at] === line ? at : startsAt(lines, at, line)
    if (found < 0) return `shown: ${line}\nthere: ${lines[at] ?? '(nothing)'}`
    at = found + 1
    free = false
  }
  return free || at >= lines.length || (lines.length === 1 && lines[0] === '')
    ? undefined
    : `not shown: ${lines[at]}`
}

/** A shown line may stop before the end of the line, when `...` follows. */
const startsAt = (lines: readonly string[], at: number, line: string) =>
  lines[at]?.startsWith(line) === true ? at : -1

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'vigie-docs-'))
  cpSync(`${ROOT}examples`, join(cwd, 'examples'), { recursive: true })
  writeFileSync(join(cwd, 'labels.txt'), '"010703206980498810A1\\u001d21S7"\n+A99912345/$$52001510X33\n')
  const typo = { ...DEATH_IN_GERMANY, devices: [{ name: 'Pump', regulaton: 'MDR' }] }
  writeFileSync(join(cwd, 'typo.json'), JSON.stringify(typo))
})
afterAll(() => rmSync(cwd, { recursive: true }))

const pages = PAGES.map(page => {
  const text = readFileSync(ROOT + page, 'utf8')
  return { page, text, shown: shownIn(text) }
})

describe('the pages for users', () => {
  it.each(pages)('$page links to files that exist', ({ page, text }) => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(m => m[1] ?? '')
    const local = links.filter(l => !/^https?:/.test(l))
    expect(local.filter(l => !existsSync(join(ROOT, dirname(page), l)))).toEqual([])
  })

  it.each(pages.filter(p => p.shown.length > 0))('$page shows commands as they run', async ({ shown }) => {
    for (const { typed, args, stdin, code, lines } of shown) {
      const input = stdin === undefined ? {} : { stdin: readFileSync(join(cwd, stdin)) }
      const ran = await vigie(args, { cwd, today: '2026-11-25', ...input })
      expect(ran.code, `$ ${typed}\n${ran.stderr}`).toBe(code)
      const output = ran.stdout + ran.stderr
      expect(mismatch(lines, output), `$ ${typed}\n${output}`).toBeUndefined()
    }
  })

  it('show many commands', () => {
    expect(pages.flatMap(p => p.shown).length).toBeGreaterThan(20)
  })
})
